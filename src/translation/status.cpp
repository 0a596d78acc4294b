#include "translation/status.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <future>
#include <iterator>
#include <thread>
#include <utility>

#include "base/nearest.hpp"
#include "diag/codes.hpp"
#include "document/files/read.hpp"
#include "translation/pair.hpp"
#include "units/unit.hpp"

namespace brochure::translation {

using document::Document;
using document::ProjectFolders;
using units::Compared;
using units::Comparison;
using units::Lock;
using units::State;

namespace {

Comparison compared(const Document& master, const Document& translation, const Lock& lock) {
    return units::compared(units::units_of(master), units::units_of(translation), lock);
}

Standing standing_of(const Comparison& comparison, document::StalePolicy policy) {
    const auto has = [&](State state) { return comparison.count(state) > 0; };
    if (has(State::missing)) return Standing::missing;
    if (has(State::stale)) return policy == document::StalePolicy::hold ? Standing::held : Standing::stale;
    const bool moved = std::any_of(comparison.units.begin(), comparison.units.end(),
                                   [](const Compared& unit) { return unit.moved; });
    if (has(State::unconfirmed) || has(State::extra) || moved) return Standing::unconfirmed;
    return Standing::complete;
}

LanguageStatus facts_of(const Document& document, const std::string& brochure, const std::string& language,
                        const base::Date& today) {
    LanguageStatus status;
    status.brochure = brochure;
    status.language = language;
    status.master = document.master == language;
    status.edition = status.master_edition = document.edition;
    status.reviewed = document.reviewed;
    status.review_by = document.review_by;
    status.days_to_review = document.review_by.to_days_since_1970() - today.to_days_since_1970();
    return status;
}

LanguageStatus unreadable(const std::string& brochure, const std::string& language, std::size_t errors) {
    LanguageStatus status;
    status.brochure = brochure;
    status.language = language;
    status.standing = Standing::missing;
    status.errors = errors;
    return status;
}

// One brochure: its master is read once for all its translations.
class Brochure {
  public:
    Brochure(document::SharedFiles& shared, const std::string& id, const base::Date& today, Sink& sink)
        : shared_(shared), id_(id), today_(today), sink_(sink) {}

    std::vector<LanguageStatus> statuses(std::vector<std::string> languages) {
        std::vector<LanguageStatus> out;
        if (const auto master_language = find_master(languages)) {
            out.push_back(facts_of(*master_, id_, *master_language, today_));
            out.back().errors = master_errors_;
            std::erase(languages, *master_language);
        }
        for (const std::string& language : languages) out.push_back(translation(language));
        return out;
    }

  private:
    std::optional<std::string> find_master(const std::vector<std::string>& languages) {
        Sink own;
        const auto facts = shared_.brochure(id_, own);
        if (!facts || std::find(languages.begin(), languages.end(), facts->master) == languages.end())
            return std::nullopt;
        Sink of_master;
        master_ = document::read_document(shared_, id_, facts->master, of_master);
        master_errors_ = of_master.errors();
        if (!master_) return std::nullopt;
        master_units_ = units::units_of(*master_);
        return facts->master;
    }

    LanguageStatus translation(const std::string& language) {
        Sink own;
        const auto text = document::read_document(shared_, id_, language, own);
        if (!text || !master_) return unreadable(id_, language, own.errors() + master_errors_);
        LanguageStatus status = facts_of(*text, id_, language, today_);
        status.errors = own.errors();
        const auto lock = lock_of(shared_.folders(), id_, language, sink_);
        if (!lock) {
            ++status.errors;
            status.standing = Standing::unconfirmed;
            return status;
        }
        status.comparison = units::compared(master_units_, units::units_of(*text), *lock);
        status.standing = standing_of(status.comparison, text->stale_policy);
        if (const std::string older = units::oldest_edition(status.comparison); !older.empty())
            status.edition = older;
        return status;
    }

