// HTML tags: what an author who writes one is told to write instead.
// In: a tag as written. Out: its name, and the remedy.
#pragma once

#include <string>
#include <string_view>

namespace brochure::document {

bool is_html_comment(std::string_view html);

// "sub" of "<sub>", "</sub>" and "<SUB class=x>"; empty if it is no tag.
std::string html_tag_name(std::string_view html);

std::string html_remedy(std::string_view tag_name);

}  // namespace brochure::document
