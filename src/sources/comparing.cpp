#include "sources/comparing.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <string_view>

#include "base/ascii.hpp"
#include "unicode/unicode.hpp"

namespace brochure::sources {

namespace {

Blocks sorted(Blocks blocks) {
    std::sort(blocks.begin(), blocks.end());
    return blocks;
}

// Of a, as often as it stands there more often than in b; both are sorted.
Blocks minus(const Blocks& a, const Blocks& b) {
    Blocks out;
    std::set_difference(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

Blocks in_both(const Blocks& a, const Blocks& b) {
    Blocks out;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(out));
    return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
}

// As pages write a day; the longest first, so that none is cut out of another.
std::vector<std::string> written(const base::Date& day) {
    std::vector<std::string> forms{day.iso()};
    for (const std::string_view separator : {"-", "/", "."}) {
        forms.push_back(fmt::format("{:02}{}{:02}{}{}", day.day, separator, day.month, separator, day.year));
        forms.push_back(fmt::format("{:02}{}{:02}{}{}", day.month, separator, day.day, separator, day.year));
        forms.push_back(fmt::format("{}{}{}{}{}", day.day, separator, day.month, separator, day.year));
        forms.push_back(fmt::format("{}{}{}{}{}", day.month, separator, day.day, separator, day.year));
    }
    // The languages of most pages that a brochure in Europe cites, and of those who read it.
    for (const char* locale : {"nl", "en", "en_US", "de", "fr", "es", "it", "pl", "tr", "uk", "ar", "zh"})
        forms.push_back(unicode::long_date(day, locale));
    std::stable_sort(forms.begin(), forms.end(),
                     [](const auto& a, const auto& b) { return a.size() > b.size(); });
    return forms;
}

// "Viewed 1 204 times". No word that a dose could stand beside, such as "times" by itself.
bool is_counter(const std::string& block) {
    constexpr std::array words{"views",     "viewed",    "visitors", "visits",      "likes",
                               "shares",    "downloads", "gelezen",  "bekeken",     "bezoekers",
                               "weergaven", "reacties",  "comments", "aufrufe",     "besucher",
                               "vues",      "visites",   "odsłon",   "görüntülenme"};
    constexpr std::size_t longest = 60;
    if (block.size() > longest) return false;
    const std::string small = base::ascii_lower(block);
    return std::any_of(words.begin(), words.end(),
                       [&](const char* word) { return small.find(word) != std::string::npos; });
}

std::string without_figures(const std::string& block) {
    std::string out;
    for (const char c : block) {
        const bool figure = base::is_ascii_digit(c);
        if (!figure)
            out.push_back(c);
        else if (out.empty() || out.back() != '#')
            out.push_back('#');
    }
    return out;
}

// Of a day and of those beside it. ICU takes its time over them, and all pages of a run have few days.
const std::vector<std::string>& forms_around(const base::Date& today) {
    constexpr std::int64_t seconds_of_a_day = 86'400;
    thread_local std::map<base::Date, std::vector<std::string>> known;
    const auto [entry, is_new] = known.try_emplace(today);
    if (!is_new) return entry->second;
    for (const std::int64_t beside : {0, -1, 1}) {
        const auto day = base::Date::from_unix_time((today.to_days_since_1970() + beside) * seconds_of_a_day);
        const auto more = written(day);
        entry->second.insert(entry->second.end(), more.begin(), more.end());
    }
    return entry->second;
}

Blocks without_the_day(Blocks blocks, const base::Date& today) {
    if (blocks.empty()) return blocks;
    const std::vector<std::string>& forms = forms_around(today);
    for (std::string& block : blocks) {
        for (const std::string& form : forms) replace_all(block, form, "(the day)");
        if (is_counter(block)) block = without_figures(block);
    }
    return sorted(std::move(blocks));
}

}  // namespace

Changes changes_between(const Sight& before, const Sight& now) {
    const Blocks old = sorted(before.blocks), fresh = sorted(now.blocks);
    // A date that stands there at both sights is the page's own, whatever day it names.
    const Blocks gone = without_the_day(minus(old, fresh), before.day);
    const Blocks come = without_the_day(minus(fresh, old), now.day);
    return {minus(gone, come), minus(come, gone)};
}

Changes changes_that_last(const Sight& before, const Sight& since, const Sight& now) {
    const Changes first = changes_between(before, since), second = changes_between(before, now);
    Changes lasting{in_both(first.removed, second.removed), in_both(first.added, second.added)};
    // In the place of what is gone there stands something else each time: it turns, it was not taken away.
    const bool turns = lasting.added.empty() && first.added.size() >= lasting.removed.size() &&
                       second.added.size() >= lasting.removed.size();
    return turns ? Changes{} : lasting;
}

std::size_t letters_in(const Blocks& blocks) {
    std::size_t sum = 0;
    for (const std::string& block : blocks) sum += block.size();
    return sum;
}

}  // namespace brochure::sources
