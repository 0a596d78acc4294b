#include "style/structure.hpp"

#include <utility>

namespace brochure::style {

std::string_view pdf_name(Role role) {
    switch (role) {
        case Role::document:
            return "Document";
        case Role::part:
            return "Part";
        case Role::sect:
            return "Sect";
        case Role::div:
            return "Div";
        case Role::block_quote:
            return "BlockQuote";
        case Role::toc:
            return "TOC";
        case Role::toci:
            return "TOCI";
        case Role::h1:
            return "H1";
        case Role::h2:
            return "H2";
        case Role::h3:
            return "H3";
        case Role::h4:
            return "H4";
        case Role::h5:
            return "H5";
        case Role::h6:
            return "H6";
        case Role::p:
            return "P";
        case Role::list:
            return "L";
        case Role::list_item:
            return "LI";
        case Role::label:
            return "Lbl";
        case Role::list_body:
            return "LBody";
        case Role::table:
            return "Table";
        case Role::table_head:
            return "THead";
        case Role::table_body:
            return "TBody";
        case Role::table_row:
            return "TR";
        case Role::header_cell:
            return "TH";
        case Role::data_cell:
            return "TD";
        case Role::caption:
            return "Caption";
        case Role::figure:
            return "Figure";
        case Role::link:
            return "Link";
        case Role::reference:
            return "Reference";
        case Role::note:
            return "Note";
        case Role::span:
            return "Span";
    }
    return "Span";
}

StructureTree::StructureTree() {
    StructureNode root;
    root.role = Role::document;
    nodes_.push_back(std::move(root));
}

NodeId StructureTree::add_node(NodeId parent, Role role) {
    const Place place = nodes_[parent].place;
    return add_node(parent, role, place);
}

NodeId StructureTree::add_node(NodeId parent, Role role, const Place& place) {
    StructureNode node;
    node.role = role;
    node.parent = parent;
    node.place = place;
    const NodeId id = nodes_.push_back(std::move(node));
    nodes_[parent].kids.emplace_back(id);
    return id;
}

LeafId StructureTree::add_leaf(NodeId parent) {
    const LeafId id = leaves_.push_back(parent);
    nodes_[parent].kids.emplace_back(id);
    return id;
}

std::vector<bool> kept_elements(const StructureTree& tree, const std::function<bool(LeafId)>& is_placed,
                                const std::function<bool(NodeId)>& is_linked) {
    std::vector<bool> kept(tree.node_count(), false);
    const std::function<bool(NodeId)> look_at = [&](NodeId id) {
        const StructureNode& node = tree[id];
        bool keeps = node.role == Role::header_cell || node.role == Role::data_cell || is_linked(id);
        for (const Kid& kid : node.kids) {
            const auto* leaf = std::get_if<LeafId>(&kid);
            keeps = (leaf != nullptr ? is_placed(*leaf) : look_at(std::get<NodeId>(kid))) || keeps;
        }
        kept[id.index()] = keeps;
        return keeps;
    };
    look_at(tree.root());
    return kept;
}

}  // namespace brochure::style
