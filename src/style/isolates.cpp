#include "style/isolates.hpp"

#include <algorithm>
#include <optional>

#include "base/utf8.hpp"

namespace brochure::style {

namespace {

using unicode::BidiIsolate;
using unicode::IsolateDirection;

// What a word tells of direction.
enum class Kind {
    latin,      // letters from left to right, perhaps with figures: "Zometa®", "mg", "info@linde.example"
    number,     // figures alone: "012", "38,5", "10–14"
    unit_sign,  // "%", "°"
    dash,       // between the groups of a telephone number
    other       // letters from right to left, an isolate that is known, other signs
};

struct Word {
    TextRange range;
    Kind kind = Kind::other;
    bool ends_clause = false;  // behind it stands what parts it from the next word
    bool comma = false;        // behind it stands a comma
    bool touches = false;      // no space parts it from the word before
};

bool is_space(char32_t c) {
    return c == ' ' || c == 0xA0 || c == 0x202F || c == '\n' || c == '\t' || c == 0x2028;
}
bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_figure(char32_t c) {
    return (c >= '0' && c <= '9') || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
}
bool is_unit_sign(char32_t c) { return c == '%' || c == 0x2030 || c == 0xB0 || c == 0x66A || c == 0x20AC; }
// Signs that Latin text uses inside itself: what is Latin behind them goes on with what is before.
bool is_comma(char32_t c) {
    return c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?' || c == 0x2026;
}
// Arabic comma, semicolon, question mark, full stop.
bool ends_clause(char32_t c) { return c == 0x60C || c == 0x61B || c == 0x61F || c == 0x6D4; }
bool is_quote(char32_t c) {
    return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 ||
           c == 0x203A;
}

struct Character {
    char32_t value = 0;
    TextRange range;
};

std::vector<Character> characters_of(std::string_view text, TextRange range) {
    std::vector<Character> characters;
    for (std::uint32_t at = range.begin; at < range.end;) {
        const base::CodePoint point = base::code_point_at(text, at);
        const auto end = at + static_cast<std::uint32_t>(point.length);
        characters.push_back({point.value, {at, end}});
        at = end;
    }
    return characters;
}

bool closed_within(const std::vector<Character>& characters, std::size_t first, std::size_t end) {
    const char32_t closing = unicode::closing_bracket(characters[first].value);
    return std::any_of(characters.begin() + static_cast<std::ptrdiff_t>(first),
                       characters.begin() + static_cast<std::ptrdiff_t>(end),
                       [&](const Character& c) { return c.value == closing; });
}

bool opened_within(const std::vector<Character>& characters, std::size_t first, std::size_t last) {
    const char32_t opening = unicode::opening_bracket(characters[last].value);
    return std::any_of(characters.begin() + static_cast<std::ptrdiff_t>(first),
                       characters.begin() + static_cast<std::ptrdiff_t>(last),
                       [&](const Character& c) { return c.value == opening; });
}

Kind kind_of(const std::vector<Character>& characters) {
    bool latin = false, figure = false, sign = false, dashes = !characters.empty();
    for (const Character& c : characters) {
        const unicode::Strength strength = unicode::strength_of(c.value);
        if (strength == unicode::Strength::right_to_left) return Kind::other;
        latin = latin || (strength == unicode::Strength::left_to_right && !is_figure(c.value));
        figure = figure || is_figure(c.value);
        sign = sign || is_unit_sign(c.value);
        dashes = dashes && is_dash(c.value);
    }
    if (latin) return Kind::latin;
    if (figure) return Kind::number;
    if (sign) return Kind::unit_sign;
    return dashes ? Kind::dash : Kind::other;
}

// Splits a text into words between spaces and known isolates, each without the brackets, quotation marks and
// points around it.
class Words {
  public:
    Words(std::string_view text, const std::vector<BidiIsolate>& known) {
        std::uint32_t at = 0;
        for (const BidiIsolate& isolate : known) {
            add_words(text, {at, isolate.range.begin});
            Word word;
            word.range = isolate.range;
            words_.push_back(word);
            at = isolate.range.end;
        }
        add_words(text, {at, static_cast<std::uint32_t>(text.size())});
    }

    std::vector<Word> take() { return std::move(words_); }

  private:
    void add_words(std::string_view text, TextRange range) {
        const std::vector<Character> characters = characters_of(text, range);
        bool touches = true;
        for (std::size_t i = 0; i < characters.size();) {
            if (is_space(characters[i].value)) {
                touches = false;
                ++i;
                continue;
            }
            std::size_t end = i;
            while (end < characters.size() && !is_space(characters[end].value)) ++end;
            add_word(characters, i, end, touches && !words_.empty());
            i = end;
        }
    }

