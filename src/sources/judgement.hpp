// Judgement: what a visit makes of a cited page. In: what was known of it, what the visit found, the day.
// Out: what is known now. Pure: no network, no files, no clock.
#pragma once

#include <optional>

#include "base/date.hpp"
#include "sources/page.hpp"
#include "sources/seen.hpp"
#include "sources/visit.hpp"

namespace brochure::sources {

// How long the word of a server is taken that nothing has changed.
inline constexpr std::int64_t days_of_trust = 30;

struct Found {
    Outcome outcome = Outcome::unreachable;
    std::string why;
    PageText page;         // where it is one
    std::string moved_to;  // where the server says to go from now on
    Earlier now;
    std::optional<std::int64_t> retry_at;  // seconds since 1970
};

// `looked`: when the last of those who cite it has looked at it (`seen` in brochure.toml). Whoever has looked
// since the page changed has seen the change.
Seen judged(Seen seen, const Found& found, const base::Date& today, const std::optional<base::Date>& looked);

// What to tell the server that is known, if its word may be taken.
Earlier known_to(const Seen& seen, const base::Date& today);

// What the reviewer is to look at; empty unless it has changed.
Changes news_in(const Seen& seen);

// A page whose server says that it is there, and which says itself that it is not.
bool says_it_is_not_there(const PageText& page);

}  // namespace brochure::sources
