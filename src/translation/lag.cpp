#include "translation/lag.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <tuple>

#include "diag/codes.hpp"
#include "translation/pair.hpp"

namespace brochure::translation {

namespace {

using document::Block;
using document::Document;
using document::Text;

// Every text of the body and of the lists before and behind it that a page prints as a passage.
template <class Use>
void each_text(std::vector<Block>& blocks, const Use& use) {
    for (Block& block : blocks) {
        if (auto* paragraph = std::get_if<document::Paragraph>(&block.content)) use(paragraph->text);
        if (auto* heading = std::get_if<document::Heading>(&block.content)) use(heading->text);
        if (auto* figure = std::get_if<document::Figure>(&block.content)) use(figure->caption);
        if (auto* quote = std::get_if<document::Quote>(&block.content)) each_text(quote->blocks, use);
        if (auto* call_out = std::get_if<document::CallOut>(&block.content)) {
            use(call_out->title);
            each_text(call_out->blocks, use);
        }
        if (auto* list = std::get_if<document::List>(&block.content)) {
            for (document::ListItem& item : list->items) each_text(item.blocks, use);
        }
        if (auto* table = std::get_if<document::Table>(&block.content)) {
            for (Text& head : table->head) use(head);
            for (auto& row : table->rows) std::for_each(row.begin(), row.end(), use);
        }
    }
}

template <class Use>
void each_text(Document& document, const Use& use) {
    for (Text& message : document.key_messages) use(message);
    for (document::Treatment& treatment : document.treatments) {
        use(treatment.name);
        for (auto& [field, text] : treatment.fields) use(text);
    }
    for (document::GlossaryEntry& entry : document.glossary) use(entry.meaning);
    each_text(document.body, use);
    for (document::Footnote& note : document.footnotes) use(note.text);
}

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

void mark(const Lag& lag, Document& translation) {
    translation.edition = lag.edition;
    translation.behind = true;
    std::set<std::tuple<std::uint32_t, std::uint32_t>> stale;
    for (const units::Compared& piece : lag.pieces)
        stale.emplace(piece.translation->place.line, piece.translation->place.column);
    each_text(translation, [&](Text& text) {
        const Place place = text.place_of(0);
        if (!text.empty() && stale.contains({place.line, place.column})) text.behind = true;
    });
}

}  // namespace brochure::translation
