// Negations: whether a text denies something, and whether it speaks of what can harm.
// In: a unit's words and its language's lists. Out: the words found. "Do not wait" without its "not" is the
// worst that can happen to a translation, and no number tells of it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/model/language.hpp"

namespace brochure::units {

struct Negations {
    std::vector<std::string> words;  // as they are written
    bool risk = false;               // a word of risk stands in the text as well
};

// Made once for many texts.
class NegationReader {
  public:
    explicit NegationReader(const document::Language& language);
    // False for a language that lists none: nothing can be said of its texts.
    [[nodiscard]] bool knows() const { return !words_.empty(); }
    [[nodiscard]] Negations negations_of(std::string_view words) const;

  private:
    std::vector<std::string> words_, phrases_, risk_;
    std::string locale_, tag_;
};

}  // namespace brochure::units
