// Imposition: which page stands where on which side of which sheet. Geometry alone, no PDF.
// In: how many pages there are, their trim, the paper and the printer. Out: sheets, each with its sides,
// their pages placed and the marks drawn. Promised: pages are never scaled, nothing crosses the fold, and a
// booklet printed on both sides, stacked and folded reads from the first page to the last with every page
// upright.
//
// Coordinates: from the top left corner of a side as it lies before the reader, y downwards.
//
// The booklet. The outermost sheet is sheet 0; with n pages, numbered from 1, sheet k bears
//
//     front  n-2k | 1+2k        back  2+2k | n-1-2k        bound on the left
//            1+2k | n-2k            n-1-2k | 2+2k          bound on the right, read from right to left
//
// Creep. Sheet k lies inside k others, so its fold is k thicknesses of paper farther from the back of the
// booklet and its fore-edge sticks out by as much. The knife cuts all sheets alike. Pages of sheet k are
// therefore moved towards the fold by k * paper_thickness, on the left half to the right, on the right half
// to the left; the strip that would cross the fold is clipped away. With w the width of the trim and f the
// fold:
//
//     left page from f - w + k*t,  right page from f - k*t
//
// The back of a landscape sheet. ^ is a page with its head up, v one with its head down. Page 2 belongs
// behind page 1, head behind head:
//
//     front         printed on the back     lies behind the front, seen from the front as through glass
//
//     | 8^ | 1^ |   | 2^ | 7^ |             short edge: left and right change places   | 7^ | 2^ |  good
//                   | 2^ | 7^ |             long edge: head and foot change places     | 2v | 7v |  wrong
//                   | 7v | 2v |             long edge, the side turned by 180 degrees  | 7^ | 2^ |  good
//
// On a portrait sheet the long edges stand left and right of the fold, so there the short edge wants the
// turn.
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "base/length.hpp"

namespace brochure::impose {

enum class Binding { left, right };               // right: for what is read from right to left
enum class DuplexFlip { short_edge, long_edge };  // the edge about which the printer turns the sheet

struct Options {
    Size sheet{Length::millimetres(297), Length::millimetres(210)};
    Binding binding = Binding::left;
    DuplexFlip flip = DuplexFlip::short_edge;
    Length paper_thickness = Length::millimetres(0.1);  // office paper of 80 g/m²; zero: no creep
    Length unprintable_edge =
        Length::millimetres(5);  // the strip along every edge that the printer leaves out
    Length bleed;                // how much of the pages' bleed to show
    bool cut_marks = false;
    bool fold_marks = false;
};

struct PlacedPage {
    std::optional<std::size_t> page;  // index into the pages; none: a blank
    Point corner;                     // where the top left corner of the page's trim stands on the side
    bool turned = false;  // by 180 degrees about that corner: the page lies left of it and above it
    Rect clip;            // on the side: the trim and its bleed, as far as the page's half reaches
    Length creep;         // how far the page was moved towards the fold
    Rect printable;       // on the page: what of the trim the printer and the fold leave
};

struct Mark {
    enum class Kind { cut, fold };
    Kind kind = Kind::cut;
    Point from, to;
};

struct Side {
    std::vector<PlacedPage> pages;  // from left to right
    std::vector<Mark> marks;
};

struct Sheet {
    Side front;
    std::optional<Side> back;  // none: printed on one side
};

// Saddle stitch, the outermost sheet first. Where the pages are no multiple of four, blanks stand before the
// last page, so that the back cover stays outside.
std::vector<Sheet> impose_booklet(std::size_t page_count, Size trim, const Options& options = {});

// Facing pages for a proof, not for folding: the first page alone, then 2-3, 4-5 and so on, a spread to a
// sheet, printed on one side and without creep or fold marks.
std::vector<Sheet> impose_two_up(std::size_t page_count, Size trim, const Options& options = {});

// By how much a sheet is too narrow or too low for two pages side by side; zero where it is large enough. On
// a sheet that is too small pages lose their outer edges.
Size missing_room(Size trim, Size sheet);

// Where a point or a box of the page comes to lie on the side.
Point on_side(const PlacedPage& placed, Point on_page);
Rect on_side(const PlacedPage& placed, const Rect& on_page);

// How far something on the page reaches into what will not be printed, at its worst edge; zero if all of it
// is.
Length cut_off(const PlacedPage& placed, const Rect& on_page);

}  // namespace brochure::impose
