#include "cli/translation_report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string_view>
#include <utility>

#include "base/counted.hpp"
#include "cli/sources_command.hpp"
#include "results/dumped.hpp"
#include "units/word_diff.hpp"

namespace brochure::cli {

using nlohmann::ordered_json;
using translation::LanguageStatus;
using translation::Standing;
using units::Compared;
using units::State;

namespace {

std::string counted(std::size_t number, std::string_view what) { return fmt::format("{} {}", number, what); }

// "3 stale, 1 missing"; nothing for what is complete.
std::string summary(const LanguageStatus& status) {
    std::string out;
    for (const State state : {State::missing, State::stale, State::unconfirmed, State::extra}) {
        if (const std::size_t count = status.comparison.count(state); count > 0)
            out += (out.empty() ? "" : ", ") + counted(count, units::name_of(state));
    }
    const auto moved = std::count_if(status.comparison.units.begin(), status.comparison.units.end(),
                                     [](const Compared& unit) { return unit.moved; });
    if (moved > 0) out += (out.empty() ? "" : ", ") + counted(static_cast<std::size_t>(moved), "moved");
    return out;
}

std::string review(const LanguageStatus& status, std::int64_t due) {
    if (!status.days_to_review) return {};
    const std::int64_t days = *status.days_to_review;
    if (days < 0) return fmt::format("review overdue by {} days", -days);
    if (days <= due) return fmt::format("review due in {} days", days);
    return fmt::format("review by {}", status.review_by->iso());
}

// Why it is named, where it stands in both texts, and its words.
void append_unit(std::string& out, const Compared& unit) {
    if (unit.state == State::complete && !unit.moved) return;
    auto at = std::back_inserter(out);
    const std::string_view name = unit.state == State::complete ? "moved" : units::name_of(unit.state);
    fmt::format_to(at, "    {:<11} {}", name, unit.key);
    if (unit.state == State::stale) fmt::format_to(at, "  (since edition {})", unit.since_edition);
    out += "\n";
    if (unit.master) fmt::format_to(at, "                {}\n", shown(unit.master->place));
    if (unit.translation) fmt::format_to(at, "                {}\n", shown(unit.translation->place));
    if (unit.state == State::stale) {
        const std::string now = units::plain_words(unit.master->text);
        const std::string was = units::plain_words({unit.was, {}});
        fmt::format_to(at, "                {}\n", units::marked(units::word_diff(was, now)));
        if (unit.edited) out += "                translated anew; confirm it when it is right\n";
    } else if (unit.state == State::missing) {
        fmt::format_to(at, "                {}\n", units::plain_words(unit.master->text));
    } else if (unit.translation) {
        fmt::format_to(at, "                {}\n", units::plain_words(unit.translation->text));
    }
}

ordered_json listed(const LanguageStatus& status, State state) {
    ordered_json list = ordered_json::array();
    for (const Compared& unit : status.comparison.units) {
        if (unit.state != state) continue;
        ordered_json one{{"key", unit.key}};
        if (unit.translation) one["place"] = shown(unit.translation->place);
        if (unit.master) one["master_place"] = shown(unit.master->place);
        if (state == State::stale) {
            one["was"] = units::plain_words({unit.was, {}});
            one["is"] = units::plain_words(unit.master->text);
            one["since_edition"] = unit.since_edition;
            one["edited"] = unit.edited;
        }
        list.push_back(std::move(one));
    }
    return list;
}

ordered_json as_json(const SignOffStatus& status) {
    ordered_json out{{"state", status.holds ? "signed" : status.last ? "void" : "missing"}};
    if (!status.last) return out;
    out["by"] = status.last->by;
    out["on"] = status.last->on.iso();
    if (status.last->until) out["until"] = status.last->until->iso();
    return out;
}

std::string sign_off_words(const SignOffStatus& status) {
    if (!status.last) return "not signed";
    const signing::SignOff& last = *status.last;
    const std::string who = fmt::format("{} on {}", last.by, last.on.iso());
    if (!status.holds) return fmt::format("changed since it was signed by {}", who);
    return fmt::format("signed by {}{}", who,
                       last.until ? fmt::format(", until {}", last.until->iso()) : std::string{});
}

ordered_json as_json(const LanguageStatus& status) {
    ordered_json out{{"id", status.brochure},
                     {"language", status.language},
                     {"master", status.master},
                     {"state", translation::name_of(status.standing)}};
    for (const auto& [name, state] : {std::pair{"stale", State::stale},
                                      {"missing", State::missing},
                                      {"extra", State::extra},
                                      {"unconfirmed", State::unconfirmed}})
        out[name] = listed(status, state);
    ordered_json moved = ordered_json::array();
    for (const Compared& unit : status.comparison.units) {
        if (unit.moved) moved.push_back(unit.key);
    }
    out["moved"] = std::move(moved);
    out["edition"] = status.edition;
    out["master_edition"] = status.master_edition;
    out["reviewed"] = status.reviewed;
    if (status.days_to_review)
        out["review"] = {{"by", status.review_by->iso()}, {"days", *status.days_to_review}};
    out["errors"] = status.errors;
    return out;
}

const SignOffStatus* sign_off_of(const StatusReport& report, const LanguageStatus& status) {
    const auto found = report.sign_offs.find({status.brochure, status.language});
    return found == report.sign_offs.end() ? nullptr : &found->second;
}

// What is to be looked at again by a day.
struct Due {
    std::int64_t days = 0;
    std::string what, text;
    base::Date by;
};

std::vector<Due> queue_of(const StatusReport& report) {
    std::vector<Due> out;
    for (const LanguageStatus& status : report.texts) {
        const std::string text = status.brochure + "." + status.language;
        if (status.days_to_review) out.push_back({*status.days_to_review, "review", text, *status.review_by});
        const SignOffStatus* const signed_off = sign_off_of(report, status);
        if (signed_off == nullptr || !signed_off->holds || !signed_off->last->until) continue;
        const base::Date until = *signed_off->last->until;
        out.push_back(
            {until.to_days_since_1970() - report.today.to_days_since_1970(), "sign-off", text, until});
    }
    std::stable_sort(out.begin(), out.end(), [](const Due& a, const Due& b) { return a.days < b.days; });
    return out;
}

// Of a queue: overdue, due within a month, within three.
struct Term {
    std::int64_t after, within;
    const char* name;
    const char* key;
};
constexpr std::int64_t ever = 1'000'000;  // days
constexpr std::array<Term, 3> terms{{{-ever, 0, "overdue, or due today", "0"},
                                     {0, 30, "due within 30 days", "30"},
                                     {30, 90, "due within 90 days", "90"}}};

std::string queue_as_text(const std::vector<Due>& queue) {
    std::string out;
    for (const Term& term : terms) {
        std::string list;
        for (const Due& due : queue) {
            if (due.days <= term.after || due.days > term.within) continue;
            list += fmt::format("    {} of {} by {}\n", due.what, due.text, due.by.iso());
        }
        if (!list.empty()) out += fmt::format("  {}\n{}", term.name, list);
    }
    return out.empty() ? out : "\nTo be looked at again\n" + out;
}

ordered_json queue_as_json(const std::vector<Due>& queue) {
    ordered_json out;
    for (const Term& term : terms) {
        ordered_json list = ordered_json::array();
        for (const Due& due : queue) {
            if (due.days > term.after && due.days <= term.within)
                list.push_back(
                    {{"what", due.what}, {"text", due.text}, {"by", due.by.iso()}, {"days", due.days}});
        }
        out[term.key] = std::move(list);
    }
    return out;
}

}  // namespace

std::string status_as_text(const StatusReport& report) {
    std::string out;
    auto at = std::back_inserter(out);
    std::string_view brochure;
    for (const LanguageStatus& status : report.texts) {
        if (status.brochure != brochure)
            fmt::format_to(at, "{}{}\n", out.empty() ? "" : "\n", status.brochure);
        brochure = status.brochure;
        fmt::format_to(at, "  {:<7} {:<12}", status.language,
                       status.master ? "master" : translation::name_of(status.standing));
        std::vector<std::string> facts;
        if (const std::string pieces = summary(status); !pieces.empty()) facts.push_back(pieces);
        if (!status.edition.empty()) {
            facts.push_back(status.edition == status.master_edition
                                ? "edition " + status.edition
                                : fmt::format("still edition {}, the master text is {}", status.edition,
                                              status.master_edition));
        }
        if (!status.reviewed) facts.emplace_back("not reviewed");
        if (std::string by = review(status, report.due); !by.empty()) facts.push_back(std::move(by));
        if (const SignOffStatus* const signed_off = sign_off_of(report, status); signed_off != nullptr)
            facts.push_back(sign_off_words(*signed_off));
        if (status.errors > 0)
            facts.push_back(base::counted(status.errors, "mistake") + ": see brochure check");
        fmt::format_to(at, " {}\n", fmt::join(facts, "; "));
        for (const Compared& unit : status.comparison.units) append_unit(out, unit);
    }
    return out + queue_as_text(queue_of(report));
}

std::string status_as_json(const StatusReport& report) {
    ordered_json brochures = ordered_json::array();
    for (const LanguageStatus& status : report.texts) {
        brochures.push_back(as_json(status));
        if (const SignOffStatus* const signed_off = sign_off_of(report, status); signed_off != nullptr)
            brochures.back()["sign_off"] = as_json(*signed_off);
    }
    return results::dumped(ordered_json{{"brochures", std::move(brochures)},
                                        {"due", queue_as_json(queue_of(report))},
                                        {"sources", sources_as_json(report.sources)}});
}

bool wants_work(const StatusReport& report) {
    const std::vector<Due> queue = queue_of(report);
    return !report.sources.empty() || (!queue.empty() && queue.front().days <= report.due) ||
           std::any_of(report.texts.begin(), report.texts.end(), [&](const LanguageStatus& status) {
               const SignOffStatus* const signed_off = sign_off_of(report, status);
               const bool voided = signed_off != nullptr && !signed_off->holds;
               return (!status.master && status.standing != Standing::complete) || status.errors > 0 ||
                      voided;
           });
}

}  // namespace brochure::cli