    void add_word(const std::vector<Character>& characters, std::size_t first, std::size_t end,
                  bool touches) {
        Word word;
        word.touches = touches;
        bool opens = false;
        while (first < end && (is_quote(characters[first].value) ||
                               (unicode::closing_bracket(characters[first].value) != 0 &&
                                !closed_within(characters, first, end)))) {
            ++first;
            opens = true;
        }
        // A bracket or a quotation that opens here parts the word from what is before it.
        if (opens && !words_.empty()) words_.back().ends_clause = true;
        while (first < end) {
            const char32_t c = characters[end - 1].value;
            const bool closes =
                unicode::opening_bracket(c) != 0 && !opened_within(characters, first, end - 1);
            if (!closes && !is_comma(c) && !ends_clause(c) && !is_quote(c)) break;
            word.ends_clause = word.ends_clause || closes || ends_clause(c) || is_quote(c);
            word.comma = word.comma || is_comma(c);
            --end;
        }
        if (first == end) {
            if (!words_.empty()) words_.back().ends_clause = true;
            return;
        }
        word.range = {characters[first].range.begin, characters[end - 1].range.end};
        word.kind = kind_of({characters.begin() + static_cast<std::ptrdiff_t>(first),
                             characters.begin() + static_cast<std::ptrdiff_t>(end)});
        words_.push_back(word);
    }

    std::vector<Word> words_;
};

class Isolator {
  public:
    Isolator(std::string_view text, const std::vector<BidiIsolate>& known, bool ranges_left_to_right)
        : text_(text), words_(Words(text, known).take()), ranges_left_to_right_(ranges_left_to_right) {}

    std::vector<BidiIsolate> isolates() {
        for (std::size_t first = 0; first < words_.size();) {
            if (words_[first].kind != Kind::latin && words_[first].kind != Kind::number) {
                ++first;
                continue;
            }
            std::size_t end = first + 1;
            while (end < words_.size() && goes_on(first, end)) ++end;
            end = without_dash(first, end);
            const std::size_t named = without_next_words_number(first, end);
            if (has_latin(first, named) || named - first > 1 || keeps_order(words_[first].range))
                isolates_.push_back({{words_[first].range.begin, words_[named - 1].range.end},
                                     IsolateDirection::left_to_right});
            first = named;
        }
        return std::move(isolates_);
    }

  private:
    // Whether word `next` belongs to the stretch that began with word `first`.
    [[nodiscard]] bool goes_on(std::size_t first, std::size_t next) const {
        const Word& before = words_[next - 1];
        const Word& word = words_[next];
        if (before.ends_clause || word.kind == Kind::other || word.touches) return false;
        if (word.kind == Kind::dash || before.kind == Kind::dash) return is_telephone(first) && !before.comma;
        // "10, 20, 30" is a list; "Xgeva, 120 mg" is one thing.
        const bool list = before.comma && !has_latin(first, next);
        return !list;
    }

    [[nodiscard]] bool is_telephone(std::size_t first) const {
        const std::string_view word = words_[first].range.of(text_);
        return words_[first].kind == Kind::number && (word.starts_with('0') || word.starts_with('+') ||
                                                      word.starts_with("۰") || word.starts_with("٠"));
    }

    [[nodiscard]] std::size_t without_dash(std::size_t first, std::size_t end) const {
        while (end > first + 1 && words_[end - 1].kind == Kind::dash) --end;
        return end;
    }

    // A number right before a word from right to left belongs to that word: "CT 3 مرات" is a scan, and three
    // times.
    [[nodiscard]] std::size_t without_next_words_number(std::size_t first, std::size_t end) const {
        const bool word_follows = end < words_.size() && words_[end].kind == Kind::other &&
                                  !words_[end].touches && !words_[end - 1].ends_clause &&
                                  !words_[end - 1].comma;
        if (!word_follows || !has_latin(first, end)) return end;
        std::size_t named = end;
        while (named > first && words_[named - 1].kind == Kind::number) --named;
        return named == first ? end : named;
    }

    [[nodiscard]] bool has_latin(std::size_t first, std::size_t end) const {
        return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(first),
                           words_.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const Word& word) { return word.kind == Kind::latin; });
    }

    // A date in figures or a telephone number without spaces, but not a range of two numbers, unless the
    // language writes that from left to right too.
    [[nodiscard]] bool keeps_order(TextRange range) const {
        int parts = 0;
        bool plus = false;
        for (const Character& c : characters_of(text_, range)) {
            if (is_dash(c.value) || c.value == '/' || c.value == '(') ++parts;
            plus = plus || c.value == '+';
        }
        return plus || parts > 1 ||
               (parts == 1 && (ranges_left_to_right_ || range.of(text_).starts_with('0')));
    }

    std::string_view text_;
    std::vector<Word> words_;
    bool ranges_left_to_right_;
    std::vector<BidiIsolate> isolates_;
};

}  // namespace

std::vector<BidiIsolate> isolates_of(std::string_view text, std::vector<BidiIsolate> known,
                                     const document::Language& language) {
    const auto in_order = [](const BidiIsolate& a, const BidiIsolate& b) {
        return a.range.begin < b.range.begin;
    };
    std::sort(known.begin(), known.end(), in_order);
    if (!language.right_to_left) return known;
    std::vector<BidiIsolate> found = Isolator(text, known, language.ranges_left_to_right).isolates();
    known.insert(known.end(), found.begin(), found.end());
    std::sort(known.begin(), known.end(), in_order);
    return known;
}

}  // namespace brochure::style
