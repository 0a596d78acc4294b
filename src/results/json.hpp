// Json: what came of a run, for a program. In: a report. Out: one object, as text that ends with a newline.
// Whatever a name or a message holds, what is written is JSON: bytes that are no UTF-8 become U+FFFD.
#pragma once

#include <string>

#include "make/make.hpp"

namespace brochure::results {

// `outputs`: what became of every file that was wanted. `written`: of those, the files that are there.
// `refused`: what the environment would not do. `misused`: what was wrong with the command. `gone`: files
// whose source is. `diagnostics`: the mistakes; of one code a hundred at most, and how many more there are.
// With `deps`, all that was looked at.
std::string as_json(const make::Report& report, bool with_deps = false);
std::string deps_as_json(const make::Report& report);

}  // namespace brochure::results
