#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "diag/codes.hpp"
#include "document/read.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

// One thing that a translation must have at the same point of the text.
struct Feature {
    std::string name;  // "the heading 'pain'": equal in both if they correspond
    Place place;
    const Block* block = nullptr;
};

std::string shown(const Place& place) {
    return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

constexpr std::array call_out_names = {"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"};

class Collector {
  public:
    explicit Collector(const Document& document) : document_(document) { collect(document.body); }
    [[nodiscard]] std::vector<Feature> take() && { return std::move(features_); }

  private:
    void collect(const std::vector<Block>& blocks) {
        for (const Block& block : blocks)
            std::visit([&](const auto& content) { add(content, block); }, block.content);
    }
    void add(const Paragraph&, const Block&) {}
    void add(const Heading& heading, const Block& block) {
        add(fmt::format("the heading '{}'", heading.id), block);
    }
    void add(const List& list, const Block&) {
        for (const ListItem& item : list.items) collect(item.blocks);
    }
    void add(const CallOut& call_out, const Block& block) {
        add(fmt::format("the call-out {}", call_out_names[static_cast<std::size_t>(call_out.kind)]), block);
        collect(call_out.blocks);
    }
    void add(const Quote& quote, const Block&) { collect(quote.blocks); }
    void add(const Figure& figure, const Block& block) {
        add(fmt::format("the image '{}'", document_.images[figure.image].id), block);
    }
    void add(const Table&, const Block& block) { add(std::string{"the table"}, block); }
    void add(const TableCall& call, const Block& block) { add("{{" + call.name + "}}", block); }
    void add(std::string name, const Block& block) {
        features_.push_back({std::move(name), block.place, &block});
    }

    const Document& document_;
    std::vector<Feature> features_;
};

using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;

// A longest common subsequence by name: what corresponds, so that one missing thing is one report.
Pairs correspondence(const std::vector<Feature>& a, const std::vector<Feature>& b) {
    constexpr std::size_t most_cells = 4'000'000;
    Pairs pairs;
    std::size_t start = 0;
    while (start < a.size() && start < b.size() && a[start].name == b[start].name) {
        pairs.emplace_back(start, start);
        ++start;
    }
    const std::size_t rows = a.size() - start, columns = b.size() - start;
    if (rows == 0 || columns == 0 || rows > most_cells / columns) return pairs;
    std::vector<std::uint32_t> length((rows + 1) * (columns + 1), 0);  // of the best from (i, j) on
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& {
        return length[i * (columns + 1) + j];
    };
    for (std::size_t i = rows; i-- > 0;) {
        for (std::size_t j = columns; j-- > 0;) {
            at(i, j) = a[start + i].name == b[start + j].name ? at(i + 1, j + 1) + 1
                                                              : std::max(at(i + 1, j), at(i, j + 1));
        }
    }
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (a[start + i].name == b[start + j].name) {
            pairs.emplace_back(start + i++, start + j++);
        } else {
            at(i + 1, j) >= at(i, j + 1) ? ++i : ++j;
        }
    }
    return pairs;
}

class Comparison {
  public:
    Comparison(const Document& master, const Document& translation, Sink& sink)
        : master_(master), translation_(translation), sink_(sink) {}

    // Reports what one list has and the other lacks; gives the pairs that correspond.
    Pairs match(const std::vector<Feature>& master, const std::vector<Feature>& translation) {
        Pairs pairs = correspondence(master, translation);
        std::size_t i = 0, j = 0;
        Place last_master = master_.place, last_translation = translation_.place;
        const auto report_between = [&](std::size_t master_end, std::size_t translation_end) {
            for (; i < master_end; ++i) {
                sink_.error(code::translation_missing, last_translation,
                            fmt::format("{} of the master text ({}) is missing below this place",
                                        master[i].name, shown(master[i].place)),
                            "translate it, in the order of the master text");
            }
            for (; j < translation_end; ++j) {
                sink_.error(code::translation_extra, translation[j].place,
                            fmt::format("{} is not in the master text behind {}", translation[j].name,
                                        shown(last_master)),
                            "remove it, or put it where the master text has it; the ids must be the same");
            }
        };
        for (const auto& [in_master, in_translation] : pairs) {
            report_between(in_master, in_translation);
            last_master = master[i++].place;
            last_translation = translation[j++].place;
        }
        report_between(master.size(), translation.size());
        return pairs;
    }

