// Passages: every text of a document that its pages print as running words: of the body, of its notes, and of
// the lists before and behind it. Titles, and words in drawings, are none.
#pragma once

#include <algorithm>
#include <variant>

#include "document/model/document.hpp"

namespace brochure::translation {

// `Blocks` and `Document` are const or not; so is the Text that `use` is given.
template <class Blocks, class Use>
void each_passage_of(Blocks& blocks, const Use& use) {
    for (auto& block : blocks) {
        if (auto* paragraph = std::get_if<document::Paragraph>(&block.content)) use(paragraph->text);
        if (auto* heading = std::get_if<document::Heading>(&block.content)) use(heading->text);
        if (auto* figure = std::get_if<document::Figure>(&block.content)) use(figure->caption);
        if (auto* quote = std::get_if<document::Quote>(&block.content)) each_passage_of(quote->blocks, use);
        if (auto* call_out = std::get_if<document::CallOut>(&block.content)) {
            use(call_out->title);
            each_passage_of(call_out->blocks, use);
        }
        if (auto* list = std::get_if<document::List>(&block.content)) {
            for (auto& item : list->items) each_passage_of(item.blocks, use);
        }
        if (auto* table = std::get_if<document::Table>(&block.content)) {
            for (auto& head : table->head) use(head);
            for (auto& row : table->rows) std::for_each(row.begin(), row.end(), use);
        }
    }
}

template <class Document, class Use>
void each_passage(Document& document, const Use& use) {
    for (auto& message : document.key_messages) use(message);
    for (auto& treatment : document.treatments) {
        use(treatment.name);
        for (auto& [field, text] : treatment.fields) use(text);
    }
    for (auto& entry : document.glossary) use(entry.meaning);
    each_passage_of(document.body, use);
    for (auto& note : document.footnotes) use(note.text);
}

}  // namespace brochure::translation
