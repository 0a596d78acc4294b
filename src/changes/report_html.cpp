#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "base/counted.hpp"
#include "changes/report.hpp"
#include "xml/escaped.hpp"

namespace brochure::changes {

namespace {

// Colours that differ in grey as well, and never say alone what the words say too. What is only heard stands
// off the page, not hidden, since what is hidden is not read aloud either.
constexpr std::string_view style = R"(
body { font: 100%/1.5 sans-serif; max-width: 44em; margin: 2em auto; padding: 0 1em; color: #1a1a1a; background: #fff }
h2 { border-top: 2px solid #1a1a1a; padding-top: .5em; margin-top: 2em }
.piece { margin: 1em 0; padding-left: 1em; border-left: 4px solid #767676; page-break-inside: avoid }
.figures .piece { border-left-color: #8b0000 }
.about { color: #595959; margin: 0 }
.words { margin: .2em 0 }
del { color: #8b0000; text-decoration: line-through }
ins { color: #00501e; font-weight: bold; text-decoration: underline }
.heard { position: absolute; left: -10000px; width: 1px; height: 1px; overflow: hidden }
@media print { body { margin: 0; max-width: none; font-size: 10pt } }
)";

std::string escaped(std::string_view text) {
    std::string seen;
    // No page may hold the other control characters, and none says anything.
    std::ranges::copy_if(text, std::back_inserter(seen), [](char c) {
        return static_cast<unsigned char>(c) >= ' ' || c == '\n' || c == '\t';
    });
    return xml::escaped(seen, xml::Where::in_quotes);
}

std::string marked_words(const Change& change) {
    if (change.what == What::moved) return escaped(change.now);
    if (change.was == change.now)
        return escaped(change.now) + " <em>(the words are the same, not what goes with them)</em>";
    std::string out;
    for (const units::DiffPiece& piece : change.words()) {
        const std::string words = escaped(piece.words);
        switch (piece.kind) {
            case units::Difference::same:
                out += words;
                break;
            case units::Difference::removed:
                out += "<del><span class=\"heard\" lang=\"en\"> [taken out:] </span>" + words +
                       "<span class=\"heard\" lang=\"en\"> [end] </span></del>";
                break;
            case units::Difference::added:
                out += "<ins><span class=\"heard\" lang=\"en\"> [put in:] </span>" + words +
                       "<span class=\"heard\" lang=\"en\"> [end] </span></ins>";
                break;
        }
    }
    return out;
}

std::string_view said(What what) {
    static constexpr std::array<std::string_view, 4> words{"Changed", "Added", "Taken out", "Moved"};
    return words[static_cast<std::size_t>(what)];
}

void append_piece(std::string& out, const Change& change, const std::string& language) {
    auto at = std::back_inserter(out);
    const std::string pages = pages_told(change);
    fmt::format_to(at,
                   "<div class=\"piece\">\n<p class=\"about\"><strong>{}{}</strong>: {}{}{} "
                   "<code>{}</code></p>\n<p class=\"words\" lang=\"{}\" dir=\"auto\">{}</p>\n</div>\n",
                   said(change.what), change.what == What::changed && change.moved ? " and moved" : "",
                   escaped(change.kind), pages.empty() ? "" : ", ", pages, escaped(change.key),
                   escaped(language), marked_words(change));
}

// Those of a kind under a heading of their own; none: no heading.
void append_pieces(std::string& out, const Changes& changes, bool figures) {
    const auto is_meant = [&](const Change& change) { return change.figures == figures; };
    if (std::none_of(changes.pieces.begin(), changes.pieces.end(), is_meant)) return;
    out += figures ? "<div class=\"figures\">\n<h3>Numbers and doses</h3>\n" : "<div>\n<h3>All else</h3>\n";
    for (const Change& change : changes.pieces) {
        if (is_meant(change)) append_piece(out, change, changes.language);
    }
    out += "</div>\n";
}

void append(std::string& out, const Changes& changes) {
    auto at = std::back_inserter(out);
    fmt::format_to(at, "<h2>{} ({})</h2>\n", escaped(changes.brochure), escaped(changes.language));
    if (changes.what == What::removed) {
        out += "<p>This text is gone.</p>\n";
        return;
    }
    const std::string pages = pages_told(changes);
    if (changes.what == What::added) {
        fmt::format_to(at, "<p>This text is new: edition {}. {}</p>\n", escaped(changes.edition_now), pages);
        return;
    }
    fmt::format_to(at, "<p>Edition {}, before {}. {}{}</p>\n", escaped(changes.edition_now),
                   escaped(changes.edition_before), pages, pages.empty() ? "" : ".");
    append_pieces(out, changes, true);
    append_pieces(out, changes, false);
}

}  // namespace

std::string as_html(const Report& report) {
    std::string out = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
        "<meta name=\"viewport\" content=\"width=device-width\"/>\n<title>What changed from {} to "
        "{}</title>\n"
        "<style>{}</style>\n</head>\n<body>\n<h1>What changed</h1>\n<p>From <code>{}</code> to "
        "<code>{}</code>: {}. What only stands on another page is not listed.</p>\n",
        escaped(report.before), escaped(report.now), style, escaped(report.before), escaped(report.now),
        report.brochures.empty() ? "nothing that a reader sees"
                                 : base::counted(report.brochures.size(), "text"));
    for (const std::string& sentence : report.left_out)
        out += "<p><strong>" + escaped(sentence) + "</strong></p>\n";
    for (const Changes& changes : report.brochures) append(out, changes);
    return out + "</body>\n</html>\n";
}

}  // namespace brochure::changes
