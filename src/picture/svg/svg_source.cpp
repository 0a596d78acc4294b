#include "picture/svg/svg_source.hpp"

#include <fmt/format.h>

#include "diag/codes.hpp"

namespace brochure::picture {

namespace {

constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";

// The namespace that an attribute xmlns (no prefix) or xmlns:prefix binds at this element; empty if none
// does.
std::string_view bound_namespace(xml::Node element, std::string_view prefix) {
    const std::string declaration = prefix.empty() ? "xmlns" : fmt::format("xmlns:{}", prefix);
    for (; element; element = element.parent()) {
        if (const auto found = element.attribute(declaration.c_str())) return found.value();
    }
    return {};
}

// As deep as the tree is, which has a bound.
template <class Visit>
void walk(xml::Node node, Visit&& visit) {
    visit(node);
    for (const xml::Node child : node.children()) walk(child, visit);
}

}  // namespace

SvgSource::SvgSource(std::string_view bytes, std::string shown_file, Sink& sink)
    : shown_file_(std::move(shown_file)), sink_(sink), tree_(bytes, max_svg_depth) {
    for (const xml::Fault& fault : tree_.faults()) report(fault);
    if (has_errors()) return;
    check_root(tree_.root());
    if (has_errors()) return;
    root_ = tree_.root();
    walk(root_, [&](xml::Node node) {
        if (const auto id = node.attribute("id")) by_id_.try_emplace(id.value(), node);
    });
}

xml::Node SvgSource::element_of(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? xml::Node{} : found->second;
}

std::vector<xml::Node> SvgSource::elements_named(std::string_view local) const {
    std::vector<xml::Node> found;
    walk(root_, [&](xml::Node node) {
        // Whose name it is takes a way up to the root: asked of those that may be meant.
        if (!node.is_element() || !std::string_view{node.name()}.ends_with(local)) return;
        const QualifiedName name = qualified_name(node);
        if (name.space == Namespace::svg && name.local == local) found.push_back(node);
    });
    return found;
}

std::string_view SvgSource::without_comments(const char* text) {
    const std::string_view all = text;
    for (std::size_t open = all.find("/*"); open != std::string_view::npos; open = all.find("/*", open)) {
        const std::size_t close = all.find("*/", open + 2);
        const std::size_t end = close == std::string_view::npos ? all.size() : close + 2;
        tree_.blank(text + open, end - open);
    }
    return all;
}

void SvgSource::report(const xml::Fault& fault) {
    using Kind = xml::Fault::Kind;
    constexpr const char* export_again = "Export the drawing again as plain SVG.";
    switch (fault.kind) {
        case Kind::not_utf8:
            return error_at(diag::code::not_utf8, fault.offset, "The drawing is not UTF-8 text.",
                            "Export it again as plain SVG in UTF-8.");
        case Kind::other_encoding:
            return error_at(diag::code::not_utf8, fault.offset,
                            fmt::format("The drawing says that its text is {}.", fault.detail),
                            "Export it again as plain SVG in UTF-8.");
        case Kind::malformed:
            return error_at(diag::code::svg_syntax, fault.offset,
                            fmt::format("This is not well-formed XML: {}.", fault.detail), export_again);
        case Kind::second_root:
            return error_at(diag::code::svg_syntax, fault.offset, "The file has a second root element.",
                            export_again);
        case Kind::too_deep:
            return error_at(diag::code::svg_too_complex, fault.offset,
                            fmt::format("Elements are nested more than {} deep.", max_svg_depth),
                            "Ungroup the drawing and export it again.");
        case Kind::unknown_entity:
            return error_at(diag::code::svg_unsafe, fault.offset,
                            "This '&' begins an entity that plain SVG does not have.",
                            "Write the character itself, or &amp; for an ampersand.");
        case Kind::own_entities:
            return error_at(diag::code::svg_unsafe, fault.offset,
                            "The document type declares entities of its own.",
                            "Delete the <!DOCTYPE …> at the head of the file, or export as plain SVG.");
        case Kind::style_sheet:
            return error_at(diag::code::svg_unsafe, fault.offset,
                            "The drawing asks for a style sheet in another file.",
                            "Export it with presentation attributes instead of style sheets.");
    }
}

void SvgSource::check_root(xml::Node root) {
    const QualifiedName name = qualified_name(root);
    if (name.space == Namespace::svg && name.local == "svg") return;
    error(diag::code::svg_syntax, root.name(),
          fmt::format("The file begins with <{}>, which is not an SVG drawing.", root.name()),
          "Place an SVG, PNG or JPEG file.");
}

std::uint32_t SvgSource::line_of(const char* at) const {
    return tree_.place_of(tree_.offset_of(at), shown_file_).line;
}

void SvgSource::error(std::string_view code, const char* at, std::string message, std::string remedy) {
    error_at(code, tree_.offset_of(at), std::move(message), std::move(remedy));
}

void SvgSource::error_at(std::string_view code, std::size_t offset, std::string message, std::string remedy) {
    if (errors_ < max_svg_reports && !told_.emplace(offset, message).second) return;
    if (++errors_ > max_svg_reports) return;
    sink_.error(code, tree_.place_of(offset, shown_file_), std::move(message), std::move(remedy));
}

void SvgSource::sum_up() {
    if (errors_ <= max_svg_reports) return;
    sink_.error(diag::code::svg_too_complex, {shown_file_, 0, 0},
                fmt::format("The drawing has {} faults; the first {} are shown.", errors_, max_svg_reports),
                "Export the drawing again as plain SVG, or place it as PNG.");
}

QualifiedName qualified_name(xml::Node element) {
    const std::string_view name = element.name();
    const std::size_t colon = name.find(':');
    const bool prefixed = colon != std::string_view::npos;
    const std::string_view space = bound_namespace(element, prefixed ? name.substr(0, colon) : "");
    // A drawing without any declaration is read as SVG, as one pasted into a web page would be.
    const bool undeclared = !prefixed && space.empty();
    return {undeclared || space == svg_namespace ? Namespace::svg : Namespace::foreign,
            prefixed ? name.substr(colon + 1) : name};
}

}  // namespace brochure::picture
