// Readable: all that a reader of a brochure sees or hears, piece by piece, in the order of its file.
// In: a document, and digests of its pictures' files. Out: its units, and besides what is no text to be
// translated: pictures and whose they are, sources, who hands the brochure out, the form of lists and
// call-outs. One value for all who ask what has changed: reports, sign-offs, the code on every page.
//
// Dates are no part of it: a brochure that was looked at again says what it said. Nor is what decides only
// how it looks.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/model/document.hpp"
#include "units/unit.hpp"

namespace brochure::units {

struct Piece {
    std::string key;
    Kind kind = Kind::paragraph;
    std::string words;   // for people, without marks
    std::string digest;  // of words and marks; of a picture, of its file
    Place place;
};

// By the ids of images, of pictograms, and "logo". One that is missing counts as empty.
using PictureDigests = std::map<std::string, std::string, std::less<>>;

// The ids and files that digests are wanted of.
std::vector<const document::Image*> pictures_of(const document::Document& document);

std::vector<Piece> readable_of(const document::Document& document, const PictureDigests& pictures);

// Of all of that, in 64 hexadecimal digits. Ids of things are not in it, but what they name is: a heading
// that is called something else in the file alone makes no other seal.
std::string seal_of(const document::Document& document, const PictureDigests& pictures);

// The beginning of a seal as it is printed: "K7QM-2XTP", without letters that look like figures.
std::string edition_code(std::string_view seal);
// The same as somebody may have typed it: small letters, no hyphen, O for 0. Nothing if it is no code.
std::string as_edition_code(std::string_view typed);

}  // namespace brochure::units
