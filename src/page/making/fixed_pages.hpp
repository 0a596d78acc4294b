// Pages that do not flow: covers, and pages to write on. Internal to this folder.
#pragma once

#include <cstdint>

#include "page/making/page_maker.hpp"

namespace brochure::page {

// Reports a box that holds more than it has room for (page-overfull).
void make_fixed_page(PageMaker& maker, layout::PartGalley& galley, const style::Part& part,
                     const design::Design& design, Sink& sink);

// So many pages to write on, the first of them with the part's heading.
void make_notes_pages(PageMaker& maker, layout::PartGalley& galley, const style::Part& part, Length top,
                      std::int64_t count);

}  // namespace brochure::page
