// FigurePlacement: where a figure stands. A layout chooses for all, brochure.toml for one; both by these
// names.
#pragma once

#include <optional>

namespace brochure::document {

// Across the measure; at the end side with the text running beside it; in the outer margin; or across the
// whole page. A figure that does not fit there stands across the measure.
enum class FigurePlacement { here, beside, margin, full };

// The key `placement` of a table of either file.
template <class Table>
std::optional<FigurePlacement> figure_placement(Table& table) {
    return table.template choice<FigurePlacement>("placement", {{"here", FigurePlacement::here},
                                                                {"beside", FigurePlacement::beside},
                                                                {"margin", FigurePlacement::margin},
                                                                {"full", FigurePlacement::full}});
}

}  // namespace brochure::document
