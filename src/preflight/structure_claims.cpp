#include "preflight/structure_claims.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/ascii.hpp"
#include "preflight/rules.hpp"

namespace brochure::preflight {

namespace {

using style::LeafId;
using style::NodeId;
using style::Role;
using style::StructureNode;

bool is_cell(Role role) { return role == Role::header_cell || role == Role::data_cell; }

std::optional<int> heading_level(Role role) {
    if (role < Role::h1 || role > Role::h6) return std::nullopt;
    return static_cast<int>(role) - static_cast<int>(Role::h1) + 1;
}

// ISO 32000-1, 14.8.4.2 and 14.8.4.3: what stands only in certain elements, and what certain elements hold.
bool may_stand_in(Role kid, Role parent) {
    switch (kid) {
        case Role::table_head:
        case Role::table_body:
            return parent == Role::table;
        case Role::table_row:
            return parent == Role::table || parent == Role::table_head || parent == Role::table_body;
        case Role::header_cell:
        case Role::data_cell:
            return parent == Role::table_row;
        case Role::list_item:
            return parent == Role::list;
        case Role::list_body:
            return parent == Role::list_item;
        case Role::label:
            return parent == Role::list_item || parent == Role::note || parent == Role::toci;
        case Role::toci:
            return parent == Role::toc;
        case Role::document:
            return false;
        default:
            break;
    }
    switch (parent) {
        case Role::table:
        case Role::list:
            return kid == Role::caption;
        case Role::toc:
            return kid == Role::toc || kid == Role::caption;
        case Role::table_head:
        case Role::table_body:
        case Role::table_row:
        case Role::list_item:
            return false;
        default:
            return true;
    }
}

// Elements that group others and hold no words of their own.
bool holds_no_words(Role role) {
    switch (role) {
        case Role::document:
        case Role::part:
        case Role::sect:
        case Role::toc:
        case Role::list:
        case Role::list_item:
        case Role::table:
        case Role::table_head:
        case Role::table_body:
        case Role::table_row:
            return true;
        default:
            return false;
    }
}

class StructureClaims {
  public:
    StructureClaims(const page::PagedDocument& document, const LeafFlags& placed, Sink& sink)
        : document_(document), tree_(document.structure), placed_(placed), sink_(sink) {
        for (const page::Page& page : document.pages) {
            for (const page::LinkArea& area : page.links) {
                if (area.node.valid()) linked_.insert(area.node);
                if (!area.destination.empty()) mentioned_.insert(area.destination);
            }
        }
        kept_ = style::kept_elements(
            tree_, [&](LeafId leaf) { return placed_[leaf] != 0; },
            [&](NodeId node) { return linked_.contains(node); });
    }

    void run() {
        if (kept_[tree_.root().index()]) visit(tree_.root());
        if (!first_heading_ || *first_heading_ == 1) return;
        tell(sink_, rule::heading_level, first_heading_place_,
             fmt::format("The first heading is of level {}.", *first_heading_),
             "Begin with the brochure's title, of level 1.");
    }

  private:
    [[nodiscard]] bool has_words(NodeId id) const {
        return std::ranges::any_of(tree_[id].kids, [&](const style::Kid& kid) {
            if (const auto* leaf = std::get_if<LeafId>(&kid)) return placed_[*leaf] != 0;
            return has_words(std::get<NodeId>(kid));
        });
    }

    [[nodiscard]] std::vector<NodeId> kept_kids(NodeId id) const {
        std::vector<NodeId> kids;
        for (const style::Kid& kid : tree_[id].kids) {
            if (const auto* node = std::get_if<NodeId>(&kid); node != nullptr && kept_[node->index()])
                kids.push_back(*node);
        }
        return kids;
    }

    void visit(NodeId id) {
        const StructureNode& node = tree_[id];
        check_place(node);
        check_words(node);
        if (const auto level = heading_level(node.role)) check_heading(*level, node.place);
        if (node.role == Role::figure) check_figure(node);
        if (node.role == Role::link) check_link(id);
        if (node.role == Role::note) check_note(node);
        if (node.role == Role::list_item) check_item(id);
        if (node.role == Role::table) check_table(id);
        if (node.role == Role::header_cell && node.scope == style::Scope::none)
            tell(sink_, rule::table_head, node.place, "A table's heading does not say what it heads.",
                 "Give the cell a scope: its column or its row.");
        for (const NodeId kid : kept_kids(id)) visit(kid);
    }

    void check_place(const StructureNode& node) {
        if (node.parent.valid() && !may_stand_in(node.role, tree_[node.parent].role)) {
            tell(sink_, rule::structure, node.place,
                 fmt::format("An element {} stands in an element {}.", style::pdf_name(node.role),
                             style::pdf_name(tree_[node.parent].role)),
                 "Take this block out of the one it stands in.");
        }
        if (!holds_no_words(node.role)) return;
        const bool words = std::ranges::any_of(node.kids, [&](const style::Kid& kid) {
            const auto* leaf = std::get_if<LeafId>(&kid);
            return leaf != nullptr && placed_[*leaf] != 0;
        });
        if (words)
            tell(sink_, rule::structure, node.place,
                 fmt::format("Words stand directly in an element {}.", style::pdf_name(node.role)),
                 "Put the words in a paragraph.");
    }

    void check_words(const StructureNode& node) {
        if (!node.language.empty() && !is_language_tag(node.language))
            tell(sink_, rule::language, node.place, fmt::format("'{}' is no language tag.", node.language),
                 "Write a short tag such as en, la or zh-Hant.");
        check_length(node.alternative_text, "alternative text", node.place, sink_);
        check_length(node.actual_text, "text", node.place, sink_);
    }

