// Pages made by hand: a line of words to put on one, and what a check said of them.
#pragma once

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.hpp"
#include "page/paged_document.hpp"

namespace brochure::test {

// All of a text on one line.
inline page::GlyphRun one_line(font::Library& fonts, page::TextId text, const std::string& words,
                               base::Length size, base::Point at) {
    Sink sink;
    const auto face = fonts.first_face({"noto-sans"}, sink);
    if (!face) throw std::runtime_error("Noto Sans is not there");
    page::GlyphRun run{*face, size, {}, at};
    run.text = text;
    const TextRange all{0, static_cast<std::uint32_t>(words.size())};
    for (const font::Glyph& glyph : fonts.shape(*face, size, words, all, {.language = "nl"})) {
        run.glyphs.push_back({glyph.id, {glyph.cluster, glyph.cluster + 1}, glyph.advance, glyph.offset});
    }
    return run;
}

// Those of a code. Whatever was said must have a remedy and a place.
inline std::vector<diag::Diagnostic> of_code(const Sink& sink, std::string_view code) {
    std::vector<diag::Diagnostic> list;
    for (diag::Diagnostic& one : sink.sorted()) {
        EXPECT_FALSE(one.remedy.empty());
        EXPECT_FALSE(one.place.file.empty());
        if (one.code == code) list.push_back(std::move(one));
    }
    return list;
}

inline std::vector<std::string> messages(const std::vector<diag::Diagnostic>& diagnostics) {
    std::vector<std::string> list;
    for (const diag::Diagnostic& one : diagnostics) list.push_back(one.message);
    return list;
}

}  // namespace brochure::test
