// What `status` prints: for people and for programs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sources/check.hpp"
#include "translation/status.hpp"

namespace brochure::cli {

// `due`: reviews that are due within so many days are told.
std::string status_as_text(const std::vector<translation::LanguageStatus>& all, std::int64_t due);
std::string status_as_json(const std::vector<translation::LanguageStatus>& all,
                           const std::vector<sources::Checked>& sources);

// True if somebody has something to do: a translation is not complete, or a review is overdue or due.
bool wants_work(const std::vector<translation::LanguageStatus>& all, std::int64_t due);

}  // namespace brochure::cli
