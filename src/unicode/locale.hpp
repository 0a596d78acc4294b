// locale_for: a language tag as ICU's locale, the same on every machine.
// In: BCP 47 tags from content files. Out: ICU locales whose fallback is the root locale, never the machine's
// own.
#pragma once

#include <unicode/locid.h>

#include <string>

namespace brochure::unicode {

// An ill-formed or empty tag is the root locale. Made once for each thread.
const icu::Locale& locale_for(const std::string& language);

}  // namespace brochure::unicode
