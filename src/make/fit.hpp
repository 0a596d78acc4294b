// Fit: a brochure's pages in as many as are wanted. In: what `produce` wants, and a layout's bounds. Out: the
// best pages, and the layout they are made with.
#pragma once

#include <optional>

#include "make/plan.hpp"
#include "make/produce.hpp"
#include "make/run.hpp"

namespace brochure::make {

// The layout is the job's, or, where that misses the number of pages, the same with a line more or fewer on
// every page. Of all ways to give and take this is the last: it is seen on every page.
struct Fitted {
    page::Pagination pages;
    std::optional<design::Design> other;  // none: the job's
};

Fitted fit(const Job& job, const document::Document& document, const style::Pictures& pictures,
           const TypeCase& type_case, const Imprint& imprint, const Run& run, Sink& sink);

}  // namespace brochure::make
