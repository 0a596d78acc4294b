// What of HTML an author may meet in Markdown: comments, line ends, and tags that have another way.
#pragma once

#include <string>
#include <string_view>

namespace brochure::document {

// "br" of "<br />", "/sup" of "</SUP>".
std::string tag_name(std::string_view tag);

// Nothing but comments: what stands between "<!--" and "-->" is for the author alone.
bool is_comment(std::string_view html);

// How to write in Markdown what an element was to do.
std::string_view instead_of(std::string_view element);

}  // namespace brochure::document
