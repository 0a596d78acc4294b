#include "style/bidi_words.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "style/units.hpp"
#include "unicode/figures.hpp"

namespace brochure::style {

namespace {

using Characters = std::vector<BidiCharacter>;
constexpr char32_t object = isolate_stand_in;

bool is_space(char32_t c) { return c == 0x2028 || unicode::is_white_space(c); }
bool is_dash(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212; }
bool is_point(char32_t c) {
    return c == ',' || c == '.' || c == ';' || c == ':' || c == '!' || c == '?' || c == 0x2026;
}
bool is_unit_sign(char32_t c) {
    return c == '%' || c == 0x2030 || c == 0xB0 || c == 0x2032 || c == 0x2033 || c == 0x2103 || c == 0x2109 ||
           unicode::is_currency(c);
}
bool is_operation(char32_t c) {
    return c == U'×' || c == U'±' || c == '+' || c == U'÷' || c == '*' || c == U'·';
}
bool is_letter_from_left(char32_t c) {
    return unicode::strength_of(c) == unicode::Strength::left_to_right && !unicode::is_number(c);
}

// What may stand right before a word from left to right, or before a number, and is part of it.
bool may_begin(char32_t c) {
    constexpr std::u32string_view signs = U"+-\u2212±@#./\\_&$";
    return signs.find(c) != std::u32string_view::npos || unicode::is_currency(c) || unicode::is_number(c) ||
           unicode::closing_bracket(c) != 0 || is_unit_sign(c) ||
           unicode::strength_of(c) != unicode::Strength::weak;
}

bool may_end(char32_t c) {
    const bool sign = unicode::is_relation(c) || c == U'–' || c == U'—' || c == U'×';
    return !sign && !is_point(c);
}

class WordFinder {
  public:
    explicit WordFinder(const Characters& characters) : characters_(characters) {}

    std::vector<BidiWord> words() {
        bool space_before = true;
        for (std::size_t at = 0; at < characters_.size();) {
            const char32_t c = characters_[at].value;
            if (is_space(c)) {
                space_before = true;
                ++at;
                continue;
            }
            const std::size_t end = end_of_word(at);
            add(at, end, !space_before);
            space_before = false;
            at = end;
        }
        return std::move(words_);
    }

  private:
    // Letters from the right, a mark of Arabic, and what joins onto them.
    [[nodiscard]] bool from_right(std::size_t at) const {
        const char32_t c = characters_[at].value;
        if (is_arabic_stop(c) || unicode::strength_of(c) == unicode::Strength::right_to_left) return true;
        constexpr char32_t joiners[] = {0x200B, 0x200C, 0x200D, 0x00AD};
        const bool joins = std::ranges::find(joiners, c) != std::end(joiners) || unicode::is_mark(c);
        return joins && at > 0 && from_right(at - 1);
    }

    [[nodiscard]] bool is_letter_from_right(std::size_t at) const {
        return from_right(at) && !is_arabic_stop(characters_[at].value);
    }

    [[nodiscard]] std::size_t end_of_word(std::size_t begin) const {
        if (characters_[begin].value == object) return begin + 1;
        const bool side = from_right(begin);
        std::size_t end = begin + 1;
        while (end < characters_.size() && !is_space(characters_[end].value) &&
               characters_[end].value != object && from_right(end) == side) {
            ++end;
        }
        return end;
    }

    void add(std::size_t begin, std::size_t end, bool touches) {
        BidiWord word{begin, end, WordKind::other, false, false, touches};
        if (from_right(begin)) {
            word.kind = WordKind::from_right;
            word.stops = is_arabic_stop(characters_[end - 1].value);
        } else if (characters_[begin].value != object) {
            const bool before = touches && is_letter_from_right(begin - 1);
            const bool after = end < characters_.size() && is_letter_from_right(end);
            trim(word, before, after);
            if (word.begin == word.end) {
                if (!words_.empty()) words_.back().stops = true;
                return;
            }
            word.kind = kind_of(word);
        }
        words_.push_back(word);
    }

