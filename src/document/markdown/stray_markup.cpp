#include "document/markdown/stray_markup.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>

#include "base/ascii.hpp"
#include "diag/codes.hpp"
#include "document/markdown/leftovers.hpp"
#include "document/markdown/placeholders.hpp"
#include "document/model/letters.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

struct Stray {
    std::size_t length = 0;
    std::string remedy;
    bool warning = false;
    bool strike = false;  // ~~words~~
    bool told = false;    // elsewhere: words that are yet to be filled in
};
using Found = std::optional<Stray>;

// The text around a character up to the next spaces.
std::string_view word_around(std::string_view text, std::size_t at) {
    const auto ends_word = [](char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == TypedText::markup;
    };
    std::size_t begin = at, end = at;
    while (begin > 0 && !ends_word(text[begin - 1])) --begin;
    while (end < text.size() && !ends_word(text[end])) ++end;
    return text.substr(begin, end - begin);
}

// Web and mail addresses hold signs of any kind.
bool is_in_address(std::string_view text, std::size_t at) {
    const std::string_view word = word_around(text, at);
    return word.find("://") != std::string_view::npos || word.find("www.") != std::string_view::npos ||
           word.find('/') != std::string_view::npos || word.find('@') != std::string_view::npos;
}

bool starts_line(std::string_view text, std::size_t at) { return at == 0 || text[at - 1] == '\n'; }

std::size_t run_length(std::string_view text, std::size_t at) {
    const std::size_t end = text.find_first_not_of(text[at], at);
    return std::min(end, text.size()) - at;
}

// Up to and with the next `end` on the same line; 0 if there is none.
std::size_t length_to(std::string_view text, std::size_t at, std::string_view end) {
    const std::size_t line_end = std::min(text.find('\n', at), text.size());
    const std::size_t found = text.substr(0, line_end).find(end, at);
    return found == std::string_view::npos ? 0 : found + end.size() - at;
}

// With the words behind a mark and the second mark, if there is one: the two are one mistake.
std::size_t length_of_pair(std::string_view text, std::size_t at) {
    const std::size_t run = run_length(text, at);
    return std::max(run, length_to(text, at + run, text.substr(at, run)) + run);
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return (x | 0x20) == (y | 0x20); });
}

Found brace(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    const std::size_t length =
        std::max<std::size_t>(length_to(text, at, rest.starts_with("{{") ? "}}" : "}"), run_length(text, at));
    if (is_placeholder(rest.substr(0, length))) return Stray{length, "", false, false, true};
    const std::string_view inner = rest.substr(1, length - 1);
    if (rest.starts_with("{{") && length > 4) {
        std::string_view name = rest.substr(2, length - 4);
        while (name.starts_with(' ')) name.remove_prefix(1);
        while (name.ends_with(' ')) name.remove_suffix(1);
        if (is_id(name)) {
            return Stray{length,
                         "a table stands on a line of its own: put it there, with an empty line before "
                         "and after it"};
        }
    }
    if (inner.starts_with('#'))
        return Stray{length,
                     "a name such as {#pain} stands at the end of a heading's line, and nowhere else"};
    if (inner.starts_with("lang="))
        return Stray{length, "put the words in square brackets right before it: [words]{lang=en}"};
    return Stray{length,
                 "remove it: how the text looks is said in the layout file; or write \\{ and \\} for the "
                 "characters themselves"};
}

