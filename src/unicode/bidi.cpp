#include <fribidi.h>

#include <algorithm>
#include <cassert>
#include <numeric>

#include "base/utf8.hpp"
#include "unicode/unicode.hpp"

namespace brochure::unicode {

namespace {

struct Paragraph {
    std::vector<FriBidiChar> characters;
    std::vector<std::uint32_t> offsets;
    std::vector<FriBidiCharType> types;
    std::vector<FriBidiLevel> levels;
    std::vector<std::uint8_t> marks;  // level of the lowest isolate mark before each character, or no_mark
};

Paragraph decode(std::string_view text) {
    Paragraph paragraph;
    paragraph.characters.reserve(text.size());
    paragraph.offsets.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        paragraph.characters.push_back(point.value);
        paragraph.offsets.push_back(static_cast<std::uint32_t>(at));
        at += point.length;
    }
    return paragraph;
}

// The place of an isolate's initiator, of the character that follows it, or of its PDI among the characters.
struct Mark {
    std::size_t before = 0;  // index of a character
    FriBidiCharType type = FRIBIDI_TYPE_PDI;
};

FriBidiCharType initiator(IsolateDirection direction) {
    switch (direction) {
        case IsolateDirection::left_to_right:
            return FRIBIDI_TYPE_LRI;
        case IsolateDirection::right_to_left:
            return FRIBIDI_TYPE_RLI;
        case IsolateDirection::first_strong:
            return FRIBIDI_TYPE_FSI;
    }
    return FRIBIDI_TYPE_FSI;
}

// FriBidi 1.0.8 takes what opens an isolate for the text behind an earlier isolate of the same depth: digits
// alone would stand the wrong way round. A strong character of the isolate's own direction, which changes
// nothing by UAX 9, opens it for certain.
void open_isolate(std::vector<Mark>& marks, std::size_t before, IsolateDirection direction) {
    marks.push_back({before, initiator(direction)});
    if (direction == IsolateDirection::left_to_right) marks.push_back({before, FRIBIDI_TYPE_LTR});
    if (direction == IsolateDirection::right_to_left) marks.push_back({before, FRIBIDI_TYPE_RTL});
}

// In the order in which they would stand in the text: what ends at a place before what begins there, and of
// what begins there the outermost first.
std::vector<Mark> marks_of(const Paragraph& paragraph, std::vector<BidiIsolate> isolates) {
    std::stable_sort(isolates.begin(), isolates.end(), [](const BidiIsolate& a, const BidiIsolate& b) {
        return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
    });
    const auto index_of = [&](std::uint32_t offset) {
        return static_cast<std::size_t>(
            std::lower_bound(paragraph.offsets.begin(), paragraph.offsets.end(), offset) -
            paragraph.offsets.begin());
    };
    std::vector<Mark> marks;
    std::vector<std::size_t> open;  // ends of the isolates around, the innermost last
    const auto close_up_to = [&](std::size_t place) {
        for (; !open.empty() && open.back() <= place; open.pop_back()) marks.push_back({open.back()});
    };
    for (const BidiIsolate& isolate : isolates) {
        if (isolate.range.empty()) continue;
        const std::size_t begin = index_of(isolate.range.begin);
        close_up_to(begin);
        open_isolate(marks, begin, isolate.direction);
        open.push_back(index_of(isolate.range.end));
    }
    close_up_to(paragraph.characters.size());
    return marks;
}

void resolve_levels(Paragraph& paragraph, bool right_to_left, const std::vector<BidiIsolate>& isolates) {
    const std::vector<Mark> marks = marks_of(paragraph, isolates);
    const std::size_t count = paragraph.characters.size();
    const auto all = static_cast<FriBidiStrIndex>(count + marks.size());
    paragraph.types.resize(count);
    fribidi_get_bidi_types(paragraph.characters.data(), static_cast<FriBidiStrIndex>(count),
                           paragraph.types.data());
    std::vector<FriBidiChar> characters;
    std::vector<FriBidiCharType> types;
    auto mark = marks.begin();
    for (std::size_t i = 0; i <= count; ++i) {
        for (; mark != marks.end() && mark->before == i; ++mark) {
            characters.push_back(0);
            types.push_back(mark->type);
        }
        if (i == count) break;
        characters.push_back(paragraph.characters[i]);
        types.push_back(paragraph.types[i]);
    }
    std::vector<FriBidiBracketType> brackets(types.size());
    std::vector<FriBidiLevel> levels(types.size());
    fribidi_get_bracket_types(characters.data(), all, types.data(), brackets.data());
    FriBidiParType direction = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    [[maybe_unused]] const FriBidiLevel highest =
        fribidi_get_par_embedding_levels_ex(types.data(), brackets.data(), all, &direction, levels.data());
    assert(highest != 0);
    paragraph.levels.clear();
    paragraph.marks.assign(count, no_mark);
    mark = marks.begin();
    for (std::size_t i = 0, at = 0; i < count; ++i, ++at) {
        for (; mark != marks.end() && mark->before == i; ++mark, ++at)
            paragraph.marks[i] = std::min(paragraph.marks[i], static_cast<std::uint8_t>(levels[at]));
        paragraph.levels.push_back(levels[at]);
    }
}

// Text without a character that could change the order: nearly all text there is.
bool runs_to_the_right(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        // Nothing below U+0590 is written from right to left.
        if (static_cast<unsigned char>(text[at]) < 0xD6) {
            ++at;
            continue;
        }
        const base::CodePoint point = base::code_point_at(text, at);
        const FriBidiCharType type = fribidi_get_bidi_type(point.value);
        if (FRIBIDI_IS_RTL(type) || FRIBIDI_IS_EXPLICIT_OR_BN(type) || FRIBIDI_IS_ISOLATE(type) ||
            type == FRIBIDI_TYPE_AN)
            return false;
        at += point.length;
    }
    return true;
}

