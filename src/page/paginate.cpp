#include "page/paginate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <iterator>
#include <map>
#include <utility>

#include "diag/codes.hpp"
#include "layout/composer.hpp"
#include "page/furniture.hpp"
#include "page/page_breaker.hpp"

namespace brochure::page {

namespace {

// A piece of the long column, with the galley and part it comes from.
struct ColumnPiece {
    layout::Piece* piece = nullptr;
    const layout::Galley* galley = nullptr;
    std::size_t part = 0;
};

class Paginator {
  public:
    Paginator(style::StyledDocument document, layout::Galleys galleys, const spec::LayoutSpec& layout,
              const Typesetter& typesetter, Sink& sink)
        : document_(std::move(document)),
          galleys_(std::move(galleys)),
          layout_(layout),
          sink_(sink),
          furniture_(layout, typesetter, document_.right_to_left, sink) {
        for (const style::StyledParagraph& paragraph : document_.paragraphs)
            out_.texts.push_back(paragraph.text);
        for (const auto& picture : document_.pictures) out_.pictures.push_back(*picture);
        for (const layout::Galley& note : galleys_.footnotes)
            note_heights_.push_back(layout::height_of(note));
    }

    Pagination run() {
        std::vector<ColumnPiece> column;
        const std::size_t closing = closing_pages();
        for (layout::PartGalley& galley : galleys_.parts) {
            const style::Part& part = document_.parts[galley.part];
            if (part.fill) {
                flow(std::exchange(column, {}), closing);
                fill_with_notes(galley, part, closing);
            } else if (!part.fixed.empty()) {
                flow(std::exchange(column, {}));
                fixed_page(galley, part);
            } else {
                for (layout::Piece& piece : galley.flow.pieces)
                    column.push_back({&piece, &galley.flow, galley.part});
            }
        }
        flow(std::move(column));
        finish();
        return std::move(result_);
    }

  private:
    // Pages that follow the notes pages: they count towards the multiple.
    [[nodiscard]] std::size_t closing_pages() const {
        std::size_t count = 0;
        bool after = false;
        for (const style::Part& part : document_.parts) {
            if (after) ++count;
            after = after || part.fill;
        }
        return count;
    }

