// SVG drawings as paths that stay vectors. In: the bytes of the file. Out: a Drawing that shows what a viewer
// shows, with every transform applied, or an error for each thing in the file that keeps it from being so.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "picture/picture.hpp"

namespace brochure::picture {

std::optional<Drawing> read_svg(std::string_view bytes, const std::string& shown_file, Sink& sink);

}  // namespace brochure::picture
