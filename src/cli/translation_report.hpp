// What `status` prints: for people and for programs.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "signing/sign_off.hpp"
#include "sources/check.hpp"
#include "translation/status.hpp"

namespace brochure::cli {

// What became of a text's approval: by brochure and language, those alone of which there is something to say.
struct SignOffStatus {
    bool holds = false;
    std::optional<signing::SignOff> last;  // that holds, or did until the text changed; none: never signed
};
using SignOffStatuses = std::map<std::pair<std::string, std::string>, SignOffStatus>;

struct StatusReport {
    std::vector<translation::LanguageStatus> texts;
    SignOffStatuses sign_offs;
    base::Date today;
    std::int64_t due = 0;                   // reviews that are due within so many days are told
    std::vector<sources::Checked> sources;  // that somebody has to look at
};
std::string status_as_text(const StatusReport& report);
std::string status_as_json(const StatusReport& report);

// True if somebody has something to do: a translation is not complete, a review or a sign-off is due, or
// a sign-off is lacking that there was, or that the house wants.
bool wants_work(const StatusReport& report);

}  // namespace brochure::cli
