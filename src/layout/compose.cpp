#include "layout/compose.hpp"

#include <cassert>
#include <utility>
#include <variant>

#include "layout/figures/give_way.hpp"
#include "layout/figures/picture_items.hpp"
#include "layout/flow/blocks.hpp"
#include "layout/flow/columns.hpp"

namespace brochure::layout {

std::vector<Piece> recompose(const Manuscript& manuscript, const Galley& galley, const Flex& flex,
                             int lines) {
    Sink unused;  // what there is to say was said of the natural setting
    const ComposeInput input{manuscript, unused};
    Flow flow{input};
    flow.more_lines = lines;
    compose_block(flow, *flex.block, flex.frame);
    std::vector<Piece> pieces = flow.galley.take().pieces;
    const Piece& first = galley.pieces[flex.first];
    assert(!pieces.empty());
    pieces.front().space_before = first.space_before;
    pieces.front().landmarks = first.landmarks;
    return pieces;
}

namespace {

// Boxes are measured from the left; in a right-to-left brochure the pages are mirrored.
Rect turned(Rect box, const style::StyledDocument& document, const design::Design& design) {
    if (document.right_to_left) box.origin.x = design.page.trim.width - box.right();
    return box;
}

std::vector<GlyphRun> words_in(const std::vector<FixedGalley>& boxes) {
    std::vector<GlyphRun> words;
    for (const FixedGalley& fixed : boxes) {
        each_placed(fixed, [&](const Piece& piece, Point at) {
            std::vector<Item> items = piece.content.items;
            move_all(items, at);
            for (Item& item : items) {
                if (auto* run = std::get_if<GlyphRun>(&item.content)) words.push_back(std::move(*run));
            }
        });
    }
    return words;
}

std::vector<Item> fixed_picture(const ComposeInput& input, const style::FixedPicture& picture,
                                const std::vector<FixedGalley>& boxes) {
    std::variant<style::LeafId, Artifact> belongs = Artifact::background;
    if (picture.leaf) belongs = *picture.leaf;
    std::vector<Item> items = picture_items(
        input, picture.picture, turned(picture.box, input.document, input.design), belongs, picture.labels);
    if (!picture.gives_way) return items;
    const Length way = way_given(*input.document.pictures[picture.picture].picture,
                                 std::get<PlacedPicture>(items.front().content).box, words_in(boxes),
                                 picture.gives_way->gap, input.fonts);
    if (way <= Length{}) return items;
    move_all(items, {Length{}, way});
    if (const auto& foot = picture.gives_way->foot)
        items.push_back({FilledRect{foot->box, foot->colour}, Artifact::background});
    return items;
}

Galley composed(const ComposeInput& input, const std::vector<style::Block>& blocks, const Frame& frame) {
    Flow flow{input};
    compose_blocks(flow, blocks, frame);
    return flow.galley.take();
}

PartGalley composed(const ComposeInput& input, std::size_t index, const Frame& column) {
    const style::Part& part = input.document.parts[index];
    PartGalley galley;
    galley.part = index;
    Flow flow{input};
    if (part.columns) {
        compose_in_columns(flow, part.flow, *part.columns, column);
    } else {
        compose_blocks(flow, part.flow, column);
    }
    galley.flow = flow.galley.take();
    for (const style::FixedFlow& fixed : part.fixed) {
        Frame box = column;
        box.width = fixed.box.size.width;
        box.off_grid = true;
        galley.fixed.push_back({turned(fixed.box, input.document, input.design), fixed.at_bottom,
                                fixed.centred, composed(input, fixed.blocks, box)});
    }
    for (const style::FixedPicture& picture : part.pictures)
        append(galley.pictures, fixed_picture(input, picture, galley.fixed));
    return galley;
}

}  // namespace

Galleys compose(const Manuscript& manuscript, Sink& sink) {
    ComposeInput input{manuscript, sink};
    Frame column;
    column.width = manuscript.design.page.measure();
    column.right_to_left = manuscript.document.right_to_left;
    Galleys out;
    // First the notes: what mentions one has less room on its page.
    Frame note = column;
    note.off_grid = true;
    std::vector<Length> note_heights;
    for (const style::Footnote& footnote : manuscript.document.footnotes) {
        out.footnotes.push_back(composed(input, footnote.blocks, note));
        note_heights.push_back(height_of(out.footnotes.back()));
    }
    input.note_heights = note_heights;
    for (std::size_t part = 0; part < manuscript.document.parts.size(); ++part)
        out.parts.push_back(composed(input, part, column));
    return out;
}

}  // namespace brochure::layout