    // Matterhorn 14-002, 14-003.
    void check_heading(int level, const Place& place) {
        if (!first_heading_) {
            first_heading_ = level;
            first_heading_place_ = place;
        } else if (level > last_level_ + 1) {
            tell(sink_, rule::heading_level, place,
                 fmt::format("A heading of level {} follows one of level {}.", level, last_level_),
                 fmt::format("Make it a heading of level {}.", last_level_ + 1));
        }
        last_level_ = level;
    }

    // Matterhorn 13-004.
    void check_figure(const StructureNode& node) {
        if (std::ranges::any_of(node.alternative_text, [](char c) { return c != ' '; })) return;
        tell(sink_, rule::alternative, node.place, "A picture has no alternative text.",
             "Say between the brackets what the picture tells: ![…](image-id).");
    }

    // Matterhorn 28-011: every link is reached by its annotation, and read as words.
    void check_link(NodeId id) {
        const StructureNode& node = tree_[id];
        if (!linked_.contains(id))
            tell(sink_, rule::link_empty, node.place,
                 "A link cannot be followed: no part of a page leads on.",
                 "Give the link an address, or make it plain words.");
        else if (!has_words(id))
            tell(sink_, rule::link_empty, node.place, "A link has no words.",
                 "Write between the brackets where the link leads.");
    }

    // Matterhorn 19-003, 19-004.
    void check_note(const StructureNode& node) {
        if (node.id.empty() || !ids_.insert(node.id).second)
            tell(sink_, rule::note_mentioned, node.place, "A note has no name of its own.",
                 "Give every note a name of its own: [^name].");
        else if (!mentioned_.contains(node.id))
            tell(sink_, rule::note_mentioned, node.place, "No mark in the text leads to this note.",
                 "Mention the note in the text, or remove it.");
    }

    // Matterhorn 16: an item is its label and its words.
    void check_item(NodeId id) {
        const std::vector<NodeId> kids = kept_kids(id);
        const auto has = [&](Role role) {
            return std::ranges::any_of(kids, [&](NodeId kid) { return tree_[kid].role == role; });
        };
        if (has(Role::label) && has(Role::list_body)) return;
        tell(sink_, rule::item_labelled, tree_[id].place,
             has(Role::label) ? "A list's item has no words." : "A list's item has no label.",
             "Write the item after a bullet or a number; the layout must have a marker for it.");
    }

    struct Rows {
        std::vector<NodeId> all;
        bool headed = false;
    };
    void gather_rows(NodeId id, Rows& rows) const {
        for (const NodeId kid : kept_kids(id)) {
            if (tree_[kid].role == Role::table_row) rows.all.push_back(kid);
            if (tree_[kid].role == Role::header_cell) rows.headed = true;
            if (tree_[kid].role != Role::table) gather_rows(kid, rows);
        }
    }

    [[nodiscard]] int width_of(NodeId row) const {
        int width = 0;
        for (const NodeId cell : kept_kids(row)) {
            if (is_cell(tree_[cell].role)) width += std::max(tree_[cell].column_span, 1);
        }
        return width;
    }

    // Matterhorn 15: rows of one width, with headings.
    void check_table(NodeId id) {
        Rows rows;
        gather_rows(id, rows);
        if (!rows.headed)
            tell(sink_, rule::table_head, tree_[id].place, "A table has no headings.",
                 "Give the table a first row of headings.");
        if (rows.all.empty()) return;
        const int width = width_of(rows.all.front());
        for (const NodeId row : rows.all) {
            if (width_of(row) == width) continue;
            tell(sink_, rule::table_even, tree_[row].place,
                 fmt::format("A table's row has {} cells, its first row {}.", width_of(row), width),
                 "Give every row as many cells as the head; a cell may be empty.");
        }
    }

    const page::PagedDocument& document_;
    const style::StructureTree& tree_;
    const LeafFlags& placed_;
    Sink& sink_;
    std::set<NodeId> linked_;
    std::set<std::string_view> mentioned_, ids_;
    std::vector<bool> kept_;  // by node: what the structure's writer writes
    std::optional<int> first_heading_;
    Place first_heading_place_;
    int last_level_ = 0;
};

}  // namespace

void check_structure_claims(const page::PagedDocument& document, const LeafFlags& placed, Sink& sink) {
    StructureClaims(document, placed, sink).run();
}

void check_length(std::string_view text, std::string_view what, const Place& place, Sink& sink) {
    static constexpr std::size_t most = 16000;  // bytes of UTF-8, so no more UTF-16 than the limit
    if (text.size() <= most) return;
    tell(sink, rule::length, place, fmt::format("The {} is {} bytes long.", what, text.size()),
         fmt::format("Shorten it to {} bytes at most; better to a few sentences.", most));
}

bool is_language_tag(std::string_view tag) {
    static constexpr std::size_t longest_subtag = 8;
    bool first = true;
    for (std::size_t at = 0; at <= tag.size(); first = false) {
        const std::size_t end = std::min(tag.find('-', at), tag.size());
        const std::string_view subtag = tag.substr(at, end - at);
        if (subtag.empty() || subtag.size() > longest_subtag) return false;
        for (const char c : subtag) {
            if (!base::is_ascii_letter(c) && (first || !base::is_ascii_digit(c))) return false;
        }
        at = end + 1;
    }
    return true;
}

}  // namespace brochure::preflight