// UAX 9, 5.2: characters that rule X9 removes (soft hyphens and joiners among them) take the level of what
// precedes them, so that a soft hyphen never cuts a word into two runs; leading ones take the level of what
// follows.
void join_removed_to_neighbours(Paragraph& paragraph) {
    const std::size_t count = paragraph.levels.size();
    std::size_t first = 0;
    while (first < count && FRIBIDI_IS_EXPLICIT_OR_BN(paragraph.types[first])) ++first;
    if (first == count) return;
    std::fill_n(paragraph.levels.begin(), first, paragraph.levels[first]);
    for (std::size_t i = first + 1; i < count; ++i) {
        if (FRIBIDI_IS_EXPLICIT_OR_BN(paragraph.types[i])) paragraph.levels[i] = paragraph.levels[i - 1];
    }
}

}  // namespace

std::vector<BidiRun> bidi_runs(std::string_view text, bool right_to_left,
                               const std::vector<BidiIsolate>& isolates) {
    if (text.empty()) return {};
    if (!right_to_left && runs_to_the_right(text)) return {{{0, static_cast<std::uint32_t>(text.size())}, 0}};
    Paragraph paragraph = decode(text);
    resolve_levels(paragraph, right_to_left, isolates);
    join_removed_to_neighbours(paragraph);
    std::vector<BidiRun> runs;
    for (std::size_t i = 0; i < paragraph.levels.size(); ++i) {
        const auto level = static_cast<std::uint8_t>(paragraph.levels[i]);
        const std::uint8_t mark = paragraph.marks[i];
        if (runs.empty() || runs.back().level != level || mark < level) {
            if (!runs.empty()) runs.back().range.end = paragraph.offsets[i];
            runs.push_back({{paragraph.offsets[i], static_cast<std::uint32_t>(text.size())}, level, mark});
        }
    }
    return runs;
}

Strength strength_of(char32_t c) {
    const FriBidiCharType type = fribidi_get_bidi_type(c);
    if (!FRIBIDI_IS_STRONG(type)) return Strength::weak;
    return FRIBIDI_IS_RTL(type) ? Strength::right_to_left : Strength::left_to_right;
}

std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels) {
    std::vector<std::size_t> order(levels.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (levels.empty()) return order;
    const std::uint8_t highest = *std::max_element(levels.begin(), levels.end());
    for (std::uint8_t level = highest; level >= 1; --level) {
        const auto at_least = [&](std::size_t index) { return levels[index] >= level; };
        for (auto begin = order.begin(); begin != order.end();) {
            begin = std::find_if(begin, order.end(), at_least);
            const auto end = std::find_if_not(begin, order.end(), at_least);
            std::reverse(begin, end);
            begin = end;
        }
    }
    return order;
}

}  // namespace brochure::unicode
