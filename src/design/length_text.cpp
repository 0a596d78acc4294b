#include "design/length_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/nearest.hpp"

namespace brochure::design {

namespace {

constexpr std::array<std::pair<std::string_view, Unit>, 6> unit_names{{{"pt", Unit::pt},
                                                                       {"mm", Unit::mm},
                                                                       {"em", Unit::em},
                                                                       {"line", Unit::line},
                                                                       {"lines", Unit::line},
                                                                       {"%", Unit::percent}}};

// Far beyond any sheet, and far below where a Length would overflow.
constexpr double most_amount = 100000;

// The bytes of a plain decimal at the start: a sign, digits, a point and digits.
std::size_t length_of_number(std::string_view text) {
    std::size_t at = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    const std::size_t first = at;
    while (at < text.size() && base::is_ascii_digit(text[at])) ++at;
    if (at == first) return 0;
    if (at + 1 < text.size() && text[at] == '.' && base::is_ascii_digit(text[at + 1])) {
        ++at;
        while (at < text.size() && base::is_ascii_digit(text[at])) ++at;
    }
    return at;
}

LengthFault unknown_unit(std::string_view number, std::string_view unit) {
    if (unit.front() == ',') {
        return {"has a decimal comma", fmt::format("write a point: \"{}.{}\"", number, unit.substr(1))};
    }
    std::vector<std::string> known;
    for (const auto& [name, meaning] : unit_names) known.emplace_back(name);
    const auto near = base::nearest_name(unit, known);
    return {fmt::format("has the unit '{}', which is none of ours", unit),
            near ? fmt::format("did you mean \"{} {}\"?", number, *near)
                 : "use pt, mm, em (the text's size), line (of the baseline grid) or %"};
}

}  // namespace

std::variant<Quantity, LengthFault> parse_quantity(std::string_view text) {
    const std::size_t digits = length_of_number(text);
    if (digits == 0) {
        return LengthFault{fmt::format("is '{}', which is no length", text),
                           "write a number and a unit, like \"12 pt\" or \"3 mm\""};
    }
    const std::string_view number = text.substr(0, digits);
    std::string_view unit = text.substr(digits);
    while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
    if (unit.empty()) {
        return LengthFault{"has no unit",
                           fmt::format("write it behind the number, like \"{0} pt\" or \"{0} mm\"", number)};
    }
    const auto* known = std::find_if(unit_names.begin(), unit_names.end(),
                                     [&](const auto& entry) { return entry.first == unit; });
    if (known == unit_names.end()) return unknown_unit(number, unit);

    Quantity quantity{0, known->second};
    const char* first = number.data() + (number.front() == '+' ? 1 : 0);
    const auto [end, failed] =
        std::from_chars(first, number.data() + number.size(), quantity.amount, std::chars_format::fixed);
    if (failed != std::errc{} || quantity.amount > most_amount || quantity.amount < -most_amount) {
        return LengthFault{fmt::format("is {} {}, beyond any sheet of paper", number, unit),
                           "write a smaller number"};
    }
    return quantity;
}

std::optional<Length> Units::resolve(const Quantity& quantity) const {
    switch (quantity.unit) {
        case Unit::pt:
            return Length::points(quantity.amount);
        case Unit::mm:
            return Length::millimetres(quantity.amount);
        case Unit::em:
            return em ? std::optional{em->scaled(quantity.amount)} : std::nullopt;
        case Unit::line:
            return line ? std::optional{line->scaled(quantity.amount)} : std::nullopt;
        case Unit::percent:
            return percent ? std::optional{percent->scaled(quantity.amount / 100)} : std::nullopt;
    }
    return std::nullopt;
}

std::string Units::names() const {
    std::vector<std::string_view> names{"pt", "mm"};
    if (em) names.emplace_back("em");
    if (line) names.emplace_back("line");
    if (percent) names.emplace_back("%");
    const std::string_view last = names.back();
    names.pop_back();
    return fmt::format("{} or {}", fmt::join(names, ", "), last);
}

std::string length_text(Length length, Unit unit) {
    std::string number =
        fmt::format("{:.2f}", unit == Unit::mm ? length.to_millimetres() : length.to_points());
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.') number.pop_back();
    if (number == "-0") number = "0";
    return fmt::format("{} {}", number, unit == Unit::mm ? "mm" : "pt");
}

}  // namespace brochure::design
