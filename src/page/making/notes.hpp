// Notes: footnotes at the feet of pages. In: composed notes, which pages mention which. Out: each below a
// rule at its page's foot; the first mention of one is read, the others only repeat it. Internal to this
// folder.
#pragma once

#include <optional>
#include <set>
#include <vector>

#include "page/making/page_maker.hpp"

namespace brochure::page {

class Notes {
  public:
    Notes(std::vector<layout::Galley> notes, const design::Design& design, bool right_to_left);

    [[nodiscard]] const std::vector<Length>& heights() const { return heights_; }
    // The longest of these; none: there is no note.
    [[nodiscard]] std::optional<std::size_t> longest(const std::vector<std::size_t>& notes) const;
    // In `height`, the space above them included.
    void place(PageMaker& maker, const std::vector<std::size_t>& notes, Length height);

  private:
    std::vector<layout::Galley> notes_;
    const design::Design& design_;
    bool right_to_left_;
    std::vector<Length> heights_;
    std::set<std::size_t> told_;  // at the foot of some page
};

}  // namespace brochure::page
