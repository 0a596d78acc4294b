// The structure tree of the file (ISO 32000-1, 14.7): elements, their attributes, and the way back from
// content. In: the document's tree, the places of its leaves on the pages, its link annotations. Out:
// StructTreeRoot with ParentTree and IDTree, StructParents of pages and StructParent of annotations. What has
// no content anywhere is left out; a table keeps its empty cells.
#pragma once

#include <vector>

#include "page/paged_document.hpp"
#include "pdf/content/page_content.hpp"
#include "pdf/object/haru.hpp"

namespace brochure::pdf {

struct LinkAnnotation {
    Dict annotation;
    style::NodeId node;
    std::size_t page = 0;
};

void write_structure(File& file, const page::PagedDocument& document, const font::Library& fonts,
                     const WrittenPages& written, const std::vector<LinkAnnotation>& links);

}  // namespace brochure::pdf
