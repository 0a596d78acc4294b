#include "style/no_break.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "style/month_phrases.hpp"
#include "style/number_joints.hpp"
#include "style/units.hpp"
#include "unicode/figures.hpp"
#include "unicode/unicode.hpp"

namespace brochure::style {

namespace {

using namespace std::string_view_literals;

char32_t first_of(std::string_view word) { return word.empty() ? 0 : base::code_point_at(word, 0).value; }

std::size_t start_of_last(std::string_view word) { return base::code_point_start(word, word.size() - 1); }

char32_t last_of(std::string_view word) {
    return word.empty() ? 0 : base::code_point_at(word, start_of_last(word)).value;
}

bool is_gap(char32_t c) {
    return c == ' ' || c == '\t' || c == 0x205F || c == 0x3000 || (0x2000 <= c && c <= 0x200A && c != 0x2007);
}

bool is_opening(char32_t c) {
    constexpr std::u32string_view marks = U"([{‘“”„«»‹›\"";
    return marks.find(c) != std::u32string_view::npos;
}
// What may close about a number without ending what is said of it.
bool is_closing(char32_t c) {
    constexpr std::u32string_view marks = U")]}“”«»‹›\"";
    return marks.find(c) != std::u32string_view::npos;
}
bool is_point(char32_t c) {
    constexpr std::u32string_view marks = U",;:!?،؛؟፣፤፦።";
    return marks.find(c) != std::u32string_view::npos;
}

// A superscript belongs to the unit: "m²".
bool is_figure(char32_t c) {
    const bool raised = c == 0xB2 || c == 0xB3 || c == 0xB9 || (0x2070 <= c && c <= 0x209F);
    return !raised && unicode::is_number(c);
}

// Stands between two numbers and makes them one quantity: "2 × 500", "10 – 14", "120 / 80".
bool joins_numbers(std::string_view word) {
    constexpr std::array words{"×"sv, "x"sv, "X"sv, "*"sv, "·"sv, "±"sv,
                               "+"sv, "−"sv, "÷"sv, "/"sv, "~"sv, "∼"sv};
    if (std::find(words.begin(), words.end(), word) != words.end()) return true;
    return is_range_dash(first_of(word)) && start_of_last(word) == 0;
}

bool is_sign(char32_t c) { return c == U'§' || c == U'#' || (c != '|' && unicode::is_sign_of_number(c)); }

template <class Strips>
std::string_view without_leading(std::string_view word, Strips strips) {
    while (!word.empty()) {
        const base::CodePoint point = base::code_point_at(word, 0);
        if (!strips(point.value)) break;
        word.remove_prefix(point.length);
    }
    return word;
}
template <class Strips>
std::string_view without_trailing(std::string_view word, Strips strips) {
    while (!word.empty() && strips(last_of(word))) word = word.substr(0, start_of_last(word));
    return word;
}

bool among(const std::vector<std::string>& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

// "tabel 3" also where the word begins a sentence.
bool among_with_capital(const std::vector<std::string>& words, std::string_view word) {
    if (among(words, word)) return true;
    const std::string small = unicode::lower_case(word, "");
    return small != word && small.substr(1) == word.substr(std::min<std::size_t>(1, word.size())) &&
           among(words, small);
}

std::string_view stem_of(std::string_view word) {
    return without_trailing(word, [](char32_t c) { return is_point(c) || c == '.'; });
}

// Stage II, phase IV.
bool is_roman(std::string_view word) {
    constexpr std::size_t longest = 5;
    return !word.empty() && word.size() <= longest && word.find_first_not_of("IVX") == std::string_view::npos;
}

// A word without the marks about it; those behind a number that end a clause stay: "in 2026, 12 mensen".
struct Word {
    std::string_view text;
    std::string_view core;  // without brackets and quotation marks
    bool number = false;    // begins with a number, perhaps behind signs
    bool quantity = false;  // ends with one, and is nothing else
};

bool starts_with_number(std::string_view word) {
    const auto may_lead = [](char32_t c) { return is_sign(c) || is_range_dash(c) || is_opening(c); };
    return is_figure(first_of(without_leading(word, may_lead)));
}

// What stands behind the last character of a script without spaces: "5" of "毫克，5".
std::string_view behind_wide(std::string_view word) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at < word.size();) {
        const base::CodePoint point = base::code_point_at(word, at);
        at += point.length;
        const char32_t narrow = unicode::narrow(point.value);
        const bool parts =
            narrow == point.value || is_point(narrow) || is_opening(narrow) || is_closing(narrow);
        if (unicode::is_wide(point.value) && parts) begin = at;
    }
    return word.substr(begin);
}

Word word_of(std::string_view text) {
    Word word{text, text};
    word.core = without_trailing(without_leading(text, is_opening), is_closing);
    word.number = starts_with_number(word.core);
    word.quantity = is_figure(last_of(word.core)) && starts_with_number(behind_wide(word.core));
    return word;
}

std::size_t length_before_wide(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        if (unicode::is_wide(point.value)) return at;
        at += point.length;
    }
    return text.size();
}

