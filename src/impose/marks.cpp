#include "impose/marks.hpp"

#include <algorithm>

namespace brochure::impose {

namespace {

// A knife that misses by this much still leaves no ink of the mark on the page.
constexpr Length least_gap = Length::millimetres(1);
// Long enough to lay a ruler along.
constexpr Length longest = Length::millimetres(5);
// What is shorter is a speck, and no line.
constexpr Length shortest = Length::millimetres(1);

struct Stretch {
    Length from, to;
};

// Where marks stand on a line that crosses something from `low` to `high`: before it, behind it.
std::vector<Stretch> outside(Length low, Length high, Length bleed, Length paper) {
    const Length gap = std::max(bleed, least_gap);
    const Length before = low - gap, behind = high + gap;
    std::vector<Stretch> stretches;
    if (before >= shortest) stretches.push_back({before, std::max(Length{}, before - longest)});
    if (paper - behind >= shortest) stretches.push_back({behind, std::min(paper, behind + longest)});
    return stretches;
}

}  // namespace

std::vector<Mark> cut_marks(const Rect& cut_out, Length bleed, Size sheet) {
    std::vector<Mark> marks;
    for (const Stretch& y : outside(cut_out.top(), cut_out.bottom(), bleed, sheet.height)) {
        for (const Length x : {cut_out.left(), cut_out.right()}) {
            marks.push_back({Mark::Kind::cut, {x, y.from}, {x, y.to}});
        }
    }
    for (const Stretch& x : outside(cut_out.left(), cut_out.right(), bleed, sheet.width)) {
        for (const Length y : {cut_out.top(), cut_out.bottom()}) {
            marks.push_back({Mark::Kind::cut, {x.from, y}, {x.to, y}});
        }
    }
    return marks;
}

std::vector<Mark> fold_marks(const Rect& cut_out, Length fold, Length bleed, Size sheet) {
    std::vector<Mark> marks;
    for (const Stretch& y : outside(cut_out.top(), cut_out.bottom(), bleed, sheet.height)) {
        marks.push_back({Mark::Kind::fold, {fold, y.from}, {fold, y.to}});
    }
    return marks;
}

}  // namespace brochure::impose
