// [page], the sequence of parts, [columns], the editions, [page_breaking], [copyfitting].
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "design/read.hpp"
#include "design/readers.hpp"
#include "diag/codes.hpp"

namespace brochure::design {

namespace code = diag::code;

namespace {

constexpr Length smallest_side = Length::millimetres(70);
constexpr Length largest_side = Length::millimetres(450);
constexpr Length least_measure = Length::millimetres(40);  // some 20 characters of 12 pt
constexpr int most_cost = 1'000'000;

// A list of names, each known and none twice.
// Names of a closed set, each once; `among`: those of it that may stand here.
template <class E>
std::vector<E> read_set(Section& section, std::string_view key, std::span<const E> among) {
    std::vector<std::string> known;
    for (const E value : among) known.emplace_back(base::name_of(value));
    std::vector<E> values;
    for (const config::Value& value : section.array(key, required).value_or(std::vector<config::Value>{})) {
        const auto index = value.choice(known);
        if (!index) continue;
        if (std::find(values.begin(), values.end(), among[*index]) != values.end()) {
            value.refuse(code::id_repeated, fmt::format("'{}' stands twice in '{}'", known[*index], key),
                         "remove one of them");
        } else {
            values.push_back(among[*index]);
        }
    }
    return values;
}

void check_geometry(Section& section, const PageGeometry& page) {
    if (page.measure() < least_measure) {
        section.refuse(
            "inner_margin", code::layout_geometry,
            fmt::format("the margins leave a measure of {} on a page {} wide",
                        length_text(page.measure(), Unit::mm), length_text(page.trim.width, Unit::mm)),
            fmt::format("make 'inner_margin' and 'outer_margin' smaller: text needs at least {}",
                        length_text(least_measure, Unit::mm)));
    }
    const Length room = page.trim.height - page.top;
    if (page.text_height() > room) {
        section.refuse(
            "lines", code::layout_geometry,
            fmt::format("{} lines of {} do not fit on the page: under the top margin there are {}",
                        page.lines, length_text(page.baseline, Unit::pt), length_text(room, Unit::mm)),
            fmt::format("write at most {} lines", room.units() / page.baseline.units()));
    }
    if (page.first_baseline > page.baseline * 2) {
        section.refuse(
            "first_baseline", code::layout_geometry,
            "'page.first_baseline' leaves more than a line empty at the top of the type area",
            "write how far the first line's letters stand under the top margin, less than one line");
    }
}

}  // namespace

PageGeometry read_page(Section section, int more_lines) {
    // Where a value is wrong, the rest is checked against A5.
    PageGeometry page;
    page.trim = {Length::millimetres(148), Length::millimetres(210)};
    page.inner = page.outer = Length::millimetres(16);
    page.top = Length::millimetres(20);
    page.baseline = Length::points(15);
    page.lines = 20;

    bool whole = section.present();
    auto length = [&](std::string_view key, Length least, Length most, Length otherwise) {
        const auto found = section.length(key, {least, most}, Units{}, required);
        whole = whole && found;
        return found.value_or(otherwise);
    };
    page.trim.width = length("width", smallest_side, largest_side, page.trim.width);
    page.trim.height = length("height", smallest_side, largest_side, page.trim.height);
    page.bleed = length("bleed", Length{}, Length::millimetres(20), page.bleed);
    page.inner = length("inner_margin", Length{}, page.trim.width, page.inner);
    page.outer = length("outer_margin", Length{}, page.trim.width, page.outer);
    page.top = length("top_margin", Length{}, page.trim.height, page.top);
    page.baseline = length("baseline", Length::points(6), Length::points(80), page.baseline);
    page.first_baseline = length("first_baseline", Length{}, Length::points(160), page.baseline);
    const auto lines = section.integer("lines", 5, 200, required);
    page.lines = lines.value_or(page.lines);
    page.multiple = section.integer("multiple", 1, 64, required).value_or(1);
    if (whole && lines) check_geometry(section, page);
    if (page.lines + more_lines > 0) {
        const Length height = page.text_height();
        page.lines += more_lines;
        page.baseline = height / page.lines;
    }
    section.report_unknown_keys();
    return page;
}

std::vector<Edition> read_editions(Section& root) {
    const auto editions = read_set<Edition>(root, "editions", base::all_values<Edition>());
    const auto written = root.value("editions");
    if (written && written->kind() == config::Kind::array && written->array()->empty()) {
        written->refuse(code::value_range, "'editions' is empty", "write at least [\"screen\"]");
    }
    return editions;
}

std::vector<PartKind> read_parts(Section& root, const PageGeometry& page) {
    // Without these a brochure may not be handed out: what it says, whose pictures it shows, what it does not
    // replace.
    static constexpr std::array indispensable{PartKind::body, PartKind::image_credits, PartKind::disclaimer};

    const auto parts = read_set<PartKind>(root, "parts", base::all_values<PartKind>());
    const auto written = root.array("parts");
    if (!written) return parts;
    const bool all_known = parts.size() == written->size();
    auto position = [&](PartKind part) {
        return static_cast<std::size_t>(std::find(parts.begin(), parts.end(), part) - parts.begin());
    };
    auto refuse = [&](std::string message, std::string remedy) {
        root.refuse("parts", code::layout_parts, std::move(message), std::move(remedy));
    };
    if (!all_known) return parts;  // a mistyped part would be missed here too
    for (const PartKind part : indispensable) {
        if (position(part) == parts.size())
            refuse(fmt::format("'parts' has no '{}'", base::name_of(part)),
                   fmt::format("add \"{}\"", base::name_of(part)));
    }
    if (position(PartKind::cover) != parts.size() && position(PartKind::cover) != 0)
        refuse("'cover' is not the first of 'parts'", "move it to the front");
    if (position(PartKind::back_cover) + 1 < parts.size())
        refuse("'back_cover' is not the last of 'parts'", "move it to the end");
    if (page.multiple > 1 && position(PartKind::notes) == parts.size()) {
        refuse(fmt::format("'page.multiple' is {}, and 'parts' has no 'notes' to fill the last pages",
                           page.multiple),
               "add \"notes\" before the back cover, or write multiple = 1");
    }
    return parts;
}

ColumnsStyle read_columns(Section section, const PageGeometry& page) {
    static constexpr std::array of_text{PartKind::body, PartKind::glossary, PartKind::sources,
                                        PartKind::image_credits, PartKind::disclaimer};
    ColumnsStyle style;
    if (!section.present()) return style;
    style.parts = read_set<PartKind>(section, "parts", of_text);
    style.count = static_cast<int>(section.integer("count", 2, 4, required).value_or(2));
    const Units units{std::nullopt, page.baseline, page.measure()};
    style.gap = section.length("gap", {Length{}, page.measure() / 4}, units, required).value_or(Length{});
    if (!style.parts.empty() && style.width(page.measure()) < least_measure) {
        section.refuse("count", code::layout_geometry,
                       fmt::format("{} columns in a measure of {} are {} wide each", style.count,
                                   length_text(page.measure(), Unit::mm),
                                   length_text(style.width(page.measure()), Unit::mm)),
                       fmt::format("write fewer, or a smaller 'gap': text needs at least {}",
                                   length_text(least_measure, Unit::mm)));
    }
    section.report_unknown_keys();
    return style;
}

PageBreaking read_page_breaking(Section section) {
    PageBreaking b;
    auto cost = [&](std::string_view key, int& value) {
        value = section.integer(key, 0, most_cost).value_or(value);
    };
    auto share = [&](std::string_view key, double& value) {
        value = section.number(key, 0, 1).value_or(value);
    };
    cost("in_need", b.in_need);
    cost("widow_cost", b.widow_cost);
    cost("orphan_cost", b.orphan_cost);
    cost("hyphen_cost", b.hyphen_cost);
    cost("group_break_cost", b.group_break_cost);
    cost("group_overleaf_cost", b.group_overleaf_cost);
    cost("list_end_cost", b.list_end_cost);
    cost("short_list_cost", b.short_list_cost);
    cost("short_list_overleaf_cost", b.short_list_overleaf_cost);
    cost("steps_cost", b.steps_cost);
    cost("steps_overleaf_cost", b.steps_overleaf_cost);
    cost("lone_row_cost", b.lone_row_cost);
    cost("announced_table_cost", b.announced_table_cost);
    cost("torn_row_cost", b.torn_row_cost);
    cost("torn_card_cost", b.torn_card_cost);
    cost("figure_moved_cost", b.figure_moved_cost);
    cost("figure_foot_cost", b.figure_foot_cost);
    cost("figure_heading_cost", b.figure_heading_cost);
    cost("figure_section_cost", b.figure_section_cost);
    cost("left_figure_cost", b.left_figure_cost);
    cost("figure_between_cost", b.figure_between_cost);
    cost("run_on_cost", b.run_on_cost);
    cost("run_on_low_cost", b.run_on_low_cost);
    b.run_on_least_lines = section.integer("run_on_least_lines", 1, 100).value_or(b.run_on_least_lines);
    cost("underfull_cost", b.underfull_cost);
    share("least_filled", b.least_filled);
    cost("short_page_cost", b.short_page_cost);
    share("last_page_free", b.last_page_free);
    share("last_page_least", b.last_page_least);
    cost("last_page_cost", b.last_page_cost);
    cost("facing_cost", b.facing_cost);
    cost("facing_most", b.facing_most);
    cost("page_cost", b.page_cost);
    cost("notes_page_cost", b.notes_page_cost);
    section.report_unknown_keys();
    return b;
}

std::optional<MissedMultiple> missed_multiple(int pages, const PageGeometry& page) {
    if (page.multiple <= 1 || pages % page.multiple == 0) return std::nullopt;
    const int below = pages / page.multiple * page.multiple;
    const int above = below + page.multiple;
    return MissedMultiple{fmt::format("'page.multiple' asks for a multiple of {}", page.multiple),
                          below == 0 ? std::to_string(above) : fmt::format("{} or {}", below, above)};
}

Copyfitting read_copyfitting(Section section, const PageGeometry& page) {
    Copyfitting c;
    auto whole = [&](std::string_view key, int& value, int least, int most) {
        value = section.integer(key, least, most).value_or(value);
    };
    auto share = [&](std::string_view key, double& value, double most) {
        value = section.number(key, 0, most).value_or(value);
    };
    whole("pages", c.pages, 0, 2000);
    whole("most_lines", c.most_lines, 0, 8);
    whole("paragraph_lines", c.paragraph_lines, 0, 4);
    whole("paragraph_badness", c.paragraph_badness, 0, 10000);
    whole("paragraph_cost", c.paragraph_cost, 0, most_cost);
    whole("demerits_per_cost", c.demerits_per_cost, 1, most_cost);
    whole("space_less", c.space_less, 0, 8);
    whole("space_more", c.space_more, 0, 8);
    whole("space_cost", c.space_cost, 0, most_cost);
    share("figure_smaller", c.figure_smaller, 0.5);
    share("figure_larger", c.figure_larger, 0.5);
    whole("leading_lines", c.leading_lines, 0, 3);
    whole("figure_cost", c.figure_cost, 0, most_cost);
    if (const auto missed = missed_multiple(c.pages, page)) {
        section.refuse("pages", code::value_range,
                       fmt::format("'pages' is {}, and {}", c.pages, missed->reason),
                       fmt::format("write {}, or 0 for any such number", missed->instead));
    }
    section.report_unknown_keys();
    return c;
}

}  // namespace brochure::design
