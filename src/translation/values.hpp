// Values of a translation beside those of its master text, piece by piece.
// In: two documents. Out: a diagnostic with both places for
// - every amount, unit, date or telephone number that differs (code value-differs): an error where both texts
//   have figures and they are not the same, else a warning;
// - every mark that one has and the other lacks (mark-differs): an error for links, references and notes, a
//   warning for citations and emphasis;
// - a passage about what can harm that denies something in one text alone (negation-differs): a warning.
#pragma once

#include "document/document.hpp"
#include "units/comparison.hpp"

namespace brochure::translation {

void compare_values(const document::Document& master, const document::Document& translation, Sink& sink);

}  // namespace brochure::translation