    Page& new_page(const style::Part& part) {
        Page page;
        page.label = std::to_string(out_.pages.size() + 1);
        page.recto = out_.pages.size() % 2 == 0;
        for (const style::PageGround& ground : part.grounds) {
            page.items.push_back({FilledRect{ground.box, ground.colour}, Artifact::background});
        }
        out_.pages.push_back(std::move(page));
        result_.reports.push_back({out_.pages.back().label, part.kind, 0, 0, {}});
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
                result_.labels[name] = out_.pages.back().label;
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

    static void place(Page& page, layout::Piece& piece, Point at) {
        layout::move_all(piece.items, at);
        layout::move_all(piece.links, at);
        layout::append(page.items, std::move(piece.items));
        std::move(piece.links.begin(), piece.links.end(), std::back_inserter(page.links));
    }

    // Grounds and bars of groups: one rectangle from the first of a group's pieces on the page to the last.
    void decorate(Page& page, const std::vector<ColumnPiece>& pieces, const std::vector<Length>& tops,
                  Length left) const {
        std::map<std::pair<const layout::Galley*, layout::DecorationId>, std::pair<Length, Length>> spans;
        std::vector<std::pair<const layout::Galley*, layout::DecorationId>> order;
        for (std::size_t i = 0; i < pieces.size(); ++i) {
            for (const layout::DecorationId id : pieces[i].piece->decorations) {
                const auto key = std::pair{pieces[i].galley, id};
                const Length bottom = tops[i] + pieces[i].piece->height;
                const auto [span, fresh] = spans.try_emplace(key, tops[i], bottom);
                if (fresh) order.push_back(key);
                span->second.second = bottom;
            }
        }
        for (const auto& key : order) {
            const layout::PlacedDecoration& placed = key.first->decorations[key.second];
            const auto [top, bottom] = spans.at(key);
            const Rect box =
                Rect::from_edges(left + placed.left, top - placed.form.padding_top,
                                 left + placed.left + placed.width, bottom + placed.form.padding_bottom);
            if (placed.form.ground)
                page.items.push_back({FilledRect{box, *placed.form.ground}, Artifact::background});
            if (placed.form.bar && placed.form.bar_width > Length{}) {
                const Length x = placed.right_to_left ? box.right() - placed.form.bar_width : box.left();
                const Rect bar{{x, box.top()}, {placed.form.bar_width, box.size.height}};
                page.items.push_back({FilledRect{bar, *placed.form.bar}, Artifact::background});
            }
        }
    }

    [[nodiscard]] std::vector<BreakPiece> priced(const std::vector<ColumnPiece>& column) const {
        std::vector<BreakPiece> pieces;
        pieces.reserve(column.size());
        for (const ColumnPiece& entry : column) {
            const layout::Piece& piece = *entry.piece;
            BreakPiece out;
            out.height = piece.height;
            out.space_before = piece.space_before;
            out.space_after = piece.space_after;
            out.on_grid = piece.on_grid;
            out.break_cost = piece.break_cost;
            out.force_page = piece.force_page;
            out.prefer_page = piece.prefer_page;
            out.movable = piece.movable;
            out.ends_in_hyphen = piece.ends_in_hyphen;
            for (const std::size_t note : piece.footnotes) out.notes += note_heights_[note];
            if (piece.repeat) out.repeat = entry.galley->repeats[*piece.repeat].height;
            pieces.push_back(out);
        }
        return pieces;
    }

    // `closing`: pages that follow where the brochure is filled up to a multiple with notes pages; none: it
    // is not.
    void flow(std::vector<ColumnPiece> column, std::optional<std::size_t> closing = std::nullopt) {
        if (column.empty()) return;
        const PageRoom room{layout_.page.text_height(), layout_.page.baseline, layout_.footnote.space_above,
                            layout_.pages};
        const std::vector<BreakPiece> pieces = priced(column);
        for (const PageChoice& choice : chosen_pages(pieces, room, closing))
            flow_page(column, pieces, room, choice);
    }

    // Notes pages beyond the first are dear: breakings with a page more or fewer are tried against them.
    [[nodiscard]] std::vector<PageChoice> chosen_pages(const std::vector<BreakPiece>& pieces,
                                                       const PageRoom& room,
                                                       std::optional<std::size_t> closing) const {
        std::vector<PageChoice> best = break_pages(pieces, room);
        if (!closing || layout_.page.multiple <= 1) return best;
        auto score = [&](const std::vector<PageChoice>& pages) {
            std::int64_t cost = notes_pages(pages.size() + *closing) > 1
                                    ? layout_.pages.notes_page_cost *
                                          static_cast<std::int64_t>(notes_pages(pages.size() + *closing) - 1)
                                    : 0;
            for (const PageChoice& page : pages) cost += page.cost;
            return cost;
        };
        std::int64_t best_score = score(best);
        for (const std::int64_t per_page : {1000, -200}) {
            if (notes_pages(best.size() + *closing) <= 1) break;
            PageRoom leaning = room;
            leaning.per_page = per_page;
            std::vector<PageChoice> pages = break_pages(pieces, leaning);
            const std::int64_t own = score(pages);
            if (own < best_score) {
                best_score = own;
                best = std::move(pages);
            }
        }
        return best;
    }

    // How many notes pages bring the count to the multiple when `more` pages follow those made so far.
    [[nodiscard]] std::size_t notes_pages(std::size_t more) const {
        const auto multiple = static_cast<std::size_t>(std::max(1, layout_.page.multiple));
        return (multiple - (out_.pages.size() + more) % multiple) % multiple;
    }

    void flow_page(const std::vector<ColumnPiece>& column, const std::vector<BreakPiece>& pieces,
                   const PageRoom& room, const PageChoice& choice) {
        const PagePlan plan = plan_page(pieces, room, choice);
        if (plan.pieces.empty()) return;
        std::vector<ColumnPiece> own;
        std::vector<Length> tops;
        for (std::size_t i = 0; i < plan.pieces.size(); ++i) {
            own.push_back(column[plan.pieces[i]]);
            tops.push_back(plan.tops[i] + layout_.page.top);
        }
        const std::size_t opening = choice.first < column.size() ? choice.first : plan.pieces.front();
        const style::Part& part = document_.parts[column[opening].part];
        Page& page = new_page(part);
        const Length left = furniture_.column_left(page.recto);
        // The head names the part that opens the page, or the one that goes on.
        follow(*column[opening].piece);
        furnish(page, part);
        decorate(page, own, tops, left);
        if (plan.repeats) {
            std::vector<Item> head = repeat_of(column[choice.first]);
            layout::move_all(head, {left, plan.repeat_top + layout_.page.top});
            for (Item& item : head) {
                if (!std::holds_alternative<Artifact>(item.belongs)) item.belongs = Artifact::layout;
            }
            layout::append(page.items, std::move(head));
        }
        std::size_t row_from = 0;
        std::vector<std::size_t> notes;
        PageReport& report = result_.reports.back();
        for (std::size_t i = 0; i < own.size(); ++i) {
            layout::Piece& piece = *own[i].piece;
            mark(piece, {left, tops[i]});
            follow(piece);
            notes.insert(notes.end(), piece.footnotes.begin(), piece.footnotes.end());
            report.lines.insert(report.lines.end(), piece.lines.begin(), piece.lines.end());
            const std::size_t from = page.items.size();
            place(page, piece, {left, tops[i]});
            const bool goes_on = i > 0 && piece.torn_row && own[i - 1].piece->torn_row == piece.torn_row;
            if (!goes_on) row_from = from;
            if (goes_on) read_cell_by_cell(page.items, row_from);
        }
        place_notes(page, notes, plan.notes, left);
        report.filled = (plan.bottom + plan.notes) / layout_.page.text_height();
        report.cost = choice.cost;
        if (choice.overfull > Length{}) {
            sink_.error(diag::code::page_overfull, own.front().piece->place,
                        fmt::format("A block is {:.1f} mm higher than a page can hold.",
                                    choice.overfull.to_millimetres()),
                        "Make the picture lower, or part the block.");
        }
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

    [[nodiscard]] static std::vector<Item> repeat_of(const ColumnPiece& piece) {
        return piece.piece->repeat ? piece.galley->repeats[*piece.piece->repeat].items : std::vector<Item>{};
    }

    void place_notes(Page& page, const std::vector<std::size_t>& notes, Length height, Length left) {
        if (notes.empty()) return;
        const spec::FootnoteStyle& style = layout_.footnote;
        Length y = layout_.page.top + layout_.page.text_height() - height + style.space_above;
        const Length rule_y = y - style.space_above / 2;
        const Length rule_left =
            document_.right_to_left ? left + layout_.page.measure() - style.rule_length : left;
        page.items.push_back({StrokedLine{{rule_left, rule_y},
                                          {rule_left + style.rule_length, rule_y},
                                          style.rule_width,
                                          style.rule_colour},
                              Artifact::layout});
        for (const std::size_t note : notes) {
            for (layout::Piece& piece : galleys_.footnotes[note].pieces) {
                mark(piece, {left, y});
                place(page, piece, {left, y});
                y += piece.height;
            }
        }
    }

    void fixed_page(layout::PartGalley& galley, const style::Part& part) {
        Page& page = new_page(part);
        layout::append(page.items, std::move(galley.pictures));
        for (layout::FixedGalley& fixed : galley.fixed) {
            const Length height = layout::height_of(fixed.galley);
            const Length slack = fixed.box.size.height - height;
            if (slack < Length{}) {
                sink_.error(diag::code::page_overfull, layout_.place,
                            fmt::format("The text of the {} is {:.1f} mm higher than its box.", part.kind,
                                        (-slack).to_millimetres()),
                            "Shorten the text, or give the box more room in the layout.");
            }
            Length y = fixed.box.top();
            if (fixed.at_bottom) y += slack;
            if (fixed.centred) y += slack / 2;
            bool first = true;
            for (layout::Piece& piece : fixed.galley.pieces) {
                if (!std::exchange(first, false)) y += piece.space_before;
                mark(piece, {fixed.box.left(), y});
                result_.reports.back().lines.insert(result_.reports.back().lines.end(), piece.lines.begin(),
                                                    piece.lines.end());
                place(page, piece, {fixed.box.left(), y});
                y += piece.height;
            }
        }
        furnish(page, part);
        result_.reports.back().filled = 1;
    }

    // Brings the page count to the layout's multiple with pages to write on.
    void fill_with_notes(layout::PartGalley& galley, const style::Part& part, std::size_t closing) {
        bool first = true;
        for (std::size_t left_to_make = notes_pages(closing); left_to_make > 0; --left_to_make) {
            Page& page = new_page(part);
            const Length left = furniture_.column_left(page.recto);
            Length y = layout_.page.top;
            std::vector<Item> heading;
            for (layout::Piece& piece : galley.flow.pieces) {
                if (!first) continue;
                follow(piece);
                mark(piece, {left, y});
                layout::move_all(piece.items, {left, y});
                layout::append(heading, std::move(piece.items));
                y += piece.height;
            }
            tab_.reset();
            furnish(page, part);
            layout::append(page.items, std::move(heading));
            layout::append(page.items, furniture_.writing_lines(part, y + part.fill_rule_distance, left));
            result_.reports.back().filled = 1;
            first = false;
        }
    }

    void finish() {
        out_.trim = layout_.page.trim;
        out_.bleed = layout_.page.bleed;
        out_.right_to_left = document_.right_to_left;
        out_.structure = std::move(document_.structure);
        std::sort(out_.destinations.begin(), out_.destinations.end(),
                  [](const Destination& a, const Destination& b) { return a.name < b.name; });
        for (style::OutlineEntry& entry : document_.outline) {
            if (!result_.labels.contains(entry.destination)) continue;
            out_.outline.push_back({entry.level, std::move(entry.title), std::move(entry.destination)});
        }
        result_.document = std::move(out_);
    }

    style::StyledDocument document_;
    layout::Galleys galleys_;
    const spec::LayoutSpec& layout_;
    Sink& sink_;
    Furniture furniture_;
    PagedDocument out_;
    Pagination result_;
    std::vector<Length> note_heights_;
    std::string running_head_;
    std::optional<std::size_t> tab_;
};

}  // namespace

Pagination paginate(style::StyledDocument document, layout::Galleys galleys, const spec::LayoutSpec& layout,
                    const Typesetter& typesetter, Sink& sink) {
    return Paginator(std::move(document), std::move(galleys), layout, typesetter, sink).run();
}

}  // namespace brochure::page
