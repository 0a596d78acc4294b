#include "text/han_spacing.hpp"

#include <algorithm>
#include <string_view>

#include "base/utf8.hpp"
#include "text/characters.hpp"
#include "unicode/unicode.hpp"

namespace brochure::text {

namespace {

// CLREQ, 3.2.2, wants a quarter of a Han character at most between Han and Latin. A fifth parts the two as
// clearly and leaves numbers with the words they belong to.
constexpr std::int64_t gaps_per_em = 5;

// Between characters that are set solid little room can be given before the eye sees gaps. It is taken from
// the empty half of a stop or comma, and from the gap to Latin.
constexpr std::int64_t stretch_per_em = 10;
constexpr std::int64_t mark_shrink_per_em = 5;
constexpr std::int64_t gap_shrink_per_em = 10;

constexpr std::u32string_view opening = U"“‘（〔［｛〈《「『【〖";
constexpr std::u32string_view closing = U"”’）〕］｝〉》」』】〗、。，．：；！？";

constexpr char32_t nothing = 0;

char32_t before(std::string_view text, std::uint32_t offset) {
    return offset == 0 ? nothing : code_point_before(text, offset).value;
}

char32_t after(std::string_view text, std::uint32_t offset) {
    return offset >= text.size() ? nothing : base::code_point_at(text, offset).value;
}

bool is_end(char32_t c) { return c == nothing || is_line_separator(c); }

// A closing mark has lost its empty half to what follows; an opening mark to what stands before it.
bool closes_up(char32_t mark, char32_t next) {
    return is_closing_full_width(mark) &&
           (is_end(next) || is_closing_full_width(next) || is_opening_full_width(next));
}
bool opens_up(char32_t mark, char32_t previous) {
    return is_opening_full_width(mark) && (is_end(previous) || is_opening_full_width(previous));
}

bool is_alphanumeric(char32_t c) {
    if (c == nothing || is_han(c)) return false;
    return is_digit(c) || c == U'%' || c == U'‰' || c == U'°' || unicode::is_letter(c);
}

// A closing mark's empty half goes behind the figure of a note that follows it: 。¹
bool note_takes_room(const style::StyledParagraph& paragraph, std::uint32_t offset) {
    if (offset == 0 || !is_raised(paragraph, offset - 1) || is_raised(paragraph, offset)) return false;
    std::uint32_t start = offset;
    while (start > 0 && is_raised(paragraph, start - 1)) --start;
    return is_closing_full_width(before(paragraph.text, start)) &&
           is_set_solid(after(paragraph.text, offset));
}

// The room between the characters that meet at an offset, at the size of the left one.
Length gap_at(const style::StyledParagraph& paragraph, std::uint32_t offset, Length size) {
    if (note_takes_room(paragraph, offset)) return size / 2;
    const char32_t left = before(paragraph.text, offset);
    const char32_t right = after(paragraph.text, offset);
    const bool meet = (is_han(left) && is_alphanumeric(right)) || (is_alphanumeric(left) && is_han(right));
    const bool level = meet && !is_raised(paragraph, offset) && !is_raised(paragraph, offset - 1);
    return level ? size / gaps_per_em : Length{};
}

// Whether the closing mark before an offset, or the opening one after it, has no empty half there.
bool closed_at(const style::StyledParagraph& paragraph, std::uint32_t offset) {
    const char32_t mark = before(paragraph.text, offset);
    return closes_up(mark, after(paragraph.text, offset)) ||
           (is_closing_full_width(mark) && is_raised(paragraph, offset));
}
bool opened_at(const style::StyledParagraph& paragraph, std::uint32_t offset) {
    return opens_up(after(paragraph.text, offset), before(paragraph.text, offset));
}

// Nothing below U+2018 is full width, and no gap is needed where nothing is Han.
bool may_hold_full_width(std::string_view text) {
    return std::ranges::any_of(text, [](char byte) { return static_cast<unsigned char>(byte) >= 0xE2; });
}

}  // namespace

bool is_raised(const style::StyledParagraph& paragraph, std::uint32_t offset) {
    return std::any_of(paragraph.runs.begin(), paragraph.runs.end(), [&](const style::StyledRun& run) {
        return run.range.begin <= offset && offset < run.range.end && run.style.rise != Length{};
    });
}

bool sets_solid(font::ScriptTag script) {
    const std::string_view tag(script.data(), script.size());
    return tag == "Hani" || tag == "Hira" || tag == "Kana" || tag == "Bopo";
}

bool is_han(char32_t c) {
    return (0x2E80 <= c && c <= 0x2FDF) || (0x3005 <= c && c <= 0x3007) || (0x3021 <= c && c <= 0x3029) ||
           (0x3041 <= c && c <= 0x30FF && c != 0x30FB) || (0x3105 <= c && c <= 0x312F) ||
           (0x31A0 <= c && c <= 0x31FF) || (0x3400 <= c && c <= 0x4DBF) || (0x4E00 <= c && c <= 0x9FFF) ||
           (0xF900 <= c && c <= 0xFAFF) || (0x20000 <= c && c <= 0x3FFFF);
}

bool is_opening_full_width(char32_t c) { return opening.find(c) != std::u32string_view::npos; }
bool is_closing_full_width(char32_t c) { return closing.find(c) != std::u32string_view::npos; }

bool is_set_solid(char32_t c) {
    if (c < 0x2E80) return false;  // quotation marks are Latin's as well
    return is_han(c) || is_opening_full_width(c) || is_closing_full_width(c);
}

bool holds_solid(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        if (is_set_solid(point.value)) return true;
        at += point.length;
    }
    return false;
}