Found square_opening(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("[[")) {
        const std::size_t length = length_to(text, at, "]]");
        return Stray{
            std::max(length, run_length(text, at)),
            "for a reference write [words](#name-of-the-heading), for a picture ![what it shows](its-id)"};
    }
    const std::size_t length = length_to(text, at, "]");
    const std::string_view inner = length > 2 ? rest.substr(1, length - 2) : std::string_view{};
    for (const std::string_view contents : {"toc", "_toc_", "contents"}) {
        const bool alone = starts_line(text, at) && (length == rest.size() || rest[length] == '\n');
        if (alone && equal_ignoring_case(inner, contents))
            return Stray{length, "remove it: the layout writes the contents by itself"};
    }
    if (rest.starts_with("[@") || rest.starts_with("[!"))
        return Stray{2, rest[1] == '@'
                            ? "write the ids of sources alone, parted by semicolons: [@one; @two]; or "
                              "\\[ for the character itself"
                            : "a call-out begins with > at the start of its line: > [!WARNING] Title; or "
                              "write \\[ for the character itself"};
    if (inner.size() > 1 && inner[0] == '/' &&
        std::all_of(inner.begin() + 1, inner.end(), base::is_ascii_letter))
        return Stray{length, "remove the marks in square brackets; write **bold** for bold words"};
    if (inner.starts_with("http://") || inner.starts_with("https://"))
        return Stray{length, "write a link as [words](https://…)"};
    if (inner.size() > 1 && (inner[0] == '#' || inner[0] == '%') && base::is_ascii_letter(inner[1]))
        return Stray{length, "write the number of a source as [@its-id]; or \\[ for the character itself"};
    return {};
}

Found square_closing(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("]("))
        return Stray{2,
                     "write [words](address) without a space between ] and ( or within the address; or "
                     "\\]\\( for the characters themselves"};
    if (rest.starts_with("] (http") || rest.starts_with("] (#"))
        return Stray{3, "remove the space between ] and ("};
    if (rest.starts_with("]{")) {
        return Stray{std::max<std::size_t>(length_to(text, at, "}"), 2),
                     "for words in another language write [words]{lang=en}; nothing else stands in braces"};
    }
    if (rest.starts_with("]["))
        return Stray{2, "write the address right behind the words: [words](https://…)"};
    if (rest.starts_with("]（")) return Stray{rest.find("（") + 3, "write ( and ) as narrow characters"};
    return {};
}

Found colon(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    const std::size_t run = run_length(text, at);
    if (run >= 3)
        return Stray{run, "write a call-out as > [!NOTE] Title, its text on the next lines behind >"};
    if (run == 2) return Stray{run, "write one colon, or \\:\\: for the characters themselves"};
    if (starts_line(text, at) && rest.starts_with(": "))
        return Stray{1, "explain a word under [[glossary]], or in a sentence"};
    const char before = at > 0 ? text[at - 1] : ' ';
    const std::size_t end = text.find(':', at + 1);
    if (end == std::string_view::npos || static_cast<unsigned char>(before) >= 0x80 ||
        base::is_ascii_digit(before) || base::is_ascii_letter(before)) {
        return {};
    }
    const std::string_view name = text.substr(at + 1, end - at - 1);
    const char behind = end + 1 < text.size() ? text[end + 1] : ' ';
    const bool shortcode =
        name == "+1" || name == "-1" ||
        (name.size() > 1 && base::is_ascii_small(name.front()) &&
         std::all_of(name.begin(), name.end(), [](char c) {
             return base::is_ascii_small(c) || base::is_ascii_digit(c) || c == '_' || c == '-' || c == '+';
         }));
    if (!shortcode || base::is_ascii_letter(behind) || base::is_ascii_digit(behind)) return {};
    return Stray{name.size() + 2, "remove it, or write the sign itself if the fonts have it"};
}

Found equals(std::string_view text, std::size_t at) {
    const std::size_t run = run_length(text, at);
    if (run >= 2)
        return Stray{length_of_pair(text, at),
                     "write **words** for words that stand out, and ## for a heading; or \\=\\= for the "
                     "characters themselves"};
    const bool heading =
        starts_line(text, at) && text.substr(at).starts_with("= ") && is_letter(character_at(text, at + 2));
    return heading ? Found{Stray{1, "write ## for a heading"}} : Found{};
}

Found star(std::string_view text, std::size_t at) {
    const std::size_t run = run_length(text, at);
    if (run == 1 && starts_line(text, at) && text.substr(at).starts_with("*["))
        return Stray{std::max<std::size_t>(length_to(text, at, "]:"), 2),
                     "explain an abbreviation in the text, or under [[glossary]]"};
    if (run != 2 && run != 3) return {};
    return Stray{run,
                 "complete the markup: a mark before the words and one behind them, both touching the words, "
                 "with quotation marks and full stops outside; or write \\* for the character itself"};
}

