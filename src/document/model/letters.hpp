// Letters: what a reader of markup needs to know of single characters: figures, letters, scripts.
// In: code points of a text. Out: yes or no.
#pragma once

#include <cstddef>
#include <string_view>

namespace brochure::document {

// A digit of any script, a fraction or a raised figure.
bool is_figure(char32_t c);

// A letter or what combines with one.
bool is_letter(char32_t c);

// Of a script that puts no spaces between words, or joins small words to the next: Chinese, Japanese, Korean,
// Thai, Indic, Arabic. An apostrophe never stands within such words.
bool is_of_joined_script(char32_t c);

bool is_hebrew_letter(char32_t c);

// A space, a tab or a line's end, also the fixed and wide ones.
bool is_white(char32_t c);

// The character before an offset, and the one at it; 0 at the ends.
char32_t character_before(std::string_view text, std::size_t at);
char32_t character_at(std::string_view text, std::size_t at);

}  // namespace brochure::document
