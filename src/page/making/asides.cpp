#include "page/making/asides.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "diag/codes.hpp"
#include "page/furniture/margin.hpp"

namespace brochure::page {

namespace {

void report_full_margin(const layout::Aside& aside, Sink& sink) {
    sink.error(diag::code::page_overfull, aside.place,
               "The figures of this page have no room one below the other in the margin.",
               "Set 'placement' to \"here\" in the layout's [figure] or the picture's [[image]], or "
               "place fewer figures close together.");
}

}  // namespace

void stack_asides(std::span<const Standing> own, const design::Design& design, PageReport& report,
                  Sink& sink) {
    struct InMargin {
        layout::Aside* aside;
        std::size_t part;
    };
    std::vector<InMargin> asides;
    std::vector<MarginEntry> entries;
    for (const Standing& entry : own) {
        for (layout::Aside& aside : entry.at.piece->asides) {
            aside.top += entry.top;
            if (aside.where != layout::Aside::Where::outer_margin) continue;
            asides.push_back({&aside, entry.at.part});
        }
    }
    if (asides.empty()) return;
    // Of columns side by side the later starts again at the top.
    std::ranges::stable_sort(asides, {}, [](const InMargin& entry) { return entry.aside->top; });
    for (const auto& [aside, part] : asides) {
        const auto later =
            std::ranges::find_if(own, [&](const Standing& entry) { return entry.at.part > part; });
        const auto latest = later == own.end() ? std::nullopt : std::optional{later->top};
        entries.push_back({aside->top, aside->height, !aside->term.empty(), latest});
    }
    const Length top = design.page.top;
    const Length bottom = top + design.page.text_height();
    const auto places = stack_in_margin(entries, design.margin_column.between, top, bottom);
    for (std::size_t i = 0; i < asides.size(); ++i) {
        layout::Aside& aside = *asides[i].aside;
        if (places[i]) {
            aside.top = *places[i];
        } else {
            report.left_to_glossary.push_back(aside.term);
            aside.content = {};
        }
    }
    if (asides.front().aside->top < top) report_full_margin(*asides.front().aside, sink);
}

void place_asides(PageMaker& maker, layout::Piece& piece, layout::Aside::Where where, Length left) {
    for (layout::Aside& aside : piece.asides) {
        if (aside.where == where) maker.place(std::move(aside.content), {left, aside.top});
    }
}

}  // namespace brochure::page
