#include "document/quotes.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace brochure::document {

namespace {

constexpr std::string_view apostrophe = "’";

// Behind these, and at the start of a text, a mark opens.
bool opens_after(char32_t before) {
    constexpr std::u32string_view openers =
        U" \t\n([{/-\u00A0\u202F\u2009\u2010\u2011\u2013\u2014\u2028“‘„‚«‹\"'";
    return before == 0 || openers.find(before) != std::u32string_view::npos;
}

bool is_word_byte(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x80 || (byte >= '0' && byte <= '9') || ((byte | 0x20U) >= 'a' && (byte | 0x20U) <= 'z');
}

char32_t character_before(std::string_view text, std::size_t at) {
    if (at == 0) return 0;
    std::size_t start = at - 1;
    while (start > 0 && (static_cast<unsigned char>(text[start]) & 0xC0U) == 0x80U) --start;
    return base::code_point_at(text, start).value;
}

// True if a word of the language begins here with an apostrophe: ’s nachts, ’t, ’n.
bool is_elision(std::string_view behind, const Language& language) {
    const auto end = std::find_if_not(behind.begin(), behind.end(), is_word_byte);
    const auto word = behind.substr(0, static_cast<std::size_t>(end - behind.begin()));
    return std::any_of(language.elisions.begin(), language.elisions.end(), [&](std::string_view elision) {
        if (!elision.starts_with(apostrophe)) return false;
        elision.remove_prefix(apostrophe.size());
        return std::equal(word.begin(), word.end(), elision.begin(), elision.end(), [](char a, char b) {
            return a == b || (a >= 'A' && a <= 'Z' && static_cast<char>(a | 0x20) == b);  // 'S NACHTS
        });
    });
}

// The offsets of single marks that close: behind a word or its punctuation, before no word.
std::vector<std::uint32_t> closing_singles(std::string_view text) {
    std::vector<std::uint32_t> list;
    for (std::size_t at = text.find('\''); at != std::string_view::npos; at = text.find('\'', at + 1)) {
        const bool word_behind = at + 1 < text.size() && is_word_byte(text[at + 1]);
        if (!opens_after(character_before(text, at)) && !word_behind)
            list.push_back(static_cast<std::uint32_t>(at));
    }
    return list;
}

}  // namespace

std::vector<QuoteChange> find_quotes(std::string_view text, std::span<const std::uint32_t> kept,
                                     const Language& language) {
    std::vector<QuoteChange> changes;
    if (language.quotes.size() < 4 || text.find_first_of("'\"") == std::string_view::npos) return changes;
    const std::vector<std::uint32_t> closers = closing_singles(text);
    std::size_t next_closer = 0;
    bool single_open = false;
    for (std::size_t at = text.find_first_of("'\""); at != std::string_view::npos;
         at = text.find_first_of("'\"", at + 1)) {
        const auto offset = static_cast<std::uint32_t>(at);
        if (std::binary_search(kept.begin(), kept.end(), offset)) continue;
        const bool opens =
            opens_after(character_before(text, at)) && at + 1 < text.size() && text[at + 1] != ' ';
        if (text[at] == '"') {
            changes.push_back({offset, language.quotes[opens ? 0 : 1]});
            continue;
        }
        while (next_closer < closers.size() && closers[next_closer] <= offset) ++next_closer;
        if (opens && !is_elision(text.substr(at + 1), language) && next_closer < closers.size()) {
            single_open = true;
            changes.push_back({offset, language.quotes[2]});
        } else if (single_open && std::binary_search(closers.begin(), closers.end(), offset)) {
            single_open = false;
            changes.push_back({offset, language.quotes[3]});
        } else {
            changes.push_back({offset, apostrophe});
        }
    }
    return changes;
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
