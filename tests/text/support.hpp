// Support for tests of shaping: a Dutch language, a style, paragraphs of one or more runs.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "text/shaped_document.hpp"

namespace brochure::text {

inline document::Language dutch() {
    document::Language language;
    language.tag = "nl";
    language.locale = "nl_NL";
    language.hyphenation.dictionary = "hyph_nl_NL.dic";
    language.hyphenation.package = "hyphen-nl";
    language.hyphenation.before = 2;
    language.hyphenation.after = 2;
    language.hyphenation.drop_trema = true;
    language.hyphenation.exceptions = {"bot-scan", "kaak-ne-cro-se"};
    return language;
}

// The word with its hyphenation points drawn in.
inline std::string with_points(Hyphenator& hyphenator, std::string_view word,
                               const document::Language& language) {
    Sink sink;
    std::string drawing;
    std::uint32_t start = 0;
    for (const std::uint32_t point : hyphenator.points(word, language, sink)) {
        drawing += word.substr(start, point - start);
        drawing += '-';
        start = point;
    }
    EXPECT_FALSE(sink.has_errors());
    drawing += word.substr(start);
    return drawing;
}

inline design::TextStyle body_style(const std::string& family = "noto-sans") {
    design::TextStyle style;
    style.face.family = family;
    style.size = Length::points(12);
    style.hyphenation = design::HyphenationUse::none;
    style.breaking.hanging_punctuation = true;
    return style;
}

// A run of a paragraph: its text, and what differs from the paragraph.
struct Stretch {
    std::string text;
    std::string language = "nl";
    int weight = 400;
};

inline style::StyledParagraph paragraph_of(const std::vector<Stretch>& stretches,
                                           const design::TextStyle& style) {
    style::StyledParagraph paragraph;
    paragraph.style = &style;
    paragraph.language = "nl";
    for (const Stretch& stretch : stretches) {
        style::StyledRun run;
        run.range.begin = static_cast<std::uint32_t>(paragraph.text.size());
        paragraph.text += stretch.text;
        run.range.end = static_cast<std::uint32_t>(paragraph.text.size());
        run.style.face = style.face;
        run.style.face.weight = stretch.weight;
        run.style.size = style.size;
        run.language = stretch.language;
        run.leaf = std::monostate{};
        if (!run.range.empty()) paragraph.runs.push_back(run);
    }
    paragraph.source = {{0, {"content/proef/nl.md", 7, 3}}};
    return paragraph;
}

inline style::StyledParagraph paragraph_of(const std::string& text, const design::TextStyle& style) {
    return paragraph_of(std::vector<Stretch>{{text}}, style);
}

class TextTest : public testing::Test {
  protected:
    font::Library fonts{{std::filesystem::path(BROCHURE_SOURCE_ROOT) / "fonts"}};
    Hyphenator hyphenator;
    Sink sink;
    document::Language language = dutch();
    design::TextStyle style = body_style();

    ShapedParagraph shape(const style::StyledParagraph& paragraph) {
        ShapeCache cache;
        return *shape_paragraph(paragraph, language, fonts, hyphenator, cache, sink);
    }

    // The text with its opportunities drawn in: "_" where a space is dropped, "|" where nothing is, "~" where
    // a hyphen is added, "/" where a line must end.
    std::string drawn(const style::StyledParagraph& paragraph) {
        const ShapedParagraph shaped = shape(paragraph);
        std::string drawing;
        for (std::size_t i = 0; i < shaped.opportunities.size(); ++i) {
            drawing += shaped.fragments[i].range.of(paragraph.text);
            switch (shaped.opportunities[i].kind) {
                case BreakKind::space:
                    drawing += '_';
                    break;
                case BreakKind::parted:
                case BreakKind::here:
                    drawing += '|';
                    break;
                case BreakKind::hyphen:
                    drawing += '~';
                    break;
                case BreakKind::forced:
                    drawing += '/';
                    break;
            }
        }
        return drawing;
    }
    std::string drawn(const std::string& text) { return drawn(paragraph_of(text, style)); }

    // The width of a line by arithmetic alone.
    static Length width(const ShapedParagraph& shaped, std::optional<std::size_t> from, std::size_t to) {
        Length sum = shaped.opportunities[to].end_if_taken;
        if (from) sum += shaped.opportunities[*from].start_if_taken;
        for (std::size_t i = from ? *from + 1 : 0; i <= to; ++i) {
            sum += shaped.fragments[i].width;
            if (i < to) sum += shaped.opportunities[i].space;
        }
        return sum;
    }

    static Length width(const std::vector<LineRun>& line) {
        Length sum;
        for (const LineRun& run : line) {
            for (const font::Glyph& glyph : run.glyphs) sum += glyph.advance;
        }
        return sum;
    }
};

}  // namespace brochure::text
