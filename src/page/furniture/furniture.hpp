// Furniture: running heads, folios, thumb tabs, the lines of notes pages. All of it artifacts, outside the
// reading order. Internal to this folder.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "design/design.hpp"
#include "diag/diagnostic.hpp"
#include "page/paged_document.hpp"
#include "page/typesetter.hpp"

namespace brochure::page {

// What a page's furniture tells.
struct PageSituation {
    std::string label;
    bool recto = true;
    std::string part_title, brochure_title;
    std::optional<std::size_t> tab;
};

class Furniture {
  public:
    Furniture(const design::Design& design, const Typesetter& typesetter, bool right_to_left, Sink& sink)
        : design_(design), typesetter_(typesetter), right_to_left_(right_to_left), sink_(sink) {}

    // Items in trim coordinates; texts they use are appended to `texts`.
    std::vector<Item> page(const PageSituation& situation, base::IdVec<TextId, std::string>& texts);

    // What every page says below its text, small and at the fold: it disturbs nobody who reads, and is found
    // by whoever looks for it. On a cover, where notices of the house may stand down to there, at the outer
    // edge. `colour`: where the page has a ground of its own.
    enum class FootAt { fold, outer_edge };
    std::vector<Item> foot(bool recto, FootAt at, const std::optional<Colour>& colour,
                           base::IdVec<TextId, std::string>& texts) const;

    // Lines to write on, from `top` down to the foot of the type area.
    [[nodiscard]] std::vector<Item> writing_lines(const style::Part& notes, Length top, Length left) const;

    // Left edge of the type area.
    [[nodiscard]] Length column_left(bool recto) const;
    // And of the column in the outer margin.
    [[nodiscard]] Length margin_left(bool recto) const;

  private:
    struct Words {
        std::vector<Item> items;  // pen at x = 0, baseline at y = 0
        Length width;
    };
    Words set(const std::string& words, const design::TextStyle& style, TextId text) const;
    [[nodiscard]] Length width_of(const std::string& words, const design::TextStyle& style) const;
    // As much of the words as stands in `room`, an ellipsis for the rest: cut where a line may end, or, where
    // that leaves little, between any two letters. Empty: there is no room at all.
    const std::string& shortened(const std::string& words, const design::TextStyle& style, Length room);
    [[nodiscard]] std::string longest_of(const std::string& words, const std::vector<std::uint32_t>& cuts,
                                         const design::TextStyle& style, Length room) const;
    // Thumb tabs step down the edge; behind the last that fits they begin again at the top.
    [[nodiscard]] Length tab_top(std::size_t index) const;

    const design::Design& design_;
    const Typesetter& typesetter_;
    bool right_to_left_;
    Sink& sink_;
    std::map<std::pair<std::string, Length>, std::string> shortened_;  // by words and room
};

}  // namespace brochure::page
