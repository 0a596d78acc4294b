#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "units/values.hpp"

namespace brochure::units {

namespace {

using Kind = Value::Kind;
using Values = std::vector<const Value*>;

std::string shown(const Value& value) {
    if (value.unit.empty() || value.kind == Kind::bare_unit) return value.shown;
    return fmt::format("{} {}", value.shown, value.unit);
}

bool is_word(const Value& value) { return value.kind == Kind::word || value.kind == Kind::bare_unit; }

// These are written wherever they are meant; a week or a tablet may hide in another word.
bool is_measure(std::string_view unit) {
    static constexpr std::array<std::string_view, 11> others{
        "", "second", "minute", "hour", "day", "week", "month", "year", "tablet", "drop", "unit"};
    return std::find(others.begin(), others.end(), unit) == others.end();
}

bool has_unit(const std::vector<Value>& values, std::string_view unit) {
    return std::any_of(values.begin(), values.end(), [&](const Value& value) { return value.unit == unit; });
}

// A month of a date is written in words, in figures, or as a number of a unit: 4月.
bool same_kind(const Value& a, const Value& b) {
    if (a.kind == b.kind) return true;
    const auto is_month = [](const Value& value) {
        return value.kind == Kind::month || (value.kind == Kind::number && value.unit == "month");
    };
    if (a.kind == Kind::month || b.kind == Kind::month) return is_month(a) && is_month(b);
    return a.kind != Kind::bare_unit && b.kind != Kind::bare_unit;
}

// Strikes out of both what says the same; `fit` says how alike two must be.
template <class Fit>
void strike(Values& mine, Values& others, Fit fit) {
    std::erase_if(mine, [&](const Value* value) {
        const auto found = std::find_if(others.begin(), others.end(), [&](const Value* other) {
            return same_kind(*value, *other) && fit(*value, *other);
        });
        if (found == others.end()) return false;
        others.erase(found);
        return true;
    });
}

double number_of(const Value& value) {
    double number = 0;
    std::from_chars(value.amount.data(), value.amount.data() + value.amount.size(), number);
    return number;
}

// "3–2": nobody writes a range so.
std::vector<std::string> falling_ranges(const std::vector<Value>& values) {
    std::vector<std::string> out;
    for (std::size_t i = 1; i < values.size(); ++i) {
        if (values[i].ends_range && number_of(values[i]) < number_of(values[i - 1]))
            out.push_back(fmt::format("{}–{}", values[i - 1].amount, values[i].amount));
    }
    return out;
}

void exchanged_ends(const std::vector<Value>& master, const std::vector<Value>& translation,
                    std::vector<ValueDifference>& out) {
    const std::vector<std::string> there = falling_ranges(master), here = falling_ranges(translation);
    const auto among = [](const std::vector<std::string>& ranges, const std::string& range) {
        return std::find(ranges.begin(), ranges.end(), range) != ranges.end();
    };
    for (const std::string& range : there) {
        if (!among(here, range)) out.push_back({range, {}, false});
    }
    for (const std::string& range : here) {
        if (!among(there, range)) out.push_back({{}, range, false});
    }
}

// The other text's unmatched value that stands in this one's place.
const Value* counterpart(const Value& value, Values& others) {
    const auto take = [&](auto fits) -> const Value* {
        const auto found =
            std::find_if(others.begin(), others.end(), [&](const Value* other) { return fits(*other); });
        if (found == others.end()) return nullptr;
        const Value* const other = *found;
        others.erase(found);
        return other;
    };
    const Value* const alike = take([&](const Value& other) { return other.kind == value.kind; });
    return alike != nullptr ? alike : take([&](const Value& other) { return same_kind(value, other); });
}

}  // namespace

std::vector<ValueDifference> differences(const std::vector<Value>& master,
                                         const std::vector<Value>& translation) {
    Values mine, others;
    for (const Value& value : master) mine.push_back(&value);
    for (const Value& value : translation) others.push_back(&value);
    const auto same = [](const Value& a, const Value& b) { return a.amount == b.amount && a.unit == b.unit; };
    // A unit of measure that the other text lacks altogether has been lost.
    const auto no_other_unit = [&](const Value& a, const Value& b) {
        if (a.amount != b.amount || (!a.unit.empty() && !b.unit.empty())) return false;
        if (a.kind == Kind::word || b.kind == Kind::word) return true;
        const std::string& unit = a.unit.empty() ? b.unit : a.unit;
        return !is_measure(unit) || has_unit(a.unit.empty() ? master : translation, unit);
    };
    strike(mine, others, [&](const Value& a, const Value& b) { return a.kind == b.kind && same(a, b); });
    strike(mine, others, same);
    strike(mine, others, [](const Value& a, const Value& b) {
        return a.amount == b.amount && (a.kind == Kind::month || b.kind == Kind::month);
    });
    strike(mine, others, no_other_unit);

    // A figure without counterpart is a fault; a word only where the other text has an unmatched one as well.
    std::vector<ValueDifference> out;
    for (const Value* value : mine) {
        const Value* const other = counterpart(*value, others);
        if (other == nullptr && is_word(*value)) continue;
        out.push_back({shown(*value), other != nullptr ? shown(*other) : std::string{},
                       other != nullptr && !is_word(*value) && !is_word(*other)});
    }
    for (const Value* other : others) {
        // A name that a translation gives twice, "锶-89 (strontium-89)", says nothing new.
        const bool said_again = std::any_of(
            master.begin(), master.end(), [&](const Value& value) { return value.amount == other->amount; });
        if (!is_word(*other) && !said_again) out.push_back({{}, shown(*other), false});
    }
    exchanged_ends(master, translation, out);
    return out;
}

}  // namespace brochure::units