    void differs(const Place& here, const std::string& what, std::size_t own, std::size_t other,
                 const Place& there) {
        if (own == other) return;
        sink_.error(code::translation_differs, here,
                    fmt::format("{}: {} here, {} in the master text ({})", what, own, other, shown(there)),
                    "make the translation the same as the master text");
    }

    void blocks(const Block& master, const Block& translation) {
        if (const auto* heading = std::get_if<Heading>(&translation.content)) {
            differs(translation.place, "the heading's level", static_cast<std::size_t>(heading->level),
                    static_cast<std::size_t>(std::get<Heading>(master.content).level), master.place);
        } else if (const auto* table = std::get_if<Table>(&translation.content)) {
            const auto& other = std::get<Table>(master.content);
            differs(translation.place, "the table's columns", table->columns.size(), other.columns.size(),
                    master.place);
            differs(translation.place, "the table's rows", table->rows.size(), other.rows.size(),
                    master.place);
        }
    }

    void treatments() {
        const auto features = [](const Document& document) {
            std::vector<Feature> list;
            for (const Treatment& treatment : document.treatments) {
                list.push_back({fmt::format("the treatment '{}'", treatment.id), treatment.place});
            }
            return list;
        };
        for (const auto& [i, j] : match(features(master_), features(translation_))) {
            fields(master_.treatments[i], translation_.treatments[j]);
        }
    }

    void labels() {
        for (const auto& [image, words] : master_.labels) {
            const auto own = translation_.labels.find(image);
            for (const auto& [key, text] : words) {
                if (own != translation_.labels.end() && own->second.contains(key)) continue;
                missing(translation_.place, fmt::format("the label '{}' of the image '{}'", key, image),
                        text.place_of(0));
            }
        }
        for (const auto& [image, words] : translation_.labels) {
            const auto other = master_.labels.find(image);
            for (const auto& [key, text] : words) {
                if (other != master_.labels.end() && other->second.contains(key)) continue;
                extra(text.place_of(0), fmt::format("the label '{}' of the image '{}'", key, image),
                      master_.place);
            }
        }
    }

    void counts() {
        const auto last_note = [](const Document& d) {
            return d.footnotes.empty() ? d.place : d.footnotes.back().place;
        };
        differs(last_note(translation_), "footnotes", translation_.footnotes.size(), master_.footnotes.size(),
                last_note(master_));
        const auto messages = [](const Document& d) {
            return d.key_messages.empty() ? d.place : d.key_messages.back().place_of(0);
        };
        differs(messages(translation_), "key messages", translation_.key_messages.size(),
                master_.key_messages.size(), messages(master_));
        const auto last_term = [](const Document& d) {
            return d.glossary.empty() ? d.place : d.glossary.back().place;
        };
        differs(last_term(translation_), "glossary terms", translation_.glossary.size(),
                master_.glossary.size(), last_term(master_));
    }

  private:
    void fields(const Treatment& master, const Treatment& translation) {
        for (const auto& [key, text] : master.fields) {
            if (translation.fields.contains(key)) continue;
            missing(translation.place, fmt::format("the field '{}' of the treatment '{}'", key, master.id),
                    text.place_of(0));
        }
        for (const auto& [key, text] : translation.fields) {
            if (master.fields.contains(key)) continue;
            extra(text.place_of(0), fmt::format("the field '{}' of the treatment '{}'", key, master.id),
                  master.place);
        }
        if (master.section != translation.section) {
            sink_.error(code::translation_differs, translation.place,
                        fmt::format("the treatment's section is '{}' here, '{}' in the master text ({})",
                                    translation.section, master.section, shown(master.place)),
                        "write the same section as the master text");
        }
    }
    void missing(const Place& here, const std::string& what, const Place& there) {
        sink_.error(code::translation_missing, here,
                    fmt::format("{} of the master text ({}) is missing here", what, shown(there)),
                    "translate it here");
    }
    void extra(const Place& here, const std::string& what, const Place& there) {
        sink_.error(code::translation_extra, here,
                    fmt::format("{} is not in the master text ({})", what, shown(there)),
                    "remove it, or add it to the master text first");
    }

    const Document& master_;
    const Document& translation_;
    Sink& sink_;
};

}  // namespace

void compare_translation(const Document& master, const Document& translation, Sink& sink) {
    Comparison comparison{master, translation, sink};
    const std::vector<Feature> there = Collector{master}.take();
    const std::vector<Feature> here = Collector{translation}.take();
    for (const auto& [i, j] : comparison.match(there, here))
        comparison.blocks(*there[i].block, *here[j].block);
    comparison.treatments();
    comparison.labels();
    comparison.counts();
}

}  // namespace brochure::document
