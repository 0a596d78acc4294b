#include "style/paragraph_builder.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

#include "base/utf8.hpp"
#include "style/isolates.hpp"
#include "style/no_break.hpp"
#include "unicode/figures.hpp"
#include "units/sentences.hpp"

namespace brochure::style {

namespace {

constexpr int bold_weight = 700;

template <class... Ts>
struct Overloaded : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overloaded(Ts...) -> Overloaded<Ts...>;

// Of Arabic or Persian.
bool holds_digit(std::string_view words) {
    for (std::size_t at = 0; at < words.size();) {
        const base::CodePoint c = base::code_point_at(words, at);
        if ((c.value >= 0x660 && c.value <= 0x669) || (c.value >= 0x6F0 && c.value <= 0x6F9)) return true;
        at += c.length;
    }
    return false;
}

}  // namespace

CharacterStyle look_of(const design::TextStyle& style) {
    return {style.face, style.size, style.colour, Length{}};
}

ParagraphBuilder::ParagraphBuilder(Context& context, const design::TextStyle& style,
                                   std::optional<NodeId> node)
    : context_(context), base_{look_of(style), context.document.language.tag, std::nullopt}, node_(node) {
    paragraph_.style = &style;
    paragraph_.language = context.document.language.tag;
    paragraph_.right_to_left = context.document.language.right_to_left;
    paragraph_.justified = context.document.language.justified;
}

ParagraphBuilder& ParagraphBuilder::add(const document::Text& text) {
    emit_text(text, base_);
    return *this;
}

ParagraphBuilder& ParagraphBuilder::add(const document::Text& text, const design::TextStyle& look) {
    State state = base_;
    state.look = look_of(look);
    emit_text(text, state);
    return *this;
}

void ParagraphBuilder::emit_text(const document::Text& text, const State& state) {
    emit_range(text, {0, static_cast<std::uint32_t>(text.utf8.size())}, 0, text.spans.size(), state);
    if (!text.behind && !text.borrowed) return;
    // In the passage itself: beside it in a cell, an item or a note it would be another passage's.
    const std::size_t begin = paragraph_.text.size() + 1;
    emit_words(" [" + context_.label(text.borrowed ? "passage_untranslated" : "passage_behind") + "]", state);
    isolate_from(begin, own_direction());
}

ParagraphBuilder& ParagraphBuilder::add_words(std::string_view words, const Place& place) {
    mark_source(place);
    emit_words(words, base_);
    return *this;
}

ParagraphBuilder& ParagraphBuilder::add_words(std::string_view words, const Place& place,
                                              const design::TextStyle& look) {
    mark_source(place);
    State state = base_;
    state.look = look_of(look);
    emit_words(words, state);
    return *this;
}

ParagraphBuilder& ParagraphBuilder::add_name(std::string_view words, const Place& place) {
    const std::size_t begin = paragraph_.text.size();
    add_words(words, place);
    isolate_from(begin, unicode::IsolateDirection::first_strong);
    return *this;
}

ParagraphBuilder& ParagraphBuilder::add_link(std::string_view words, const Place& place,
                                             const design::TextStyle& look, LinkTarget target,
                                             std::optional<Role> role_above) {
    mark_source(place);
    const std::optional<NodeId> outer = node_;
    State state = base_;
    state.look = look_of(look);
    // "https://" does not end a line: an address starts with its name.
    if (const std::size_t scheme = words.find("://");
        scheme != std::string_view::npos && !target.address.empty()) {
        paragraph_.no_break_at.push_back(static_cast<std::uint32_t>(paragraph_.text.size() + scheme + 3));
    }
    const bool outside = !target.address.empty();
    state.link = open_link(std::move(target), Role::link, role_above);
    const std::size_t begin = paragraph_.text.size();
    emit_words(words, state);
    // Addresses and telephone numbers.
    if (outside) isolate_from(begin, unicode::IsolateDirection::left_to_right);
    node_ = outer;
    leaf_.reset();
    return *this;
}

ParagraphBuilder& ParagraphBuilder::under(NodeId node) {
    node_ = node;
    leaf_.reset();
    return *this;
}

namespace {

// Of the node that words stand under, or of the document.
Place place_above(const Context& context, std::optional<NodeId> node) {
    if (node && !context.out.structure[*node].place.file.empty()) return context.out.structure[*node].place;
    return context.document.place;
}

}  // namespace

ParagraphId ParagraphBuilder::finish() {
    // Numbers and marks of the program's own have no place: what is wrong with them is told where they stand.
    if (paragraph_.source.empty()) paragraph_.source.push_back({0, place_above(context_, node_)});
    const auto held = no_break_places(paragraph_.text, context_.document.language);
    paragraph_.no_break_at.insert(paragraph_.no_break_at.end(), held.begin(), held.end());
    std::sort(paragraph_.no_break_at.begin(), paragraph_.no_break_at.end());
    find_line_starts();
    paragraph_.isolates = isolates_of(paragraph_.text, std::move(isolates_), context_.document.language);
    return context_.out.paragraphs.push_back(std::move(paragraph_));
}

// Where sentences stand on lines of their own, and where lines end as one reads aloud.
void ParagraphBuilder::find_line_starts() {
    const document::Language& language = context_.document.language;
    if (paragraph_.style->sentences == design::Sentences::own_line)
        paragraph_.sentence_starts = units::sentence_starts(paragraph_.text, marks_, language);
    if (paragraph_.style->breaking.no_pause_penalty == 0) return;
    units::Pauses found = units::pauses_in(paragraph_.text, language);
    paragraph_.pauses = std::move(found.pauses);
    paragraph_.leans = std::move(found.leans);
}

// Opens a node for a link (below another role where asked) and makes it the place of the next words.
std::optional<std::size_t> ParagraphBuilder::open_link(LinkTarget target, Role role,
                                                       std::optional<Role> role_above) {
    if (!node_) return std::nullopt;
    if (target.node.valid()) {
        // More words of a link that is there already.
        node_ = target.node;
        leaf_.reset();
        paragraph_.links.push_back(std::move(target));
        return paragraph_.links.size() - 1;
    }
    NodeId above = *node_;
    if (role_above) above = context_.out.structure.add_node(above, *role_above);
    node_ = context_.out.structure.add_node(above, role);
    leaf_.reset();
    target.node = *node_;
    paragraph_.links.push_back(std::move(target));
    return paragraph_.links.size() - 1;
}

void ParagraphBuilder::isolate_from(std::size_t begin, unicode::IsolateDirection direction) {
    const TextRange range{static_cast<std::uint32_t>(begin),
                          static_cast<std::uint32_t>(paragraph_.text.size())};
    // One around another of the same words is enough; what lies within was added first.
    std::erase_if(isolates_, [&](const unicode::BidiIsolate& inner) { return inner.range == range; });
    if (!range.empty()) isolates_.push_back({range, direction});
}

unicode::IsolateDirection ParagraphBuilder::own_direction() const {
    return paragraph_.right_to_left ? unicode::IsolateDirection::right_to_left
                                    : unicode::IsolateDirection::left_to_right;
}

void ParagraphBuilder::emit_words(std::string_view words, const State& state) {
    if (words.empty()) return;
    StyledRun run;
    run.range.begin = static_cast<std::uint32_t>(paragraph_.text.size());
    paragraph_.text += words;
    run.range.end = static_cast<std::uint32_t>(paragraph_.text.size());
    run.style = state.look;
    run.language = state.language;
    run.link = state.link;
    run.leaf = std::monostate{};
    if (node_) {
        if (!leaf_) leaf_ = context_.out.structure.add_leaf(*node_);
        run.leaf = *leaf_;
    }
    if (!paragraph_.runs.empty()) {
        StyledRun& last = paragraph_.runs.back();
        if (last.style == run.style && last.language == run.language && last.link == run.link &&
            last.leaf == run.leaf) {
            last.range.end = run.range.end;
            return;
        }
    }
    paragraph_.runs.push_back(std::move(run));
}

// What is added next comes from `place`; so does the node it is the first of.
void ParagraphBuilder::mark_source(const Place& place) {
    paragraph_.source.push_back({static_cast<std::uint32_t>(paragraph_.text.size()), place});
    if (!node_) return;
    StructureNode& node = context_.out.structure[*node_];
    if (node.kids.empty()) node.place = place;
}

// Carries the source marks of a stretch of an author's text over to the paragraph.
void ParagraphBuilder::emit_source(const document::Text& text, TextRange range) {
    const auto shift = static_cast<std::uint32_t>(paragraph_.text.size());
    mark_source(text.place_of(range.begin));
    for (const document::SourceMark& mark : text.source) {
        if (mark.offset > range.begin && mark.offset < range.end) {
            paragraph_.source.push_back({shift + mark.offset - range.begin, mark.place});
        }
    }
}

// Spans [first_span, end_span) lie within `range`; an outer span comes before what it holds.
void ParagraphBuilder::emit_range(const document::Text& text, TextRange range, std::size_t first_span,
                                  std::size_t end_span, State state) {
    std::uint32_t at = range.begin;
    auto plain_up_to = [&](std::uint32_t end) {
        if (end <= at) return;
        emit_source(text, {at, end});
        emit_words(TextRange{at, end}.of(text.utf8), state);
        at = end;
    };
    std::size_t span = first_span;
    while (span < end_span) {
        const TextRange own = text.spans[span].range;
        std::size_t inner_end = span + 1;
        while (inner_end < end_span && text.spans[inner_end].range.begin < own.end) ++inner_end;
        plain_up_to(own.begin);
        emit_span(text, span, inner_end, state);
        at = std::max(at, own.end);
        span = inner_end;
    }
    plain_up_to(range.end);
}

void ParagraphBuilder::emit_span(const document::Text& text, std::size_t index, std::size_t inner_end,
                                 State state) {
    const document::Span& span = text.spans[index];
    const std::optional<NodeId> outer = node_;
    auto inside = [&](const State& inner) { emit_range(text, span.range, index + 1, inner_end, inner); };
    auto back_out = [&] {
        node_ = outer;
        leaf_.reset();
    };
    std::visit(
        Overloaded{
            [&](const document::Strong&) {
                state.look.face.weight = std::max(state.look.face.weight, bold_weight);
                inside(state);
            },
            // Italics read badly for some (UKAAF, Clear Print): where the style says so, emphasis is bold as
            // well. Within what is italic already it stands upright, as printers do.
            [&](const document::Emphasis&) {
                if (paragraph_.style->italics) {
                    state.look.face.italic = !state.look.face.italic;
                } else {
                    state.look.face.weight = std::max(state.look.face.weight, bold_weight);
                }
                inside(state);
            },
            [&](const document::Link& link) {
                const std::string words{span.range.of(text.utf8)};
                state.link = open_link({{}, link.address, {}, words}, Role::link, std::nullopt);
                inside(state);
                back_out();
            },
            [&](const document::CrossReference& reference) {
                const std::string page =
                    filled(context_.label("page"), {{"page", context_.page_of(reference.heading)}});
                const std::string words{span.range.of(text.utf8)};
                state.link =
                    open_link({{}, {}, reference.heading, words + context_.punctuation().comma + page},
                              Role::link, Role::reference);
                if (!context_.design.cross_reference.print_page) {
                    inside(state);
                } else {
                    const std::string& pattern = context_.label("see_page");
                    const std::size_t words_at = std::min(pattern.find("{text}"), pattern.size());
                    const std::string before = pattern.substr(0, words_at);
                    const std::string after =
                        words_at < pattern.size() ? pattern.substr(words_at + 6) : std::string{};
                    const std::map<std::string, std::string> values{
                        {"page", context_.page_of(reference.heading)}};
                    emit_words(before.find('{') == std::string::npos ? before : filled(before, values),
                               state);
                    inside(state);
                    emit_words(after.find('{') == std::string::npos ? after : filled(after, values), state);
                }
                back_out();
            },
            [&](const document::Foreign& foreign) {
                if (node_) {
                    node_ = context_.out.structure.add_node(*node_, Role::span);
                    context_.out.structure[*node_].language = foreign.language;
                    leaf_.reset();
                }
                state.language = foreign.language;
                const std::size_t begin = paragraph_.text.size();
                inside(state);
                // "۲٫۵ mg دارو" begins with Latin letters and is Persian all the same.
                isolate_from(begin, unicode::runs_from_right(foreign.language)
                                        ? unicode::IsolateDirection::right_to_left
                                        : unicode::IsolateDirection::first_strong);
                back_out();
            },
            [&](const document::FootnoteMark& mark) { footnote_mark(mark.footnote, state, span.place); },
            [&](const document::Citation& mark) { citation(mark.sources, state, span.place); },
            [&](const document::LineBreak&) { inside(state); },
            [&](const document::Raised& raised) {
                // Shares of the size, as in faces that have such letters of their own.
                constexpr double size = 0.7, above = 0.35, below = -0.15;
                state.look.rise += state.look.size.scaled(raised.below ? below : above);
                state.look.size = state.look.size.scaled(size);
                const std::string_view words = span.range.of(text.utf8);
                // A figure must not be heard as one with the figures beside it. Those of Latin letters are
                // characters of their own by now.
                const bool figure = node_ && holds_digit(words);
                if (figure) {
                    node_ = context_.out.structure.add_node(*node_, Role::span);
                    context_.out.structure[*node_].actual_text =
                        (raised.below ? "_" : "^") + std::string{words};
                    leaf_.reset();
                }
                inside(state);
                if (figure) back_out();
            }},
        span.meaning);
}

void ParagraphBuilder::footnote_mark(std::size_t footnote, const State& state, const Place& place) {
    const auto number = context_.footnote_numbers
                            .try_emplace(footnote, static_cast<int>(context_.footnote_numbers.size()) + 1)
                            .first;
    const auto at = static_cast<std::uint32_t>(paragraph_.text.size());
    mark_source(place);
    paragraph_.no_break_at.push_back(at);
    // The note stands on every page that mentions it, unless that only repeats a table's head.
    if (node_) {
        std::vector<std::size_t>& waiting = context_.footnotes_waiting;
        if (std::ranges::find(waiting, footnote) == waiting.end()) waiting.push_back(footnote);
        paragraph_.footnotes_at.push_back(at);
        paragraph_.footnotes.push_back(footnote);
    }
    const std::optional<NodeId> outer = node_;
    State raised = state;
    raised.look.size = context_.design.footnote.mark_size;
    raised.look.rise = context_.design.footnote.mark_rise;
    const std::string words = context_.number(number->second);
    raised.link =
        open_link({{}, {}, footnote_destination(number->second), context_.label("footnotes") + " " + words},
                  Role::link, Role::reference);
    emit_words(words, raised);
    marks_.push_back({at, static_cast<std::uint32_t>(paragraph_.text.size())});
    isolate_from(at, own_direction());
    node_ = outer;
    leaf_.reset();
}

// "[2]", each number leading to its source; tied to the word before it.
void ParagraphBuilder::citation(const std::vector<std::size_t>& sources, const State& state,
                                const Place& place) {
    const auto at = static_cast<std::uint32_t>(paragraph_.text.size());
    mark_source(place);
    const char before = paragraph_.text.empty() ? ' ' : paragraph_.text.back();
    if (at > 0 && before == ' ') paragraph_.no_break_at.push_back(at - 1);
    if (before != ' ' && before != ']') {
        paragraph_.no_break_at.push_back(at);
        emit_words(" ", state);
    }
    const std::size_t begin = paragraph_.text.size();
    emit_words("[", state);
    bool first = true;
    for (const std::size_t source : sources) {
        if (!first) {
            emit_words(context_.punctuation().comma, state);
            const auto behind = static_cast<std::uint32_t>(paragraph_.text.size());
            paragraph_.no_break_at.push_back(paragraph_.text.ends_with(' ') ? behind - 1 : behind);
        }
        first = false;
        const std::optional<NodeId> outer = node_;
        State linked = state;
        const document::Source& cited = context_.document.sources[source];
        linked.link =
            open_link({{}, {}, source_destination(cited), cited.title}, Role::link, Role::reference);
        emit_words(context_.number(static_cast<int>(source) + 1), linked);
        node_ = outer;
        leaf_.reset();
    }
    emit_words("]", state);
    marks_.push_back({at, static_cast<std::uint32_t>(paragraph_.text.size())});
    isolate_from(begin, own_direction());
}

}  // namespace brochure::style
