// The parts around the text, and what stands on every page: cover, contents, key messages, references, notes,
// back cover, running heads, thumb tabs.
#include <fmt/format.h>

#include "design/readers.hpp"
#include "diag/codes.hpp"

namespace brochure::design {

namespace code = diag::code;

CoverStyle read_cover(Section section, const Desk& desk) {
    CoverStyle style;
    style.ground = desk.names().colour(section, "ground");
    style.foot_ground = desk.names().colour(section, "foot_ground");
    style.foot_height = desk.down(section, "foot_height");
    style.text_box = desk.box(section, "text_box");
    style.picture = section.string("picture", required).value_or("");
    style.picture_box = desk.box(section, "picture_box", desk.page().bleed);
    style.eyebrow = desk.names().text(section, "eyebrow");
    style.title = desk.names().text(section, "title");
    style.subtitle = desk.names().text(section, "subtitle");
    style.notice = desk.names().text(section, "notice");
    style.house = desk.names().text(section, "house");
    style.department = desk.names().text(section, "department");
    style.title_gap = desk.down(section, "title_gap", style.title);
    style.subtitle_gap = desk.down(section, "subtitle_gap", style.subtitle);
    style.logo_height = desk.down(section, "logo_height", style.house);
    if (style.logo_height > style.foot_height) {
        section.refuse("logo_height", code::layout_geometry, "the logo is higher than the cover's foot",
                       fmt::format("write at most {}", length_text(style.foot_height, Unit::mm)));
    }
    section.report_unknown_keys();
    return style;
}

ContentsStyle read_contents(Section section, const Desk& desk) {
    ContentsStyle style;
    style.heading = desk.names().text(section, "heading");
    style.heading_space = desk.space(section, style.heading, "heading_");
    style.number = desk.names().text(section, "number");
    style.number_width = desk.across(section, "number_width", style.number);
    style.title = desk.names().text(section, "title");
    style.detail = desk.names().text_or_none(section, "detail");
    style.rule_colour = desk.names().colour(section, "rule_colour");
    style.rule_width = desk.rule(section, "rule_width");
    style.space = desk.space(section, style.title);
    section.report_unknown_keys();
    return style;
}

KeyMessagesStyle read_key_messages(Section section, const Desk& desk) {
    KeyMessagesStyle style;
    style.ground = desk.names().colour_or_none(section, "ground");
    style.heading = desk.names().text(section, "heading");
    style.heading_space = desk.space(section, style.heading, "heading_");
    style.number = desk.names().text(section, "number");
    style.number_width = desk.across(section, "number_width", style.number);
    style.text = desk.names().text(section, "text");
    style.between = desk.down(section, "between", style.text);
    section.report_unknown_keys();
    return style;
}

ReferenceStyle read_reference(Section section, const Desk& desk) {
    ReferenceStyle style;
    style.heading = desk.names().text(section, "heading");
    style.heading_space = desk.space(section, style.heading, "heading_");
    style.text = desk.names().text(section, "text");
    style.term = desk.names().text(section, "term");
    style.hang = desk.across(section, "hang", style.text);
    style.between = desk.down(section, "between", style.text);
    section.report_unknown_keys();
    return style;
}

NotesStyle read_notes(Section section, const Desk& desk) {
    NotesStyle style;
    style.heading = desk.names().text(section, "heading");
    style.heading_space = desk.space(section, style.heading, "heading_");
    const Units units{std::nullopt, desk.page().baseline, std::nullopt};
    const LengthRange distances{Length::millimetres(5), Length::millimetres(40)};  // for a hand that writes
    style.rule_distance =
        section.length("rule_distance", distances, units, required).value_or(distances.least);
    style.rule_colour = desk.names().colour(section, "rule_colour");
    style.rule_width = desk.rule(section, "rule_width");
    section.report_unknown_keys();
    return style;
}

BackStyle read_back(Section section, const Desk& desk) {
    BackStyle style;
    style.ground = desk.names().colour(section, "ground");
    style.text_box = desk.box(section, "text_box");
    style.heading = desk.names().text(section, "heading");
    style.heading_space = desk.space(section, style.heading, "heading_");
    style.text = desk.names().text(section, "text");
    style.phone = desk.names().text(section, "phone");
    style.emergency_phone = desk.names().text(section, "emergency_phone");
    style.between = desk.down(section, "between", style.text);
    style.colophon = desk.names().text(section, "colophon");
    style.rule_colour = desk.names().colour(section, "rule_colour");
    style.rule_width = desk.rule(section, "rule_width");
    section.report_unknown_keys();
    return style;
}

RunningStyle read_running(Section section, const Desk& desk) {
    RunningStyle style;
    auto content = [&](std::string_view key) {
        return section
            .choice<HeadContent>(key,
                                 {{"none", HeadContent::none},
                                  {"part_title", HeadContent::part_title},
                                  {"brochure_title", HeadContent::brochure_title}},
                                 required)
            .value_or(HeadContent::none);
    };
    style.folio = desk.names().text(section, "folio");
    style.head = desk.names().text(section, "head");
    style.baseline = desk.down(section, "baseline", style.head);
    style.verso = content("verso");
    style.recto = content("recto");
    const PageGeometry& page = desk.page();
    if (style.baseline > page.top && style.baseline < page.top + page.text_height()) {
        section.refuse("baseline", code::layout_geometry, "the running head stands in the type area",
                       fmt::format("place its baseline within {} of the page's top, or under the text",
                                   length_text(page.top, Unit::mm)));
    }
    section.report_unknown_keys();
    return style;
}

TabStyle read_tab(Section section, const Desk& desk) {
    TabStyle style;
    style.shown = section.boolean("shown", required).value_or(true);
    style.colour = desk.names().colour(section, "colour");
    style.width = desk.across(section, "width");
    style.height = desk.down(section, "height");
    style.first = desk.down(section, "first");
    style.step = desk.down(section, "step");
    if (style.width > desk.page().outer) {
        section.refuse("width", code::layout_geometry, "the thumb tab is wider than the outer margin",
                       fmt::format("write at most {}", length_text(desk.page().outer, Unit::mm)));
    }
    if (style.first + style.height > desk.page().trim.height) {
        section.refuse("first", code::layout_geometry, "the first thumb tab reaches below the page",
                       "make 'first' or 'height' smaller");
    }
    section.report_unknown_keys();
    return style;
}

}  // namespace brochure::design
