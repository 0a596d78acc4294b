#include "page/making/explain.hpp"

#include <array>
#include <string>
#include <string_view>

namespace brochure::page {

namespace {

std::string moved(const LongGalley& galley, std::optional<std::size_t> at_top,
                  std::optional<std::size_t> postponed, bool at_foot) {
    if (postponed) {
        switch (galley[*postponed].piece->half) {
            case layout::Half::none:
                return "a figure waits for the next page";
            case layout::Half::verso:
                return at_top == *postponed - 1 ? "a table continues overleaf"
                                                : "a table waits for a facing pair";
            case layout::Half::recto:
                return "a table continues on the facing page";
        }
    }
    return at_foot ? "a figure stands at the foot" : "";
}

// The first words of a piece.
std::string words_of(const layout::Piece& piece, const base::IdVec<TextId, std::string>& texts) {
    if (piece.content.lines.empty()) return piece.kind == layout::PieceKind::figure ? "a figure" : "a row";
    const layout::LineReport& line = piece.content.lines.front();
    return std::string{line.range.of(texts[line.paragraph])};
}

}  // namespace

void explain_page(const LongGalley& galley, std::span<const BreakPiece> pieces, const PageChoice& choice,
                  Length text_height, const base::IdVec<TextId, std::string>& texts, PageReport& report) {
    static constexpr std::array<std::string_view, cost_kinds> kinds{
        "empty",    "break",  "hyphen",   "figure", "run-on",
        "adjusted", "facing", "overfull", "column", "overleaf"};
    report.flows = true;
    report.filled = choice.filled_evenly(pieces) / text_height;
    report.cost = choice.cost();
    report.overfull = choice.overfull > Length{};
    report.depth = choice.depth;
    for (std::size_t i = 0; i < cost_kinds; ++i) {
        if (choice.costs.by_kind[i] != 0) report.costs.push_back({kinds[i], choice.costs.by_kind[i]});
    }
    report.moved = moved(galley, choice.at_top(), choice.postponed, choice.at_foot.has_value());
    report.last_of_part = true;
    if (choice.end < galley.size()) {
        const layout::Piece& next = *galley[choice.end].piece;
        report.last_of_part = !choice.postponed && (next.force_page || next.prefer_page);
        if (!next.force_page) report.faults = next.faults;
    }
    for (const Adjustment& adjustment : choice.adjustments) {
        const layout::Flex* flex = galley.flex_ending_at(adjustment.piece);
        const std::string_view what = adjustment.space                              ? "space"
                                      : flex->kind == layout::Flex::Kind::paragraph ? "paragraph"
                                                                                    : "figure";
        report.adjusted.push_back({what, adjustment.lines, galley[adjustment.piece].piece->place});
    }
    if (choice.runner_up) {
        const PageChoice::RunnerUp& next = *choice.runner_up;
        report.runner_up = {
            next.end < galley.size() ? words_of(*galley[next.end].piece, texts) : std::string{},
            moved(galley, choice.at_top(), next.postponed, next.at_foot.has_value()), next.dearer};
    }
}

}  // namespace brochure::page
