// Writes the press edition: PDF/X-4 in the inks of one printing condition, with bleed, crop marks and a slug
// line. In: finished pages, their fonts, the profile of the condition. Out: the file's bytes, the same for
// the same input; in the sink, what a press would print badly (press_checks.hpp). An error in the sink
// (claims.hpp) means that the bytes would not keep what they claim: throw them away. Every position is the
// page's. Error: the profile cannot be read, or is none of four inks.
#pragma once

#include <filesystem>
#include <string>

#include "base/result.hpp"
#include "diag/diagnostic.hpp"
#include "font/font.hpp"
#include "page/paged_document.hpp"

namespace brochure::pdf {

struct PressOptions {
    std::filesystem::path profile;      // an ICC file; find_profile (press_profile.hpp) knows names
    std::string condition = "FOGRA39";  // its name in the ICC's registry of printing conditions
    bool greyscale = false;             // the black plate alone
    bool crop_marks = true;
    bool slug = true;
};

base::Result<std::string> write_press(const page::PagedDocument& document, const font::Library& fonts,
                                      const PressOptions& options, Sink& sink);

}  // namespace brochure::pdf
