// The text styles of a layout, each over the one it is based on.
// In: [text.*] and [line_breaking]. Out: finished styles by name, every length absolute.
// A length in em follows the style that inherits it: "1.4 em" of leading is 1.4 times the size of that style.
#pragma once

#include <map>
#include <string>

#include "spec/layout_spec.hpp"
#include "spec/names.hpp"
#include "spec/section.hpp"

namespace brochure::spec {

std::map<std::string, TextStyle> read_texts(Section texts, Section breaking, const PageGeometry& page,
                                            Names& names);

}  // namespace brochure::spec
