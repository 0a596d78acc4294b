#include "units/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "unicode/figures.hpp"
#include "unicode/unicode.hpp"

namespace brochure::units {

namespace {

// What is read of a passage behind a number to find its unit: the longest spelling is shorter.
constexpr std::size_t most_unit_letters = 24;
constexpr int most_days = 31, first_year = 1900, last_year = 2100, half_day = 12;

// Digits of a telephone number at least (with its area code); longer figures in texts for patients are rare.
constexpr std::size_t least_telephone_digits = 8;
constexpr std::size_t group_size = 3;

bool is_narrow_space(char32_t c) { return c == U' ' || c == 0xA0 || c == 0x202F || c == 0x2009; }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’' || c == 0x2BC; }
bool is_dash(char32_t c) {
    return c == U'-' || c == U'~' || c == U'～' || c == 0x2212 || (c >= 0x2010 && c <= 0x2015);
}
bool is_percent_sign(char32_t c) { return c == U'%' || c == U'٪' || c == U'％'; }

// Those that are said without a number: "daily" is another word, "per month" is not.
bool is_unit_of_time(std::string_view name) {
    static constexpr std::array<std::string_view, 6> names{"minute", "hour", "day", "week", "month", "year"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::size_t letters_in(std::string_view utf8) {
    return static_cast<std::size_t>(
        std::count_if(utf8.begin(), utf8.end(), [](char byte) { return !base::continues_code_point(byte); }));
}

std::string trimmed_number(std::string whole, std::string decimals) {
    const std::size_t first = whole.find_first_not_of('0');
    whole = first == std::string::npos ? "0" : whole.substr(first);
    while (decimals.ends_with('0')) decimals.pop_back();
    return decimals.empty() ? whole : whole + "." + decimals;
}

}  // namespace

bool parts_words(std::string_view tag) {
    const std::string_view language = tag.substr(0, tag.find('-'));
    return language != "zh" && language != "ja" && language != "th";
}

std::string with_one_apostrophe(std::string_view words) {
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const auto [c, length] = base::code_point_at(words, at);
        out += is_apostrophe(c) ? std::string_view{"’"} : words.substr(at, length);
        at += length;
    }
    return out;
}

// Walks over one text.
class ValueScanner {
  public:
    ValueScanner(const ValueReader& reader, std::string_view text) : reader_(reader) {
        for (std::size_t at = 0; at < text.size();) {
            const auto [c, length] = base::code_point_at(text, at);
            offsets_.push_back(at);
            chars_.push_back(c);
            at += length;
        }
        offsets_.push_back(text.size());
        text_ = text;
    }

    std::vector<Value> take() {
        while (at_ < chars_.size()) {
            if (skip_mark()) continue;
            if (read_date()) continue;
            if (auto telephone = read_telephone()) {
                values_.push_back(*std::move(telephone));
            } else if (unicode::digit_value(chars_[at_]) || unicode::fraction_value(chars_[at_])) {
                read_number();
            } else if (reader_.parts_words_) {
                read_word();
            } else {
                read_characters();
            }
        }
        return std::move(values_);
    }

  private:
    [[nodiscard]] char32_t peek(std::size_t ahead = 0) const {
        return at_ + ahead < chars_.size() ? chars_[at_ + ahead] : 0;
    }
    [[nodiscard]] std::string_view slice(std::size_t begin, std::size_t end) const {
        return text_.substr(offsets_[begin], offsets_[end] - offsets_[begin]);
    }
    [[nodiscard]] bool is_digit_at(std::size_t i) const {
        return i < chars_.size() && unicode::digit_value(chars_[i]).has_value();
    }
    [[nodiscard]] std::size_t digits_from(std::size_t i) const {
        std::size_t count = 0;
        while (is_digit_at(i + count)) ++count;
        return count;
    }

    // "{1}", "{/1}", "{2/}": the figures in them are none of the text.
    bool skip_mark() {
        if (peek() != U'{') return false;
        if (peek(1) == U'{') {
            at_ += 2;
            return true;
        }
        while (at_ < chars_.size() && chars_[at_] != U'}') ++at_;
        ++at_;
        return true;
    }

