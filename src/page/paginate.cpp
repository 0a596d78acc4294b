#include "page/paginate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "diag/codes.hpp"
#include "layout/composer.hpp"
#include "page/column.hpp"
#include "page/explain.hpp"
#include "page/fixed_box.hpp"
#include "page/furniture.hpp"
#include "page/margin.hpp"
#include "page/page_breaker.hpp"
#include "page/page_count.hpp"
#include "page/spread.hpp"

namespace brochure::page {

namespace {

class Paginator {
  public:
    Paginator(style::StyledDocument document, const text::ShapedDocument& shaped, layout::Galleys galleys,
              const design::Design& design, const Typesetter& typesetter, Sink& sink, bool explain)
        : document_(std::move(document)),
          shaped_(shaped),
          galleys_(std::move(galleys)),
          design_(design),
          fonts_(typesetter.fonts),
          sink_(sink),
          explain_(explain),
          digits_(typesetter.language.digits),
          furniture_(design, typesetter, document_.right_to_left, sink),
          count_(design, std::ranges::any_of(document_.parts, &style::Part::fill)) {
        for (style::StyledParagraph& paragraph : document_.paragraphs) {
            out_.texts.push_back(paragraph.text);
            out_.sources.push_back(std::move(paragraph.source));
        }
        out_.pictures = document_.pictures;
        for (const layout::Galley& note : galleys_.footnotes)
            note_heights_.push_back(layout::height_of(note));
    }

    Pagination run() {
        Column column;
        const std::size_t parts = galleys_.parts.size();
        for (std::size_t at = 0; at < parts; ++at) {
            layout::PartGalley& galley = galleys_.parts[at];
            const style::Part& part = document_.parts[galley.part];
            if (part.fill) {
                const std::size_t closing = pages_behind(at);
                flow(std::exchange(column, {}), count_.before_notes(out_.pages.size(), closing));
                fill_with_notes(galley, part, closing);
            } else if (!part.fixed.empty()) {
                flow(std::exchange(column, {}), goal_before(at));
                fixed_page(galley, part);
            } else {
                column.add(galley.flow, galley.part);
            }
        }
        flow(std::move(column), goal_before(parts));
        finish();
        return std::move(result_);
    }

  private:
    // What is wanted of the pages before a part: a number where all behind them are fixed.
    [[nodiscard]] PageGoal goal_before(std::size_t part) const {
        std::size_t closing = 0;
        for (std::size_t at = part; at < galleys_.parts.size(); ++at) {
            const style::Part& behind = document_.parts[galleys_.parts[at].part];
            if (behind.fill || !behind.flow.empty()) return {.before = out_.pages.size()};
            ++closing;
        }
        return count_.at_end(out_.pages.size(), closing);
    }

