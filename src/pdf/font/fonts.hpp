// Fonts: a subset of a face as a composite font (ISO 32000-1, 9.7), with two-byte codes under Identity-H.
// In: a face and the codes its glyphs have. Out: the font dictionary; the advance of each code in 1/1000 em,
// as the viewer will take it. The same glyphs give the same subset tag.
#pragma once

#include <vector>

#include "font/font.hpp"
#include "pdf/font/face_codes.hpp"
#include "pdf/font/reading.hpp"
#include "pdf/object/haru.hpp"

namespace brochure::pdf {

struct EmbeddedFace {
    Dict font;
    std::vector<int> widths;  // by code; whole numbers, since what they leave is made good in the text
};

// All faces that the pages use, in the order of Reading::faces.
std::vector<EmbeddedFace> embed_faces(File& file, const font::Library& fonts, const Reading& reading);
EmbeddedFace embed_face(File& file, const font::Library& fonts, font::FaceId face, const FaceCodes& codes);

}  // namespace brochure::pdf
