#include "preflight/page_words.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>

#include "base/utf8.hpp"

namespace brochure::preflight {

std::string page_name(const page::PagedDocument& document, std::size_t page) {
    const std::string& label = document.pages[page].label;
    return label.empty() ? fmt::format("the sheet of page {} of {}", page + 1, document.pages.size())
                         : fmt::format("page {}", label);
}

std::string words_of(const page::PagedDocument& document, const page::GlyphRun& run) {
    static constexpr std::size_t enough = 40;
    std::uint32_t begin = UINT32_MAX, end = 0;
    for (const page::PlacedGlyph& glyph : run.glyphs) {
        if (glyph.source.empty()) continue;  // an added hyphen, the later glyphs of a cluster
        begin = std::min(begin, glyph.source.begin);
        end = std::max(end, glyph.source.end);
    }
    if (begin >= end) return "";
    const std::string& text = document.texts[run.text];
    std::string words = text.substr(begin, end - begin);
    if (words.size() <= enough) return words;
    return words.substr(0, base::code_point_start(words, enough)) + "…";
}

std::string and_more(std::size_t pages) {
    if (pages < 2) return "";
    return fmt::format(", and so on {} more page{}", pages - 1, pages == 2 ? "" : "s");
}

}  // namespace brochure::preflight
