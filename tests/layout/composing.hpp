// LayoutTest: paragraphs set in lines, and small brochures composed to galleys, with the shipped layout a5
// and Noto Sans. In: texts. Out: lines, pieces, and where their glyphs stand.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diag/render.hpp"
#include "layout/compose.hpp"
#include "layout/lines/set_paragraph.hpp"
#include "style/style.hpp"
#include "support/small_brochure.hpp"
#include "text/shaped_document.hpp"

namespace brochure::layout {

constexpr Length pt(double points) { return Length::points(points); }

// Where a line's or a piece's glyphs stand, from the first pen position to the last.
struct Extent {
    Length left = Length::max(), right = -Length::max();
};

inline Length width_of(const GlyphRun& run) {
    Length sum;
    for (const PlacedGlyph& glyph : run.glyphs) sum += glyph.advance;
    return sum;
}

inline Extent extent_of(const std::vector<Item>& items) {
    Extent extent;
    for (const Item& item : items) {
        if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
            extent.left = std::min(extent.left, run->origin.x);
            extent.right = std::max(extent.right, run->origin.x + width_of(*run));
        }
    }
    return extent;
}

// The items' words as they are set, runs parted by nothing, added hyphens as "-".
inline std::string words_of(const std::vector<Item>& items, const style::StyledDocument& document) {
    std::string words;
    for (const Item& item : items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run == nullptr) continue;
        for (const PlacedGlyph& glyph : run->glyphs)
            words += glyph.source.of(document.paragraphs[run->text].text);
        if (run->ends_in_added_hyphen) words += '-';
    }
    return words;
}

template <class Content>
std::vector<Content> all_of(const std::vector<Item>& items) {
    std::vector<Content> found;
    for (const Item& item : items) {
        if (const auto* content = std::get_if<Content>(&item.content)) found.push_back(*content);
    }
    return found;
}

// Checks that glyphs come in the order of the text and that every byte has one, spaces (and line separators)
// that a line ends at excepted. In: the sources of one left-to-right paragraph's glyphs, in the order they
// are placed.
class Coverage {
  public:
    void add(TextRange source) {
        if (source.empty()) return;
        if (source.begin < at_) fault_ = true;
        for (std::uint32_t i = at_; i < source.begin; ++i) skipped_.push_back(i);
        at_ = source.end;
    }
    // Nothing, or what is wrong.
    [[nodiscard]] std::string fault(std::string_view text) const {
        if (fault_) return "glyphs out of order, or twice";
        for (const std::uint32_t i : skipped_) {
            if (text.at(i) != ' ' && !in_line_separator(text, i)) return "not set: byte " + std::to_string(i);
        }
        for (std::size_t i = at_; i < text.size(); ++i) {
            if (text[i] != ' ') return "the end is not set, from byte " + std::to_string(i);
        }
        return {};
    }

  private:
    static bool in_line_separator(std::string_view text, std::size_t at) {
        const std::size_t from = at < 2 ? 0 : at - 2;
        const std::size_t found = text.find("\u2028", from);
        return found != std::string_view::npos && found <= at;
    }

    std::uint32_t at_ = 0;
    bool fault_ = false;
    std::vector<std::uint32_t> skipped_;
};

class LayoutTest : public testing::Test {
  protected:
    // Opened once: reading faces takes longer than the tests.
    static font::Library& fonts() {
        static font::Library library{{std::filesystem::path{BROCHURE_SOURCE_ROOT} / "fonts"}};
        return library;
    }

    LayoutTest() {
        language.tag = "nl";
        language.locale = "nl_NL";
        language.hyphenation.dictionary = "hyph_nl_NL.dic";
        language.hyphenation.package = "hyphen-nl";
        style = *design.body;
        style.hyphenation = design::HyphenationUse::none;
        style.breaking.hanging_punctuation = false;
    }

    // ---- One paragraph

    struct Paragraph {
        style::StyledDocument document;
        text::ShapedParagraph shaped;
        SetParagraph set;

        [[nodiscard]] const std::string& text() const { return document.paragraphs.begin()->text; }
        [[nodiscard]] std::vector<std::string> lines() const {
            std::vector<std::string> list;
            for (const SetLine& line : set.lines) list.push_back(words_of(line.content.items, document));
            return list;
        }
    };

