// Writes the press edition: PDF/X-4 in the inks of one printing condition, with bleed, crop marks and a slug
// line. In: finished pages in those inks (press_document.hpp), their fonts, the profile of the condition.
// Out: the file's bytes, the same for the same input. Every position is the page's. Whether the pages keep
// what the file claims is preflight's question, asked before.
#pragma once

#include <string>

#include "base/result.hpp"
#include "font/font.hpp"
#include "pdf/press/press_document.hpp"
#include "pdf/press/press_profile.hpp"

namespace brochure::pdf {

base::Result<std::string> write_press(const PressDocument& press, const font::Library& fonts,
                                      const PressProfile& profile, const PressOptions& options);

}  // namespace brochure::pdf
