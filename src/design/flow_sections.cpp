// What stands in the flow of text: headings, lists, call-outs, figures, tables, footnotes.
#include <fmt/format.h>

#include <array>

#include "design/readers.hpp"
#include "diag/codes.hpp"

namespace brochure::design {

namespace code = diag::code;

namespace {

constexpr double widest_beside = 0.55;                 // of the measure
constexpr Length least_edge = Length::millimetres(5);  // white at the page's edge, which printers need

CallOutStyle read_call_out(Section section, const Desk& desk) {
    CallOutStyle style;
    style.title = desk.names().text_or_none(section, "title");
    style.text = desk.names().text(section, "text");
    style.phone = desk.names().text_or_none(section, "phone");
    style.ground = desk.names().colour_or_none(section, "ground");
    style.bar = desk.names().colour_or_none(section, "bar");
    style.bar_width = desk.across(section, "bar_width", style.text);
    style.padding_start = desk.across(section, "padding_start", style.text);
    style.padding_end = desk.across(section, "padding_end", style.text);
    style.padding_top = desk.down(section, "padding_top", style.text);
    style.padding_bottom = desk.down(section, "padding_bottom", style.text);
    style.space = desk.space(section, style.text);
    style.marker = section.string("marker", required).value_or("");
    if (style.padding_start + style.padding_end > desk.page().measure() / 2) {
        section.refuse("padding_start", code::layout_geometry,
                       "'padding_start' and 'padding_end' leave less than half the measure for text",
                       "make them smaller");
    }
    return style;
}

}  // namespace

std::array<HeadingStyle, 5> read_headings(Section& section, const Desk& desk) {
    std::array<HeadingStyle, 5> headings;
    for (std::size_t i = 0; i < headings.size(); ++i) {
        Section level = section.section(std::to_string(i + 2), required);
        headings[i].text = desk.names().text(level, "text");
        headings[i].space = desk.space(level, headings[i].text);
        headings[i].numbered = level.boolean("numbered", required).value_or(false);
        headings[i].keep_lines = level.integer("keep_lines", 1, 10, required).value_or(2);
        level.report_unknown_keys();
    }
    return headings;
}

PartHeadingStart read_part_start(Section& section) {
    return section
        .choice<PartHeadingStart>(
            "part_start", {{"new_page", PartHeadingStart::new_page}, {"run_on", PartHeadingStart::run_on}},
            required)
        .value_or(PartHeadingStart::new_page);
}

ListStyle read_list(Section section, const Desk& desk) {
    ListStyle style;
    style.text = desk.names().text(section, "text");
    style.marker = desk.names().text(section, "marker");
    if (const auto markers = section.array("markers", required)) {
        style.markers.clear();
        for (const config::Value& value : *markers) {
            const auto marker = value.string();
            if (marker && !marker->empty()) style.markers.push_back(*marker);
        }
        if (markers->empty()) {
            section.refuse("markers", code::value_range, "'list.markers' is empty",
                           "write a sign for each depth of list, like [\"•\", \"–\"]");
        }
    }
    style.hang = desk.across(section, "hang", style.text);
    style.space = desk.space(section, style.text);
    style.between = desk.down(section, "between", style.text);
    section.report_unknown_keys();
    return style;
}

std::map<document::CallOutKind, CallOutStyle> read_call_outs(Section section, const Desk& desk) {
    std::map<document::CallOutKind, CallOutStyle> styles;
    for (const auto kind : base::all_values<document::CallOutKind>()) {
        const Section own = section.section(base::name_of(kind), required);
        styles[kind] = own.present() ? read_call_out(own.over(section), desk) : CallOutStyle{};
        own.report_unknown_keys();
    }
    section.report_unknown_keys();
    return styles;
}

CallOutStyle read_quote(Section section, const Desk& desk) {
    const CallOutStyle style = read_call_out(section, desk);
    section.report_unknown_keys();
    return style;
}

FigureStyle read_figure(Section section, const Desk& desk) {
    FigureStyle style;
    style.caption = desk.names().text(section, "caption");
    style.caption_label = desk.names().text(section, "caption_label");
    style.drawing_label = desk.names().text(section, "drawing_label");
    style.ground = desk.names().colour_or_none(section, "ground");
    style.padding = desk.across(section, "padding", style.caption);
    style.caption_gap = desk.down(section, "caption_gap", style.caption);
    const Units units{std::nullopt, desk.page().baseline, desk.page().text_height()};
    const LengthRange heights{Length::millimetres(10), desk.page().text_height()};
    style.max_height = section.length("max_height", heights, units, required).value_or(heights.most);
    style.space = desk.space(section, style.caption);
    style.may_move = section.boolean("may_move", required).value_or(true);
    style.numbered = section.boolean("numbered", required).value_or(true);
    style.placement = document::figure_placement(section).value_or(FigurePlacement::here);
    if (section.has("beside_width")) style.beside_width = desk.across(section, "beside_width", style.caption);
    if (section.has("gap")) style.gap = desk.across(section, "gap", style.caption);
    style.rows = section.boolean("rows").value_or(false);
    if (style.beside_width + style.gap > desk.page().measure().scaled(widest_beside)) {
        section.refuse("beside_width", code::layout_geometry,
                       "'beside_width' and 'gap' leave too little of the measure for text",
                       "make them smaller: together at most 55 % of the measure");
    }
    section.report_unknown_keys();
    return style;
}

PictogramStyle read_pictogram(Section section, const Desk& desk) {
    PictogramStyle style;
    if (!section.present()) return style;
    style.shown = section.boolean("shown", required).value_or(false);
    style.width = desk.across(section, "width");
    style.gap = desk.across(section, "gap");
    if (style.width + style.gap > desk.page().measure() / 2) {
        section.refuse("width", code::layout_geometry,
                       "'width' and 'gap' leave less than half the measure for text", "make them smaller");
    }
    section.report_unknown_keys();
    return style;
}

MarginColumn read_margin_column(Section section, const Desk& desk) {
    MarginColumn column;
    if (!section.present()) return column;
    column.note = desk.names().text_or_none(section, "note");
    column.term = desk.names().text_or_none(section, "term");
    column.width = desk.across(section, "width");
    column.gap = desk.across(section, "gap");
    column.between = desk.down(section, "between", column.note);
    if (column.width > Length{} && column.width + column.gap + least_edge > desk.page().outer) {
        section.refuse("width", code::layout_geometry,
                       "the column does not fit in the outer margin, 5 mm from the page's edge",
                       "make 'page.outer_margin' larger, or 'width' and 'gap' smaller");
    }
    section.report_unknown_keys();
    return column;
}

PullOutStyle read_pull_out(Section section, const Desk& desk) {
    PullOutStyle style;
    if (!section.present()) return style;
    style.text = desk.names().text_or_none(section, "text");
    style.bar = desk.names().colour_or_none(section, "bar");
    style.bar_width = desk.across(section, "bar_width", style.text);
    style.padding_start = desk.across(section, "padding_start", style.text);
    style.space = desk.space(section, style.text);
    section.report_unknown_keys();
    return style;
}

namespace {

std::optional<TableForm> table_form(Section& section, Need need) {
    return section.choice<TableForm>("form",
                                     {{"grid", TableForm::grid},
                                      {"cards", TableForm::cards},
                                      {"auto", TableForm::automatic},
                                      {"spread", TableForm::spread}},
                                     need);
}

}  // namespace

TableStyle read_table(Section section, const Desk& desk) {
    TableStyle style;
    style.form = table_form(section, required).value_or(TableForm::grid);
    style.head = desk.names().text(section, "head");
    style.cell = desk.names().text(section, "cell");
    style.first_column = desk.names().text(section, "first_column");
    style.page_line = desk.names().text_or_none(section, "page_line");
    style.continued = desk.names().text(section, "continued");
    style.cards_below = desk.across(section, "cards_below", style.cell);
    style.notes =
        section
            .choice<TableNotes>("notes", {{"below", TableNotes::below}, {"foot", TableNotes::foot}}, required)
            .value_or(TableNotes::foot);
    style.head_ground = desk.names().colour(section, "head_ground");
    style.even_row_ground = desk.names().colour_or_none(section, "even_row_ground");
    style.rule_colour = desk.names().colour(section, "rule_colour");
    style.rule_width = desk.rule(section, "rule_width");
    style.cell_padding_x = desk.across(section, "cell_padding_x", style.cell);
    style.cell_padding_y = desk.down(section, "cell_padding_y", style.cell);
    style.space = desk.space(section, style.cell);
    section.report_unknown_keys();
    return style;
}

CardStyle read_card(Section section, const Desk& desk) {
    CardStyle style;
    style.title = desk.names().text(section, "title");
    style.title_label = desk.names().text(section, "title_label");
    style.page_line = desk.names().text(section, "page_line");
    style.label = desk.names().text(section, "label");
    style.text = desk.names().text(section, "text");
    style.title_ground = desk.names().colour(section, "title_ground");
    style.ground = desk.names().colour_or_none(section, "ground");
    style.rule_colour = desk.names().colour(section, "rule_colour");
    style.rule_width = desk.rule(section, "rule_width");
    style.padding_x = desk.across(section, "padding_x", style.text);
    style.padding_y = desk.down(section, "padding_y", style.text);
    style.between = desk.down(section, "between", style.text);
    if (style.padding_x * 2 > desk.page().measure() / 2) {
        section.refuse("padding_x", code::layout_geometry,
                       "'padding_x' leaves less than half the measure for text", "make it smaller");
    }
    section.report_unknown_keys();
    return style;
}

namespace {

TreatmentColumn read_column(Section column) {
    static const std::vector<std::string> known = base::all_names<document::TreatmentField>();
    TreatmentColumn result;
    for (const config::Value& value :
         column.array("fields", required).value_or(std::vector<config::Value>{})) {
        if (const auto index = value.choice(known)) result.fields.push_back(known[*index]);
    }
    const auto written = column.value("fields");
    if (written && written->kind() == config::Kind::array && written->array()->empty()) {
        written->refuse(code::value_range, "this column shows no field",
                        "write at least one, like [\"name\"]");
    }
    result.heading = column.string("heading", required).value_or("");
    column.report_unknown_keys();
    return result;
}

}  // namespace

std::map<std::string, TreatmentTable> read_treatment_tables(Section section) {
    std::map<std::string, TreatmentTable> tables;
    for (const std::string& name : section.keys()) {
        Section own = section.section(name);
        TreatmentTable& table = tables[name];
        table.place = own.place();
        const auto columns = own.array("columns", required);
        for (const config::Value& value : columns.value_or(std::vector<config::Value>{})) {
            if (auto column = value.table()) {
                table.columns.push_back(
                    read_column(Section{{std::make_shared<config::Table>(*std::move(column))}}));
            }
        }
        if (columns && columns->empty()) {
            own.refuse("columns", code::value_range, fmt::format("'{}.columns' is empty", own.path()),
                       "write a column for each field that the table shows");
        }
        table.form = table_form(own, Need::optional);
        table.only_with = own.choice<std::string_view>("only_with",
                                                       {{"none", ""},
                                                        {"aim", "aim"},
                                                        {"how", "how"},
                                                        {"frequency", "frequency"},
                                                        {"side_effects", "side_effects"}},
                                                       required)
                              .value_or("");
        own.report_unknown_keys();
    }
    return tables;
}

FootnoteStyle read_footnote(Section section, const Desk& desk) {
    FootnoteStyle style;
    style.text = desk.names().text(section, "text");
    style.mark = desk.names().text(section, "mark");
    style.mark_rise = desk.down(section, "mark_rise", style.mark);
    style.mark_size = desk.down(section, "mark_size", style.mark);
    style.hang = desk.across(section, "hang", style.text);
    style.rule_length = desk.across(section, "rule_length", style.text);
    style.rule_width = desk.rule(section, "rule_width");
    style.rule_colour = desk.names().colour(section, "rule_colour");
    style.space_above = desk.down(section, "space_above", style.text);
    section.report_unknown_keys();
    return style;
}

}  // namespace brochure::design
