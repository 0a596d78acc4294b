// Seen: what is known of a cited page from earlier visits. In and out: a small JSON file in the project's
// folder `sources/`, one for each page, to be kept with the texts: it holds the page's own words, so that a
// reviewer sees what has changed in them, and so does version control.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"
#include "base/names.hpp"
#include "base/result.hpp"
#include "sources/client.hpp"
#include "sources/comparing.hpp"

namespace brochure::sources {

enum class State { same, changed, moved, gone, away };  // away: refused, unreachable or unreadable

}  // namespace brochure::sources

template <>
struct brochure::base::Names<brochure::sources::State> {
    static constexpr std::array<std::string_view, 5> list{"same", "changed", "moved", "gone", "away"};
};

namespace brochure::sources {

using base::name_of;

struct Seen {
    std::string address, heading;
    State state = State::same;
    std::optional<Sight> reviewed;  // what the brochures were checked against
    std::optional<Sight> latest;    // what is there now, where that is different
    std::optional<base::Date> different_since;
    Earlier earlier;                 // of the last whole answer
    std::optional<base::Date> read;  // when that was
    std::string moved_to;
    std::optional<base::Date> gone_since, away_since;
    std::string why;                         // it is gone or away
    std::optional<std::int64_t> not_before;  // the server asked to wait until then; seconds since 1970
};

// "sources/kanker.example-1a2b3c4d5e6f.json"
std::string seen_file(const std::string& address, const std::string& heading);

// Nothing if there is no such file; an error if it cannot be used.
base::Result<std::optional<Seen>> read_seen(const std::filesystem::path& project, const std::string& address,
                                            const std::string& heading);
std::string as_json(const Seen& seen);

}  // namespace brochure::sources
