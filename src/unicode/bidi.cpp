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

void resolve_levels(Paragraph& paragraph, bool right_to_left) {
    const auto count = static_cast<FriBidiStrIndex>(paragraph.characters.size());
    std::vector<FriBidiBracketType> brackets(paragraph.characters.size());
    paragraph.types.resize(paragraph.characters.size());
    paragraph.levels.resize(paragraph.characters.size());
    fribidi_get_bidi_types(paragraph.characters.data(), count, paragraph.types.data());
    fribidi_get_bracket_types(paragraph.characters.data(), count, paragraph.types.data(), brackets.data());
    FriBidiParType direction = right_to_left ? FRIBIDI_PAR_RTL : FRIBIDI_PAR_LTR;
    [[maybe_unused]] const FriBidiLevel highest = fribidi_get_par_embedding_levels_ex(
        paragraph.types.data(), brackets.data(), count, &direction, paragraph.levels.data());
    assert(highest != 0);
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

std::vector<BidiRun> bidi_runs(std::string_view text, bool right_to_left) {
    if (text.empty()) return {};
    Paragraph paragraph = decode(text);
    resolve_levels(paragraph, right_to_left);
    join_removed_to_neighbours(paragraph);
    std::vector<BidiRun> runs;
    for (std::size_t i = 0; i < paragraph.levels.size(); ++i) {
        const auto level = static_cast<std::uint8_t>(paragraph.levels[i]);
        if (runs.empty() || runs.back().level != level) {
            if (!runs.empty()) runs.back().range.end = paragraph.offsets[i];
            runs.push_back({{paragraph.offsets[i], static_cast<std::uint32_t>(text.size())}, level});
        }
    }
    return runs;
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
