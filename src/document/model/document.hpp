// Document: one brochure in one language, as its author wrote it, checked and free of syntax.
// In (document/files/read.hpp): brochure.toml, a language's Markdown, the house file, the disclaimer, the
// language file. Out: plain data. Every text keeps the place it came from, so that any later stage can point
// at it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/text_range.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/figure_placement.hpp"
#include "document/model/kinds.hpp"
#include "document/model/language.hpp"

namespace brochure::document {

// What a stretch of text means. A mark has an empty range: it stands at a point of the text.
struct Strong {};
struct Emphasis {};
struct Link {
    std::string address;  // http, https, mailto or tel
};
struct CrossReference {
    std::string heading;  // the id of a heading of this document
};
struct Foreign {
    std::string language;  // BCP 47 tag of words in another language: [words]{lang=en}
};
struct FootnoteMark {
    std::size_t footnote = 0;  // index into Document::footnotes
};
struct Citation {
    std::vector<std::size_t> sources;  // indices into Document::sources, in the order written
};
struct LineBreak {};  // a hard break: the text holds U+2028 there
struct Raised {  // small, above or below the line; what Unicode has such characters for is written with them
    bool below = false;
};

using SpanMeaning =
    std::variant<Strong, Emphasis, Link, CrossReference, Foreign, FootnoteMark, Citation, LineBreak, Raised>;

struct Span {
    TextRange range;
    SpanMeaning meaning;
    Place place;
};

// Where a byte of the text stands in its file: holds from `offset` up to the next mark, column by column.
struct SourceMark {
    std::uint32_t offset = 0;
    Place place;
};

// The nearest known place of a byte of a text with such marks.
Place place_in(std::string_view utf8, const std::vector<SourceMark>& source, std::uint32_t offset);

// One paragraph's text. Soft line ends are single spaces; runs of white space are folded; no-break rules are
// not yet applied (the style stage does that).
struct Text {
    std::string utf8;
    std::vector<Span>
        spans;  // sorted by begin, then by descending end: an outer span comes before what it holds
    std::vector<SourceMark> source;  // sorted by offset; not empty unless the text is
    bool behind = false;    // the master text says something else by now: the page says so beside the words
    bool borrowed = false;  // they are the master's own words, in its language: so does the page

    [[nodiscard]] bool empty() const { return utf8.empty(); }
    [[nodiscard]] Place place_of(std::uint32_t offset) const { return place_in(utf8, source, offset); }
};

struct Block;

struct Paragraph {
    Text text;
};

struct Heading {
    int level = 2;  // 2 to 6; level 1 is the title
    std::string id;
    Text text;
};

struct ListItem {
    std::optional<bool> ticked;  // it has a box to tick: "- [ ]", "- [x]"
    std::vector<Block> blocks;
};

struct List {
    bool ordered = false;
    int start = 1;
    bool tight = true;
    std::vector<ListItem> items;
};

struct CallOut {
    CallOutKind kind = CallOutKind::note;
    Text title;  // empty: the language's word for the kind
    std::vector<Block> blocks;
};

struct Quote {
    std::vector<Block> blocks;
};

struct Figure {
    std::size_t image = 0;  // index into Document::images
    Text alternative;       // never empty in a document without errors
    Text caption;           // may be empty
};

enum class CellAlign { none, left, centre, right };

struct Table {
    std::vector<CellAlign> columns;
    std::vector<Text> head;
    std::vector<std::vector<Text>> rows;  // every row has as many cells as the head
};

// {{name}} on a line of its own: a table that the layout builds from the treatments.
struct TableCall {
    std::string name;
};

struct Block {
    Place place;
    std::variant<Paragraph, Heading, List, CallOut, Quote, Figure, Table, TableCall> content;
};

struct Footnote {
    std::string id;
    Text text;
    Place place;
};

// A field the source is silent about is absent, never invented.
struct Treatment {
    std::string id;
    Text name;
    std::map<std::string, Text> fields;  // aim, how, frequency, side_effects
    std::string section;                 // the id of the heading that treats it
    Place place;
};

struct GlossaryEntry {
    std::string id;  // the same in every language, whatever the term and its place; may be empty
    Text term;
    Text meaning;
    std::string sort;  // what the term is sorted as; empty: itself
    Place place;
};

struct Image {
    std::string id;
    std::filesystem::path file;  // absolute
    std::string shown_file;      // as written, for diagnostics
    std::string author;
    std::string agency;  // may be empty
    std::string licence;
    std::string source;                        // an address; may be empty
    std::optional<FigurePlacement> placement;  // none: as the layout places figures
    Place place;
};

// A small picture for a thought. Layouts for new readers set it beside the text; the others do without.
struct Pictogram {
    Image image;
    std::vector<std::string> sections;  // ids of headings
    std::vector<CallOutKind> call_outs;
    std::vector<std::size_t> key_messages;  // indices
};

// A key message that layouts may say again in some sections.
struct PullOut {
    std::size_t key_message = 0;  // index
    std::vector<std::string> sections;
};

struct Source {
    std::string id;
    std::string title;
    std::string language;  // of the title, BCP 47; empty: the brochure's
    std::string publisher;
    std::string address;  // may be empty
    std::optional<base::Date> seen;
    Place place;
};

// Who hands the brochure out. `words` are in the document's language.
struct House {
    std::string name;
    std::string address;
    std::string website;
    std::string phone;
    std::string emergency_phone;
    std::optional<Image> logo;
    std::string logo_alternative;
    std::map<std::string, std::string> words;  // department, contact, hours, emergency, emergency_hours
};

// What becomes of a translation whose master text has changed since it was confirmed.
enum class StalePolicy {
    hold,    // it is not built: the edition that was built before stays
    notice,  // it is built, and says so on the cover and beside each passage
    source,  // it is built, with the master's own words for each such passage, and says so
};

struct Document {
    std::string id;
    std::string number;  // the hospital's own, may be empty
    std::string edition;
    base::Date updated;
    base::Date review_by;
    Place review_by_place;
    std::string master;    // language tag of the master text
    bool reviewed = true;  // false: the text is marked as not clinically reviewed
    Place reviewed_place;  // of that word; the file's where it is not written
    StalePolicy stale_policy = StalePolicy::hold;
    bool behind = false;            // its master text has moved on; `edition` is that of its own words
    bool front_matter_read = true;  // false: it is no TOML, and all that stands there is missing
    Language language;
    Text title, subtitle, summary;
    std::vector<Text> key_messages;
    std::vector<Treatment> treatments;
    std::vector<GlossaryEntry> glossary;                        // in the author's order
    std::map<std::string, std::map<std::string, Text>> labels;  // image id -> key in the drawing -> words
    std::vector<Block> body;
    std::vector<Footnote> footnotes;  // in order of first mention
    std::vector<Image> images;
    std::vector<Pictogram> pictograms;
    std::vector<PullOut> pull_outs;
    std::vector<Source> sources;
    std::vector<Block> disclaimer;
    House house;
    Place place;        // the language file
    bool sound = true;  // false: mistakes were reported; what is not in it may have been lost by them
};

}  // namespace brochure::document
