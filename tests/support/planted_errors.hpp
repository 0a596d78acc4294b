// PlantedErrors: a translation with one mistake of a kind that translators make.
// In: a translation's file and its language. Out: the same text with another number, unit, sign, range or
// telephone number, without a negation, a mark, a row or an item; and where it was put. The same seed gives
// the same mistakes.
#pragma once

#include <array>
#include <map>
#include <optional>
#include <random>
#include <regex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace brochure::test {

enum class Mistake { number, number_word, unit, decimal, range, telephone, negation, mark, row, item };
inline constexpr std::array mistakes{
    Mistake::number,    Mistake::number_word, Mistake::unit, Mistake::decimal, Mistake::range,
    Mistake::telephone, Mistake::negation,    Mistake::mark, Mistake::row,     Mistake::item};
inline constexpr std::array mistake_names{"number",    "number in words", "unit", "decimal mark", "range",
                                          "telephone", "negation",        "mark", "row",          "item"};

// What the generator knows of a language by itself, so that the program's own lists are put to the test.
struct Wording {
    std::vector<std::vector<std::string>> numbers;  // that stand for each other
    std::vector<std::vector<std::string>> units;
    std::vector<std::pair<std::string, std::string>> negations;  // a pattern, and what is left of it
};

inline const Wording& wording_of(const std::string& language) {
    static const std::string dose = "mg|g|ml|l|µg";
    static const std::map<std::string, Wording> all{
        {"en",
         {{{"two", "three", "four", "six"}},
          {{"mg", "ml", "µg"}, {"weeks", "days", "months", "hours"}, {"month", "week", "year"}},
          {{"(do|does|did|is|may|will|have|need) not ", "$1 "},
           {"[Nn]ever ", "often "},
           {"without ", "with "},
           {"cannot", "can"},
           {"[Nn]obody ", "Everybody "}}}},
        {"uk",
         {{{"чотири", "три", "шість"}, {"дві", "три", "чотири"}},
          {{"мг", "мл", "мкг"},
           {"тижні", "місяці", "роки"},
           {"днів", "годин", "тижнів"},
           {"місяць", "тиждень"}},
          {{"([^и] |[*])не ", "$1"}, {"Не ", ""}, {"(Ніколи|ніколи) не ", "часто "}, {"без ", "через "}}}},
        {"tr",
         {{{"dört", "üç", "iki", "altı"}},
          {{"mg", "ml", "µg"}, {"hafta", "ay", "gün", "saat"}},
          {{"(kle)(me)yin", "$1yin"},
           {"(yut)mayın", "$1ın"},
           {"Beklemeyin", "Bekleyin"},
           {" değildir", "dir"},
           {"asla ([^.]*)(çık|bırak)mayın", "hep $1$2ın"},
           {"yemeyin", "yiyin"},
           {"ramaz", "rar"},
           {"yemez", "yer"}}}},
        {"pl",
         {{{"cztery", "trzy"}, {"dwie", "trzy", "cztery"}},
          {{"mg", "ml", "µg"},
           {"tygodnie", "miesiące", "dni"},
           {"dni", "tygodni", "godzin"},
           {"miesiąc", "tydzień"}},
          {{"([ *])nie ", "$1"}, {"Nie ", ""}, {"[Nn]igdy ", "często "}, {"bez ", "przez "}}}},
        {"ar",
         {{{"أربعة", "ثلاثة", "ستة"}},
          {{"ملغ", "مل"}, {"أسابيع", "أشهر", "أيام", "ساعات"}, {"شهر", "أسبوع"}},
          {{"(^|[ *])لا ", "$1"}, {" ولا ", " و"}, {" لم ", " "}, {" ليس ", " "}, {"غير ", ""}}}},
        {"zh",
         {{{"四", "三", "六"}, {"两", "三"}},
          {{"毫克", "毫升", "微克"}, {"周", "天", "小时"}, {"每月", "每周"}},
          {{"不要", "要"}, {"不能", "能"}, {"不会", "会"}, {"没有", "有"}, {"绝不", ""}}}},
    };
    return all.at(language);
}

class ErrorPlanter {
  public:
    ErrorPlanter(const ErrorPlanter&) = delete;
    ErrorPlanter& operator=(const ErrorPlanter&) = delete;
    ErrorPlanter(std::string language, std::string text)
        : language_(std::move(language)), text_(std::move(text)) {}

