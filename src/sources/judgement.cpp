#include "sources/judgement.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/ascii.hpp"

namespace brochure::sources {

namespace {

std::int64_t days_between(const base::Date& from, const base::Date& to) {
    return to.to_days_since_1970() - from.to_days_since_1970();
}

// What keeps us away today says nothing of the text: what was known of that stays.
Seen away(Seen seen, std::string why, const base::Date& today) {
    if (!seen.away_since) seen.away_since = today;
    seen.why = std::move(why);
    if (seen.state == State::same || seen.state == State::moved) seen.state = State::away;
    return seen;
}

Seen gone(Seen seen, const std::string& why, const base::Date& today) {
    if (!seen.gone_since) seen.gone_since = today;
    // Twice, and not within an hour's mishap.
    if (days_between(*seen.gone_since, today) < 1)
        return away(std::move(seen), why + "; if it does so again, it is gone", today);
    seen.state = State::gone;
    seen.why = why;
    seen.away_since.reset();
    return seen;
}

Seen back(Seen seen, const Found& found) {
    seen.gone_since.reset();
    seen.away_since.reset();
    seen.why.clear();
    seen.moved_to = found.moved_to;
    return seen;
}

// A wall of consent, a page that is drawn by a script, a notice of maintenance.
bool is_unreadable(const Blocks& now, const std::optional<Sight>& reviewed) {
    constexpr std::size_t least = 5;  // of what it was, one part in so many
    const std::size_t letters = letters_in(now);
    return letters == 0 || (reviewed && letters * least < letters_in(reviewed->blocks));
}

State at_rest(const Seen& seen) { return seen.moved_to.empty() ? State::same : State::moved; }

// A difference is news when it was there at two sights that are a day apart.
Seen compared(Seen seen, Sight now, const std::optional<base::Date>& looked) {
    if (!seen.reviewed) seen.reviewed = now;
    const bool was_news = seen.state == State::changed;
    seen.state = at_rest(seen);
    if (changes_between(*seen.reviewed, now).none()) {
        seen.latest.reset();
        seen.different_since.reset();
        return seen;
    }
    if (!seen.latest || !seen.different_since) {
        seen.different_since = now.day;
        seen.latest = std::move(now);
        return seen;
    }
    const bool a_day_later = days_between(seen.latest->day, now.day) >= 1;
    const bool lasts = a_day_later ? !changes_that_last(*seen.reviewed, *seen.latest, now).none() : was_news;
    if (lasts && looked && *looked >= *seen.different_since) {
        seen.reviewed = std::move(now);
        seen.latest.reset();
        seen.different_since.reset();
        return seen;
    }
    if (lasts) seen.state = State::changed;
    if (a_day_later) seen.latest = std::move(now);
    return seen;
}

Seen read(Seen seen, const Found& found, const base::Date& today, const std::optional<base::Date>& looked) {
    if (says_it_is_not_there(found.page))
        return gone(std::move(seen), "the page says itself that it is not there", today);
    if (!found.page.has_part)
        return away(std::move(seen), "unreadable: the part that is meant is not on the page", today);
    if (is_unreadable(found.page.blocks, seen.reviewed))
        return away(std::move(seen), "unreadable: hardly any text is left", today);
    seen = back(std::move(seen), found);
    seen.earlier = found.now;
    seen.read = today;
    return compared(std::move(seen), {today, found.page.blocks}, looked);
}

}  // namespace

Seen judged(Seen seen, const Found& found, const base::Date& today, const std::optional<base::Date>& looked) {
    seen.not_before = found.retry_at;
    switch (found.outcome) {
        case Outcome::page:
            return read(std::move(seen), found, today, looked);
        case Outcome::unmodified:
            seen = back(std::move(seen), found);
            seen.state = at_rest(seen);
            return seen;
        case Outcome::gone:
            return gone(std::move(seen), found.why, today);
        case Outcome::refused:
            return away(std::move(seen), "refused: " + found.why, today);
        case Outcome::unreachable:
            break;
    }
    return away(std::move(seen), "unreachable: " + found.why, today);
}

Earlier known_to(const Seen& seen, const base::Date& today) {
    const bool trusted =
        seen.reviewed && !seen.latest && seen.read && days_between(*seen.read, today) < days_of_trust;
    return trusted ? seen.earlier : Earlier{};
}

Changes news_in(const Seen& seen) {
    if (seen.state != State::changed || !seen.reviewed || !seen.latest) return {};
    return changes_between(*seen.reviewed, *seen.latest);
}

bool says_it_is_not_there(const PageText& page) {
    constexpr std::array phrases{"404",          "not found",      "niet gevonden",
                                 "bestaat niet", "nicht gefunden", "non trouvée",
                                 "introuvable",  "no encontrada",  "nie znaleziono",
                                 "bulunamadı",   "не знайдено",    "no longer available"};
    const std::string title = base::ascii_lower(page.title);
    const std::string first = page.blocks.empty() ? "" : base::ascii_lower(page.blocks.front());
    // A heading is short; a sentence of the text may speak of what was not found.
    constexpr std::size_t longest_heading = 60;
    return std::any_of(phrases.begin(), phrases.end(), [&](const char* phrase) {
        return title.find(phrase) != std::string::npos ||
               (first.size() <= longest_heading && first.find(phrase) != std::string::npos);
    });
}

}  // namespace brochure::sources
