// Shaping: paragraphs to glyphs and opportunities, each different paragraph once.
#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <unordered_map>

#include "diag/codes.hpp"
#include "text/content_key.hpp"
#include "text/han_spacing.hpp"
#include "text/itemize.hpp"
#include "text/line_ends.hpp"
#include "text/opportunities.hpp"
#include "text/shaped_document.hpp"

namespace brochure::text {

struct ShapeCache::State {
    FaceMemo faces;
    EndWidths end_widths;
    std::map<std::tuple<font::FaceId, Length, std::string>, Length> word_spaces;  // by face, size, language
    std::unordered_map<std::string, std::shared_ptr<const ShapedParagraph>> paragraphs;  // by content_key
};

ShapeCache::ShapeCache() : state(std::make_unique<State>()) {}
ShapeCache::~ShapeCache() = default;

namespace {

// Everything that shaping depends on.
std::string content_key(const style::StyledParagraph& paragraph) {
    ContentKey key;
    key << paragraph.text << paragraph.language << paragraph.right_to_left << paragraph.runs.size();
    for (const style::StyledRun& run : paragraph.runs) {
        key << run.range.begin << run.range.end << run.style.face << run.style.size << run.language;
    }
    key << paragraph.isolates.size();
    for (const unicode::BidiIsolate& isolate : paragraph.isolates)
        key << isolate.range.begin << isolate.range.end << isolate.direction;
    key << paragraph.no_break_at.size();
    for (const std::uint32_t offset : paragraph.no_break_at) key << offset;
    key << paragraph.sentence_starts.size();
    for (const std::uint32_t offset : paragraph.sentence_starts) key << offset;
    const design::TextStyle& style = *paragraph.style;
    key << style.face << style.size << style.hyphenation << style.tabular_figures
        << style.breaking.hanging_punctuation << style.breaking.min_word_length;
    return key.take();
}

void measure_height(const style::StyledParagraph& paragraph, font::Library& fonts, Sink& sink,
                    ShapedParagraph& shaped) {
    const auto include = [&](font::FaceId face, Length size) {
        const font::VerticalMetrics metrics = fonts.metrics(face, size);
        shaped.ascent = std::max(shaped.ascent, metrics.ascender);
        shaped.descent = std::max(shaped.descent, -metrics.descender);
    };
    // Han characters fill the square of their size, lower than any text face is high: beside a text of Latin
    // letters theirs stands on the same line.
    const auto is_square = [](const ShapedRun& run) { return sets_solid(run.script); };
    for (const ShapedRun& run : shaped.runs) {
        if (!is_square(run)) include(run.face, run.size);
    }
    if (const auto face = fonts.first_face(paragraph.style->face, sink)) {
        const font::VerticalMetrics own = fonts.metrics(*face, paragraph.style->size);
        shaped.own_ascent = own.ascender;
        shaped.own_descent = -own.descender;
        // An empty paragraph is as high as its style's face.
        if (std::ranges::all_of(shaped.runs, is_square)) include(*face, paragraph.style->size);
    }
}

Length measure_word_space(const style::StyledParagraph& paragraph, font::Library& fonts,
                          ShapeCache::State& memory, Sink& sink) {
    const auto face = fonts.first_face(paragraph.style->face, sink);
    if (!face) return {};
    const Length size = paragraph.style->size;
    const auto [at, is_new] = memory.word_spaces.try_emplace({*face, size, paragraph.language});
    if (is_new) {
        font::ShapeProperties properties;
        properties.language = paragraph.language;
        at->second = total_advance(fonts.shape(*face, size, " ", {0, 1}, properties));
    }
    return at->second;
}

ShapedParagraph shape_remembering(const style::StyledParagraph& paragraph, const document::Language& language,
                                  font::Library& fonts, Hyphenator& hyphenator, ShapeCache::State& memory,
                                  Sink& sink) {
    assert(paragraph.style);
    ShapedParagraph shaped;
    shaped.runs = itemize(paragraph, fonts, memory.faces, sink);
    for (ShapedRun& run : shaped.runs) {
        run.size = fonts.size_of(run.face, paragraph.runs[run.styled_run].style.size);
        run.glyphs =
            fonts.shape(run.face, run.size, paragraph.text, run.range, shape_properties(paragraph, run));
        HanSpacing(paragraph, run, fonts).apply(run.glyphs, run.range);
    }
    measure_height(paragraph, fonts, sink, shaped);
    shaped.word_space = measure_word_space(paragraph, fonts, memory, sink);
    find_opportunities(paragraph, language, fonts, hyphenator, memory.end_widths, sink, shaped);
    return shaped;
}

}  // namespace

std::shared_ptr<const ShapedParagraph> shape_paragraph(const style::StyledParagraph& paragraph,
                                                       const document::Language& language,
                                                       font::Library& fonts, Hyphenator& hyphenator,
                                                       ShapeCache& cache, Sink& sink) {
    auto& known = cache.state->paragraphs;
    std::string key = content_key(paragraph);
    if (const auto found = known.find(key); found != known.end()) return found->second;
    Sink faults;
    auto fresh = std::make_shared<const ShapedParagraph>(
        shape_remembering(paragraph, language, fonts, hyphenator, *cache.state, faults));
    // What has faults is shaped again, to report the place of each.
    if (!faults.has_errors() && faults.warnings() == 0) known.emplace(std::move(key), fresh);
    sink.take(std::move(faults));
    return fresh;
}

namespace {

// What holds for a whole document is said at its first place alone.
void take_once(Sink& to, Sink faults, std::set<std::string>& said) {
    for (diag::Diagnostic& fault : faults.sorted()) {
        if (fault.code == diag::code::italic_missing && !said.insert(fault.message).second) continue;
        to.report(std::move(fault));
    }
}

}  // namespace

ShapedDocument shape_document(const style::StyledDocument& document, const document::Language& language,
                              font::Library& fonts, Hyphenator& hyphenator, ShapeCache& cache, Sink& sink) {
    ShapedDocument shaped;
    std::set<std::string> said;
    for (const style::StyledParagraph& paragraph : document.paragraphs) {
        Sink faults;
        shaped.paragraphs.push_back(shape_paragraph(paragraph, language, fonts, hyphenator, cache, faults));
        if (faults.has_errors() || faults.warnings() > 0) take_once(sink, std::move(faults), said);
    }
    return shaped;
}

}  // namespace brochure::text