Found underscore(std::string_view text, std::size_t at) {
    const std::size_t run = run_length(text, at);
    if (run > 2 || is_in_address(text, at)) return {};
    const char32_t before = character_before(text, at), behind = character_at(text, at + run);
    if (run == 2 && (is_letter(before) || is_letter(behind) || is_figure(before) || is_figure(behind)))
        return Stray{2, "write **words** for bold; or \\_ for the character itself"};
    if (run == 1 && (is_of_joined_script(before) || is_of_joined_script(behind)))
        return Stray{
            1, "write *words* with stars: between letters, _ is no mark; or \\_ for the character itself"};
    const bool index = run == 1 && is_letter(before) && is_figure(behind) &&
                       word_around(text, at).find('.') == std::string_view::npos;
    if (index) return Stray{1, "write a lowered figure as H~2~O; or \\_ for the character itself"};
    return {};
}

Found backslash(std::string_view text, std::size_t at) {
    const bool ends_line = at + 1 >= text.size() || text[at + 1] == '\n';
    if (ends_line)
        return Stray{
            1,
            "one backslash at the end of a line begins a new line; at the end of a paragraph it is not "
            "needed: remove it"};
    std::size_t end = at + 1;
    while (end < text.size() && base::is_ascii_letter(text[end])) ++end;
    const std::string_view name = text.substr(at + 1, end - at - 1);
    for (const std::string_view page : {"newpage", "pagebreak", "clearpage", "break", "cleardoublepage"}) {
        if (name == page) return Stray{end - at, "remove it: pages are filled and ended by the program"};
    }
    return Stray{end - at, "remove it, or write \\\\ for a backslash itself"};
}

Found ampersand(std::string_view text, std::size_t at) {
    constexpr std::array names{"amp",    "nbsp",   "lt",     "gt",     "quot", "apos", "deg",    "micro",
                               "times",  "plusmn", "ndash",  "mdash",  "euro", "shy",  "frac12", "frac14",
                               "hellip", "bull",   "middot", "eacute", "euml", "iuml", "ouml",   "uuml"};
    const std::string_view rest = text.substr(at);
    std::size_t end = 1;
    while (end < rest.size() && (base::is_ascii_letter(rest[end]) || base::is_ascii_digit(rest[end]))) ++end;
    const std::string_view name = rest.substr(1, end - 1);
    const bool closed = end < rest.size() && rest[end] == ';';
    const bool number = rest.starts_with("&#") && rest.size() > 2 &&
                        (base::is_ascii_digit(rest[2]) || (rest[2] | 0x20) == 'x');
    const bool known = std::find(names.begin(), names.end(), name) != names.end();
    const bool unknown =
        closed && name.size() > 2 && std::all_of(name.begin(), name.end(), base::is_ascii_small);
    if (number) {
        end = std::min(rest.find_first_of("; \n", 2), rest.size());
        return Stray{end, "write the character itself"};
    }
    if (!known && !unknown) return {};
    return Stray{closed ? end + 1 : end, "write the character itself, or \\& for the sign &"};
}

Found angle(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("<!--"))
        return Stray{4, "end the remark with --> and write no -- within it; or remove it"};
    for (const std::string_view pair : {"<<", ">>"})
        if (rest.starts_with(pair))
            return Stray{run_length(text, at), "write quotation marks as \" or as the characters themselves"};
    for (const std::string_view pair : {"</", "<%", "<!", "<?"})
        if (rest.starts_with(pair)) return Stray{2, "remove the tag; or write \\< for the character itself"};
    return {};
}

Found hash(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    const std::size_t run = run_length(text, at);
    if (starts_line(text, at) && run >= 2)
        return Stray{run, run > 6 ? "a heading has six # at most; write ## for a part, ### for a section"
                                  : "leave a space behind the # of a heading: ## Heading"};
    if (starts_line(text, at) && rest.starts_with("#. "))
        return Stray{2, "number the lines of a list: 1. 2. 3."};
    std::size_t end = 1;
    while (end < rest.size() && base::is_ascii_small(rest[end])) ++end;
    if (end > 2 && end < rest.size() && rest[end] == '(')
        return Stray{end, "remove it: how the text looks is said in the layout file"};
    return {};
}

