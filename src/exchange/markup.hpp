// Markup: how a text with numbered marks is written in an author's file, and whether its marks are sound.
// In: words that came back, and what their numbers stand for. Out: Markdown that is read as these words; or a
// sentence that says which mark was lost, doubled or not closed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/model/document.hpp"
#include "units/coded_text.hpp"

namespace brochure::exchange {

// A number's meaning, written out, so that it no longer needs its document.
struct Mark {
    std::string opening, closing;  // "**" and "**"; "[" and "](#bestraling)"; "[^a]" alone
    std::string told;              // "bold", for people
    bool point = false;            // it holds no words
    bool line_end = false;
    bool optional = false;  // words in another language are not foreign in every translation
};

// The marks of a text of `document`.
std::vector<Mark> marks_of(const std::vector<document::SpanMeaning>& marks,
                           const document::Document& document);

// A translation's text with the numbers of its master's, whose notes may be counted otherwise. The marks are
// the translation's own where it has them, else the master's.
struct NumberedText {
    std::string words;
    std::vector<Mark> marks;
};
NumberedText numbered_as(const units::CodedText& translation, const document::Document& translation_document,
                         const units::CodedText& master, const document::Document& master_document);

// What is wrong with the marks of `words`; empty if nothing is. Each of the first `required` marks must be
// there once, pairs closed in the order in which they were opened; the others may be there.
std::string mark_fault(std::string_view words, const std::vector<Mark>& marks, std::size_t required);

// Where words are written: what would be a sign there is escaped.
enum class Form { flow, line, cell, alternative, caption, toml };

// On one line, or, where the former words stood on several, on such lines: one that is still the same stays,
// and what is new begins a line with every sentence ("semantic line breaks"). Further lines begin with
// `prefix`.
struct Setting {
    Form form = Form::flow;
    std::vector<std::string> former_lines;  // of a flow; empty if it was but one
    std::string prefix;
};
std::string as_markdown(const NumberedText& text, const Setting& setting);

}  // namespace brochure::exchange
