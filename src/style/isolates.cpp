#include "style/isolates.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "style/bidi_words.hpp"

namespace brochure::style {

namespace {

using unicode::BidiIsolate;
using unicode::IsolateDirection;
using Isolates = std::vector<BidiIsolate>;

// Stand-ins of a direction of their own.
constexpr char32_t from_left = U'a';
constexpr char32_t from_right = U'\u05D0';

// A text as UAX 9 is asked about it: every name and every dose is a word of letters from the left, and
// quotation marks are brackets that pair.
class Stand {
  public:
    Stand(const std::vector<BidiCharacter>& characters, const std::vector<BidiWord>& words) {
        for (const BidiCharacter& character : characters) values_.push_back(character.value);
        for (const BidiWord& word : words) {
            if (word.kind == WordKind::from_left) fill(word.begin, word.end, from_left);
        }
        for (std::size_t i = 0; i < values_.size(); ++i) {
            if (is_quotation_mark(values_[i])) values_[i] = opens(i) ? U'「' : U'」';
        }
    }

    void fill(std::size_t begin, std::size_t end, char32_t value) {
        std::fill(values_.begin() + static_cast<std::ptrdiff_t>(begin),
                  values_.begin() + static_cast<std::ptrdiff_t>(end), value);
    }
    // An Arabic comma is the sentence's and so is a citation: they part the names on their two sides.
    void part_at_stops() {
        std::ranges::replace_if(
            values_, [](char32_t c) { return is_arabic_stop(c) || c == isolate_stand_in; }, from_right);
    }
    [[nodiscard]] bool is_from_left(std::size_t at) const {
        return unicode::strength_of(values_[at]) == unicode::Strength::left_to_right;
    }

    // The level of every character by plain UAX 9.
    [[nodiscard]] std::vector<std::uint8_t> levels(bool right_to_left) const {
        std::string text;
        std::vector<std::size_t> character_at;
        for (std::size_t i = 0; i < values_.size(); ++i) {
            base::append_utf8(text, values_[i]);
            character_at.resize(text.size(), i);
        }
        std::vector<std::uint8_t> levels(values_.size(), 0);
        for (const unicode::BidiRun& run : unicode::bidi_runs(text, right_to_left)) {
            for (std::uint32_t at = run.range.begin; at < run.range.end; ++at)
                levels[character_at[at]] = run.level;
        }
        return levels;
    }

  private:
    // A mark that a space or a bracket precedes.
    [[nodiscard]] bool opens(std::size_t at) const {
        if (at == 0) return true;
        const char32_t before = values_[at - 1];
        return unicode::is_white_space(before) || unicode::closing_bracket(before) != 0;
    }

    std::u32string values_;
};

// Finds the isolates of a stretch of text whose direction is one.
class Isolator {
  public:
    Isolator(std::string_view text, const document::Language& language, Isolates& found)
        : text_(text), language_(language), found_(found) {}

    void from_right(TextRange range, const Isolates& known, bool ranges_left_to_right) {
        const std::vector<BidiCharacter> characters = bidi_characters(text_, range, known);
        const std::vector<BidiWord> words = bidi_words(characters);
        const std::vector<Figure> figures =
            figures_among(characters, words, language_.no_break, ranges_left_to_right);
        Stand stand(characters, words);
        stand.part_at_stops();
        for (const Figure& figure : figures) {
            const auto fill = [&](char32_t value) {
                stand.fill(words[figure.first].begin, words[figure.end - 1].end, value);
            };
            if (figure.with_letters)
                fill(style::from_left);
            else if (counts_next_word(characters, words, figure))
                fill(style::from_right);
        }
        const std::vector<TextRange> runs = runs_from_left(characters, stand);
        for (const TextRange run : runs) add(run, IsolateDirection::left_to_right);
        for (const Figure& figure : figures) {
            const TextRange own = range_of(characters, words[figure.first].begin, words[figure.end - 1].end);
            const bool within = std::ranges::any_of(
                runs, [&](TextRange run) { return run.begin <= own.begin && own.end <= run.end; });
            if (figure.keeps_order && !within) add(own, IsolateDirection::left_to_right);
        }
    }

    // Letters from the right among those from the left: each stretch of them, with the figures that UAX 9
    // counts to it, is one from the right, so that a dose behind it is none of its own.
    void from_left(TextRange range, const Isolates& known) {
        const std::vector<BidiCharacter> characters = bidi_characters(text_, range, known);
        const std::vector<BidiWord> words = bidi_words(characters);
        const std::vector<Figure> figures = figures_among(characters, words, language_.no_break, true);
        if (figures.empty()) return;
        Stand stand(characters, words);
        for (const Figure& figure : figures) {
            if (!figure.with_letters) continue;
            stand.fill(words[figure.first].begin, words[figure.end - 1].end, style::from_left);
        }
        const std::vector<std::uint8_t> levels = stand.levels(false);
        for (std::size_t begin = 0; begin < levels.size(); ++begin) {
            std::size_t end = begin;
            while (end < levels.size() && levels[end] > 0) ++end;
            if (end == begin) continue;
            const TextRange stretch = range_of(characters, begin, end);
            add(stretch, IsolateDirection::right_to_left);
            from_right(stretch, within(known, stretch), true);
            begin = end;
        }
    }

