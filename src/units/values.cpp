#include "units/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "base/utf8.hpp"
#include "unicode/unicode.hpp"

namespace brochure::units {

namespace {

// Digits of a telephone number at least (with its area code); longer figures in texts for patients are rare.
constexpr std::size_t least_telephone_digits = 8;
constexpr std::size_t group_size = 3;

bool is_narrow_space(char32_t c) { return c == U' ' || c == 0xA0 || c == 0x202F || c == 0x2009; }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'’'; }

std::string trimmed_number(std::string whole, std::string decimals) {
    const std::size_t first = whole.find_first_not_of('0');
    whole = first == std::string::npos ? "0" : whole.substr(first);
    while (decimals.ends_with('0')) decimals.pop_back();
    return decimals.empty() ? whole : whole + "." + decimals;
}

}  // namespace

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
                values_.push_back(read_number());
            } else {
                read_word();
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

    // "13.4.2023", "2023-04-13", "2023年4月13日": day and year, for other languages name the month in words.
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
        for (const std::size_t which : year_first ? std::array{2U, 0U} : std::array{0U, 2U}) {
            at_ = parts[which].begin;
            std::string digits;
            take_digits(digits);
            values_.push_back(
                {Value::Kind::number,
                 trimmed_number(digits, {}),
                 {},
                 std::string{slice(parts[which].begin, parts[which].begin + parts[which].length)}});
        }
        at_ = i;
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
        Value value{Value::Kind::telephone, digits, {}, std::string{slice(at_, end)}};
        at_ = end;
        return value;
    }

    Value read_number() {
        const std::size_t begin = at_;
        std::string whole, decimals;
        if (const auto alone = unicode::fraction_value(peek())) {
            ++at_;
            return finished(begin, fmt::format("{:.4g}", *alone));
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
        return finished(begin, trimmed_number(whole, decimals));
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

    Value finished(std::size_t begin, std::string amount) {
        return {Value::Kind::number, std::move(amount), unit_here(), std::string{slice(begin, at_)}};
    }

    // The unit that stands behind a number, with a space or without; it is left for the next step to read
    // over.
    [[nodiscard]] std::string unit_here() const {
        std::size_t i = at_;
        while (i < chars_.size() && (is_narrow_space(chars_[i]) || chars_[i] == U'-')) ++i;
        std::string longest;
        std::size_t longest_size = 0;
        for (const auto& [spelling, name] : reader_.units_) {
            const std::string_view rest = text_.substr(offsets_[i]);
            if (spelling.size() <= longest_size ||
                !lower(rest.substr(0, spelling.size())).starts_with(spelling))
                continue;
            const std::size_t behind = offsets_[i] + spelling.size();
            const bool whole_word = behind >= text_.size() ||
                                    !unicode::is_letter(base::code_point_at(text_, behind).value) ||
                                    !parts_words();
            if (!whole_word) continue;
            longest = name;
            longest_size = spelling.size();
        }
        return longest;
    }
    [[nodiscard]] bool parts_words() const {
        return reader_.tag_ != "zh" && reader_.tag_ != "ja" && reader_.tag_ != "th";
    }
    [[nodiscard]] std::string lower(std::string_view words) const {
        return unicode::lower_case(words, reader_.locale_);
    }

    void read_word() {
        const std::size_t begin = at_;
        while (at_ < chars_.size() && unicode::is_letter(chars_[at_])) ++at_;
        if (at_ == begin) {
            ++at_;
            return;
        }
        const std::string word = lower(slice(begin, at_));
        if (const auto found = reader_.words_.find(word); found != reader_.words_.end())
            values_.push_back({Value::Kind::word, std::to_string(found->second), unit_here(),
                               std::string{slice(begin, at_)}});
        // A figure that follows letters at once is part of a name (B12): still a value, and the same in both.
    }

    const ValueReader& reader_;
    std::string_view text_;
    std::vector<char32_t> chars_;
    std::vector<std::size_t> offsets_;
    std::size_t at_ = 0;
    std::vector<Value> values_;
};

ValueReader::ValueReader(const document::Language& language)
    : marks_(unicode::number_marks(language.locale)),
      words_(unicode::number_words(language.locale)),
      locale_(language.locale),
      tag_(language.tag) {
    for (const auto& [name, spellings] : language.units) {
        for (const std::string& spelling : spellings)
            units_.emplace(unicode::lower_case(spelling, locale_), name);
    }
}

std::vector<Value> ValueReader::values_of(std::string_view words) const {
    return ValueScanner{*this, words}.take();
}

namespace {

std::string shown(const Value& value) {
    return value.unit.empty() ? value.shown : fmt::format("{} {}", value.shown, value.unit);
}

bool is_word(const Value& value) { return value.kind == Value::Kind::word; }

// Strikes out of both what says the same; `fit` says how alike two must be.
template <class Fit>
void strike(std::vector<const Value*>& mine, std::vector<const Value*>& others, Fit fit) {
    std::erase_if(mine, [&](const Value* value) {
        const auto found = std::find_if(others.begin(), others.end(),
                                        [&](const Value* other) { return fit(*value, *other); });
        if (found == others.end()) return false;
        others.erase(found);
        return true;
    });
}

}  // namespace

std::vector<ValueDifference> differences(const std::vector<Value>& master,
                                         const std::vector<Value>& translation) {
    std::vector<const Value*> mine, others;
    for (const Value& value : master) mine.push_back(&value);
    for (const Value& value : translation) others.push_back(&value);
    const auto same = [](const Value& a, const Value& b) { return a.amount == b.amount && a.unit == b.unit; };
    const auto no_other_unit = [](const Value& a, const Value& b) {
        return a.amount == b.amount && (a.unit.empty() || b.unit.empty());
    };
    strike(mine, others,
           [&](const Value& a, const Value& b) { return is_word(a) == is_word(b) && same(a, b); });
    strike(mine, others, same);
    strike(mine, others, no_other_unit);

    // A figure without counterpart is a fault; a word only where the other text has an unmatched one as well.
    std::vector<ValueDifference> out;
    const auto counterpart = [&](bool words) -> const Value* {
        const auto found = std::find_if(others.begin(), others.end(),
                                        [&](const Value* other) { return is_word(*other) == words; });
        if (found == others.end()) return nullptr;
        const Value* const value = *found;
        others.erase(found);
        return value;
    };
    for (const Value* value : mine) {
        const Value* other = counterpart(is_word(*value));
        if (other == nullptr) other = counterpart(!is_word(*value));
        if (other == nullptr && is_word(*value)) continue;
        out.push_back({shown(*value), other != nullptr ? shown(*other) : std::string{},
                       other != nullptr && !is_word(*value) && !is_word(*other)});
    }
    for (const Value* other : others) {
        // A name that a translation gives twice, "锶-89 (strontium-89)", says nothing new.
        const bool said_again = std::any_of(
            master.begin(), master.end(), [&](const Value& value) { return value.amount == other->amount; });
        if (!is_word(*other) && !said_again) out.push_back({{}, shown(*other), false});
    }
    return out;
}

}  // namespace brochure::units
