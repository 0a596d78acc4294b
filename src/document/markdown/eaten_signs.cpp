#include "document/markdown/eaten_signs.hpp"

#include <fmt/format.h>

#include <charconv>

#include "diag/codes.hpp"
#include "document/model/letters.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

std::string_view rest_of_line(const SourceText& source, std::size_t offset) {
    const std::string_view text = source.text();
    return text.substr(offset, text.find('\n', offset) - offset);
}

std::string_view without_spaces(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

// The last line of a paragraph directly above the block, with no empty line between; empty if there is none.
std::string_view line_above(cmark_node* block, const SourceText& source) {
    cmark_node* previous = cmark_node_previous(block);
    if (previous == nullptr || kind_of(previous) != NodeKind::paragraph) return {};
    const int above = cmark_node_get_start_line(block) - 1;
    return cmark_node_get_end_line(previous) == above ? without_spaces(source.line(above))
                                                      : std::string_view{};
}

bool is_mid_sentence(std::string_view line) {
    while (!line.empty() && std::string_view{"*_\"')"}.find(line.back()) != std::string_view::npos)
        line.remove_suffix(1);
    const char32_t last = character_before(line, line.size());
    return is_letter(last) || is_figure(last) || last == ',';
}

bool follows_a_colon(cmark_node* block, const SourceText& source) {
    cmark_node* previous = cmark_node_previous(block);
    if (previous == nullptr || kind_of(previous) != NodeKind::paragraph) return false;
    const std::string_view line = without_spaces(source.line(cmark_node_get_end_line(previous)));
    const char32_t last = character_before(line, line.find_last_not_of("*_\"'") + 1);
    return last == ':' || last == U'：';
}

struct Marker {
    std::string_view sign;  // "-", "12."
    std::string_view words;
    int number = 0;
};

Marker marker_of(cmark_node* item, const SourceText& source) {
    const std::string_view line = rest_of_line(source, offset_of(item, source));
    Marker marker;
    std::size_t end = line.find_first_not_of("0123456789");
    end = std::min(end, line.size());
    std::from_chars(line.data(), line.data() + end, marker.number);
    marker.sign = line.substr(0, std::min(end + 1, line.size()));
    marker.words = without_spaces(line.substr(marker.sign.size()));
    return marker;
}

bool is_single(cmark_node* list) { return cmark_node_next(cmark_node_first_child(list)) == nullptr; }

// What is printed must be what was typed; all 1 (or all 0) is Markdown's own way to leave counting to it.
bool check_numbers(cmark_node* list, const SourceText& source, Sink& sink) {
    cmark_node* first = cmark_node_first_child(list);
    const int start = cmark_node_get_list_start(list);
    bool all_alike = start <= 1;
    for (cmark_node* item = first; item != nullptr; item = cmark_node_next(item))
        all_alike &= marker_of(item, source).number == start;
    int printed = start;
    for (cmark_node* item = first; item != nullptr && !all_alike; item = cmark_node_next(item), ++printed) {
        const Marker marker = marker_of(item, source);
        if (marker.number == printed) continue;
        sink.error(
            code::list_number, source.place_at(offset_of(item, source)),
            fmt::format("this line is numbered '{}', and would be printed as {} of its list", marker.sign,
                        printed),
            fmt::format("number the items one after another, or each with 1.; for a sentence that begins "
                        "with a figure write {}\\{}",
                        marker.number, marker.sign.back()));
        return false;
    }
    return true;
}

}  // namespace

std::size_t offset_of(cmark_node* node, const SourceText& source) {
    std::size_t offset = source.offset_of(cmark_node_get_start_line(node), cmark_node_get_start_column(node));
    const std::string_view text = source.text();
    while (offset < text.size() && (text[offset] == ' ' || text[offset] == '\t')) ++offset;
    return offset;
}

void check_list_marks(cmark_node* list, const SourceText& source, const ListContext& context, Sink& sink) {
    const bool ordered = cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
    if (ordered && !check_numbers(list, source, sink)) return;
    cmark_node* item = cmark_node_first_child(list);
    if (context.nested || item == nullptr || !is_single(list)) return;
    const Marker marker = marker_of(item, source);
    const Place place = source.place_at(offset_of(item, source));
    const std::string escaped =
        ordered ? fmt::format("{}\\{}", marker.number, marker.sign.back()) : fmt::format("\\{}", marker.sign);
    if (is_mid_sentence(line_above(list, source))) {
        sink.error(code::sign_as_markup, place,
                   fmt::format("the '{}' at the start of this line makes a list item of it, amid a sentence",
                               marker.sign),
                   fmt::format("write {} if the sentence goes on; for a list end the line above with a colon",
                               escaped));
    } else if (ordered && marker.number > 1 && marker.number != context.next_number) {
        sink.error(
            code::sign_as_markup, place,
            fmt::format("the '{}' at the start of this line makes a list item of it", marker.sign),
            fmt::format("write {} for a sentence; a list begins with 1., or with the number behind that of "
                        "the list before it",
                        escaped));
    } else if (!ordered && is_figure(character_at(marker.words, 0)) && !follows_a_colon(list, source)) {
        sink.warning(
            code::sign_as_markup, place,
            fmt::format("the '{}' before this figure is printed as the mark of a list item", marker.sign),
            fmt::format("write {} if it is a sign; leave it if it is a list of one item",
                        marker.sign == "-" ? "−" : escaped));
    }
}

void check_quote_mark(cmark_node* quote, const SourceText& source, Sink& sink) {
    const std::size_t at = offset_of(quote, source);
    const std::string_view line = rest_of_line(source, at);
    if (!line.starts_with('>')) return;
    const std::string_view words = without_spaces(line.substr(1));
    const char32_t first = character_at(words, 0);
    constexpr std::u32string_view before_figures = U"=€£$±<~≈";
    const bool list = words.starts_with("1. ") || words.starts_with("1) ");
    const bool compares =
        (is_figure(first) && !list) || before_figures.find(first) != std::u32string_view::npos;
    const bool amid_sentence = is_mid_sentence(line_above(quote, source)) && first != '[';
    if (!compares && !amid_sentence) return;
    sink.error(code::sign_as_markup, source.place_at(at),
               "the '>' at the start of this line is read as the mark of a quotation and would vanish",
               "write it in words (“more than”), or as \\>; leave an empty line before a quotation");
}

void check_underline(cmark_node* heading, const SourceText& source, Sink& sink) {
    const std::size_t at = offset_of(heading, source);
    if (source.text().substr(at).starts_with('#')) return;
    constexpr std::size_t shortest_underline = 3;
    constexpr int most_lines = 100;  // of a paragraph that became a heading
    const int first = cmark_node_get_start_line(heading);
    int last = first + 1;  // the dashes: cmark does not say where they stand
    const auto is_underline = [](std::string_view line) {
        return !line.empty() && line.find_first_not_of('-') == std::string_view::npos;
    };
    while (last - first < most_lines && !is_underline(without_spaces(source.line(last)))) ++last;
    const std::string_view dashes = without_spaces(source.line(last));
    const std::string_view words = without_spaces(source.line(last - 1));
    const char32_t end = character_before(words, words.size());
    const bool sentence = std::u32string_view{U".,;:。，；："}.find(end) != std::u32string_view::npos;
    if (last - first < 2 && !sentence && dashes.size() >= shortest_underline) return;
    sink.error(code::sign_as_markup, source.place_at(at),
               "the line of dashes below this text makes a heading of it",
               "remove the dashes; for a heading write ## before it");
}

}  // namespace brochure::document
