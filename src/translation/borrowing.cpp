#include "translation/borrowing.hpp"

#include <algorithm>

#include "translation/passages.hpp"

namespace brochure::translation {

using document::Document;
using document::Footnote;
using document::Span;
using document::Text;

Borrowing::Borrowing(const Document& master, Document& translation)
    : master_(master), translation_(translation) {
    each_passage(master, [&](const Text& text) {
        if (text.empty()) return;
        const Place place = text.place_of(0);
        texts_.emplace(Spot{place.line, place.column}, &text);
    });
    for (const document::Block& block : translation.body) {
        if (const auto* heading = std::get_if<document::Heading>(&block.content))
            headings_.insert(heading->id);
    }
}

bool Borrowing::take(const Spot& spot, Text& text) {
    const auto found = texts_.find(spot);
    if (found == texts_.end()) return false;
    text = borrowed(*found->second);
    return true;
}

void Borrowing::end() {
    for (Footnote& note : notes_) translation_.footnotes.push_back(std::move(note));
    notes_.clear();
}

Text Borrowing::borrowed(const Text& text) {
    Text out = text;
    out.borrowed = true;
    std::erase_if(out.spans, [&](const Span& span) {
        const auto* reference = std::get_if<document::CrossReference>(&span.meaning);
        return reference != nullptr && !headings_.contains(reference->heading);
    });
    for (Span& span : out.spans) {
        if (auto* mark = std::get_if<document::FootnoteMark>(&span.meaning))
            mark->footnote = note_of(mark->footnote);
    }
    const TextRange all{0, static_cast<std::uint32_t>(out.utf8.size())};
    out.spans.insert(out.spans.begin(), {all, document::Foreign{master_.language.tag}, out.place_of(0)});
    return out;
}

// Sources are the brochure's and have the same numbers in every language; notes are each text's own.
std::size_t Borrowing::note_of(std::size_t master_note) {
    const Footnote& note = master_.footnotes[master_note];
    const auto same = [&](const Footnote& one) { return one.id == note.id; };
    const auto& own = translation_.footnotes;
    if (const auto at = std::find_if(own.begin(), own.end(), same); at != own.end())
        return static_cast<std::size_t>(at - own.begin());
    auto at = std::find_if(notes_.begin(), notes_.end(), same);
    if (at == notes_.end()) {
        // Its own marks may ask for another note, so it is known before its text is.
        notes_.push_back({note.id, {}, note.place});
        const std::size_t number = notes_.size() - 1;
        Text words = borrowed(note.text);
        notes_[number].text = std::move(words);
        return own.size() + number;
    }
    return own.size() + static_cast<std::size_t>(at - notes_.begin());
}

}  // namespace brochure::translation
