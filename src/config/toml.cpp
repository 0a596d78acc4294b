#include "config/toml.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <cmath>
#include <utility>

#include "base/nearest.hpp"
#include "config/node.hpp"
#include "diag/codes.hpp"

namespace brochure::config {

namespace code = diag::code;

namespace {

std::string_view name_of(Kind kind) {
    switch (kind) {
        case Kind::string:
            return "a text";
        case Kind::integer:
            return "a whole number";
        case Kind::number:
            return "a number";
        case Kind::boolean:
            return "true or false";
        case Kind::date:
            return "a date";
        case Kind::time:
            return "a time";
        case Kind::table:
            return "a table";
        case Kind::array:
            return "a list";
    }
    return "";
}

std::string join(const std::string& path, std::string_view key) {
    return path.empty() ? std::string{key} : fmt::format("{}.{}", path, key);
}

// "did you mean 'x'?", or the whole choice if nothing is near and it is short.
std::string remedy_from(std::string_view name, std::span<const std::string> known,
                        std::string_view otherwise) {
    if (const auto near = base::nearest_name(name, known)) return fmt::format("did you mean '{}'?", *near);
    if (known.empty() || known.size() > 16) return std::string{otherwise};
    return fmt::format("{}; known here: {}", otherwise, fmt::join(known, ", "));
}

}  // namespace

const Entry* find(const Node& table, std::string_view key) {
    const auto& entries = std::get<Node::Entries>(table.content);
    const auto at =
        std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.key == key; });
    return at == entries.end() ? nullptr : &*at;
}

namespace {

Kind kind_of(const Node& node) {
    constexpr Kind kinds[] = {Kind::string, Kind::integer, Kind::number, Kind::boolean,
                              Kind::date,   Kind::time,    Kind::table,  Kind::array};
    return kinds[node.content.index()];
}

}  // namespace

Kind Value::kind() const { return kind_of(*node_); }

const Place& Value::place() const { return node_->place; }

void Value::refuse(std::string_view code, std::string message, std::string remedy) const {
    sink_->error(code, place(), std::move(message), std::move(remedy));
}

void Value::wrong_kind(std::string_view wanted, std::string_view example) const {
    refuse(code::value_type, fmt::format("'{}' must be {}, and here is {}", path_, wanted, name_of(kind())),
           std::string{example});
}

std::optional<std::string> Value::string() const {
    if (const auto* text = std::get_if<std::string>(&node_->content)) return *text;
    wrong_kind("a text", "put it between quotation marks");
    return std::nullopt;
}

std::optional<PlacedString> Value::placed_string() const {
    if (kind() == Kind::string) return placed(*node_);
    wrong_kind("a text", "put it between quotation marks");
    return std::nullopt;
}

std::optional<std::int64_t> Value::integer(std::int64_t least, std::int64_t most) const {
    const auto* number = std::get_if<std::int64_t>(&node_->content);
    if (number == nullptr) {
        wrong_kind("a whole number", "write a number without quotation marks and without decimals");
        return std::nullopt;
    }
    if (*number < least || *number > most) {
        refuse(code::value_range, fmt::format("'{}' is {}, out of its range", path_, *number),
               fmt::format("choose a whole number from {} to {}", least, most));
        return std::nullopt;
    }
    return *number;
}

std::optional<double> Value::number(double least, double most) const {
    double number = 0;
    if (const auto* whole = std::get_if<std::int64_t>(&node_->content)) {
        number = static_cast<double>(*whole);
    } else if (const auto* decimal = std::get_if<double>(&node_->content)) {
        number = *decimal;
    } else {
        wrong_kind("a number", "write a number without quotation marks, with a point before the decimals");
        return std::nullopt;
    }
    if (!(number >= least && number <= most)) {  // so that nan is refused too
        refuse(code::value_range, fmt::format("'{}' is {}, out of its range", path_, number),
               fmt::format("choose a number from {} to {}", least, most));
        return std::nullopt;
    }
    return number;
}

std::optional<bool> Value::boolean() const {
    if (const auto* truth = std::get_if<bool>(&node_->content)) return *truth;
    wrong_kind("true or false", "write true or false, without quotation marks");
    return std::nullopt;
}

std::optional<base::Date> Value::date() const {
    if (const auto* day = std::get_if<base::Date>(&node_->content)) return *day;
    wrong_kind("a date", "write year, month and day without quotation marks: 2026-11-23");
    return std::nullopt;
}

std::optional<Table> Value::table() const {
    if (kind() == Kind::table) return Table{*this};
    wrong_kind("a table", fmt::format("open it with a line [{}]", path_));
    return std::nullopt;
}

std::optional<std::vector<Value>> Value::array() const {
    const auto* nodes = std::get_if<Node::Array>(&node_->content);
    if (nodes == nullptr) {
        wrong_kind("a list", "put the values between [ and ], with commas between them");
        return std::nullopt;
    }
    std::vector<Value> values;
    values.reserve(nodes->size());
    for (const Node& node : *nodes) {
        values.push_back(Value{shared(node), root_, path_, *sink_});
        values.back().in_list_ = true;
    }
    return values;
}

std::optional<std::size_t> Value::choice(std::span<const std::string> names) const {
    const auto name = string();
    if (!name) return std::nullopt;
    const auto at = std::find(names.begin(), names.end(), *name);
    if (at != names.end()) return static_cast<std::size_t>(at - names.begin());
    refuse(code::value_unknown, fmt::format("'{}' cannot be '{}'", path_, *name),
           remedy_from(*name, names, "choose one of the known names"));
    return std::nullopt;
}

bool Table::has(std::string_view key) const { return find(*value_.node_, key) != nullptr; }