    // "13.4.2023", "2023-04-13", "2023年4月13日".
    bool read_date() {
        struct Part {
            std::size_t begin = 0, length = 0;
            char32_t behind = 0;
        };
        std::array<Part, 3> parts;
        std::size_t i = at_;
        for (Part& part : parts) {
            part = {i, digits_from(i), 0};
            if (part.length == 0) return false;
            i += part.length;
            part.behind = i < chars_.size() ? chars_[i] : 0;
            if (&part != &parts.back()) ++i;
        }
        const auto between = [&](std::u32string_view marks) {
            return parts[0].behind == parts[1].behind &&
                   marks.find(parts[0].behind) != std::u32string_view::npos;
        };
        const bool in_characters =
            parts[0].behind == U'年' && parts[1].behind == U'月' && parts[2].behind == U'日';
        const bool year_first = parts[0].length == 4 && (in_characters || between(U"-/."));
        const bool year_last = parts[2].length == 4 && between(U"-/.");
        const auto short_enough = [](const Part& part) { return part.length <= 2; };
        if (!(year_first && short_enough(parts[1]) && short_enough(parts[2])) &&
            !(year_last && short_enough(parts[0]) && short_enough(parts[1])))
            return false;
        for (const std::size_t which : year_first ? std::array{2U, 1U, 0U} : std::array{0U, 1U, 2U}) {
            at_ = parts[which].begin;
            std::string digits;
            take_digits(digits);
            values_.push_back(
                {which == 1 ? Value::Kind::month : Value::Kind::number,
                 trimmed_number(digits, {}),
                 {},
                 std::string{slice(parts[which].begin, parts[which].begin + parts[which].length)},
                 false});
        }
        at_ = i + (in_characters ? 1 : 0);
        ended();
        return true;
    }

    // Groups of digits with single spaces, hyphens, brackets or slashes between them, eight digits or more in
    // all, that begin with 0, + or a bracket.
    std::optional<Value> read_telephone() {
        if (peek() != U'+' && peek() != U'(' && unicode::digit_value(peek()) != 0) return std::nullopt;
        std::size_t i = at_, end = at_;
        std::string digits;
        while (i < chars_.size()) {
            if (const auto digit = unicode::digit_value(chars_[i])) {
                digits += static_cast<char>('0' + *digit);
                end = ++i;
            } else if (chars_[i] == U'+' || chars_[i] == U'(' || chars_[i] == U')' || chars_[i] == U'-' ||
                       chars_[i] == 0x2011 || is_narrow_space(chars_[i])) {
                ++i;
            } else {
                break;
            }
        }
        if (digits.size() < least_telephone_digits) return std::nullopt;
        Value value{Value::Kind::telephone, digits, {}, std::string{slice(at_, end)}, false};
        at_ = end;
        ended();
        return value;
    }

    void read_number() {
        const std::size_t begin = at_;
        std::string whole, decimals;
        if (const auto alone = unicode::fraction_value(peek())) {
            ++at_;
            finish(begin, fmt::format("{:.4g}", *alone));
            return;
        }
        take_digits(whole);
        while (is_grouped(whole.size())) {
            ++at_;
            take_digits(whole);
        }
        if (is_decimal()) {
            ++at_;
            take_digits(decimals);
        } else if (const auto part = unicode::fraction_value(peek())) {
            decimals = fmt::format("{:.4g}", *part).substr(2);
            ++at_;
        }
        finish(begin, in_whole_days(begin, whole, trimmed_number(whole, decimals)));
    }
    void take_digits(std::string& into) {
        while (const auto digit = unicode::digit_value(peek())) {
            into += static_cast<char>('0' + *digit);
            ++at_;
        }
    }
    // Whether a mark between thousands stands here: three digits follow, and no fourth.
    [[nodiscard]] bool is_grouped(std::size_t before) const {
        const char32_t c = peek();
        const bool mark = reader_.marks_.grouping.find(c) != std::u32string::npos && c != 0;
        if (!mark && !is_narrow_space(c) && !is_apostrophe(c)) return false;
        const bool first = before <= group_size || before % group_size != 0;
        return (first ? before <= group_size : true) && digits_from(at_ + 1) == group_size;
    }
    // The language's own mark; another one where what follows can be no group of thousands; and between hours
    // and minutes.
    [[nodiscard]] bool is_decimal() const {
        const char32_t c = peek();
        if (!is_digit_at(at_ + 1)) return false;
        if (reader_.marks_.decimal.find(c) != std::u32string::npos && c != 0) return true;
        if (c == U':') return digits_from(at_ + 1) == 2;
        return (c == U'.' || c == U',') && digits_from(at_ + 1) != group_size;
    }

