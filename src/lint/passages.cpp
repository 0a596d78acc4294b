#include "lint/passages.hpp"

#include <algorithm>
#include <string_view>
#include <variant>

#include "base/utf8.hpp"
#include "unicode/unicode.hpp"

namespace brochure::lint {

namespace {

using document::Text;

class Walk {
  public:
    void add(const Text& text, PassageKind kind) {
        if (!text.empty()) passages_.push_back({&text, kind});
    }
    void blocks(const std::vector<document::Block>& list) {
        for (const document::Block& block : list) {
            std::visit([this](const auto& content) { visit(content); }, block.content);
        }
    }
    std::vector<Passage> take() { return std::move(passages_); }

  private:
    void visit(const document::Paragraph& paragraph) { add(paragraph.text, PassageKind::prose); }
    void visit(const document::Heading& heading) { add(heading.text, PassageKind::fragment); }
    void visit(const document::List& list) {
        for (const document::ListItem& item : list.items) blocks(item.blocks);
    }
    void visit(const document::CallOut& call_out) {
        add(call_out.title, PassageKind::fragment);
        blocks(call_out.blocks);
    }
    void visit(const document::Quote& quote) { blocks(quote.blocks); }
    void visit(const document::Figure& figure) {
        add(figure.alternative, PassageKind::fragment);
        add(figure.caption, PassageKind::prose);
    }
    void visit(const document::Table& table) {
        for (const Text& cell : table.head) add(cell, PassageKind::fragment);
        for (const auto& row : table.rows) {
            for (const Text& cell : row) add(cell, PassageKind::fragment);
        }
    }
    void visit(const document::TableCall&) {}

    std::vector<Passage> passages_;
};

// Of several scripts: full stops, question and exclamation marks, and the colon before a list.
bool ends_sentence(char32_t c) {
    return std::u32string_view{U".!?:…。！？：؟۔।॥።፧"}.find(c) != std::u32string_view::npos;
}

bool closes(char32_t c) { return std::u32string_view{U")]”’»\"'"}.find(c) != std::u32string_view::npos; }

bool is_ended(std::string_view sentence) {
    char32_t last = 0;
    for (std::size_t at = 0; at < sentence.size();) {
        const base::CodePoint point = base::code_point_at(sentence, at);
        if (!closes(point.value)) last = point.value;
        at += point.length;
    }
    return ends_sentence(last);
}

// What stands inside one word, between two words of UAX 29.
bool joins_words(std::string_view between) {
    constexpr std::u32string_view joiners = U"-\u2010\u2011/@.:’'_&#?=%+~·";
    for (std::size_t at = 0; at < between.size();) {
        const base::CodePoint point = base::code_point_at(between, at);
        if (joiners.find(point.value) == std::u32string_view::npos) return false;
        at += point.length;
    }
    return !between.empty();
}

TextRange trimmed(std::string_view text, TextRange range) {
    auto white = [&](std::uint32_t at) {
        return unicode::is_white_space(base::code_point_at(text, at).value);
    };
    while (!range.empty() && white(range.begin)) {
        range.begin += static_cast<std::uint32_t>(base::code_point_at(text, range.begin).length);
    }
    while (!range.empty()) {
        const auto last = static_cast<std::uint32_t>(base::code_point_start(text, range.end - 1));
        if (!white(last)) break;
        range.end = last;
    }
    return range;
}

// UAX 29 (SB8) sees no end before a small letter, and so none before a sentence that opens with "’s".
std::vector<TextRange> parted_at_elisions(std::string_view text, TextRange sentence,
                                          const std::vector<std::string>& elisions) {
    std::vector<TextRange> parts;
    for (std::size_t at = sentence.begin; (at = text.find(". ", at)) < sentence.end; ++at) {
        const std::string_view rest = text.substr(at + 2);
        if (std::any_of(elisions.begin(), elisions.end(),
                        [&](const std::string& elision) { return rest.starts_with(elision + " "); })) {
            parts.push_back({sentence.begin, static_cast<std::uint32_t>(at + 1)});
            sentence.begin = static_cast<std::uint32_t>(at + 2);
        }
    }
    parts.push_back(sentence);
    return parts;
}

}  // namespace

std::vector<Passage> passages_of(const document::Document& document) {
    Walk walk;
    walk.add(document.title, PassageKind::fragment);
    walk.add(document.subtitle, PassageKind::fragment);
    walk.add(document.summary, PassageKind::prose);
    for (const Text& message : document.key_messages) walk.add(message, PassageKind::prose);
    for (const document::Treatment& treatment : document.treatments) {
        walk.add(treatment.name, PassageKind::fragment);
        for (const auto& [key, words] : treatment.fields) walk.add(words, PassageKind::fragment);
    }
    for (const document::GlossaryEntry& entry : document.glossary) {
        walk.add(entry.term, PassageKind::fragment);
        walk.add(entry.meaning, PassageKind::prose);
    }
    for (const auto& [image, labels] : document.labels) {
        for (const auto& [key, words] : labels) walk.add(words, PassageKind::fragment);
    }
    walk.blocks(document.body);
    for (const document::Footnote& note : document.footnotes) walk.add(note.text, PassageKind::prose);
    walk.blocks(document.disclaimer);
    return walk.take();
}

std::vector<TextRange> words_of(std::string_view text, const std::string& language) {
    std::vector<TextRange> words;
    for (const TextRange word : unicode::words(text, language)) {
        if (!words.empty() && joins_words(text.substr(words.back().end, word.begin - words.back().end))) {
            words.back().end = word.end;
        } else {
            words.push_back(word);
        }
    }
    return words;
}

std::vector<Sentence> sentences_of(std::string_view text, const document::Language& language) {
    std::vector<Sentence> sentences;
    for (const TextRange found : unicode::sentences(text, language.tag)) {
        for (const TextRange part : parted_at_elisions(text, found, language.elisions)) {
            Sentence sentence{trimmed(text, part)};
            sentence.words = words_of(sentence.range.of(text), language.tag).size();
            sentence.ended = is_ended(sentence.range.of(text));
            if (sentence.words > 0) sentences.push_back(sentence);
        }
    }
    return sentences;
}

bool is_foreign(const document::Text& text, TextRange range) {
    return std::any_of(text.spans.begin(), text.spans.end(), [range](const document::Span& span) {
        return std::holds_alternative<document::Foreign>(span.meaning) && span.range.begin <= range.begin &&
               range.end <= span.range.end;
    });
}

std::string first_words(std::string_view text, const std::string& language, std::size_t count) {
    const std::vector<TextRange> words = words_of(text, language);
    if (words.size() <= count) return std::string{text};
    return std::string{text.substr(0, words[count - 1].end)} + " …";
}

bool has_letter(std::string_view words) { return base::any_code_point(words, unicode::is_letter); }

}  // namespace brochure::lint
