// Values: what a text says in figures, whatever its language writes them with.
// In: a unit's words and its language. Out: numbers, dates and telephone numbers, comparable with those of
// another language: 2,5 = 2.5 = ٢٫٥; 2 000 = 2.000 = 2,000; four = vier = 4; ½ = 0.5; 9.30 = 9:30;
// 2 pm = 14; 13 april 2023 = 13.4.2023.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "document/model/language.hpp"
#include "unicode/numbers.hpp"

namespace brochure::units {

struct Value {
    enum class Kind {
        number,
        word,  // a number in words
        telephone,
        month,      // of a date: its amount is the month's number
        bare_unit,  // of time, without a number before it: "per month"
    };
    Kind kind = Kind::number;
    std::string amount;  // digits, "." before decimals, no grouping: "2000", "0.5"
    std::string unit;    // the name in [units] of the language file: "mg", "week"; empty: none, or not known
    std::string shown;   // as it is written
    bool ends_range = false;  // only a dash stands between it and the value before it
};

// How a language writes values; made once for many texts.
class ValueReader {
  public:
    explicit ValueReader(const document::Language& language);
    [[nodiscard]] std::vector<Value> values_of(std::string_view words) const;

  private:
    friend class ValueScanner;
    unicode::NumberMarks marks_;
    unicode::NamesOfNumbers words_, months_;
    std::map<std::string, std::string, std::less<>> units_;  // spelling to name
    unicode::HalfDays half_days_;
    std::string locale_;
    bool parts_words_ = true;  // with spaces; else a word is found inside others
};

// Whether spaces part the words of a language; else a word is found inside others.
bool parts_words(std::string_view tag);

// The same words with one apostrophe, ’, which is typed in several ways.
std::string with_one_apostrophe(std::string_view words);

// One value that has no counterpart in the other text; both, where a counterpart of another amount or unit
// stands in its place.
struct ValueDifference {
    std::string master, translation;  // as written, with units; one may be empty
    bool certain = false;             // both are written in figures
};

// In the order of the master text. A number in words counts where the other text has one in its place as
// well: languages inflect them, and "twice" holds no two. So does a unit without a number: "daily" names no
// day. A range that falls where the master's rises has its ends exchanged.
std::vector<ValueDifference> differences(const std::vector<Value>& master,
                                         const std::vector<Value>& translation);

}  // namespace brochure::units
