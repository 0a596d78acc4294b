// What stands before the body: cover, contents, key messages.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "diag/codes.hpp"
#include "style/context.hpp"
#include "style/house_words.hpp"
#include "style/paragraph_builder.hpp"
#include "unicode/unicode.hpp"

namespace brochure::style {

namespace {

using design::destination_of;
using design::PartKind;

// A paragraph of the program's own words under a new P.
Block words_block(Context& context, NodeId parent, const design::TextStyle& text, std::string_view words,
                  design::Space space, const Place& place = {}) {
    const NodeId node = context.out.structure.add_node(parent, Role::p);
    const Place& from = place.file.empty() ? context.document.place : place;
    return text_block(ParagraphBuilder(context, text, node).add_words(words, from).finish(), space);
}

std::string joined(const std::vector<std::string>& words, std::string_view separator) {
    std::string out;
    for (const std::string& word : words) {
        if (!out.empty()) out += separator;
        out += word;
    }
    return out;
}

// The cover's picture: painted only; its alternative text is given where a figure of the body shows it.
void place_cover_picture(Context& context, Part& part) {
    const design::CoverStyle& style = context.design.cover;
    if (style.picture.empty()) return;
    if (!context.pictures.contains(style.picture)) {
        const bool listed =
            std::any_of(context.document.images.begin(), context.document.images.end(),
                        [&](const document::Image& image) { return image.id == style.picture; });
        if (listed) return;  // unreadable, and reported when it was read
        context.sink.error(
            diag::code::picture_missing, context.document.place,
            fmt::format("The layout wants the image '{}' on the cover, and the brochure has none of that id.",
                        style.picture),
            fmt::format("Add an [[image]] with id = \"{}\" to brochure.toml, or set picture = \"\" under "
                        "[cover] in the layout.",
                        style.picture));
        return;
    }
    GivesWay gives_way{style.subtitle_gap, {}};
    if (part.grounds.size() > 1) gives_way.foot = part.grounds.back();
    part.pictures.push_back({style.picture_box,
                             context.place_wordless(style.picture, "on the cover"),
                             std::nullopt,
                             {},
                             gives_way});
}

// What the house does not vouch for.
std::vector<std::string> cover_notices(const Context& context) {
    const document::Document& document = context.document;
    std::vector<std::string> notices;
    if (document.behind)
        notices.push_back(
            filled(context.label("translation_of"),
                   {{"edition", unicode::in_digits(document.edition, document.language.digits)}}));
    if (!document.reviewed) notices.push_back(context.label(unreviewed_label(document)));
    return notices;
}

// The width the logo takes at the end of the foot, with a space before it.
Length logo_room(const Context& context) {
    const auto logo = context.pictures.find(house_logo);
    if (logo == context.pictures.end()) return {};
    const Length height = context.design.cover.logo_height;
    return height.scaled(picture::aspect_ratio(*logo->second)) + height / 2;
}

void place_logo(Context& context, Part& part, NodeId node, Rect foot) {
    const auto logo = context.pictures.find(house_logo);
    const design::CoverStyle& style = context.design.cover;
    if (logo == context.pictures.end() || style.logo_height <= Length{}) return;
    StructureTree& tree = context.out.structure;
    const NodeId figure = tree.add_node(node, Role::figure);
    const std::string& alternative = context.document.house.logo_alternative;
    tree[figure].alternative_text = alternative.empty() ? context.document.house.name : alternative;
    const Length width = style.logo_height.scaled(picture::aspect_ratio(*logo->second));
    const Length top = foot.top() + (foot.size.height - style.logo_height) / 2;
    const Rect box{{foot.right() - width, top}, {width, style.logo_height}};
    part.pictures.push_back(
        {box, context.place_wordless(house_logo, "in a logo"), tree.add_leaf(figure), {}, {}});
}

}  // namespace

void style_cover(Context& context) {
    const design::CoverStyle& style = context.design.cover;
    const design::PageGeometry& page = context.design.page;
    const document::Document& document = context.document;
    StructureTree& tree = context.out.structure;
    const NodeId node = tree.add_node(tree.root(), Role::sect);
    Part part;
    part.kind = PartKind::cover;
    part.furniture = false;
    part.grounds.push_back({bled(page), style.ground});
    const Length foot_top = page.trim.height - style.foot_height;
    if (style.foot_height > Length{}) {
        const Rect whole = bled(page);
        part.grounds.push_back(
            {Rect::from_edges(whole.left(), foot_top, whole.right(), whole.bottom()), style.foot_ground});
    }
    place_cover_picture(context, part);

    FixedFlow top{style.text_box, false, {}};
    std::vector<std::string> above{context.label("patient_information")};
    if (const std::string department = context.word("department"); !department.empty())
        above.push_back(department);
    top.blocks.push_back(words_block(context, node, *style.eyebrow, joined(above, " · "), {}));
    const NodeId title = tree.add_node(node, Role::h1);
    top.blocks.push_back(
        text_block(ParagraphBuilder(context, *style.title, title).add(document.title).finish(),
                   {style.title_gap, Length{}}));
    if (!document.subtitle.empty()) {
        const NodeId subtitle = tree.add_node(node, Role::p);
        top.blocks.push_back(
            text_block(ParagraphBuilder(context, *style.subtitle, subtitle).add(document.subtitle).finish(),
                       {style.subtitle_gap, Length{}}));
    }

    part.fixed.push_back(std::move(top));

    const Rect foot =
        Rect::from_edges(style.text_box.left(), foot_top, style.text_box.right(), page.trim.height);
    FixedFlow below{foot, false, {}};
    below.blocks.push_back(words_block(context, node, *style.house, document.house.name, {}, house_place));
    if (const std::string department = context.word("department"); !department.empty()) {
        below.blocks.push_back(words_block(context, node, *style.department, department, {}, house_place));
    }
    // Where the house vouches for the brochure stands what it does not vouch for.
    if (const std::vector<std::string> notices = cover_notices(context);
        !notices.empty() && (style.notice != nullptr || document.behind)) {
        const design::TextStyle& look = style.notice != nullptr ? *style.notice : *style.department;
        for (const std::string& words : notices)
            below.blocks.push_back(words_block(context, node, look, words, {look.leading / 5, {}}));
        below.box.size.width -= logo_room(context);
    }
    below.centred = true;
    part.fixed.push_back(std::move(below));
    place_logo(context, part, node, foot);
    context.out.parts.push_back(std::move(part));
}

namespace {

// Whether one of the blocks, or of those inside it, is a figure.
bool any_figure(const std::vector<document::Block>& blocks) {
    return std::any_of(blocks.begin(), blocks.end(), [](const document::Block& block) {
        if (const auto* call_out = std::get_if<document::CallOut>(&block.content))
            return any_figure(call_out->blocks);
        if (const auto* quote = std::get_if<document::Quote>(&block.content))
            return any_figure(quote->blocks);
        if (const auto* list = std::get_if<document::List>(&block.content)) {
            return std::any_of(list->items.begin(), list->items.end(),
                               [](const document::ListItem& item) { return any_figure(item.blocks); });
        }
        return std::holds_alternative<document::Figure>(block.content);
    });
}

// A part of reference matter that the document has something for.
bool refers(const Context& context, PartKind kind) {
    const document::Document& document = context.document;
    return (kind == PartKind::glossary && !document.glossary.empty()) ||
           (kind == PartKind::sources && !document.sources.empty()) ||
           (kind == PartKind::image_credits &&
            (any_figure(document.body) || context.placed_pictures.contains(context.design.cover.picture))) ||
           (kind == PartKind::disclaimer && !document.disclaimer.empty());
}

}  // namespace

namespace {

bool has_parts(const document::Document& document) {
    return std::any_of(document.body.begin(), document.body.end(), [](const document::Block& block) {
        const auto* heading = std::get_if<document::Heading>(&block.content);
        return heading != nullptr && heading->level == 2;
    });
}

}  // namespace

std::vector<ContentsEntry> contents_of(const Context& context) {
    std::vector<ContentsEntry> entries;
    for (const PartKind kind : context.design.parts) {
        if (kind == PartKind::key_messages && !context.document.key_messages.empty()) {
            entries.push_back(
                {context.label(PartKind::key_messages), destination_of(PartKind::key_messages), {}});
        } else if (kind == PartKind::body) {
            for (const document::Block& block : context.document.body) {
                const auto* heading = std::get_if<document::Heading>(&block.content);
                if (heading == nullptr) continue;
                if (heading->level == 2)
                    entries.push_back({numbered_title(context, *heading), heading->id, {}});
                if (heading->level == 3 && !entries.empty())
                    entries.back().inside.push_back(numbered_title(context, *heading));
            }
        } else if (refers(context, kind)) {
            // What one looks up shares an entry, named after the first of it.
            const bool follows = !entries.empty() && entries.back().reference;
            if (follows) {
                entries.back().inside.push_back(context.label(kind));
            } else {
                entries.push_back({context.label(kind), destination_of(kind), {}, true});
            }
        }
    }
    return entries;
}

void style_contents(Context& context) {
    // Without a part of the body it would list nothing but what stands around the text.
    if (!has_parts(context.document)) return;
    const design::ContentsStyle& style = context.design.contents;
    StructureTree& tree = context.out.structure;
    const NodeId node = tree.add_node(tree.root(), Role::sect);
    Part part;
    part.kind = PartKind::contents;
    part.apart = true;
    design::HeadingStyle heading = context.design.headings[0];
    heading.space = style.heading_space;
    part.flow.push_back(generated_heading(context, context.label(PartKind::contents),
                                          destination_of(PartKind::contents), node, *style.heading, heading));
    part.flow.back().break_before = BreakBefore::force_page;
    part.flow.back().running_head = context.label(PartKind::contents);
    const NodeId toc = tree.add_node(node, Role::toc);
    auto rule = [&] {
        Block block;
        block.off_grid = true;
        block.content = RuleBlock{style.rule_width, style.rule_colour};
        return block;
    };
    part.flow.push_back(rule());
    const HangId hang = context.open_hang(style.number_width, *style.number);
    for (const ContentsEntry& entry : contents_of(context)) {
        const NodeId item = tree.add_node(toc, Role::toci);
        const std::string page = context.page_of(entry.destination);
        const std::string spoken =
            entry.title + context.punctuation().comma + filled(context.label("page"), {{"page", page}});
        const NodeId reference = tree.add_node(item, Role::reference);
        const NodeId link = tree.add_node(reference, Role::link);
        const ParagraphId number =
            ParagraphBuilder(context, *style.number, reference)
                .add_link(page, context.document.place, *style.number, {link, {}, entry.destination, spoken})
                .finish();
        ParagraphBuilder title(context, *style.title, reference);
        title.add_link(entry.title, context.document.place, *style.title,
                       {link, {}, entry.destination, spoken});
        Group group;
        group.keep_together = true;
        Block line = text_block(title.finish(), {});
        std::get<TextBlock>(line.content).marker = number;
        std::get<TextBlock>(line.content).hang = hang;
        context.out.hangs[hang].markers.push_back(number);
        line.keep_with_next = true;
        group.blocks.push_back(std::move(line));
        if (style.detail != nullptr && !entry.inside.empty()) {
            const NodeId inside = tree.add_node(item, Role::p);
            Block detail = text_block(ParagraphBuilder(context, *style.detail, inside)
                                          .add_words(joined(entry.inside, "\u00a0· "), context.document.place)
                                          .finish(),
                                      {});
            std::get<TextBlock>(detail.content).hang = hang;
            group.blocks.push_back(std::move(detail));
        }
        Block block;
        block.space_before = style.space.before;
        block.space_after = style.space.after;
        block.keep_with_next = true;
        block.off_grid = true;
        block.content = std::move(group);
        part.flow.push_back(std::move(block));
        part.flow.push_back(rule());
    }
    context.out.parts.push_back(std::move(part));
}

namespace {

// What is wrong and whom to call are one message: torn, the half that is seen would do harm.
Block kept_whole(Block message) {
    if (!std::holds_alternative<Group>(message.content)) {
        Block outer;
        outer.place = message.place;
        outer.space_before = std::exchange(message.space_before, Length{});
        outer.space_after = std::exchange(message.space_after, Length{});
        Group group;
        group.blocks.push_back(std::move(message));
        outer.content = std::move(group);
        message = std::move(outer);
    }
    Group& whole = std::get<Group>(message.content);
    whole.keep_together = whole.yields_space = true;
    return message;
}

}  // namespace

void style_key_messages(Context& context) {
    if (context.document.key_messages.empty()) return;
    const design::KeyMessagesStyle& style = context.design.key_messages;
    StructureTree& tree = context.out.structure;
    const NodeId node = tree.add_node(tree.root(), Role::sect);
    Part part;
    part.kind = PartKind::key_messages;
    part.apart = true;
    if (style.ground) part.grounds.push_back({bled(context.design.page), *style.ground});
    design::HeadingStyle heading = context.design.headings[0];
    heading.space = style.heading_space;
    part.flow.push_back(generated_heading(context, context.label(PartKind::key_messages),
                                          destination_of(PartKind::key_messages), node, *style.heading,
                                          heading));
    part.flow.back().break_before = BreakBefore::force_page;
    part.flow.back().running_head = context.label(PartKind::key_messages);
    const NodeId list = tree.add_node(node, Role::list);
    tree[list].numbering = ListNumbering::decimal;
    const HangId hang = context.open_hang(style.number_width, *style.number);
    int number = 1;
    for (const document::Text& message : context.document.key_messages) {
        const NodeId item = tree.add_node(list, Role::list_item);
        const NodeId label = tree.add_node(item, Role::label);
        const ParagraphId numeral = ParagraphBuilder(context, *style.number, label)
                                        .add_words(context.number(number++), context.document.place)
                                        .finish();
        const NodeId body = tree.add_node(item, Role::list_body);
        Block block = text_block(ParagraphBuilder(context, *style.text, body).add(message).finish(),
                                 {style.between, style.between});
        std::get<TextBlock>(block.content).marker = numeral;
        std::get<TextBlock>(block.content).hang = hang;
        context.out.hangs[hang].markers.push_back(numeral);
        part.flow.push_back(
            kept_whole(beside_pictogram(context, std::move(block), static_cast<std::size_t>(number - 2))));
    }
    context.out.parts.push_back(std::move(part));
}

}  // namespace brochure::style
