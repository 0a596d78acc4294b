#include "document/markdown/run_together.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "document/markdown/eaten_signs.hpp"
#include "document/markdown/line_openings.hpp"
#include "document/model/letters.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

// Nobody wraps running text at so few characters: shorter lines were meant as they are.
constexpr std::size_t short_line = 32;
constexpr std::size_t fewest_short_lines = 3;

std::string_view trimmed_end(std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    return line;
}

bool ends_with_hard_break(std::string_view line) { return line.ends_with("  ") || line.ends_with('\\'); }

// The last character that is no mark of emphasis or closing quotation mark.
char32_t last_sign(std::string_view line) {
    line = trimmed_end(line);
    while (!line.empty() && std::string_view{"*_\"')"}.find(line.back()) != std::string_view::npos)
        line.remove_suffix(1);
    return character_before(line, line.size());
}

bool ends_in_colon(std::string_view line) {
    const char32_t last = last_sign(line);
    return last == ':' || last == U'：';
}

bool ends_a_sentence(std::string_view line) {
    return std::u32string_view{U".!?:;。！？：；؟۔…"}.find(last_sign(line)) != std::u32string_view::npos;
}

bool holds_joined_script(std::string_view line) {
    return base::any_code_point(line, [](char32_t c) { return c >= 0x0E00 && is_of_joined_script(c); });
}

// Of boxes and blocks: "┌────┐".
bool is_drawn_with(char32_t c) { return c >= 0x2500 && c <= 0x259F; }

std::size_t cells_in(std::string_view line) {
    std::size_t count = 0;
    for (std::size_t at = line.find(" | "); at != std::string_view::npos; at = line.find(" | ", at + 2))
        ++count;
    return count;
}

bool holds_tab(std::string_view line) { return trimmed_end(line).find('\t') != std::string_view::npos; }

class Lines {
  public:
    Lines(const SourceText& source, const std::vector<ParagraphLine>& lines, bool lists_are_read, Sink& sink)
        : source_(source), lines_(lines), sink_(sink) {
        for (const ParagraphLine& line : lines) openings_.push_back(opening_of(line.text, lists_are_read));
    }

    void report() {
        if (lines_.empty() || report_drawn_lines() || report_bullets() || report_cells() || report_list() ||
            report_labels())
            return;
        if (!report_plain_labels()) report_short_lines();
    }

  private:
    [[nodiscard]] bool joins(std::size_t i) const {
        return i > 0 && !ends_with_hard_break(lines_[i - 1].text);
    }
    [[nodiscard]] Place place(std::size_t i) const { return source_.place_at(lines_[i].offset); }
    [[nodiscard]] bool is(std::size_t i, OpeningKind kind) const { return openings_[i].kind == kind; }

