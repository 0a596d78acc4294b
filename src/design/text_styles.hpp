// The text styles of a layout, each over the one it is based on.
// In: [text.*] and [line_breaking]. Out: finished styles by name, every length absolute.
// A length in em follows the style that inherits it: "1.4 em" of leading is 1.4 times the size of that style.
#pragma once

#include <map>
#include <string>

#include "design/design.hpp"
#include "design/names.hpp"
#include "design/section.hpp"

namespace brochure::design {

std::map<std::string, TextStyle> read_texts(Section texts, Section breaking, const PageGeometry& page,
                                            Names& names);

}  // namespace brochure::design
