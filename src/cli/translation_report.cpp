#include "cli/translation_report.hpp"

#include <fmt/format.h>

#include <algorithm>
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

bool is_due(const LanguageStatus& status, std::int64_t due) {
    return status.days_to_review && *status.days_to_review <= due;
}

}  // namespace

std::string status_as_text(const std::vector<LanguageStatus>& all, std::int64_t due) {
    std::string out;
    auto at = std::back_inserter(out);
    std::string_view brochure;
    for (const LanguageStatus& status : all) {
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
        if (std::string by = review(status, due); !by.empty()) facts.push_back(std::move(by));
        if (status.errors > 0)
            facts.push_back(base::counted(status.errors, "mistake") + ": see brochure check");
        fmt::format_to(at, " {}\n", fmt::join(facts, "; "));
        for (const Compared& unit : status.comparison.units) append_unit(out, unit);
    }
    return out;
}

std::string status_as_json(const std::vector<LanguageStatus>& all,
                           const std::vector<sources::Checked>& sources) {
    ordered_json brochures = ordered_json::array();
    for (const LanguageStatus& status : all) brochures.push_back(as_json(status));
    return results::dumped(
        ordered_json{{"brochures", std::move(brochures)}, {"sources", sources_as_json(sources)}});
}

bool wants_work(const std::vector<LanguageStatus>& all, std::int64_t due) {
    return std::any_of(all.begin(), all.end(), [&](const LanguageStatus& status) {
        return (!status.master && status.standing != Standing::complete) || status.errors > 0 ||
               is_due(status, due);
    });
}

}  // namespace brochure::cli
