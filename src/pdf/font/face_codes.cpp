#include "pdf/font/face_codes.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/utf8.hpp"

namespace brochure::pdf {

FaceCodes::Use FaceCodes::use(font::GlyphId glyph, std::string_view text) {
    if (glyph >= of_glyph_.size()) of_glyph_.resize(std::size_t{glyph} + 1);
    std::vector<std::uint32_t>& known = of_glyph_[glyph];
    for (const std::uint32_t index : known) {
        if (entries_[index].text == text) return {index, true};
    }
    if (one_code_per_glyph_ && !known.empty()) return {known.front(), false};
    known.push_back(static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back({glyph, text, 0});
    return {known.back(), true};
}

void FaceCodes::settle(const std::function<std::uint16_t(font::GlyphId)>& character_id) {
    if (one_code_per_glyph_) {
        for (Entry& entry : entries_) entry.code = character_id(entry.glyph);
        return;
    }
    // Single characters first and in their order, so that ToUnicode is made of ranges; code 0 is .notdef.
    const auto rank = [this](std::uint32_t index) {
        const Entry& entry = entries_[index];
        const base::CodePoint first =
            entry.text.empty() ? base::CodePoint{} : base::code_point_at(entry.text, 0);
        return std::tuple(first.length != entry.text.size(), first.value, entry.text, entry.glyph);
    };
    std::vector<std::uint32_t> order(entries_.size());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) { return rank(a) < rank(b); });
    std::uint16_t next = 1;
    for (const std::uint32_t index : order) entries_[index].code = next++;
}

std::vector<FaceCodes::Entry> FaceCodes::by_code() const {
    std::vector<Entry> sorted = entries_;
    std::ranges::sort(sorted, {}, &Entry::code);
    return sorted;
}

}  // namespace brochure::pdf