    void finish(std::size_t begin, std::string amount) {
        Value value{
            Value::Kind::number, std::move(amount), {}, std::string{slice(begin, at_)}, follows_dash(begin)};
        value.unit = take_unit(begin);
        values_.push_back(std::move(value));
    }
    // A value has been read up to here, with its unit.
    void ended() { value_end_ = at_; }

    // Whether a dash alone stands between the last value and this place.
    [[nodiscard]] bool follows_dash(std::size_t begin) const {
        if (values_.empty() || values_.back().kind != Value::Kind::number) return false;
        std::size_t dashes = 0;
        for (std::size_t i = value_end_; i < begin; ++i) {
            if (is_dash(chars_[i])) {
                ++dashes;
            } else if (!is_narrow_space(chars_[i])) {
                return false;
            }
        }
        return dashes == 1;
    }

    // "2.30 pm" is 14.30; the word may stand before the hour.
    [[nodiscard]] std::string in_whole_days(std::size_t begin, const std::string& whole,
                                            std::string amount) const {
        const auto& [morning, afternoon] = reader_.half_days_;
        if (whole.empty() || whole.size() > 2 || morning.empty() || afternoon.empty()) return amount;
        const int hour = std::stoi(whole);
        if (hour > half_day) return amount;
        const std::string_view before = text_.substr(0, offsets_[begin]);
        const std::string behind = name_behind();
        const bool known = reader_.units_.contains(behind);  // Arabic: م is a metre as well
        const bool late = before.ends_with(afternoon) || (behind == afternoon && !known);
        const bool early = before.ends_with(morning) || (behind == morning && !known);
        if (!late && !early) return amount;
        const int whole_hour = hour % half_day + (late ? half_day : 0);
        const std::size_t point = amount.find('.');
        return std::to_string(whole_hour) + (point == std::string::npos ? "" : amount.substr(point));
    }
    // The word that follows, in lower case and without the points of an abbreviation: "p.m." is "pm".
    [[nodiscard]] std::string name_behind() const {
        std::string name;
        std::size_t i = at_;
        while (i < chars_.size() && is_narrow_space(chars_[i])) ++i;
        for (; i < chars_.size() && (unicode::is_letter(chars_[i]) || chars_[i] == U'.'); ++i) {
            if (chars_[i] != U'.') name += slice(i, i + 1);
        }
        return lower(name);
    }

    // The unit that stands behind a number, with a space or without; it is left for the next step to read
    // over, which will not take it for a unit of its own. Percent may stand before.
    std::string take_unit(std::size_t begin) {
        ended();
        std::size_t i = at_;
        while (i < chars_.size() && (is_narrow_space(chars_[i]) || chars_[i] == U'-')) ++i;
        const auto [name, letters] = unit_at(i);
        if (letters > 0) {
            value_end_ = i + letters;
            return name;
        }
        return begin > 0 && is_percent_sign(chars_[begin - 1]) ? "percent" : "";
    }
    // The longest spelling of a unit that begins here: its name and how many letters it has.
    [[nodiscard]] std::pair<std::string, std::size_t> unit_at(std::size_t i) const {
        if (i >= chars_.size()) return {};
        const std::string rest = lower(slice(i, std::min(i + most_unit_letters, chars_.size())));
        std::string_view longest, name;
        for (const auto& [spelling, meaning] : reader_.units_) {
            if (spelling.size() <= longest.size() || !rest.starts_with(spelling)) continue;
            const bool whole_word = spelling.size() >= rest.size() || !reader_.parts_words_ ||
                                    !unicode::is_letter(base::code_point_at(rest, spelling.size()).value);
            if (!whole_word) continue;
            longest = spelling;
            name = meaning;
        }
        return {std::string{name}, letters_in(longest)};
    }
    [[nodiscard]] std::string lower(std::string_view words) const {
        return unicode::lower_case(words, reader_.locale_);
    }

