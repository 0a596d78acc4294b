// Values of a translation beside those of its master text.
// In: two documents. Out: a diagnostic for every amount, unit or telephone number that differs, with both
// places (code value-differs): an error where both texts have figures and they are not the same, else a
// warning.
#pragma once

#include "document/document.hpp"
#include "units/comparison.hpp"

namespace brochure::translation {

void compare_values(const document::Document& master, const document::Document& translation, Sink& sink);

}  // namespace brochure::translation
