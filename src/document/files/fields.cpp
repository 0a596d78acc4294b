#include "document/files/fields.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "diag/codes.hpp"
#include "document/markdown/addresses.hpp"
#include "document/markdown/placeholders.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\n") == std::string_view::npos; }

void report_empty(const config::Value& value) {
    value.refuse(code::text_empty, fmt::format("'{}' is empty", value.path()),
                 "write it, or remove the line");
}

}  // namespace

std::string label_field(config::Table& table, std::string_view key, config::Need need) {
    const auto value = table.value(key, need);
    auto string = value ? value->placed_string() : std::nullopt;
    if (!string) return {};
    if (is_blank(string->text)) {
        report_empty(*value);
        return {};
    }
    std::string text = string->text;
    check_characters(SourceText::of_string(*std::move(string)), table.sink());
    return text;
}

namespace {

// What the editor calls it, for "a footnote cannot stand in …".
std::string_view name_of(std::string_view path) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> names{{
        {"key_messages", "a key message"},
        {"title", "a title"},
        {"subtitle", "a subtitle"},
        {"summary", "a summary"},
        {"glossary", "the glossary"},
        {"labels", "a label of a drawing"},
    }};
    const auto found = std::find_if(names.begin(), names.end(),
                                    [&](const auto& name) { return path.starts_with(name.first); });
    return found != names.end() ? found->second : "the table of treatments";
}

}  // namespace

std::string plain_field(config::Table& table, std::string_view key, config::Need need) {
    std::string text = label_field(table, key, need);
    if (!text.empty()) {
        const auto string = table.placed_string(key);
        if (string) text = report_placeholders(SourceText::of_string(*string), table.sink());
    }
    return text;
}

Text text_of(const config::Value& value, References& references) {
    auto string = value.placed_string();
    if (!string) return {};
    if (is_blank(string->text)) {
        report_empty(value);
        return {};
    }
    const SourceText source = SourceText::of_string(*std::move(string));
    report_placeholders(source, value.sink());
    return read_inline(source, references, value.sink(), name_of(value.path()));
}

Text text_field(config::Table& table, std::string_view key, References& references, config::Need need) {
    const auto value = table.value(key, need);
    return value ? text_of(*value, references) : Text{};
}

std::string id_field(config::Table& table, std::vector<std::string>& known) {
    const auto id = table.string("id", config::required);
    if (!id) return {};
    if (!is_id(*id)) {
        table.refuse("id", code::id_invalid, fmt::format("'{}' cannot be an id", *id),
                     "use lower-case letters, digits and hyphens");
        return {};
    }
    if (std::find(known.begin(), known.end(), *id) != known.end()) {
        table.refuse("id", code::id_repeated, fmt::format("the id '{}' is given twice", *id),
                     "give one of them another id");
    }
    known.push_back(*id);
    return *id;
}

std::string address_field(config::Table& table, std::string_view key) {
    const std::string written = plain_field(table, key);
    // What is yet to be filled in was told, and is no address.
    if (written.empty() || written.find('{') != std::string::npos) return {};
    Address address = web_address(written);
    if (const auto* fault = std::get_if<AddressFault>(&address)) {
        table.refuse(key, code::link_scheme, fault->message, fault->remedy);
        return {};
    }
    return std::get<std::string>(std::move(address));
}

std::string phone_field(config::Table& table, std::string_view key, config::Need need) {
    std::string phone = plain_field(table, key, need);
    if (phone.empty() || is_placeholder(phone)) return phone;
    const Address address = telephone_address(phone);
    if (const auto* fault = std::get_if<AddressFault>(&address))
        table.refuse(key, code::telephone_number, fault->message, fault->remedy);
    return phone;
}

}  // namespace brochure::document
