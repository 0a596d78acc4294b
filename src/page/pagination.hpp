// Pagination: finished pages, the labels that the next pass needs, and what is told of them.
#pragma once

#include <vector>

#include "page/paged_document.hpp"
#include "page/report.hpp"
#include "style/styled_document.hpp"

namespace brochure::page {

struct Pagination {
    PagedDocument document;
    style::PageMap labels;
    std::vector<PageReport> reports;
    CountReport count;
};

}  // namespace brochure::page
