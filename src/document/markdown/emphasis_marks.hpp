// Emphasis marks that were meant as signs: "2*500 mg … 3*20 ml", "Patient*innen … Ärzt*innen".
// In: the source and where a mark stands that cmark read as the start or end of emphasis. Out: what it looks
// like, or nothing. Bold words beside a figure ("**2** tablets") are not meant.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace brochure::document {

// A mark and the whole run of stars or underscores that it belongs to.
struct EmphasisMark {
    std::string run;
    char32_t before = 0, after = 0;  // the characters beside the run; 0 at the text's ends
    char32_t beyond = 0;             // the first outside the emphasis that is no space
    bool opens = true;

    [[nodiscard]] char32_t outside() const { return opens ? before : after; }
    [[nodiscard]] char32_t inside() const { return opens ? after : before; }
};

EmphasisMark opening_mark(std::string_view source, std::size_t at);
EmphasisMark closing_mark(std::string_view source, std::size_t at);

// True if the mark alone shows that it is a sign of the text. `strong`: it is two characters, for bold.
bool is_sign(const EmphasisMark& mark, bool strong);
// True if only both together show it. `words`: what stands between them in the source.
bool are_signs(const EmphasisMark& opening, const EmphasisMark& closing, std::string_view words, bool strong);

}  // namespace brochure::document
