// Contrast: every text of a layout against every ground it may stand on (WCAG 2.1, 1.4.3 and 1.4.6).
// In: a Design whose colours are all known; styles may be absent. Out: an error under 4.5:1, a warning
// under 7:1; for large text (18 pt, or 14 pt bold) 3:1 and 4.5:1. Each pair of colours is reported once, with
// the styles it concerns.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "design/design.hpp"
#include "diag/diagnostic.hpp"

namespace brochure::design {

// Where colours come from, if the layout extends another.
struct ColourSources {
    std::map<std::string, Place> places;  // where each colour is given
    std::vector<std::string> files;       // the layout's own file, then what it extends, one after another
};

// A colour that the layout gives anew to texts of the layout that it extends is reported where it is given.
void check_contrast(const Design& design, Sink& sink, const ColourSources& sources = {});

}  // namespace brochure::design
