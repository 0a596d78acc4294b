// Font files before any library opens them: what kind of file it is, and whether it is whole.
// In: a file's bytes. Out: nothing if it may be opened, else why not and what to do.
#pragma once

#include <optional>
#include <string_view>

#include "font/face.hpp"

namespace brochure::font {

// A web font, a Type 1 font, an archive or a web page saved as a font is told by its name; so is a font some
// of whose tables lie beyond the file's end, as after a copy that broke off: its last letters would print as
// blanks.
std::optional<Refusal> file_refusal(std::string_view bytes);

}  // namespace brochure::font
