#include "sources/visit.hpp"

#include <fmt/format.h>

#include <utility>

namespace brochure::sources {

namespace {

constexpr int most_redirects = 8;

enum Status : long {
    ok = 200,
    moved_permanently = 301,
    found = 302,
    see_other = 303,
    not_modified = 304,
    temporary_redirect = 307,
    permanent_redirect = 308,
    client_error = 400,
    not_found = 404,
    gone_for_good = 410,
    server_error = 500,
};

bool redirects(long status) {
    return status == moved_permanently || status == found || status == see_other ||
           status == temporary_redirect || status == permanent_redirect;
}

Visit ended(Visit& visit, Outcome outcome, std::string why) {
    visit.outcome = outcome;
    visit.why = std::move(why);
    return std::move(visit);
}

// What an answer is that leads nowhere else.
Visit judged(Visit& visit) {
    const long status = visit.answer.status;
    visit.retry_after = visit.answer.retry_after;
    if (visit.answer.forbidden)
        return ended(visit, Outcome::refused, fmt::format("{} is in an inner network", visit.at.host));
    const std::string answered = fmt::format("the server answered {}", status);
    if (status == ok) return ended(visit, Outcome::page, {});
    if (status == not_modified) return ended(visit, Outcome::unmodified, {});
    if (status == not_found || status == gone_for_good) return ended(visit, Outcome::gone, answered);
    if (status >= client_error && status < server_error) return ended(visit, Outcome::refused, answered);
    return ended(visit, Outcome::unreachable, status == 0 ? visit.answer.why : answered);
}

}  // namespace

const Robots& Visitor::robots_of(const Address& address) {
    const auto [known, is_new] = robots_.try_emplace(address.origin());
    if (!is_new) return known->second;
    constexpr int most_hops = 5;  // RFC 9309, 2.3.1.2
    auto file = resolved(address, "/robots.txt");
    Answer answer;
    for (int hop = 0; file && hop < most_hops; ++hop) {
        answer = client_.get(*file);
        if (!redirects(answer.status)) break;
        file = resolved(*file, answer.location);
    }
    const std::string& agent = client_.manners().user_agent;
    if (answer.status == ok)
        known->second = Robots::read(answer.body, agent.substr(0, agent.find('/')));
    else if (answer.status >= server_error)
        known->second = Robots::none_allowed();  // RFC 9309, 2.3.1.4
    return known->second;
}

Visit Visitor::visit(const Address& address, const Earlier& earlier) {
    Visit visit;
    visit.at = address;
    bool only_for_good = true;
    for (int step = 0; step <= most_redirects; ++step) {
        if (!robots_of(visit.at).allow(visit.at.path_and_query()))
            return ended(visit, Outcome::refused, fmt::format("robots.txt of {} asks not to", visit.at.host));
        visit.answer = client_.get(visit.at, step == 0 ? earlier : Earlier{});
        if (!redirects(visit.answer.status)) return judged(visit);
        const auto next = resolved(visit.at, visit.answer.location);
        if (!next || visit.answer.location.empty())
            return ended(visit, Outcome::refused, "it leads to what is no address of a page");
        const bool permanent =
            visit.answer.status == moved_permanently || visit.answer.status == permanent_redirect;
        only_for_good = only_for_good && permanent;
        visit.at = *next;
        visit.for_good = only_for_good;
        if (only_for_good && next->is_home() && !address.is_home())
            return ended(visit, Outcome::gone, "it leads to the site's home page");
    }
    return ended(visit, Outcome::unreachable, "it leads on and on");
}

}  // namespace brochure::sources
