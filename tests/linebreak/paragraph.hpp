// Paragraphs for tests, written as text: every letter is 5 pt wide, so is a hyphen; a space is 5 pt, +2.5
// -1.5. In: words with "-" for a hyphen of the text, "\u00AD" written as "|" for a possible hyphen, "~" for a
// space that does not break, "\n" for a forced break. Out: items; and, from a breaking, its lines as text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linebreak/line_breaker.hpp"

namespace brochure::linebreak::testing_text {

inline constexpr Length letter = Length::points(5);

struct Paragraph {
    std::vector<Item> items;
    std::vector<std::string> texts;  // parallel to items

    void add(Item item, std::string text) {
        items.push_back(item);
        texts.push_back(std::move(text));
    }
};

inline Paragraph set(std::string_view text, int hyphen_penalty = 50) {
    const Glue space{.width = letter, .stretch = letter / 2, .shrink = Length::points(1.5)};
    Paragraph paragraph;
    std::string word;
    const auto flush = [&] {
        if (word.empty()) return;
        paragraph.add(Box{.width = letter * static_cast<std::int64_t>(word.size())}, word);
        word.clear();
    };
    for (const char c : text) {
        if (c == ' ' || c == '~' || c == '|' || c == '\n') flush();
        if (c == '~') paragraph.add(Penalty{.cost = forbidden}, "");
        if (c == ' ' || c == '~') {
            paragraph.add(space, " ");
        } else if (c == '|') {
            paragraph.add(Discretionary{.pre = letter, .penalty = hyphen_penalty}, "");
        } else if (c == '\n') {
            for (const Item& item : line_end) paragraph.add(item, "");
        } else {
            word += c;
            if (c == '-') {
                flush();
                paragraph.add(Penalty{.cost = hyphen_penalty, .flagged = true}, "");
            }
        }
    }
    flush();
    for (const Item& item : paragraph_end) paragraph.add(item, "");
    return paragraph;
}

inline std::vector<std::string> lines_of(const Paragraph& paragraph, const LineBreaks& breaks) {
    std::vector<std::string> lines;
    for (const Line& line : breaks.lines) {
        std::string text;
        for (std::size_t i = line.first; i < line.break_at; ++i) text += paragraph.texts[i];
        const bool parted = line.break_at < paragraph.items.size() &&
                            std::holds_alternative<Discretionary>(paragraph.items[line.break_at]);
        lines.push_back(text + (parted ? "-" : ""));
    }
    return lines;
}

}  // namespace brochure::linebreak::testing_text
