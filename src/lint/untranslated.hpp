// Untranslated: what of a translation is still in the master's words. Asked by `build` as well as `check`: a
// patient who cannot read it is not helped by its being well set.
// In: both texts. Out: warnings, each at the passage, with the master's place; one for a text that is hardly
// translated at all. Names, numbers, addresses and words marked as of another language are no passages.
#pragma once

#include "diag/diagnostic.hpp"
#include "document/model/document.hpp"

namespace brochure::lint {

void untranslated(const document::Document& master, const document::Document& translation, Sink& sink);

}  // namespace brochure::lint
