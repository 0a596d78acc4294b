#include "page/making/long_galley.hpp"

#include <algorithm>
#include <set>

#include "page/breaking/spread.hpp"

namespace brochure::page {

void LongGalley::add(layout::Galley& galley, std::size_t part) {
    const std::size_t base = pieces_.size();
    for (layout::Piece& piece : galley.pieces) pieces_.push_back({&piece, &galley, part});
    for (const layout::Flex& flex : galley.flexes)
        flexes_.emplace(base + flex.end - 1, std::pair{&flex, base + flex.first});
}

namespace {

Length ground_above(const layout::Galley& galley, const layout::Piece& piece) {
    Length most;
    for (const layout::DecorationId id : piece.decorations)
        most = std::max(most, galley.decorations[id].form.padding_top);
    return most;
}

// Shares the notes out over the pieces that mention them. A half of a spread table may stand anywhere: its
// notes count in any case, and for what is below it as if it were far above.
class NotePricer {
  public:
    explicit NotePricer(const std::vector<Length>& heights) : heights_(heights) {}

    void price(const layout::Piece& piece, std::size_t index, BreakPiece& out) {
        std::set<std::size_t> own;
        for (const std::size_t note : piece.content.footnotes) {
            if (!own.insert(note).second) continue;
            const auto above = last_.find(note);
            if (above == last_.end()) {
                out.notes += heights_[note];
            } else {
                out.notes_again.push_back({heights_[note], above->second});
            }
            if (piece.half == layout::Half::none) {
                last_[note] = index;
            } else {
                last_.erase(note);
            }
        }
    }

  private:
    const std::vector<Length>& heights_;
    std::map<std::size_t, std::size_t> last_;  // the piece that mentioned a note last
};

// What a figure pays that belongs above this piece and comes below it.
int cost_of_passing(const layout::Piece& piece, const design::PageBreaking& costs) {
    const bool heading = piece.kind == layout::PieceKind::heading && piece.decorations.empty();
    return heading && !piece.goes_on ? costs.figure_heading_cost : 0;
}

// Tells every figure where the section ends that it stands in.
void mark_section_ends(const std::vector<GalleyPiece>& galley, std::vector<BreakPiece>& pieces) {
    constexpr int deepest = 6;
    int level = deepest;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (galley[i].piece->heading_level > 0) level = galley[i].piece->heading_level;
        if (!pieces[i].movable || is_half(pieces[i])) continue;
        const auto ends_section = [&](const GalleyPiece& entry) {
            const int other = entry.piece->heading_level;
            return other > 0 && other <= level;
        };
        const auto end =
            std::find_if(galley.begin() + static_cast<std::ptrdiff_t>(i) + 1, galley.end(), ends_section);
        if (end != galley.end()) pieces[i].section_end = static_cast<std::size_t>(end - galley.begin());
    }
}

// What a figure pays that parts this piece from the one before it.
int cost_between(const layout::Piece& piece, const design::PageBreaking& costs) {
    if (!piece.goes_on) return 0;
    const bool paragraph = piece.kind == layout::PieceKind::line && piece.decorations.empty();
    return paragraph ? costs.figure_between_cost : costs.in_need;
}

}  // namespace

std::vector<BreakPiece> LongGalley::priced(const design::Design& design,
                                           const std::vector<Length>& note_heights) const {
    std::vector<BreakPiece> pieces;
    pieces.reserve(pieces_.size());
    const Length grid = design.page.baseline;
    std::pair<const layout::Galley*, std::size_t> last_set{nullptr, 0};
    std::size_t sets = 0;
    std::int64_t passing = 0;
    NotePricer notes{note_heights};
    for (const GalleyPiece& entry : pieces_) {
        const layout::Piece& piece = *entry.piece;
        BreakPiece out{piece};
        notes.price(piece, pieces.size(), out);
        passing += cost_of_passing(piece, design.pages);
        out.passing = passing;
        out.figure_between = cost_between(piece, design.pages);
        if (piece.column_set) {
            const std::pair set{entry.galley, *piece.column_set};
            if (set != last_set) ++sets;
            last_set = set;
            out.column_set = sets;
            out.columns = entry.galley->column_sets[*piece.column_set].count;
            out.ground_above = ground_above(*entry.galley, piece);
        }
        if (piece.repeat) out.repeat = entry.galley->repeats[*piece.repeat].height;
        const auto space = static_cast<int>((piece.space_before - piece.reach).units() / grid.units());
        // What belongs together must still be seen to: no space grows to more than twice its height.
        if ((piece.flexible_space || piece.yielding_space) && space > 0)
            out.space_less = std::min(design.copyfitting.space_less, space - 1);
        if (piece.flexible_space && space > 0)
            out.space_more = std::min(design.copyfitting.space_more, space);
        pieces.push_back(out);
    }
    mark_section_ends(pieces_, pieces);
    for (const auto& [last, flex] : flexes_) {
        pieces[last].variants = flex.first->variants;
        pieces[last].run_first = flex.second;
    }
    return pieces;
}

const layout::Flex* LongGalley::flex_ending_at(std::size_t piece) const {
    const auto found = flexes_.find(piece);
    return found == flexes_.end() ? nullptr : found->second.first;
}

std::vector<Standing> LongGalley::stand(const PageChoice& page, const PagePlan& plan,
                                        const layout::Manuscript& manuscript) {
    std::vector<Standing> standing;
    for (std::size_t i = 0; i < plan.pieces.size(); ++i) {
        const GalleyPiece& at = pieces_[plan.pieces[i]];
        const int column = plan.columns[i];
        const auto& set = at.piece->column_set;
        const Length left = set ? at.galley->column_sets[*set].shift * column : Length{};
        standing.push_back({at, plan.tops[i], column, left});
    }
    for (const Adjustment& adjustment : page.adjustments) {
        if (adjustment.space) continue;
        const auto& [flex, first] = flexes_.at(adjustment.piece);
        const auto at = std::ranges::find(plan.pieces, first) - plan.pieces.begin();
        const GalleyPiece was = pieces_[first];
        anew_.push_back(layout::recompose(manuscript, *was.galley, *flex, adjustment.lines));
        std::vector<Standing> run;
        // Runs that were set anew before this one have changed the number of pieces above it.
        const auto place = std::ranges::find_if(
            standing, [&](const Standing& entry) { return entry.at.piece == was.piece; });
        Length top = plan.tops[static_cast<std::size_t>(at)];
        for (layout::Piece& piece : anew_.back()) {
            run.push_back({{&piece, was.galley, was.part}, top, 0, Length{}});
            top += piece.height;
        }
        const auto count = static_cast<std::ptrdiff_t>(flex->end - flex->first);
        const auto behind = standing.erase(place, place + count);
        standing.insert(behind, run.begin(), run.end());
    }
    return standing;
}

}  // namespace brochure::page
