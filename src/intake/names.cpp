#include "intake/names.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>

#include "base/ascii.hpp"

namespace brochure::intake {

std::string id_of(std::string_view words, std::string_view otherwise) {
    std::string out;
    for (const char c : words) {
        const char small = base::ascii_lower(c);
        if (base::is_ascii_small(small) || base::is_ascii_digit(small))
            out += small;
        else if ((c == ' ' || c == '-') && !out.empty() && out.back() != '-')
            out += '-';
    }
    constexpr std::size_t longest = 40;
    if (out.size() > longest) {
        const std::size_t word = out.rfind('-', longest);
        out.resize(word == std::string::npos ? longest : word);
    }
    while (out.ends_with('-')) out.pop_back();
    return out.empty() ? std::string{otherwise} : out;
}

std::string Names::unused(const std::string& wanted) {
    std::string name = wanted;
    for (int n = 2; !used_.insert(name).second; ++n) name = fmt::format("{}-{}", wanted, n);
    return name;
}

std::optional<std::string> said_twice(std::string_view words) {
    const std::size_t half = words.size() / 2;
    if (half == 0 || words.substr(0, half) != words.substr(words.size() - half)) return std::nullopt;
    if (words.size() % 2 == 1 && words[half] != ' ') return std::nullopt;
    return std::string{words.substr(0, half)};
}

bool names_a_maker(std::string_view line) {
    constexpr std::size_t longest_credit = 160;  // a paragraph speaks of other things
    if (line.size() > longest_credit) return false;
    const std::string small = base::ascii_lower(line);
    return std::ranges::any_of(
        std::initializer_list<std::string_view>{"©", "shutterstock", "istock", "getty", "/ bron:", "foto:",
                                                "photo:", "/ source:", "credit:", "/ quelle:"},
        [&](std::string_view sign) { return small.find(sign) != std::string::npos; });
}

}  // namespace brochure::intake
