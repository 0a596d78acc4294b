#pragma once
#include "diag/codes.hpp"
namespace brochure::diag::code {
inline constexpr std::string_view picture_empty = "picture-empty";
inline constexpr std::string_view label_outside = "label-outside";
inline constexpr std::string_view labels_overlap = "labels-overlap";
inline constexpr std::string_view colour_differs =
    "colour-differs";                                           // a picture's from the layout's, on the press
inline constexpr std::string_view greys_alike = "greys-alike";  // colours that differ, without colour
}  // namespace brochure::diag::code