    void trim(BidiWord& word, bool letters_before, bool letters_after) const {
        for (bool shorter = true; shorter && word.begin < word.end;) {
            shorter = false;
            const char32_t first = characters_[word.begin].value;
            if (leaves_start(word, first, letters_before)) {
                ++word.begin;
                word.opens = shorter = true;
                continue;
            }
            const char32_t last = characters_[word.end - 1].value;
            if (leaves_end(word, last, letters_after)) {
                --word.end;
                word.stops = shorter = true;
            }
        }
    }

    [[nodiscard]] bool alone(const BidiWord& word) const { return word.end - word.begin == 1; }

    [[nodiscard]] bool leaves_start(const BidiWord& word, char32_t c, bool letters_before) const {
        if (is_quotation_mark(c)) return true;
        if (alone(word)) return is_point(c) || unicode::closing_bracket(c) != 0;
        if (unicode::closing_bracket(c) != 0) {
            const std::size_t partner = partner_of(word, c);
            // "(D3)" is a gloss; "(+31)" and "(0)12" are parts of a telephone number.
            return partner == word.end || (partner + 1 == word.end && !is_code(word));
        }
        const bool letter_or_number =
            unicode::is_number(c) || unicode::strength_of(c) != unicode::Strength::weak;
        // A hyphen that joins the word to the letters before it ("ב-5").
        if (letters_before && !letter_or_number) return true;
        return !may_begin(c);
    }

    [[nodiscard]] bool leaves_end(const BidiWord& word, char32_t c, bool letters_after) const {
        if (is_quotation_mark(c) || is_point(c)) return true;
        if (alone(word)) return unicode::opening_bracket(c) != 0;
        if (unicode::closing_bracket(c) != 0) return true;
        if (unicode::opening_bracket(c) != 0) return !opened_within(word, c);
        const bool letter_or_number =
            unicode::is_number(c) || is_unit_sign(c) || unicode::strength_of(c) != unicode::Strength::weak;
        if (letters_after && !letter_or_number) return true;
        return !may_end(c);
    }

    // Where the bracket that opens the word is closed in it; its end if nowhere.
    [[nodiscard]] std::size_t partner_of(const BidiWord& word, char32_t opening) const {
        const char32_t closing = unicode::closing_bracket(opening);
        for (std::size_t i = word.begin; i < word.end; ++i) {
            if (characters_[i].value == closing) return i;
        }
        return word.end;
    }

    [[nodiscard]] bool opened_within(const BidiWord& word, char32_t closing) const {
        const char32_t opening = unicode::opening_bracket(closing);
        for (std::size_t i = word.begin; i < word.end; ++i) {
            if (characters_[i].value == opening) return true;
        }
        return false;
    }

    // A country's or a town's code in brackets: "(+31)", "(020)", before the other groups.
    [[nodiscard]] bool is_code(const BidiWord& word) const {
        const char32_t first = characters_[word.begin + 1].value;
        if (first != '+' && first != '0' && first != 0x660 && first != 0x6F0) return false;
        for (std::size_t i = word.begin + 1; i + 1 < word.end; ++i) {
            if (characters_[i].value != '+' && !unicode::is_number(characters_[i].value)) return false;
        }
        std::size_t next = word.end;
        while (next < characters_.size() && is_space(characters_[next].value)) ++next;
        return next < characters_.size() && unicode::is_number(characters_[next].value);
    }

    [[nodiscard]] WordKind kind_of(const BidiWord& word) const {
        bool letters = false, number = false, sign = true, dash = true, operation = true;
        for (std::size_t i = word.begin; i < word.end; ++i) {
            const char32_t c = characters_[i].value;
            letters = letters || is_letter_from_left(c);
            number = number || unicode::is_number(c);
            sign = sign && is_unit_sign(c);
            dash = dash && is_dash(c);
            operation = operation && is_operation(c);
        }
        if (letters) return WordKind::from_left;
        if (number) return WordKind::number;
        if (sign) return WordKind::unit_sign;
        if (dash) return WordKind::dash;
        if (operation) return WordKind::operation;
        return alone(word) && characters_[word.begin].value == '/' ? WordKind::stroke : WordKind::other;
    }

