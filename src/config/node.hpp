// Node: the parsed tree behind Table and Value, free of toml++.
// In (parse.cpp): toml++'s tree. Out: values with places, tables in the order of the file. Immutable once
// built.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "config/toml.hpp"
#include "diag/diagnostic.hpp"

namespace brochure::config {

struct Entry;

struct Node {
    struct Time {};  // a time of day or a date with one: no key of ours takes it
    using Array = std::vector<Node>;
    using Entries = std::vector<Entry>;

    Place place;
    std::shared_ptr<const std::string> source;  // of a string: to find its escapes again
    std::size_t offset = 0;                     // of a string's opening quotation mark in the source
    std::variant<std::string, std::int64_t, double, bool, base::Date, Time, Entries, Array> content;
};

struct Entry {
    std::string key;
    Place place;
    Node value;
};

struct RootKeys {
    struct Missing {
        std::string key;
        Place place;
    };
    std::set<std::string, std::less<>> asked;
    std::set<std::string, std::less<>> strayed;  // found below a table, and reported there
    std::vector<Missing> missing;
};

// The entry of a table; nothing if the key is absent.
const Entry* find(const Node& table, std::string_view key);

// Where each byte of a string's value stands, found by reading its quoted form in the source again.
PlacedString placed(const Node& string);

}  // namespace brochure::config
