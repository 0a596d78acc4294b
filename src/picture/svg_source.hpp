// SvgSource: an SVG file as a tree of elements that still knows its lines and columns.
// In: the bytes of the file. Out: pugixml nodes whose strings point into one buffer, so that any part of any
// value has a place. The tree is at most max_svg_depth elements deep, has one root <svg>, and holds nothing
// that asks for another file.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <pugixml.hpp>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.hpp"

namespace brochure::picture {

inline constexpr std::size_t max_svg_bytes = 8U << 20;
inline constexpr int max_svg_depth =
    64;  // drawing programs nest a handful of groups; recursion needs a bound
inline constexpr std::size_t max_svg_reports = 100;

class SvgSource {
  public:
    // Parses, and reports to `sink` what keeps the tree from being read; then root() is empty.
    SvgSource(std::string_view bytes, std::string shown_file, Sink& sink);
    SvgSource(const SvgSource&) = delete;
    SvgSource& operator=(const SvgSource&) = delete;

    [[nodiscard]] pugi::xml_node root() const { return root_; }
    [[nodiscard]] bool has_errors() const { return errors_ > 0; }

    // The element of that id, empty if there is none; of several the first.
    [[nodiscard]] pugi::xml_node element_of(std::string_view id) const;
    // In the order of the file.
    [[nodiscard]] std::vector<pugi::xml_node> elements_named(std::string_view local) const;
    // The text of a style sheet with its comments blank, at the same place.
    std::string_view without_comments(const char* text);

    // `at` points into a name or a value of the tree. A fault is told once, however often it is come upon.
    [[nodiscard]] std::uint32_t line_of(const char* at) const;
    void error(std::string_view code, const char* at, std::string message, std::string remedy);
    // Says how many faults were kept back, if any were; to be called last.
    void sum_up();

  private:
    [[nodiscard]] std::size_t offset_of(const char* at) const;
    [[nodiscard]] Place place_of(std::size_t offset) const;
    void error_at(std::string_view code, std::size_t offset, std::string message, std::string remedy);
    bool is_utf8();
    void read_entities();
    void check_entities();
    void expand_namespaces();
    [[nodiscard]] bool names_a_namespace(std::size_t at) const;
    void check_prologue();
    void check_root(pugi::xml_node root);

    std::string_view bytes_;
    std::string shown_file_;
    Sink& sink_;
    std::string buffer_;  // parsed in place: names and unescaped values stay at their offsets
    std::vector<std::size_t> line_starts_;
    pugi::xml_document document_;
    pugi::xml_node root_;
    std::size_t errors_ = 0;
    std::set<std::pair<std::size_t, std::string>> told_;
    std::map<std::string, std::string, std::less<>> entities_;  // of the document type: names of namespaces
    std::map<std::string_view, pugi::xml_node> by_id_;
};

enum class Namespace { svg, foreign };

// An element's name without its prefix, and whose name it is. Foreign: of an editor such as Inkscape.
struct QualifiedName {
    Namespace space = Namespace::svg;
    std::string_view local;
};
QualifiedName qualified_name(pugi::xml_node element);

}  // namespace brochure::picture
