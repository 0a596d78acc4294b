#include "xml/tree.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <pugixml.hpp>

#include "base/ascii.hpp"
#include "base/trimmed.hpp"
#include "base/utf8.hpp"

namespace brochure::xml {

namespace {

constexpr std::size_t max_faults = 1000;

// Without end-of-line and attribute conversion, only escapes move text within a value. White space between
// elements may be a word's.
constexpr unsigned parse_options = pugi::parse_cdata | pugi::parse_escapes | pugi::parse_doctype |
                                   pugi::parse_pi | pugi::parse_declaration | pugi::parse_ws_pcdata;

pugi::xml_node node_of(pugi::xml_node_struct* at) { return pugi::xml_node{at}; }
pugi::xml_attribute attribute_of(pugi::xml_attribute_struct* at) { return pugi::xml_attribute{at}; }

bool contains_non_ascii(std::string_view text) {
    return std::ranges::any_of(text, [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

bool is_unicode_name(std::string_view encoding) {
    const std::string name = base::ascii_lower(encoding);
    return name == "utf-8" || name == "utf8";
}

// Walks without recursion: the depth of the file is not known yet.
pugi::xml_node first_element_too_deep(pugi::xml_node root, int max_depth) {
    int depth = 1;
    pugi::xml_node node = root;
    while (node) {
        if (depth > max_depth) return node;
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
    return {};
}

// What stands in the next quotation marks; `text` begins behind them.
std::string_view take_quoted(std::string_view& text) {
    const std::size_t open = text.find_first_of("\"'");
    if (open == std::string_view::npos) return {};
    const std::size_t close = text.find(text[open], open + 1);
    if (close == std::string_view::npos) return {};
    const std::string_view inside = text.substr(open + 1, close - open - 1);
    text.remove_prefix(close + 1);
    return inside;
}

}  // namespace

const char* Attribute::name() const { return attribute_of(at_).name(); }
const char* Attribute::value() const { return attribute_of(at_).value(); }
Attribute Attribute::next() const { return Attribute{attribute_of(at_).next_attribute().internal_object()}; }

bool Node::is_element() const { return node_of(at_).type() == pugi::node_element; }
bool Node::is_text() const {
    const pugi::xml_node_type type = node_of(at_).type();
    return type == pugi::node_pcdata || type == pugi::node_cdata;
}
const char* Node::name() const { return node_of(at_).name(); }
const char* Node::value() const { return node_of(at_).value(); }
Node Node::parent() const { return Node{node_of(at_).parent().internal_object()}; }
Node Node::next() const { return Node{node_of(at_).next_sibling().internal_object()}; }
Siblings<Node> Node::children() const { return Siblings{Node{node_of(at_).first_child().internal_object()}}; }
Node Node::child(const char* name) const { return Node{node_of(at_).child(name).internal_object()}; }
Siblings<Attribute> Node::attributes() const {
    return Siblings{Attribute{node_of(at_).first_attribute().internal_object()}};
}
Attribute Node::attribute(const char* name) const {
    return Attribute{node_of(at_).attribute(name).internal_object()};
}

Tree::Tree(std::string_view bytes, int max_depth)
    : bytes_(bytes), buffer_(bytes), document_(std::make_unique<pugi::xml_document>()) {
    line_starts_.push_back(0);
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1)) {
        line_starts_.push_back(at + 1);
    }
    if (const auto invalid = base::first_invalid_utf8(bytes_)) {
        add(Fault::Kind::not_utf8, *invalid);
        return;
    }
    read_entities();
    check_entities();
    parse(max_depth);
}

Tree::~Tree() = default;

Node Tree::root() const {
    return faults_.empty() ? Node{document_->document_element().internal_object()} : Node{};
}

void Tree::add(Fault::Kind kind, std::size_t offset, std::string detail) {
    if (faults_.size() < max_faults) faults_.push_back({kind, offset, std::move(detail)});
}

void Tree::parse(int max_depth) {
    const auto result =
        document_->load_buffer_inplace(buffer_.data(), buffer_.size(), parse_options, pugi::encoding_utf8);
    if (!result) {
        add(Fault::Kind::malformed, static_cast<std::size_t>(std::max<std::ptrdiff_t>(result.offset, 0)),
            result.description());
        return;
    }
    check_prologue();
    if (const auto deep = first_element_too_deep(document_->document_element(), max_depth))
        add(Fault::Kind::too_deep, offset_of(deep.name()));
    else
        expand_namespaces();
}

// What stands before the root element: no style sheet, no entities of its own, no other encoding.
void Tree::check_prologue() {
    std::size_t roots = 0;
    for (const pugi::xml_node node : document_->children()) {
        const std::string_view name = node.name(), value = node.value();
        if (node.type() == pugi::node_element && ++roots > 1) {
            add(Fault::Kind::second_root, offset_of(node.name()));
        } else if (node.type() == pugi::node_doctype && value.find('[') != std::string_view::npos &&
                   entities_.empty()) {
            add(Fault::Kind::own_entities, offset_of(value.data()));
        } else if (node.type() == pugi::node_pi && name == "xml-stylesheet") {
            add(Fault::Kind::style_sheet, offset_of(name.data()));
        } else if (node.type() == pugi::node_declaration) {
            const std::string_view encoding = node.attribute("encoding").value();
            if (encoding.empty() || is_unicode_name(encoding) || !contains_non_ascii(bytes_)) continue;
            add(Fault::Kind::other_encoding, offset_of(encoding.data()), std::string{encoding});
        }
    }
}

// Illustrator writes <!ENTITY ns_svg "http://…">. Such a document type is read if it has nothing else; no
// entity may hold another, so that none grows.
void Tree::read_entities() {
    const std::size_t doctype = bytes_.find("<!DOCTYPE");
    if (doctype == std::string_view::npos) return;
    const std::size_t open = bytes_.find_first_of("[>", doctype);
    if (open == std::string_view::npos || bytes_[open] == '>') return;
    constexpr std::string_view declaration = "<!ENTITY";
    std::string_view rest = base::trimmed(bytes_.substr(open + 1));
    std::map<std::string, std::string, std::less<>> read;
    while (rest.starts_with(declaration)) {
        rest.remove_prefix(declaration.size());
        const std::size_t quote = std::min(rest.find_first_of("\"'"), rest.size());
        const std::string_view name = base::trimmed(rest.substr(0, quote));
        const std::string_view value = take_quoted(rest);
        rest = base::trimmed(rest);
        if (name.empty() || name.find_first_of(" %<>&") != std::string_view::npos ||
            !value.starts_with("http") || value.find_first_of("&<%") != std::string_view::npos ||
            !rest.starts_with('>'))
            return;
        read.try_emplace(std::string(name), value);
        rest = base::trimmed(rest.substr(1));
    }
    if (rest.starts_with(']')) entities_ = std::move(read);
}

// Whether what begins at `at` is the whole value of an attribute, and the name of a namespace.
bool Tree::names_a_namespace(std::size_t at) const {
    const std::size_t end = bytes_.find(';', at);
    if (entities_.empty() || end == std::string_view::npos || at == 0 || end + 1 >= bytes_.size())
        return false;
    return entities_.contains(bytes_.substr(at + 1, end - at - 1)) && bytes_[at - 1] == bytes_[end + 1];
}

void Tree::expand_namespaces() {
    if (entities_.empty()) return;
    struct Expander : pugi::xml_tree_walker {
        const std::map<std::string, std::string, std::less<>>& entities;
        explicit Expander(const std::map<std::string, std::string, std::less<>>& known) : entities(known) {}
        bool for_each(pugi::xml_node& node) override {
            for (pugi::xml_attribute attribute : node.attributes()) {
                const std::string_view value = attribute.value();
                if (!value.starts_with('&') || !value.ends_with(';')) continue;
                const auto entity = entities.find(value.substr(1, value.size() - 2));
                if (entity != entities.end()) attribute.set_value(entity->second.c_str());
            }
            return true;
        }
    };
    Expander expander{entities_};
    document_->traverse(expander);
}

// pugixml leaves entities that it does not know as they stand; XML calls that an error, and so do we.
void Tree::check_entities() {
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
            add(Fault::Kind::unknown_entity, at);
            ++at;
        } else {
            ++at;
        }
        at = bytes_.find_first_of("&<", at);
    }
}

std::size_t Tree::offset_of(const char* at) const {
    // pugixml keeps empty strings elsewhere; they have no place.
    const char* const begin = buffer_.data();
    const bool inside = std::less_equal<>()(begin, at) && std::less_equal<>()(at, begin + buffer_.size());
    return inside ? static_cast<std::size_t>(at - begin) : 0;
}

void Tree::blank(const char* at, std::size_t count) {
    const auto from = buffer_.begin() + static_cast<std::ptrdiff_t>(offset_of(at));
    std::fill(from, from + static_cast<std::ptrdiff_t>(count), ' ');
}

Place Tree::place_of(std::size_t offset, const std::string& shown_file) const {
    offset = std::min(offset, bytes_.size());
    const auto next = std::ranges::upper_bound(line_starts_, offset);
    const std::size_t line = static_cast<std::size_t>(next - line_starts_.begin());
    const std::size_t start = line_starts_[line - 1];
    return {shown_file, static_cast<std::uint32_t>(line),
            base::column_of(bytes_.substr(start), offset - start)};
}

}  // namespace brochure::xml
