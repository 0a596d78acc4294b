#include "page/furniture/furniture.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include "layout/lines/set_paragraph.hpp"
#include "style/isolates.hpp"
#include "unicode/unicode.hpp"

namespace brochure::page {

Length Furniture::column_left(bool recto) const {
    // The binding is at a recto's left, and in a right-to-left brochure at its right.
    return recto != right_to_left_ ? design_.page.inner : design_.page.outer;
}

Length Furniture::margin_left(bool recto) const {
    const Length column = column_left(recto);
    const design::MarginColumn& margin = design_.margin_column;
    const bool outer_is_right = recto != right_to_left_;
    return outer_is_right ? column + design_.page.measure() + margin.gap : column - margin.gap - margin.width;
}

Furniture::Words Furniture::set(const std::string& words, const design::TextStyle& style, TextId text) const {
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
    const auto shaped = text::shape_paragraph(paragraph, typesetter_.language, typesetter_.fonts,
                                              typesetter_.hyphenator, *typesetter_.shapes, sink_);
    const layout::ParagraphToSet source{text, paragraph, *shaped, typesetter_.fonts};
    layout::SetParagraph set = layout::set_paragraph(source, Length::max(), design::Align::start);
    layout::SetLine& line = set.lines.front();
    if (right_to_left_) line.content.move_by({line.width - Length::max(), Length{}});
    return {std::move(line.content.items), line.width};
}

Length Furniture::width_of(const std::string& words, const design::TextStyle& style) const {
    return set(words, style, TextId{}).width;
}

// Behind the last of the cuts, in ascending order, at which the words before it and an ellipsis fit.
std::string Furniture::longest_of(const std::string& words, const std::vector<std::uint32_t>& cuts,
                                  const design::TextStyle& style, Length room) const {
    const auto cut_at = [&](std::uint32_t end) {
        std::string kept = words.substr(0, end);
        for (const std::string_view space : {" ", "\u00a0"}) {
            while (kept.ends_with(space)) kept.erase(kept.size() - space.size());
        }
        return kept + "\u2026";
    };
    const auto behind = std::ranges::partition_point(
        cuts, [&](std::uint32_t end) { return width_of(cut_at(end), style) <= room; });
    return behind == cuts.begin() ? std::string{} : cut_at(*std::prev(behind));
}

const std::string& Furniture::shortened(const std::string& words, const design::TextStyle& style,
                                        Length room) {
    const auto [entry, fresh] = shortened_.try_emplace({words, room}, words);
    std::string& kept = entry->second;
    if (!fresh || width_of(words, style) <= room) return kept;
    std::vector<std::uint32_t> line_ends;
    for (const unicode::LineOpportunity& at : unicode::line_opportunities(words, typesetter_.language.tag)) {
        if (at.offset < words.size()) line_ends.push_back(at.offset);
    }
    kept = longest_of(words, line_ends, style, room);
    if (!kept.empty() && width_of(kept, style) * 2 >= room) return kept;
    std::vector<std::uint32_t> letters = unicode::grapheme_starts(words);
    letters.erase(letters.begin());
    kept = longest_of(words, letters, style, room);
    return kept;
}

Length Furniture::tab_top(std::size_t index) const {
    const design::TabStyle& tab = design_.tab;
    const Length room = design_.page.trim.height - tab.first - tab.height;
    const std::int64_t fitting = tab.step > Length{} ? room.units() / tab.step.units() + 1 : 1;
    return tab.first + tab.step * (static_cast<std::int64_t>(index) % std::max<std::int64_t>(1, fitting));
}

std::vector<Item> Furniture::page(const PageSituation& situation, base::IdVec<TextId, std::string>& texts) {
    std::vector<Item> items;
    const design::RunningStyle& style = design_.running;
    const Length left = column_left(situation.recto);
    const Length right = left + design_.page.measure();
    const bool outer_is_right = situation.recto != right_to_left_;
    auto place = [&](Words words, bool at_right) {
        layout::move_all(words.items, {at_right ? right - words.width : left, style.baseline});
        for (Item& item : words.items) item.belongs = Artifact::pagination_header;
        layout::append(items, std::move(words.items));
    };
    if (design_.tab.shown && situation.tab) {
        const design::TabStyle& tab = design_.tab;
        const Length top = tab_top(*situation.tab);
        const Length width = tab.width + design_.page.bleed;
        const Length x = outer_is_right ? design_.page.trim.width - tab.width : -design_.page.bleed;
        items.push_back({FilledRect{{{x, top}, {width, tab.height}}, tab.colour}, Artifact::background});
    }
    std::optional<Words> folio;
    if (style.folio != nullptr) folio = set(situation.label, *style.folio, texts.push_back(situation.label));
    // Between the two stays a gap as wide as the folio is high.
    const Length room = design_.page.measure() - (folio ? folio->width + style.folio->size : Length{});
    const design::HeadContent content = situation.recto ? style.recto : style.verso;
    const std::string& words =
        content == design::HeadContent::part_title ? situation.part_title : situation.brochure_title;
    if (style.head != nullptr && content != design::HeadContent::none && !words.empty()) {
        const std::string& head = shortened(words, *style.head, room);
        if (!head.empty()) place(set(head, *style.head, texts.push_back(head)), !outer_is_right);
    }
    if (folio) place(*std::move(folio), outer_is_right);
    return items;
}

namespace {

// Nobody reads the foot but who looks for it, and a knife or an office printer must not take it.
constexpr Length foot_above_edge = Length::millimetres(6.5);

}  // namespace

std::vector<Item> Furniture::foot(bool recto, FootAt at, const std::optional<Colour>& colour,
                                  base::IdVec<TextId, std::string>& texts) const {
    const design::TextStyle* const like = design_.running.head;
    if (like == nullptr || typesetter_.foot.empty()) return {};
    design::TextStyle style = *like;
    // As large as the small print at the back: no layout promises a size that this does not keep.
    if (const design::TextStyle* small_print = design_.back.colophon) style.size = small_print->size;
    if (colour) style.colour = *colour;
    Words said = set(typesetter_.foot, style, texts.push_back(typesetter_.foot));
    const Length left = column_left(recto);
    const bool fold_is_right = recto == right_to_left_;
    const bool at_right = (at == FootAt::fold) == fold_is_right;
    const Length x = at_right ? left + design_.page.measure() - said.width : left;
    layout::move_all(said.items, {x, design_.page.trim.height - foot_above_edge});
    for (Item& item : said.items) item.belongs = Artifact::pagination_footer;
    return std::move(said.items);
}

std::vector<Item> Furniture::writing_lines(const style::Part& notes, Length top, Length left) const {
    std::vector<Item> items;
    const Length foot = design_.page.top + design_.page.text_height();
    for (Length y = top; y <= foot; y += notes.fill_rule_distance) {
        const StrokedLine line{
            {left, y}, {left + design_.page.measure(), y}, notes.fill_rule_width, notes.fill_rule_colour};
        items.push_back({line, Artifact::layout});
    }
    return items;
}

}  // namespace brochure::page
