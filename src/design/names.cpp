#include "design/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <vector>

#include "base/nearest.hpp"
#include "diag/codes.hpp"

namespace brochure::design {

namespace code = diag::code;

namespace {

constexpr std::string_view none = "none";
constexpr int most_ink = 300;  // percent; what coated offset paper dries (ISO 12647-2)

template <class T>
const T* look_up(const config::Value& value, const std::map<std::string, T>& table, std::string_view kind,
                 std::string_view section) {
    const auto name = value.string();
    if (!name) return nullptr;
    const auto found = table.find(*name);
    if (found != table.end()) return &found->second;
    std::vector<std::string> known;
    for (const auto& [key, entry] : table) known.push_back(key);
    std::string remedy = fmt::format("add '{}' under [{}], or name one that is there", *name, section);
    if (*name == none) {
        remedy = fmt::format("name a {}: this one cannot be left out", kind);
    } else if (const auto near = base::nearest_name(*name, known)) {
        remedy = fmt::format("did you mean '{}'?", *near);
    }
    value.refuse(code::value_unknown,
                 fmt::format("'{}' names the {} '{}', which there is not", value.path(), kind, *name),
                 std::move(remedy));
    return nullptr;
}

bool says_none(const config::Value& value) {
    return value.kind() == config::Kind::string && value.string() == none;
}

std::optional<std::array<std::uint8_t, 4>> read_press(Section& section) {
    const auto inks = section.array("press");
    if (!inks) return std::nullopt;
    if (inks->size() != 4) {
        section.refuse("press", code::value_range,
                       fmt::format("'{}.press' has {} numbers instead of 4", section.path(), inks->size()),
                       "write the percentages of cyan, magenta, yellow and black, like [0, 0, 0, 100]");
        return std::nullopt;
    }
    std::array<std::uint8_t, 4> press{};
    for (std::size_t i = 0; i < 4; ++i) {
        const auto percent = (*inks)[i].integer(0, 100);
        if (!percent) return std::nullopt;
        press[i] = static_cast<std::uint8_t>(*percent);
    }
    const int total = std::accumulate(press.begin(), press.end(), 0);
    if (total > most_ink) {
        section.refuse(
            "press", code::ink_total, fmt::format("'{}.press' adds up to {} % of ink", section.path(), total),
            fmt::format("keep the four numbers together under {} %, or the ink does not dry", most_ink));
        return std::nullopt;
    }
    return press;
}

std::optional<Colour> read_colour(Section& colours, const std::string& name) {
    const auto given = colours.value(name);
    if (given && given->kind() == config::Kind::string) {
        const std::string hex = given->string().value_or("");
        given->refuse(
            code::value_type, fmt::format("'{}' is a text, and a colour has two parts", given->path()),
            fmt::format("write {} = {{ screen = \"{}\", press = [0, 0, 0, 100] }}, with the percentages of "
                        "cyan, magenta, yellow and black",
                        name, Colour::from_hex(hex) ? hex : "#135566"));
        return std::nullopt;
    }
    Section section = colours.section(name);
    const auto screen = section.string("screen", required);
    const bool has_press = section.has("press");
    const auto press = read_press(section);
    section.report_unknown_keys();
    if (!screen || has_press != press.has_value()) return std::nullopt;
    auto colour = Colour::from_hex(*screen);
    if (!colour) {
        section.refuse("screen", code::value_range,
                       fmt::format("'{}.screen' is '{}', which is no colour", section.path(), *screen),
                       "write # and six digits from 0 to f, like \"#0e4a5a\"");
        return std::nullopt;
    }
    colour->cmyk = press;
    return colour;
}

}  // namespace

Colour Names::colour(Section& section, std::string_view key) {
    return colour_if_given(section, key, required).value_or(Colour{});
}

std::optional<Colour> Names::colour_or_none(Section& section, std::string_view key) {
    const auto value = section.value(key, required);
    if (value && says_none(*value)) return std::nullopt;
    return colour_if_given(section, key, Need::optional);
}

std::optional<Colour> Names::colour_if_given(Section& section, std::string_view key, Need need) {
    const auto value = section.value(key, need);
    if (!value) return std::nullopt;
    const Colour* colour = look_up(*value, design_.colours, "colour", "colours");
    if (colour == nullptr) {
        note_failed_colour();
        return std::nullopt;
    }
    return *colour;
}

const TextStyle* Names::text(Section& section, std::string_view key) {
    const auto value = section.value(key, required);
    return value ? look_up(*value, design_.texts, "text style", "text") : nullptr;
}

const TextStyle* Names::text_or_none(Section& section, std::string_view key) {
    const auto value = section.value(key, required);
    if (!value || says_none(*value)) return nullptr;
    return look_up(*value, design_.texts, "text style", "text");
}

std::optional<std::string> Names::family(Section& section, std::string_view key, Need need) {
    const auto value = section.value(key, need);
    const std::string* family = value ? look_up(*value, design_.families, "family", "families") : nullptr;
    return family != nullptr ? std::optional{*family} : std::nullopt;
}

std::map<std::string, std::string> read_families(Section section) {
    std::map<std::string, std::string> families;
    for (const std::string& role : section.keys()) families[role] = section.string(role).value_or("");
    return families;
}

std::map<std::string, Place> read_colours(Section section, Names& names, Design& design) {
    std::map<std::string, Place> places;
    for (const std::string& name : section.keys()) {
        places[name] = section.value_place(name);
        const auto colour = read_colour(section, name);
        if (!colour) names.note_failed_colour();
        design.colours[name] = colour.value_or(Colour{});  // the name is known all the same
    }
    return places;
}

}  // namespace brochure::design
