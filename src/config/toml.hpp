// TOML: typed, located reading of the files an author writes.
// In: the text of a file, or of a part of one. Out: a Table whose getters report every wrong type, range and
// name. A getter never fails loudly: it reports to the sink and gives nothing, so that the caller goes on
// with its default.
//
//     Table page = …;
//     spec.columns = page.integer("columns", 1, 4).value_or(spec.columns);
//     spec.start = page.choice<Side>("start", {{"recto", Side::recto}, {"verso",
//     Side::verso}}).value_or(spec.start); page.report_unknown_keys();  // every key that no getter asked for
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"

namespace brochure::config {

enum class Need { optional, required };
inline constexpr Need required = Need::required;

enum class Kind { string, integer, number, boolean, date, time, table, array };

struct Node;      // an immutable parsed value; toml++ stays behind it
struct RootKeys;  // what was asked of the root, so that a key below a [table] can be told where it belongs
class Table;

// A string and the place of each of its bytes, also behind escapes and line ends: holds from `offset` to the
// next mark.
struct PlacedString {
    struct Mark {
        std::uint32_t offset = 0;
        Place place;
    };
    std::string text;
    Place place;              // of the opening quotation mark
    std::vector<Mark> marks;  // sorted; not empty unless the text is
};

// A value of any kind. Typed reads report to the sink and give nothing if the kind is another.
class Value {
  public:
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] const Place& place() const;
    [[nodiscard]] const std::string& path() const { return path_; }  // "page.margin.inner", for messages
    [[nodiscard]] Sink& sink() const { return *sink_; }

    [[nodiscard]] std::optional<std::string> string() const;
    [[nodiscard]] std::optional<PlacedString> placed_string() const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::int64_t least, std::int64_t most) const;
    [[nodiscard]] std::optional<double> number(double least, double most) const;  // a whole number will do
    [[nodiscard]] std::optional<bool> boolean() const;
    [[nodiscard]] std::optional<base::Date> date() const;
    [[nodiscard]] std::optional<Table> table() const;
    [[nodiscard]] std::optional<std::vector<Value>> array() const;
    [[nodiscard]] std::optional<std::size_t> choice(std::span<const std::string> names) const;

    // Reports an error at this value.
    void refuse(std::string_view code, std::string message, std::string remedy) const;

  private:
    friend class Table;
    friend std::optional<Table> parse(std::string_view, const std::string&, std::uint32_t, Sink&);
    Value(std::shared_ptr<const Node> node, std::shared_ptr<RootKeys> root, std::string path, Sink& sink)
        : node_(std::move(node)), root_(std::move(root)), path_(std::move(path)), sink_(&sink) {}
    [[nodiscard]] std::shared_ptr<const Node> shared(const Node& part) const { return {node_, &part}; }
    void wrong_kind(std::string_view wanted, std::string_view example) const;

    std::shared_ptr<const Node> node_;  // keeps the whole tree
    std::shared_ptr<RootKeys> root_;
    std::string path_;
    bool in_list_ = false;  // one of several, as [[…]] opens them
    Sink* sink_;
};

// A table that remembers which keys it was asked for. Keys come in the order of the file.
// The sink given to parse() must outlive every Table and Value read from it.
class Table {
  public:
    Table(Table&&) = default;
    Table& operator=(Table&&) = default;
    Table(const Table&) = delete;  // a copy would forget what is asked of the other
    Table& operator=(const Table&) = delete;

    [[nodiscard]] const Place& place() const { return value_.place(); }
    [[nodiscard]] const std::string& path() const { return value_.path(); }
    [[nodiscard]] Sink& sink() const { return value_.sink(); }

    // These do not count as asking for the key.
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::optional<Kind> kind(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> keys() const;
    [[nodiscard]] Place key_place(
        std::string_view key) const;  // of the key itself; of the table if it is absent

    std::optional<Value> value(std::string_view key, Need need = Need::optional);
    std::optional<std::string> string(std::string_view key, Need need = Need::optional);
    std::optional<PlacedString> placed_string(std::string_view key, Need need = Need::optional);
    std::optional<std::int64_t> integer(std::string_view key, std::int64_t least, std::int64_t most,
                                        Need need = Need::optional);
    std::optional<double> number(std::string_view key, double least, double most, Need need = Need::optional);
    std::optional<bool> boolean(std::string_view key, Need need = Need::optional);
    std::optional<base::Date> date(std::string_view key, Need need = Need::optional);
    std::optional<Table> table(std::string_view key, Need need = Need::optional);
    std::optional<std::vector<Value>> array(std::string_view key, Need need = Need::optional);
    std::optional<std::vector<std::string>> strings(std::string_view key, Need need = Need::optional);
    std::vector<Table> tables(std::string_view key, Need need = Need::optional);  // [[key]], in order

    // One of the names, as the value that goes with it; another name is reported with the nearest.
    template <class E>
    std::optional<E> choice(std::string_view key, std::initializer_list<std::pair<std::string_view, E>> names,
                            Need need = Need::optional) {
        std::vector<std::string> known;
        for (const auto& [name, meaning] : names) known.emplace_back(name);
        const std::optional<Value> found = value(key, need);
        const std::optional<std::size_t> index = found ? found->choice(known) : std::nullopt;
        if (!index) return std::nullopt;
        return (names.begin() + *index)->second;
    }

    // Reports an error at the key's value (at the table if the key is absent).
    void refuse(std::string_view key, std::string_view code, std::string message, std::string remedy) const;

    // Reports every key that was never asked for, with the nearest that was. `also` names keys a caller asks
    // for later. Of the root, this reports the missing keys as well: only at the end it is known whether one
    // is absent, or stands below a [table] that it does not belong to, which is one slip and is told once.
    void report_unknown_keys(std::span<const std::string> also = {}) const;

    // The place of a key that stands in some table of this table's, where only the root takes it.
    [[nodiscard]] std::optional<Place> strayed(std::string_view key) const;

  private:
    friend class Value;
    friend std::optional<Table> parse(std::string_view, const std::string&, std::uint32_t, Sink&);
    explicit Table(Value value) : value_(std::move(value)) {}

    Value value_;
    std::set<std::string, std::less<>> asked_;
};

// The root table of a TOML text whose first line is line `first_line` of `shown_file`. Nothing, and an error
// in the sink, if the text is no TOML, is no UTF-8, is larger than 1 MiB, or nests absurdly.
std::optional<Table> parse(std::string_view text, const std::string& shown_file, std::uint32_t first_line,
                           Sink& sink);

}  // namespace brochure::config
