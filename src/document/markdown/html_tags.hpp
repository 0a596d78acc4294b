// HTML tags: what an author who writes one is told to write instead.
// In: a tag as written. Out: its name, the remedy, and the report.
#pragma once

#include <string>
#include <string_view>

#include "diag/diagnostic.hpp"

namespace brochure::document {

bool is_html_comment(std::string_view html);

// "sub" of "<sub>", "</sub>" and "<SUB class=x>"; empty if it is no tag.
std::string html_tag_name(std::string_view html);

std::string html_remedy(std::string_view tag_name);

// A block of HTML. Remarks are left out; what stands behind one on its last line would go with it.
void report_html_block(std::string_view html, const Place& at, Sink& sink);

}  // namespace brochure::document
