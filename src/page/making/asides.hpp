// Asides: what stands beside the pieces of a page, in its outer margin or across it. Internal to this folder.
#pragma once

#include <span>

#include "page/making/long_galley.hpp"
#include "page/making/page_maker.hpp"

namespace brochure::page {

// Turns the asides' places, relative to their pieces, into places on the page. What has no room and may be
// left out is emptied and told; what must stand and has no room is reported (page-overfull).
void stack_asides(std::span<const Standing> standing, const design::Design& design, PageReport& report,
                  Sink& sink);

// Those of a piece that stand there, `left` being its left edge.
void place_asides(PageMaker& maker, layout::Piece& piece, layout::Aside::Where where, Length left);

}  // namespace brochure::page
