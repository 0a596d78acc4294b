#include "changes/compare.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "base/ascii.hpp"
#include "document/files/language_file.hpp"
#include "units/keys.hpp"
#include "units/order.hpp"
#include "units/unit.hpp"

namespace brochure::changes {

using record::PlacedPiece;
using units::Kind;

namespace {

// The edition stands at the head of a report, and is no change by itself.
bool is_told_apart(const PlacedPiece& piece) { return piece.key == "brochure/edition"; }

std::vector<PlacedPiece> pieces_of(const Content& content) {
    std::vector<PlacedPiece> out;
    std::copy_if(content.pieces.begin(), content.pieces.end(), std::back_inserter(out),
                 [](const PlacedPiece& piece) { return !is_told_apart(piece); });
    return out;
}

std::vector<units::KeyedContent> contents(const std::vector<PlacedPiece>& pieces) {
    std::vector<units::KeyedContent> out;
    for (const PlacedPiece& piece : pieces)
        out.push_back({piece.key, piece.words, units::is_brief(piece.words)});
    return out;
}

// "onderzoek/t1/r2" of "onderzoek/t1/r2c1": cells that come, go and move together.
std::string row_of(const std::string& key) {
    const std::size_t column = key.rfind('c');
    const std::size_t row = key.rfind("/r");
    const bool is_cell = column != std::string::npos && row != std::string::npos && row < column;
    return is_cell ? key.substr(0, column) : std::string{};
}

std::string section_of(const std::string& key) { return key.substr(0, key.find('/')); }

// What a text says in figures, in a form that two texts can be compared by.
std::multiset<std::string> figures_of(const std::string& words,
                                      const std::optional<units::ValueReader>& values) {
    std::multiset<std::string> out;
    if (!values) {
        std::string digits;
        for (const char c : words) {
            if (base::is_ascii_digit(c)) digits += c;
        }
        if (!digits.empty()) out.insert(digits);
        return out;
    }
    for (const units::Value& value : values->values_of(words)) {
        if (value.kind != units::Value::Kind::bare_unit) out.insert(value.amount + " " + value.unit);
    }
    return out;
}

class Comparison {
  public:
    Comparison(const Content& before, const Content& now, const std::optional<units::ValueReader>& values)
        : before_(pieces_of(before)), now_(pieces_of(now)), values_(values) {
        const auto lasting = units::lasting_keys(contents(before_), contents(now_), units::ByWords::yes);
        for (std::size_t i = 0; i < now_.size(); ++i) lasting_.push_back(lasting[i]);
        for (std::size_t i = 0; i < before_.size(); ++i) old_.emplace(before_[i].key, i);
        std::vector<std::string_view> keys;
        for (const PlacedPiece& piece : before_) keys.emplace_back(piece.key);
        moved_ = units::out_of_order(keys, {lasting_.begin(), lasting_.end()});
    }

    std::vector<Change> changes() {
        std::set<std::size_t> found;
        for (std::size_t i = 0; i < now_.size(); ++i) {
            const auto old = old_.find(lasting_[i]);
            if (old == old_.end()) {
                add(now_[i], What::added);
                continue;
            }
            found.insert(old->second);
            compare(before_[old->second], now_[i], moved_.contains(lasting_[i]));
        }
        for (std::size_t i = 0; i < before_.size(); ++i) {
            if (!found.contains(i)) add(before_[i], What::removed);
        }
        leave_out_forms_of_others();
        join_rows();
        join_sections();
        std::stable_sort(out_.begin(), out_.end(), [](const Change& a, const Change& b) {
            return std::pair{!a.figures, a.what == What::moved} <
                   std::pair{!b.figures, b.what == What::moved};
        });
        return std::move(out_);
    }

  private:
    void add(const PlacedPiece& piece, What what) {
        Change change;
        change.what = what;
        change.key = piece.key;
        change.kind = piece.kind;
        (what == What::added ? change.now : change.was) = piece.words;
        (what == What::added ? change.page_now : change.page_before) = piece.page;
        change.figures = !figures_of(piece.words, values_).empty();
        out_.push_back(std::move(change));
    }
    void compare(const PlacedPiece& was, const PlacedPiece& now, bool moved) {
        const bool same = was.digest == now.digest;
        if (same && !moved) return;
        Change change{same ? What::moved : What::changed,
                      moved,
                      false,
                      now.key,
                      now.kind,
                      was.words,
                      now.words,
                      was.page,
                      now.page};
        change.figures = !same && figures_of(was.words, values_) != figures_of(now.words, values_);
        out_.push_back(std::move(change));
    }

