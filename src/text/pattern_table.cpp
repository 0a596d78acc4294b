#include "text/pattern_table.hpp"

#include <algorithm>
#include <charconv>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace brochure::text {

namespace {

// Hashes of letters that follow each other: that of a part is a difference of two.
constexpr std::uint64_t base_of_hash = 0x9E3779B97F4A7C15;

std::uint64_t with_letter(std::uint64_t hash, char letter) {
    return hash * base_of_hash + static_cast<unsigned char>(letter) + 1;
}

// Takes the number behind a keyword; whether the line has that keyword.
bool read_setting(std::string_view line, std::string_view keyword, int& value) {
    if (!line.starts_with(keyword)) return false;
    const std::string_view number = line.substr(std::min(keyword.size() + 1, line.size()));
    std::from_chars(number.data(), number.data() + number.size(), value);
    return true;
}

bool is_odd(char digit) { return (digit & 1) != 0; }

}  // namespace

PatternLevel::PatternLevel(std::size_t bytes) {
    std::size_t slots = 256;
    while (slots < bytes / 2) slots *= 2;  // a pattern has seven bytes or so, and makes one state and a half
    slots_.assign(slots, 0);
    states_.reserve(slots / 2);
    hashes_.reserve(slots / 2);
    letters_.reserve(bytes);
    digits_.reserve(bytes);
}

std::size_t PatternLevel::first_slot(std::uint64_t hash) const {
    constexpr unsigned best_mixed = 32;  // the upper half
    return (hash >> best_mixed) & (slots_.size() - 1);
}

std::uint32_t& PatternLevel::slot_of(std::uint64_t hash, std::string_view letters) {
    for (std::size_t at = first_slot(hash);; at = (at + 1) & (slots_.size() - 1)) {
        std::uint32_t& slot = slots_[at];
        if (slot == 0) return slot;
        const State& state = states_[slot - 1];
        if (hashes_[slot - 1] == hash &&
            std::string_view{letters_}.substr(state.letters, state.length) == letters)
            return slot;
    }
}

const PatternLevel::State* PatternLevel::find(std::uint64_t hash, std::string_view letters) const {
    for (std::size_t at = first_slot(hash); slots_[at] != 0; at = (at + 1) & (slots_.size() - 1)) {
        const std::uint32_t index = slots_[at] - 1;
        const State& state = states_[index];
        if (hashes_[index] == hash &&
            std::string_view{letters_}.substr(state.letters, state.length) == letters)
            return &state;
    }
    return nullptr;
}

void PatternLevel::grow() {
    std::vector<std::uint32_t> slots(slots_.size() * 2, 0);
    slots_.swap(slots);
    for (std::uint32_t index = 0; index < states_.size(); ++index) {
        std::size_t at = first_slot(hashes_[index]);
        while (slots_[at] != 0) at = (at + 1) & (slots_.size() - 1);
        slots_[at] = index + 1;
    }
}

void PatternLevel::add(std::string_view pattern) {
    const auto letters = static_cast<std::uint32_t>(letters_.size());
    const auto digits = static_cast<std::uint32_t>(digits_.size());
    // As much as there might be, so that nothing is looked after letter by letter.
    letters_.resize(letters + pattern.size());
    digits_.resize(digits + pattern.size() + 1, '0');
    hash_at_.resize(pattern.size() + 1);
    std::size_t count = 0;
    for (const char c : pattern) {
        if (base::is_ascii_digit(c)) {
            digits_[digits + count] = c;
        } else {
            letters_[letters + count] = c;
            hash_at_[count + 1] = with_letter(hash_at_[count], c);
            ++count;
        }
    }
    letters_.resize(letters + count);
    digits_.resize(digits + count + 1);
    longest_ = std::max(longest_, count);
    while ((states_.size() + count) * 4 > slots_.size() * 3) grow();
    for (std::size_t length = count; length > 0; --length) {
        std::uint32_t& slot = slot_of(hash_at_[length], std::string_view{letters_}.substr(letters, length));
        const bool is_known = slot != 0;
        if (!is_known) {
            states_.push_back({letters, static_cast<std::uint32_t>(length), std::nullopt});
            hashes_.push_back(hash_at_[length]);
            slot = static_cast<std::uint32_t>(states_.size());
        }
        if (length == count) states_[slot - 1].digits = digits;
        if (is_known) break;  // and so is all it begins with
    }
}

