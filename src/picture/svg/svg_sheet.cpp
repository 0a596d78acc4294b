#include "picture/svg/svg_sheet.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <tuple>

#include "diag/codes.hpp"
#include "picture/svg/svg_values.hpp"

namespace brochure::picture {

namespace {

constexpr std::string_view export_otherwise =
    "Export with presentation attributes instead of a style sheet (in Illustrator: Styling, Presentation "
    "Attributes).";

constexpr std::string_view white = " \t\r\n\f";

bool is_name_character(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z') ||
           byte == '-' || byte == '_';
}

// The name at the beginning, which is taken away.
std::string_view take_name(std::string_view& text) {
    const auto* const end = std::ranges::find_if_not(text, is_name_character);
    const auto length = static_cast<std::size_t>(end - text.begin());
    const std::string_view name = text.substr(0, length);
    text.remove_prefix(length);
    return name;
}

template <class Visit>
void visit_words(std::string_view words, Visit&& visit) {
    while (true) {
        words.remove_prefix(std::min(words.find_first_not_of(white), words.size()));
        if (words.empty()) return;
        const std::string_view word = words.substr(0, words.find_first_of(white));
        visit(word);
        words.remove_prefix(word.size());
    }
}

bool has_class(xml::Node node, std::string_view wanted) {
    bool found = false;
    visit_words(node.attribute("class").value(), [&](std::string_view name) { found |= name == wanted; });
    return found;
}

// What only a pointer brings about is never seen on paper.
bool waits_for_a_pointer(std::string_view selector) {
    return selector.find(":hover") != std::string_view::npos ||
           selector.find(":focus") != std::string_view::npos ||
           selector.find(":active") != std::string_view::npos;
}

}  // namespace

// CSS 2.1, 4.1.8; the value of a string or url() may hold a colon.
std::vector<Declaration> declarations_of(std::string_view style, SvgSource& source) {
    std::vector<Declaration> declarations;
    while (!style.empty()) {
        const std::size_t end = std::min(style.find(';'), style.size());
        const std::string_view one = trimmed(style.substr(0, end));
        style.remove_prefix(std::min(style.size(), end + 1));
        if (one.empty()) continue;
        const std::size_t colon = one.find(':');
        if (colon == std::string_view::npos) {
            source.error(diag::code::svg_value, one.data(), fmt::format("'{}' has no colon.", one),
                         "Write name: value, parted by semicolons.");
            continue;
        }
        declarations.push_back({trimmed(one.substr(0, colon)), trimmed(one.substr(colon + 1))});
    }
    return declarations;
}

bool StyleSheet::Selector::matches(xml::Node node) const {
    return (element.empty() || element == qualified_name(node).local) &&
           (id.empty() || id == node.attribute("id").value()) &&
           std::ranges::all_of(classes, [&](std::string_view name) { return has_class(node, name); });
}

// CSS 2.1, 6.4.3; no selector has a hundred classes.
std::size_t StyleSheet::Selector::weight() const {
    constexpr std::size_t hundred = 100;
    return (id.empty() ? 0 : hundred * hundred) + classes.size() * hundred + (element.empty() ? 0 : 1);
}

std::string_view StyleSheet::Selector::key() const {
    return !id.empty() ? id : !classes.empty() ? classes.front() : !element.empty() ? element : "*";
}

StyleSheet::StyleSheet(SvgSource& source) : source_(source) {
    for (const xml::Node element : source.elements_named("style")) {
        const xml::Attribute type = element.attribute("type"), media = element.attribute("media");
        if (type && std::string_view(type.value()) != "text/css") {
            source.error(diag::code::svg_property, type.value(),
                         fmt::format("A style sheet of the type {} cannot be applied.", type.value()),
                         std::string(export_otherwise));
        } else if (media && std::string_view(media.value()) != "all") {
            source.error(diag::code::svg_property, media.value(),
                         fmt::format("A style sheet for '{}' cannot be applied.", media.value()),
                         std::string(export_otherwise));
        } else {
            for (const xml::Node text : element.children()) read(source.without_comments(text.value()));
        }
    }
}

void StyleSheet::read(std::string_view css) {
    while (true) {
        css = trimmed(css);
        if (css.empty()) return;
        if (css.front() == '@') {
            read_at_rule(css);
            continue;
        }
        const std::size_t open = css.find('{'), close = css.find('}');
        if (open == std::string_view::npos || close == std::string_view::npos || close < open) {
            source_.error(diag::code::svg_syntax, css.data(), "This is no rule of a style sheet.",
                          std::string(export_otherwise));
            return;
        }
        blocks_.push_back(declarations_of(css.substr(open + 1, close - open - 1), source_));
        read_selectors(css.substr(0, open));
        css.remove_prefix(close + 1);
    }
}

// Of these only the faces of words do not touch the picture: labels are set in the layout's.
void StyleSheet::read_at_rule(std::string_view& css) {
    std::string_view rest = css.substr(1);
    const std::string_view name = take_name(rest);
    if (name != "font-face" && name != "charset") {
        source_.error(diag::code::svg_property, css.data(),
                      fmt::format("The rule @{} of the style sheet cannot be applied.", name),
                      std::string(export_otherwise));
    }
    // To the end of its block, which may hold others, or to its semicolon.
    int open = 0;
    const auto* const end = std::ranges::find_if(css, [&](char c) {
        open += c == '{' ? 1 : c == '}' ? -1 : 0;
        return open <= 0 && (c == ';' || c == '}');
    });
    css.remove_prefix(end == css.end() ? css.size() : static_cast<std::size_t>(end - css.begin()) + 1);
}

void StyleSheet::read_selectors(std::string_view list) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        const std::string_view one = trimmed(list.substr(0, end));
        list.remove_prefix(std::min(list.size(), end + 1));
        if (waits_for_a_pointer(one)) continue;
        if (rules_.size() == max_style_rules) {
            source_.error(diag::code::svg_too_complex, one.data(),
                          fmt::format("The style sheet has more than {} rules.", max_style_rules),
                          std::string(export_otherwise));
            return;
        }
        auto selector = selector_of(one);
        if (!selector) continue;
        by_key_.emplace(selector->key(), rules_.size());
        rules_.push_back({*std::move(selector), blocks_.size() - 1});
    }
}

