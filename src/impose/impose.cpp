#include "impose/impose.hpp"

#include <algorithm>
#include <cassert>
#include <cstdint>
#include <utility>

#include "impose/marks.hpp"

namespace brochure::impose {

namespace {

enum class Half { left, right };

Length fold_of(Size sheet) { return sheet.width / 2; }

Rect half_of(Size sheet, Half half) {
    const Length fold = fold_of(sheet);
    return half == Half::left ? Rect::from_edges({}, {}, fold, sheet.height)
                              : Rect::from_edges(fold, {}, sheet.width, sheet.height);
}

// What two boxes share; without extent where they do not meet.
Rect shared(const Rect& a, const Rect& b) {
    const Length left = std::max(a.left(), b.left()), top = std::max(a.top(), b.top());
    return Rect::from_edges(left, top, std::max(left, std::min(a.right(), b.right())),
                            std::max(top, std::min(a.bottom(), b.bottom())));
}

// A page upright in its half, its inner edge on the fold but for the creep.
PlacedPage place(std::optional<std::size_t> page, Half half, Length creep, Size trim,
                 const Options& options) {
    const Length fold = fold_of(options.sheet);
    PlacedPage placed;
    placed.page = page;
    placed.creep = creep;
    placed.corner.x = half == Half::left ? fold - trim.width + creep : fold - creep;
    placed.corner.y = (options.sheet.height - trim.height) / 2;
    const Rect box{placed.corner, trim};
    const Rect room = half_of(options.sheet, half);
    const Rect reached = Rect{{}, options.sheet}.inflated(-options.unprintable_edge);
    placed.clip = shared(box.inflated(options.bleed), room);
    placed.printable = shared(shared(box, room), reached).moved({-placed.corner.x, -placed.corner.y});
    return placed;
}

Rect cut_out_of(const Side& side, Size trim) {
    Rect all{side.pages.front().corner, trim};
    for (const PlacedPage& placed : side.pages) all = all.united({placed.corner, trim});
    return all;
}

void turn(Side& side, Size sheet) {
    const auto turned = [&](Point p) { return Point{sheet.width - p.x, sheet.height - p.y}; };
    for (PlacedPage& placed : side.pages) {
        placed.corner = turned(placed.corner);
        placed.turned = !placed.turned;
        const Rect& clip = placed.clip;
        placed.clip = {turned({clip.right(), clip.bottom()}), clip.size};
    }
    std::reverse(side.pages.begin(), side.pages.end());
    for (Mark& mark : side.marks) mark = {mark.kind, turned(mark.from), turned(mark.to)};
}

// The printer turns the sheet about an edge that lies along the head of the pages.
bool flip_swaps_head_and_foot(const Options& options) {
    const bool landscape = options.sheet.width >= options.sheet.height;
    return landscape == (options.flip == DuplexFlip::long_edge);
}

// The page at a place of the booklet, places counted from 1; none for a blank.
std::optional<std::size_t> page_at(std::size_t at, std::size_t page_count, std::size_t places) {
    const bool back_cover = at == places && page_count > 1;
    if (back_cover) return page_count - 1;
    const bool before_blanks = at < page_count || at == 1;
    return before_blanks ? std::optional{at - 1} : std::nullopt;
}

}  // namespace

std::vector<Sheet> impose_booklet(std::size_t page_count, Size trim, const Options& options) {
    assert(options.paper_thickness >= Length{});
    const std::size_t places = (page_count + 3) / 4 * 4;
    const bool bound_left = options.binding == Binding::left;
    std::vector<Sheet> sheets;
    for (std::size_t k = 0; k < places / 4; ++k) {
        const Length creep = options.paper_thickness * static_cast<std::int64_t>(k);
        // Left and right as they are for binding on the left.
        const auto side = [&](std::size_t left, std::size_t right) {
            if (!bound_left) std::swap(left, right);
            Side made;
            made.pages = {place(page_at(left, page_count, places), Half::left, creep, trim, options),
                          place(page_at(right, page_count, places), Half::right, creep, trim, options)};
            const Rect cut_out = cut_out_of(made, trim);
            if (options.cut_marks) made.marks = cut_marks(cut_out, options.bleed, options.sheet);
            if (options.fold_marks) {
                const auto marks = fold_marks(cut_out, fold_of(options.sheet), options.bleed, options.sheet);
                made.marks.insert(made.marks.end(), marks.begin(), marks.end());
            }
            return made;
        };
        Sheet sheet{side(places - 2 * k, 1 + 2 * k), side(2 + 2 * k, places - 1 - 2 * k)};
        if (flip_swaps_head_and_foot(options)) turn(*sheet.back, options.sheet);
        sheets.push_back(std::move(sheet));
    }
    return sheets;
}

std::vector<Sheet> impose_two_up(std::size_t page_count, Size trim, const Options& options) {
    std::vector<Sheet> sheets;
    if (page_count == 0) return sheets;
    const Half recto = options.binding == Binding::left ? Half::right : Half::left;
    for (std::size_t spread = 0; spread <= page_count / 2; ++spread) {
        Side side;
        const auto put = [&](std::size_t number, Half half) {
            if (number == 0 || number > page_count) return;
            side.pages.push_back(place(number - 1, half, Length{}, trim, options));
        };
        for (const Half half : {Half::left, Half::right}) {
            put(half == recto ? 2 * spread + 1 : 2 * spread, half);
        }
        if (options.cut_marks) side.marks = cut_marks(cut_out_of(side, trim), options.bleed, options.sheet);
        sheets.push_back({std::move(side), std::nullopt});
    }
    return sheets;
}

Size missing_room(Size trim, Size sheet) {
    return {std::max(Length{}, trim.width * 2 - sheet.width), std::max(Length{}, trim.height - sheet.height)};
}

Point on_side(const PlacedPage& placed, Point on_page) {
    if (!placed.turned) return placed.corner + on_page;
    return {placed.corner.x - on_page.x, placed.corner.y - on_page.y};
}

Rect on_side(const PlacedPage& placed, const Rect& on_page) {
    const Point a = on_side(placed, on_page.origin);
    const Point b = on_side(placed, Point{on_page.right(), on_page.bottom()});
    return placed.turned ? Rect::from_edges(b.x, b.y, a.x, a.y) : Rect::from_edges(a.x, a.y, b.x, b.y);
}

Length cut_off(const PlacedPage& placed, const Rect& on_page) {
    const Rect& printable = placed.printable;
    return std::max({Length{}, printable.left() - on_page.left(), printable.top() - on_page.top(),
                     on_page.right() - printable.right(), on_page.bottom() - printable.bottom()});
}

}  // namespace brochure::impose
