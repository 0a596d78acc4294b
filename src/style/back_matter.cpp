// What stands after the body: glossary, sources, image credits, disclaimer, notes page, back cover.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <tuple>

#include "style/context.hpp"
#include "style/house_words.hpp"
#include "style/paragraph_builder.hpp"
#include "unicode/unicode.hpp"

namespace brochure::style {

namespace {

using design::destination_of;
using design::PartKind;

bool is_small_matter(PartKind kind) {
    return kind == PartKind::glossary || kind == PartKind::sources || kind == PartKind::image_credits ||
           kind == PartKind::disclaimer;
}

// A part of reference matter with its heading; small matters follow one another on a page where there is
// room.
Part reference_part(Context& context, PartKind kind, NodeId node) {
    const design::ReferenceStyle& style = context.design.reference;
    Part part;
    part.kind = kind;
    design::HeadingStyle heading = context.design.headings[0];
    heading.space = style.heading_space;
    part.flow.push_back(
        generated_heading(context, context.label(kind), destination_of(kind), node, *style.heading, heading));
    // Each may be a line or two: behind another such matter it shares the page.
    const auto& parts = context.out.parts;
    const bool follows = !parts.empty() && is_small_matter(parts.back().kind);
    part.flow.back().break_before = follows ? BreakBefore::join_page : BreakBefore::prefer_page;
    part.flow.back().running_head = context.label(kind);
    return part;
}

// Entries of a glossary, sources: neither the first nor the last stands alone on a page.
Block entry_list(std::vector<Block> entries, const design::ReferenceStyle& style) {
    Group group;
    group.list = true;
    group.blocks = std::move(entries);
    Block block;
    block.space_before = block.space_after = style.between;
    block.content = std::move(group);
    return block;
}

// With all its spaces made such that no line ends there.
std::string held(const std::string& words) {
    std::string out;
    for (const char c : words) out += c == ' ' ? std::string{"\u00a0"} : std::string{c};
    return out;
}

// "CC BY 4.0" stays on one line; a licence in words does not.
std::string undivided(const std::string& name) {
    constexpr std::size_t short_name = 16;
    return name.size() > short_name ? name : held(name);
}

// A date as the language writes it; nothing for one that is missing or does not exist, which was reported
// when it was read.
std::string date_words(const Context& context, const base::Date& date) {
    return date.valid() ? held(unicode::long_date(date, context.document.language.locale)) : std::string{};
}

// An image that stands somewhere in the brochure: what a reader knows it by, or its number among the figures.
struct UsedImage {
    std::string label;
    int figure = 0;
    const document::Image* image = nullptr;
};

std::vector<UsedImage> images_used(const Context& context) {
    std::vector<UsedImage> used;
    const auto& parts = context.design.parts;
    const bool has_cover = std::find(parts.begin(), parts.end(), PartKind::cover) != parts.end();
    for (const document::Image& image : context.document.images) {
        if (has_cover && image.id == context.design.cover.picture &&
            context.placed_pictures.contains(image.id)) {
            used.push_back({context.label("cover_image"), 0, &image});
        }
    }
    // The house's own mark needs no credit unless it names a maker.
    const auto& logo = context.document.house.logo;
    if (logo && !logo->author.empty() && context.placed_pictures.contains(house_logo)) {
        used.push_back({context.label("logo"), 0, &*logo});
    }
    int number = 0;
    for (const std::size_t image : context.figures)
        used.push_back({{}, ++number, &context.document.images[image]});
    for (const document::Pictogram& pictogram : context.document.pictograms) {
        if (context.placed_pictures.contains(pictogram.image.id))
            used.push_back({context.label("pictograms"), 0, &pictogram.image});
    }
    return used;
}

// "Voorkant, Afbeeldingen 1–4, Afbeelding 6": figures in a row are named together.
std::string names_of(const Context& context, const std::vector<UsedImage>& images) {
    std::string out;
    std::string last;
    auto add = [&](const std::string& label) {
        if (label == last) return;  // pictograms share a name
        out += (out.empty() ? "" : context.punctuation().comma) + label;
        last = label;
    };
    for (std::size_t i = 0; i < images.size();) {
        std::size_t end = i + 1;
        while (end < images.size() && images[i].figure > 0 &&
               images[end].figure == images[end - 1].figure + 1)
            ++end;
        if (images[i].figure == 0) {
            add(images[i].label);
        } else {
            const std::string first = context.number(images[i].figure);
            if (end - i == 1) {
                add(filled(context.label("figure"), {{"number", first}}));
            } else {
                const std::string numbers = first + "–" + context.number(images[end - 1].figure);
                add(filled(context.label("figures"), {{"numbers", numbers}}));
            }
        }
        i = end;
    }
    return out;
}

bool ends_sentence(std::string_view words) {
    constexpr std::string_view marks[] = {".", "?", "!", "؟", "。", "？", "！", "።", "፧"};
    return std::any_of(std::begin(marks), std::end(marks),
                       [&](std::string_view mark) { return words.ends_with(mark); });
}

// What ends words as a sentence: the language's full stop, and the space behind it where more follows.
std::string sentence_end(const Context& context, std::string_view words, bool more) {
    const std::string& stop = context.punctuation().full_stop;
    const std::size_t mark_end = stop.find_last_not_of(' ') + 1;
    const std::size_t from = ends_sentence(words) ? mark_end : 0;  // a Ukrainian date ends in one
    return stop.substr(from, more ? std::string::npos : mark_end - from);
}

std::string sentence(const Context& context, const std::string& words, bool more) {
    return words + sentence_end(context, words, more);
}

// A title in another language is marked as such, so that it is read aloud and hyphenated as what it is.
document::Text title_of(const document::Source& source) {
    document::Text text;
    text.utf8 = source.title;
    text.source.push_back({0, source.place});
    text.spans.push_back({{0, static_cast<std::uint32_t>(text.utf8.size())},
                          document::Foreign{source.language},
                          source.place});
    return text;
}

}  // namespace

void style_glossary(Context& context) {
    if (context.document.glossary.empty()) return;
    const design::ReferenceStyle& style = context.design.reference;
    StructureTree& tree = context.out.structure;
    const NodeId node = tree.add_node(tree.root(), Role::sect);
    Part part = reference_part(context, PartKind::glossary, node);
    std::vector<std::string> terms;
    for (const document::GlossaryEntry& entry : context.document.glossary)
        terms.push_back(entry.sort.empty() ? entry.term.utf8 : entry.sort);
    const NodeId list = tree.add_node(node, Role::list);
    std::vector<Block> entries;
    for (const std::size_t index : unicode::collated(terms, context.document.language.locale)) {
        const document::GlossaryEntry& entry = context.document.glossary[index];
        const NodeId item = tree.add_node(list, Role::list_item, entry.place);
        const NodeId term = tree.add_node(item, Role::label);
        const NodeId meaning = tree.add_node(item, Role::list_body);
        ParagraphBuilder words(context, *style.text, term);
        words.add(entry.term, *style.term).under(meaning).add_words(" ", entry.place).add(entry.meaning);
        Block block = text_block(words.finish(), {style.between, style.between});
        block.place = entry.place;
        entries.push_back(std::move(block));
    }
    part.flow.push_back(entry_list(std::move(entries), style));
    context.out.parts.push_back(std::move(part));
}

void style_sources(Context& context) {
    if (context.document.sources.empty()) return;
    const design::ReferenceStyle& style = context.design.reference;
    StructureTree& tree = context.out.structure;
    const NodeId node = tree.add_node(tree.root(), Role::sect);
    Part part = reference_part(context, PartKind::sources, node);
    const NodeId list = tree.add_node(node, Role::list);
    std::vector<Block> entries;
    tree[list].numbering = ListNumbering::decimal;
    const HangId hang = context.open_hang(style.hang, *style.term);
    int number = 1;
    for (const document::Source& source : context.document.sources) {
        const NodeId item = tree.add_node(list, Role::list_item, source.place);
        const NodeId label = tree.add_node(item, Role::label);
        const ParagraphId marker = ParagraphBuilder(context, *style.term, label)
                                       .add_words(context.number(number++), source.place)
                                       .finish();
        const NodeId body = tree.add_node(item, Role::list_body);
        ParagraphBuilder words(context, *style.text, body);
        if (source.language.empty() || source.language == context.document.language.tag)
            words.add_name(source.title, source.place);
        else
            words.add(title_of(source));
        // Title and publisher are in the source's language, whatever the brochure's: a plain full stop.
        words.add_words(ends_sentence(source.title) ? " " : ". ", source.place)
            .add_name(source.publisher, source.place)
            .add_words(".", source.place);
        const bool has_address = !source.address.empty();
        if (source.seen) {
            const std::string seen =
                filled(context.label("seen"), {{"date", date_words(context, *source.seen)}});
            words.add_words(" " + sentence(context, seen, has_address), source.place);
        } else if (has_address) {
            words.add_words(" ", source.place);
        }
        if (has_address) {
            words.add_link(source.address, source.place, *style.text, {{}, source.address, {}, source.title});
        }
        Block block = text_block(words.finish(), {style.between, style.between});
        std::get<TextBlock>(block.content).marker = marker;
        std::get<TextBlock>(block.content).hang = hang;
        context.out.hangs[hang].markers.push_back(marker);
        block.destinations.push_back(source_destination(source));
        block.place = source.place;
        entries.push_back(std::move(block));
    }
    part.flow.push_back(entry_list(std::move(entries), style));
    context.out.parts.push_back(std::move(part));
}

void style_image_credits(Context& context) {
    const auto used = images_used(context);
    if (used.empty()) return;
    const design::ReferenceStyle& style = context.design.reference;
    StructureTree& tree = context.out.structure;
    const NodeId node = tree.add_node(tree.root(), Role::sect);
    Part part = reference_part(context, PartKind::image_credits, node);
    // Images of one maker under one licence share a line.
    using Rights = std::tuple<std::string, std::string, std::string, std::string>;
    std::vector<std::pair<Rights, std::vector<UsedImage>>> credits;
    for (const UsedImage& entry : used) {
        const document::Image& image = *entry.image;
        const Rights rights{image.author, image.agency, image.licence, image.source};
        auto same = std::find_if(credits.begin(), credits.end(),
                                 [&](const auto& credit) { return credit.first == rights; });
        if (same == credits.end()) same = credits.insert(credits.end(), {rights, {}});
        same->second.push_back(entry);
    }
    for (const auto& [rights, images] : credits) {
        const auto& [author, agency, licence, address] = rights;
        const Place& place = images.front().image->place;
        const NodeId paragraph = tree.add_node(node, Role::p, place);
        ParagraphBuilder words(context, *style.text, paragraph);
        words.add_words(names_of(context, images) + context.punctuation().colon, place, *style.term);
        words.add_name(author, place);
        if (!agency.empty()) words.add_words(context.punctuation().comma, place).add_name(agency, place);
        words.add_words(sentence_end(context, agency.empty() ? author : agency, true), place);
        words.add_words(sentence(context, filled(context.label("licence"), {{"licence", undivided(licence)}}),
                                 !address.empty()),
                        place);
        if (!address.empty()) {
            words.add_link(address, place, *style.text, {{}, address, {}, author});
        }
        part.flow.push_back(text_block(words.finish(), {style.between, style.between}));
        part.flow.back().place = place;
    }
    context.out.parts.push_back(std::move(part));
}

void style_disclaimer(Context& context) {
    if (context.document.disclaimer.empty()) return;
    const design::ReferenceStyle& style = context.design.reference;
    StructureTree& tree = context.out.structure;
    const NodeId node = tree.add_node(tree.root(), Role::sect);
    Part part = reference_part(context, PartKind::disclaimer, node);
    if (!context.document.reviewed) {
        const NodeId paragraph = tree.add_node(node, Role::p);
        part.flow.push_back(text_block(
            ParagraphBuilder(context, *style.term, paragraph)
                .add_words(context.label(unreviewed_label(context.document)), context.document.place)
                .finish(),
            {style.between, style.between}));
    }
    std::vector<Block> blocks = style_blocks(context, context.document.disclaimer, node, *style.text, 0);
    if (!blocks.empty()) blocks.front().space_before = style.between;
    std::move(blocks.begin(), blocks.end(), std::back_inserter(part.flow));
    context.out.parts.push_back(std::move(part));
}

void style_notes(Context& context) {
    const design::NotesStyle& style = context.design.notes;
    StructureTree& tree = context.out.structure;
    const NodeId node = tree.add_node(tree.root(), Role::sect);
    Part part;
    part.kind = PartKind::notes;
    part.fill = true;
    part.fill_rule_distance = style.rule_distance;
    part.fill_rule_width = style.rule_width;
    part.fill_rule_colour = style.rule_colour;
    const NodeId heading = tree.add_node(node, Role::h2);
    Block block = text_block(ParagraphBuilder(context, *style.heading, heading)
                                 .add_words(context.label(PartKind::notes), context.document.place)
                                 .finish(),
                             style.heading_space);
    block.break_before = BreakBefore::force_page;
    block.running_head = context.label(PartKind::notes);
    block.destinations.push_back(destination_of(PartKind::notes));
    context.out.outline.push_back({1, context.label(PartKind::notes), destination_of(PartKind::notes)});
    part.flow.push_back(std::move(block));
    context.out.parts.push_back(std::move(part));
}

void style_back_cover(Context& context) {
    const design::BackStyle& style = context.design.back;
    const document::Document& document = context.document;
    const document::House& house = document.house;
    StructureTree& tree = context.out.structure;
    const NodeId node = tree.add_node(tree.root(), Role::sect);
    Part part;
    part.kind = PartKind::back_cover;
    part.furniture = false;
    part.grounds.push_back({bled(context.design.page), style.ground});

    FixedFlow top{style.text_box, false, {}};
    const std::string destination = destination_of(PartKind::back_cover);
    context.out.outline.push_back({1, context.label("questions"), destination});
    const NodeId heading = tree.add_node(node, Role::h2);
    top.blocks.push_back(text_block(ParagraphBuilder(context, *style.heading, heading)
                                        .add_words(context.label("questions"), document.place)
                                        .finish(),
                                    style.heading_space));
    top.blocks.back().destinations.push_back(destination);
    auto words = [&](const std::string& text, const design::TextStyle& look, Length before) {
        if (text.empty()) return;
        const NodeId paragraph = tree.add_node(node, Role::p);
        top.blocks.push_back(
            text_block(ParagraphBuilder(context, look, paragraph).add_words(text, house_place).finish(),
                       {before, Length{}}));
    };
    auto number = [&](const std::string& phone, const design::TextStyle& look) {
        if (phone.empty()) return;
        const NodeId paragraph = tree.add_node(node, Role::p);
        ParagraphBuilder builder(context, look, paragraph);
        add_telephone(builder, context, phone, house_place, look);
        top.blocks.push_back(text_block(builder.finish(), {style.between, Length{}}));
    };
    words(context.word("contact"), *style.text, Length{});
    words(context.word("hours"), *style.text, Length{});
    number(house.phone, *style.phone);
    words(context.word("emergency"), *style.text, style.between * 2);
    number(house.emergency_phone, *style.emergency_phone);
    words(context.word("emergency_hours"), *style.text, Length{});
    part.fixed.push_back(std::move(top));

    FixedFlow below{style.text_box, true, {}};
    Block rule;
    rule.space_after = style.between / 2;
    rule.content = RuleBlock{style.rule_width, style.rule_colour};
    below.blocks.push_back(std::move(rule));
    auto colophon = [&](auto&& fill) {
        const NodeId paragraph = tree.add_node(node, Role::p);
        ParagraphBuilder builder(context, *style.colophon, paragraph);
        fill(builder);
        below.blocks.push_back(text_block(builder.finish(), {}));
    };
    colophon([&](ParagraphBuilder& builder) {
        builder.add_name(house.name, house_place);
        if (!house.address.empty())
            builder.add_words("\u00a0· ", house_place).add_name(house.address, house_place);
    });
    if (!house.website.empty()) {
        colophon([&](ParagraphBuilder& builder) {
            builder.add_link(house.website, house_place, *style.colophon,
                             {{}, house.website, {}, house.name});
        });
    }
    colophon([&](ParagraphBuilder& builder) {
        std::string text;
        if (!document.number.empty())
            text = filled(context.label("number"), {{"number", document.number}}) + "\u00a0· ";
        text += filled(context.label("edition"),
                       {{"edition", unicode::in_digits(document.edition, document.language.digits)}}) +
                "\u00a0· ";
        // Which date the edition of older words had nobody wrote down, and today's is that of others.
        if (!document.behind)
            text += filled(context.label("updated"), {{"date", date_words(context, document.updated)}}) +
                    "\u00a0· ";
        text += filled(context.label("review_by"), {{"date", date_words(context, document.review_by)}});
        builder.add_words(text, document.place);
    });
    part.fixed.push_back(std::move(below));
    context.out.parts.push_back(std::move(part));
}

}  // namespace brochure::style
