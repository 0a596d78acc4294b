#include "document/markdown/neighbours.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>

#include "diag/codes.hpp"
#include "document/markdown/line_openings.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t>") == std::string_view::npos; }

LineOpening opening_of_paragraph(cmark_node* node, const SourceText& source) {
    const int line = cmark_node_get_start_line(node);
    if (kind_of(node) != NodeKind::paragraph || line < 1) return {};
    const std::string_view text = source.line(line);
    const std::size_t first = text.find_first_not_of(" \t>");
    return first == std::string_view::npos ? LineOpening{} : opening_of(text.substr(first), true);
}

bool may_be_item(const LineOpening& opening) {
    return opening.kind == OpeningKind::dash || opening.kind == OpeningKind::pointer ||
           opening.kind == OpeningKind::number || opening.kind == OpeningKind::glued;
}

bool is_paragraph(cmark_node* node) { return node != nullptr && kind_of(node) == NodeKind::paragraph; }

}  // namespace

void report_list_beside_list(cmark_node* list, const SourceText& source, Sink& sink) {
    cmark_node* const before = cmark_node_previous(list);
    const int line = cmark_node_get_start_line(list);  // within the source
    if (before == nullptr || kind_of(before) != NodeKind::list || line < 2 || is_blank(source.line(line - 1)))
        return;
    const std::string_view text = source.line(line);
    const std::size_t mark = text.find_first_not_of(" \t>");
    sink.error(
        code::list_run_in,
        source.place_at(
            source.offset_of(line, mark == std::string_view::npos ? 1 : static_cast<int>(mark) + 1)),
        "this line begins with another mark than the items above it, and so a list of its own",
        "indent it by two spaces more if it belongs to the item above; else write the same mark, or leave "
        "an empty line before it");
}

void report_typed_items(cmark_node* paragraph, const SourceText& source, Sink& sink) {
    const LineOpening own = opening_of_paragraph(paragraph, source);
    if (!may_be_item(own)) return;
    cmark_node* const before = cmark_node_previous(paragraph);
    cmark_node* const behind = cmark_node_next(paragraph);
    if (is_paragraph(before) && opening_of_paragraph(before, source).kind == own.kind) return;  // told there
    if (!is_paragraph(behind) || opening_of_paragraph(behind, source).kind != own.kind) return;
    // They print as typed, one below the other: only a screen reader does not count them.
    sink.warning(
        code::list_run_in,
        source.place_at(
            source.offset_of(cmark_node_get_start_line(paragraph), cmark_node_get_start_column(paragraph))),
        fmt::format("this paragraph and the next look like items of a list ('{}'), and are none", own.sign),
        own.sign == "☐" ? "begin each with - [ ] and a space, for a list of boxes to tick"
                        : "begin each item with a hyphen and a space (- ), or with 1. in a list of steps");
}

void report_quoted_label(cmark_node* quote, const Place& at, Sink& sink) {
    cmark_node* const paragraph = cmark_node_first_child(quote);
    cmark_node* const strong = is_paragraph(paragraph) ? cmark_node_first_child(paragraph) : nullptr;
    if (strong == nullptr || kind_of(strong) != NodeKind::strong) return;
    cmark_node* const words = cmark_node_first_child(strong);
    cmark_node* const behind = cmark_node_next(strong);
    const bool within =
        words != nullptr && kind_of(words) == NodeKind::text && literal_of(words).ends_with(':');
    const bool after =
        behind != nullptr && kind_of(behind) == NodeKind::text && literal_of(behind).starts_with(':');
    if (!within && !after) return;
    sink.warning(
        code::callout_unknown, at, "this is set as a quotation, though its first words look like a title",
        "for a call-out write the kind before them: > [!WARNING] Title; the kinds are NOTE, TIP, IMPORTANT, "
        "WARNING and CAUTION");
}

}  // namespace brochure::document