Found dashes(std::string_view text, std::size_t at) {
    const std::size_t run = run_length(text, at);
    if (run < 2 || is_in_address(text, at)) return {};
    return Stray{run,
                 run == 2
                     ? "write – between figures, and – or a comma between words; or \\-\\- for two hyphens"
                     : "write –, or remove the line",
                 true};
}

Found quote_marks(std::string_view text, std::size_t at) {
    if (text[at] == '`')
        return Stray{run_length(text, at), "write ' for an apostrophe, and \" or ' around words"};
    const std::size_t run = run_length(text, at);
    const bool seconds = is_figure(character_before(text, at));  // 5' 10''
    if (run < 2 || (run == 2 && seconds)) return {};
    return Stray{length_of_pair(text, at),
                 "write **words** for words that stand out, and \" around words that are quoted"};
}

Found tilde(std::string_view text, std::size_t at) {
    if (run_length(text, at) == 2) {
        const std::size_t length = length_to(text, at + 2, "~~") + 2;
        return Stray{length, "remove the words, or the ~~ around them", false, true};
    }
    if (run_length(text, at) > 1) return {};
    const std::string_view word = word_around(text, at);
    const bool single = std::count(word.begin(), word.end(), '~') == 1;
    const char32_t before = character_before(text, at), behind = character_at(text, at + 1);
    const bool tie =
        (is_figure(before) || before == '.') && is_letter(behind) && !is_of_joined_script(behind);
    if (!single || !tie || is_in_address(text, at)) return {};
    return Stray{1, "write a space: the program keeps a figure and its unit on one line by itself"};
}

Found pair_of(std::string_view text, std::size_t at, std::string_view remedy) {
    const std::size_t run = run_length(text, at);
    return run >= 2 ? Found{Stray{length_of_pair(text, at), std::string{remedy}}} : Found{};
}

Found caret(std::string_view text, std::size_t at) {
    if (!text.substr(at).starts_with("^[")) return {};
    return Stray{2, "write a footnote as [^name] here and [^name]: … on a line of its own"};
}

Found full_width(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (rest.starts_with("＊＊"))
        return Stray{std::string_view{"＊＊"}.size(), "write ** as narrow characters"};
    if (rest.starts_with("＃") && starts_line(text, at)) return Stray{3, "write # as a narrow character"};
    return {};
}

Found of_first_character(std::string_view text, std::size_t at) {
    switch (text[at]) {
        case '{':
            return brace(text, at);
        case '}':
            return Stray{run_length(text, at), "remove it, or write \\} for the character itself"};
        case '[':
            return square_opening(text, at);
        case ']':
            return square_closing(text, at);
        case ':':
            return colon(text, at);
        case '=':
            return equals(text, at);
        case '*':
            return star(text, at);
        case '_':
            return underscore(text, at);
        case '\\':
            return backslash(text, at);
        case '&':
            return ampersand(text, at);
        case '<':
        case '>':
            return angle(text, at);
        case '#':
            return hash(text, at);
        case '-':
            return dashes(text, at);
        case '\'':
        case '`':
            return quote_marks(text, at);
        case '~':
            return tilde(text, at);
        case '^':
            return caret(text, at);
        case '%':
            return pair_of(text, at, "remove it; a remark stands between <!-- and -->");
        case '|':
            return pair_of(text, at, "remove it, or write \\| for the character itself");
        case '$':
            return pair_of(text, at, "write the formula in words, or \\$ for the character itself");
        default:
            return static_cast<unsigned char>(text[at]) == 0xEF ? full_width(text, at) : Found{};
    }
}

// "+---+---+" and "| --- | --- |", reported as a table that is none.
std::size_t table_rule_length(std::string_view text, std::size_t at) {
    if (!starts_line(text, at) || (text[at] != '+' && text[at] != '|')) return 0;
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    const bool rule = line.find_first_of("-=") != std::string_view::npos;
    return rule && line.find_first_not_of("+-=|: ") == std::string_view::npos ? line.size() : 0;
}

