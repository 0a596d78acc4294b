// Furniture: running heads, folios, thumb tabs, the lines of notes pages. All of it artifacts, outside the
// reading order. Internal to this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "page/paginate.hpp"

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
    Furniture(const spec::LayoutSpec& layout, const Typesetter& typesetter, bool right_to_left, Sink& sink)
        : layout_(layout), typesetter_(typesetter), right_to_left_(right_to_left), sink_(sink) {}

    // Items in trim coordinates; texts they use are appended to `texts`.
    std::vector<Item> page(const PageSituation& situation, base::IdVec<TextId, std::string>& texts) const;

    // Lines to write on, from `top` down to the foot of the type area.
    [[nodiscard]] std::vector<Item> writing_lines(const style::Part& notes, Length top, Length left) const;

    // Left edge of the type area.
    [[nodiscard]] Length column_left(bool recto) const;

  private:
    struct Words {
        std::vector<Item> items;  // pen at x = 0, baseline at y = 0
        Length width;
    };
    Words set(const std::string& words, const spec::TextStyle& style,
              base::IdVec<TextId, std::string>& texts) const;
    // Words of the title are left out at its end, for an ellipsis, until the line is as short as `room`.
    Words shortened(const std::string& words, const spec::TextStyle& style, Length room,
                    base::IdVec<TextId, std::string>& texts) const;

    const spec::LayoutSpec& layout_;
    const Typesetter& typesetter_;
    bool right_to_left_;
    Sink& sink_;
};

}  // namespace brochure::page
