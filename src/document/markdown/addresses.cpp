#include "document/markdown/addresses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <vector>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace brochure::document {

namespace {

// The zeros of Unicode's decimal digits (General_Category Nd) in the Basic Multilingual Plane; nine more
// follow each.
constexpr std::array<char32_t, 37> zeros{
    0x0030, 0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66,
    0x0DE6, 0x0E50, 0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50,
    0x1BB0, 0x1C40, 0x1C50, 0xA620, 0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10};

// What parts a number's groups, brackets and plus signs, as ASCII; '\0' for any other character.
char plain(char32_t c) {
    for (const char32_t zero : zeros) {
        if (c >= zero && c <= zero + 9) return static_cast<char>('0' + (c - zero));
    }
    switch (c) {
        case U' ':
        case 0x00A0:
        case 0x2002:
        case 0x2007:
        case 0x2009:
        case 0x202F:
        case 0x3000:
            return ' ';
        case U'-':
        case 0x2010:
        case 0x2011:
        case 0x2012:
        case 0x2013:
        case 0xFF0D:
            return '-';
        case U'.':
        case 0x00B7:
            return '.';
        case U'(':
        case 0xFF08:
            return '(';
        case U')':
        case 0xFF09:
            return ')';
        case U'+':
        case 0xFF0B:
            return '+';
        default:
            return '\0';
    }
}

// Marks that only say which way a line runs.
bool is_direction_mark(char32_t c) {
    return c == 0x200E || c == 0x200F || c == 0x061C || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

AddressFault not_one(std::string_view written, std::string_view why, std::string_view remedy) {
    return {fmt::format("'{}' is not one telephone number that can be dialled: {}", written, why),
            std::string{remedy}};
}

constexpr std::string_view write_plainly =
    "write one number in digits, such as 012 345 67 89 or +31 12 345 67 89; tell the rest in words beside it";

// The number's characters as ASCII, or what does not belong in it.
std::variant<std::string, AddressFault> in_ascii(std::string_view written) {
    std::string text;
    for (std::size_t at = 0; at < written.size();) {
        const auto [value, length] = base::code_point_at(written, at);
        const std::string_view character = written.substr(at, length);
        at += length;
        if (is_direction_mark(value)) continue;
        const char c = plain(value);
        if (c != '\0') {
            text.push_back(c);
        } else if (value == U'/' || value == U';' || value == U',' || value == U'|' || value == U'&') {
            return not_one(
                written, fmt::format("'{}' parts two numbers", character),
                "write one number here, and any other in the text; where the mark parts the area's "
                "code, write a space");
        } else if (value == U'*' || value == U'#') {
            return not_one(written, fmt::format("'{}' is a code that a telephone obeys", character),
                           write_plainly);
        } else {
            return not_one(written, fmt::format("it holds '{}'", character), write_plainly);
        }
    }
    return text;
}

struct Group {
    std::string digits;
    bool bracketed = false;
    char before = '\0';  // ' ', '-' or '.'; 's' for a dash between spaces; '\0' if it touches the last
};

// Splits into groups of digits; nothing if brackets and signs stand where no number has them.
std::optional<std::vector<Group>> groups_of(std::string_view text) {
    std::vector<Group> groups;
    char before = '\0';
    bool open = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '(') {
            if (open) return std::nullopt;
            open = true;
            groups.push_back({"", true, before});
            before = '\0';
        } else if (c == ')') {
            if (!open || groups.back().digits.empty()) return std::nullopt;
            open = false;
            before = '\0';
        } else if (base::is_ascii_digit(c)) {
            const bool goes_on = !groups.empty() && before == '\0' && (open || !groups.back().bracketed);
            if (!goes_on) groups.push_back({"", false, before});
            groups.back().digits.push_back(c);
            before = '\0';
        } else {
            if (open) {  // (0 31 31): spaces within brackets
                if (c != ' ') return std::nullopt;
                continue;
            }
            const bool dash = c == '-' || c == '.';
            if (dash && (before == '-' || before == '.' || before == 's')) return std::nullopt;
            if (dash) {
                const bool space_behind = at + 1 < text.size() && text[at + 1] == ' ';
                before = before == ' ' && space_behind ? 's' : c;
            } else if (before == '\0') {
                before = ' ';
            }
        }
    }
    const bool ends_well = before == '\0' || before == ' ';
    return open || groups.empty() || !ends_well ? std::nullopt : std::optional{std::move(groups)};
}

