#include "style/number_joints.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "unicode/figures.hpp"
#include "unicode/unicode.hpp"

namespace brochure::style {

namespace {

bool is_three_bytes(char c) { return (static_cast<unsigned char>(c) & 0xF0U) == 0xE0U; }

// Points, strokes, dashes and signs that stand between the figures of one quantity.
bool is_mark_within(char32_t c) {
    constexpr std::u32string_view marks = U".,:/·~∼−×±+";
    const char32_t narrow = unicode::narrow(c);
    return is_range_dash(narrow) || marks.find(narrow) != std::u32string_view::npos;
}

bool is_sign_behind(char32_t c) {
    const char32_t narrow = unicode::narrow(c);
    return narrow == '%' || c == 0x2030 || c == 0xB0 || c == 0x2103 || c == 0x2109 ||
           unicode::is_currency(narrow);
}

bool is_sign_before(char32_t c) {
    const char32_t narrow = unicode::narrow(c);
    return narrow == '#' || c == U'§' || unicode::is_sign_of_number(c);
}

class Joints {
  public:
    Joints(std::string_view text, const document::NoBreakRules& rules) : text_(text), rules_(rules) {}

    std::vector<std::uint32_t> find() {
        char32_t before = 0;
        bool within = false;  // a mark stands before, and a number before that
        for (std::size_t at = 0; at < text_.size();) {
            const base::CodePoint point = base::code_point_at(text_, at);
            const bool number = unicode::is_number(point.value);
            const bool number_before = unicode::is_number(before);
            if (number) {
                const bool led = is_sign_before(before) || within || unit_end_ == at || ends_with_tied(at);
                if ((number_before && unicode::is_wide(before)) || led) hold(at);
            } else if (number_before) {
                hold_behind_number(at, point);
            }
            within = point.value >= 0x80 && number_before && is_mark_within(point.value);
            before = point.value;
            at += point.length;
        }
        return std::move(found_);
    }

  private:
    void hold(std::size_t at) { found_.push_back(static_cast<std::uint32_t>(at)); }

    void hold_behind_number(std::size_t at, const base::CodePoint& point) {
        const std::size_t next = at + point.length;
        const bool goes_on = point.value >= 0x80 && is_mark_within(point.value) && next < text_.size() &&
                             unicode::is_number(base::code_point_at(text_, next).value);
        std::size_t end = goes_on || is_sign_behind(point.value) ? next : at;
        end = std::max(
            {end, end_of_full_width(at), at + joined_unit_length(text_.substr(at), rules_.after_number)});
        if (end > at) unit_end_ = end;
        for (std::size_t i = at; i < end; ++i) {
            if (!base::continues_code_point(text_[i])) hold(i);
        }
    }

    // The end of "ｍｇ／ｋｇ".
    [[nodiscard]] std::size_t end_of_full_width(std::size_t at) const {
        while (at < text_.size()) {
            const base::CodePoint point = base::code_point_at(text_, at);
            const char32_t narrow = unicode::narrow(point.value);
            if (narrow == point.value || !(unicode::is_letter(narrow) || narrow == '/')) break;
            at += point.length;
        }
        return at;
    }

    // "第" before "7".
    [[nodiscard]] bool ends_with_tied(std::size_t at) const {
        if (at < 3 || !is_three_bytes(text_[at - 3])) return false;
        const std::string_view before = text_.substr(0, at);
        return std::ranges::any_of(rules_.before_number,
                                   [&](const std::string& word) { return before.ends_with(word); });
    }

    std::string_view text_;
    const document::NoBreakRules& rules_;
    std::size_t unit_end_ = 0;  // behind the last unit: a figure that follows is one with it ("1小时30分钟")
    std::vector<std::uint32_t> found_;
};

}  // namespace

bool is_range_dash(char32_t c) { return c == '-' || (0x2010 <= c && c <= 0x2015) || c == 0x301C; }

std::size_t joined_unit_length(std::string_view text, const std::vector<std::string>& listed) {
    if (text.empty() || !is_three_bytes(text.front())) return 0;
    std::size_t longest = 0;
    for (const std::string& word : listed) {
        if (text.starts_with(word)) longest = std::max(longest, word.size());
    }
    return longest;
}

std::vector<std::uint32_t> number_joints(std::string_view text, const document::NoBreakRules& rules) {
    const bool plain = std::ranges::none_of(text, [](char c) { return is_three_bytes(c); });
    return plain ? std::vector<std::uint32_t>{} : Joints(text, rules).find();
}

}  // namespace brochure::style
