// The ToUnicode map of a font (ISO 32000-1, 9.10.3): which text each code is read as.
// In: codes in ascending order and their texts. Out: the CMap's bytes; ranges where codes and characters run
// alike, at most 100 lines a block, ligatures as several characters.
#pragma once

#include <string>
#include <vector>

#include "pdf/font/face_codes.hpp"

namespace brochure::pdf {

std::string to_unicode_map(const std::vector<FaceCodes::Entry>& by_code);

}  // namespace brochure::pdf
