// Names: ids for what an existing text has none for, and words that it says twice.
// In: words. Out: ids in lower-case letters, digits and hyphens, each given once.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>

namespace brochure::intake {

// "Wat is het?" as "wat-is-het"; letters beside ASCII's are left out. `otherwise` where nothing is left.
std::string id_of(std::string_view words, std::string_view otherwise);

class Names {
  public:
    // The name wanted, or that with a number behind it.
    std::string unused(const std::string& wanted);

  private:
    std::set<std::string> used_;
};

// The words once, of a text that is twice the same: what a page says to eyes and to screen readers, copied.
std::optional<std::string> said_twice(std::string_view words);

// Whether a line says who made a picture: "Foto: Jan", "Bron: Jan/Shutterstock.com".
bool names_a_maker(std::string_view line);

}  // namespace brochure::intake
