#include "pdf/font/broken_words.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace brochure::pdf {

namespace {

using page::GlyphRun;

constexpr std::size_t soft_hyphen_bytes = 2;

bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F ||
           (c >= 0x2000 && c <= 0x200A);
}

}  // namespace

bool is_space(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint c = base::code_point_at(text, at);
        if (!is_space(c.value)) return false;
        at += c.length;
    }
    return !text.empty();
}

TextRange source_of(const GlyphRun& run) {
    std::optional<TextRange> range;
    for (const page::PlacedGlyph& glyph : run.glyphs) {
        const TextRange source = glyph.source;
        if (source.empty()) continue;
        if (!range) range = source;
        range->begin = std::min(range->begin, source.begin);
        range->end = std::max(range->end, source.end);
    }
    return range.value_or(TextRange{});
}

BrokenWords::BrokenWords(const page::PagedDocument& document) : document_(document) {
    for (std::size_t p = 0; p < document_.pages.size(); ++p) {
        const auto& items = document_.pages[p].items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto* run = std::get_if<GlyphRun>(&items[i].content);
            if (run != nullptr && run->continues_word)
                continuing_.push_back({run->text, source_of(*run).begin, {p, i, run}});
        }
    }
    std::ranges::sort(continuing_, {}, &Continuing::start);
}

std::optional<BrokenWord> BrokenWords::at_end_of(const RunPlace& place) const {
    BrokenWord word;
    for (RunPlace at = place;;) {
        const std::optional<RunPlace> next = next_line(at);
        if (!next) break;
        word.on_one_page = word.on_one_page && follows(at, *next);
        const auto& glyphs = next->run->glyphs;
        const std::string_view text = document_.texts[next->run->text];
        std::size_t end = 0;
        std::uint32_t end_in_text = 0;
        for (; end < glyphs.size() && !is_space(glyphs[end].source.of(text)); ++end)
            end_in_text = std::max(end_in_text, glyphs[end].source.end);
        if (end == 0) break;
        word.rests.push_back({next->run, end});
        word.end = end_in_text;
        word.is_followed = end == glyphs.size() && is_followed(*next);
        if (end < glyphs.size()) break;
        at = *next;
    }
    if (word.rests.empty()) return std::nullopt;
    return word;
}

std::optional<RunPlace> BrokenWords::next_line(const RunPlace& place) const {
    const GlyphRun& run = *place.run;
    if (run.glyphs.empty() || run.right_to_left) return std::nullopt;  // Arabic and Hebrew break no words
    if (!run.text.valid() || run.text.index() >= document_.texts.size()) return std::nullopt;
    if (run.word_goes_on) return continuation(place);
    const std::uint32_t end = source_of(run).end;
    if (run.glyphs.back().source.of(document_.texts[run.text]) != "-") return std::nullopt;
    const auto& items = document_.pages[place.page].items;
    for (std::size_t i = place.item + 1; i < items.size(); ++i) {
        const auto* next = std::get_if<GlyphRun>(&items[i].content);
        if (next == nullptr) continue;
        const RunPlace found{place.page, i, next};
        if (next->text == run.text && !next->glyphs.empty() && next->origin.y > run.origin.y &&
            next->glyphs.front().source.begin >= end && follows(place, found))
            return found;
        break;
    }
    return std::nullopt;
}

// At the very end of one run and the start of the next; between them at most a soft hyphen of the text.
std::optional<RunPlace> BrokenWords::continuation(const RunPlace& place) const {
    const std::uint32_t end = source_of(*place.run).end;
    const std::pair first{place.run->text, end};
    std::optional<RunPlace> found;
    for (auto at = std::ranges::lower_bound(continuing_, first, {}, &Continuing::start);
         at != continuing_.end() && at->text == place.run->text && at->begin - end <= soft_hyphen_bytes;
         ++at) {
        const auto [page, item, run] = at->place;
        if (std::pair(page, item) <= std::pair(place.page, place.item)) continue;
        if (!found || std::pair(page, item) < std::pair(found->page, found->item)) found = at->place;
    }
    return found;
}

// Nothing lies between the two but thin lines, which may as well be painted after both.
bool BrokenWords::follows(const RunPlace& a, const RunPlace& b) const {
    if (a.page != b.page) return false;
    const auto& items = document_.pages[a.page].items;
    if (items[a.item].belongs != items[b.item].belongs) return false;
    return std::all_of(items.begin() + static_cast<std::ptrdiff_t>(a.item) + 1,
                       items.begin() + static_cast<std::ptrdiff_t>(b.item), [](const page::Item& item) {
                           return std::holds_alternative<page::Artifact>(item.belongs) &&
                                  std::holds_alternative<page::StrokedLine>(item.content);
                       });
}

bool BrokenWords::is_followed(const RunPlace& place) const {
    const GlyphRun* next = beside(place, place.item + 1);
    if (next == nullptr || source_of(*place.run).end != source_of(*next).begin) return false;
    return !is_space(next->glyphs.front().source.of(document_.texts[next->text]));
}

bool BrokenWords::is_preceded(const RunPlace& place) const {
    const GlyphRun* previous = place.item > 0 ? beside(place, place.item - 1) : nullptr;
    if (previous == nullptr || source_of(*previous).end != source_of(*place.run).begin) return false;
    return !is_space(previous->glyphs.back().source.of(document_.texts[previous->text]));
}

// An item of the same page, if it is of the same text and on the same line; a raised mark is.
const GlyphRun* BrokenWords::beside(const RunPlace& place, std::size_t item) const {
    const auto& items = document_.pages[place.page].items;
    const auto* run = item < items.size() ? std::get_if<GlyphRun>(&items[item].content) : nullptr;
    if (run == nullptr || run->text != place.run->text || run->glyphs.empty()) return nullptr;
    const Length lower = run->origin.y - place.run->origin.y;
    return lower < place.run->size && lower > -place.run->size ? run : nullptr;
}

}  // namespace brochure::pdf