// "345 67 80-81", "345 67 80 - 81": the last figures of a second number.
bool is_range(const std::vector<Group>& groups) {
    constexpr std::size_t whole_number = 6;  // digits, without an area's code
    std::size_t digits = 0;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].before == 's' && digits >= whole_number) return true;
        digits += groups[i].digits.size();
    }
    if (groups.size() < 3) return false;
    const auto dashes =
        std::count_if(groups.begin(), groups.end(), [](const Group& g) { return g.before == '-'; });
    const Group &last = groups.back(), &previous = groups[groups.size() - 2];
    return dashes == 1 && last.before == '-' && last.digits.size() == previous.digits.size() &&
           last.digits > previous.digits && digits - last.digits.size() >= whole_number;
}

// A plus sign, and the digits behind it in one piece; the 0 that falls away behind a country's code is gone.
struct Number {
    bool international = false;
    std::string digits;
};

// The codes of countries where a number within the country begins with a 0 that is not dialled from abroad,
// as far as patients here ring them. Italy keeps its 0.
constexpr std::array<std::string_view, 34> drop_the_zero{
    "31", "32",  "33",  "41",  "43",  "44",  "46",  "49",  "20",  "27", "40", "61",
    "62", "63",  "64",  "66",  "81",  "82",  "84",  "86",  "90",  "91", "92", "94",
    "98", "212", "213", "353", "358", "380", "381", "385", "961", "963"};

bool keeps_a_zero_too_many(const Number& number) {
    if (!number.international) return false;
    return std::any_of(drop_the_zero.begin(), drop_the_zero.end(), [&](std::string_view code) {
        return number.digits.starts_with(code) && number.digits.substr(code.size(), 1) == "0";
    });
}

std::variant<Number, AddressFault> number_of(std::string_view written, std::string text) {
    while (text.starts_with(' ')) text.erase(0, 1);
    Number number;
    // "(+31) 12 …" is "+31 12 …".
    const bool bracketed_plus = text.starts_with("(+");
    if (text.starts_with('+') || bracketed_plus) {
        number.international = true;
        text.erase(bracketed_plus ? 1 : 0, 1);
    }
    const auto groups = text.find('+') == std::string::npos ? groups_of(text) : std::nullopt;
    if (!groups) {
        return not_one(written, "its brackets, plus signs or dashes stand as in no number", write_plainly);
    }
    if (is_range(*groups)) {
        return not_one(written, "it reads as two numbers, or as a range",
                       "write the one number that patients shall ring");
    }
    const bool code_first = number.international || groups->front().digits.starts_with("00");
    for (std::size_t i = 0; i < groups->size(); ++i) {
        const Group& group = (*groups)[i];
        if (group.bracketed && group.digits == "0" && i == 1 && code_first) continue;
        // An area's code may stand in brackets, and a country's; figures further on are something else.
        const std::size_t last_code = code_first ? 1 : 0;
        if (group.bracketed && (i > last_code || i + 1 == groups->size())) {
            return not_one(written, fmt::format("'({})' stands where no area's code does", group.digits),
                           write_plainly);
        }
        number.digits += group.digits;
    }
    return number;
}

}  // namespace

Address telephone_address(std::string_view written) {
    constexpr std::size_t most_digits = 15;          // ITU-T E.164
    constexpr std::size_t fewest = 2;                // 15 is an ambulance in France
    constexpr std::size_t fewest_international = 7;  // with the country's code
    auto text = in_ascii(written);
    if (auto* fault = std::get_if<AddressFault>(&text)) return std::move(*fault);
    auto found = number_of(written, std::get<std::string>(std::move(text)));
    if (auto* fault = std::get_if<AddressFault>(&found)) return std::move(*fault);
    const Number& number = std::get<Number>(found);
    const std::size_t most = most_digits + (number.digits.starts_with("00") ? 2 : 0);
    if (number.digits.size() > most) {
        return not_one(
            written,
            fmt::format("it has {} figures, and no number has more than {}", number.digits.size(), most),
            write_plainly);
    }
    if (number.digits.size() < (number.international ? fewest_international : fewest)) {
        return not_one(written, "it has too few figures", write_plainly);
    }
    if (number.international && number.digits.starts_with('0')) {
        return not_one(written, "no country's code begins with 0",
                       "write the country's code behind the +, such as +31 12 345 67 89");
    }
    if (keeps_a_zero_too_many(number)) {
        return not_one(written, "the 0 behind the country's code is not dialled",
                       "leave that 0 out, or put it in brackets: +31 (0)12 345 67 89");
    }
    return fmt::format("tel:{}{}", number.international ? "+" : "", number.digits);
}

namespace {

AddressFault no_address(std::string_view written, std::string_view why, std::string_view remedy) {
    return {fmt::format("'{}' is no address that a reader can follow: {}", written, why),
            std::string{remedy}};
}

bool has_space_or_control(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) {
        return static_cast<unsigned char>(c) <= 0x20 || c == '\x7F' || c == '<' || c == '>' || c == '"';
    });
}

