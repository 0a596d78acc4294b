// Items: stretches of a paragraph that one face can shape in one direction.
// In: a styled paragraph, fonts. Out: items in logical order that cover the text but for its line separators.
// Reported: a character that no face of its family has, with its place.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "font/font.hpp"
#include "style/styled_document.hpp"
#include "text/shaped_document.hpp"

namespace brochure::text {

// Which face has a character, as far as the library was asked: asking costs more than the itemising.
using KnownFaces = std::unordered_map<char32_t, std::optional<font::FaceId>>;
struct FaceMemo {
    std::map<std::pair<font::FaceQuery, font::ScriptTag>, KnownFaces> faces;
    // Whether a face shows a character, the face's number above the character.
    std::unordered_map<std::uint64_t, bool> shows;
};

// The runs, still without glyphs.
std::vector<ShapedRun> itemize(const style::StyledParagraph& paragraph, font::Library& fonts, FaceMemo& memo,
                               Sink& sink);

// Where a byte of the paragraph stands in its file.
Place place_of(const style::StyledParagraph& paragraph, std::uint32_t offset);

}  // namespace brochure::text
