#include "page/breaking/page_breaker.hpp"

#include <cassert>

#include "page/breaking/page_search.hpp"

namespace brochure::page {

std::vector<PageChoice> break_pages(std::span<const BreakPiece> pieces, const PageRoom& room) {
    if (pieces.empty()) return {};
    std::vector<PageChoice> pages = fit::PageSearch(pieces, room, false).run();
    if (pages.empty()) pages = fit::PageSearch(pieces, room, true).run();
    assert(!pages.empty());
    return pages;
}

}  // namespace brochure::page
