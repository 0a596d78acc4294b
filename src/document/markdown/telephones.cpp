#include "document/markdown/telephones.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "base/ascii.hpp"

namespace brochure::document {

namespace {

// Digits; below, it is an emergency number or a quantity; above, no telephone number (ITU-T E.164).
constexpr std::size_t fewest_digits = 8, most_digits = 15;
// A number this short has no country or area to leave out.
constexpr std::size_t longest_short_number = 6;

// Without the 0 that falls away behind a country's code.
std::string_view subscriber(const std::string& digits) {
    const std::size_t first = digits.find_first_not_of('0');
    return first == std::string::npos ? std::string_view{} : std::string_view{digits}.substr(first);
}

// 01-02-2026, 1/2/2026: two short numbers and a year.
bool is_date(std::string_view text) {
    std::vector<std::size_t> groups{0};
    for (const char c : text) {
        if (base::is_ascii_digit(c)) {
            ++groups.back();
        } else {
            groups.push_back(0);
        }
    }
    return groups.size() == 3 && groups[0] <= 2 && groups[1] <= 2 && groups[2] == 4;
}

// 0.125: no telephone number has a point alone.
bool is_decimal(std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return !base::is_ascii_digit(c); }) == 1 &&
           text.find('.') != std::string_view::npos;
}

// Length of what separates two groups of a number at `at`; 0: the number ends.
std::size_t separator(std::string_view text, std::size_t at) {
    std::size_t length = 0;
    while (length < 3 && at + length < text.size()) {
        const std::string_view rest = text.substr(at + length);
        if (std::string_view{" -()./"}.find(rest.front()) != std::string_view::npos) {
            ++length;
        } else if (rest.starts_with("\u00A0") || rest.starts_with("\u2011") || rest.starts_with("\u2013")) {
            length += std::size_t{rest.starts_with("\u00A0") ? 2U : 3U};
        } else {
            break;
        }
    }
    return at + length < text.size() && base::is_ascii_digit(text[at + length]) ? length : 0;
}

}  // namespace

std::vector<TextRange> telephones_in(std::string_view text) {
    std::vector<TextRange> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool opens = text[at] == '0' || ((text[at] == '+' || text[at] == '(') && at + 1 < text.size() &&
                                               base::is_ascii_digit(text[at + 1]));
        const bool inside = at > 0 && (base::is_ascii_digit(text[at - 1]) ||
                                       std::string_view{".,-/"}.find(text[at - 1]) != std::string_view::npos);
        if (!opens || inside) continue;
        std::size_t end = at + 1;
        while (end < text.size()) {
            const std::size_t gap = base::is_ascii_digit(text[end]) ? 1 : separator(text, end);
            if (gap == 0) break;
            end += gap;
        }
        const std::string_view number = text.substr(at, end - at);
        const std::size_t digits = digits_of(number).size();
        if (digits >= fewest_digits && digits <= most_digits && !is_date(number) && !is_decimal(number)) {
            found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        }
        at = end - 1;
    }
    return found;
}

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), base::is_ascii_digit);
    return digits;
}

bool same_number(const std::string& a, const std::string& b) {
    if (a.empty() || b.empty()) return false;
    if (std::min(a.size(), b.size()) < longest_short_number) return a == b;
    const std::string_view one = subscriber(a), other = subscriber(b);
    return one.ends_with(other) || other.ends_with(one);
}

}  // namespace brochure::document
