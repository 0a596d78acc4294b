// Pages: chooses their ends over the whole brochure, places every piece, and adds what repeats.
// In: galleys, the styled document they came from, the layout, fonts for heads and folios. Out: a
// PagedDocument, the page labels of all destinations for the next pass, and a report of what was chosen.
// Nothing is measured anew.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/design.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/language.hpp"
#include "font/font.hpp"
#include "layout/galley.hpp"
#include "page/paged_document.hpp"
#include "style/styled_document.hpp"
#include "text/shaped_document.hpp"

namespace brochure::page {

// For --explain: a page, why it is as it is, and what is wrong with it.
struct PageReport {
    std::string label;
    std::string kind;   // of the part that starts or goes on here
    double filled = 0;  // share of the type area
    std::int64_t cost = 0;
    struct Cost {
        std::string_view kind;
        std::int64_t cost = 0;
    };
    std::vector<Cost> costs;    // what `cost` is made of
    bool flows = false;         // the page breaker made it
    bool last_of_part = false;  // the next page starts another part
    layout::Faults faults;      // of the break at its foot
    bool overfull = false;      // a piece is higher than the type area
    std::optional<int> depth;   // in lines, where it should match the facing page's
    struct Adjusted {
        std::string_view what;  // paragraph, figure, space
        int lines = 0;
        Place place;
    };
    std::vector<Adjusted> adjusted;
    std::string moved;  // "a figure waits for the next page", "a figure stands at the foot"; empty: none
    struct RunnerUp {
        std::string opens_with;  // the first words that would have gone to the next page
        std::string moved;
        std::int64_t dearer = 0;
    };
    std::optional<RunnerUp> runner_up;
    std::vector<layout::LineReport> lines;
    std::vector<std::string> left_to_glossary;  // terms whose side notes had no room
};

// What became of the number of pages.
struct CountReport {
    std::size_t pages = 0;
    std::size_t notes = 0;     // of them for notes
    std::size_t multiple = 1;  // asked for
    std::size_t wanted = 0;    // asked for; 0: any multiple
    bool missed = false;       // more than one page for notes, or too many pages
    std::size_t spoiled = 0;   // pages made in need: a widow, a hole
    int more_lines = 0;        // on every page, set closer; negative: fewer, set wider
};

struct Pagination {
    PagedDocument document;
    style::PageMap labels;
    std::vector<PageReport> reports;
    CountReport count;
};

// What furniture is set with.
struct Typesetter {
    font::Library& fonts;
    text::Hyphenator& hyphenator;
    const document::Language& language;
    // Running heads and folios, the same on many pages and in every pass.
    std::shared_ptr<text::ShapeCache> shapes = std::make_shared<text::ShapeCache>();
};

// `explain`: with the runner-up of every page, which takes time.
Pagination paginate(style::StyledDocument document, const text::ShapedDocument& shaped,
                    layout::Galleys galleys, const design::Design& design, const Typesetter& typesetter,
                    Sink& sink, bool explain = false);

}  // namespace brochure::page