// At every letter the longest beginning of a pattern that ends there counts, and no shorter one: dictionaries
// are made for that.
std::string PatternLevel::digits_behind(std::string_view word) const {
    std::string text = ".";
    for (const char c : word) text += base::is_ascii_digit(c) ? '.' : c;
    text += '.';
    std::vector<std::uint64_t> sums{0}, powers{1};
    for (const char c : text) {
        sums.push_back(with_letter(sums.back(), c));
        powers.push_back(powers.back() * base_of_hash);
    }
    std::string behind(text.size(), '0');
    std::size_t length = 0;
    for (std::size_t end = 1; end <= text.size(); ++end) {
        const State* state = nullptr;
        for (length = std::min(length + 1, longest_); length > 0; --length) {
            const std::size_t begin = end - length;
            state =
                find(sums[end] - sums[begin] * powers[length], std::string_view{text}.substr(begin, length));
            if (state != nullptr) break;
        }
        if (state == nullptr || !state->digits) continue;
        for (std::size_t i = end == length ? 1 : 0; i <= length; ++i) {
            char& digit = behind[end - length + i - 1];
            digit = std::max(digit, digits_[*state->digits + i]);
        }
    }
    behind = behind.substr(1, word.size());
    behind.back() = '0';
    return behind;
}

PatternTable::PatternTable(std::string_view patterns) {
    const auto next_line = [&patterns] {
        const std::string_view line = patterns.substr(0, patterns.find('\n'));
        patterns.remove_prefix(std::min(line.size() + 1, patterns.size()));
        return line;
    };
    encoding_ = next_line();
    levels_.emplace_back(patterns.size());
    while (!patterns.empty()) read_line(next_line());
}

void PatternTable::read_line(std::string_view line) {
    if (line.empty()) return;
    const bool may_be_setting = 'A' <= line.front() && line.front() <= 'Z';
    if (!may_be_setting) {
        levels_.back().add(line);
        return;
    }
    const bool on_first = levels_.size() == 1;
    int ignored = 0;
    const auto take = [&](std::string_view keyword, int& value) {
        return read_setting(line, keyword, on_first ? value : ignored);
    };
    if (take("LEFTHYPHENMIN", least_.left) || take("RIGHTHYPHENMIN", least_.right) ||
        take("COMPOUNDLEFTHYPHENMIN", compound_least_.left) ||
        take("COMPOUNDRIGHTHYPHENMIN", compound_least_.right))
        return;
    if (constexpr std::string_view keyword = "NOHYPHEN "; line.starts_with(keyword)) {
        if (!on_first) return;
        for (std::string_view list = line.substr(keyword.size()); !list.empty();) {
            const std::string_view one = list.substr(0, list.find(','));
            unbroken_.emplace_back(one);
            list.remove_prefix(std::min(one.size() + 1, list.size()));
        }
    } else if (line == "NEXTLEVEL") {
        levels_.emplace_back(std::size_t{0});
    } else {
        levels_.back().add(line);
    }
}

bool PatternTable::starts_character(char byte) const { return !utf8() || !base::continues_code_point(byte); }

// No hyphen nearer to the ends than so many characters.
void PatternTable::clear_ends(std::string_view word, std::string& digits, Minima least) const {
    int characters = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (starts_character(word[i])) ++characters;
        if (characters < least.left) digits[i] = '0';
    }
    characters = 0;
    for (std::size_t i = word.size(); i-- > 1;) {
        if (characters < least.right) digits[i] = '0';
        if (starts_character(word[i])) ++characters;
    }
}

// `starts`, `ends`: the word does, where this is a part of it. A part of two letters stays whole, and the
// last two of a longer one together: so it is in libhyphen.
std::string PatternTable::digits_behind(std::string_view word, Minima compound, bool starts,
                                        bool ends) const {
    std::string digits = levels_.front().digits_behind(word);
    if (levels_.size() == 1) return digits;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const bool parts = is_odd(digits[i]);
        if (!parts && (begin == 0 || i + 1 < word.size())) continue;
        if (i > begin + 1) {
            const std::string own = digits_behind(word.substr(begin, i - begin + 1), compound,
                                                  begin == 0 && starts, !parts && ends);
            std::copy_n(own.begin(), i - begin - 1, digits.begin() + static_cast<std::ptrdiff_t>(begin));
        }
        begin = i + 1;
    }
    if (begin > 0) return digits;
    digits = levels_.back().digits_behind(word);
    clear_ends(word, digits, {starts ? 0 : compound.left, ends ? 0 : compound.right});
    return digits;
}

std::vector<bool> PatternTable::breaks(std::string_view word, int before, int after) const {
    std::vector<bool> breaks(word.size(), false);
    if (word.empty()) return breaks;
    const Minima compound{std::max(before, compound_least_.left), std::max(after, compound_least_.right)};
    std::string digits = digits_behind(word, compound, true, true);
    constexpr int otherwise = 2;
    const auto least = [](int asked, int own) {
        return std::max(asked, own) > 0 ? std::max(asked, own) : otherwise;
    };
    clear_ends(word, digits, {least(before, least_.left), least(after, least_.right)});
    for (const std::string& unbroken : levels_.size() > 1 ? unbroken_ : std::vector<std::string>{}) {
        for (std::size_t at = word.find(unbroken); at != std::string_view::npos;
             at = word.find(unbroken, at + 1)) {
            digits[at + unbroken.size() - 1] = '0';
            if (at > 0) digits[at - 1] = '0';
        }
    }
    std::transform(digits.begin(), digits.end(), breaks.begin(), is_odd);
    return breaks;
}

}  // namespace brochure::text
