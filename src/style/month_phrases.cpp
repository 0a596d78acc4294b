#include "style/month_phrases.hpp"

#include <algorithm>

#include "unicode/figures.hpp"

namespace brochure::style {

namespace {

// "nov." and "nov" are one name.
std::string_view stem(std::string_view word) {
    if (word.ends_with('.')) word.remove_suffix(1);
    return word;
}

}  // namespace

MonthPhrases::MonthPhrases(const std::string& locale) {
    for (const std::string& name : unicode::month_names(locale)) {
        Words words;
        for (std::size_t begin = 0; begin <= name.size();) {
            const std::size_t end = std::min(name.find(' ', begin), name.size());
            words.emplace_back(stem(std::string_view(name).substr(begin, end - begin)));
            begin = end + 1;
        }
        // "noviembre de 2026": no day stands before it.
        if (words.size() > 1) names_.emplace(words[1], Words(words.begin() + 1, words.end()));
        names_.emplace(words.front(), std::move(words));
    }
}

const MonthPhrases& MonthPhrases::of(const std::string& locale) {
    thread_local std::map<std::string, MonthPhrases> known;
    const auto at = known.find(locale);
    return at != known.end() ? at->second : known.emplace(locale, MonthPhrases(locale)).first->second;
}

std::size_t MonthPhrases::length_from(const std::vector<std::string_view>& words, std::size_t first) const {
    if (first >= words.size()) return 0;
    std::size_t length = 0;
    const auto [begin, end] = names_.equal_range(stem(words[first]));
    for (auto at = begin; at != end; ++at) {
        const Words& name = at->second;
        if (name.size() > words.size() - first) continue;
        const bool same =
            std::equal(name.begin(), name.end(), words.begin() + static_cast<std::ptrdiff_t>(first),
                       [](const std::string& a, std::string_view b) { return a == stem(b); });
        if (same) length = std::max(length, name.size());
    }
    return length;
}

bool MonthPhrases::end_at(const std::vector<std::string_view>& words, std::size_t last) const {
    for (std::size_t count = 1; count <= longest && count <= last + 1; ++count) {
        if (length_from(words, last + 1 - count) == count) return true;
    }
    return false;
}

}  // namespace brochure::style
