#include "document/model/shape.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <variant>

#include "base/ascii.hpp"

namespace brochure::document {

namespace {

class Collector {
  public:
    explicit Collector(const Document& document) : document_(document) {
        sections_.push_back({"", document.place, nullptr, {}, {}});
        for (const Block& block : document.body) {
            if (const auto* heading = std::get_if<Heading>(&block.content))
                sections_.push_back({heading->id, block.place, heading, {}, {}});
            else
                add(block);
            sections_.back().counts.add(counts_of_block(block));
        }
    }
    [[nodiscard]] std::vector<Section> take() && { return std::move(sections_); }

    static Counts counts_of_block(const Block& block) {
        Counts counts;
        if (std::holds_alternative<Paragraph>(block.content)) {
            counts.paragraphs = 1;
            counts.last_paragraph = block.place;
        } else if (const auto* quote = std::get_if<Quote>(&block.content)) {
            counts = counts_of(quote->blocks);
        } else if (const auto* list = std::get_if<List>(&block.content)) {
            for (const ListItem& item : list->items) {
                Counts inside = counts_of(item.blocks);
                // The words of the item itself.
                if (inside.paragraphs > 0) --inside.paragraphs;
                counts.add(inside);
                ++counts.items;
                if (!item.blocks.empty()) counts.last_item = item.blocks.front().place;
            }
        }
        return counts;
    }

  private:
    void add(const Block& block) {
        std::visit([&](const auto& content) { add(content, block); }, block.content);
    }
    void add(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) add(block);
    }
    void add(const Paragraph&, const Block&) {}
    void add(const Heading& heading, const Block& block) {
        add(fmt::format("the heading '{}'", heading.id), block);
    }
    void add(const List& list, const Block&) {
        for (const ListItem& item : list.items) add(item.blocks);
    }
    void add(const CallOut& call_out, const Block& block) {
        add(fmt::format("the call-out {}", base::ascii_upper(base::name_of(call_out.kind))), block);
        add(call_out.blocks);
    }
    void add(const Quote& quote, const Block&) { add(quote.blocks); }
    void add(const Figure& figure, const Block& block) {
        add(fmt::format("the image '{}'", document_.images[figure.image].id), block);
    }
    void add(const Table&, const Block& block) { add(std::string{"the table"}, block); }
    void add(const TableCall& call, const Block& block) { add("{{" + call.name + "}}", block); }
    void add(std::string name, const Block& block) {
        sections_.back().features.push_back({std::move(name), block.place, &block});
    }

    const Document& document_;
    std::vector<Section> sections_;
};

}  // namespace

void Counts::add(const Counts& more) {
    if (more.paragraphs > 0) last_paragraph = more.last_paragraph;
    if (more.items > 0) last_item = more.last_item;
    paragraphs += more.paragraphs;
    items += more.items;
}

Counts counts_of(const std::vector<Block>& blocks) {
    Counts counts;
    for (const Block& block : blocks) counts.add(Collector::counts_of_block(block));
    return counts;
}

std::vector<Section> sections_of(const Document& document) { return Collector{document}.take(); }

Pairs correspondence(const Features& a, const Features& b) {
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

}  // namespace brochure::document
