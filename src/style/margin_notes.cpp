// What layouts say a second time: the glossary's explanation beside a term, a key message inside a section.
// Artifacts, all of it: a screen reader finds each where it belongs, in the glossary and among the key
// messages.
#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "style/context.hpp"
#include "style/paragraph_builder.hpp"
#include "unicode/unicode.hpp"

namespace brochure::style {

namespace {

// A paragraph's text as terms are looked for in it: without regard to capitals, and with the places where
// words begin and end. Its words are found once, however many terms there are.
class FoldedText {
  public:
    FoldedText(const std::string& text, const document::Language& language) : language_(language) {
        std::uint32_t end = 0;
        for (const TextRange word : unicode::words(text, language.tag)) {
            fold({end, word.begin}, text);
            words_.push_back({folded_.size(), 0, word.begin});
            fold(word, text);
            words_.back().end = folded_.size();
            end = word.end;
        }
        fold({end, static_cast<std::uint32_t>(text.size())}, text);
    }

    // The first place of a term as words of their own; none: the text lacks it.
    [[nodiscard]] std::optional<std::uint32_t> mention_of(const std::string& term) const {
        const std::string wanted = unicode::fold_case(term, language_.locale);
        for (const Word& word : words_) {
            const bool same = folded_.compare(word.begin, wanted.size(), wanted) == 0;
            if (same && !is_within_word(word.begin + wanted.size())) return word.at;
        }
        return std::nullopt;
    }

  private:
    struct Word {
        std::size_t begin = 0, end = 0;  // folded
        std::uint32_t at = 0;            // in the text
    };

    void fold(TextRange range, const std::string& text) {
        folded_ += unicode::fold_case(range.of(text), language_.locale);
    }

    [[nodiscard]] bool is_within_word(std::size_t offset) const {
        return std::ranges::any_of(
            words_, [&](const Word& word) { return word.begin < offset && offset < word.end; });
    }

    const document::Language& language_;
    std::string folded_;
    std::vector<Word> words_;
};

Block pull_out(Context& context, std::size_t key_message) {
    const design::PullOutStyle& style = context.design.pull_out;
    ParagraphBuilder words(context, *style.text, std::nullopt);
    Group group;
    Decoration bar;
    bar.bar = style.bar;
    bar.bar_width = style.bar ? style.bar_width : Length{};
    bar.padding_start = style.padding_start;
    group.decoration = bar;
    group.keep_together = true;
    group.blocks.push_back(text_block(words.add(context.document.key_messages[key_message]).finish(), {}));
    Block block;
    block.space_before = style.space.before;
    block.space_after = style.space.after;
    block.whole_measure = true;
    block.content = std::move(group);
    return block;
}

}  // namespace

void explain_terms(Context& context, ParagraphId paragraph) {
    const design::MarginColumn& margin = context.design.margin_column;
    if (margin.note == nullptr || margin.width <= Length{}) return;
    const auto& glossary = context.document.glossary;
    if (context.explained.size() == glossary.size()) return;
    const FoldedText text(context.out.paragraphs[paragraph].text, context.document.language);
    std::vector<std::pair<std::uint32_t, std::size_t>> found;
    for (std::size_t i = 0; i < glossary.size(); ++i) {
        if (context.explained.contains(i)) continue;
        const auto at = text.mention_of(glossary[i].term.utf8);
        if (!at) continue;
        context.explained.insert(i);
        found.emplace_back(*at, i);
    }
    std::sort(found.begin(), found.end());
    for (const auto& [at, index] : found) {
        ParagraphBuilder words(context, *margin.note, std::nullopt);
        words.add(glossary[index].term, margin.term != nullptr ? *margin.term : *margin.note);
        words.add_words(" ", glossary[index].place).add(glossary[index].meaning);
        const ParagraphId note = words.finish();
        context.out.paragraphs[paragraph].side_notes_at.push_back(at);
        context.out.paragraphs[paragraph].side_notes.push_back(note);
    }
}

std::vector<Block> with_pull_outs(Context& context, std::vector<Block> flow) {
    const design::PullOutStyle& style = context.design.pull_out;
    if (style.text == nullptr) return flow;
    std::vector<Block> out;
    std::optional<std::size_t> waiting;  // the section's key message
    for (Block& block : flow) {
        const bool heading = block.display && !block.destinations.empty();
        const bool plain = std::holds_alternative<TextBlock>(block.content) && !block.keep_with_next;
        const std::string id = heading ? block.destinations.front() : std::string{};
        out.push_back(std::move(block));
        if (heading) {
            waiting.reset();
            for (const document::PullOut& wanted : context.document.pull_outs) {
                const auto& sections = wanted.sections;
                if (std::find(sections.begin(), sections.end(), id) != sections.end() &&
                    wanted.key_message < context.document.key_messages.size())
                    waiting = wanted.key_message;
            }
        } else if (waiting && plain) {
            out.push_back(pull_out(context, *std::exchange(waiting, std::nullopt)));
        }
    }
    return out;
}

}  // namespace brochure::style
