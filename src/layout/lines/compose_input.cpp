#include "layout/lines/compose_input.hpp"

#include <algorithm>

#include "layout/lines/text_widths.hpp"

namespace brochure::layout {

Length ComposeInput::hang(style::HangId id) const {
    if (!id.valid()) return {};
    if (hangs_.size() <= id.index()) hangs_.resize(document.hangs.size());
    std::optional<Length>& known = hangs_[id.index()];
    if (known) return *known;
    const style::Hang& list = document.hangs[id];
    Length hang = list.least;
    for (const style::ParagraphId marker : list.markers)
        hang = std::max(hang, natural_width(shaped.paragraphs[marker]) + list.gap);
    known = hang;
    return hang;
}

}  // namespace brochure::layout
