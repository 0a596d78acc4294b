// Context: what all files of the style stage share while one document is styled. Internal to this folder.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "style/style.hpp"

namespace brochure::style {

struct Context {
    const document::Document& document;
    const design::Design& design;
    const Pictures& pictures;
    const PageMap& pages;
    Sink& sink;
    StyledDocument out;

    std::vector<std::size_t> figures;                  // the image of each, in order: they count from 1
    std::map<std::string, PictureId> placed_pictures;  // image id -> its picture in `out`
    std::map<std::string, std::string>
        heading_numbers;                         // heading id -> "2.1", where the layout numbers its level
    std::set<std::size_t> explained;             // glossary entries that stand beside the text
    std::vector<std::size_t> footnotes_waiting;  // mentioned by the block at hand, once each
    std::set<std::size_t> footnotes_told;        // their Note is in the tree
    std::map<std::size_t, int> footnote_numbers;
    HangId footnotes_hang;                                       // of all of them
    std::set<std::pair<std::string, std::string>> shown_fields;  // treatment id and field, in some table

    // The label of the page where a destination stands; a placeholder of the usual width at the first pass.
    [[nodiscard]] std::string page_of(const std::string& destination) const;
    [[nodiscard]] const std::string& label(const std::string& key) const {
        return document.language.label(key);
    }
    // What a language calls one of a closed set: a part, a kind of call-out.
    template <class E>
    requires std::is_enum_v<E>
    [[nodiscard]] const std::string& label(E named) const { return label(std::string{base::name_of(named)}); }
    [[nodiscard]] const document::Punctuation& punctuation() const { return document.language.punctuation; }
    // A number of the program's own, in the language's digits.
    [[nodiscard]] std::string number(int value) const;
    [[nodiscard]] std::string word(
        const std::string& key) const;  // of the house, in this language; may be empty
    [[nodiscard]] PictureId place_picture(const std::string& image_id);
    // For the texts of a list whose markers are of this style.
    [[nodiscard]] HangId open_hang(Length least, const design::TextStyle& marker);
    // The same where no words are printed with it; `where` says so to an author whose drawing has some.
    [[nodiscard]] PictureId place_wordless(const std::string& image_id, std::string_view where);
};

// The numbers of the headings whose levels the layout numbers, by id.
std::map<std::string, std::string> number_headings(const document::Document& document,
                                                   const design::Design& design);

// A heading's words with its number before them, as contents, outline and running heads show it.
std::string numbered_title(const Context& context, const document::Heading& heading);

// "bladzijde {page}" with {page} filled in; a key that the pattern lacks is appended after a space.
std::string filled(std::string_view pattern, const std::map<std::string, std::string>& values);

// The label that says that no clinician has checked the text: of a translation another is binding, of the
// master none is.
std::string unreviewed_label(const document::Document& document);

// The whole page with its bleed.
Rect bled(const design::PageGeometry& page);

// "tel:0123456789" of a number as it is written.
std::string telephone_address(const std::string& number);

// The destination name of a source or footnote in the list at the end.
std::string source_destination(const document::Source& source);
std::string footnote_destination(int number);

// What the parts of the brochure are made by; each appends to context.out.parts.
void style_cover(Context& context);
void style_contents(Context& context);
void style_key_messages(Context& context);
void style_body(Context& context);
void style_glossary(Context& context);
void style_sources(Context& context);
void style_image_credits(Context& context);
void style_disclaimer(Context& context);
void style_notes(Context& context);
void style_back_cover(Context& context);

// Blocks of the body, of call-outs, of the disclaimer. `depth` counts lists that hold each other.
std::vector<Block> style_blocks(Context& context, const std::vector<document::Block>& blocks, NodeId parent,
                                const design::TextStyle& text, int depth);
Block style_table(Context& context, const document::Table& table, NodeId parent, const Place& place);
// Warns of what the treatments tell and no table shows: a patient would never read it.
void report_unseen_fields(const Context& context);
// Its marks ask no longer for a note at the page's foot.
void leave_foot_empty(Context& context, const TableBlock& table);
std::optional<Block> style_treatments(Context& context, const document::TableCall& call, NodeId parent,
                                      const Place& place);

// Where the layout has a column for notes: the explanations of the terms that a paragraph mentions first.
void explain_terms(Context& context, ParagraphId paragraph);
// Where the layout has pull-outs: a part's blocks with the key messages that brochure.toml wants repeated.
std::vector<Block> with_pull_outs(Context& context, std::vector<Block> flow);

// Where the layout has a column for pictograms: a part's blocks, a call-out's, or a key message, beside it.
// `inset`: how far inside the measure a call-out's text starts.
std::vector<Block> beside_pictograms(Context& context, std::vector<Block> flow);
std::vector<Block> beside_pictogram(Context& context, std::vector<Block> blocks, document::CallOutKind kind,
                                    Length inset);
Block beside_pictogram(Context& context, Block message, std::size_t key_message);

// A heading of a part that the program makes itself, as level 2, with its destination and outline entry.
Block generated_heading(Context& context, const std::string& words, const std::string& destination,
                        NodeId parent, const design::TextStyle& text, const design::HeadingStyle& style);

// One paragraph as a block.
Block text_block(ParagraphId paragraph, design::Space space);

// Parts a reader finds in the contents, in order, with their destinations.
struct ContentsEntry {
    std::string title;
    std::string destination;
    std::vector<std::string> inside;
    bool reference = false;  // glossary, sources, credits, disclaimer
};
std::vector<ContentsEntry> contents_of(const Context& context);

}  // namespace brochure::style
