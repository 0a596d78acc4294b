#include "page/furniture.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "layout/composer.hpp"
#include "layout/set_paragraph.hpp"
#include "style/isolates.hpp"

namespace brochure::page {

Length Furniture::column_left(bool recto) const {
    // The binding is at a recto's left, and in a right-to-left brochure at its right.
    return recto != right_to_left_ ? layout_.page.inner : layout_.page.outer;
}

Furniture::Words Furniture::set(const std::string& words, const spec::TextStyle& style,
                                base::IdVec<TextId, std::string>& texts) const {
    style::StyledParagraph paragraph;
    paragraph.text = words;
    paragraph.style = &style;
    paragraph.language = typesetter_.language.tag;
    paragraph.right_to_left = right_to_left_;
    paragraph.isolates = style::isolates_of(words, {}, typesetter_.language);
    style::StyledRun run;
    run.range = {0, static_cast<std::uint32_t>(words.size())};
    run.style = {style.face, style.size, style.colour, Length{}};
    run.language = paragraph.language;
    run.leaf = std::monostate{};
    paragraph.runs.push_back(std::move(run));
    const text::ShapedParagraph shaped = text::shape_paragraph(
        paragraph, typesetter_.language, typesetter_.fonts, typesetter_.hyphenator, sink_);
    const layout::ParagraphSource source{texts.push_back(words), paragraph, shaped, typesetter_.fonts};
    layout::SetParagraph set = layout::set_paragraph(source, Length::max(), spec::Align::start);
    layout::SetLine& line = set.lines.front();
    if (right_to_left_) layout::move_all(line.items, {line.width - Length::max(), Length{}});
    return {std::move(line.items), line.width};
}

Furniture::Words Furniture::shortened(const std::string& words, const spec::TextStyle& style, Length room,
                                      base::IdVec<TextId, std::string>& texts) const {
    Words set_words = set(words, style, texts);
    std::string kept = words;
    while (set_words.width > room) {
        const std::size_t space = kept.find_last_of(' ');
        if (space == std::string::npos || space == 0) break;
        kept.erase(space);
        set_words = set(kept + "\u2026", style, texts);
    }
    return set_words;
}

std::vector<Item> Furniture::page(const PageSituation& situation,
                                  base::IdVec<TextId, std::string>& texts) const {
    std::vector<Item> items;
    const spec::RunningStyle& style = layout_.running;
    const Length left = column_left(situation.recto);
    const Length right = left + layout_.page.measure();
    const bool outer_is_right = situation.recto != right_to_left_;
    auto place = [&](Words words, bool at_right) {
        layout::move_all(words.items, {at_right ? right - words.width : left, style.baseline});
        for (Item& item : words.items) item.belongs = Artifact::pagination_header;
        layout::append(items, std::move(words.items));
    };
    if (layout_.tab.shown && situation.tab) {
        const spec::TabStyle& tab = layout_.tab;
        const Length top = tab.first + tab.step * static_cast<std::int64_t>(*situation.tab);
        const Length width = tab.width + layout_.page.bleed;
        const Length x = outer_is_right ? layout_.page.trim.width - tab.width : -layout_.page.bleed;
        items.push_back({FilledRect{{{x, top}, {width, tab.height}}, tab.colour}, Artifact::background});
    }
    std::optional<Words> folio;
    if (style.folio != nullptr) folio = set(situation.label, *style.folio, texts);
    // Between the two stays a gap as wide as the folio is high.
    const Length room = layout_.page.measure() - (folio ? folio->width + style.folio->size : Length{});
    const spec::HeadContent content = situation.recto ? style.recto : style.verso;
    const std::string& words =
        content == spec::HeadContent::part_title ? situation.part_title : situation.brochure_title;
    if (style.head != nullptr && content != spec::HeadContent::none && !words.empty()) {
        place(shortened(words, *style.head, room, texts), !outer_is_right);
    }
    if (folio) place(*std::move(folio), outer_is_right);
    return items;
}

std::vector<Item> Furniture::writing_lines(const style::Part& notes, Length top, Length left) const {
    std::vector<Item> items;
    const Length foot = layout_.page.top + layout_.page.text_height();
    for (Length y = top; y <= foot; y += notes.fill_rule_distance) {
        const StrokedLine line{
            {left, y}, {left + layout_.page.measure(), y}, notes.fill_rule_width, notes.fill_rule_colour};
        items.push_back({line, Artifact::layout});
    }
    return items;
}

}  // namespace brochure::page
