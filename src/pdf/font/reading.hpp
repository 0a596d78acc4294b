// Reading: which piece of a page belongs to which marked content, and as what text each glyph is read.
// In: finished pages. Out: per page, sequences in painting order, each one BDC…EMC; every glyph has a code.
//
// What decides it, found by trying poppler 22.12, mupdf 1.21 and Ghostscript 10:
// - Marked content is never nested: `pdfinfo -struct-text` takes any inner EMC for the end of the content
// item.
// - A word broken at a line end is one sequence over both lines, with ActualText. pdftotext gives
//   ActualText the place from the first glyph to the last, and would set it on a line of its own; so an
//   unseen glyph closes it at the end of its first line. Where a note's mark or a full stop in another face
//   is right behind the word, the unseen glyph opens it instead, on its last line, or the two would be
//   parted. That glyph is read as U+00AD, as the added hyphen is: struct-text leaves it out.
// - A word broken at a page end is two sequences: the first has the whole word as ActualText and the rest of
//   it is read from unseen spaces behind the hyphen; the second has empty ActualText and its glyphs are read
//   as U+00AD. With a mark right behind the word, it is the other way round.
// - pdftotext takes a "-" of the text at a line end ("CT-/scan", "in- en/uitwendig") for an added one and
//   swallows it; what follows on the next line is therefore joined to it as if it were a broken word.
// - Text from the right is written in the order in which it is read, each letter by a string of its own, for
// struct-text
//   and mupdf go by the order of the glyphs, pdftotext and browsers by their places. `pdftotext -raw` puts
//   each letter on a line of its own then; the other way round, struct-text and tagged readers would find
//   every word backwards.
// - pdftotext turns ActualText and the characters of one glyph about where they run from the right, and takes
// a raised
//   glyph for another line. So a letter is read as one character, a ligature's other letters and the marks
//   from unseen spaces at its left, and the marks themselves are drawn as outlines.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "font/font.hpp"
#include "page/paged_document.hpp"
#include "pdf/font/face_codes.hpp"

namespace brochure::pdf {

// Glyphs of a run, as they are to be shown; the last may be a space that is not seen.
struct RunPiece {
    const page::GlyphRun* run = nullptr;
    std::size_t face = 0;             // index into Reading::faces
    std::vector<std::uint32_t> uses;  // indices into the face's codes
    std::vector<Length> x, rise;      // of each glyph: from the run's origin, above the baseline
    std::vector<bool> unseen;         // parallel: a space that is read as a mark; shown with next to no width
    Length end;                       // of the pen, from the run's origin
    struct Drawn {
        std::size_t outline = 0;  // index into Reading::outlines
        Length x, rise;
    };
    std::vector<Drawn> drawn;  // marks that the glyphs lack; read with them
    bool only_a_place =
        false;  // not read: tells where ActualText stands; without that there is no need of it
};

using Mark =
    std::variant<RunPiece, const page::FilledRect*, const page::StrokedLine*, const page::PlacedPicture*>;
// What an edition without marked content leaves out.
inline bool is_only_a_place(const Mark& mark) {
    const auto* piece = std::get_if<RunPiece>(&mark);
    return piece != nullptr && piece->only_a_place;
}
using Belongs = std::variant<style::LeafId, page::Artifact>;

struct Sequence {
    Belongs belongs;
    std::optional<std::string> actual_text;
    std::vector<Mark> marks;
};

// A face of the file. In order of first use: a FaceId depends on what else the program has loaded.
struct UsedFace {
    font::FaceId id;
    FaceCodes codes;
    std::optional<font::GlyphId> space;
};

struct Reading {
    std::vector<std::vector<Sequence>> pages;
    std::vector<UsedFace> faces;
    std::vector<font::Outline> outlines;
    std::deque<std::string> texts;  // what glyphs are read as where that is no part of a paragraph
};

// The views inside point into `document` and into the result.
Reading read_pages(const page::PagedDocument& document, const font::Library& fonts);

}  // namespace brochure::pdf
