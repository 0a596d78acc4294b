// Edition: what the pages of a brochure are written for, with the names that layouts, the command line and
// files have for it. In: a name. Out: an edition, or nothing. The one list of editions there is.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace brochure::design {

enum class Edition { screen, press, booklet, two_up };

inline constexpr std::array<std::pair<Edition, std::string_view>, 4> edition_names{{
    {Edition::screen, "screen"},
    {Edition::press, "press"},
    {Edition::booklet, "booklet"},
    {Edition::two_up, "2up"},
}};

constexpr std::string_view name_of(Edition edition) {
    return edition_names[static_cast<std::size_t>(edition)].second;
}

constexpr std::optional<Edition> edition_of(std::string_view name) {
    for (const auto& [edition, known] : edition_names) {
        if (known == name) return edition;
    }
    return std::nullopt;
}

// Behind the name of brochure, language and layout: the screen's file needs no word of its own.
// `greyscale`: made beside those in colour.
inline std::string file_ending(Edition edition, bool greyscale) {
    std::string ending = edition == Edition::screen ? "" : "." + std::string{name_of(edition)};
    return ending + (greyscale ? ".grey.pdf" : ".pdf");
}

}  // namespace brochure::design