    struct Planted {
        std::string text, was, is;
    };
    // Nothing where the text has no such place.
    std::optional<Planted> plant(Mistake mistake, unsigned seed) {
        random_.seed(seed);
        switch (mistake) {
            case Mistake::number:
                return number();
            case Mistake::number_word:
                return exchanged(wording_of(language_).numbers, "");
            case Mistake::unit:
                return exchanged(wording_of(language_).units, "[0-9] ?");
            case Mistake::decimal:
                return replaced("([0-9])([.,])([0-9]{1,2})(?![0-9.])", {"$1$3",
                                                                        "$1$3$2"
                                                                        "5"});
            case Mistake::range:
                return replaced("([0-9]+)–([0-9]+)", {"$2–$1", "$1–1$2", "1$1–$2"});
            case Mistake::telephone:
                return replaced("(012 345 6)(7) (8)", {"$1$3 $2", "$1$2 ", "$1$2$2 $3"});
            case Mistake::negation:
                return negation();
            case Mistake::mark:
                return replaced(
                    "\\*\\*([^*\n]+)\\*\\*| "
                    "?\\[@[^\\]]+\\]|\\[\\^[a-z]+\\](?!:)|\\[([^\\]\n]+)\\]\\(#[a-z-]+\\)",
                    {"$1$2"});
            case Mistake::row:
                return replaced("\n\\| [^\n]+(?=\n\\| [^-][^\n]*\n|\n\n)", {""}, "\n| --- ");
            case Mistake::item:
                return replaced("\n(> )?(  )?- [^\n]+(?=\n)", {""});
        }
        return std::nullopt;
    }

  private:
    // Prose: below the front matter.
    [[nodiscard]] std::size_t body() const { return text_.find("\n+++\n", 4) + 5; }
    std::size_t below(std::size_t bound) {
        return std::uniform_int_distribution<std::size_t>{0, bound - 1}(random_);
    }

    using Match = std::match_results<std::string::const_iterator>;
    // Looked for once: the text stays as it is.
    const std::vector<Match>& places(const std::string& pattern) {
        const auto [known, is_new] = places_.try_emplace(pattern);
        if (is_new) {
            const std::regex wanted{pattern};
            const auto begin = text_.cbegin() + static_cast<std::ptrdiff_t>(body());
            known->second.assign(std::sregex_iterator{begin, text_.cend(), wanted}, std::sregex_iterator{});
        }
        return known->second;
    }
    std::optional<Planted> put(const Match& at, const std::string& with) const {
        if (with == at.str()) return std::nullopt;
        return Planted{
            std::string{text_.cbegin(), at[0].first} + with + std::string{at[0].second, text_.cend()},
            at.str(), with};
    }
    std::optional<Planted> replaced(const std::string& pattern, const std::vector<std::string>& with,
                                    const std::string& behind = {}) {
        auto found = places(pattern);
        std::erase_if(found, [&](const Match& match) {
            const std::string rest{match[0].second, text_.cend()};
            return !behind.empty() && rest.starts_with(behind);  // a table's head
        });
        if (found.empty()) return std::nullopt;
        const Match& match = found[below(found.size())];
        return put(match, match.format(with[below(with.size())]));
    }
    // Another digit; not in a telephone number, which is a kind of its own, nor where a list counts.
    std::optional<Planted> number() {
        auto found = places("[0-9]+");
        std::erase_if(found, [&](const Match& match) {
            const std::size_t at = static_cast<std::size_t>(match[0].first - text_.cbegin());
            const std::size_t line = text_.rfind('\n', at);
            return text_.substr(line + 1, at - line - 1).find("012") != std::string::npos ||
                   text_.compare(at, 3, "012") == 0 || text_.compare(at + match.str().size(), 2, ". ") == 0 ||
                   at == line + 1;
        });
        if (found.empty()) return std::nullopt;
        const Match& match = found[below(found.size())];
        std::string digits = match.str();
        char& digit = digits[below(digits.size())];
        digit = digit == '9' ? '1' : static_cast<char>(digit + 1);
        return put(match, digits);
    }
    std::optional<Planted> exchanged(const std::vector<std::vector<std::string>>& groups,
                                     const std::string& before) {
        const std::string edge = language_ == "zh" ? "" : "(?=[ ,.;:])",
                          start = language_ == "zh" ? "" : "[ (]";
        std::vector<std::pair<Match, std::string>> all;
        for (const auto& group : groups) {
            for (const std::string& word : group) {
                for (const Match& match :
                     places("(" + (before.empty() ? start : before) + ")" + word + edge)) {
                    const std::string& other = group[below(group.size())];
                    if (other != word) all.emplace_back(match, other);
                }
            }
        }
        if (all.empty()) return std::nullopt;
        const auto& [match, other] = all[below(all.size())];
        return put(match, match.str(1) + other);
    }
    // In call-outs and in the section of doses: everywhere else a lost "not" is no matter of life.
    std::optional<Planted> negation() {
        std::vector<std::pair<Match, std::string>> all;
        for (const auto& [pattern, left] : wording_of(language_).negations) {
            for (const Match& match : places(pattern)) {
                const auto at = static_cast<std::size_t>(match[0].first - text_.cbegin());
                const bool in_call_out = text_.compare(text_.rfind('\n', at) + 1, 2, "> ") == 0;
                if (in_call_out || at > text_.find("{#proef}")) all.emplace_back(match, match.format(left));
            }
        }
        if (all.empty()) return std::nullopt;
        const auto& [match, left] = all[below(all.size())];
        return put(match, left);
    }

    std::string language_, text_;
    std::mt19937 random_;
    std::map<std::string, std::vector<Match>> places_;
};

}  // namespace brochure::test
