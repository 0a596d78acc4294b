#include "document/markdown/quotes.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "document/model/letters.hpp"

namespace brochure::document {

namespace {

constexpr std::string_view apostrophe = "’";
constexpr std::string_view minutes = "′", seconds = "″";  // also feet and inches
constexpr std::string_view gershayim = "״";               // before the last letter of a Hebrew abbreviation

// Behind these, and at the start of a text, a mark opens.
bool opens_after(char32_t before) {
    constexpr std::u32string_view openers = U"([{/-\u2010\u2011\u2012\u2013\u2014“‘„‚«‹（「『【";
    return before == 0 || is_white(before) || openers.find(before) != std::u32string_view::npos;
}

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
}

// A letter, a figure, or what begins quoted words of its own: "“…", "(…".
bool begins_words(char32_t c) {
    constexpr std::u32string_view openers = U"([{“‘„‚«‹¿¡（「『【《$€£+#@&\\*";
    return is_letter(c) || is_figure(c) || openers.find(c) != std::u32string_view::npos;
}

// True if a word of the language begins here with an apostrophe: ’s nachts, ’t, ’n.
bool is_elision(std::string_view behind, const Language& language) {
    const auto end = std::find_if_not(behind.begin(), behind.end(), is_word_byte);
    const auto word = behind.substr(0, static_cast<std::size_t>(end - behind.begin()));
    return std::any_of(language.elisions.begin(), language.elisions.end(), [&](std::string_view elision) {
        if (!elision.starts_with(apostrophe)) return false;
        elision.remove_prefix(apostrophe.size());
        return std::equal(word.begin(), word.end(), elision.begin(), elision.end(), [](char a, char b) {
            return a == b || base::ascii_lower(a) == b;  // 'S NACHTS
        });
    });
}

// Two figures of a year, '68 or '90s; but not '90', which is quoted.
bool is_year(std::string_view behind) {
    const auto digit = [&](std::size_t at) {
        return at < behind.size() && is_figure(character_at(behind, at));
    };
    if (!digit(0) || !digit(1) || digit(2)) return false;
    return behind.substr(2, 1) != "'" || is_letter(character_at(behind, 3));
}

// "rock 'n' roll"
bool is_and(std::string_view text, std::size_t at) {
    const std::string_view behind = text.substr(at);
    const bool and_opens = behind.starts_with("'n' ") || behind.starts_with("'N' ");
    const bool and_closes = at >= 3 && (text.substr(at - 3, 4) == " 'n'" || text.substr(at - 3, 4) == " 'N'");
    return (and_opens && at > 1 && is_letter(character_before(text, at - 1))) ||
           (and_closes && is_letter(character_at(text, at + 2)));
}

class Marks {
  public:
    Marks(std::string_view text, std::span<const std::uint32_t> kept, const Language& language)
        : text_(text), kept_(kept), language_(language), last_closer_(last_closer()) {}

    std::vector<QuoteChange> find() {
        for (std::size_t at = text_.find_first_of("'\""); at != std::string_view::npos;
             at = text_.find_first_of("'\"", at + 1)) {
            if (is_kept(at)) continue;
            changes_.push_back({static_cast<std::uint32_t>(at), text_[at] == '"' ? outer(at) : inner(at)});
        }
        return std::move(changes_);
    }

  private:
    [[nodiscard]] bool is_kept(std::size_t at) const {
        return std::binary_search(kept_.begin(), kept_.end(), static_cast<std::uint32_t>(at));
    }
    [[nodiscard]] bool is_mark(std::size_t at) const {
        return at < text_.size() && (text_[at] == '\'' || text_[at] == '"') && !is_kept(at);
    }
    // Directly behind a mark that opened.
    [[nodiscard]] bool behind_an_opening(std::size_t at) const {
        return at > 0 && is_mark(at - 1) && opened_last_ && !changes_.empty() &&
               changes_.back().offset + 1 == at;
    }
    [[nodiscard]] bool opens_here(std::size_t at) const {
        if (at > 0 && is_mark(at - 1)) return behind_an_opening(at);
        return opens_after(character_before(text_, at));
    }
    // The next character that is no mark itself begins words.
    [[nodiscard]] bool words_follow(std::size_t at) const {
        std::size_t next = at + 1;
        while (is_mark(next)) ++next;
        return begins_words(character_at(text_, next));
    }

    std::string_view outer(std::size_t at) {
        const char32_t before = character_before(text_, at), after = character_at(text_, at + 1);
        const bool room_before = opens_here(at);
        if (behind_an_opening(at) && text_[at - 1] == '"' && !is_letter(after) && !is_figure(after))
            return close();
        if (room_before) {
            if (words_follow(at)) return open();
            return open_ > 0 || at + 1 == text_.size() || !is_mark(at + 1) ? lone(at) : open();
        }
        if (is_inches(at)) return seconds;
        if (is_figure(before) && open_ == 0 && !is_of_joined_script(after)) return seconds;
        if (is_abbreviation(at)) return gershayim;
        const bool letter_follows = is_letter(after) || is_figure(after);
        return open_ == 0 && (letter_follows || (is_mark(at + 1) && words_follow(at))) ? open() : close();
    }

    // With a space on both sides: in turn.
    std::string_view lone(std::size_t at) {
        const bool ends = character_at(text_, at + 1) == 0;
        return open_ > 0 || ends ? close() : open();
    }

    // 5'10": the figures before have their feet or minutes.
    [[nodiscard]] bool is_inches(std::size_t at) const {
        std::size_t digits = at;
        while (digits > 0 && base::is_ascii_digit(text_[digits - 1])) --digits;
        return digits < at && digits > 1 && text_[digits - 1] == '\'' &&
               is_figure(character_before(text_, digits - 1));
    }

