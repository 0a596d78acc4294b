// Produce: the way of the data for one brochure in one language and one layout, from document to pages.
// In: a document, a layout, its pictures, fonts. Out: finished pages. Page numbers in the text are fed back
// until they hold.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "document/document.hpp"
#include "font/font.hpp"
#include "page/paginate.hpp"
#include "spec/layout_spec.hpp"
#include "style/style.hpp"

namespace brochure::build {

// Reads and decodes every image of a document; what cannot be read is reported and left out.
style::Pictures read_pictures(const document::Document& document, bool pictograms, Sink& sink);

// `created`: seconds since 1970; none: the brochure's own date.
page::Pagination produce(const document::Document& document, const spec::LayoutSpec& layout,
                         const style::Pictures& pictures, font::Library& fonts,
                         std::optional<std::int64_t> created, Sink& sink, bool explain = false);

}  // namespace brochure::build
