#include "text/candidates.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <tuple>

#include "base/utf8.hpp"
#include "text/characters.hpp"
#include "text/han_spacing.hpp"
#include "text/words.hpp"
#include "unicode/figures.hpp"
#include "unicode/unicode.hpp"

namespace brochure::text {

namespace {

// Where hyphens are to be few, a word is broken only if both pieces can be read by themselves.
constexpr std::uint32_t least_letters_when_sparing = 4;

// The candidate that a UAX 14 opportunity at `offset` stands for; no line before it ends after `floor`.
Candidate candidate_at(std::string_view text, unicode::LineOpportunity opportunity, std::uint32_t floor) {
    Candidate candidate{opportunity.offset, opportunity.offset,
                        opportunity.mandatory ? BreakKind::forced : BreakKind::here};
    while (candidate.line_end > floor) {
        const Before before = code_point_before(text, candidate.line_end);
        const bool separates = is_line_separator(before.value);
        if (!separates && !is_dropped_space(before.value)) break;
        candidate.line_end = before.offset;
        if (!separates && candidate.kind == BreakKind::here) candidate.kind = BreakKind::space;
    }
    const bool after_soft_hyphen = candidate.kind == BreakKind::here && candidate.line_end > floor &&
                                   code_point_before(text, candidate.line_end).value == soft_hyphen;
    if (after_soft_hyphen) {
        candidate.line_end -= soft_hyphen_bytes;
        candidate.kind = BreakKind::hyphen;
    }
    return candidate;
}

bool is_word_character(char32_t c) { return unicode::is_number(c) || unicode::is_letter(c); }
bool is_range_dash(char32_t c) { return 0x2010 <= c && c <= 0x2015; }

// UAX 14 lets a line end after any hyphen or dash. Not so here: after a hyphen or a stroke with fewer than
// two letters before or after it (e-mail, -therapie, vitamine-D, km/u), in a range of numbers (10–14), and
// after a dash that is a number's minus (–5).
bool tears_hyphenated_word(std::string_view text, std::uint32_t offset) {
    if (offset >= text.size()) return false;
    const Before last = code_point_before(text, offset);
    const base::CodePoint next = base::code_point_at(text, offset);
    if (is_range_dash(last.value) && unicode::is_number(next.value)) {
        const char32_t before = last.offset > 0 ? code_point_before(text, last.offset).value : U' ';
        const bool minus = unicode::is_white_space(before) || unicode::is_wide(before);
        if (minus || unicode::is_number(before)) return true;
    }
    if (!is_hyphen(last.value) && last.value != U'/') return false;

    std::uint32_t at = last.offset;
    int before = 0;
    for (; at > 0 && before < 2; ++before) {
        const Before letter = code_point_before(text, at);
        if (!is_word_character(letter.value)) break;
        at = letter.offset;
    }
    const std::size_t after_next = offset + next.length;
    const bool lone_letter_follows =
        is_word_character(next.value) &&
        (after_next >= text.size() || !is_word_character(base::code_point_at(text, after_next).value));
    const bool lone_letter_before = before == 1 || (before == 0 && last.value != U'/');
    return lone_letter_before || lone_letter_follows;
}

bool is_ethiopic_mark(char32_t c) { return 0x1361 <= c && c <= 0x1368; }
bool is_ethiopic_letter(char32_t c) { return 0x1200 <= c && c <= 0x135A; }

// What UAX 14 leaves to typography: an Ethiopic mark after a space (as some type it) never begins a line; nor
// does a sign that says the word before once more (Thai ๆ, Khmer ៗ), with a space before it or without; nor a
// dash, an ellipsis or a middle point after Han.
bool begins_badly(std::string_view text, const Candidate& candidate) {
    if (candidate.next_start >= text.size() || candidate.line_end == 0) return false;
    const char32_t next = base::code_point_at(text, candidate.next_start).value;
    if (is_ethiopic_mark(next) || unicode::repeats_word(next)) return true;
    const bool stays_with_han =
        next == 0x2014 || next == 0x2026 || next == 0x00B7 || next == 0x2027 || next == 0x30FB;
    return stays_with_han && candidate.line_end == candidate.next_start &&
           is_set_solid(code_point_before(text, candidate.line_end).value);
}

// UAX 14 takes Ethiopic full stops and commas for letters; a line may end after one that no space follows.
std::vector<unicode::LineOpportunity> line_opportunities(std::string_view text, const std::string& language) {
    std::vector<unicode::LineOpportunity> found = unicode::line_opportunities(text, language);
    constexpr std::string_view lead_bytes_of_marks = "\xE1\x8D";
    for (std::size_t at = text.find(lead_bytes_of_marks); at != std::string_view::npos;
         at = text.find(lead_bytes_of_marks, at + 1)) {
        const base::CodePoint mark = base::code_point_at(text, at);
        const auto end = static_cast<std::uint32_t>(at + mark.length);
        if (!is_ethiopic_mark(mark.value) || end >= text.size()) continue;
        if (!is_ethiopic_letter(base::code_point_at(text, end).value)) continue;
        const auto place = std::ranges::lower_bound(found, end, {}, &unicode::LineOpportunity::offset);
        if (place == found.end() || place->offset != end) found.insert(place, {end, false});
    }
    return found;
}

bool is_forbidden(const style::StyledParagraph& paragraph, const Candidate& candidate) {
    if (candidate.kind == BreakKind::forced) return false;
    const auto& marks = paragraph.no_break_at;
    const auto mark = std::lower_bound(marks.begin(), marks.end(), candidate.line_end);
    return mark != marks.end() && *mark <= candidate.next_start;
}

bool starts_sentence(const style::StyledParagraph& paragraph, std::uint32_t offset) {
    return std::binary_search(paragraph.sentence_starts.begin(), paragraph.sentence_starts.end(), offset);
}

std::vector<Candidate> unicode_candidates(const style::StyledParagraph& paragraph) {
    const std::string_view text = paragraph.text;
    std::vector<Candidate> candidates;
    std::uint32_t floor = 0;
    for (const unicode::LineOpportunity opportunity : line_opportunities(text, paragraph.language)) {
        Candidate candidate = candidate_at(text, opportunity, floor);
        const bool forced = candidate.kind == BreakKind::forced;
        // A line of nothing but dropped spaces is no line, unless the author asked for it.
        if (!forced && candidate.line_end == floor) continue;
        if (candidate.kind == BreakKind::here && tears_hyphenated_word(text, candidate.line_end)) continue;
        if (!forced && begins_badly(text, candidate)) continue;
        if (is_forbidden(paragraph, candidate)) continue;
        if (starts_sentence(paragraph, candidate.next_start)) candidate.kind = BreakKind::forced;
        candidates.push_back(candidate);
        floor = candidate.next_start;
    }
    return candidates;
}

std::uint32_t letters_in(std::string_view text) {
    const std::vector<bool> starts = grapheme_start_flags(text);
    return static_cast<std::uint32_t>(std::count(starts.begin(), starts.end(), true));
}

std::vector<Candidate> hyphen_candidates(const style::StyledParagraph& paragraph,
                                         const document::Language& language, Hyphenator& hyphenator,
                                         Sink& sink) {
    const bool sparing = paragraph.style->hyphenation == design::HyphenationUse::sparing;
    std::vector<Candidate> candidates;
    for (const TextRange word : hyphenatable_words(paragraph, language)) {
        for (const std::uint32_t point : hyphenator.points(word.of(paragraph.text), language, sink)) {
            const std::uint32_t at = word.begin + point;
            const bool short_piece =
                sparing &&
                std::min(letters_in(TextRange{word.begin, at}.of(paragraph.text)),
                         letters_in(TextRange{at, word.end}.of(paragraph.text))) < least_letters_when_sparing;
            const Candidate candidate{at, at, BreakKind::hyphen};
            if (!short_piece && !is_forbidden(paragraph, candidate)) candidates.push_back(candidate);
        }
    }
    return candidates;
}

}  // namespace

std::vector<Candidate> break_candidates(const style::StyledParagraph& paragraph,
                                        const document::Language& language, Hyphenator& hyphenator,
                                        Sink& sink) {
    const std::vector<Candidate> ruled = unicode_candidates(paragraph);
    const std::vector<Candidate> hyphens = hyphen_candidates(paragraph, language, hyphenator, sink);
    const auto in_order = [](const Candidate& a, const Candidate& b) {
        return std::tie(a.line_end, a.next_start) < std::tie(b.line_end, b.next_start);
    };
    std::vector<Candidate> merged;
    std::merge(ruled.begin(), ruled.end(), hyphens.begin(), hyphens.end(), std::back_inserter(merged),
               in_order);
    // Unicode's own opportunity came first, and needs no hyphen.
    const auto same = [](const Candidate& a, const Candidate& b) { return a.next_start == b.next_start; };
    merged.erase(std::unique(merged.begin(), merged.end(), same), merged.end());
    return merged;
}

}  // namespace brochure::text
