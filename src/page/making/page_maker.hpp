// PageMaker: pages, one begun after the other. In: content and where on the page it stands. Out: the pages,
// the labels of all destinations, and a report of each page. Promised: what is placed is on the page with all
// that belongs to it, and told. Internal to this folder.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/galley.hpp"
#include "page/furniture/furniture.hpp"
#include "page/pagination.hpp"

namespace brochure::page {

class PageMaker {
  public:
    // Takes the sources of the document's paragraphs, which must outlive this.
    PageMaker(style::StyledDocument& document, const design::Design& design, const Typesetter& typesetter,
              Sink& sink);

    // A page of a part, with its grounds.
    void begin(const style::Part& part);
    [[nodiscard]] std::size_t count() const { return out_.pages.size(); }

    // Of the page begun last.
    [[nodiscard]] Page& page() { return out_.pages.back(); }
    [[nodiscard]] PageReport& report() { return reports_.back(); }
    // Left edge of its type area, and of the column in its outer margin.
    [[nodiscard]] Length left() const { return furniture_.column_left(out_.pages.back().recto); }
    [[nodiscard]] Length margin_left() const { return furniture_.margin_left(out_.pages.back().recto); }

    // What its foot says; running head, folio, tab, as the pieces up to here say.
    void furnish(const style::Part& part);
    // Lines to write on, from so far down.
    void rule_for_notes(const style::Part& part, Length top);
    void place(layout::Content content, Point at);
    // What others look for at a piece's top is here.
    void mark(const layout::Piece& piece, Point at);
    // Running head and tab behind a piece.
    void follow(const layout::Piece& piece);
    void forget_tab() { tab_.reset(); }

    [[nodiscard]] const base::IdVec<TextId, std::string>& texts() const { return out_.texts; }
    [[nodiscard]] const base::IdVec<TextId, std::vector<document::SourceMark>>& sources() const {
        return out_.sources;
    }

    // All that was made, with what the document is to a reader, which leaves it.
    [[nodiscard]] Pagination finished(CountReport count);

  private:
    [[nodiscard]] std::optional<Colour> foot_colour(const style::Part& part) const;

    style::StyledDocument& document_;
    const design::Design& design_;
    std::string digits_;  // of page numbers
    Furniture furniture_;
    PagedDocument out_;
    style::PageMap labels_;
    std::vector<PageReport> reports_;
    std::string running_head_;
    std::optional<std::size_t> tab_;
};

}  // namespace brochure::page
