// Pandoc: an existing text of any form as HTML, by the program of that name.
// In: a file. Out: HTML that is well-formed XML. The program is run by itself, without a shell; it is given
// the file as its input and may open no other (--sandbox).
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"

namespace brochure::intake {

// What a file's ending says that it is; empty for one that nobody can read.
std::string pandoc_format(const std::filesystem::path& file);

// An error says what to do: install the program, or save the file in another form.
base::Result<std::string> as_html(const std::filesystem::path& file);

}  // namespace brochure::intake