bool HanSpacing::half_is_empty(const font::Glyph& glyph, bool first_half) const {
    const Length half = size() / 2;
    if (glyph.advance < size().scaled(0.9)) return false;  // a Latin face's own quotation mark
    const Rect ink = fonts_.glyph_bounds(run_.face, glyph.id, size());
    return first_half ? ink.left() >= half : ink.right() <= half;
}

Length HanSpacing::gap(std::uint32_t offset) const { return gap_at(paragraph_, offset, size()); }

void HanSpacing::apply(std::vector<font::Glyph>& glyphs, TextRange range) const {
    const std::string_view text = paragraph_.text;
    const bool neighbours = is_set_solid(before(text, range.begin)) || is_set_solid(after(text, range.end));
    if (run_.level % 2 == 1 || (!neighbours && !may_hold_full_width(range.of(text)))) return;
    const Length half = size() / 2;
    for (std::size_t i = 0; i < glyphs.size(); ++i) {
        font::Glyph& glyph = glyphs[i];
        if (glyph.cluster >= range.end) continue;  // an added hyphen
        if (i + 1 < glyphs.size() && glyphs[i + 1].cluster == glyph.cluster) continue;
        const std::uint32_t next =
            i + 1 < glyphs.size() ? std::min(glyphs[i + 1].cluster, range.end) : range.end;
        if (closed_at(paragraph_, next) && half_is_empty(glyph, false)) {
            glyph.advance = half;
        } else if (opened_at(paragraph_, glyph.cluster) && half_is_empty(glyph, true)) {
            glyph.offset.x -= glyph.advance - half;
            glyph.advance = half;
        } else {
            glyph.advance += gap(next);
        }
    }
}

Length HanSpacing::off_end(const font::Glyph& last, std::uint32_t line_end) const {
    const std::string_view text = paragraph_.text;
    if (run_.level % 2 == 1) return {};
    if (const Length room = gap(line_end); room > Length{}) return room;
    const char32_t mark = before(text, line_end);
    const bool has_room = is_closing_full_width(mark) && !closed_at(paragraph_, line_end);
    return has_room && half_is_empty(last, false) ? last.advance - size() / 2 : Length{};
}

Length HanSpacing::off_start(const font::Glyph& first, std::uint32_t start) const {
    const std::string_view text = paragraph_.text;
    if (run_.level % 2 == 1) return {};
    const char32_t mark = after(text, start);
    const bool has_room = is_opening_full_width(mark) && !opened_at(paragraph_, start);
    return has_room && half_is_empty(first, true) ? first.advance - size() / 2 : Length{};
}

Elasticity elasticity_at(const style::StyledParagraph& paragraph, std::uint32_t offset, Length size) {
    const char32_t left = before(paragraph.text, offset);
    const char32_t right = after(paragraph.text, offset);
    const bool space =
        is_end(left) || is_end(right) || unicode::is_white_space(left) || unicode::is_white_space(right);
    if (space || (!is_set_solid(left) && !is_set_solid(right))) return {};
    Elasticity elasticity{size / stretch_per_em, {}};
    if (gap_at(paragraph, offset, size) > Length{}) {
        elasticity.shrink = size / gap_shrink_per_em;
    } else if (left >= 0x2E80 && is_closing_full_width(left) && !closed_at(paragraph, offset)) {
        elasticity.shrink = size / mark_shrink_per_em;
    }
    return elasticity;
}

}  // namespace brochure::text