// What only the start of a line shows: front matter's fence, admonitions and headings of other dialects.
Found of_line_start(std::string_view text, std::size_t at) {
    if (!starts_line(text, at)) return {};
    const std::string_view line = text.substr(at, text.find('\n', at) - at);
    if (line.starts_with("+++"))
        return Stray{3, "remove the line: only the file's first lines stand between +++"};
    if (line.starts_with(".. ") && line.find("::") != std::string_view::npos)
        return Stray{line.size(), "remove the line, or write it in Markdown"};
    if (line.size() > 4 && (line.starts_with("!!! ") || line.starts_with("??? "))) {
        for (const std::string_view kind :
             {"note", "tip", "warning", "danger", "info", "important", "caution"})
            if (equal_ignoring_case(line.substr(4, kind.size()), kind))
                return Stray{line.size(),
                             "write a call-out as > [!NOTE] Title, its text on the next lines behind >"};
    }
    const bool textile = line.size() > 4 && line[0] == 'h' && base::is_ascii_digit(line[1]) &&
                         line.substr(2).starts_with(". ");
    if (textile) return Stray{3, "write ## for a part and ### for a section"};
    return {};
}

// "@id" of a known source outside [@…].
Found source_mark(std::string_view text, std::size_t at, std::span<const std::string> sources) {
    if (text[at] != '@' ||
        (at > 0 && (base::is_ascii_letter(text[at - 1]) || base::is_ascii_digit(text[at - 1]))))
        return {};
    std::size_t end = at + 1;
    while (end < text.size() &&
           (base::is_ascii_small(text[end]) || base::is_ascii_digit(text[end]) || text[end] == '-'))
        ++end;
    const std::string_view id = text.substr(at + 1, end - at - 1);
    if (std::find(sources.begin(), sources.end(), id) == sources.end()) return {};
    return Stray{end - at, fmt::format("write the source's number as [@{}]", id)};
}

Found reversed_link(std::string_view text, std::size_t at) {
    const std::string_view rest = text.substr(at);
    if (!rest.starts_with(")[http") && !rest.starts_with(")[#")) return {};
    return Stray{2, "the words stand in square brackets and the address in round ones: [words](https://…)"};
}

void report(const Stray& stray, const TypedText& typed, std::size_t at, const std::string& file, Sink& sink) {
    const Spot spot = typed.spot_of(at);
    const Place place{file, spot.line, spot.column};
    if (stray.strike) {
        sink.error(code::strike_refused, place, "struck-through text is not printed in a brochure",
                   stray.remedy);
        return;
    }
    std::string shown = typed.text().substr(at, stray.length);
    std::erase_if(shown,
                  [](char c) { return c == '\n' || c == TypedText::escaped || c == TypedText::markup; });
    std::string message = fmt::format("'{}' would be printed as it stands", shown);
    if (stray.warning) {
        sink.warning(code::markup_stray, place, std::move(message), stray.remedy);
    } else {
        sink.error(code::markup_stray, place, std::move(message), stray.remedy);
    }
}

}  // namespace

void report_stray_markup(const TypedText& typed, const std::string& file,
                         std::span<const std::string> sources, Sink& sink) {
    const std::string_view text = typed.text();
    for (std::size_t at = 0; at < text.size();) {
        if (const std::size_t length = table_rule_length(text, at)) {
            at += length;
            continue;
        }
        Found found = of_line_start(text, at);
        if (!found) found = of_first_character(text, at);
        if (!found) found = source_mark(text, at, sources);
        if (!found) found = reversed_link(text, at);
        if (!found || found->length == 0) {
            ++at;
            continue;
        }
        // Behind an escaped character the rest of the mark is meant as written: \{{name}\}.
        const bool meant = at > 0 && text[at - 1] == TypedText::escaped;
        if (!meant && !found->told) report(*found, typed, at, file, sink);
        at += found->length;
    }
    report_leftovers(typed, file, sink);
}

}  // namespace brochure::document
