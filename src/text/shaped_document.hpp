// ShapedDocument: every paragraph's glyphs, and every place where a line may break, measured once.
// In: styled paragraphs, fonts, hyphenation dictionaries. Out: runs of glyphs, and between every two
// opportunities a fragment with its width; an opportunity carries what is added if it is taken. Breaking
// lines is arithmetic on these. Reported: a character that no face of the family has (code point, family,
// place).
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/id.hpp"
#include "base/length.hpp"
#include "base/text_range.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/language.hpp"
#include "font/font.hpp"
#include "style/styled_document.hpp"
#include "unicode/unicode.hpp"

namespace brochure::text {

struct ShapedRun {
    std::size_t styled_run = 0;  // index into StyledParagraph::runs
    font::FaceId face;
    font::ScriptTag script{};
    Length size;  // of the face: the style's, scaled as the family says
    TextRange range;
    std::uint8_t level = 0;                       // UAX 9
    std::uint8_t mark_before = unicode::no_mark;  // of an isolate that begins or ends before it
    std::vector<font::Glyph> glyphs;
};

enum class BreakKind : std::uint8_t {
    space,   // the space is dropped
    here,    // nothing dropped, nothing added: after a hyphen or slash of the text, between Han characters
    hyphen,  // a hyphen is added
    parted,  // nothing added: inside what would stick out otherwise, and is read as one word
    forced   // a hard line break, a sentence that starts a line, or the end of the paragraph
};

struct Opportunity {
    std::uint32_t line_end = 0;    // the line's content ends before this byte
    std::uint32_t next_start = 0;  // the next line's content starts at this byte
    BreakKind kind = BreakKind::space;
    Length space;            // natural width of what lies between the two, if the break is not taken
    bool stretches = false;  // that space is a word space
    Length end_if_taken;     // added to the line's width: the hyphen, changed kerning
    Length start_if_taken;   // added to the next line's width: changed kerning, a repeated hyphen
    Length hang_end;  // how far the line's last glyph may hang out at the end if taken (0 without hanging)
    bool in_word = false;  // what it parts is read as one word: see parts_word
    bool repeats_hyphen =
        false;  // the text's hyphen before it is set again at the next line's start (Polish)
};

// Text between two opportunities.
struct Fragment {
    TextRange range;
    Length width;              // natural
    std::uint32_t spaces = 0;  // word spaces inside, where no line may end; they stretch too
    Length space_width;        // their natural width together
    Length hang_start;         // how far its first glyph may hang out at the start
    // Between characters that are set solid (Han), what justification may add and take; zero in other
    // scripts.
    Length joint_stretch, joint_shrink;
};

struct ShapedParagraph {
    std::vector<ShapedRun> runs;             // logical order
    std::vector<Fragment> fragments;         // fragments[i] ends at opportunities[i]
    std::vector<Opportunity> opportunities;  // the last is forced, at the end of the text
    Length ascent, descent;                  // of the tallest face, at its size; both positive
    Length own_ascent, own_descent;          // of the style's own face, whatever scripts the text is in
    Length word_space;                       // natural width of a space in the paragraph's main style
};

// Shaped paragraphs by id, shared with what remembers them.
class ShapedParagraphs {
  public:
    style::ParagraphId push_back(std::shared_ptr<const ShapedParagraph> paragraph) {
        return paragraphs_.push_back(std::move(paragraph));
    }
    style::ParagraphId push_back(ShapedParagraph paragraph) {
        return push_back(std::make_shared<const ShapedParagraph>(std::move(paragraph)));
    }
    const ShapedParagraph& operator[](style::ParagraphId id) const { return *paragraphs_[id]; }

  private:
    base::IdVec<style::ParagraphId, std::shared_ptr<const ShapedParagraph>> paragraphs_;
};

struct ShapedDocument {
    ShapedParagraphs paragraphs;
};

// Glyphs of one line, in visual order, one entry per run.
struct LineRun {
    std::size_t styled_run = 0;
    font::FaceId face;
    Length size;
    std::uint32_t begin = 0;  // of its text: by this, runs are put in the order in which they are read
    bool right_to_left = false;
    font::ScriptTag script{};
    std::vector<font::Glyph> glyphs;  // visual order; cluster = byte offset
    // Parallel to the glyphs: the bytes each glyph's cluster stands for; empty, at the cluster's end, for its
    // second and later glyphs, and for an added hyphen. Together they are the line's text, every byte once.
    std::vector<TextRange> sources;
    bool ends_in_added_hyphen = false;    // its last glyph (right to left: its first) is an added hyphen
    bool starts_in_added_hyphen = false;  // its first glyph (right to left: its last) is a repeated hyphen
};

// Hyphenation dictionaries, each read when a word is first looked up in it. For many threads.
class Dictionaries {
  public:
    Dictionaries();
    ~Dictionaries();
    Dictionaries(const Dictionaries&) = delete;
    Dictionaries& operator=(const Dictionaries&) = delete;
    struct State;
    std::unique_ptr<State> state;
};

// Where words may be hyphenated. A dictionary that is not installed is reported once, with the package that
// brings it, as an error.
class Hyphenator {
  public:
    Hyphenator();  // with dictionaries of its own
    explicit Hyphenator(std::shared_ptr<Dictionaries> dictionaries);
    ~Hyphenator();
    Hyphenator(const Hyphenator&) = delete;
    Hyphenator& operator=(const Hyphenator&) = delete;
    // Byte offsets within `word` (letters only, as typed) where it may be hyphenated.
    std::vector<std::uint32_t> points(std::string_view word, const document::Language& language, Sink& sink);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// Remembers shaped paragraphs between passes: the same text in the same style is shaped once. One cache
// belongs to one font library and one language file.
class ShapeCache {
  public:
    ShapeCache();
    ~ShapeCache();
    ShapeCache(const ShapeCache&) = delete;
    ShapeCache& operator=(const ShapeCache&) = delete;
    struct State;
    std::unique_ptr<State> state;
};

// A paragraph of the same text in the same style is shaped once.
std::shared_ptr<const ShapedParagraph> shape_paragraph(const style::StyledParagraph& paragraph,
                                                       const document::Language& language,
                                                       font::Library& fonts, Hyphenator& hyphenator,
                                                       ShapeCache& cache, Sink& sink);

ShapedDocument shape_document(const style::StyledDocument& document, const document::Language& language,
                              font::Library& fonts, Hyphenator& hyphenator, ShapeCache& cache, Sink& sink);

// The glyphs of the line from opportunity `from` (none: the paragraph's start) to opportunity `to`, shaped
// anew where an end of the line changes them, with the added hyphen. Widths sum to what the fragments and
// opportunities said.
std::vector<LineRun> cut_line(const style::StyledParagraph& paragraph, const ShapedParagraph& shaped,
                              std::optional<std::size_t> from, std::size_t to, const font::Library& fonts);

// The same paragraph with places to end a line in what is wider than `measure` and has none of its own: at
// the spaces that hold ("2 × 500 mg"), and between any two grapheme clusters of what is too wide even so. A
// last resort for doses, words and addresses that would stick out.
ShapedParagraph break_anywhere(const style::StyledParagraph& paragraph, const ShapedParagraph& shaped,
                               Length measure, const font::Library& fonts);

}  // namespace brochure::text
