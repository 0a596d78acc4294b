#include "picture/svg_source.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>

#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "picture/svg_values.hpp"

namespace brochure::picture {

namespace {

constexpr std::string_view svg_namespace = "http://www.w3.org/2000/svg";

// Without end-of-line and attribute conversion, only escapes move text within a value.
constexpr unsigned parse_options =
    pugi::parse_cdata | pugi::parse_escapes | pugi::parse_doctype | pugi::parse_pi | pugi::parse_declaration;

bool contains_non_ascii(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

bool is_unicode_name(std::string_view encoding) {
    const auto same = [](char a, char b) { return (a | 0x20) == (b | 0x20); };
    return std::ranges::equal(encoding, std::string_view("utf-8"), same) ||
           std::ranges::equal(encoding, std::string_view("utf8"), same);
}

// Walks without recursion, since the depth of the file is not known yet, until `visit` says that it is
// enough.
template <class Visit>
void walk(pugi::xml_node root, Visit&& visit) {
    int depth = 1;
    pugi::xml_node node = root;
    while (node) {
        if (!visit(node, depth)) return;
        if (node.first_child()) {
            node = node.first_child();
            ++depth;
            continue;
        }
        while (node != root && !node.next_sibling()) {
            node = node.parent();
            --depth;
        }
        node = node == root ? pugi::xml_node() : node.next_sibling();
    }
}

pugi::xml_node first_element_too_deep(pugi::xml_node root) {
    pugi::xml_node deep;
    walk(root, [&](pugi::xml_node node, int depth) {
        if (depth > max_svg_depth) deep = node;
        return !deep;
    });
    return deep;
}

// The next of the parts that a document type is made of; `text` begins behind it.
std::string_view take_quoted(std::string_view& text) {
    const std::size_t open = text.find_first_of("\"'");
    if (open == std::string_view::npos) return {};
    const std::size_t close = text.find(text[open], open + 1);
    if (close == std::string_view::npos) return {};
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    text.remove_prefix(close + 1);
    return inside;
}

// The namespace that an attribute xmlns (no prefix) or xmlns:prefix binds at this element; empty if none
// does.
std::string_view bound_namespace(pugi::xml_node element, std::string_view prefix) {
    const std::string declaration = prefix.empty() ? "xmlns" : fmt::format("xmlns:{}", prefix);
    for (; element; element = element.parent()) {
        if (const auto found = element.attribute(declaration.c_str())) return found.value();
    }
    return {};
}

}  // namespace

SvgSource::SvgSource(std::string_view bytes, std::string shown_file, Sink& sink)
    : bytes_(bytes), shown_file_(std::move(shown_file)), sink_(sink), buffer_(bytes) {
    line_starts_.push_back(0);
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
        line_starts_.push_back(at + 1);
    }
    if (!is_utf8()) return;
    read_entities();
    check_entities();
    const auto result =
        document_.load_buffer_inplace(buffer_.data(), buffer_.size(), parse_options, pugi::encoding_utf8);
    if (!result) {
        error_at(diag::code::svg_syntax, static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)),
                 fmt::format("This is not well-formed XML: {}.", result.description()),
                 "Export the drawing again as plain SVG.");
        return;
    }
    check_prologue();
    expand_namespaces();
    const pugi::xml_node root = document_.document_element();
    check_root(root);
    if (has_errors()) return;
    root_ = root;
    walk(root, [&](pugi::xml_node node, int) {
        if (const auto id = node.attribute("id")) by_id_.try_emplace(id.value(), node);
        return true;
    });
}

pugi::xml_node SvgSource::element_of(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? pugi::xml_node() : found->second;
}

std::vector<pugi::xml_node> SvgSource::elements_named(std::string_view local) const {
    std::vector<pugi::xml_node> found;
    walk(root_, [&](pugi::xml_node node, int) {
        if (node.type() == pugi::node_element) {
            const QualifiedName name = qualified_name(node);
            if (name.space == Namespace::svg && name.local == local) found.push_back(node);
        }
        return true;
    });
    return found;
}

