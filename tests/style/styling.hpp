// StyleTest: styles small brochures with the shipped layout a5 and tells of the outcome in words.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "diag/render.hpp"
#include "style/style.hpp"
#include "support/small_brochure.hpp"
#include "support/structure_dump.hpp"

namespace brochure::style {

using test::structure_dump;

class StyleTest : public testing::Test {
  protected:
    design::Design design = test::shipped_layout("a5");
    PageMap pages;
    Sink sink;

    // Only these parts of the layout.
    StyledDocument styled(const test::SmallBrochure& brochure, std::vector<std::string> parts) {
        design.parts.clear();
        for (const std::string& part : parts) design.parts.push_back(*base::named<design::PartKind>(part));
        const test::ReadBrochure read = test::read_brochure(brochure);
        return style_document(read.document, design, read.pictures, pages, sink);
    }
    StyledDocument body(const std::string& markdown) { return styled({markdown}, {"body"}); }

    [[nodiscard]] std::string reports() const { return diag::as_text(sink.sorted()); }
};

inline const StyledParagraph& paragraph_with(const StyledDocument& document, std::string_view words) {
    for (const StyledParagraph& paragraph : document.paragraphs) {
        if (paragraph.text.find(words) != std::string::npos) return paragraph;
    }
    throw std::runtime_error("no paragraph has the words: " + std::string{words});
}

// The runs as their words, with what sets them off from the paragraph's own look behind a bar:
// "lees dit | bold → #pijn".
inline std::vector<std::string> runs_of(const StyledParagraph& paragraph) {
    std::vector<std::string> list;
    std::uint32_t at = 0;
    for (const StyledRun& run : paragraph.runs) {
        EXPECT_EQ(run.range.begin, at) << "runs cover the text without gap or overlap";
        at = run.range.end;
        std::string marks;
        if (run.style.face.weight > paragraph.style->face.weight) marks += " bold";
        if (run.style.face.italic) marks += " italic";
        if (run.style.rise > Length{}) marks += " raised";
        if (run.language != paragraph.language) marks += " " + run.language;
        if (run.link) {
            const LinkTarget& target = paragraph.links[*run.link];
            marks += " → " + (target.address.empty() ? "#" + target.destination : target.address);
        }
        list.push_back(std::string{run.range.of(paragraph.text)} + (marks.empty() ? "" : " |" + marks));
    }
    EXPECT_EQ(at, paragraph.text.size());
    return list;
}

// The text with "~" where no line may end: in place of a space, or between two characters.
inline std::string with_ties(const StyledParagraph& paragraph) {
    std::string out;
    for (std::uint32_t i = 0; i < paragraph.text.size(); ++i) {
        const auto& held = paragraph.no_break_at;
        const bool tied = std::find(held.begin(), held.end(), i) != held.end();
        if (tied) out += '~';
        if (!tied || paragraph.text[i] != ' ') out += paragraph.text[i];
    }
    return out;
}

// A text block's words, its marker before them: "• een".
inline std::string words_of(const StyledDocument& document, const TextBlock& text) {
    std::string out;
    if (text.marker) out = document.paragraphs[*text.marker].text + " ";
    return out + document.paragraphs[text.paragraph].text;
}

// All text blocks of a flow, groups opened, in order.
inline std::vector<std::string> lines_of(const StyledDocument& document, const std::vector<Block>& blocks) {
    std::vector<std::string> list;
    for (const Block& block : blocks) {
        if (const auto* text = std::get_if<TextBlock>(&block.content)) {
            list.push_back(words_of(document, *text));
        } else if (const auto* group = std::get_if<Group>(&block.content)) {
            for (std::string& line : lines_of(document, group->blocks)) list.push_back(std::move(line));
        }
    }
    return list;
}

// The first block of the wanted kind, groups opened.
template <class Content>
const Content* first_of(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
        if (const auto* found = std::get_if<Content>(&block.content)) return found;
        if (const auto* group = std::get_if<Group>(&block.content)) {
            if (const auto* inner = first_of<Content>(group->blocks)) return inner;
        }
    }
    return nullptr;
}

inline const Part& part_of(const StyledDocument& document, std::string_view kind) {
    for (const Part& part : document.parts) {
        if (base::name_of(part.kind) == kind) return part;
    }
    throw std::runtime_error("no such part: " + std::string{kind});
}

}  // namespace brochure::style
