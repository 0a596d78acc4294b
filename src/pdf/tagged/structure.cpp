#include "pdf/tagged/structure.hpp"

#include <map>
#include <string>

#include "pdf/content/figure_box.hpp"

namespace brochure::pdf {

namespace {

using style::LeafId;
using style::NodeId;
using style::Role;
using style::StructureNode;

std::string_view pdf_name(style::Scope scope) {
    switch (scope) {
        case style::Scope::row:
            return "Row";
        case style::Scope::column:
            return "Column";
        case style::Scope::both:
            return "Both";
        case style::Scope::none:
            break;
    }
    return "";
}

std::string_view pdf_name(style::ListNumbering numbering) {
    switch (numbering) {
        case style::ListNumbering::disc:
            return "Disc";
        case style::ListNumbering::square:
            return "Square";
        case style::ListNumbering::decimal:
            return "Decimal";
        case style::ListNumbering::lower_alpha:
            return "LowerAlpha";
        case style::ListNumbering::none:
            break;
    }
    return "None";
}

class TreeWriter {
  public:
    TreeWriter(File& file, const page::PagedDocument& document, const font::Library& fonts,
               const WrittenPages& written, const std::vector<LinkAnnotation>& links)
        : file_(file),
          document_(document),
          tree_(document.structure),
          written_(written),
          boxes_(figure_boxes(document, fonts)) {
        for (const LinkAnnotation& link : links) annotations_[link.node].push_back(&link);
        elements_.resize(tree_.node_count());
        kept_ = style::kept_elements(
            tree_, [&](LeafId leaf) { return !written_.places[leaf].empty(); },
            [&](NodeId node) { return annotations_.contains(node); });
    }

    void write(const std::vector<LinkAnnotation>& links) {
        root_ = file_.new_dict();
        root_.set("Type", Name{"StructTreeRoot"});
        if (kept_[tree_.root().index()]) root_.set("K", element(tree_.root(), root_));
        write_parent_tree(links);
        write_id_tree();
        Dict catalog = file_.catalog();
        catalog.set("StructTreeRoot", root_);
    }

  private:
    Dict element(NodeId id, const Dict& parent) {
        const StructureNode& node = tree_[id];
        Dict dict = elements_[id.index()] = file_.new_dict();
        dict.set("S", Name{style::pdf_name(node.role)});
        dict.set("P", parent);
        if (!node.language.empty()) dict.set("Lang", Text{node.language});
        if (!node.alternative_text.empty()) dict.set("Alt", Text{node.alternative_text});
        if (!node.actual_text.empty()) dict.set("ActualText", Text{node.actual_text});
        if (!node.id.empty()) {
            dict.set("ID", Bytes{node.id});
            ids_[node.id] = dict;
        }
        set_attributes(dict, id);
        set_kids(dict, id);
        return dict;
    }

    void set_attributes(Dict& dict, NodeId id) const {
        const StructureNode& node = tree_[id];
        const bool is_cell = node.role == Role::header_cell || node.role == Role::data_cell;
        if (is_cell && (node.scope != style::Scope::none || node.column_span > 1)) {
            Dict attributes = dict.add_dict("A");
            attributes.set("O", Name{"Table"});
            if (node.scope != style::Scope::none) attributes.set("Scope", Name{pdf_name(node.scope)});
            if (node.column_span > 1) attributes.set("ColSpan", node.column_span);
        } else if (node.role == Role::list && node.numbering != style::ListNumbering::none) {
            Dict attributes = dict.add_dict("A");
            attributes.set("O", Name{"List"});
            attributes.set("ListNumbering", Name{pdf_name(node.numbering)});
        } else if (const auto box = boxes_.find(id); box != boxes_.end()) {
            const Length height = document_.trim.height;
            Dict attributes = dict.add_dict("A");
            attributes.set("O", Name{"Layout"});
            attributes.set("Placement", Name{"Block"});
            attributes.set(
                "BBox",
                Direct::array({box->second.left().to_points(), (height - box->second.bottom()).to_points(),
                               box->second.right().to_points(), (height - box->second.top()).to_points()}));
        }
    }

    void set_kids(Dict& dict, NodeId id) {
        const std::size_t no_page = written_.pages.size();
        std::size_t page = no_page;  // that the element names, and its bare MCIDs are on
        Array list = dict.add_array("K");
        for (const style::Kid& kid : tree_[id].kids) {
            if (const auto* node = std::get_if<NodeId>(&kid)) {
                if (kept_[node->index()]) list.add(element(*node, dict));
                continue;
            }
            for (const MarkedPlace& place : written_.places[std::get<LeafId>(kid)]) {
                if (page == no_page) {
                    page = place.page;
                    dict.set("Pg", written_.pages[page]);
                }
                if (place.page == page) {
                    list.add(place.mcid);
                    continue;
                }
                Dict reference = list.add_dict();
                reference.set("Type", Name{"MCR"});
                reference.set("Pg", written_.pages[place.page]);
                reference.set("MCID", place.mcid);
            }
        }
        if (const auto links = annotations_.find(id); links != annotations_.end()) {
            for (const LinkAnnotation* link : links->second) {
                Dict reference = list.add_dict();
                reference.set("Type", Name{"OBJR"});
                reference.set("Pg", written_.pages[link->page]);
                reference.set("Obj", link->annotation);
            }
        }
    }

    // From a page's MCIDs and from annotations to their elements (ISO 32000-1, 14.7.4.4).
    void write_parent_tree(const std::vector<LinkAnnotation>& links) {
        Dict parents = file_.new_dict();
        Array numbers = parents.add_array("Nums");
        int key = 0;
        for (std::size_t p = 0; p < written_.pages.size(); ++p) {
            if (written_.leaf_of_mcid[p].empty()) continue;
            Dict page = written_.pages[p];
            page.set("StructParents", key);
            numbers.add(key++);
            Array owners = file_.new_array();
            for (const LeafId leaf : written_.leaf_of_mcid[p])
                owners.add(elements_[tree_.parent_of(leaf).index()]);
            numbers.add(owners);
        }
        for (const LinkAnnotation& link : links) {
            Dict annotation = link.annotation;
            annotation.set("StructParent", key);
            numbers.add(key++);
            numbers.add(elements_[link.node.index()]);
        }
        root_.set("ParentTree", parents);
        root_.set("ParentTreeNextKey", key);
    }

    void write_id_tree() {
        if (ids_.empty()) return;
        Dict tree = root_.add_dict("IDTree");
        Array names = tree.add_array("Names");
        for (const auto& [id, element] : ids_) {
            names.add(Bytes{id});
            names.add(element);
        }
    }

    File& file_;
    const page::PagedDocument& document_;
    const style::StructureTree& tree_;
    const WrittenPages& written_;
    std::map<NodeId, Rect> boxes_;
    std::map<NodeId, std::vector<const LinkAnnotation*>> annotations_;
    std::vector<Dict> elements_;  // by node
    std::vector<bool> kept_;      // by node
    std::map<std::string, Dict> ids_;
    Dict root_;
};

}  // namespace

void write_structure(File& file, const page::PagedDocument& document, const font::Library& fonts,
                     const WrittenPages& written, const std::vector<LinkAnnotation>& links) {
    TreeWriter(file, document, fonts, written, links).write(links);
}

}  // namespace brochure::pdf