    // Each stretch is a run with a leaf of its own.
    Paragraph set(const std::vector<std::string>& stretches, Length measure, design::Align align) {
        Paragraph out;
        style::StyledParagraph paragraph;
        paragraph.style = &style;
        paragraph.language = "nl";
        paragraph.right_to_left = right_to_left;
        const style::NodeId node =
            out.document.structure.add_node(out.document.structure.root(), style::Role::p);
        for (const std::string& stretch : stretches) {
            style::StyledRun run;
            run.range.begin = static_cast<std::uint32_t>(paragraph.text.size());
            paragraph.text += stretch;
            run.range.end = static_cast<std::uint32_t>(paragraph.text.size());
            run.style = {style.face, style.size, style.colour, Length{}};
            run.language = "nl";
            run.leaf = out.document.structure.add_leaf(node);
            if (!run.range.empty()) paragraph.runs.push_back(run);
        }
        edit(paragraph);
        const style::ParagraphId id = out.document.paragraphs.push_back(std::move(paragraph));
        const style::StyledParagraph& styled = out.document.paragraphs[id];
        text::ShapeCache cache;
        out.shaped = *text::shape_paragraph(styled, language, fonts(), hyphenator, cache, sink);
        out.set = set_paragraph({id, styled, out.shaped, fonts()}, measure, align);
        return out;
    }
    Paragraph set(const std::string& text, Length measure, design::Align align) {
        return set(std::vector{text}, measure, align);
    }

    static std::string coverage_fault(const Paragraph& paragraph) {
        Coverage coverage;
        for (const SetLine& line : paragraph.set.lines) {
            for (const GlyphRun& run : all_of<GlyphRun>(line.content.items)) {
                for (const PlacedGlyph& glyph : run.glyphs) coverage.add(glyph.source);
            }
        }
        return coverage.fault(paragraph.text());
    }

    // ---- Galleys

    struct Composed {
        style::StyledDocument document;
        text::ShapedDocument shaped;
        Galleys galleys;

        [[nodiscard]] const Galley& flow() const { return galleys.parts.at(0).flow; }
        [[nodiscard]] const Piece& piece(std::size_t index) const { return flow().pieces.at(index); }
        [[nodiscard]] std::string words(const Piece& piece) const {
            return layout::words_of(piece.content.items, document);
        }
        [[nodiscard]] std::vector<std::string> words() const {
            std::vector<std::string> list;
            for (const Piece& piece : flow().pieces) list.push_back(words(piece));
            return list;
        }
    };

    Composed compose_styled(style::StyledDocument document) {
        Composed out;
        out.document = std::move(document);
        text::ShapeCache cache;
        out.shaped = text::shape_document(out.document, language, fonts(), hyphenator, cache, sink);
        out.galleys = compose({out.document, out.shaped, design, fonts()}, sink);
        return out;
    }

    // The first part of a body in Markdown.
    Composed composed(const std::string& markdown) {
        design.parts = {design::PartKind::body};
        const test::ReadBrochure read = test::read_brochure(markdown);
        return compose_styled(style::style_document(read.document, design, read.pictures, {}, sink));
    }

    [[nodiscard]] std::string reports() const { return diag::as_text(sink.sorted()); }

    design::Design design = test::shipped_layout("a5");
    design::TextStyle style;  // of paragraphs set one by one
    bool right_to_left = false;
    void (*edit)(style::StyledParagraph&) = [](style::StyledParagraph&) {};
    document::Language language;
    text::Hyphenator hyphenator;
    Sink sink;
};

inline const std::string dutch_text =
    "Botmetastasen zijn uitzaaiingen in het bot, vaak van borstkanker, prostaatkanker of longkanker. Ze "
    "kunnen "
    "pijn geven, het bot verzwakken en soms op zenuwen drukken. Bestraling helpt bij de meeste mensen: de "
    "pijn "
    "wordt minder, soms na enkele dagen, soms na enkele weken. Vertel het uw arts als u nieuwe klachten "
    "heeft, "
    "zoals een doof gevoel in uw benen; dan is snel handelen nodig.";

}  // namespace brochure::layout
