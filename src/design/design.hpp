// Design: everything a layout file decides, typed and checked.
// In (design/read.hpp): layouts/NAME.toml, with what it extends. Out: plain data; every Length is absolute
// ("1 line" is the baseline distance, "1 em" the style's own size, "40 %" where a header says so a share of
// the measure). A text style's colours are resolved; names that point elsewhere in the file were checked by
// the reader.
#pragma once

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.hpp"
#include "base/length.hpp"
#include "design/edition.hpp"
#include "design/part_kind.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/figure_placement.hpp"
#include "document/model/kinds.hpp"
#include "font/font.hpp"

namespace brochure::design {

enum class Align { start, justified, centre, end };
enum class HyphenationUse { none, sparing, normal };
enum class Sentences { run_on, own_line };  // one after the other, or each from a line of its own

// How lines are chosen: costs in the manner of Knuth and Plass 1981.
struct LineBreaking {
    int tolerance = 400;  // badness of a line up to which it counts as good
    int line_penalty = 10;
    int hyphen_penalty = 50;
    int hard_hyphen_penalty = 50;  // after a hyphen of the text
    int no_pause_penalty = 0;      // where one does not pause when reading aloud
    int adjacent_demerits = 10000;
    int double_hyphen_demerits = 10000;
    int final_hyphen_demerits = 5000;
    int max_hyphen_run = 2;           // consecutive hyphenated lines
    double word_space_stretch = 0.5;  // shares of the word space
    double word_space_shrink = 0.33;
    double glyph_scaling = 0;  // 0.02: glyphs may be set 2 % wider or narrower
    bool hanging_punctuation = true;
    Length last_line_least;   // a last line shorter than this is dear
    Length ragged_zone;       // start-aligned: a line this much short costs as badness 100
    int min_word_length = 6;  // letters of the shortest word that is hyphenated
};

struct TextStyle {
    std::string name;
    font::FaceQuery face;
    Length size, leading;
    Colour colour;
    Align align = Align::start;
    HyphenationUse hyphenation = HyphenationUse::none;
    Sentences sentences = Sentences::run_on;
    Length indent;          // of the first line
    bool balanced = false;  // headings: lines of like length
    bool tabular_figures = false;
    bool italics = true;  // what an author stresses is italic; else bold
    LineBreaking breaking;
    Place place;  // of its table
    Place size_place, colour_place;
};

struct Space {
    Length before, after;
};

enum class PartHeadingStart { new_page, run_on };

struct HeadingStyle {
    const TextStyle* text = nullptr;
    Space space;
    bool numbered = false;
    int keep_lines = 2;  // lines of the following block that go with it
};

struct ListStyle {
    std::vector<std::string> markers{"•", "–"};  // per depth
    const TextStyle* text = nullptr;
    const TextStyle* marker = nullptr;
    Length hang;
    Space space;     // around the list
    Length between;  // its items
};

struct CallOutStyle {
    const TextStyle* title = nullptr;
    const TextStyle* text = nullptr;
    const TextStyle* phone = nullptr;  // set: the house's emergency number stands at the end
    std::optional<Colour> ground, bar;
    Length bar_width;
    Length padding_start, padding_end, padding_top, padding_bottom;
    Space space;
    std::string marker;  // sign before the title, so that nothing is said by colour alone; may be empty
};

using document::FigurePlacement;

struct FigureStyle {
    const TextStyle* caption = nullptr;
    const TextStyle* caption_label = nullptr;
    const TextStyle* drawing_label = nullptr;
    std::optional<Colour> ground;
    Length padding, caption_gap, max_height;
    Space space;
    bool may_move = true;
    bool numbered = true;
    FigurePlacement placement = FigurePlacement::here;
    Length beside_width, gap;  // of a figure with text beside it; between it and the text, and in a row
    bool rows = false;         // figures that follow one another stand side by side
};

// A column at the start side of the text, for the small pictures that brochure.toml names for its thoughts.
// Headings, figures, tables and grounds keep the whole measure.
struct PictogramStyle {
    bool shown = false;
    Length width, gap;
};

// A column in the outer margin, for figures and for the glossary's terms.
struct MarginColumn {
    Length width, gap;                // no width: none
    const TextStyle* note = nullptr;  // null: terms are not explained beside the text
    const TextStyle* term = nullptr;
    Length between;  // two notes
};

// A key message that is said again in a section, large.
struct PullOutStyle {
    const TextStyle* text = nullptr;  // null: none
    std::optional<Colour> bar;
    Length bar_width, padding_start;
    Space space;
};

// A table as columns; as cards, one for each row; as columns unless one of them would be cramped; as columns
// that are shared out over two facing pages.
enum class TableForm { grid, cards, automatic, spread };
enum class TableNotes { below, foot };

struct TableStyle {
    TableForm form = TableForm::grid;
    Length cards_below;                   // automatic: cards where a column's text would have to wrap in less
    TableNotes notes = TableNotes::foot;  // where notes mentioned in cells stand: under the table or the page
    const TextStyle* head = nullptr;
    const TextStyle* cell = nullptr;
    const TextStyle* first_column = nullptr;
    const TextStyle* page_line = nullptr;  // "page 14" under a treatment's name; null: none
    const TextStyle* continued = nullptr;
    Colour head_ground;
    std::optional<Colour> even_row_ground;
    Colour rule_colour;
    Length rule_width;
    Length cell_padding_x, cell_padding_y;
    Space space;
};

// A card: the row's first cell as its title, every further cell under the label of its column.
struct CardStyle {
    const TextStyle* title = nullptr;
    const TextStyle* title_label = nullptr;  // the first column's label, above the title
    const TextStyle* page_line = nullptr;    // "page 14" beside or under the title
    const TextStyle* label = nullptr;
    const TextStyle* text = nullptr;
    Colour title_ground;
    std::optional<Colour> ground;
    Colour rule_colour;
    Length rule_width;
    Length padding_x, padding_y;
    Length between;  // two cards
};

// A table over the treatments. A column shows one field, or several joined.
struct TreatmentColumn {
    std::vector<std::string> fields;  // name, aim, how, frequency, side_effects
    std::string heading;              // key of the language's [columns]
};
struct TreatmentTable {
    std::vector<TreatmentColumn> columns;
    std::optional<TableForm> form;  // none: that of all tables
    std::string only_with;          // leave out treatments without this field; empty: all
    Place place;
};

struct ContentsStyle {
    const TextStyle* heading = nullptr;
    const TextStyle* number = nullptr;
    const TextStyle* title = nullptr;
    const TextStyle* detail = nullptr;  // the grey line that names what is inside; null: none
    Length number_width;
    Colour rule_colour;
    Length rule_width;
    Space space;  // around an entry
    Space heading_space;
};

struct KeyMessagesStyle {
    const TextStyle* heading = nullptr;
    const TextStyle* number = nullptr;
    const TextStyle* text = nullptr;
    Length number_width;
    Length between;
    std::optional<Colour> ground;
    Space heading_space;
};

struct CoverStyle {
    Colour ground;
    Colour foot_ground;
    Length foot_height;
    Rect text_box;        // eyebrow, title, subtitle
    Rect picture_box;     // may reach into the bleed
    std::string picture;  // the image's id
    const TextStyle* eyebrow = nullptr;
    const TextStyle* title = nullptr;
    const TextStyle* subtitle = nullptr;
    const TextStyle* notice = nullptr;  // "not clinically reviewed", in the foot
    const TextStyle* house = nullptr;
    const TextStyle* department = nullptr;
    Length title_gap, subtitle_gap;
    Length logo_height;
};

struct BackStyle {
    Colour ground;
    const TextStyle* heading = nullptr;
    const TextStyle* text = nullptr;
    const TextStyle* phone = nullptr;
    const TextStyle* emergency_phone = nullptr;
    const TextStyle* colophon = nullptr;
    Rect text_box;
    Colour rule_colour;
    Length rule_width;
    Length between;  // its paragraphs and phone numbers
    Space heading_space;
};

// Glossary, sources, image credits, disclaimer, footnotes.
struct ReferenceStyle {
    const TextStyle* heading = nullptr;
    const TextStyle* text = nullptr;
    const TextStyle* term = nullptr;  // glossary terms, numbers of sources
    Length hang;
    Length between;
    Space heading_space;
};

struct FootnoteStyle {
    const TextStyle* text = nullptr;
    const TextStyle* mark = nullptr;
    Length mark_rise;
    Length mark_size;
    Length hang;
    Length rule_length, rule_width;
    Colour rule_colour;
    Length space_above;
};

// Running heads and folios; positions are baselines from the trim's top.
enum class HeadContent { none, part_title, brochure_title };
struct RunningStyle {
    const TextStyle* folio = nullptr;
    const TextStyle* head = nullptr;
    Length baseline;
    HeadContent verso = HeadContent::part_title;
    HeadContent recto = HeadContent::brochure_title;
};

struct TabStyle {
    bool shown = true;
    Colour colour;
    Length width, height;
    Length first;  // top of the first part's tab
    Length step;   // down from part to part
};

// How pages are chosen. A page that costs `in_need` or more is made only where there is no other way.
struct PageBreaking {
    int in_need = 10000;
    int widow_cost = 20000;   // a paragraph's last line alone at a page's top
    int orphan_cost = 20000;  // its first line alone at a foot
    int hyphen_cost = 300;    // a page that ends in a broken word
    // Torn between facing pages, and where the leaf is turned: a call-out, which is dearer than any short
    // page; a list of few items; one of few numbered steps.
    int group_break_cost = 40000, group_overleaf_cost = 60000;
    int short_list_cost = 500, short_list_overleaf_cost = 1500;
    int steps_cost = 2500, steps_overleaf_cost = 40000;
    int list_end_cost = 1000;  // the first or last item of a list alone
    int lone_row_cost = 20000;
    int announced_table_cost = 2000;
    int torn_row_cost = 15000;       // a row of a table torn that a page could hold
    int torn_card_cost = 6000;       // likewise a card, between its fields
    int figure_moved_cost = 200;     // to the next page's top
    int figure_foot_cost = 60;       // to the page's foot, text from below it coming before
    int figure_heading_cost = 800;   // moved so behind a heading that comes after it
    int left_figure_cost = 10000;    // a page ends short since its part's last figure had no room on it
    int figure_section_cost = 2000;  // and that is not below its own
    int figure_between_cost = 500;   // at a page's top within a paragraph that goes on
    int run_on_cost = 400;           // a part that starts on a page with another's end
    int run_on_low_cost = 4000;      // and has less room there than
    int run_on_least_lines = 8;
    int underfull_cost = 150;      // times the square of the empty share, in tenths
    double least_filled = 0.85;    // a page that goes on, emptier than this, costs besides
    int short_page_cost = 20000;   // so much
    double last_page_free = 0.33;  // a part's last page may be this empty at no cost
    double last_page_least = 0.2;  // less than this on it looks forgotten
    int last_page_cost = 1800;     // and costs so much
    int facing_cost = 40;          // times the square of the lines by which facing pages differ in depth
    int facing_most = 1000;        // at most
    int page_cost = 100;           // every page of a brochure that is filled up with notes pages
    int notes_page_cost = 12000;   // every notes page but the first, where the page count needs filling
};

// Giving and taking, so that pages come out full and their number right. Lines are those of the grid; what it
// costs is weighed against the costs of PageBreaking.
struct Copyfitting {
    int pages = 0;                // in all; 0: any number that is a multiple of page.multiple
    bool pages_asked = false;     // on the command line: any other number is an error
    int most_lines = 3;           // given or taken on one page
    int paragraph_lines = 1;      // a paragraph this many lines longer or shorter than alone
    int paragraph_badness = 100;  // of its lines then, at most
    int paragraph_cost = 60;      // of each line,
    int demerits_per_cost = 150;  // and of what its lines are worse
    int space_less = 1;           // of the space around headings, figures, tables and call-outs: one stays
    int space_more = 1;
    int space_cost = 120;       // times the square of the lines, so that spaces stay alike
    double figure_smaller = 0;  // shares of a picture's height
    double figure_larger = 0;
    int figure_cost = 20;   // times the square of the lines
    int leading_lines = 0;  // lines of all pages more or fewer, closer or wider, if nothing else helps
};

struct CrossReferenceStyle {
    bool print_page = true;
};

struct PageGeometry {
    Size trim;
    Length bleed;
    Length inner, outer, top;
    int lines = 29;         // baselines in the type area
    int multiple = 1;       // of the page count, reached with notes pages
    Length baseline;        // distance of the grid's lines
    Length first_baseline;  // from the type area's top
    [[nodiscard]] Length measure() const { return trim.width - inner - outer; }
    [[nodiscard]] Length text_height() const { return baseline * lines; }
};

// Parts whose text stands in columns side by side, level where they end.
struct ColumnsStyle {
    std::vector<PartKind> parts;  // of body, glossary, sources, image_credits, disclaimer
    int count = 2;
    Length gap;
    [[nodiscard]] bool hold(PartKind part) const {
        return std::find(parts.begin(), parts.end(), part) != parts.end();
    }
    // How wide each is in a measure.
    [[nodiscard]] Length width(Length measure) const { return (measure - gap * (count - 1)) / count; }
};

struct NotesStyle {
    const TextStyle* heading = nullptr;
    Length rule_distance, rule_width;
    Colour rule_colour;
    Space heading_space;
};

// The file to be read on a screen, and printed at home.
struct ScreenStyle {
    bool greyscale = false;
};

// The file for the print shop.
struct PressStyle {
    std::string profile = "FOGRA39";    // an ICC profile of the press: a name or a file
    Place profile_place;                // where it is named; where it is not, of [press] or of the layout
    std::string condition = "FOGRA39";  // its name in the registry of printing conditions
    bool greyscale = false;             // black ink alone
    bool crop_marks = true, slug = true;
};

// The file for an office printer that prints both sides; its sheets are stacked and folded.
enum class Flip { short_edge, long_edge };
struct BookletStyle {
    Size sheet{Length::millimetres(297), Length::millimetres(210)};
    Flip flip = Flip::short_edge;
    Length paper_thickness = Length::millimetres(0.1);
    Length unprintable_edge = Length::millimetres(5);
    bool cut_marks = false, fold_marks = false;
    bool greyscale = false;
};

struct Design {
    std::string name;
    std::string description;
    PageGeometry page;
    std::map<std::string, std::string> families;  // a family's name for each role
    std::map<std::string, Colour> colours;
    std::map<std::string, TextStyle> texts;  // stable addresses: styles above point into it
    ColumnsStyle columns;
    std::vector<PartKind> parts;
    const TextStyle* body = nullptr;
    Space paragraph;
    std::array<HeadingStyle, 5> headings;  // levels 2 to 6
    PartHeadingStart part_start = PartHeadingStart::new_page;
    ListStyle list;
    std::map<document::CallOutKind, CallOutStyle> call_outs;
    CallOutStyle quote;
    FigureStyle figure;
    PictogramStyle pictogram;
    MarginColumn margin_column;
    PullOutStyle pull_out;
    TableStyle table;
    CardStyle card;
    std::map<std::string, TreatmentTable> treatment_tables;
    ContentsStyle contents;
    KeyMessagesStyle key_messages;
    CoverStyle cover;
    BackStyle back;
    ReferenceStyle reference;
    FootnoteStyle footnote;
    RunningStyle running;
    TabStyle tab;
    PageBreaking pages;
    Copyfitting copyfitting;
    CrossReferenceStyle cross_reference;
    NotesStyle notes;
    ScreenStyle screen;
    PressStyle press;
    BookletStyle booklet;
    std::vector<Edition> editions{Edition::screen};
    Place place;

    Design() = default;
    Design(const Design&) = delete;  // its styles point into itself
    Design& operator=(const Design&) = delete;
    Design(Design&&) = default;  // map nodes do not move
    Design& operator=(Design&&) = default;
};

}  // namespace brochure::design
