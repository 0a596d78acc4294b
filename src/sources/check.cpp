#include "sources/check.hpp"

#include <utility>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "sources/judgement.hpp"
#include "sources/visit.hpp"

namespace brochure::sources {

namespace {

PageText page_of(const Answer& answer, const Part& part) {
    if (answer.type.empty() || answer.type == "text/html" || answer.type == "application/xhtml+xml")
        return text_of_html(answer.body, answer.charset, part);
    if (answer.type.starts_with("text/")) return text_of_plain(answer.body);
    // Of a PDF and the like we see whether it is the same; what is different in it, a person has to find out.
    PageText page;
    if (!answer.body.empty()) page.blocks.push_back(answer.type + " " + base::sha256(answer.body));
    return page;
}

Found found_by(Visit visit, const Part& part, std::int64_t now) {
    Found found;
    found.outcome = visit.outcome;
    found.why = std::move(visit.why);
    found.now = {visit.answer.etag, visit.answer.modified};
    if (visit.for_good) found.moved_to = visit.at.whole;
    if (visit.retry_after) found.retry_at = now + *visit.retry_after;
    if (found.outcome == Outcome::page) found.page = page_of(visit.answer, part);
    return found;
}

Found look_at(Visitor& visitor, const Cited& cited, const Seen& seen, std::int64_t now) {
    const auto address = address_of(cited.address);
    if (!address) return {Outcome::refused, "it is no address of a web page", {}, {}, {}, {}};
    Part part;
    part.heading = cited.heading;
    if (part.heading.empty()) part.anchor = address->fragment;
    return found_by(visitor.visit(*address, known_to(seen, base::Date::from_unix_time(now))), part, now);
}

}  // namespace

CheckReport check(const document::ProjectFolders& folders, const std::vector<std::string>& brochures,
                  std::int64_t now, const Manners& manners, const std::function<bool(const Checked&)>& tell) {
    CheckReport report;
    Client client(manners);
    Visitor visitor(client);
    for (Cited& cited : cited_pages(folders, brochures)) {
        auto earlier = read_seen(folders.root, cited.address, cited.heading);
        if (!earlier.ok()) {
            report.refused.push_back(earlier.error().message);
            continue;
        }
        Checked checked{std::move(cited), std::move(earlier).value().value_or(Seen{}), true};
        Seen& seen = checked.seen;
        seen.address = checked.cited.address;
        seen.heading = checked.cited.heading;
        checked.asked = !seen.not_before || *seen.not_before <= now;
        if (checked.asked) {
            const Found found = look_at(visitor, checked.cited, seen, now);
            seen = judged(std::move(seen), found, base::Date::from_unix_time(now), checked.cited.looked());
            const auto kept =
                base::replace_file(folders.root / seen_file(seen.address, seen.heading), as_json(seen));
            if (!kept.ok()) report.refused.push_back(kept.error().message);
        }
        report.pages.push_back(std::move(checked));
        if (!tell(report.pages.back())) break;
    }
    return report;
}

std::vector<Checked> known(const document::ProjectFolders& folders,
                           const std::vector<std::string>& brochures) {
    std::vector<Checked> list;
    for (Cited& cited : cited_pages(folders, brochures)) {
        auto seen = read_seen(folders.root, cited.address, cited.heading);
        if (!seen.ok() || !seen.value()) continue;
        list.push_back({std::move(cited), *std::move(seen).value(), false});
    }
    return list;
}

bool asks_for_review(const Seen& seen) {
    return seen.state == State::changed || seen.state == State::moved || seen.state == State::gone;
}

}  // namespace brochure::sources
