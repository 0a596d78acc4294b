#include "exchange/export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "base/ascii.hpp"
#include "base/counted.hpp"
#include "exchange/glossary.hpp"
#include "exchange/markup.hpp"
#include "units/unit.hpp"

namespace brochure::exchange {

using document::Document;
using units::Compared;
using units::State;

namespace {

// "{1} bold; {2} note 'a'"
std::string marks_told(const std::vector<Mark>& marks) {
    std::string out;
    for (std::size_t i = 0; i < marks.size(); ++i)
        out += fmt::format("{}{{{}{}}} {}", out.empty() ? "" : "; ", i + 1, marks[i].point ? "/" : "",
                           marks[i].told);
    return out;
}

// The agreed words for terms that occur in a text.
void append_terms(std::vector<std::string>& notes, const std::string& words, const Document& master,
                  const Document& translation) {
    const std::string text = base::ascii_lower(words);
    for (const document::GlossaryEntry& term : master.glossary) {
        if (term.id.empty() || text.find(base::ascii_lower(term.term.utf8)) == std::string::npos) continue;
        if (const auto* agreed = glossary_entry(translation, term.id); agreed != nullptr)
            notes.push_back(fmt::format("glossary: {} = {}", term.term.utf8, agreed->term.utf8));
    }
}

// A comment is one line, whatever a heading holds.
void keep_to_one_line(std::vector<std::string>& notes) {
    constexpr std::string_view line_separator = "\xE2\x80\xA8";
    for (std::string& note : notes) {
        for (std::size_t at = note.find(line_separator); at != std::string::npos;
             at = note.find(line_separator))
            note.replace(at, line_separator.size(), " ");
    }
}

// Where the words have a place of a fixed size; elsewhere text may grow.
bool has_little_room(units::Kind kind) {
    return kind == units::Kind::title || kind == units::Kind::subtitle || kind == units::Kind::label ||
           kind == units::Kind::table_head;
}

// "page 5", and for words of a fixed place how much room they have there: "limit: 2 lines on the cover".
void append_whereabouts(std::vector<std::string>& notes, units::Kind kind, const Whereabouts& at) {
    if (at.page == 0) return;
    const std::string page = at.page == 1 ? "the cover" : fmt::format("page {}", at.page);
    notes.push_back("in the built brochure: " + page);
    if (has_little_room(kind) && at.lines > 0)
        notes.push_back(
            fmt::format("limit: {} on {}, as in the master text", base::counted(at.lines, "line"), page));
}

Entry entry_of(const Compared& unit, const Document& master, const Document* translation,
               const Whereabouts& at) {
    Entry entry;
    entry.key = unit.key;
    entry.source = unit.master->text.words;
    entry.notes.push_back(
        unit.master->heading.empty() || unit.master->kind == units::Kind::heading
            ? std::string{units::name_of(unit.master->kind)}
            : fmt::format("{}, under: {}", units::name_of(unit.master->kind), unit.master->heading));
    append_whereabouts(entry.notes, unit.master->kind, at);
    std::vector<Mark> marks = marks_of(unit.master->text.marks, master);
    if (unit.translation && translation != nullptr) {
        NumberedText text = numbered_as(unit.translation->text, *translation, unit.master->text, master);
        entry.target = std::move(text.words);
        // What the translation has beside the master's marks is told as well.
        for (std::size_t i = marks.size(); i < text.marks.size(); ++i) marks.push_back(text.marks[i]);
    }
    if (!marks.empty()) entry.notes.push_back(marks_told(marks));
    const bool is_term = unit.master->kind == units::Kind::term;
    if (translation != nullptr && !is_term)
        append_terms(entry.notes, units::plain_words(unit.master->text), master, *translation);
    keep_to_one_line(entry.notes);
    entry.places.push_back(fmt::format("{}:{}", unit.master->place.file, unit.master->place.line));
    entry.fuzzy = unit.state == State::stale;
    if (entry.fuzzy) entry.previous = unit.was;
    entry.confirmed = unit.state == State::complete;
    return entry;
}

// What the master text once had, with the words it had then.
Entry obsolete_entry(const Compared& unit) {
    Entry entry;
    entry.key = unit.key;
    entry.source = unit.was;
    entry.target = unit.translation->text.words;
    entry.obsolete = true;
    return entry;
}

bool is_wanted(const Compared& unit, Scope scope) {
    return scope == Scope::all || unit.state == State::stale || unit.state == State::missing;
}

}  // namespace

Catalogue catalogue_of(const units::Comparison& comparison, const Document& master,
                       const Document* translation, const std::string& language, Scope scope,
                       const Pages& pages) {
    Catalogue out;
    // A comparison has the master's units in their order, under the names that the lock knows them by.
    const std::vector<units::Unit> today = units::units_of(master);
    std::size_t next = 0;
    const auto whereabouts = [&]() -> Whereabouts {
        const auto found = pages.find(today[next++].key);
        return found == pages.end() ? Whereabouts{} : found->second;
    };
    std::vector<Entry> obsolete;
    for (const Compared& unit : comparison.units) {
        if (unit.master) {
            const Whereabouts at = whereabouts();
            if (is_wanted(unit, scope)) out.entries.push_back(entry_of(unit, master, translation, at));
        } else if (!unit.was.empty()) {  // whatever the scope: it is to be taken out
            obsolete.push_back(obsolete_entry(unit));
        }
    }
    const std::string date = master.updated.iso() + " 00:00+0000";
    out.header = {{"Project-Id-Version", fmt::format("{}, edition {}", master.id, master.edition)},
                  {"POT-Creation-Date", date},
                  {"PO-Revision-Date", date},
                  {"Last-Translator", "none"},
                  {"Language-Team", "none"},
                  {std::string{language_field}, language},
                  {"MIME-Version", "1.0"},
                  {"Content-Type", "text/plain; charset=UTF-8"},
                  {"Content-Transfer-Encoding", "8bit"},
                  {std::string{brochure_field}, master.id},
                  {std::string{master_field}, master.master},
                  {std::string{pieces_field}, std::to_string(out.entries.size())}};
    out.entries.insert(out.entries.end(), obsolete.begin(), obsolete.end());
    return out;
}

}  // namespace brochure::exchange
