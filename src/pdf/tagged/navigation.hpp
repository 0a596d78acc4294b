// Navigation: links, named destinations, the outline, page labels, and how a viewer opens the file.
// In: the document and its page dictionaries. Out: annotations on the pages, entries of the catalog.
#pragma once

#include <vector>

#include "page/paged_document.hpp"
#include "pdf/object/haru.hpp"
#include "pdf/tagged/structure.hpp"

namespace brochure::pdf {

// In document order: page by page, as the page lists them.
std::vector<LinkAnnotation> write_links(File& file, const page::PagedDocument& document,
                                        const std::vector<Dict>& pages);

void write_destinations(File& file, const page::PagedDocument& document, const std::vector<Dict>& pages);
void write_outline(File& file, const page::PagedDocument& document);
void write_page_labels(File& file, const page::PagedDocument& document);
void write_viewing(File& file, const page::PagedDocument& document);

}  // namespace brochure::pdf
