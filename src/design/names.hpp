// Names: what the sections of a layout may point at by name: families by role, colours, text styles.
// In: a Design whose tables of names are filled. Out: getters that turn the name under a key into what it
// stands for, or report it with the nearest name there is.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "design/design.hpp"
#include "design/section.hpp"

namespace brochure::design {

class Names {
  public:
    explicit Names(const Design& design) : design_(design) {}

    // Required keys: a missing one is reported.
    Colour colour(Section& section, std::string_view key);
    const TextStyle* text(Section& section, std::string_view key);
    // Keys whose value may be "none"; they must be written all the same, so that nothing is hidden.
    std::optional<Colour> colour_or_none(Section& section, std::string_view key);
    const TextStyle* text_or_none(Section& section, std::string_view key);
    // A key that may be absent in what a style is based on.
    std::optional<Colour> colour_if_given(Section& section, std::string_view key, Need need);
    std::optional<std::string> family(Section& section, std::string_view key, Need need);

    // Some colour is not what its author meant, so that nothing can be said about contrast.
    void note_failed_colour() { colour_failed_ = true; }
    [[nodiscard]] bool colour_failed() const { return colour_failed_; }

  private:
    const Design& design_;
    bool colour_failed_ = false;
};

// [families]: a family's name for each role that text styles name.
std::map<std::string, std::string> read_families(Section section);

// [colours]: each with its screen and press values.
// Fills design.colours; gives where each is given, in this file or in one that it extends.
std::map<std::string, Place> read_colours(Section section, Names& names, Design& design);

}  // namespace brochure::design
