#include "cli/sources_command.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <chrono>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "base/counted.hpp"
#include "base/iso_date.hpp"
#include "cli/exit_code.hpp"
#include "cli/interruption.hpp"
#include "cli/streams.hpp"
#include "cli/version.hpp"
#include "results/dumped.hpp"
#include "sources/judgement.hpp"

namespace brochure::cli {

namespace {

using nlohmann::ordered_json;
using sources::Checked;
using sources::State;

std::string days_away(const sources::Seen& seen, const base::Date& today) {
    if (!seen.away_since) return {};
    const std::int64_t days = today.to_days_since_1970() - seen.away_since->to_days_since_1970();
    return fmt::format(", {}",
                       base::counted(static_cast<std::size_t>(std::max<std::int64_t>(0, days)), "day"));
}

// "changed    https://…", what is different, and what is based on it.
std::string as_text(const Checked& page, const base::Date& today) {
    const sources::Seen& seen = page.seen;
    std::string out = fmt::format("{:<10} {}\n", name_of(seen.state), seen.address);
    auto at = std::back_inserter(out);
    if (seen.state == State::moved) fmt::format_to(at, "           to {}\n", seen.moved_to);
    if (!seen.why.empty()) fmt::format_to(at, "           {}{}\n", seen.why, days_away(seen, today));
    if (!page.asked) out += "           not asked: its server wants to be left alone for a while\n";
    if (seen.different_since && seen.state != State::changed)
        fmt::format_to(at, "           different since {}; told when it is seen again on another day\n",
                       seen.different_since->iso());
    const sources::Changes news = news_in(seen);
    for (const std::string& block : news.removed) fmt::format_to(at, "         - {}\n", block);
    for (const std::string& block : news.added) fmt::format_to(at, "         + {}\n", block);
    if (!asks_for_review(seen)) return out;
    for (const sources::Citing& one : page.cited.by) {
        fmt::format_to(at, "           {}: {} cites it as '{}'", shown(one.place), one.brochure, one.source);
        const char* separator = " in ";
        for (const std::string& key : one.units) {
            fmt::format_to(at, "{}{}", separator, key);
            separator = ", ";
        }
        out += "\n";
    }
    return out;
}

ordered_json as_object(const Checked& page) {
    const sources::Seen& seen = page.seen;
    ordered_json out{{"address", seen.address}, {"state", name_of(seen.state)}, {"asked", page.asked}};
    if (!seen.heading.empty()) out["heading"] = seen.heading;
    if (!seen.why.empty()) out["why"] = seen.why;
    if (!seen.moved_to.empty()) out["moved_to"] = seen.moved_to;
    if (seen.away_since) out["away_since"] = seen.away_since->iso();
    if (seen.different_since) out["different_since"] = seen.different_since->iso();
    if (seen.state == State::changed) {
        const sources::Changes news = news_in(seen);
        out["removed"] = news.removed;
        out["added"] = news.added;
    }
    ordered_json citing = ordered_json::array();
    for (const sources::Citing& one : page.cited.by) {
        citing.push_back({{"id", one.brochure},
                          {"source", one.source},
                          {"file", one.place.file},
                          {"line", one.place.line},
                          {"units", one.units}});
    }
    out["cited_by"] = std::move(citing);
    return out;
}

std::optional<std::int64_t> moment(const std::string& now) {
    constexpr std::int64_t seconds_of_a_day = 86'400;
    if (now.empty())
        return std::chrono::duration_cast<std::chrono::seconds>(
                   std::chrono::system_clock::now().time_since_epoch())
            .count();
    const auto day = base::date_from_iso(now);
    return day ? std::optional{day->to_days_since_1970() * seconds_of_a_day} : std::nullopt;
}

int misused(const std::string& sentence, bool json) {
    if (json)
        print_out(results::dumped({{"misused", ordered_json::array({sentence})}}));
    else
        print_err("error: " + sentence + "\n");
    return wrong_usage;
}

sources::Manners manners_for(const SourcesRequest& request) {
    constexpr double milliseconds = 1000;
    sources::Manners manners;
    manners.user_agent = fmt::format("brochure/{} (looks whether cited pages have changed)", version_number);
    manners.patience = std::chrono::milliseconds{static_cast<std::int64_t>(request.patience * milliseconds)};
    manners.inner_servers = request.inner_servers;
    return manners;
}

std::string as_json(const sources::CheckReport& report) {
    return results::dumped({{"sources", sources_as_json(report.pages)}, {"refused", report.refused}});
}

}  // namespace

void SourcesRequest::add_to(CLI::App& command) {
    constexpr double longest = 600;
    command.add_option("ID", brochures, "The brochures meant; all of them if none is named");
    command.add_option("--now", now, "Take this for today (the clock's day if not given): 2027-02-01")
        ->type_name("DATE");
    command.add_option("--patience", patience, "Wait so many seconds for an answer (20 if not given)")
        ->check(CLI::Range(0.01, longest))
        ->type_name("SECONDS");
    command
        .add_option("--allow-inner", inner_servers,
                    "Ask this server although it is in an inner network, such as intranet.example:8080")
        ->allow_extra_args(false)
        ->type_name("HOST");
}

int check_sources(const document::ProjectFolders& folders, const SourcesRequest& request, bool json,
                  bool quiet) {
    const auto now = moment(request.now);
    if (!now) return misused(fmt::format("--now: '{}' is no date; write 2027-02-01", request.now), json);
    const auto all = document::list_brochures(folders.root);
    if (!all.ok()) {
        print_err("error: " + all.error().message + "\n");
        return environment_failed;
    }
    for (const std::string& id : request.brochures) {
        if (std::find(all.value().begin(), all.value().end(), id) == all.value().end())
            return misused(fmt::format("There is no brochure '{}'.", id), json);
    }
    const base::Date today = base::Date::from_unix_time(*now);
    const Interruption interruption;
    const auto report = sources::check(folders, request.brochures.empty() ? all.value() : request.brochures,
                                       *now, manners_for(request), [&](const Checked& page) {
                                           const bool news = asks_for_review(page.seen);
                                           if (!json && (news || !quiet)) print_out(as_text(page, today));
                                           return !interruption.came();
                                       });
    if (json) print_out(as_json(report));
    for (const std::string& sentence : report.refused) print_err("error: " + sentence + "\n");
    if (!report.refused.empty()) return environment_failed;
    const bool news = std::any_of(report.pages.begin(), report.pages.end(),
                                  [](const Checked& page) { return asks_for_review(page.seen); });
    return news ? work_waits : done;
}

std::vector<Checked> sources_to_review(const document::ProjectFolders& folders,
                                       const std::vector<std::string>& brochures) {
    std::vector<Checked> pages = sources::known(folders, brochures);
    std::erase_if(pages, [](const Checked& page) { return !asks_for_review(page.seen); });
    return pages;
}

std::string sources_as_text(const std::vector<Checked>& pages) {
    std::string out;
    for (const Checked& page : pages) {
        for (const sources::Citing& one : page.cited.by) {
            out += fmt::format("{}\n  source '{}' {}: {}\n", one.brochure, one.source,
                               name_of(page.seen.state), page.seen.address);
        }
    }
    return out;
}

ordered_json sources_as_json(const std::vector<Checked>& pages) {
    ordered_json list = ordered_json::array();
    for (const Checked& page : pages) list.push_back(as_object(page));
    return list;
}

}  // namespace brochure::cli