// How many bytes of a word, without the brackets before it, are a unit; 0 if none are.
std::size_t unit_length(std::string_view word, const std::vector<std::string>& listed) {
    if (word.empty()) return 0;
    if (const std::size_t length = joined_unit_length(word, listed)) return length;
    std::string_view unit = word.substr(0, length_before_wide(word));
    unit = without_trailing(unit, [](char32_t c) { return is_closing(c) || is_point(c); });
    const auto is_unit = [&](std::string_view name) { return is_unit_symbol(name) || among(listed, name); };
    if (is_unit(unit)) return unit.size();
    if (unit.ends_with('.') && is_unit(unit.substr(0, unit.size() - 1))) return unit.size() - 1;
    const std::size_t stroke = unit.find('/');
    return stroke != std::string_view::npos && among(listed, unit.substr(0, stroke)) ? unit.size() : 0;
}

class Finder {
  public:
    Finder(std::string_view text, const document::Language& language)
        : text_(text), rules_(language.no_break), language_(language), quotes_(pairs_of(language)) {}

    std::vector<std::uint32_t> places() {
        split();
        for (std::size_t i = 0; i < words_.size(); ++i) {
            if (words_[i].number) hold_within(words_[i]);
            if (i + 1 < words_.size() && holds_together(i)) hold_gap(i);
        }
        const std::vector<std::uint32_t> joints = number_joints(text_, rules_);
        found_.insert(found_.end(), joints.begin(), joints.end());
        std::ranges::sort(found_);
        const auto again = std::ranges::unique(found_);
        found_.erase(again.begin(), again.end());
        return std::move(found_);
    }

  private:
    void split() {
        std::size_t begin = 0;
        for (std::size_t at = 0; at < text_.size();) {
            const auto byte = static_cast<unsigned char>(text_[at]);
            constexpr unsigned char least_space = 0xE1;  // the first byte of U+2000 and U+3000, or a blank
            const bool may_be_gap = byte == ' ' || byte == '\t' || byte > least_space;
            const base::CodePoint point =
                may_be_gap ? base::code_point_at(text_, at) : base::CodePoint{U'x', 1};
            if (is_gap(point.value)) {
                add_word(begin, at);
                begin = at + point.length;
            }
            at += point.length;
        }
        add_word(begin, text_.size());
    }

    void add_word(std::size_t begin, std::size_t end) {
        if (begin < end) words_.push_back(word_of(text_.substr(begin, end - begin)));
    }

    [[nodiscard]] std::uint32_t offset_of(std::string_view part) const {
        return static_cast<std::uint32_t>(part.data() - text_.data());
    }

    void hold_gap(std::size_t word) {
        found_.push_back(offset_of(words_[word].text) + static_cast<std::uint32_t>(words_[word].text.size()));
    }

    // No line ends in a unit: neither behind its stroke nor at a hyphen.
    void hold_inside(std::string_view part) {
        const std::uint32_t begin = offset_of(part);
        for (std::size_t i = 1; i < part.size(); ++i) {
            if (!base::continues_code_point(part[i])) found_.push_back(begin + static_cast<std::uint32_t>(i));
        }
    }

    // "5mg/kg", "10-mg-tablet".
    void hold_within(const Word& word) {
        if (word.quantity) return;
        const std::string_view core = word.core;
        std::string_view unit = core.substr(end_of_figures(core));
        const bool hyphen = unit.starts_with('-') || unit.starts_with("\u2010") || unit.starts_with("\u2011");
        if (hyphen) unit.remove_prefix(unit.front() == '-' ? 1 : 3);
        const std::string_view first = unit.substr(0, unit.find('-'));
        const std::size_t length = unit_length(first, rules_.after_number);
        if (length == 0) return;
        hold_inside(unit.substr(0, length));
        found_.push_back(offset_of(unit));
    }

    static std::size_t end_of_figures(std::string_view word) {
        std::size_t end = 0;
        for (std::size_t at = 0; at < word.size();) {
            const base::CodePoint point = base::code_point_at(word, at);
            at += point.length;
            if (is_figure(point.value)) end = at;
        }
        return end;
    }

    bool holds_together(std::size_t left) {
        const Word& a = words_[left];
        const Word& b = words_[left + 1];
        if (holds_quotation(a, b)) return true;
        const std::string_view name = without_trailing(a.core, is_point);
        if (among(rules_.titles, name)) return true;
        if ((b.number || is_roman(stem_of(b.core))) && tied_to_number(name)) return true;
        if (a.number || a.quantity || b.number) return holds_number(left);
        return holds_month_words(left);
    }

