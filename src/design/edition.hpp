// Edition: what the pages of a brochure are written for, with the names that layouts, the command line and
// files have for it. In: a name. Out: an edition, or nothing. The one list of editions there is.
#pragma once

#include "base/names.hpp"

namespace brochure::design {

enum class Edition { screen, press, booklet, two_up };

}  // namespace brochure::design

template <>
struct brochure::base::Names<brochure::design::Edition> {
    static constexpr std::array<std::string_view, 4> list{"screen", "press", "booklet", "2up"};
};

namespace brochure::design {

using base::name_of;

// Behind the name of brochure, language and layout: the screen's file needs no word of its own.
// `greyscale`: made beside those in colour.
inline std::string file_ending(Edition edition, bool greyscale) {
    std::string ending = edition == Edition::screen ? "" : "." + std::string{name_of(edition)};
    return ending + (greyscale ? ".grey.pdf" : ".pdf");
}

}  // namespace brochure::design
