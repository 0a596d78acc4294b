// Lint: what `check` says beyond the mistakes that `build` reports: rules of reading and of print.
// In: a document, its layout and pictures, and the pages they became. Out: warnings in a sink, each with its
// place and what to do; a picture too coarse to print is an error. Promised: no clock is read, and nothing is
// changed.
#pragma once

#include <optional>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "document/document.hpp"
#include "font/font.hpp"
#include "page/paginate.hpp"
#include "spec/layout_spec.hpp"
#include "style/style.hpp"

namespace brochure::lint {

// `today`: from SOURCE_DATE_EPOCH; without it nobody knows whether a review is overdue.
void check_text(const document::Document& document, const std::optional<base::Date>& today, Sink& sink);

struct Setting {
    const document::Document& document;
    const spec::LayoutSpec& layout;
    const page::Pagination& pages;
    const font::Library& fonts;
};

void check_pages(const Setting& setting, Sink& sink);

}  // namespace brochure::lint
