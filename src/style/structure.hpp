// StructureTree: what a screen reader reads, in document order (ISO 32000-1, 14.7 and 14.8).
// In: one node per block and per inline element that means something, made by the style stage before any page
// exists. Out: a tree whose leaves are filled as pieces are placed. However many pages a table covers, it is
// one node. A leaf is a stretch of content that is read as one; the pages name the leaf each piece of content
// belongs to.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/id.hpp"
#include "diag/diagnostic.hpp"

namespace brochure::style {

struct NodeTag;
struct LeafTag;
using NodeId = base::Id<NodeTag>;
using LeafId = base::Id<LeafTag>;

// Standard structure types (ISO 32000-1, 14.8.4), no other is used.
enum class Role {
    document,
    part,
    sect,
    div,
    block_quote,
    toc,
    toci,
    h1,
    h2,
    h3,
    h4,
    h5,
    h6,
    p,
    list,
    list_item,
    label,
    list_body,
    table,
    table_head,
    table_body,
    table_row,
    header_cell,
    data_cell,
    caption,
    figure,
    link,
    reference,
    note,
    span
};

std::string_view pdf_name(Role role);  // "Document", "LBody", …

enum class Scope { none, row, column, both };
enum class ListNumbering { none, disc, square, decimal, lower_alpha };

using Kid = std::variant<NodeId, LeafId>;

struct StructureNode {
    Role role = Role::p;
    NodeId parent;                 // invalid for the root
    std::string language;          // empty: the parent's
    std::string alternative_text;  // figures, boxes to tick
    std::string actual_text;       // where glyphs and text differ for the whole element
    Scope scope = Scope::none;     // header cells
    ListNumbering numbering = ListNumbering::none;
    int column_span = 1;
    std::string id;         // notes: unique in the document, and the destination their marks lead to
    Place place;            // the author's line it comes from
    std::vector<Kid> kids;  // in reading order
};

class StructureTree {
  public:
    StructureTree();  // with a root of role `document`

    [[nodiscard]] NodeId root() const { return NodeId{0}; }
    NodeId add_node(NodeId parent, Role role);  // comes from where its parent comes from, unless told
    NodeId add_node(NodeId parent, Role role, const Place& place);
    LeafId add_leaf(NodeId parent);

    StructureNode& operator[](NodeId id) { return nodes_[id]; }
    const StructureNode& operator[](NodeId id) const { return nodes_[id]; }
    [[nodiscard]] NodeId parent_of(LeafId leaf) const { return leaves_[leaf]; }
    [[nodiscard]] std::size_t node_count() const { return nodes_.size(); }
    [[nodiscard]] std::size_t leaf_count() const { return leaves_.size(); }

  private:
    base::IdVec<NodeId, StructureNode> nodes_;
    base::IdVec<LeafId, NodeId> leaves_;
};

// Which elements are written, by their index: cells and what is linked, though they be empty, what has a leaf
// that is placed, and all that these stand in.
std::vector<bool> kept_elements(const StructureTree& tree, const std::function<bool(LeafId)>& is_placed,
                                const std::function<bool(NodeId)>& is_linked);

}  // namespace brochure::style
