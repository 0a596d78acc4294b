// Report: changes as a reader of text, a program or a browser gets them.
// In: what changed, and what was compared. Out: text. The page for browsers is one file without a script:
// what was taken out and put in is said in words as well as marked, so that it can be heard, and printed in
// grey.
#pragma once

#include <string>
#include <vector>

#include "changes/compare.hpp"

namespace brochure::changes {

struct Report {
    std::string before, now;  // as they were named
    std::vector<Changes> brochures;
    std::vector<std::string> left_out;
};

std::string as_text(const Report& report);
std::string as_json(const Report& report);
std::string as_html(const Report& report);

// "page 5", "page 5, before 4"; empty where nothing is known.
std::string pages_told(const Change& change);
// "16 pages, before 12 (a5)".
std::string pages_told(const Changes& changes);

}  // namespace brochure::changes
