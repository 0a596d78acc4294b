// The structure tree as text: one line per node, two spaces per level, leaves as the words they hold.
// In: a styled document. Out: what a screen reader would read, in its order. A node's only leaf stands on the
// node's own line. Attributes that are set stand in brackets: [lang=en scope=row].
//
//     Sect
//       H2 "Pijn"
//       P
//         "Lees "
//         Link "de website"
#pragma once

#include <map>
#include <string>
#include <variant>

#include "style/styled_document.hpp"

namespace brochure::test {

class StructureDump {
  public:
    explicit StructureDump(const style::StyledDocument& document) : tree_(document.structure) {
        for (const style::StyledParagraph& paragraph : document.paragraphs) {
            for (const style::StyledRun& run : paragraph.runs) {
                if (const auto* leaf = std::get_if<style::LeafId>(&run.leaf)) {
                    words_[leaf->index()] += run.range.of(paragraph.text);
                }
            }
        }
    }

    [[nodiscard]] std::string of(style::NodeId id, std::size_t depth = 0) const {
        const style::StructureNode& node = tree_[id];
        std::string out(2 * depth, ' ');
        out += style::pdf_name(node.role);
        if (const std::string attributes = attributes_of(node); !attributes.empty())
            out += " [" + attributes + "]";
        if (node.kids.size() == 1 && std::holds_alternative<style::LeafId>(node.kids.front())) {
            return out + " " + quoted(std::get<style::LeafId>(node.kids.front())) + "\n";
        }
        out += "\n";
        for (const style::Kid& kid : node.kids) {
            if (const auto* leaf = std::get_if<style::LeafId>(&kid)) {
                out += std::string(2 * (depth + 1), ' ') + quoted(*leaf) + "\n";
            } else {
                out += of(std::get<style::NodeId>(kid), depth + 1);
            }
        }
        return out;
    }

  private:
    static std::string attributes_of(const style::StructureNode& node) {
        std::string out;
        auto add = [&out](const std::string& key, const std::string& value) {
            if (!out.empty()) out += ' ';
            out.append(key).append("=").append(value);
        };
        if (!node.language.empty()) add("lang", node.language);
        if (!node.id.empty()) add("id", node.id);
        if (!node.alternative_text.empty()) add("alt", "“" + node.alternative_text + "”");
        if (!node.actual_text.empty()) add("actual", "“" + node.actual_text + "”");
        if (node.scope == style::Scope::row) add("scope", "row");
        if (node.scope == style::Scope::column) add("scope", "column");
        if (node.scope == style::Scope::both) add("scope", "both");
        if (node.numbering == style::ListNumbering::disc) add("numbering", "disc");
        if (node.numbering == style::ListNumbering::square) add("numbering", "square");
        if (node.numbering == style::ListNumbering::decimal) add("numbering", "decimal");
        if (node.column_span != 1) add("span", std::to_string(node.column_span));
        return out;
    }

    [[nodiscard]] std::string quoted(style::LeafId leaf) const {
        const auto words = words_.find(leaf.index());
        return words == words_.end() ? "(no words)" : "\"" + words->second + "\"";
    }

    const style::StructureTree& tree_;
    std::map<std::size_t, std::string> words_;
};

// The whole tree.
inline std::string structure_dump(const style::StyledDocument& document) {
    return StructureDump(document).of(document.structure.root());
}

// What stands below the root's child number `index`.
inline std::string structure_dump(const style::StyledDocument& document, std::size_t index) {
    const auto& kids = document.structure[document.structure.root()].kids;
    return StructureDump(document).of(std::get<style::NodeId>(kids.at(index)));
}

}  // namespace brochure::test
