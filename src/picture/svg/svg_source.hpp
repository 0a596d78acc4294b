// SvgSource: an SVG file as a tree of elements that still knows its lines and columns.
// In: the bytes of the file. Out: nodes whose strings point into one buffer, so that any part of any value
// has a place. The tree is at most max_svg_depth elements deep, has one root <svg>, and holds nothing that
// asks for another file.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "diag/diagnostic.hpp"
#include "xml/tree.hpp"

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

    [[nodiscard]] xml::Node root() const { return root_; }
    [[nodiscard]] bool has_errors() const { return errors_ > 0; }

    // The element of that id, empty if there is none; of several the first.
    [[nodiscard]] xml::Node element_of(std::string_view id) const;
    // In the order of the file.
    [[nodiscard]] std::vector<xml::Node> elements_named(std::string_view local) const;
    // The text of a style sheet with its comments blank, at the same place.
    std::string_view without_comments(const char* text);

    // `at` points into a name or a value of the tree. A fault is told once, however often it is come upon.
    [[nodiscard]] std::uint32_t line_of(const char* at) const;
    void error(std::string_view code, const char* at, std::string message, std::string remedy);
    // Says how many faults were kept back, if any were; to be called last.
    void sum_up();

  private:
    void report(const xml::Fault& fault);
    void error_at(std::string_view code, std::size_t offset, std::string message, std::string remedy);
    void check_root(xml::Node root);

    std::string shown_file_;
    Sink& sink_;
    xml::Tree tree_;
    xml::Node root_;
    std::size_t errors_ = 0;
    std::set<std::pair<std::size_t, std::string>> told_;
    std::map<std::string_view, xml::Node> by_id_;
};

enum class Namespace { svg, foreign };

// An element's name without its prefix, and whose name it is. Foreign: of an editor such as Inkscape.
struct QualifiedName {
    Namespace space = Namespace::svg;
    std::string_view local;
};
QualifiedName qualified_name(xml::Node element);

}  // namespace brochure::picture
