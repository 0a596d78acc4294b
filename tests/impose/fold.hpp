// Paper, a printer and two hands: prints sheets on both sides, stacks and folds them, and reads the booklet.
// Written without a look at how pages are imposed; it knows only where a page was put on a side.
//
// A sheet is told by the coordinates of its front as it lies before the reader. What is printed on the back
// is carried over to them, so that the back is seen through the paper from the front.
#pragma once

#include <algorithm>
#include <optional>
#include <vector>

#include "impose/impose.hpp"

namespace brochure::test {

// A page printed on paper: three of its corners, as points of the sheet seen from the front.
struct Print {
    std::optional<std::size_t> page;
    double left_top_x = 0, left_top_y = 0;
    double right_top_x = 0, right_top_y = 0;
    double left_foot_x = 0, left_foot_y = 0;

    [[nodiscard]] double middle_x() const { return (right_top_x + left_foot_x) / 2; }
    [[nodiscard]] double least_x() const { return std::min(left_foot_x, right_top_x); }
    [[nodiscard]] double greatest_x() const { return std::max(left_foot_x, right_top_x); }
};

struct Paper {
    std::vector<Print> front, back;
};

// One side of one leaf of the folded booklet, as the reader sees it.
struct ReadPage {
    std::optional<std::size_t> page;
    bool upright = false;
    bool mirrored = false;
    double fore_edge = 0;  // mm from the fold of the outermost sheet to the page's outer edge, all folded
    double spine = 0;      // mm from the fold of its own sheet to the page's inner edge
};

inline Print printed(const impose::PlacedPage& placed, Size trim) {
    const double sign = placed.turned ? -1 : 1;
    const double x = placed.corner.x.to_millimetres(), y = placed.corner.y.to_millimetres();
    const double width = trim.width.to_millimetres(), height = trim.height.to_millimetres();
    return {placed.page, x, y, x + sign * width, y, x, y + sign * height};
}

// The printer: turns the sheet about its long or its short edge before it prints the back.
inline Paper print(const impose::Sheet& sheet, Size trim, Size paper, impose::DuplexFlip flip) {
    Paper out;
    for (const auto& placed : sheet.front.pages) out.front.push_back(printed(placed, trim));
    const double width = paper.width.to_millimetres(), height = paper.height.to_millimetres();
    const bool width_is_long = paper.width > paper.height;
    const bool about_a_long_edge = flip == impose::DuplexFlip::long_edge;
    const bool about_a_horizontal_edge = about_a_long_edge == width_is_long;
    for (const auto& placed : sheet.back.value().pages) {
        Print p = printed(placed, trim);
        for (double* x : {&p.left_top_x, &p.right_top_x, &p.left_foot_x}) {
            if (!about_a_horizontal_edge) *x = width - *x;
        }
        for (double* y : {&p.left_top_y, &p.right_top_y, &p.left_foot_y}) {
            if (about_a_horizontal_edge) *y = height - *y;
        }
        out.back.push_back(p);
    }
    return out;
}

// What is read on one half of one face. Seen from the back, left and right change places.
inline ReadPage read_half(const std::vector<Print>& face, bool is_back, bool left_half, double fold,
                          double out_of_the_outermost_fold) {
    for (const Print& p : face) {
        if ((p.middle_x() < fold) != left_half) continue;
        ReadPage read;
        read.page = p.page;
        read.upright = p.left_foot_y > p.left_top_y;
        const bool runs_right = p.right_top_x > p.left_top_x;
        read.mirrored = read.upright && runs_right == is_back;
        read.fore_edge = (left_half ? fold - p.least_x() : p.greatest_x() - fold) + out_of_the_outermost_fold;
        read.spine = left_half ? fold - p.greatest_x() : p.least_x() - fold;
        return read;
    }
    return {};
}

// Two hands: the sheets lie in a stack, backs up, sheet 0 below all; they are folded so that the backs come
// inside. Then the leaves are turned one by one. `paper_mm`: how thick a sheet is.
inline std::vector<ReadPage> fold_and_read(const std::vector<Paper>& stack, Size paper, bool spine_left,
                                           double paper_mm) {
    const double fold = paper.width.to_millimetres() / 2;
    std::vector<ReadPage> book;
    // Backs up, the half that is right on the front lies left. A book with its spine on the left begins with
    // the leaves that lie left when it is open in the middle, the lowest first.
    const bool first_half_is_left_on_front = !spine_left;
    for (std::size_t k = 0; k < stack.size(); ++k) {
        const double out = paper_mm * static_cast<double>(k);
        book.push_back(read_half(stack[k].front, false, first_half_is_left_on_front, fold, out));
        book.push_back(read_half(stack[k].back, true, first_half_is_left_on_front, fold, out));
    }
    for (std::size_t k = stack.size(); k-- > 0;) {
        const double out = paper_mm * static_cast<double>(k);
        book.push_back(read_half(stack[k].back, true, !first_half_is_left_on_front, fold, out));
        book.push_back(read_half(stack[k].front, false, !first_half_is_left_on_front, fold, out));
    }
    return book;
}

}  // namespace brochure::test