std::optional<Kind> Table::kind(std::string_view key) const {
    const Entry* entry = find(*value_.node_, key);
    return entry == nullptr ? std::nullopt : std::optional{kind_of(entry->value)};
}

std::vector<std::string> Table::keys() const {
    std::vector<std::string> names;
    for (const Entry& entry : std::get<Node::Entries>(value_.node_->content)) names.push_back(entry.key);
    return names;
}

Place Table::key_place(std::string_view key) const {
    const Entry* entry = find(*value_.node_, key);
    return entry == nullptr ? place() : entry->place;
}

std::optional<Value> Table::value(std::string_view key, Need need) {
    asked_.emplace(key);
    if (path().empty()) value_.root_->asked.emplace(key);
    if (const Entry* entry = find(*value_.node_, key)) {
        return Value{value_.shared(entry->value), value_.root_, join(path(), key), sink()};
    }
    if (need == Need::required && path().empty()) {
        value_.root_->missing.push_back({std::string{key}, place()});
    } else if (need == Need::required) {
        sink().error(code::key_missing, place(), fmt::format("'{}' is missing here", join(path(), key)),
                     fmt::format("add a line {} = …", key));
    }
    return std::nullopt;
}

std::optional<std::string> Table::string(std::string_view key, Need need) {
    const auto found = value(key, need);
    return found ? found->string() : std::nullopt;
}

std::optional<PlacedString> Table::placed_string(std::string_view key, Need need) {
    const auto found = value(key, need);
    return found ? found->placed_string() : std::nullopt;
}

std::optional<std::int64_t> Table::integer(std::string_view key, std::int64_t least, std::int64_t most,
                                           Need need) {
    const auto found = value(key, need);
    return found ? found->integer(least, most) : std::nullopt;
}

std::optional<double> Table::number(std::string_view key, double least, double most, Need need) {
    const auto found = value(key, need);
    return found ? found->number(least, most) : std::nullopt;
}

std::optional<bool> Table::boolean(std::string_view key, Need need) {
    const auto found = value(key, need);
    return found ? found->boolean() : std::nullopt;
}

std::optional<base::Date> Table::date(std::string_view key, Need need) {
    const auto found = value(key, need);
    return found ? found->date() : std::nullopt;
}

std::optional<Table> Table::table(std::string_view key, Need need) {
    const auto found = value(key, need);
    value_.root_->asked.erase(std::string{key});  // what opens with [key] is no line that could stray
    return found ? found->table() : std::nullopt;
}

std::optional<std::vector<Value>> Table::array(std::string_view key, Need need) {
    const auto found = value(key, need);
    return found ? found->array() : std::nullopt;
}

std::optional<std::vector<std::string>> Table::strings(std::string_view key, Need need) {
    const auto values = array(key, need);
    if (!values) return std::nullopt;
    std::vector<std::string> texts;
    for (const Value& value : *values) {
        if (auto text = value.string()) texts.push_back(*std::move(text));
    }
    return texts;
}

std::vector<Table> Table::tables(std::string_view key, Need need) {
    const auto found = value(key, need);
    value_.root_->asked.erase(std::string{key});
    std::vector<Table> list;
    if (!found) return list;
    if (found->kind() != Kind::array) {
        found->wrong_kind("a list of tables", fmt::format("open each one with a line [[{}]]", found->path()));
        return list;
    }
    const auto values = found->array();
    for (const Value& value : *values) {
        if (auto table = value.table()) list.push_back(*std::move(table));
    }
    return list;
}

void Table::refuse(std::string_view key, std::string_view code, std::string message,
                   std::string remedy) const {
    const Entry* entry = find(*value_.node_, key);
    sink().error(code, entry == nullptr ? place() : entry->value.place, std::move(message),
                 std::move(remedy));
}

namespace {

void report_missing(RootKeys& root, Sink& sink) {
    for (const RootKeys::Missing& missing : std::exchange(root.missing, {})) {
        if (root.strayed.contains(missing.key)) continue;
        sink.error(code::key_missing, missing.place, fmt::format("'{}' is missing here", missing.key),
                   fmt::format("add a line {} = …", missing.key));
    }
}

}  // namespace

void Table::report_unknown_keys(std::span<const std::string> also) const {
    std::vector<std::string> known{asked_.begin(), asked_.end()};
    known.insert(known.end(), also.begin(), also.end());
    std::sort(known.begin(), known.end());
    known.erase(std::unique(known.begin(), known.end()), known.end());
    for (const Entry& entry : std::get<Node::Entries>(value_.node_->content)) {
        if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
        if (!path().empty() && value_.root_->asked.contains(entry.key)) {
            value_.root_->strayed.insert(entry.key);
            sink().error(code::key_misplaced, entry.place,
                         fmt::format("'{}' stands below {}, and belongs above the first line in [ ]",
                                     entry.key, value_.in_list_ ? "[[" + path() + "]]" : "[" + path() + "]"),
                         "move this line up, above the first line that begins with [");
            continue;
        }
        sink().error(code::key_unknown, entry.place,
                     fmt::format("the key '{}' means nothing here", join(path(), entry.key)),
                     remedy_from(entry.key, known, "remove it"));
    }
    if (path().empty()) report_missing(*value_.root_, sink());
}

std::optional<Place> Table::strayed(std::string_view key) const {
    for (const Entry& entry : std::get<Node::Entries>(value_.node_->content)) {
        if (!std::holds_alternative<Node::Entries>(entry.value.content)) continue;
        if (const Entry* inside = find(entry.value, key)) return inside->place;
    }
    return std::nullopt;
}

}  // namespace brochure::config
