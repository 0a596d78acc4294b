// The readers of a layout's sections, in the order of the file. Each takes the root and gives its part of the
// design. In: the root section and what was read before it (page, colours, text styles). Out: plain data,
// defaults where the file is wrong; the sink then has an error, so that no design is given out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "design/design.hpp"
#include "design/names.hpp"
#include "design/section.hpp"

namespace brochure::design {

// What every reader needs to turn names and lengths into values.
class Desk {
  public:
    Desk(const PageGeometry& page, Names& names) : page_(page), names_(names) {}

    [[nodiscard]] Names& names() const { return names_; }
    [[nodiscard]] const PageGeometry& page() const { return page_; }

    // An em is the size of `text`; without one there is no em.
    [[nodiscard]] Length across(Section& section, std::string_view key,
                                const TextStyle* text = nullptr) const;
    [[nodiscard]] Length down(Section& section, std::string_view key, const TextStyle* text = nullptr) const;
    [[nodiscard]] Length rule(Section& section, std::string_view key) const;
    // The keys `prefix`space_before and `prefix`space_after.
    [[nodiscard]] Space space(Section& section, const TextStyle* text, std::string_view prefix = "") const;
    // { left = …, top = …, width = …, height = … } in the trim's coordinates; `beyond` the trim it may reach.
    [[nodiscard]] Rect box(Section& section, std::string_view key, Length beyond = {}) const;

  private:
    const PageGeometry& page_;
    Names& names_;
};

// With so many lines more on a page of the same height, closer together.
PageGeometry read_page(Section section, int more_lines);
std::vector<Edition> read_editions(Section& root);
std::vector<PartKind> read_parts(Section& root, const PageGeometry& page);
ColumnsStyle read_columns(Section section, const PageGeometry& page);
PageBreaking read_page_breaking(Section section);
Copyfitting read_copyfitting(Section section, const PageGeometry& page);
ScreenStyle read_screen(Section section);
PressStyle read_press(Section section);
BookletStyle read_booklet(Section section);

std::array<HeadingStyle, 5> read_headings(Section& section, const Desk& desk);
PartHeadingStart read_part_start(Section& section);
ListStyle read_list(Section section, const Desk& desk);
std::map<document::CallOutKind, CallOutStyle> read_call_outs(Section section, const Desk& desk);
CallOutStyle read_quote(Section section, const Desk& desk);
FigureStyle read_figure(Section section, const Desk& desk);
PictogramStyle read_pictogram(Section section, const Desk& desk);
MarginColumn read_margin_column(Section section, const Desk& desk);
PullOutStyle read_pull_out(Section section, const Desk& desk);
TableStyle read_table(Section section, const Desk& desk);
CardStyle read_card(Section section, const Desk& desk);
std::map<std::string, TreatmentTable> read_treatment_tables(Section section);
FootnoteStyle read_footnote(Section section, const Desk& desk);

CoverStyle read_cover(Section section, const Desk& desk);
ContentsStyle read_contents(Section section, const Desk& desk);
KeyMessagesStyle read_key_messages(Section section, const Desk& desk);
ReferenceStyle read_reference(Section section, const Desk& desk);
NotesStyle read_notes(Section section, const Desk& desk);
BackStyle read_back(Section section, const Desk& desk);
RunningStyle read_running(Section section, const Desk& desk);
TabStyle read_tab(Section section, const Desk& desk);

}  // namespace brochure::design
