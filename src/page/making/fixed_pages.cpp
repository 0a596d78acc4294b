#include "page/making/fixed_pages.hpp"

#include <utility>

#include "page/making/fixed_box.hpp"

namespace brochure::page {

void make_fixed_page(PageMaker& maker, layout::PartGalley& galley, const style::Part& part,
                     const design::Design& design, Sink& sink) {
    maker.begin(part);
    layout::append(maker.page().items, std::move(galley.pictures));
    for (layout::FixedGalley& fixed : galley.fixed) {
        if (fixed.slack() < Length{})
            report_overfull({fixed.galley, base::name_of(part.kind), -fixed.slack(), design.place},
                            maker.texts(), maker.sources(), sink);
        layout::each_placed(fixed, [&](layout::Piece& piece, Point at) {
            maker.mark(piece, at);
            maker.place(std::move(piece.content), at);
        });
    }
    maker.furnish(part);
    maker.report().filled = 1;
}

void make_notes_pages(PageMaker& maker, layout::PartGalley& galley, const style::Part& part, Length top,
                      std::int64_t count) {
    for (std::int64_t made = 0; made < count; ++made) {
        maker.begin(part);
        Length y = top;
        layout::Content heading;
        if (made == 0) {
            for (layout::Piece& piece : galley.flow.pieces) {
                maker.follow(piece);
                maker.mark(piece, {maker.left(), y});
                piece.content.move_by({maker.left(), y});
                heading.append(std::move(piece.content));
                y += piece.height;
            }
        }
        maker.forget_tab();
        maker.furnish(part);
        maker.place(std::move(heading), {});
        maker.rule_for_notes(part, y + part.fill_rule_distance);
        maker.report().filled = 1;
    }
}

}  // namespace brochure::page
