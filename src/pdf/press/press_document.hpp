// PressDocument: the pages as the press prints them: every colour in inks, rasters converted, a slug line in
// the margin of the sheet. In: finished pages, a profile. Out: pages that differ in nothing but colour; no
// colour without its inks, none over the limit. In greyscale the inks are black alone.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "font/font.hpp"
#include "page/paged_document.hpp"
#include "pdf/press/press_profile.hpp"

namespace brochure::pdf {

struct PressOptions {
    std::filesystem::path profile;      // an ICC file; find_profile (press_profile.hpp) knows names
    std::string condition = "FOGRA39";  // its name in the ICC's registry of printing conditions
    bool greyscale = false;             // the black plate alone
    bool crop_marks = true;
    bool slug = true;
};

// From the bleed's edge to the sheet's, where there are marks or a slug line.
inline constexpr Length marks_room = Length::millimetres(10);

// The bleed, and all there is around it, in page coordinates.
Rect bleed_box(const page::PagedDocument& document);
Rect sheet_box(const page::PagedDocument& document, const PressOptions& options);

struct PressDocument {
    page::PagedDocument pages;  // where there is a slug line, it is the last item of every page
    bool has_slug = false;
    std::vector<int> most_ink;  // percent, by picture: of a raster's darkest pixel before it was limited
};

PressDocument press_document(const page::PagedDocument& document, const font::Library& fonts,
                             const PressProfile& profile, const PressOptions& options);

// The ink a colour has before it is limited: as named; black alone for greys, and for near-black in letters
// and lines (`thin`); converted.
Inks inks_wanted(const Colour& colour, const PressProfile& profile, bool thin);

}  // namespace brochure::pdf
