#include <fmt/format.h>

#include <array>
#include <map>
#include <utility>

#include "units/unit.hpp"

namespace brochure::units {

using document::Block;
using document::Document;
using document::Text;

namespace {

std::string_view call_out_name(document::CallOutKind kind) {
    static constexpr std::array<std::string_view, 5> names{"note", "tip", "important", "warning", "caution"};
    return names[static_cast<std::size_t>(kind)];
}

// Counts what stands in one place: paragraphs, lists, tables of a section, of a call-out, of an item.
struct Counts {
    std::map<char, int> of;
    int next(char what) { return ++of[what]; }
};

class Collector {
  public:
    explicit Collector(const Document& document, bool with_forms = false)
        : document_(document), with_forms_(with_forms) {}

    void meta() {
        add("meta/title", Kind::title, document_.title);
        add("meta/subtitle", Kind::subtitle, document_.subtitle);
        add("meta/summary", Kind::summary, document_.summary);
        for (std::size_t i = 0; i < document_.key_messages.size(); ++i)
            add(fmt::format("key_message/{}", i + 1), Kind::key_message, document_.key_messages[i]);
        for (const document::Treatment& treatment : document_.treatments) {
            add(fmt::format("treatment/{}/name", treatment.id), Kind::treatment_name, treatment.name);
            for (const auto& [field, text] : treatment.fields)
                add(fmt::format("treatment/{}/{}", treatment.id, field), Kind::treatment_field, text);
            form(fmt::format("treatment/{}/section", treatment.id), words_of_heading(treatment.section),
                 treatment.place);
        }
        for (std::size_t i = 0; i < document_.glossary.size(); ++i) {
            const document::GlossaryEntry& entry = document_.glossary[i];
            const std::string id = entry.id.empty() ? std::to_string(i + 1) : entry.id;
            add(fmt::format("glossary/{}/term", id), Kind::term, entry.term);
            add(fmt::format("glossary/{}/meaning", id), Kind::meaning, entry.meaning);
        }
        for (const auto& [image, labels] : document_.labels) {
            for (const auto& [key, text] : labels)
                add(fmt::format("label/{}/{}", image, key), Kind::label, text);
        }
    }

    void body(const std::vector<Block>& blocks, const std::string& lead) {
        Counts counts;
        std::string path = lead;
        for (const Block& block : blocks) {
            if (const auto* heading = std::get_if<document::Heading>(&block.content)) {
                path = heading->id;
                heading_ = heading->text.utf8;
                counts = {};
                add(path + "/heading", Kind::heading, heading->text);
                if (heading->level > 2)
                    form(path + "/heading/form", fmt::format("heading of level {}", heading->level),
                         block.place);
            } else {
                add(block, path + "/", counts, Kind::paragraph);
            }
        }
        heading_.clear();
    }

    void footnotes() {
        for (const document::Footnote& note : document_.footnotes)
            add("footnote/" + note.id, Kind::footnote, note.text);
    }

    void add(std::string key, Kind kind, const Text& text) {
        if (text.empty()) return;
        if (text.behind || text.borrowed)
            form(key + "/standing", text.borrowed ? "the master's own words" : "behind its master text",
                 text.place_of(0));
        units_.push_back({std::move(key), kind, coded(text), heading_, text.place_of(0)});
    }
    void form(std::string key, const std::string& words, const Place& place) {
        if (with_forms_) add_plain(std::move(key), Kind::form, words, place);
    }
    void add_plain(std::string key, Kind kind, const std::string& words, const Place& place) {
        if (words.empty()) return;
        units_.push_back({std::move(key), kind, coded(Text{words, {}, {}}), heading_, place});
    }

    std::vector<Unit> take() && { return std::move(units_); }

