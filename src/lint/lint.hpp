// Lint: what `check` says beyond what `build` reports: rules of reading and setting.
// In: a document, its layout, and the pages they became. Out: warnings in a sink, each with its place and
// what to do. Promised: no clock is read, and nothing is changed.
#pragma once

#include <optional>

#include "base/date.hpp"
#include "design/design.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/document.hpp"
#include "font/font.hpp"
#include "page/paginate.hpp"

namespace brochure::lint {

// `today`: without it nobody knows whether a review is overdue.
void check_text(const document::Document& document, const std::optional<base::Date>& today, Sink& sink);

struct Setting {
    const document::Document& document;
    const design::Design& design;
    const page::Pagination& pages;
    const font::Library& fonts;
};

void check_pages(const Setting& setting, Sink& sink);

}  // namespace brochure::lint