std::optional<StyleSheet::Selector> StyleSheet::selector_of(std::string_view text) {
    Selector selector;
    std::string_view rest = text;
    if (rest.starts_with('*')) {
        rest.remove_prefix(1);
    } else {
        selector.element = take_name(rest);
    }
    while (!rest.empty() && (rest.front() == '.' || rest.front() == '#')) {
        const bool is_id = rest.front() == '#';
        rest.remove_prefix(1);
        const std::string_view name = take_name(rest);
        if (name.empty() || (is_id && !selector.id.empty())) break;
        if (is_id)
            selector.id = name;
        else
            selector.classes.push_back(name);
    }
    if (!text.empty() && rest.empty()) return selector;
    source_.error(diag::code::svg_property, text.data(),
                  fmt::format("The selector '{}' is more than a name, a class or an id.", text),
                  std::string(export_otherwise));
    return std::nullopt;
}

std::vector<Declaration> StyleSheet::declarations_for(xml::Node element) const {
    if (rules_.empty()) return {};
    std::vector<std::size_t> found;
    const auto gather = [&](std::string_view key) {
        const auto [begin, end] = by_key_.equal_range(key);
        for (auto at = begin; at != end; ++at) {
            if (rules_[at->second].selector.matches(element)) found.push_back(at->second);
        }
    };
    gather("*");
    gather(qualified_name(element).local);
    gather(element.attribute("id").value());
    visit_words(element.attribute("class").value(), gather);
    std::ranges::sort(found, {}, [&](std::size_t rule) {
        return std::tuple{rules_[rule].selector.weight(), rules_[rule].block, rule};
    });
    found.erase(std::ranges::unique(found).begin(), found.end());
    std::vector<Declaration> declarations;
    for (const std::size_t rule : found) {
        const auto& block = blocks_[rules_[rule].block];
        declarations.insert(declarations.end(), block.begin(), block.end());
    }
    return declarations;
}

}  // namespace brochure::picture
