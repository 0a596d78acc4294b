// Style sheets inside a drawing: the rules of its <style> elements (CSS 2.1, chapters 4 to 6), as drawing
// programs export them.
// In: the tree. Out: for an element the declarations that apply to it, those that count more behind the
// others. A selector is an element's name or *, classes, an id, or these together; errors at their place for
// all else.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "picture/svg/svg_source.hpp"

namespace brochure::picture {

inline constexpr std::size_t max_style_rules = 1000;  // each may be compared with every element

// A name and its value as they stand in the source.
struct Declaration {
    std::string_view name, value;
};

// The declarations of a style="name: value; …" or of a rule's block.
std::vector<Declaration> declarations_of(std::string_view style, SvgSource& source);

class StyleSheet {
  public:
    explicit StyleSheet(SvgSource& source);

    [[nodiscard]] std::vector<Declaration> declarations_for(xml::Node element) const;

  private:
    struct Selector {
        std::string_view element, id;  // empty: any
        std::vector<std::string_view> classes;

        [[nodiscard]] bool matches(xml::Node node) const;
        [[nodiscard]] std::size_t weight() const;
        [[nodiscard]] std::string_view key() const;  // what an element must have at least
    };
    struct Rule {
        Selector selector;
        std::size_t block = 0;
    };

    void read(std::string_view css);
    void read_at_rule(std::string_view& css);
    void read_selectors(std::string_view list);
    std::optional<Selector> selector_of(std::string_view text);

    SvgSource& source_;
    std::vector<std::vector<Declaration>> blocks_;
    std::vector<Rule> rules_;
    std::multimap<std::string_view, std::size_t> by_key_;
};

}  // namespace brochure::picture