    // How many pages the parts behind the notes make: they count towards the number. On which side of a leaf
    // they begin is not known yet.
    [[nodiscard]] std::size_t pages_behind(std::size_t notes) {
        std::size_t count = 0;
        Column column;
        const auto close = [&] {
            const Column made = std::exchange(column, {});
            if (!made.empty()) count += break_pages(made.priced(design_, note_heights_), room_for({})).size();
        };
        for (std::size_t at = notes + 1; at < galleys_.parts.size(); ++at) {
            layout::PartGalley& galley = galleys_.parts[at];
            if (document_.parts[galley.part].fixed.empty()) {
                column.add(galley.flow, galley.part);
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

    Page& new_page(const style::Part& part) {
        Page page;
        page.label = unicode::in_digits(std::to_string(out_.pages.size() + 1), digits_);
        page.recto = out_.pages.size() % 2 == 0;
        for (const style::PageGround& ground : part.grounds) {
            page.items.push_back({FilledRect{ground.box, ground.colour}, Artifact::background});
        }
        out_.pages.push_back(std::move(page));
        PageReport report;
        report.label = out_.pages.back().label;
        report.kind = part.kind;
        result_.reports.push_back(std::move(report));
        return out_.pages.back();
    }

    void furnish(Page& page, const style::Part& part) {
        if (!part.furniture) return;
        const PageSituation situation{page.label, page.recto, running_head_, document_.title, tab_};
        layout::append(page.items, furniture_.page(situation, out_.texts));
    }

    void mark(const layout::Piece& piece, Point at) {
        for (const layout::Mark& mark : piece.marks) {
            for (const std::string& name : mark.destinations) {
                out_.destinations.push_back({name, out_.pages.size() - 1, at});
                result_.labels.try_emplace(name, out_.pages.back().label);
            }
        }
    }

    // Running head and tab after a piece.
    void follow(const layout::Piece& piece) {
        for (const layout::Mark& mark : piece.marks) {
            if (mark.running_head) {
                running_head_ = *mark.running_head;
                tab_ = mark.tab;
            }
        }
    }

    // On the page that was begun last. What notes it mentions is known already.
    void place(layout::Content content, Point at) {
        Page& page = out_.pages.back();
        std::vector<layout::LineReport>& told = result_.reports.back().lines;
        content.move_by(at);
        layout::append(page.items, std::move(content.items));
        std::ranges::move(content.links, std::back_inserter(page.links));
        std::ranges::move(content.lines, std::back_inserter(told));
    }

    // Grounds and bars of groups: in a column one rectangle from the first of a group's pieces to the last.
    void decorate(Page& page, const std::vector<Standing>& pieces, Length left) const {
        using Key = std::tuple<const layout::Galley*, layout::DecorationId, Length>;
        std::map<Key, std::pair<Length, Length>> spans;
        std::vector<Key> order;
        for (const Standing& entry : pieces) {
            for (const layout::DecorationId id : entry.at.piece->decorations) {
                const Key key{entry.at.galley, id, entry.left};
                const Length bottom = entry.top + entry.at.piece->height;
                const auto [span, fresh] = spans.try_emplace(key, entry.top, bottom);
                if (fresh) order.push_back(key);
                span->second.second = bottom;
            }
        }
        for (const Key& key : order) {
            const auto& [galley, id, column_left] = key;
            const layout::PlacedDecoration& placed = galley->decorations[id];
            const auto [top, bottom] = spans.at(key);
            const Length x = left + column_left + placed.left;
            const Rect box = Rect::from_edges(x, top - placed.form.padding_top, x + placed.width,
                                              bottom + placed.form.padding_bottom);
            if (placed.form.ground)
                page.items.push_back({FilledRect{box, *placed.form.ground}, Artifact::background});
            if (placed.form.bar && placed.form.bar_width > Length{}) {
                const Length at = placed.right_to_left ? box.right() - placed.form.bar_width : box.left();
                const Rect bar{{at, box.top()}, {placed.form.bar_width, box.size.height}};
                page.items.push_back({FilledRect{bar, *placed.form.bar}, Artifact::background});
            }
        }
    }

    void flow(Column column, const PageGoal& goal) {
        if (column.empty()) return;
        PageRoom room = room_for(goal);
        room.explain = explain_;
        const std::vector<BreakPiece> pieces = column.priced(design_, note_heights_);
        const std::vector<PageChoice> pages = break_pages(pieces, room);
        for (const PageChoice& choice : pages) {
            flow_page(column, pieces, room, choice);
            if (choice.cost() - choice.costs[CostKind::facing] >= room.costs.in_need) ++result_.count.spoiled;
        }
        if (goal.counts) count_.see(pages);
    }

    void flow_page(Column& column, const std::vector<BreakPiece>& pieces, const PageRoom& room,
                   const PageChoice& choice) {
        const PagePlan plan = plan_page(pieces, room, choice);
        std::vector<Standing> own = column.stand(choice, plan, {document_, shaped_, design_, fonts_});
        for (Standing& entry : own) entry.top += design_.page.top;
        // A figure at the top belongs to its own part, whatever comes next.
        const std::size_t opening = plan.pieces.front();
        const style::Part& part = document_.parts[column[opening].part];
        Page& page = new_page(part);
        const Length left = furniture_.column_left(page.recto);
        // The head names the part that opens the page, or the one that goes on.
        follow(*column[opening].piece);
        furnish(page, part);
        const std::size_t content = page.items.size();
        decorate(page, own, left);
        if (plan.repeats) place(repeat_of(column[choice.first]), {left, plan.repeat_top + design_.page.top});
        stack_asides(own);
        std::size_t row_from = 0;
        decltype(layout::Piece::torn_row) torn_row;
        std::vector<std::size_t> notes;
        PageReport& report = result_.reports.back();
        explain_page(column, pieces, choice, design_.page.text_height(), out_.texts, report);
        int column_before = 0;
        for (const Standing& entry : own) {
            layout::Piece& piece = *entry.at.piece;
            if (entry.column > std::exchange(column_before, entry.column)) report.faults.add(piece.faults);
            const Point at{left + entry.left, entry.top};
            mark(piece, at);
            follow(piece);
            for (const std::size_t note : piece.content.footnotes) {
                if (std::ranges::find(notes, note) == notes.end()) notes.push_back(note);
            }
            place_asides(piece, layout::Aside::Where::page, -design_.page.bleed);
            const std::size_t from = page.items.size();
            place(std::move(piece.content), at);
            const bool goes_on = torn_row && piece.torn_row == torn_row;
            if (!goes_on) row_from = from;
            if (goes_on) read_cell_by_cell(page.items, row_from);
            torn_row = piece.torn_row;
            place_asides(piece, layout::Aside::Where::outer_margin, margin_left(page.recto));
        }
        grounds_first(page.items, content);
        place_notes(page, notes, plan.notes, left);
        if (choice.parted) report_parted(*column[*choice.carried].piece);
        if (choice.overfull > Length{}) report_overfull(own.front().at.piece->place, notes, choice.overfull);
    }

    // Of a block that would have room without its notes, the longest of them is to blame.
    void report_overfull(const Place& block, const std::vector<std::size_t>& notes, Length by) {
        const auto longest =
            std::ranges::max_element(notes, {}, [this](std::size_t note) { return note_heights_[note]; });
        if (longest != notes.end() && note_heights_[*longest] >= by) {
            const style::Footnote& note = document_.footnotes[*longest];
            sink_.error(diag::code::page_overfull, note.blocks.front().place,
                        fmt::format("The footnote '{}' is {:.1f} mm too long to stand on one page with the "
                                    "words that mention it.",
                                    note.id, by.to_millimetres()),
                        "Shorten the note, or make it a paragraph of the text.");
            return;
        }
        sink_.error(diag::code::page_overfull, block,
                    fmt::format("A block is {:.1f} mm higher than a page can hold.", by.to_millimetres()),
                    "Make the picture lower, or part the block.");
    }

    void report_parted(const layout::Piece& half) {
        sink_.warning(
            diag::code::spread_parted, half.place,
            "The two halves of a table stand on the two sides of a leaf: no text can come before it "
            "that would bring them to facing pages.",
            "Let text follow or precede the table, or set its 'form' to \"cards\" in the layout.");
    }

    // Slices of a row have a line of each cell: on a page the cells are read one after the other. A row's
    // paragraphs are numbered in reading order; grounds and rules come first.
    static void read_cell_by_cell(std::vector<Item>& items, std::size_t from) {
        auto turn = [](const Item& item) {
            const auto* run = std::get_if<GlyphRun>(&item.content);
            return run == nullptr ? 0 : run->text.index() + 1;
        };
        std::stable_sort(items.begin() + static_cast<std::ptrdiff_t>(from), items.end(),
                         [&](const Item& a, const Item& b) { return turn(a) < turn(b); });
    }

    // A screen gives every pixel that a ground touches to the ground: the hairline above it would be gone,
    // were it not painted after all grounds.
    static void grounds_first(std::vector<Item>& items, std::size_t from) {
        std::stable_partition(items.begin() + static_cast<std::ptrdiff_t>(from), items.end(),
                              [](const Item& item) {
                                  const auto* artifact = std::get_if<Artifact>(&item.belongs);
                                  return artifact != nullptr && *artifact == Artifact::background &&
                                         std::holds_alternative<FilledRect>(item.content);
                              });
    }

    // Turns the asides' places, relative to their pieces, into places on the page.
    void stack_asides(const std::vector<Standing>& own) {
        struct InMargin {
            layout::Aside* aside;
            std::size_t part;
        };
        std::vector<InMargin> asides;
        std::vector<MarginEntry> entries;
        for (const Standing& entry : own) {
            for (layout::Aside& aside : entry.at.piece->asides) {
                aside.top += entry.top;
                if (aside.where != layout::Aside::Where::outer_margin) continue;
                asides.push_back({&aside, entry.at.part});
            }
        }
        if (asides.empty()) return;
        // Of columns side by side the later starts again at the top.
        std::ranges::stable_sort(asides, {}, [](const InMargin& entry) { return entry.aside->top; });
        for (const auto& [aside, part] : asides) {
            const auto later =
                std::ranges::find_if(own, [&](const Standing& entry) { return entry.at.part > part; });
            const auto latest = later == own.end() ? std::nullopt : std::optional{later->top};
            entries.push_back({aside->top, aside->height, !aside->term.empty(), latest});
        }
        const Length top = design_.page.top;
        const Length bottom = top + design_.page.text_height();
        const auto places = stack_in_margin(entries, design_.margin_column.between, top, bottom);
        for (std::size_t i = 0; i < asides.size(); ++i) {
            layout::Aside& aside = *asides[i].aside;
            if (places[i]) {
                aside.top = *places[i];
            } else {
                result_.reports.back().left_to_glossary.push_back(aside.term);
                aside.content = {};
            }
        }
        if (asides.front().aside->top < top) report_full_margin(*asides.front().aside);
    }

    void report_full_margin(const layout::Aside& aside) {
        sink_.error(diag::code::page_overfull, aside.place,
                    "The figures of this page have no room one below the other in the margin.",
                    "Set 'placement' to \"here\" in the layout's [figure] or the picture's [[image]], or "
                    "place fewer figures close together.");
    }

    void place_asides(layout::Piece& piece, layout::Aside::Where where, Length left) {
        for (layout::Aside& aside : piece.asides) {
            if (aside.where == where) place(std::move(aside.content), {left, aside.top});
        }
    }

    // Left edge of the column in the outer margin.
    [[nodiscard]] Length margin_left(bool recto) const {
        const Length column = furniture_.column_left(recto);
        const design::MarginColumn& margin = design_.margin_column;
        const bool outer_is_right = recto != document_.right_to_left;
        return outer_is_right ? column + design_.page.measure() + margin.gap
                              : column - margin.gap - margin.width;
    }

    [[nodiscard]] static layout::Content repeat_of(const ColumnPiece& piece) {
        return piece.piece->repeat ? piece.galley->repeats[*piece.piece->repeat].content : layout::Content{};
    }

    void place_notes(Page& page, const std::vector<std::size_t>& notes, Length height, Length left) {
        if (notes.empty()) return;
        const design::FootnoteStyle& style = design_.footnote;
        Length y = design_.page.top + design_.page.text_height() - height + style.space_above;
        const Length rule_y = y - style.space_above / 2;
        const Length rule_left =
            document_.right_to_left ? left + design_.page.measure() - style.rule_length : left;
        page.items.push_back({StrokedLine{{rule_left, rule_y},
                                          {rule_left + style.rule_length, rule_y},
                                          style.rule_width,
                                          style.rule_colour},
                              Artifact::layout});
        for (const std::size_t note : notes) {
            // What a listener has been told already, on an earlier page, is not read again.
            const bool again = !notes_set_.insert(note).second;
            for (const layout::Piece& piece : galleys_.footnotes[note].pieces) {
                layout::Content own = piece.content;
                if (again) {
                    own.be_unread();
                } else {
                    mark(piece, {left, y});
                }
                place(std::move(own), {left, y});
                y += piece.height;
            }
        }
    }

    void fixed_page(layout::PartGalley& galley, const style::Part& part) {
        Page& page = new_page(part);
        layout::append(page.items, std::move(galley.pictures));
        for (layout::FixedGalley& fixed : galley.fixed) {
            if (fixed.slack() < Length{})
                page::report_overfull({fixed.galley, part.kind, -fixed.slack(), design_.place}, out_.texts,
                                      out_.sources, sink_);
            layout::each_placed(fixed, [&](layout::Piece& piece, Point at) {
                mark(piece, at);
                place(std::move(piece.content), at);
            });
        }
        furnish(page, part);
        result_.reports.back().filled = 1;
    }

    // Brings the page count to the layout's multiple with pages to write on.
    void fill_with_notes(layout::PartGalley& galley, const style::Part& part, std::size_t closing) {
        bool first = true;
        const PageGoal goal = count_.before_notes(out_.pages.size(), closing);
        for (std::int64_t left_to_make = goal.missing(0); left_to_make > 0; --left_to_make) {
            Page& page = new_page(part);
            const Length left = furniture_.column_left(page.recto);
            Length y = design_.page.top;
            layout::Content heading;
            for (layout::Piece& piece : galley.flow.pieces) {
                if (!first) continue;
                follow(piece);
                mark(piece, {left, y});
                piece.content.move_by({left, y});
                heading.append(std::move(piece.content));
                y += piece.height;
            }
            tab_.reset();
            furnish(page, part);
            place(std::move(heading), {});
            layout::append(page.items, furniture_.writing_lines(part, y + part.fill_rule_distance, left));
            result_.reports.back().filled = 1;
            first = false;
            ++result_.count.notes;
        }
    }

    void finish() {
        result_.count.pages = out_.pages.size();
        count_.report(result_.count, document_.structure[document_.structure.root()].place, sink_);
        out_.trim = design_.page.trim;
        out_.bleed = design_.page.bleed;
        out_.right_to_left = document_.right_to_left;
        out_.structure = std::move(document_.structure);
        // A name leads to the first place that bears it.
        std::ranges::stable_sort(out_.destinations, {}, &Destination::name);
        const auto repeated = std::ranges::unique(out_.destinations, {}, &Destination::name);
        out_.destinations.erase(repeated.begin(), repeated.end());
        for (style::OutlineEntry& entry : document_.outline) {
            if (!result_.labels.contains(entry.destination)) continue;
            out_.outline.push_back({entry.level, std::move(entry.title), std::move(entry.destination)});
        }
        result_.document = std::move(out_);
    }

    style::StyledDocument document_;
    const text::ShapedDocument& shaped_;
    layout::Galleys galleys_;
    const design::Design& design_;
    const font::Library& fonts_;
    Sink& sink_;
    bool explain_;
    std::string digits_;  // of page numbers
    Furniture furniture_;
    PageCount count_;
    PagedDocument out_;
    Pagination result_;
    std::vector<Length> note_heights_;
    std::set<std::size_t> notes_set_;  // at the foot of some page
    std::string running_head_;
    std::optional<std::size_t> tab_;
};

}  // namespace

Pagination paginate(style::StyledDocument document, const text::ShapedDocument& shaped,
                    layout::Galleys galleys, const design::Design& design, const Typesetter& typesetter,
                    Sink& sink, bool explain) {
    return Paginator(std::move(document), shaped, std::move(galleys), design, typesetter, sink, explain)
        .run();
}

}  // namespace brochure::page
