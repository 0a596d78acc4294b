#include "page/making/flow_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "diag/codes.hpp"
#include "page/making/asides.hpp"
#include "page/making/decorations.hpp"
#include "page/making/explain.hpp"

namespace brochure::page {

namespace {

// Of a block that would have room without its notes, the longest of them is to blame.
void report_overfull(const FlowPages& with, const Place& block, const std::vector<std::size_t>& notes,
                     Length by) {
    const auto longest = with.notes.longest(notes);
    if (longest && with.notes.heights()[*longest] >= by) {
        const style::Footnote& note = with.manuscript.document.footnotes[*longest];
        with.sink.error(diag::code::page_overfull, note.blocks.front().place,
                        fmt::format("The footnote '{}' is {:.1f} mm too long to stand on one page with the "
                                    "words that mention it.",
                                    note.id, by.to_millimetres()),
                        "Shorten the note, or make it a paragraph of the text.");
        return;
    }
    with.sink.error(diag::code::page_overfull, block,
                    fmt::format("A block is {:.1f} mm higher than a page can hold.", by.to_millimetres()),
                    "Make the picture lower, or part the block.");
}

void report_parted(const layout::Piece& half, Sink& sink) {
    sink.warning(diag::code::spread_parted, half.place,
                 "The two halves of a table stand on the two sides of a leaf: no text can come before it "
                 "that would bring them to facing pages.",
                 "Let text follow or precede the table, or set its 'form' to \"cards\" in the layout.");
}

layout::Content repeat_of(const GalleyPiece& piece) {
    return piece.piece->repeat ? piece.galley->repeats[*piece.piece->repeat].content : layout::Content{};
}

// The footnotes that a page's pieces mention, each once.
std::vector<std::size_t> notes_of(std::span<const Standing> standing) {
    std::vector<std::size_t> notes;
    for (const Standing& entry : standing) {
        for (const std::size_t note : entry.at.piece->content.footnotes) {
            if (std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
        }
    }
    return notes;
}

// The pieces one after the other, each with what stands beside it.
void place_pieces(PageMaker& maker, std::span<const Standing> standing, const design::Design& design) {
    std::vector<Item>& items = maker.page().items;
    std::size_t row_from = 0;
    std::optional<std::size_t> torn_row;
    int column_before = 0;
    for (const Standing& entry : standing) {
        layout::Piece& piece = *entry.at.piece;
        if (entry.column > std::exchange(column_before, entry.column))
            maker.report().faults.add(piece.faults);
        const Point at{maker.left() + entry.left, entry.top};
        maker.mark(piece, at);
        maker.follow(piece);
        place_asides(maker, piece, layout::Aside::Where::page, -design.page.bleed);
        const std::size_t from = items.size();
        maker.place(std::move(piece.content), at);
        const bool goes_on = torn_row && piece.torn_row == torn_row;
        if (!goes_on) row_from = from;
        if (goes_on) read_cell_by_cell(items, row_from);
        torn_row = piece.torn_row;
        place_asides(maker, piece, layout::Aside::Where::outer_margin, maker.margin_left());
    }
}

}  // namespace

void make_page(const FlowPages& with, LongGalley& galley, std::span<const BreakPiece> pieces,
               const PageRoom& room, const PageChoice& choice) {
    const design::Design& design = with.manuscript.design;
    PageMaker& maker = with.maker;
    const PagePlan plan = plan_page(pieces, room, choice);
    std::vector<Standing> own = galley.stand(choice, plan, with.manuscript);
    for (Standing& entry : own) entry.top += design.page.top;
    // A figure at the top belongs to its own part, whatever comes next.
    const GalleyPiece& opening = galley[plan.pieces.front()];
    const style::Part& part = with.manuscript.document.parts[opening.part];
    maker.begin(part);
    // The head names the part that opens the page, or the one that goes on.
    maker.follow(*opening.piece);
    maker.furnish(part);
    const std::size_t content = maker.page().items.size();
    decorate(maker.page(), own, maker.left());
    if (plan.repeats)
        maker.place(repeat_of(galley[choice.first]), {maker.left(), plan.repeat_top + design.page.top});
    stack_asides(own, design, maker.report(), with.sink);
    explain_page(galley, pieces, choice, design.page.text_height(), maker.texts(), maker.report());
    const std::vector<std::size_t> notes = notes_of(own);
    place_pieces(maker, own, design);
    grounds_first(maker.page().items, content);
    with.notes.place(maker, notes, plan.notes);
    if (choice.parted) report_parted(*galley[*choice.carried].piece, with.sink);
    if (choice.overfull > Length{})
        report_overfull(with, own.front().at.piece->place, notes, choice.overfull);
}

}  // namespace brochure::page