std::string_view SvgSource::without_comments(const char* text) {
    const std::string_view all = text;
    for (std::size_t open = all.find("/*"); open != std::string_view::npos; open = all.find("/*", open)) {
        const std::size_t close = all.find("*/", open + 2);
        const std::size_t end = close == std::string_view::npos ? all.size() : close + 2;
        const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(offset_of(text) + open);
        std::fill(from, from + static_cast<std::ptrdiff_t>(end - open), ' ');
    }
    return all;
}

bool SvgSource::is_utf8() {
    const auto invalid = base::first_invalid_utf8(bytes_);
    if (!invalid) return true;
    error_at(diag::code::not_utf8, *invalid, "The drawing is not UTF-8 text.",
             "Export it again as plain SVG in UTF-8.");
    return false;
}

// What stands before the root element: no style sheet, no entities of its own, no other encoding.
void SvgSource::check_prologue() {
    std::size_t roots = 0;
    for (const pugi::xml_node node : document_.children()) {
        const std::string_view name = node.name(), value = node.value();
        if (node.type() == pugi::node_element && ++roots > 1) {
            error(diag::code::svg_syntax, node.name(), "The file has a second root element.",
                  "Export the drawing again as plain SVG.");
        } else if (node.type() == pugi::node_doctype && value.find('[') != std::string_view::npos &&
                   entities_.empty()) {
            error(diag::code::svg_unsafe, value.data(), "The document type declares entities of its own.",
                  "Delete the <!DOCTYPE …> at the head of the file, or export as plain SVG.");
        } else if (node.type() == pugi::node_pi && name == "xml-stylesheet") {
            error(diag::code::svg_unsafe, name.data(), "The drawing asks for a style sheet in another file.",
                  "Export it with presentation attributes instead of style sheets.");
        } else if (node.type() == pugi::node_declaration) {
            const std::string_view encoding = node.attribute("encoding").value();
            if (encoding.empty() || is_unicode_name(encoding) || !contains_non_ascii(bytes_)) continue;
            error(diag::code::not_utf8, encoding.data(),
                  fmt::format("The drawing says that its text is {}.", encoding),
                  "Export it again as plain SVG in UTF-8.");
        }
    }
}

void SvgSource::check_root(pugi::xml_node root) {
    const QualifiedName name = qualified_name(root);
    if (name.space != Namespace::svg || name.local != "svg") {
        error(diag::code::svg_syntax, root.name(),
              fmt::format("The file begins with <{}>, which is not an SVG drawing.", root.name()),
              "Place an SVG, PNG or JPEG file.");
    }
    if (const auto deep = first_element_too_deep(root)) {
        error(diag::code::svg_too_complex, deep.name(),
              fmt::format("Elements are nested more than {} deep.", max_svg_depth),
              "Ungroup the drawing and export it again.");
    }
}

// Illustrator writes the names of namespaces as entities of the document type: <!ENTITY ns_svg "http://…">.
// Those are read if the document type has nothing else; none of them may hold another.
void SvgSource::read_entities() {
    const std::size_t doctype = bytes_.find("<!DOCTYPE");
    const std::size_t open = bytes_.find('[', std::min(doctype, bytes_.size()));
    if (open == std::string_view::npos ||
        bytes_.substr(doctype, open - doctype).find('>') != std::string_view::npos)
        return;
    constexpr std::string_view declaration = "<!ENTITY";
    std::string_view rest = trimmed(bytes_.substr(open + 1));
    std::map<std::string, std::string, std::less<>> read;
    while (rest.starts_with(declaration)) {
        rest.remove_prefix(declaration.size());
        const std::string_view name =
            trimmed(rest.substr(0, std::min(rest.find_first_of("\"'"), rest.size())));
        const std::string_view value = take_quoted(rest);
        if (name.empty() || value.empty() || name.find_first_of(" %<>&") != std::string_view::npos ||
            value.find_first_of("&<%") != std::string_view::npos)
            return;
        read.try_emplace(std::string(name), value);
        rest = trimmed(rest);
        if (!rest.starts_with('>')) return;
        rest = trimmed(rest.substr(1));
    }
    if (rest.starts_with(']')) entities_ = std::move(read);
}

