// Builds one StyledParagraph from texts, spans and words of the program's own, and fills its node with
// leaves. Inline elements that mean something to a reader (links, references, words in another language)
// become nodes.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "design/design.hpp"
#include "document/model/document.hpp"
#include "style/context.hpp"
#include "style/styled_document.hpp"

namespace brochure::style {

class ParagraphBuilder {
  public:
    // Without a node the paragraph is an artifact.
    ParagraphBuilder(Context& context, const design::TextStyle& style, std::optional<NodeId> node);

    ParagraphBuilder& add(const document::Text& text);
    ParagraphBuilder& add(const document::Text& text, const design::TextStyle& look);
    ParagraphBuilder& add_words(std::string_view words, const Place& place);
    ParagraphBuilder& add_words(std::string_view words, const Place& place, const design::TextStyle& look);
    // A name or title, which keeps its own order whatever language it is in.
    ParagraphBuilder& add_name(std::string_view words, const Place& place);
    // Words that lead to an address or, when it is empty, to a destination; `role_above` wraps the link
    // (Reference).
    // A target with a node adds to that link.
    ParagraphBuilder& add_link(std::string_view words, const Place& place, const design::TextStyle& look,
                               LinkTarget target, std::optional<Role> role_above = std::nullopt);
    // Puts what is added from now on under another node (a label inside a list item, for instance).
    ParagraphBuilder& under(NodeId node);

    ParagraphId finish();

  private:
    struct State {
        CharacterStyle look;
        std::string language;
        std::optional<std::size_t> link;
    };

    void emit_text(const document::Text& text, const State& state);
    void emit_range(const document::Text& text, TextRange range, std::size_t first_span, std::size_t end_span,
                    State state);
    void emit_span(const document::Text& text, std::size_t span, std::size_t inner_end, State state);
    void emit_words(std::string_view words, const State& state);
    // What was added from `begin` on keeps an order of its own.
    void isolate_from(std::size_t begin, unicode::IsolateDirection direction);
    [[nodiscard]] unicode::IsolateDirection own_direction() const;
    void mark_source(const Place& place);
    void emit_source(const document::Text& text, TextRange range);
    std::optional<std::size_t> open_link(LinkTarget target, Role role, std::optional<Role> role_above);
    void footnote_mark(std::size_t footnote, const State& state, const Place& place);
    void find_line_starts();
    void citation(const std::vector<std::size_t>& sources, const State& state, const Place& place);

    Context& context_;
    StyledParagraph paragraph_;
    std::vector<TextRange> marks_;  // numbers of notes and sources
    State base_;
    std::optional<NodeId> node_;
    std::vector<unicode::BidiIsolate> isolates_;  // what is known to be a mark or a foreign word
    std::optional<LeafId> leaf_;  // open leaf of node_; closed when an inline node comes between
};

// The look of a text style.
CharacterStyle look_of(const design::TextStyle& style);

}  // namespace brochure::style
