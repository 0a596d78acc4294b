#include "document/markdown/line_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/ascii.hpp"
#include "diag/codes.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

bool is_blank(char c) { return c == ' ' || c == '\t'; }
// The length of a quote's or list item's marker at the start of `text`, with the space behind it; 0 if there
// is none.
std::size_t marker_length(std::string_view text) {
    if (text.empty()) return 0;
    if (text.front() == '>') return 1;
    std::size_t length = 0;
    if (text.front() == '-' || text.front() == '*' || text.front() == '+') {
        length = 1;
    } else {
        while (length < text.size() && length < 9 && base::is_ascii_digit(text[length])) ++length;
        if (length == 0 || length == text.size() || (text[length] != '.' && text[length] != ')')) return 0;
        ++length;
    }
    return length < text.size() && is_blank(text[length]) ? length + 1 : 0;
}

// "[id]:" at the start of `text`: the id, else nothing.
std::string_view definition_id(std::string_view text) {
    const std::size_t end = text.find(']');
    if (!text.starts_with('[') || end == std::string_view::npos || text.substr(end + 1, 1) != ":") return {};
    return text.substr(1, end - 1);
}

}  // namespace

LineFindings check_lines(const SourceText& source, Sink& sink) {
    LineFindings findings;
    std::set<std::string> footnotes;
    const std::string_view text = source.text();
    bool in_comment = false;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        if (in_comment) {
            in_comment = text.substr(start, end - start).find("-->") == std::string_view::npos;
            start = end + 1;
            continue;
        }
        std::size_t at = start;
        int depth = 0;
        for (;;) {
            while (at < end && is_blank(text[at])) ++at;
            const std::size_t length = marker_length(text.substr(at, end - at));
            if (length == 0) break;
            at += length;
            if (++depth <= deepest_nesting) continue;
            sink.error(code::nesting_deep, source.place_at(start),
                       fmt::format("quotes and lists stand more than {} deep in each other", deepest_nesting),
                       "remove the superfluous > or - at the start of this line");
            findings.unreadable = true;
            return findings;
        }
        const std::string_view line = text.substr(start, end - start);
        in_comment =
            text.substr(at, end - at).starts_with("<!--") && line.find("-->") == std::string_view::npos;
        if (std::count(line.begin(), line.end(), '|') > most_table_columns && is_delimiter_row(line)) {
            sink.error(code::table_head, source.place_at(start),
                       fmt::format("this table has more than {} columns", most_table_columns),
                       "part it into tables");
            findings.unreadable = true;
            return findings;
        }
        const std::string id{definition_id(text.substr(at, end - at))};
        if (id.starts_with('^')) {
            const Place place = source.place_at(at);
            if (!footnotes.insert(id).second) {
                sink.error(code::id_repeated, place,
                           fmt::format("the footnote '{}' is written twice", id.substr(1)),
                           "give one of them another name");
            } else {
                findings.footnote_definitions.push_back({id.substr(1), place});
            }
        } else if (!id.empty() && !id.starts_with('@') && !id.starts_with('!')) {
            sink.error(code::link_definition, source.place_at(at),
                       fmt::format("the line '[{}]: …' would vanish from the text", id),
                       "write the address with its words: [words](https://…); or write \\[ for the character "
                       "itself");
        }
        start = end + 1;
    }
    return findings;
}

std::vector<TextRange> split_row(std::string_view row) {
    std::vector<TextRange> cells;
    const std::size_t first = row.find_first_not_of(" \t");
    if (first == std::string_view::npos) return cells;
    std::size_t begin = first + (row[first] == '|' ? 1 : 0);
    for (std::size_t at = begin; at <= row.size(); ++at) {
        const bool parts = at < row.size() && row[at] == '|' && (at == 0 || row[at - 1] != '\\');
        if (!parts && at < row.size()) continue;
        const bool behind_the_last =
            at == row.size() && row.find_first_not_of(" \t", begin) == std::string_view::npos;
        if (!behind_the_last)
            cells.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(at)});
        begin = at + 1;
    }
    return cells;
}

bool is_delimiter_row(std::string_view line) {
    return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
           line.find_first_not_of(" \t|:->") == std::string_view::npos;
}

}  // namespace brochure::document
