#include "translation/lag.hpp"

#include <fmt/format.h>

#include <map>

#include "diag/codes.hpp"
#include "translation/borrowing.hpp"
#include "translation/pair.hpp"
#include "translation/passages.hpp"

namespace brochure::translation {

namespace {

using document::Document;
using document::Text;

Spot spot(const Place& place) { return {place.line, place.column}; }

}  // namespace

std::optional<Lag> lag_of(const document::ProjectFolders& folders, const Document& master,
                          const Document& translation, Sink& sink) {
    const auto lock = lock_of(folders, translation.id, translation.language.tag, sink);
    if (!lock || lock->entries.empty()) return std::nullopt;
    const units::Comparison comparison =
        units::compared(units::units_of(master), units::units_of(translation), *lock);
    Lag lag;
    for (const units::Compared& unit : comparison.units) {
        if (unit.state == units::State::stale) lag.pieces.push_back(unit);
    }
    if (lag.pieces.empty()) return std::nullopt;
    lag.edition = units::oldest_edition(comparison);
    return lag;
}

void report(const Lag& lag, const Document& translation, Sink& sink) {
    for (const units::Compared& piece : lag.pieces)
        sink.warning(diag::code::translation_stale, piece.translation->place,
                     fmt::format("the master text of '{}' ({}) has changed since this passage was confirmed",
                                 piece.key, shown(piece.master->place)),
                     fmt::format("bring it up to date, then: brochure translation confirm {} {} {}",
                                 translation.id, translation.language.tag, piece.key));
    if (translation.reviewed)
        sink.error(
            diag::code::review_stale, translation.reviewed_place,
            fmt::format("this text is said to be reviewed, and is older than its master text ('{}' has "
                        "changed)",
                        lag.pieces.front().key),
            "write reviewed = false until a clinician has read it anew");
}

void mark(const Lag& lag, const Document& master, Document& translation) {
    translation.edition = lag.edition;
    translation.behind = true;
    std::map<Spot, Spot> stale;  // where a passage stands in both texts
    for (const units::Compared& piece : lag.pieces)
        stale.emplace(spot(piece.translation->place), spot(piece.master->place));
    Borrowing borrowing{master, translation};
    each_passage(translation, [&](Text& text) {
        const auto found = text.empty() ? stale.end() : stale.find(spot(text.place_of(0)));
        if (found == stale.end()) return;
        if (translation.stale_policy == document::StalePolicy::source && borrowing.take(found->second, text))
            return;
        text.behind = true;
    });
    borrowing.end();
}

}  // namespace brochure::translation