// Whether what begins at `at` is the whole value of an attribute, and the name of a namespace.
bool SvgSource::names_a_namespace(std::size_t at) const {
    const std::size_t end = bytes_.find(';', at);
    if (end == std::string_view::npos || at == 0 || end + 1 >= bytes_.size()) return false;
    return entities_.contains(bytes_.substr(at + 1, end - at - 1)) && bytes_[at - 1] == bytes_[end + 1];
}

void SvgSource::expand_namespaces() {
    if (entities_.empty()) return;
    walk(document_.document_element(), [&](pugi::xml_node node, int) {
        for (pugi::xml_attribute attribute : node.attributes()) {
            const std::string_view value = attribute.value();
            if (!value.starts_with('&') || !value.ends_with(';')) continue;
            const auto entity = entities_.find(value.substr(1, value.size() - 2));
            if (entity != entities_.end()) attribute.set_value(entity->second.c_str());
        }
        return true;
    });
}

// pugixml leaves entities that it does not know as they stand; XML calls that an error, and so do we.
void SvgSource::check_entities() {
    if (bytes_.find('&') == std::string_view::npos) return;
    constexpr std::array<std::string_view, 6> known = {"&amp;", "&lt;", "&gt;", "&quot;", "&apos;", "&#"};
    const auto skipped_to = [this](std::size_t at, std::string_view end) {
        const std::size_t found = bytes_.find(end, at);
        return found == std::string_view::npos ? bytes_.size() : found + end.size();
    };
    for (std::size_t at = bytes_.find_first_of("&<"); at < bytes_.size();) {
        const std::string_view rest = bytes_.substr(at);
        if (rest.starts_with("<!--")) {
            at = skipped_to(at, "-->");
        } else if (rest.starts_with("<![CDATA[")) {
            at = skipped_to(at, "]]>");
        } else if (rest.front() == '&' && !names_a_namespace(at) &&
                   std::ranges::none_of(known, [&](auto entity) { return rest.starts_with(entity); })) {
            error_at(diag::code::svg_unsafe, at, "This '&' begins an entity that plain SVG does not have.",
                     "Write the character itself, or &amp; for an ampersand.");
            ++at;
        } else {
            ++at;
        }
        at = bytes_.find_first_of("&<", at);
    }
}

std::size_t SvgSource::offset_of(const char* at) const {
    // pugixml keeps empty strings elsewhere; they have no place.
    const char* const begin = buffer_.data();
    const bool inside = std::less_equal<>()(begin, at) && std::less_equal<>()(at, begin + buffer_.size());
    return inside ? static_cast<std::size_t>(at - begin) : 0;
}

Place SvgSource::place_of(std::size_t offset) const {
    const auto next = std::ranges::upper_bound(line_starts_, offset);
    const std::size_t line = static_cast<std::size_t>(next - line_starts_.begin());
    const std::size_t start = line_starts_[line - 1];
    return {shown_file_, static_cast<std::uint32_t>(line),
            base::column_of(bytes_.substr(start), offset - start)};
}

std::uint32_t SvgSource::line_of(const char* at) const { return place_of(offset_of(at)).line; }

void SvgSource::error(std::string_view code, const char* at, std::string message, std::string remedy) {
    error_at(code, offset_of(at), std::move(message), std::move(remedy));
}

void SvgSource::error_at(std::string_view code, std::size_t offset, std::string message, std::string remedy) {
    if (errors_ < max_svg_reports && !told_.emplace(offset, message).second) return;
    if (++errors_ > max_svg_reports) return;
    sink_.error(code, place_of(std::min(offset, bytes_.size())), std::move(message), std::move(remedy));
}

void SvgSource::sum_up() {
    if (errors_ <= max_svg_reports) return;
    sink_.error(diag::code::svg_too_complex, {shown_file_, 0, 0},
                fmt::format("The drawing has {} faults; the first {} are shown.", errors_, max_svg_reports),
                "Export the drawing again as plain SVG, or place it as PNG.");
}

QualifiedName qualified_name(pugi::xml_node element) {
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
