// Marks: the short lines outside the trim that tell where to cut and where to fold.
// In: what is cut out of a side, the place of the fold, and the bleed. Out: lines. Promised: none of them
// touches the trim or the bleed; where there is no room for a line worth seeing, there is none.
#pragma once

#include <vector>

#include "impose/impose.hpp"

namespace brochure::impose {

std::vector<Mark> cut_marks(const Rect& cut_out, Length bleed, Size sheet);
std::vector<Mark> fold_marks(const Rect& cut_out, Length fold, Length bleed, Size sheet);

}  // namespace brochure::impose