    void read_word() {
        const std::size_t begin = at_;
        const auto is_inside = [&](char32_t c) {
            return unicode::is_letter(c) || unicode::is_mark(c) ||
                   (is_apostrophe(c) && at_ > begin && unicode::is_letter(peek(1)));
        };
        while (at_ < chars_.size() && is_inside(chars_[at_])) ++at_;
        if (at_ == begin) {
            ++at_;
            return;
        }
        const std::string word = lower(slice(begin, at_));
        if (is_month(begin, word)) {
            values_.push_back({Value::Kind::month,
                               std::to_string(reader_.months_.find(word)->second),
                               {},
                               std::string{slice(begin, at_)},
                               false});
            ended();
        } else if (const auto found = reader_.words_.find(with_one_apostrophe(word));
                   found != reader_.words_.end()) {
            Value value{
                Value::Kind::word, std::to_string(found->second), {}, std::string{slice(begin, at_)}, false};
            value.unit = take_unit(begin);
            values_.push_back(std::move(value));
        } else {
            note_bare_unit(begin, word);
        }
        // A figure that follows letters at once is part of a name (B12): still a value, and the same in both.
    }
    // A day stands before it, or a year behind: "may" is a verb as well.
    [[nodiscard]] bool is_month(std::size_t begin, std::string_view word) const {
        if (!reader_.months_.contains(word)) return false;
        const auto between = [&](std::size_t from, std::size_t to) {
            return std::all_of(chars_.begin() + static_cast<std::ptrdiff_t>(from),
                               chars_.begin() + static_cast<std::ptrdiff_t>(to),
                               [](char32_t c) { return is_narrow_space(c) || c == U'.'; });
        };
        if (!values_.empty() && values_.back().kind == Value::Kind::number && value_end_ <= begin &&
            between(value_end_, begin) && values_.back().amount.size() <= 2 &&
            std::stoi(values_.back().amount) <= most_days)
            return true;
        std::size_t i = at_;
        while (i < chars_.size() && (is_narrow_space(chars_[i]) || chars_[i] == U'.')) ++i;
        constexpr std::size_t year_digits = 4;
        if (digits_from(i) != year_digits) return false;
        int year = 0;
        for (std::size_t k = i; k < i + year_digits; ++k) year = year * 10 + *unicode::digit_value(chars_[k]);
        return year >= first_year && year <= last_year;
    }
    void note_bare_unit(std::size_t begin, const std::string& word) {
        if (begin < value_end_) return;  // of the value before it
        const auto found = reader_.units_.find(word);
        if (found == reader_.units_.end() || !is_unit_of_time(found->second) || at_ == begin + 1) return;
        values_.push_back({Value::Kind::bare_unit, {}, found->second, std::string{slice(begin, at_)}, false});
    }

    // Where no spaces part the words: the longest number or unit that begins here.
    void read_characters() {
        const std::size_t begin = at_;
        const std::string rest = lower(slice(at_, std::min(at_ + most_unit_letters, chars_.size())));
        std::string_view longest;
        int number = 0;
        for (const auto& [spelling, meaning] : reader_.words_) {
            if (spelling.size() <= longest.size() || !rest.starts_with(spelling)) continue;
            longest = spelling;
            number = meaning;
        }
        if (!longest.empty()) {
            at_ += letters_in(longest);
            Value value{Value::Kind::word, std::to_string(number), {}, std::string{longest}, false};
            value.unit = take_unit(begin);
            values_.push_back(std::move(value));
            return;
        }
        const auto [name, letters] =
            begin < value_end_ ? std::pair<std::string, std::size_t>{} : unit_at(at_);
        if (letters > 0 && is_unit_of_time(name))
            values_.push_back(
                {Value::Kind::bare_unit, {}, name, std::string{slice(at_, at_ + letters)}, false});
        at_ += std::max<std::size_t>(letters, 1);
    }

    const ValueReader& reader_;
    std::string_view text_;
    std::vector<char32_t> chars_;
    std::vector<std::size_t> offsets_;
    std::size_t at_ = 0;
    std::size_t value_end_ = 0;  // behind the last value and its unit
    std::vector<Value> values_;
};

ValueReader::ValueReader(const document::Language& language)
    : marks_(unicode::number_marks(language.locale)),
      months_(unicode::month_numbers(language.locale)),
      half_days_(unicode::half_days(language.locale)),
      locale_(language.locale),
      parts_words_(parts_words(language.tag)) {
    for (const auto& [word, number] : unicode::number_words(language.locale))
        words_.emplace(with_one_apostrophe(word), number);
    for (const auto& [number, words] : language.numbers) {
        for (const std::string& word : words)
            words_.insert_or_assign(with_one_apostrophe(unicode::lower_case(word, locale_)), number);
    }
    for (const auto& [name, spellings] : language.units) {
        for (const std::string& spelling : spellings)
            units_.emplace(unicode::lower_case(spelling, locale_), name);
    }
}

std::vector<Value> ValueReader::values_of(std::string_view words) const {
    return ValueScanner{*this, words}.take();
}

}  // namespace brochure::units
