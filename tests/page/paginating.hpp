// PageTest: small brochures set in pages by all stages from the reader on, page numbers fed back until they
// hold.
#pragma once

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "layout/compose.hpp"
#include "page/paginate.hpp"
#include "style/style.hpp"
#include "support/layout_dump.hpp"
#include "support/small_brochure.hpp"
#include "text/shaped_document.hpp"

namespace brochure::page {

constexpr Length pt(double points) { return Length::points(points); }

class PageTest : public testing::Test {
  protected:
    static font::Library& fonts() {
        static font::Library library{{std::filesystem::path{BROCHURE_SOURCE_ROOT} / "fonts"}};
        return library;
    }

    Pagination paginated(const test::SmallBrochure& brochure, std::vector<std::string> parts) {
        design.parts.clear();
        for (const std::string& part : parts) design.parts.push_back(*base::named<design::PartKind>(part));
        test::ReadBrochure read = test::read_brochure(brochure);
        read.document.language.right_to_left = right_to_left;
        text::Hyphenator hyphenator;
        text::ShapeCache cache;
        style::PageMap labels;
        for (int pass = 1;; ++pass) {
            sink = Sink{};
            style::StyledDocument styled =
                style::style_document(read.document, design, read.pictures, labels, sink);
            const text::ShapedDocument shaped =
                text::shape_document(styled, read.document.language, fonts(), hyphenator, cache, sink);
            layout::Galleys galleys = layout::compose({styled, shaped, design, fonts()}, sink);
            Pagination out = paginate(std::move(styled), shaped, std::move(galleys), design,
                                      {fonts(), hyphenator, read.document.language}, sink);
            if (out.labels == labels || pass == 4) return out;
            labels = out.labels;
        }
    }
    Pagination body(const std::string& markdown) { return paginated({markdown}, {"body"}); }

    [[nodiscard]] std::string reports() const { return diag::as_text(sink.sorted()); }

    design::Design design = test::shipped_layout("a5");
    bool right_to_left = false;
    Sink sink;
};

// A line of a page: its words, where its pen starts and ends.
struct PageLine {
    std::string words;
    Length left, right, baseline;
    bool artifact = false;
};

inline std::vector<PageLine> lines_of(const PagedDocument& document, const Page& page) {
    std::vector<PageLine> list;
    for (const Item& item : page.items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run == nullptr) continue;
        PageLine line;
        line.left = line.right = run->origin.x;
        line.baseline = run->origin.y;
        line.artifact = std::holds_alternative<Artifact>(item.belongs);
        for (const PlacedGlyph& glyph : run->glyphs) {
            line.words += glyph.source.of(document.texts[run->text]);
            line.right += glyph.advance;
        }
        list.push_back(std::move(line));
    }
    return list;
}

// The first line of the page with these words and nothing else.
inline PageLine line_with(const PagedDocument& document, const Page& page, std::string_view words) {
    for (PageLine& line : lines_of(document, page)) {
        if (line.words == words) return line;
    }
    throw std::runtime_error("page " + page.label + " has no line: " + std::string{words});
}

inline bool has_line(const PagedDocument& document, const Page& page, std::string_view words) {
    const auto lines = lines_of(document, page);
    return std::any_of(lines.begin(), lines.end(), [&](const PageLine& line) { return line.words == words; });
}

template <class Content>
std::vector<Content> all_of(const Page& page) {
    std::vector<Content> found;
    for (const Item& item : page.items) {
        if (const auto* content = std::get_if<Content>(&item.content)) found.push_back(*content);
    }
    return found;
}

// Paragraphs of a line each, named by their number: "r1", "r2", …
inline std::string numbered_lines(int from, int to) {
    std::string text;
    for (int i = from; i <= to; ++i) text += fmt::format("r{}\n\n", i);
    return text;
}

}  // namespace brochure::page