    // A list that came with its items is not told of twice.
    void leave_out_forms_of_others() {
        static constexpr std::string_view ending = "/form";
        const auto goes_with_others = [&](const Change& form) {
            if (form.kind != units::name_of(Kind::form) || !form.key.ends_with(ending)) return false;
            const std::string stem = form.key.substr(0, form.key.size() - ending.size());
            return std::any_of(out_.begin(), out_.end(), [&](const Change& other) {
                return other.what == form.what && other.kind != form.kind && other.key.starts_with(stem);
            });
        };
        std::vector<Change> kept;
        for (const Change& change : out_) {
            if (!goes_with_others(change)) kept.push_back(change);
        }
        out_ = std::move(kept);
    }

    // Cells of one row that came, went or moved together are one change.
    void join_rows() {
        std::vector<Change> joined;
        for (Change& change : out_) {
            const std::string row = row_of(change.key);
            Change* const last = joined.empty() ? nullptr : &joined.back();
            const bool whole = change.what != What::changed && !row.empty();
            if (whole && last != nullptr && last->what == change.what && last->key == row) {
                if (!change.was.empty()) last->was += " | " + change.was;
                if (!change.now.empty()) last->now += " | " + change.now;
                last->figures = last->figures || change.figures;
                continue;
            }
            if (whole) {
                change.key = row;
                change.kind = "row";
            }
            joined.push_back(std::move(change));
        }
        out_ = std::move(joined);
    }

    // A section of which every piece moved has moved as a whole.
    void join_sections() {
        std::map<std::string, std::size_t> pieces, moved;
        for (const std::string& key : lasting_) {
            ++pieces[section_of(key)];
            if (moved_.contains(key)) ++moved[section_of(key)];
        }
        std::vector<Change> joined;
        for (Change& change : out_) {
            const std::string section = section_of(change.key);
            const bool whole = moved[section] > 1 && moved[section] == pieces[section];
            if (!whole) {
                joined.push_back(std::move(change));
                continue;
            }
            if (change.what == What::moved && change.key != section + "/heading") continue;
            change.moved = false;
            if (change.what == What::moved) change.kind = "section";
            joined.push_back(std::move(change));
        }
        out_ = std::move(joined);
    }

    std::vector<PlacedPiece> before_, now_;
    const std::optional<units::ValueReader>& values_;
    std::vector<std::string> lasting_;  // keys of now_, by the names of before_
    std::map<std::string, std::size_t> old_;
    std::set<std::string> moved_;
    std::vector<Change> out_;
};

Changes of_whole(const std::pair<std::string, std::string>& key, const Content& before, const Content& now) {
    Changes out;
    out.brochure = key.first;
    out.language = key.second;
    out.edition_before = before.edition;
    out.edition_now = now.edition;
    out.pages_before = before.pages;
    out.pages_now = now.pages;
    return out;
}

}  // namespace

std::string_view name_of(What what) {
    static constexpr std::array<std::string_view, 4> names{"changed", "added", "removed", "moved"};
    return names[static_cast<std::size_t>(what)];
}

std::vector<Change> compared(const Content& before, const Content& now,
                             const std::optional<units::ValueReader>& values) {
    return Comparison{before, now, values}.changes();
}

std::vector<Changes> compared(const Contents& before, const Contents& now,
                              const document::ProjectFolders& folders) {
    std::map<std::string, std::optional<units::ValueReader>> readers;
    const auto reader = [&](const std::string& language) -> const std::optional<units::ValueReader>& {
        const auto [known, is_new] = readers.try_emplace(language);
        Sink ignored;  // a language file's mistakes are told by check
        if (is_new) {
            if (const auto words = document::read_language(folders, language, ignored))
                known->second.emplace(*words);
        }
        return known->second;
    };
    std::vector<Changes> out;
    const auto alone = [&](const Contents& contents, const Contents& others, What what) {
        for (const auto& [key, content] : contents.texts) {
            if (others.texts.contains(key)) continue;
            Changes one = what == What::added ? of_whole(key, {}, content) : of_whole(key, content, {});
            one.what = what;
            out.push_back(std::move(one));
        }
    };
    for (const auto& [key, content] : now.texts) {
        const auto old = before.texts.find(key);
        if (old == before.texts.end()) continue;
        Changes one = of_whole(key, old->second, content);
        one.pieces = compared(old->second, content, reader(key.second));
        if (!one.pieces.empty() || one.edition_before != one.edition_now) out.push_back(std::move(one));
    }
    alone(now, before, What::added);
    alone(before, now, What::removed);
    std::stable_sort(out.begin(), out.end(), [](const Changes& a, const Changes& b) {
        return std::pair{a.brochure, a.language} < std::pair{b.brochure, b.language};
    });
    return out;
}

}  // namespace brochure::changes