    const Characters& characters_;
    std::vector<BidiWord> words_;
};

class FigureFinder {
  public:
    FigureFinder(const Characters& characters, const std::vector<BidiWord>& words,
                 const document::NoBreakRules& units, bool ranges_left_to_right)
        : characters_(characters),
          words_(words),
          units_(units),
          ranges_left_to_right_(ranges_left_to_right) {}

    std::vector<Figure> figures() const {
        std::vector<Figure> found;
        for (std::size_t at = 0; at < words_.size();) {
            if (words_[at].kind != WordKind::number) {
                ++at;
                continue;
            }
            found.push_back(figure_from(at));
            at = found.back().end;
        }
        return found;
    }

  private:
    // Whether nothing but a space parts word `next` from the one before it.
    [[nodiscard]] bool follows(std::size_t next) const {
        return next < words_.size() && !words_[next - 1].stops && !words_[next].opens &&
               !words_[next].touches;
    }
    [[nodiscard]] bool follows(std::size_t next, WordKind kind) const {
        return follows(next) && words_[next].kind == kind;
    }

    [[nodiscard]] Figure figure_from(std::size_t first) const {
        std::size_t groups = end_of_groups(first);
        std::size_t whole = groups;
        bool stroke = false, dash = false, operation = false;
        for (std::size_t next = whole; follows(next) && is_joint(words_[next].kind);) {
            if (!follows(next + 1, WordKind::number)) break;
            stroke = stroke || words_[next].kind == WordKind::stroke;
            dash = dash || words_[next].kind == WordKind::dash;
            operation = operation || words_[next].kind == WordKind::operation;
            next = whole = end_of_groups(next + 1);
        }
        if (follows(whole, WordKind::from_left) && is_unit(whole))
            return {first, whole + 1, true, true, true};
        const bool eastern = is_eastern(first);
        if (!eastern && follows(whole, WordKind::unit_sign)) return {first, whole + 1, false, true, true};
        if (whole > groups && !operation) {
            const bool in_order = stroke || (dash && (ranges_left_to_right_ || is_telephone(first, whole)));
            if (in_order) return {first, whole, false, ends_in_sign(whole), true};
        }
        return {first, groups, false, ends_in_sign(groups), groups - first > 1 || keeps_order(first)};
    }

    [[nodiscard]] bool ends_in_sign(std::size_t end) const {
        return is_unit_sign(characters_[words_[end - 1].end - 1].value);
    }

    static bool is_joint(WordKind kind) {
        return kind == WordKind::dash || kind == WordKind::stroke || kind == WordKind::operation;
    }

    // "012 345 67", "10 000".
    [[nodiscard]] std::size_t end_of_groups(std::size_t first) const {
        std::size_t end = first + 1;
        while (follows(end, WordKind::number)) ++end;
        return end;
    }

    [[nodiscard]] std::string word(std::size_t at) const {
        std::string out;
        for (std::size_t i = words_[at].begin; i < words_[at].end; ++i)
            base::append_utf8(out, characters_[i].value);
        return out;
    }

    // A symbol, a word that the language lists, or any other but a name: a year before "Xgeva" is no dose.
    [[nodiscard]] bool is_unit(std::size_t at) const {
        const std::string unit = word(at);
        const auto& listed = units_.after_number;
        if (is_unit_symbol(unit) || std::find(listed.begin(), listed.end(), unit) != listed.end())
            return true;
        const std::string small = unicode::lower_case(unit, "");
        const bool name =
            unit.size() > 1 && unit.front() != small.front() && unit.substr(1) == small.substr(1);
        return !name && unit.find_first_of("@:.") == std::string::npos;
    }

