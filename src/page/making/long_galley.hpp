// LongGalley: the pieces of many galleys as one, as the page breaker sees them, and set anew where it has
// given or taken lines. Internal to this folder.
#pragma once

#include <deque>
#include <map>
#include <vector>

#include "layout/compose.hpp"
#include "page/breaking/page_plan.hpp"

namespace brochure::page {

// A piece, with the galley and part it comes from.
struct GalleyPiece {
    layout::Piece* piece = nullptr;
    const layout::Galley* galley = nullptr;
    std::size_t part = 0;
};

// A piece at its height on a page.
struct Standing {
    GalleyPiece at;
    Length top;
    int column = 0;  // of columns side by side,
    Length left;     // and how far that stands from the first
};

class LongGalley {
  public:
    void add(layout::Galley& galley, std::size_t part);

    [[nodiscard]] bool empty() const { return pieces_.empty(); }
    [[nodiscard]] std::size_t size() const { return pieces_.size(); }
    [[nodiscard]] const GalleyPiece& operator[](std::size_t index) const { return pieces_[index]; }

    // As the breaker wants them; valid as long as the galleys. `note_heights`: of the document's footnotes.
    [[nodiscard]] std::vector<BreakPiece> priced(const design::Design& design,
                                                 const std::vector<Length>& note_heights) const;

    // The pieces of a page in their places, flexes set as the page's adjustments say. The pieces set anew
    // live as long as this.
    std::vector<Standing> stand(const PageChoice& page, const PagePlan& plan,
                                const layout::Manuscript& manuscript);

    // The flex that ends with a piece; null: none.
    [[nodiscard]] const layout::Flex* flex_ending_at(std::size_t piece) const;

  private:
    std::vector<GalleyPiece> pieces_;
    std::map<std::size_t, std::pair<const layout::Flex*, std::size_t>> flexes_;  // by last piece; its first
    std::deque<std::vector<layout::Piece>> anew_;
};

}  // namespace brochure::page