// Letters, digits, hyphens and dots between them; letters of other scripts as they are.
bool is_host(std::string_view host) {
    if (host.empty() || host.front() == '.' || host.back() == '.' ||
        host.find("..") != std::string_view::npos)
        return false;
    return std::all_of(host.begin(), host.end(), [](char c) {
        return base::is_ascii_digit(c) || base::is_ascii_letter(c) || c == '-' || c == '.' || c == '_' ||
               static_cast<unsigned char>(c) >= 0x80;
    });
}

Address mail_address(std::string_view written) {
    constexpr std::string_view remedy = "write one address, such as mailto:poli@hospital.example";
    constexpr std::size_t scheme = std::string_view{"mailto:"}.size();
    const std::size_t end = std::min(written.find('?'), written.size());
    const std::string_view mailbox = written.substr(scheme, end - scheme);
    const std::size_t at = mailbox.find('@');
    const bool one =
        at != std::string_view::npos && at > 0 && mailbox.find('@', at + 1) == std::string_view::npos &&
        mailbox.find_first_of(",;: %&\\()") == std::string_view::npos && is_host(mailbox.substr(at + 1));
    if (!one) return no_address(written, "it is not one e-mail address", remedy);
    // What a reader does not see may fill in a subject, never add a reader.
    for (std::size_t from = end + 1; from <= written.size() && end < written.size();) {
        const std::size_t stop = std::min(written.find('&', from), written.size());
        const std::string name =
            base::ascii_lower(written.substr(from, written.substr(from, stop - from).find('=')));
        if (name != "subject" && name != "body") {
            return no_address(written, fmt::format("'{}' adds what the reader does not see", name), remedy);
        }
        from = stop + 1;
    }
    return "mailto:" + std::string{written.substr(scheme)};
}

// "tel:+31-12-345;ext=5" as RFC 3966 has it: marks between figures, spaces as %20, an extension.
Address dialled_address(std::string_view written) {
    std::string number{written.substr(std::string_view{"tel:"}.size())};
    for (std::size_t at = number.find("%20"); at != std::string::npos; at = number.find("%20", at))
        number.replace(at, 3, " ");
    std::string extension;
    if (const std::size_t at = base::ascii_lower(number).find(";ext="); at != std::string::npos) {
        extension = number.substr(at + 5);
        number.erase(at);
        if (extension.empty() || extension.size() > 8 ||
            !std::all_of(extension.begin(), extension.end(), base::is_ascii_digit))
            return no_address(written, "an extension has figures only", "write tel:…;ext=123");
        extension.insert(0, ";ext=");
    }
    Address address = telephone_address(number);
    if (auto* whole = std::get_if<std::string>(&address)) *whole += extension;
    return address;
}

}  // namespace

Address web_address(std::string_view written) {
    constexpr std::string_view remedy =
        "begin it with https:// and the site's name, and write no spaces in it";
    const std::string start = base::ascii_lower(written.substr(0, 8));
    const std::size_t scheme = start == "https://" ? 8 : start.starts_with("http://") ? 7 : 0;
    if (scheme == 0) return AddressFault{fmt::format("'{}' is no web address", written), std::string{remedy}};
    if (has_space_or_control(written))
        return no_address(written, "it holds a space, or a mark that no address has", remedy);
    const std::string_view rest = written.substr(scheme);
    std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    if (host.find('@') != std::string_view::npos)
        return no_address(written, "what stands before the @ hides the site that it leads to", remedy);
    if (const std::size_t port = host.find(':'); port != std::string_view::npos) {
        const std::string_view digits = host.substr(port + 1);
        if (digits.empty() || !std::all_of(digits.begin(), digits.end(), base::is_ascii_digit))
            return no_address(written, "behind the : of the site's name no number stands", remedy);
        host = host.substr(0, port);
    }
    if (!is_host(host)) return no_address(written, "it names no site", remedy);
    return start.substr(0, scheme) + std::string{rest};
}

Address link_address(std::string_view written) {
    const std::string start = base::ascii_lower(written.substr(0, 8));
    if (start.starts_with("http://") || start.starts_with("https://")) return web_address(written);
    if (start.starts_with("mailto:")) return mail_address(written);
    if (start.starts_with("tel:")) return dialled_address(written);
    return AddressFault{fmt::format("'{}' is no address that a reader can follow", written),
                        "begin it with https://, mailto: or tel:, or with # for a heading of this brochure"};
}

}  // namespace brochure::document
