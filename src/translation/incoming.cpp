#include "translation/incoming.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/trimmed.hpp"
#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "document/model/source_text.hpp"
#include "units/normalise.hpp"
#include "units/values.hpp"

namespace brochure::translation {

namespace code = diag::code;
using exchange::Entry;
using exchange::Mark;
using exchange::NumberedText;
using units::Compared;

namespace {

// A tool may have put a line's end where the text has a space.
std::string on_one_line(std::string text) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    return std::string{base::trimmed(text, " ")};
}

// Why a mark is asked for: it is the master's.
NumberedText with_master_marks(std::string words, const Compared& unit, const Pair& pair) {
    NumberedText now{std::move(words), {}};
    if (unit.translation && pair.translation) {
        now.marks =
            exchange::numbered_as(unit.translation->text, *pair.translation, unit.master->text, pair.master)
                .marks;
    } else {
        now.marks = exchange::marks_of(unit.master->text.marks, pair.master);
    }
    return now;
}

class Judge {
  public:
    Judge(const Pair& pair, const std::string& file, Sink& sink)
        : pair_(pair), file_(file), sink_(sink), there_(pair.master.language), here_(pair.language) {
        for (const Compared& unit : pair.comparison.units) units_.emplace(unit.key, &unit);
    }

    Incoming run(const exchange::Catalogue& catalogue) {
        std::map<std::string_view, int> met;
        for (const Entry& entry : catalogue.entries) {
            if (!entry.obsolete) ++met[entry.key];
        }
        for (const Entry& entry : catalogue.entries) {
            if (entry.obsolete) {
                out_.obsolete.push_back(entry.key);
            } else if (met[entry.key] > 1) {
                refuse(entry, code::id_repeated, "this key stands in the file more than once",
                       "keep the right one of them");
            } else {
                judge(entry);
            }
        }
        return std::move(out_);
    }

  private:
    void refuse(const Entry& entry, std::string_view why, const std::string& sentence, std::string remedy) {
        ++out_.refused;
        sink_.error(why, place(entry), fmt::format("'{}': {}", entry.key, sentence), std::move(remedy));
    }
    [[nodiscard]] Place place(const Entry& entry) const {
        return {file_, entry.target_line, entry.target_column};
    }

    void judge(const Entry& entry) {
        const auto found = units_.find(entry.key);
        if (found == units_.end() || !found->second->master)
            return refuse(entry, code::exchange_key, "the master text has no such piece",
                          "export again; the master text has changed, or the key was altered");
        const Compared& unit = *found->second;
        const units::Normaliser& rules = units::newest_normaliser();
        if (rules.words(entry.source) != rules.words(unit.master->text.words))
            return refuse(entry, code::exchange_older,
                          "the words to be translated are not those of the master text of today",
                          "export again, and translate what is new");
        const std::string words = on_one_line(entry.target);
        if (words.empty()) {
            ++out_.empty;
        } else if (entry.fuzzy) {
            ++out_.fuzzy;
        } else if (words == words_now(unit)) {
            ++out_.unchanged;
        } else {
            take(entry, unit, with_master_marks(words, unit, pair_));
        }
    }

    [[nodiscard]] std::string words_now(const Compared& unit) const {
        if (!unit.translation || !pair_.translation) return {};
        return on_one_line(
            exchange::numbered_as(unit.translation->text, *pair_.translation, unit.master->text, pair_.master)
                .words);
    }

    void take(const Entry& entry, const Compared& unit, NumberedText text) {
        if (!has_sound_characters(entry, text.words)) return;
        const std::string fault =
            exchange::mark_fault(text.words, text.marks, unit.master->text.marks.size());
        if (!fault.empty())
            return refuse(entry, code::mark_differs, fault,
                          "take over the marks {1}…{/1} and {2/} of the master text, each once");
        if (!has_the_values(entry, unit, text.words)) return;
        out_.entries.emplace(entry.key, &entry);
        out_.texts.emplace(entry.key, std::move(text));
    }

    bool has_sound_characters(const Entry& entry, const std::string& words) {
        Sink own;
        for (std::size_t at = 0; at < words.size();) {
            const base::CodePoint c = base::code_point_at(words, at);
            document::check_character(c.value, place(entry), own);
            at += c.length;
        }
        if (!own.has_errors()) {
            sink_.take(std::move(own));
            return true;
        }
        const diag::Diagnostic first = own.sorted().front();
        refuse(entry, first.code, first.message, first.remedy);
        return false;
    }

    bool has_the_values(const Entry& entry, const Compared& unit, const std::string& words) {
        for (const units::ValueDifference& one :
             units::differences(there_.values_of(unit.master->text.words), here_.values_of(words))) {
            const std::string sentence =
                one.translation.empty() ? fmt::format("the master text says {}, this does not", one.master)
                : one.master.empty()
                    ? fmt::format("this says {}, the master text does not", one.translation)
                    : fmt::format("this says {}, the master text {}", one.translation, one.master);
            if (one.certain) {
                refuse(entry, code::value_differs, sentence, "correct whichever of the two is wrong");
                return false;
            }
            sink_.warning(code::value_differs, place(entry), fmt::format("'{}': {}", entry.key, sentence),
                          "correct whichever of the two is wrong");
        }
        return true;
    }

    const Pair& pair_;
    const std::string& file_;
    Sink& sink_;
    units::ValueReader there_, here_;
    std::map<std::string_view, const Compared*> units_;
    Incoming out_;
};

}  // namespace

Incoming judged(const exchange::Catalogue& catalogue, const Pair& pair, const std::string& shown_file,
                Sink& sink) {
    return Judge{pair, shown_file, sink}.run(catalogue);
}

std::string spelled(const NumberedText& text) {
    using Kind = units::CodedPiece::Kind;
    constexpr char between = '\x1F';
    std::string out;
    for (const units::CodedPiece& piece :
         units::pieces_of(text.words).value_or(std::vector<units::CodedPiece>{})) {
        if (piece.kind == Kind::words) {
            out += piece.words;
            continue;
        }
        const Mark& mark = text.marks.at(piece.number - 1);
        out += between;
        out += mark.line_end ? "\\" : piece.kind == Kind::closing ? "/" : mark.opening + mark.closing;
        out += between;
    }
    return units::newest_normaliser().words(out);
}

}  // namespace brochure::translation
