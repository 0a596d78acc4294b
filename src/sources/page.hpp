// Page: what a web page says, without all that stands around it. In: its bytes, as a server sent them; which
// part is meant. Out: its text in blocks (paragraphs, items, cells, headings), in the order of the page.
// Navigation, banners of consent, forms, scripts and the like are left out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brochure::sources {

struct Part {
    std::string heading;  // words of the heading that it stands under
    std::string anchor;   // or the id of an element
    [[nodiscard]] bool whole() const { return heading.empty() && anchor.empty(); }
};

struct PageText {
    std::string title;
    std::vector<std::string> blocks;
    bool has_part = true;  // false: there is no such heading or anchor, and no block
};

// An empty charset: the page says itself which it is, or it is UTF-8 where it can be.
PageText text_of_html(std::string_view html, const std::string& charset, const Part& part);

// Lines of a text that is none.
PageText text_of_plain(std::string_view text);

// White space folded, no soft hyphens.
std::string folded(std::string_view text);

}  // namespace brochure::sources
