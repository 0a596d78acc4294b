// What stands beside what: a list that is announced, a caption beside its picture's alternative text.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "diag/codes.hpp"
#include "lint/text_rules.hpp"
#include "lint/thresholds.hpp"
#include "unicode/unicode.hpp"

namespace brochure::lint {

namespace {

using document::Block;

template <class... Kinds>
bool is_any(const Block& block) {
    return (std::holds_alternative<Kinds>(block.content) || ...);
}

class MissingLists {
  public:
    MissingLists(const document::Document& document, Sink& sink) : document_(document), sink_(sink) {}

    // `number_follows`: the layout may end this call-out with the emergency number.
    void look(const std::vector<Block>& blocks, bool number_follows = false) {
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const Block* next = i + 1 < blocks.size() ? &blocks[i + 1] : nullptr;
            if (const auto* paragraph = std::get_if<document::Paragraph>(&blocks[i].content)) {
                if (next == nullptr && number_follows) continue;
                if (unicode::ends_in_colon(paragraph->text.utf8) && !is_announced(next))
                    report(paragraph->text);
            } else {
                look_inside(blocks[i]);
            }
        }
    }

  private:
    static bool is_announced(const Block* next) {
        return next != nullptr && !is_any<document::Paragraph, document::Heading>(*next);
    }

    void look_inside(const Block& block) {
        if (const auto* list = std::get_if<document::List>(&block.content)) {
            for (const document::ListItem& item : list->items) look(item.blocks);
        } else if (const auto* call_out = std::get_if<document::CallOut>(&block.content)) {
            look(call_out->blocks, call_out->kind == document::CallOutKind::warning);
        } else if (const auto* quote = std::get_if<document::Quote>(&block.content)) {
            look(quote->blocks);
        }
    }

    void report(const document::Text& text) {
        const auto words = words_of(text.utf8, document_.language.tag);
        const std::uint32_t from = words.size() > 4 ? words[words.size() - 4].begin : 0;
        sink_.warning(diag::code::list_missing, text.place_of(from),
                      fmt::format("The colon after “{}{}” announces something, but no list or table follows.",
                                  from > 0 ? "… " : "", std::string_view{text.utf8}.substr(from)),
                      "Add the list that is missing, or end the sentence with a full stop.");
    }

    const document::Document& document_;
    Sink& sink_;
};

std::vector<std::string> sorted_words(const document::Text& text, const document::Language& language) {
    std::vector<std::string> words;
    for (const TextRange word : unicode::words(text.utf8, language.tag)) {
        words.push_back(unicode::lower_case(word.of(text.utf8), language.locale));
    }
    std::sort(words.begin(), words.end());
    return words;
}

// Twice the words in common over all words (Dice's coefficient).
double likeness(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    std::vector<std::string> common;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(common));
    if (a.empty() || b.empty()) return 0;
    return 2 * static_cast<double>(common.size()) / static_cast<double>(a.size() + b.size());
}

void captions_in(const std::vector<Block>& blocks, const document::Document& document, Sink& sink) {
    for (const Block& block : blocks) {
        if (const auto* figure = std::get_if<document::Figure>(&block.content)) {
            const auto caption = sorted_words(figure->caption, document.language);
            const auto alternative = sorted_words(figure->alternative, document.language);
            if (likeness(caption, alternative) < repeating_share) continue;
            sink.warning(
                diag::code::caption_repeats, figure->caption.place_of(0),
                fmt::format("The caption “{}” repeats the alternative text, which a screen reader has "
                            "read out just before.",
                            first_words(figure->caption.utf8, document.language.tag)),
                "Let the alternative text say what is to be seen, and the caption what it means.");
        } else if (const auto* list = std::get_if<document::List>(&block.content)) {
            for (const document::ListItem& item : list->items) captions_in(item.blocks, document, sink);
        } else if (const auto* call_out = std::get_if<document::CallOut>(&block.content)) {
            captions_in(call_out->blocks, document, sink);
        } else if (const auto* quote = std::get_if<document::Quote>(&block.content)) {
            captions_in(quote->blocks, document, sink);
        }
    }
}

}  // namespace

void missing_lists(const document::Document& document, Sink& sink) {
    MissingLists rule(document, sink);
    rule.look(document.body);
    rule.look(document.disclaimer);
}

void captions_that_repeat(const document::Document& document, Sink& sink) {
    captions_in(document.body, document, sink);
}

}  // namespace brochure::lint