    [[nodiscard]] bool tied_to_number(std::string_view name) const {
        return !name.empty() && among_with_capital(rules_.before_number, name);
    }

    bool holds_number(std::size_t left) {
        const Word& a = words_[left];
        const Word& b = words_[left + 1];
        const std::string_view before = without_leading(behind_wide(a.core), is_opening);
        const bool sign = !before.empty() && without_leading(before, is_sign).empty();
        if (b.number && sign) return true;
        if (b.number && left > 0 && words_[left - 1].quantity && joins_numbers(a.core)) return true;
        // Groups of a telephone number or of a long figure.
        if (a.quantity && b.number && !opens_aside(b)) return true;
        if (a.quantity && is_times(first_word_of(b.text))) return true;
        if (a.quantity && left + 2 < words_.size() && words_[left + 2].number && joins_numbers(b.core))
            return true;
        if (a.quantity && holds_unit(b)) return true;
        return holds_month(left);
    }

    // Without the points behind it, and the words that follow without a space.
    static std::string_view first_word_of(std::string_view word) {
        const auto behind = [](char32_t c) { return is_closing(c) || is_point(c) || c == '.'; };
        return without_trailing(word.substr(0, length_before_wide(word)), behind);
    }

    static bool is_times(std::string_view word) { return word == "×" || word == "x" || word == "X"; }
    // "fase 3 (12 weken)", but not "+31 (0)20".
    static bool opens_aside(const Word& word) {
        return is_opening(first_of(word.text)) && word.text.find(')') == std::string_view::npos;
    }

    // The unit behind a number, which holds together itself.
    bool holds_unit(const Word& word) {
        const std::size_t length = unit_length(word.text, rules_.after_number);
        hold_inside(word.text.substr(0, length));
        const std::string_view sign = first_word_of(word.text);
        return length > 0 || (!sign.empty() && without_leading(sign, unicode::is_currency).empty());
    }

    // "« ainsi »" with the spaces that its author typed.
    [[nodiscard]] bool holds_quotation(const Word& a, const Word& b) const {
        const bool opens = without_leading(a.text, is_opening).empty();
        const bool closes = without_leading(b.text, [](char32_t c) {
                                return is_closing(c) || is_point(c) || c == '.';
                            }).empty();
        return (opens || closes) && std::ranges::any_of(quotes_, [&](const auto& pair) {
                   return (opens && last_of(a.text) == pair.first) ||
                          (closes && first_of(b.text) == pair.second);
               });
    }

    // The language's own pairs whose two marks differ; guillemets also where it has others.
    static std::vector<std::pair<char32_t, char32_t>> pairs_of(const document::Language& language) {
        std::vector<std::pair<char32_t, char32_t>> pairs;
        std::u32string used;
        for (const std::string& quote : language.quotes)
            used += first_of(without_leading(quote, unicode::is_white_space));
        for (std::size_t i = 0; i + 1 < used.size(); i += 2) {
            if (used[i] != used[i + 1]) pairs.emplace_back(used[i], used[i + 1]);
        }
        if (used.find(U'«') == std::u32string::npos) pairs.emplace_back(U'«', U'»');
        return pairs;
    }

    // A month with its day or its year: "12 november", "November 2026", "12 de noviembre de 2026".
    bool holds_month(std::size_t left) {
        const std::size_t behind_day = words_[left].number ? months().length_from(bare_words(), left + 1) : 0;
        for (std::size_t i = 1; i <= behind_day; ++i) hold_inside(bare_words()[left + i]);
        return behind_day > 0 || (words_[left + 1].number && months().end_at(bare_words(), left));
    }

    // Within "de noviembre de" behind a day.
    bool holds_month_words(std::size_t left) {
        for (std::size_t first = left; first > 0 && left - first < MonthPhrases::longest; --first) {
            if (words_[first - 1].number) return months().length_from(bare_words(), first) > left + 1 - first;
        }
        return false;
    }

    const MonthPhrases& months() const { return MonthPhrases::of(language_.locale); }

    const std::vector<std::string_view>& bare_words() {
        if (bare_.empty()) {
            for (const Word& word : words_) bare_.push_back(without_trailing(word.core, is_point));
        }
        return bare_;
    }

    std::string_view text_;
    const document::NoBreakRules& rules_;
    const document::Language& language_;
    std::vector<std::pair<char32_t, char32_t>> quotes_;
    std::vector<Word> words_;
    std::vector<std::string_view> bare_;  // the words without points
    std::vector<std::uint32_t> found_;
};

}  // namespace

std::vector<std::uint32_t> no_break_places(std::string_view text, const document::Language& language) {
    return Finder(text, language).places();
}

}  // namespace brochure::style
