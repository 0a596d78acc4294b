// Inline Markdown: words, emphasis, links, cross-references, notes, citations, words in another language.
// In: cmark's inline nodes and the source they were made from. Out: a Text whose every character knows its
// place. cmark gives no usable columns behind soft line ends, entities and escapes: the nodes are matched to
// the source anew.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "document/markdown/markdown_tree.hpp"
#include "document/markdown/raised.hpp"
#include "document/markdown/text_builder.hpp"
#include "document/markdown/typed_text.hpp"
#include "document/model/document.hpp"
#include "document/model/source_text.hpp"

namespace brochure::document {

// What texts mention, to be looked up when everything has been read; and what they need to know meanwhile.
struct Mention {
    std::string id;
    Place place;
};
struct References {
    const Language* language = nullptr;
    std::vector<std::string> sources;  // ids, in order
    std::set<std::size_t> sources_cited;
    std::vector<Mention> headings;         // cross-references, and the sections of treatments
    std::vector<Mention> footnotes;        // the first mention of each, by cmark's number
    std::vector<std::string> images;       // ids, in order
    std::vector<std::string> image_files;  // of each, as written in brochure.toml
    std::set<std::size_t> images_used;
    std::set<std::string> notes_refused;  // ids of footnotes that were mentioned where none may stand
    bool footnotes_allowed = false;
};

// Reads the inline children of one block. `at` stands at the first character of its content.
class InlineReader {
  public:
    InlineReader(Cursor at, int quote_depth, References& references, Sink& sink);

    // The siblings from `first` up to `stop` (or to the last).
    [[nodiscard]] Text read(cmark_node* first, cmark_node* stop = nullptr);
    // The first `bytes` of the next text are no part of it: not in the source either.
    void ignore(std::size_t bytes) { ignored_ = bytes; }
    // A cell, where "<br>" is the only way to write a line's end.
    void allow_breaks() { breaks_allowed_ = true; }
    // Notes may not stand here: "a caption".
    void refuse_notes_in(std::string_view where) { notes_refused_in_ = where; }
    // Ends at `{#id}`: the id is taken, not read as text.
    void expect_heading_id() { heading_id_expected_ = true; }
    [[nodiscard]] const Mention& heading_id() const { return heading_id_; }

    struct Image {
        std::string id;
        Text alternative, caption;
        Place place;
    };
    [[nodiscard]] Image read_image(cmark_node* image);

    [[nodiscard]] Place place() const { return at_.place(); }
    void next_line();  // to the first character of the next line's content

  private:
    struct Open {
        NodeKind kind;
        std::size_t span;
        Cursor at;              // the opening mark
        bool reported = false;  // it was meant as a sign
    };
    struct Bracket {
        std::uint32_t offset;  // of "[" in the text
        std::size_t depth;     // of open nodes there
        Spot spot;
    };
    struct Tail {  // what follows the words of a link or image: (address "title")
        std::string title;
        std::vector<SourceMark> title_marks;
    };

    void enter(cmark_node* node, NodeKind kind, TextBuilder& text);
    void leave(cmark_node* node, NodeKind kind, TextBuilder& text);
    void read_text(std::string_view literal, TextBuilder& text, bool last);
    std::size_t read_character(std::string_view literal, TextBuilder& text);
    std::size_t read_citation(std::string_view literal, TextBuilder& text);
    std::size_t read_unknown_footnote(std::string_view literal);
    std::size_t read_language_end(std::string_view literal, TextBuilder& text);
    std::size_t read_raised(std::string_view literal, TextBuilder& text);
    void append_raised(const RaisedWords& raised, TextBuilder& text);
    void read_html(std::string_view html, TextBuilder& text);
    std::size_t read_heading_id(std::string_view literal, bool last);
    void read_footnote(cmark_node* node, TextBuilder& text);
    void read_code(cmark_node* node, TextBuilder& text);
    SpanMeaning link_meaning(cmark_node* node, Spot spot);
    Tail skip_tail();
    void skip_space();
    std::size_t read_plain(std::string_view literal, TextBuilder& text);
    void skip(std::size_t bytes) { at_.advance_to(at_.offset() + bytes); }
    void report_forbidden(char32_t c, Spot spot);
    void open(NodeKind kind, SpanMeaning meaning, std::size_t mark_length, TextBuilder& text);
    void check_emphasis(Open& opened);
    void report_sign(const Cursor& at);
    void note_typed(std::string_view character, bool escaped, Spot spot);
    void report_html(std::string_view html, Spot spot);
    void refuse_note(const std::string& id, Spot spot);
    [[nodiscard]] Place place(Spot spot) const { return {at_.source().file(), spot.line, spot.column}; }

    Cursor at_;
    int quote_depth_;
    References& references_;
    Sink& sink_;
    std::size_t ignored_ = 0;
    bool heading_id_expected_ = false;
    bool breaks_allowed_ = false;
    Mention heading_id_;
    std::vector<Open> open_;
    std::vector<Bracket> brackets_;
    TypedText typed_;
    std::set<std::string> html_reported_;  // names of tags
    std::string_view notes_refused_in_;
    bool caret_said_ = false;  // once a text
};

// A text of front matter, or a caption: one paragraph of inline Markdown, whatever it starts with. `where`
// names it: no footnote may stand there.
Text read_inline(const SourceText& source, References& references, Sink& sink,
                 std::string_view where = "this text");

}  // namespace brochure::document
