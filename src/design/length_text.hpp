// Lengths as an author writes them: "12 pt", "3 mm", "1.4 em", "2 line", "40 %".
// In: the text of one value. Out: a number and a unit, or what is wrong with the text.
// What an em, a line or a per cent is worth depends on where the value stands; Units says so.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/length.hpp"

namespace brochure::design {

enum class Unit { pt, mm, em, line, percent };

struct Quantity {
    double amount = 0;
    Unit unit = Unit::pt;
    bool operator==(const Quantity&) const = default;
};

struct LengthFault {
    std::string message;  // completes "'page.bleed' …"
    std::string remedy;
};

std::variant<Quantity, LengthFault> parse_quantity(std::string_view text);

// The worth of the relative units at one place; unset: the unit means nothing there.
struct Units {
    std::optional<Length> em;       // the size of the text meant
    std::optional<Length> line;     // the distance of the grid's lines
    std::optional<Length> percent;  // what 100 % is

    [[nodiscard]] std::optional<Length> resolve(const Quantity& quantity) const;
    [[nodiscard]] std::string names() const;  // "pt, mm or em"
};

// "12 pt" or "3 mm", with at most two decimals, for messages.
std::string length_text(Length length, Unit unit);

}  // namespace brochure::design