    // A chart that was drawn with signs, and would be set as running words.
    bool report_drawn_lines() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!base::any_code_point(lines_[i].text, is_drawn_with)) continue;
            sink_.error(code::markup_stray, place(i),
                        "a chart drawn with signs would be set as running words",
                        "make a table or a picture of it");
            return true;
        }
        return false;
    }

    bool report_bullets() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!is(i, OpeningKind::bullet)) continue;
            const std::string_view sign = openings_[i].sign;
            const char32_t c = character_at(sign, 0);
            const std::string shown = c >= 0xE000 && c <= 0xF8FF
                                          ? fmt::format("U+{:04X}", static_cast<unsigned>(c))
                                          : std::string{sign};
            sink_.error(
                code::list_run_in, place(i), fmt::format("'{}' at the start of a line makes no list", shown),
                "begin each item with a hyphen and a space (- ), and leave an empty line before the first");
            return true;
        }
        return false;
    }

    bool report_cells() {
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            if (!is(i, OpeningKind::cell)) continue;
            sink_.error(
                code::table_head, place(i), "this line looks like a row of a table, but no table begins here",
                "write a line of dashes below the table's head, one group for each cell: | --- | --- |; "
                "leave no empty line within the table, and one before it");
            return true;
        }
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            const std::size_t cells = cells_in(lines_[i].text);
            const bool columns = cells > 0 && cells == cells_in(lines_[i - 1].text);
            if (!columns && !(holds_tab(lines_[i - 1].text) && holds_tab(lines_[i].text))) continue;
            sink_.error(code::table_head, place(i - 1),
                        "these lines look like rows of a table, and would run together",
                        "write the table with | between the cells, and below its head a line | --- | --- |");
            return true;
        }
        return false;
    }

    // A line that looks like an item alone proves nothing ("on page\n12. Then …"): a second one does, or a
    // sentence that has ended before it.
    bool report_list() {
        for (const auto& [kind, after_sentence] :
             {std::pair{OpeningKind::number, true}, std::pair{OpeningKind::dash, true},
              std::pair{OpeningKind::pointer, true}, std::pair{OpeningKind::glued, false}}) {
            std::vector<std::size_t> found;
            for (std::size_t i = 0; i < lines_.size(); ++i)
                if (is(i, kind) && (i == 0 || joins(i))) found.push_back(i);
            if (found.empty() || found.back() == 0) continue;
            const std::size_t first = found.front() > 0 ? found.front() : found[1];
            const std::string_view before = lines_[first - 1].text;
            const bool announced = ends_in_colon(before) || (after_sentence && ends_a_sentence(before));
            if (found.size() < 2 && !announced) continue;
            const std::string remedy = kind == OpeningKind::number || kind == OpeningKind::glued
                                           ? "leave an empty line before the first item, and begin each with "
                                             "a figure, a full stop and a "
                                             "space (1. ), or with a hyphen and a space (- )"
                                           : "begin each item with a hyphen and a space (- ), and leave an "
                                             "empty line before the first";
            sink_.error(
                code::list_run_in, place(first),
                fmt::format("this line looks like a list item ('{}'), but runs on from the line above",
                            openings_[first].sign),
                remedy);
            return true;
        }
        return false;
    }

    // "**When:** at eight\n**Where:** ward 3"
    bool report_labels() {
        std::size_t labels = 0, last = 0;
        bool all_bold = true;
        for (std::size_t i = 0; i < lines_.size(); ++i) {
            const bool label = is(i, OpeningKind::label);
            all_bold &= i == 0 ? label || is(i, OpeningKind::bold)
                               : joins(i) && (label || (is(i, OpeningKind::bold) && ends_a_line(i - 1)));
            if (label && (i == 0 || joins(i))) {
                ++labels;
                last = i;
            }
        }
        if (labels >= 2 && last > 0) {
            sink_.error(code::lines_joined, place(last), joined, apart);
            return true;
        }
        if (lines_.size() < 2) return false;
        if (!all_bold && !(joins(1) && is_title_line(lines_[0].text))) return false;
        sink_.warning(code::lines_joined, place(1), joined, apart);
        return true;
    }

    // "**Examinations:**" with nothing behind it.
    static bool is_title_line(std::string_view line) {
        line = trimmed_end(line);
        const bool bold = line.starts_with("**") && line.size() > 4 && line.find("**", 2) + 3 >= line.size();
        return bold && ends_in_colon(line);
    }

    // Not in the middle of a sentence.
    [[nodiscard]] bool ends_a_line(std::size_t i) const {
        return ends_a_sentence(lines_[i].text) || is_figure(last_sign(lines_[i].text));
    }

    // "When: at eight\nWhere: ward 3"
    bool report_plain_labels() {
        if (lines_.size() < 2) return false;
        for (std::size_t i = 0; i < lines_.size(); ++i)
            if (!begins_with_plain_label(lines_[i].text) || (i > 0 && !joins(i))) return false;
        sink_.warning(code::lines_joined, place(1), joined, apart);
        return true;
    }

    // An address, opening hours: short lines that end without a sign.
    void report_short_lines() {
        std::size_t run = 1;
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            run = joins(i) && is_deliberate(lines_[i - 1].text) ? run + 1 : 1;
            const std::string_view line = trimmed_end(lines_[i].text);
            if (run < fewest_short_lines || base::column_of(line, line.size()) > short_line) continue;
            sink_.warning(code::lines_joined, place(i), joined, apart);
            return;
        }
    }

    static bool is_deliberate(std::string_view line) {
        line = trimmed_end(line);
        if (base::column_of(line, line.size()) > short_line || holds_joined_script(line)) return false;
        const char32_t first = character_at(line, 0);
        return (is_letter(first) || is_figure(first)) && !ends_a_sentence(line) && !line.ends_with(',') &&
               !line.ends_with('-');
    }

    static constexpr const char* joined = "this line would run on from the line above, in one paragraph";
    static constexpr const char* apart =
        "end the line above with a backslash (\\) to begin a new one here; or make a list, with - at each "
        "line's "
        "start; or leave an empty line between";

    const SourceText& source_;
    const std::vector<ParagraphLine>& lines_;
    Sink& sink_;
    std::vector<LineOpening> openings_;
};

}  // namespace

std::vector<ParagraphLine> paragraph_lines(cmark_node* paragraph, int from, int quote_depth,
                                           const SourceText& source) {
    std::vector<ParagraphLine> lines;
    const std::string_view text = source.text();
    for (int line = from; line <= cmark_node_get_end_line(paragraph); ++line) {
        std::size_t at = source.offset_of(line, 1);
        if (line == cmark_node_get_start_line(paragraph)) at = offset_of(paragraph, source);
        const std::size_t end = std::min(text.find('\n', at), text.size());
        for (int quotes = 0; line > cmark_node_get_start_line(paragraph); ++quotes) {
            while (at < end && (text[at] == ' ' || text[at] == '\t')) ++at;
            if (quotes == quote_depth || at == end || text[at] != '>') break;
            ++at;
        }
        if (at < end) lines.push_back({at, text.substr(at, end - at)});
    }
    return lines;
}

void report_lines_run_together(const SourceText& source, const std::vector<ParagraphLine>& lines,
                               Sink& sink) {
    Lines{source, lines, true, sink}.report();
}

void report_lines_run_together(const SourceText& source, Sink& sink) {
    const std::string_view text = source.text();
    if (text.find('\n') == std::string_view::npos) return;
    std::vector<ParagraphLine> lines;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::size_t first = text.find_first_not_of(" \t", start);
        if (first < end) lines.push_back({first, text.substr(first, end - first)});
        start = end + 1;
    }
    Lines{source, lines, false, sink}.report();
}

}  // namespace brochure::document