    static Isolates within(const Isolates& known, TextRange range) {
        Isolates inside;
        std::ranges::copy_if(known, std::back_inserter(inside), [&](const BidiIsolate& isolate) {
            return range.begin <= isolate.range.begin && isolate.range.end <= range.end;
        });
        return inside;
    }

  private:
    void add(TextRange range, IsolateDirection direction) { found_.push_back({range, direction}); }

    static TextRange range_of(const std::vector<BidiCharacter>& characters, std::size_t begin,
                              std::size_t end) {
        return {characters[begin].range.begin, characters[end - 1].range.end};
    }

    // What UAX 9 sets from left to right as one, with the figures behind its letters.
    static std::vector<TextRange> runs_from_left(const std::vector<BidiCharacter>& characters,
                                                 const Stand& stand) {
        std::vector<TextRange> runs;
        const std::vector<std::uint8_t> levels = stand.levels(true);
        for (std::size_t begin = 0; begin < levels.size();) {
            std::size_t end = begin;
            bool letters = false;
            for (; end < levels.size() && levels[end] > 1; ++end)
                letters = letters || stand.is_from_left(end);
            if (letters) runs.push_back(range_of(characters, begin, end));
            begin = std::max(end, begin + 1);
        }
        return runs;
    }

    // A number right before a word from the right belongs to that word, whatever precedes it: "CT 3 مرات" is
    // a scan, and three times; "Paracetamol 500 ملغ" a dose in Arabic. Not one that has its unit already, nor
    // before a word that starts anew.
    [[nodiscard]] bool counts_next_word(const std::vector<BidiCharacter>& characters,
                                        const std::vector<BidiWord>& words, const Figure& figure) const {
        if (figure.with_unit || figure.end >= words.size() || words[figure.end - 1].stops) return false;
        const BidiWord& next = words[figure.end];
        if (next.kind != WordKind::from_right || next.opens) return false;
        const std::string_view word = range_of(characters, next.begin, next.end).of(text_);
        const auto& pauses = language_.sentences.pause_before;
        return std::find(pauses.begin(), pauses.end(), word) == pauses.end();
    }

    std::string_view text_;
    const document::Language& language_;
    Isolates& found_;
};

// Outer ones before what they hold.
void sort(Isolates& isolates) {
    std::stable_sort(isolates.begin(), isolates.end(), [](const BidiIsolate& a, const BidiIsolate& b) {
        return a.range.begin != b.range.begin ? a.range.begin < b.range.begin : a.range.end > b.range.end;
    });
}

Isolates outermost(const Isolates& sorted) {
    Isolates outer;
    for (const BidiIsolate& isolate : sorted) {
        if (outer.empty() || isolate.range.begin >= outer.back().range.end) outer.push_back(isolate);
    }
    return outer;
}

bool holds_letters_from_right(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        constexpr unsigned char first_lead_byte = 0xD6;  // of U+0590
        if (static_cast<unsigned char>(text[at]) < first_lead_byte) {
            ++at;
            continue;
        }
        const base::CodePoint point = base::code_point_at(text, at);
        if (unicode::strength_of(point.value) == unicode::Strength::right_to_left) return true;
        at += point.length;
    }
    return false;
}

bool starts_from_right(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        const unicode::Strength strength = unicode::strength_of(point.value);
        if (strength != unicode::Strength::weak) return strength == unicode::Strength::right_to_left;
        at += point.length;
    }
    return false;
}

// The isolates that the text needs within `known`, and within each of those.
void add_within(std::string_view text, TextRange range, bool right_to_left, const Isolates& known,
                const document::Language& language, Isolates& found) {
    Isolator isolator(text, language, found);
    const Isolates outer = outermost(known);
    if (right_to_left) {
        isolator.from_right(range, outer, language.ranges_left_to_right || !language.right_to_left);
    } else if (holds_letters_from_right(range.of(text))) {
        isolator.from_left(range, outer);
    }
    for (const BidiIsolate& isolate : outer) {
        const std::string_view words = isolate.range.of(text);
        if (!holds_letters_from_right(words)) continue;
        Isolates inner = Isolator::within(known, isolate.range);
        std::erase(inner, isolate);
        const bool turned = isolate.direction == IsolateDirection::right_to_left ||
                            (isolate.direction == IsolateDirection::first_strong && starts_from_right(words));
        add_within(text, isolate.range, turned, inner, language, found);
    }
}

}  // namespace

Isolates isolates_of(std::string_view text, Isolates known, const document::Language& language) {
    sort(known);
    if (!language.right_to_left && !holds_letters_from_right(text)) return known;
    Isolates all = known;
    add_within(text, {0, static_cast<std::uint32_t>(text.size())}, language.right_to_left, known, language,
               all);
    sort(all);
    return all;
}

}  // namespace brochure::style
