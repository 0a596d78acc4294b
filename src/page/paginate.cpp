#include "page/paginate.hpp"

#include <algorithm>
#include <utility>

#include "layout/compose.hpp"
#include "page/breaking/page_breaker.hpp"
#include "page/making/fixed_pages.hpp"
#include "page/making/flow_page.hpp"
#include "page/page_count.hpp"

namespace brochure::page {

namespace {

// Part after part: those that flow become one galley, until one that does not has pages of its own.
class Paginator {
  public:
    Paginator(style::StyledDocument& document, const text::ShapedDocument& shaped, layout::Galleys galleys,
              const design::Design& design, const Typesetter& typesetter, Sink& sink, bool explain)
        : document_(document),
          manuscript_{document, shaped, design, typesetter.fonts},
          parts_(std::move(galleys.parts)),
          design_(design),
          sink_(sink),
          explain_(explain),
          maker_(document, design, typesetter, sink),
          notes_(std::move(galleys.footnotes), design, document.right_to_left),
          count_(design, std::ranges::any_of(document.parts, &style::Part::fill)) {}

    Pagination run() {
        LongGalley galley;
        for (std::size_t at = 0; at < parts_.size(); ++at) {
            layout::PartGalley& own = parts_[at];
            const style::Part& part = document_.parts[own.part];
            if (part.fill) {
                const std::size_t closing = pages_behind(at);
                flow(std::exchange(galley, {}), count_.before_notes(maker_.count(), closing));
                fill_with_notes(own, part, closing);
            } else if (!part.fixed.empty()) {
                flow(std::exchange(galley, {}), goal_before(at));
                make_fixed_page(maker_, own, part, design_, sink_);
            } else {
                galley.add(own.flow, own.part);
            }
        }
        flow(std::move(galley), goal_before(parts_.size()));
        told_.pages = maker_.count();
        count_.report(told_, document_.structure[document_.structure.root()].place, sink_);
        return maker_.finished(told_);
    }

  private:
    // What is wanted of the pages before a part: a number where all behind them are fixed.
    [[nodiscard]] PageGoal goal_before(std::size_t part) const {
        std::size_t closing = 0;
        for (std::size_t at = part; at < parts_.size(); ++at) {
            const style::Part& behind = document_.parts[parts_[at].part];
            if (behind.fill || !behind.flow.empty()) return {.before = maker_.count()};
            ++closing;
        }
        return count_.at_end(maker_.count(), closing);
    }

    // How many pages the parts behind the notes make: they count towards the number. On which side of a leaf
    // they begin is not known yet.
    [[nodiscard]] std::size_t pages_behind(std::size_t notes) {
        std::size_t count = 0;
        LongGalley galley;
        const auto close = [&] {
            const LongGalley made = std::exchange(galley, {});
            if (!made.empty())
                count += break_pages(made.priced(design_, notes_.heights()), room_for({})).size();
        };
        for (std::size_t at = notes + 1; at < parts_.size(); ++at) {
            layout::PartGalley& own = parts_[at];
            if (document_.parts[own.part].fixed.empty()) {
                galley.add(own.flow, own.part);
            } else {
                close();
                ++count;
            }
        }
        close();
        return count;
    }

    [[nodiscard]] PageRoom room_for(const PageGoal& goal) const {
        PageRoom room{design_.page.text_height(), design_.page.baseline, design_.footnote.space_above,
                      design_.pages, design_.copyfitting};
        room.goal = goal;
        return room;
    }

    void flow(LongGalley galley, const PageGoal& goal) {
        if (galley.empty()) return;
        PageRoom room = room_for(goal);
        room.explain = explain_;
        const std::vector<BreakPiece> pieces = galley.priced(design_, notes_.heights());
        const std::vector<PageChoice> pages = break_pages(pieces, room);
        for (const PageChoice& choice : pages) {
            make_page({manuscript_, maker_, notes_, sink_}, galley, pieces, room, choice);
            if (choice.cost() - choice.costs[CostKind::facing] >= room.costs.in_need) ++told_.spoiled;
        }
        if (goal.counts) count_.see(pages);
    }

    // Brings the page count to the layout's multiple with pages to write on.
    void fill_with_notes(layout::PartGalley& galley, const style::Part& part, std::size_t closing) {
        const std::int64_t missing = count_.before_notes(maker_.count(), closing).missing(0);
        if (missing <= 0) return;
        make_notes_pages(maker_, galley, part, design_.page.top, missing);
        told_.notes += static_cast<std::size_t>(missing);
    }

    style::StyledDocument& document_;
    layout::Manuscript manuscript_;
    std::vector<layout::PartGalley> parts_;
    const design::Design& design_;
    Sink& sink_;
    bool explain_;
    PageMaker maker_;
    Notes notes_;
    PageCount count_;
    CountReport told_;
};

}  // namespace

Pagination paginate(style::StyledDocument document, const text::ShapedDocument& shaped,
                    layout::Galleys galleys, const design::Design& design, const Typesetter& typesetter,
                    Sink& sink, bool explain) {
    return Paginator(document, shaped, std::move(galleys), design, typesetter, sink, explain).run();
}

}  // namespace brochure::page
