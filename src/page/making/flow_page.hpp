// A page of flowing text: what the page breaker chose, in its places. Internal to this folder.
#pragma once

#include <span>

#include "page/making/long_galley.hpp"
#include "page/making/notes.hpp"
#include "page/making/page_maker.hpp"

namespace brochure::page {

// What such pages are made with.
struct FlowPages {
    const layout::Manuscript& manuscript;
    PageMaker& maker;
    Notes& notes;
    Sink& sink;
};

// Reports what no page can hold (page-overfull) and a table whose halves are parted (spread-parted).
void make_page(const FlowPages& with, LongGalley& galley, std::span<const BreakPiece> pieces,
               const PageRoom& room, const PageChoice& choice);

}  // namespace brochure::page
