// MonthPhrases: the words that stand between a day and a year in a language's dates, as ICU knows them. In: a
// locale. Out: whether words of a text are a month's name: "november", "nov.", "de noviembre de".
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace brochure::style {

class MonthPhrases {
  public:
    static constexpr std::size_t longest = 3;  // words

    explicit MonthPhrases(const std::string& locale);
    // The same for all texts of a thread.
    static const MonthPhrases& of(const std::string& locale);

    // How many words from `first` on are a month's name; 0 if none are.
    [[nodiscard]] std::size_t length_from(const std::vector<std::string_view>& words,
                                          std::size_t first) const;
    [[nodiscard]] bool end_at(const std::vector<std::string_view>& words, std::size_t last) const;

  private:
    using Words = std::vector<std::string>;
    std::multimap<std::string, Words, std::less<>> names_;  // by their first word
};

}  // namespace brochure::style