    [[nodiscard]] bool is_eastern(std::size_t at) const {
        for (std::size_t i = words_[at].begin; i < words_[at].end; ++i) {
            if (unicode::is_eastern_digit(characters_[i].value)) return true;
        }
        return false;
    }

    // Begins with the code of a country or a town, and is too long for a time of day.
    [[nodiscard]] bool is_telephone(std::size_t first, std::size_t end) const {
        constexpr int least_figures = 7;
        const std::size_t begin = words_[first].begin;
        char32_t start = characters_[begin].value;
        if (unicode::closing_bracket(start) != 0) start = characters_[begin + 1].value;
        if (start != '0' && start != '+' && start != 0x660 && start != 0x6F0) return false;
        int figures = 0;
        for (std::size_t i = begin; i < words_[end - 1].end; ++i) {
            const char32_t c = characters_[i].value;
            if (c == ':' || c == ',') return false;
            if (unicode::is_number(c)) ++figures;
        }
        return figures >= least_figures;
    }

    // A date, a telephone number, a temperature, a sum without spaces, but not a range of two numbers, unless
    // the language writes that from left to right too. With Arabic and Persian digits the sign of a
    // percentage stands at the left, as UAX 9 and CLDR have it.
    [[nodiscard]] bool keeps_order(std::size_t at) const {
        const BidiWord& word = words_[at];
        int parts = 0;
        bool sign = false;
        for (std::size_t i = word.begin; i < word.end; ++i) {
            const char32_t c = characters_[i].value;
            const bool inside = i > word.begin && i + 1 < word.end;
            if (inside && (is_dash(c) || c == '/')) ++parts;
            const bool leads = i == word.begin && (is_dash(c) || c == U'±' || unicode::is_currency(c));
            sign = sign || leads || c == '+' || c == '(' || is_unit_sign(c) || is_fraction(c);
        }
        if (sign) return !is_eastern(at) || characters_[word.begin].value == '+';
        return parts > 1 || (parts == 1 && (ranges_left_to_right_ || is_telephone(at, at + 1)));
    }

    static bool is_fraction(char32_t c) { return (0xBC <= c && c <= 0xBE) || (0x2150 <= c && c <= 0x215F); }

    const Characters& characters_;
    const std::vector<BidiWord>& words_;
    const document::NoBreakRules& units_;
    bool ranges_left_to_right_;
};

}  // namespace

bool is_arabic_stop(char32_t c) { return c == 0x60C || c == 0x61B || c == 0x61F || c == 0x6D4; }

bool is_quotation_mark(char32_t c) {
    return c == '"' || c == '\'' || c == 0xAB || c == 0xBB || (c >= 0x2018 && c <= 0x201F) || c == 0x2039 ||
           c == 0x203A;
}

std::vector<BidiCharacter> bidi_characters(std::string_view text, TextRange range,
                                           const std::vector<unicode::BidiIsolate>& known) {
    Characters characters;
    auto isolate = known.begin();
    for (std::uint32_t at = range.begin; at < range.end;) {
        if (isolate != known.end() && isolate->range.begin == at) {
            characters.push_back({object, isolate->range});
            at = isolate->range.end;
            ++isolate;
            continue;
        }
        const base::CodePoint point = base::code_point_at(text, at);
        const auto end = at + static_cast<std::uint32_t>(point.length);
        characters.push_back({point.value, {at, end}});
        at = end;
    }
    return characters;
}

std::vector<BidiWord> bidi_words(const Characters& characters) { return WordFinder(characters).words(); }

std::vector<Figure> figures_among(const Characters& characters, const std::vector<BidiWord>& words,
                                  const document::NoBreakRules& units, bool ranges_left_to_right) {
    return FigureFinder(characters, words, units, ranges_left_to_right).figures();
}

}  // namespace brochure::style
