// How the text is set: the measure in characters, broken words, the size of letters as the eye sees it.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "lint/page_rules.hpp"
#include "lint/passages.hpp"
#include "lint/thresholds.hpp"
#include "preflight/page_words.hpp"
#include "unicode/unicode.hpp"

namespace brochure::lint {

namespace {

// The block that a piece of text belongs to, out of the links and spans inside it.
style::Role block_role(const style::StructureTree& tree, style::LeafId leaf) {
    style::NodeId node = tree.parent_of(leaf);
    while (tree[node].parent.valid() &&
           (tree[node].role == style::Role::span || tree[node].role == style::Role::link ||
            tree[node].role == style::Role::reference)) {
        node = tree[node].parent;
    }
    return tree[node].role;
}

// Paragraphs in the body's size, those of lists and call-outs among them; no headings, which may be as large.
std::set<page::TextId> body_texts(const Setting& setting) {
    std::set<page::TextId> texts;
    for (const page::Page& page : setting.pages.document.pages) {
        for (const page::Item& item : page.items) {
            const auto* run = std::get_if<page::GlyphRun>(&item.content);
            const auto* leaf = std::get_if<style::LeafId>(&item.belongs);
            if (run == nullptr || leaf == nullptr || run->size != setting.design.body->size) continue;
            if (block_role(setting.pages.document.structure, *leaf) == style::Role::p)
                texts.insert(run->text);
        }
    }
    return texts;
}

std::vector<layout::LineReport> body_lines(const Setting& setting) {
    const std::set<page::TextId> texts = body_texts(setting);
    std::vector<layout::LineReport> lines;
    for (const page::PageReport& report : setting.pages.reports) {
        std::copy_if(report.lines.begin(), report.lines.end(), std::back_inserter(lines),
                     [&](const layout::LineReport& line) { return texts.contains(line.paragraph); });
    }
    return lines;
}

// Characters between the line's ends; none for a paragraph's last line, which is as long as it happens to be.
std::size_t characters_of_full_line(const layout::LineReport& line, std::string_view text) {
    if (line.range.end >= text.size()) return 0;
    std::string_view words = line.range.of(text);
    if (words.ends_with("\u2028")) return 0;
    while (words.ends_with(' ')) words.remove_suffix(1);
    // A Han character is as wide as two letters, and as much to read.
    std::size_t count = 0;
    for (const std::uint32_t start : unicode::grapheme_starts(words)) {
        count += unicode::is_wide(base::code_point_at(words, start).value) ? 2U : 1U;
    }
    return count;
}

std::string brochure_of(const Setting& setting) {
    return fmt::format("{}.{}", setting.document.id, setting.document.language.tag);
}

}  // namespace

void measure(const Setting& setting, Sink& sink) {
    // Where every sentence has lines of its own, lines are short on purpose.
    if (setting.design.body->sentences == design::Sentences::own_line) return;
    std::vector<std::size_t> counts;
    for (const layout::LineReport& line : body_lines(setting)) {
        const std::size_t count = characters_of_full_line(line, setting.pages.document.texts[line.paragraph]);
        if (count > 0) counts.push_back(count);
    }
    if (counts.size() < least_lines) return;
    const auto middle = counts.begin() + static_cast<std::ptrdiff_t>(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    const bool columns = setting.design.columns.hold(design::PartKind::body);
    const std::size_t narrowest = columns ? narrowest_column : narrowest_measure;
    const std::size_t widest = columns ? widest_column : widest_measure;
    if (*middle >= narrowest && *middle <= widest) return;
    const bool narrow = *middle < narrowest;
    sink.warning(diag::code::measure_length, setting.design.body->size_place,
                 fmt::format("The full lines of {} have {} characters, by the median; {} to {} read well.",
                             brochure_of(setting), *middle, narrowest, widest),
                 narrow ? "Make the margins or the body's size smaller."
                        : "Make the margins or the body's size larger.");
}

void hyphens(const Setting& setting, Sink& sink) {
    if (setting.design.body->align != design::Align::start) return;
    const std::vector<layout::LineReport> lines = body_lines(setting);
    const auto broken = static_cast<std::size_t>(std::count_if(
        lines.begin(), lines.end(), [](const layout::LineReport& line) { return line.hyphenated; }));
    if (lines.size() < least_lines || broken < 2) return;
    const double share = static_cast<double>(broken) / static_cast<double>(lines.size());
    if (share <= most_hyphenated) return;
    sink.warning(
        diag::code::hyphens_many, setting.design.body->place,
        fmt::format("{} of the {} lines of {} end in a broken word, {:.1f} %; start-aligned text can do "
                    "with {:.0f} %.",
                    broken, lines.size(), brochure_of(setting), share * 100, most_hyphenated * 100),
        "Give the body hyphenation = \"none\", or a higher hyphen_penalty.");
}

void small_letters(const Setting& setting, Sink& sink) {
    struct Small {
        Length x_height;
        std::string words;
    };
    std::map<Length, Small> smallest;  // by size
    for (const page::Page& page : setting.pages.document.pages) {
        for (const page::Item& item : page.items) {
            const auto* run = std::get_if<page::GlyphRun>(&item.content);
            if (run == nullptr || run->glyphs.empty() || smallest.contains(run->size)) continue;
            const Length x_height = setting.fonts.metrics(run->face, run->size).x_height;
            // A face without small letters says 0 and is none of this rule's business, nor are raised
            // figures.
            if (x_height <= Length{} || x_height >= least_x_height) continue;
            const std::string words = preflight::words_of(setting.pages.document, *run);
            if (!has_letter(words)) continue;
            smallest[run->size] = {x_height, first_words(words, setting.document.language.tag, 4)};
        }
    }
    for (const auto& [size, small] : smallest) {
        Place place = setting.design.place;
        for (const auto& [name, style] : setting.design.texts) {
            if (style.size == size) place = style.size_place;
        }
        sink.warning(
            diag::code::x_height_small, place,
            fmt::format("Text of {:.4g} pt (“{}”) has small letters of {:.2f} mm.", size.to_points(),
                        small.words, small.x_height.to_millimetres()),
            fmt::format("Set it larger; patients need {:.1f} mm or more, whatever the size is called.",
                        least_x_height.to_millimetres()));
    }
}

}  // namespace brochure::lint
