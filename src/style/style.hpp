// The style stage: gives every block of a document its style, number and label, and writes out what the
// layout asks for. In: a checked Document, a Design, the decoded pictures, the page labels of the last
// pass (empty at the first). Out: a StyledDocument. Reported: a table call the layout does not know, a cover
// picture there is not, and the like.
#pragma once

#include <map>
#include <memory>
#include <string>

#include "design/design.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/document.hpp"
#include "picture/picture.hpp"
#include "style/styled_document.hpp"

namespace brochure::style {

// The house's logo among the pictures; no image's id has a colon.
inline constexpr const char* house_logo = "house:logo";

// By image id. A picture that could not be read is absent (and was reported).
using Pictures = std::map<std::string, std::shared_ptr<const picture::Picture>>;

StyledDocument style_document(const document::Document& document, const design::Design& design,
                              const Pictures& pictures, const PageMap& pages, Sink& sink);

}  // namespace brochure::style
