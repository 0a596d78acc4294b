// PatternTable: a hyphenation dictionary made ready for words to be looked up in (Liang, "Word Hy-phen-a-tion
// by Com-put-er", 1983). In: the patterns that `safe_patterns` lets pass. Out: where they allow a hyphen in a
// word. Promised: the same places as libhyphen's, a witness in the tests. That library takes four times as
// long to read a dictionary, which is most of what hyphenating one brochure costs.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brochure::text {

// Patterns that are matched side by side: a dictionary has one level, or parts compounds on a first.
class PatternLevel {
  public:
    explicit PatternLevel(std::size_t bytes);

    // As in the dictionary: letters with a digit between two of them. The last of the same letters holds.
    void add(std::string_view pattern);

    // For every byte of a word the highest digit behind it; behind the last there is none.
    [[nodiscard]] std::string digits_behind(std::string_view word) const;

  private:
    // A pattern or the beginning of one: its letters, and its digits if it is one.
    struct State {
        std::uint32_t letters = 0, length = 0;
        std::optional<std::uint32_t> digits;  // one before every letter, and one behind the last
    };
    [[nodiscard]] std::uint32_t& slot_of(std::uint64_t hash, std::string_view letters);
    [[nodiscard]] const State* find(std::uint64_t hash, std::string_view letters) const;
    [[nodiscard]] std::size_t first_slot(std::uint64_t hash) const;
    void grow();

    std::string letters_, digits_;
    std::vector<State> states_;
    std::vector<std::uint64_t> hashes_;   // parallel
    std::vector<std::uint32_t> slots_;    // states by hash, one more than their number; 0: free
    std::vector<std::uint64_t> hash_at_;  // of the pattern at hand, by length
    std::size_t longest_ = 0;
};

class PatternTable {
  public:
    explicit PatternTable(std::string_view patterns);

    [[nodiscard]] const std::string& encoding() const { return encoding_; }
    [[nodiscard]] bool utf8() const { return encoding_ == "UTF-8"; }

    // For every byte of a word in that encoding, whether a hyphen may follow it, so many characters from the
    // ends at least.
    [[nodiscard]] std::vector<bool> breaks(std::string_view word, int before, int after) const;

  private:
    struct Minima {
        int left = 0, right = 0;
    };
    void read_line(std::string_view line);
    [[nodiscard]] std::string digits_behind(std::string_view word, Minima compound, bool starts,
                                            bool ends) const;
    void clear_ends(std::string_view word, std::string& digits, Minima least) const;
    [[nodiscard]] bool starts_character(char byte) const;

    std::string encoding_;
    std::vector<PatternLevel> levels_;
    Minima least_, compound_least_;      // of the first level
    std::vector<std::string> unbroken_;  // no hyphen beside these, where there are two levels
};

}  // namespace brochure::text
