// Telephone numbers and addresses: those of the house stand in the house file, so that one change changes
// all.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "diag/codes.hpp"
#include "lint/text_rules.hpp"
#include "lint/thresholds.hpp"

namespace brochure::lint {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string digits_of(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits), is_digit);
    return digits;
}

// Without the 0 that falls away behind a country's code.
std::string_view subscriber(const std::string& digits) {
    const std::size_t first = digits.find_first_not_of('0');
    return first == std::string::npos ? std::string_view{} : std::string_view{digits}.substr(first);
}

bool same_number(const std::string& a, const std::string& b) {
    const std::string_view one = subscriber(a), other = subscriber(b);
    return one.ends_with(other) || other.ends_with(one);
}

// 01-02-2026, 1/2/2026: two short numbers and a year.
bool is_date(std::string_view text) {
    std::vector<std::size_t> groups{0};
    for (const char c : text) {
        if (is_digit(c)) {
            ++groups.back();
        } else {
            groups.push_back(0);
        }
    }
    return groups.size() == 3 && groups[0] <= 2 && groups[1] <= 2 && groups[2] == 4;
}

// 0.125: no telephone number has a point alone.
bool is_decimal(std::string_view text) {
    return std::count_if(text.begin(), text.end(), [](char c) { return !is_digit(c); }) == 1 &&
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
    return at + length < text.size() && is_digit(text[at + length]) ? length : 0;
}

// Numbers that begin like a telephone's: with 0, + or a bracket.
std::vector<TextRange> telephones_in(std::string_view text) {
    std::vector<TextRange> found;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool opens = text[at] == '0' || ((text[at] == '+' || text[at] == '(') && at + 1 < text.size() &&
                                               is_digit(text[at + 1]));
        const bool inside = at > 0 && (is_digit(text[at - 1]) ||
                                       std::string_view{".,-/"}.find(text[at - 1]) != std::string_view::npos);
        if (!opens || inside) continue;
        std::size_t end = at + 1;
        while (end < text.size()) {
            const std::size_t gap = is_digit(text[end]) ? 1 : separator(text, end);
            if (gap == 0) break;
            end += gap;
        }
        const std::string_view number = text.substr(at, end - at);
        const std::size_t digits = digits_of(number).size();
        if (digits >= fewest_phone_digits && digits <= most_phone_digits && !is_date(number) &&
            !is_decimal(number)) {
            found.push_back({static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
        }
        at = end - 1;
    }
    return found;
}

// "www.example.org" of an address, without the "www."; empty if it is no address of a site.
std::string host_of(std::string_view address) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
    }
    if (address.starts_with("www.")) address.remove_prefix(4);
    std::size_t end = address.find_first_of(" /?#:,;)\"");
    for (const std::string_view space : {"\u00A0", "\u2028", "”"}) end = std::min(end, address.find(space));
    std::string host{address.substr(0, end)};
    while (host.ends_with('.')) host.pop_back();
    std::transform(host.begin(), host.end(), host.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return host;
}

struct Mention {
    std::string value;
    Place place;
};

std::vector<Mention> telephones_of(const document::Text& text) {
    std::vector<Mention> mentions;
    for (const TextRange range : telephones_in(text.utf8)) {
        mentions.push_back({std::string{range.of(text.utf8)}, text.place_of(range.begin)});
    }
    for (const document::Span& span : text.spans) {
        const auto* link = std::get_if<document::Link>(&span.meaning);
        if (link != nullptr && link->address.starts_with("tel:")) {
            mentions.push_back({link->address.substr(4), span.place});
        }
    }
    return mentions;
}

std::vector<Mention> hosts_of(const document::Text& text) {
    std::vector<Mention> mentions;
    const std::string_view words{text.utf8};
    for (const std::string_view opening : {"https://", "http://", "www."}) {
        for (std::size_t at = words.find(opening); at != std::string_view::npos;
             at = words.find(opening, at + 1)) {
            mentions.push_back({host_of(words.substr(at)), text.place_of(static_cast<std::uint32_t>(at))});
        }
    }
    for (const document::Span& span : text.spans) {
        const auto* link = std::get_if<document::Link>(&span.meaning);
        if (link != nullptr && link->address.starts_with("http")) {
            mentions.push_back({host_of(link->address), span.place});
        }
    }
    return mentions;
}

}  // namespace

void other_telephones(const document::Document& document, const Passages& passages, Sink& sink) {
    std::set<std::string> told;
    for (const Passage& passage : passages) {
        for (const Mention& mention : telephones_of(*passage.text)) {
            const std::string digits = digits_of(mention.value);
            const document::House& house = document.house;
            if (same_number(digits, digits_of(house.phone)) ||
                same_number(digits, digits_of(house.emergency_phone)) || !told.insert(digits).second) {
                continue;
            }
            sink.warning(diag::code::telephone_differs, mention.place,
                         fmt::format("The telephone number {} is not one of the house file.", mention.value),
                         "If it is the hospital's, name the department instead: the house file's numbers are "
                         "printed by themselves; if it is another's, try it before printing.");
        }
    }
}

void other_addresses(const document::Document& document, const Passages& passages, Sink& sink) {
    std::set<std::string> known{host_of(document.house.website)};
    for (const document::Source& source : document.sources) known.insert(host_of(source.address));
    for (const Passage& passage : passages) {
        for (const Mention& mention : hosts_of(*passage.text)) {
            if (mention.value.empty() || !known.insert(mention.value).second) continue;
            sink.warning(
                diag::code::website_differs, mention.place,
                fmt::format("The site {} is neither the house's nor that of a source.", mention.value),
                "Check the address; if facts come from there, add it to the sources in brochure.toml.");
        }
    }
}

}  // namespace brochure::lint
