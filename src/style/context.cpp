#include "style/context.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <iterator>

#include "diag/codes.hpp"
#include "document/markdown/addresses.hpp"
#include "style/paragraph_builder.hpp"

namespace brochure::style {

namespace {
// Stands for a page number that is not known yet: two figures, as most are, so that the next pass rarely
// moves a line.
constexpr std::string_view page_placeholder = "00";
}  // namespace

std::string Context::page_of(const std::string& destination) const {
    const auto found = pages.find(destination);
    return found == pages.end() ? unicode::in_digits(page_placeholder, document.language.digits)
                                : found->second;
}

std::string Context::number(int value) const {
    return unicode::in_digits(std::to_string(value), document.language.digits);
}

std::string Context::word(const std::string& key) const {
    const auto found = document.house.words.find(key);
    return found == document.house.words.end() ? std::string{} : found->second;
}

namespace {

Place place_of_picture(const document::Document& document, const std::string& id) {
    for (const document::Image& image : document.images) {
        if (image.id == id) return image.place;
    }
    for (const document::Pictogram& pictogram : document.pictograms) {
        if (pictogram.image.id == id) return pictogram.image.place;
    }
    return document.house.logo ? document.house.logo->place : document.place;
}

}  // namespace

PictureId Context::place_picture(const std::string& image_id) {
    const auto placed = placed_pictures.find(image_id);
    if (placed != placed_pictures.end()) return placed->second;
    const PictureId id =
        out.pictures.push_back({pictures.at(image_id), image_id == house_logo ? "logo" : image_id,
                                place_of_picture(document, image_id)});
    placed_pictures.emplace(image_id, id);
    return id;
}

PictureId Context::place_wordless(const std::string& image_id, std::string_view where) {
    const PictureId id = place_picture(image_id);
    const NamedPicture& named = out.pictures[id];
    const auto* drawing = std::get_if<picture::Drawing>(named.picture.get());
    if (drawing != nullptr && !drawing->labels.empty())
        sink.warning(diag::code::svg_label, named.place,
                     fmt::format("The drawing '{}' has words, such as “{}”, and they are not printed {}.",
                                 named.id, drawing->labels.front().words, where),
                     "Use a drawing without words there, or convert them to paths.");
    return id;
}

std::map<std::string, std::string> number_headings(const document::Document& document,
                                                   const design::Design& design) {
    std::map<std::string, std::string> numbers;
    std::array<int, 5> counters{};
    for (const document::Block& block : document.body) {
        const auto* heading = std::get_if<document::Heading>(&block.content);
        if (heading == nullptr || heading->level < 2 || heading->level > 6) continue;
        const auto depth = static_cast<std::size_t>(heading->level - 2);
        ++counters[depth];
        std::fill(counters.begin() + static_cast<std::ptrdiff_t>(depth) + 1, counters.end(), 0);
        if (!design.headings[depth].numbered) continue;
        std::string number;
        for (std::size_t i = 0; i <= depth; ++i) {
            if (!number.empty()) number += '.';
            number += unicode::in_digits(std::to_string(counters[i]), document.language.digits);
        }
        numbers.emplace(heading->id, number);
    }
    return numbers;
}

std::string numbered_title(const Context& context, const document::Heading& heading) {
    const auto number = context.heading_numbers.find(heading.id);
    return number == context.heading_numbers.end() ? heading.text.utf8
                                                   : number->second + " " + heading.text.utf8;
}

std::string filled(std::string_view pattern, const std::map<std::string, std::string>& values) {
    std::string out{pattern};
    for (const auto& [key, value] : values) {
        const std::string place = "{" + key + "}";
        for (std::size_t at = out.find(place); at != std::string::npos;
             at = out.find(place, at + value.size())) {
            out.replace(at, place.size(), value);
        }
    }
    return out;
}

std::string unreviewed_label(const document::Document& document) {
    return document.master == document.language.tag ? "not_reviewed_master" : "not_reviewed";
}

HangId Context::open_hang(Length least, const design::TextStyle& marker) {
    // A little more than a word space: a number must not run into the words beside it.
    constexpr double gap = 0.3;  // em
    return out.hangs.push_back({least, marker.size.scaled(gap), {}});
}

Rect bled(const design::PageGeometry& page) { return Rect{{}, page.trim}.inflated(page.bleed); }

std::string telephone_address(const std::string& number) {
    document::Address address = document::telephone_address(number);
    auto* dialled = std::get_if<std::string>(&address);
    return dialled == nullptr ? std::string{} : std::move(*dialled);
}

std::string source_destination(const document::Source& source) { return "source:" + source.id; }
std::string footnote_destination(int number) { return fmt::format("footnote:{}", number); }

Block text_block(ParagraphId paragraph, design::Space space) {
    Block block;
    block.space_before = space.before;
    block.space_after = space.after;
    block.content = TextBlock{.paragraph = paragraph, .marker = std::nullopt, .hang = {}};
    return block;
}

Block generated_heading(Context& context, const std::string& words, const std::string& destination,
                        NodeId parent, const design::TextStyle& text, const design::HeadingStyle& style) {
    const NodeId node = context.out.structure.add_node(parent, Role::h2);
    Block block = text_block(
        ParagraphBuilder(context, text, node).add_words(words, context.document.place).finish(), style.space);
    block.keep_with_next = true;
    block.keep_lines = style.keep_lines;
    block.display = true;
    block.across_columns = true;
    block.place = context.document.place;
    if (!destination.empty()) {
        block.destinations.push_back(destination);
        context.out.outline.push_back({1, words, destination});
    }
    return block;
}

}  // namespace brochure::style
