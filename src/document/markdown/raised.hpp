// Raised and lowered letters: "10^3^" and "H~2~O", as pandoc writes them. In: a text from the opening mark
// on. Out: how it is to be printed. Unicode's own small characters are taken where it has them: they are
// copied, searched and heard as what they are, and a title can hold them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace brochure::document {

struct RaisedWords {
    std::string_view words;  // as written between the marks
    bool below = false;
};

// Nothing where the mark at the text's start is no such mark: "~5 ml", "1~2次,3~5片", "5~10~15".
std::optional<RaisedWords> raised_at(std::string_view text);

// The small form of one character; nothing where there is none that faces have.
std::string_view small_form(char32_t c, bool below);

}  // namespace brochure::document