    // ד"ר: the last letter but one of a word; ו"שלום" is a small word before a quotation.
    [[nodiscard]] bool is_abbreviation(std::size_t at) const {
        if (!is_hebrew_letter(character_before(text_, at)) || !is_hebrew_letter(character_at(text_, at + 1)))
            return false;
        constexpr std::size_t letter = 2;  // bytes
        const bool one_letter = !is_hebrew_letter(character_at(text_, at + 1 + letter));
        return one_letter || text_.rfind('"') == at;
    }

    std::string_view inner(std::size_t at) {
        const char32_t before = character_before(text_, at), after = character_at(text_, at + 1);
        const bool room_before = opens_here(at);
        const std::string_view behind = text_.substr(at + 1);
        if (is_and(text_, at)) return plain();
        if (room_before) {
            if (is_elision(behind, language_) || is_year(behind)) return plain();
            if (words_follow(at) && closer_follows(at)) return open_inner();
            return inner_open_ ? close_inner() : plain();
        }
        if (is_figure(before) && !inner_open_ && is_measure(after)) return minutes;
        const bool joined = is_of_joined_script(before) || is_of_joined_script(after);
        if (inner_open_ && (joined || !(is_letter(after) || is_figure(after)))) return close_inner();
        if (joined && !inner_open_ && words_follow(at) && text_.rfind('\'') > at) return open_inner();
        return plain();
    }

    // Behind 5' or 30': more figures, or no word.
    [[nodiscard]] static bool is_measure(char32_t after) { return !is_letter(after); }

    // Behind the last mark that can close - behind a word or its punctuation, before no word - none opens.
    [[nodiscard]] bool closer_follows(std::size_t opening) const { return last_closer_ > opening; }
    [[nodiscard]] std::size_t last_closer() const {
        std::size_t at = text_.rfind('\'');
        for (; at != std::string_view::npos && at > 0; at = text_.rfind('\'', at - 1)) {
            const char32_t after = character_at(text_, at + 1);
            const bool word_behind = (is_letter(after) || is_figure(after)) && !is_of_joined_script(after);
            if (!is_kept(at) && !opens_after(character_before(text_, at)) && !word_behind) return at;
        }
        return 0;
    }

    std::string_view open() {
        opened_last_ = true;
        ++open_;
        return language_.quotes[0];
    }
    std::string_view close() {
        opened_last_ = false;
        open_ = std::max(open_ - 1, 0);
        return language_.quotes[1];
    }
    std::string_view open_inner() {
        opened_last_ = inner_open_ = true;
        return language_.quotes[2];
    }
    std::string_view close_inner() {
        opened_last_ = inner_open_ = false;
        return language_.quotes[3];
    }
    std::string_view plain() {
        // Behind l' of l'"Hôpital" a mark opens as behind a space.
        opened_last_ = true;
        return apostrophe;
    }

    std::string_view text_;
    std::span<const std::uint32_t> kept_;
    const Language& language_;
    std::size_t last_closer_;
    std::vector<QuoteChange> changes_;
    int open_ = 0;
    bool inner_open_ = false;
    bool opened_last_ = false;
};

}  // namespace

std::vector<QuoteChange> find_quotes(std::string_view text, std::span<const std::uint32_t> kept,
                                     const Language& language) {
    if (language.quotes.size() < 4 || text.find_first_of("'\"") == std::string_view::npos) return {};
    return Marks{text, kept, language}.find();
}

namespace {

std::string applied(std::string_view text, std::span<const QuoteChange> changes) {
    std::string result;
    std::size_t from = 0;
    for (const QuoteChange& change : changes) {
        result += text.substr(from, change.offset - from);
        result += change.replacement;
        from = change.offset + 1;
    }
    return result += text.substr(from);
}

}  // namespace

void set_quotes(Text& text, std::span<const std::uint32_t> kept, const Language& language) {
    const std::vector<QuoteChange> changes = find_quotes(text.utf8, kept, language);
    if (changes.empty()) return;
    std::vector<std::uint32_t> growth;  // total, behind each change
    std::uint32_t total = 0;
    for (const QuoteChange& change : changes) {
        total += static_cast<std::uint32_t>(change.replacement.size()) - 1;
        growth.push_back(total);
    }
    const auto moved = [&](std::uint32_t offset) {
        const auto before =
            std::lower_bound(changes.begin(), changes.end(), offset,
                             [](const QuoteChange& change, std::uint32_t at) { return change.offset < at; });
        return before == changes.begin()
                   ? offset
                   : offset + growth[static_cast<std::size_t>(before - changes.begin()) - 1];
    };
    for (const QuoteChange& change :
         changes) {  // one character for another keeps columns in step, two do not
        const std::uint32_t behind = change.offset + 1;
        if (base::column_of(change.replacement, change.replacement.size()) == 2 || behind >= text.utf8.size())
            continue;
        const auto at = std::lower_bound(text.source.begin(), text.source.end(), behind,
                                         [](const SourceMark& m, std::uint32_t o) { return m.offset < o; });
        if (at == text.source.end() || at->offset != behind)
            text.source.insert(at, {behind, text.place_of(behind)});
    }
    for (Span& span : text.spans) span.range = {moved(span.range.begin), moved(span.range.end)};
    for (SourceMark& mark : text.source) mark.offset = moved(mark.offset);
    text.utf8 = applied(text.utf8, changes);
}

std::string with_quotes(std::string_view text, const Language& language) {
    return applied(text, find_quotes(text, {}, language));
}

}  // namespace brochure::document