  private:
    [[nodiscard]] std::string words_of_heading(const std::string& id) const {
        for (const Block& block : document_.body) {
            const auto* heading = std::get_if<document::Heading>(&block.content);
            if (heading != nullptr && heading->id == id) return heading->text.utf8;
        }
        return {};
    }
    void add(const Block& block, const std::string& path, Counts& counts, Kind paragraph_kind) {
        place_ = block.place;
        std::visit([&](const auto& content) { add(content, path, counts, paragraph_kind); }, block.content);
    }
    void add(const document::Paragraph& paragraph, const std::string& path, Counts& counts, Kind kind) {
        add(fmt::format("{}p{}", path, counts.next('p')), kind, paragraph.text);
    }
    void add(const document::Heading& heading, const std::string& path, Counts& counts, Kind) {
        add(fmt::format("{}h{}", path, counts.next('h')), Kind::heading, heading.text);
    }
    void add(const document::List& list, const std::string& path, Counts& counts, Kind) {
        const std::string inside = fmt::format("{}li{}", path, counts.next('l'));
        if (list.ordered) form(inside + "/form", fmt::format("numbered from {}", list.start), place_);
        items(list, inside);
    }
    // An item's first paragraph is the item: "li2.1"; what else it holds stands below it: "li2.1/p2",
    // "li2.1.3" for the third item of its lists.
    void items(const document::List& list, const std::string& path) {
        int number = 0;
        for (const document::ListItem& item : list.items)
            one_item(item, fmt::format("{}.{}", path, ++number));
    }
    void one_item(const document::ListItem& item, const std::string& path) {
        Counts counts;
        bool first = true;
        if (item.ticked) form(path + "/form", *item.ticked ? "box, ticked" : "box to tick", place_);
        for (const Block& block : item.blocks) {
            const auto* paragraph = std::get_if<document::Paragraph>(&block.content);
            if (first && paragraph != nullptr) {
                counts.next('p');
                add(path, Kind::list_item, paragraph->text);
            } else if (const auto* list = std::get_if<document::List>(&block.content)) {
                for (const document::ListItem& inner : list->items)
                    one_item(inner, fmt::format("{}.{}", path, counts.next('l')));
            } else {
                add(block, path + "/", counts, Kind::list_item);
            }
            first = false;
        }
    }
    void add(const document::CallOut& call_out, const std::string& path, Counts& counts, Kind) {
        const std::string inside = fmt::format("{}c{}/", path, counts.next('c'));
        form(inside + "form", std::string{call_out_name(call_out.kind)}, place_);
        add(inside + "title", Kind::call_out_title, call_out.title);
        within(call_out.blocks, inside);
    }
    void add(const document::Quote& quote, const std::string& path, Counts& counts, Kind) {
        const std::string inside = fmt::format("{}q{}/", path, counts.next('q'));
        form(inside + "form", "quotation", place_);
        within(quote.blocks, inside);
    }
    void within(const std::vector<Block>& blocks, const std::string& path) {
        Counts counts;
        for (const Block& block : blocks) add(block, path, counts, Kind::paragraph);
    }
    void add(const document::Figure& figure, const std::string&, Counts&, Kind) {
        const std::string& image = document_.images[figure.image].id;
        const int time = ++placed_[image];
        const std::string again = time == 1 ? "" : fmt::format("/{}", time);
        if (with_forms_) add_plain(fmt::format("picture/{}{}", image, again), Kind::picture, image, place_);
        add(fmt::format("alt/{}{}", image, again), Kind::alternative, figure.alternative);
        add(fmt::format("caption/{}{}", image, again), Kind::caption, figure.caption);
    }
    void add(const document::Table& table, const std::string& path, Counts& counts, Kind) {
        const std::string inside = fmt::format("{}t{}/", path, counts.next('t'));
        for (std::size_t c = 0; c < table.head.size(); ++c)
            add(fmt::format("{}h{}", inside, c + 1), Kind::table_head, table.head[c]);
        for (std::size_t r = 0; r < table.rows.size(); ++r) {
            for (std::size_t c = 0; c < table.rows[r].size(); ++c)
                add(fmt::format("{}r{}c{}", inside, r + 1, c + 1), Kind::cell, table.rows[r][c]);
        }
    }
    // The words of such a table are units of the treatments.
    void add(const document::TableCall& call, const std::string& path, Counts& counts, Kind) {
        form(fmt::format("{}made{}/form", path, counts.next('m')), call.name, place_);
    }

    const Document& document_;
    bool with_forms_;
    Place place_;  // of the block at hand
    std::string heading_;
    std::map<std::string, int> placed_;  // how often each image has been placed
    std::vector<Unit> units_;
};

}  // namespace

std::string_view name_of(Kind kind) {
    static constexpr std::array<std::string_view, 25> names{"title",
                                                            "subtitle",
                                                            "summary",
                                                            "key message",
                                                            "name of a treatment",
                                                            "field of a treatment",
                                                            "term of the glossary",
                                                            "meaning of a term",
                                                            "word in a drawing",
                                                            "heading",
                                                            "paragraph",
                                                            "list item",
                                                            "title of a call-out",
                                                            "words for those who cannot see the picture",
                                                            "caption",
                                                            "head of a table",
                                                            "cell",
                                                            "note",
                                                            "words of the house",
                                                            "words of the program",
                                                            "form",
                                                            "picture",
                                                            "credit of a picture",
                                                            "source",
                                                            "fact"};
    return names[static_cast<std::size_t>(kind)];
}

namespace {

std::vector<Unit> collected(const Document& document, bool with_forms) {
    Collector collector{document, with_forms};
    collector.meta();
    collector.body(document.body, "lead");
    collector.footnotes();
    return std::move(collector).take();
}

}  // namespace

std::vector<Unit> units_of(const Document& document) { return collected(document, false); }

std::vector<Unit> units_and_forms_of(const Document& document) { return collected(document, true); }

std::vector<Unit> shared_units_of(const Document& document) {
    Collector collector{document};
    const Place house{"content/house/house.toml", 0, 0};
    for (const auto& [key, words] : document.house.words)
        collector.add_plain("house/" + key, Kind::house_word, words, house);
    collector.add_plain("house/logo_alternative", Kind::house_word, document.house.logo_alternative, house);
    collector.body(document.disclaimer, "disclaimer");
    for (const auto& [key, words] : document.language.labels)
        collector.add_plain("language/labels/" + key, Kind::language_word, words, document.language.place);
    for (const auto& [key, words] : document.language.columns)
        collector.add_plain("language/columns/" + key, Kind::language_word, words, document.language.place);
    return std::move(collector).take();
}

}  // namespace brochure::units