    document::SharedFiles& shared_;
    const std::string& id_;
    const base::Date& today_;
    Sink& sink_;
    std::optional<Document> master_;
    std::vector<units::Unit> master_units_;
    std::size_t master_errors_ = 0;
};

bool all_known(const Comparison& comparison, const std::vector<std::string>& keys, const std::string& file,
               Sink& sink) {
    std::vector<std::string> known;
    for (const Compared& unit : comparison.units) known.push_back(unit.key);
    bool sound = true;
    for (const std::string& key : keys) {
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        const auto nearest = base::nearest_name(key, known);
        sink.error(diag::code::unit_unknown, {file, 0, 0},
                   fmt::format("no piece of the text has the key '{}'", key),
                   nearest ? fmt::format("did you mean '{}'?", *nearest)
                           : "brochure status names the keys of what is stale or new");
        sound = false;
    }
    return sound;
}

}  // namespace

std::string_view name_of(Standing standing) {
    static constexpr std::array<std::string_view, 5> names{"complete", "unconfirmed", "stale", "held",
                                                           "missing"};
    return names[static_cast<std::size_t>(standing)];
}

std::vector<LanguageStatus> status_of(const ProjectFolders& folders,
                                      const std::vector<std::string>& brochures, const base::Date& today,
                                      Sink& sink) {
    document::SharedFiles shared{folders};
    struct Told {
        std::vector<LanguageStatus> statuses;
        Sink sink;
    };
    std::vector<Told> told(brochures.size());
    // Brochures have nothing to do with each other but what they share.
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        for (std::size_t i = next++; i < brochures.size(); i = next++) {
            const auto languages = document::languages_of(folders.root, brochures[i]);
            if (!languages.ok()) continue;
            told[i].statuses =
                Brochure{shared, brochures[i], today, told[i].sink}.statuses(languages.value());
        }
    };
    {
        std::vector<std::future<void>> helpers;  // what is thrown in one is thrown here
        const std::size_t others =
            std::min<std::size_t>(brochures.size(), std::thread::hardware_concurrency());
        for (std::size_t i = 1; i < others; ++i) helpers.push_back(std::async(std::launch::async, work));
        work();
        for (std::future<void>& helper : helpers) helper.get();
    }
    std::vector<LanguageStatus> all;
    for (Told& one : told) {
        sink.take(std::move(one.sink));
        std::move(one.statuses.begin(), one.statuses.end(), std::back_inserter(all));
    }
    return all;
}

std::optional<Confirmation> confirm(const ProjectFolders& folders, const std::string& brochure,
                                    const std::string& language, const std::vector<std::string>& keys,
                                    Sink& sink) {
    document::SharedFiles shared{folders};
    const auto text = document::read_document(shared, brochure, language, sink);
    if (!text) return std::nullopt;
    if (text->master == language) {
        sink.error(
            diag::code::not_a_translation, text->place,
            fmt::format("'{}' is the master text itself: there is nothing to confirm it against", language),
            "name the language of a translation");
        return std::nullopt;
    }
    const auto master = document::read_document(shared, brochure, text->master, sink);
    const auto before = lock_of(folders, brochure, language, sink);
    if (!master || !before || sink.has_errors()) return std::nullopt;
    const Comparison comparison = compared(*master, *text, *before);
    Confirmation out;
    out.file = units::lock_file(brochure, language);
    if (!all_known(comparison, keys, text->place.file, sink)) return std::nullopt;
    for (const Compared& unit : comparison.units) {
        const bool meant = keys.empty() || std::find(keys.begin(), keys.end(), unit.key) != keys.end();
        if (!meant) continue;
        if (unit.state == State::missing) out.missing.push_back(unit.key);
        if (unit.state == State::stale || unit.state == State::unconfirmed) ++out.confirmed;
    }
    out.lock = units::written(units::confirmed(comparison, *before, keys, master->edition), master->master);
    return out;
}

}  // namespace brochure::translation
