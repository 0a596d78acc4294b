#include "page/making/page_maker.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "unicode/unicode.hpp"

namespace brochure::page {

PageMaker::PageMaker(style::StyledDocument& document, const design::Design& design,
                     const Typesetter& typesetter, Sink& sink)
    : document_(document),
      design_(design),
      digits_(typesetter.language.digits),
      furniture_(design, typesetter, document.right_to_left, sink) {
    for (style::StyledParagraph& paragraph : document_.paragraphs) {
        out_.texts.push_back(paragraph.text);
        out_.sources.push_back(std::move(paragraph.source));
    }
    out_.pictures = document_.pictures;
}

void PageMaker::begin(const style::Part& part) {
    Page page;
    page.label = unicode::in_digits(std::to_string(count() + 1), digits_);
    page.recto = count() % 2 == 0;
    for (const style::PageGround& ground : part.grounds)
        page.items.push_back({FilledRect{ground.box, ground.colour}, Artifact::background});
    PageReport report;
    report.label = page.label;
    report.kind = base::name_of(part.kind);
    out_.pages.push_back(std::move(page));
    reports_.push_back(std::move(report));
}

// The covers have grounds of their own, on which these are seen.
std::optional<Colour> PageMaker::foot_colour(const style::Part& part) const {
    if (part.kind == design::PartKind::cover && design_.cover.department != nullptr)
        return design_.cover.department->colour;
    if (part.kind == design::PartKind::back_cover && design_.back.colophon != nullptr)
        return design_.back.colophon->colour;
    return std::nullopt;
}

void PageMaker::furnish(const style::Part& part) {
    if (part.furniture) {
        const PageSituation situation{page().label, page().recto, running_head_, document_.title, tab_};
        layout::append(page().items, furniture_.page(situation, out_.texts));
    }
    const auto where =
        part.kind == design::PartKind::cover ? Furniture::FootAt::outer_edge : Furniture::FootAt::fold;
    layout::append(page().items, furniture_.foot(page().recto, where, foot_colour(part), out_.texts));
}

void PageMaker::rule_for_notes(const style::Part& part, Length top) {
    layout::append(page().items, furniture_.writing_lines(part, top, left()));
}

// What notes the content mentions is known from its piece.
void PageMaker::place(layout::Content content, Point at) {
    content.move_by(at);
    layout::append(page().items, std::move(content.items));
    std::ranges::move(content.links, std::back_inserter(page().links));
    std::ranges::move(content.lines, std::back_inserter(report().lines));
}

void PageMaker::mark(const layout::Piece& piece, Point at) {
    for (const layout::Landmark& landmark : piece.landmarks) {
        for (const std::string& name : landmark.destinations) {
            out_.destinations.push_back({name, count() - 1, at});
            labels_.try_emplace(name, page().label);
        }
    }
}

void PageMaker::follow(const layout::Piece& piece) {
    for (const layout::Landmark& landmark : piece.landmarks) {
        if (!landmark.running_head) continue;
        running_head_ = *landmark.running_head;
        tab_ = landmark.tab;
    }
}

Pagination PageMaker::finished(CountReport count) {
    out_.trim = design_.page.trim;
    out_.bleed = design_.page.bleed;
    out_.right_to_left = document_.right_to_left;
    out_.structure = std::move(document_.structure);
    // A name leads to the first place that bears it.
    std::ranges::stable_sort(out_.destinations, {}, &Destination::name);
    const auto repeated = std::ranges::unique(out_.destinations, {}, &Destination::name);
    out_.destinations.erase(repeated.begin(), repeated.end());
    for (style::OutlineEntry& entry : document_.outline) {
        if (!labels_.contains(entry.destination)) continue;
        out_.outline.push_back({entry.level, std::move(entry.title), std::move(entry.destination)});
    }
    return {std::move(out_), std::move(labels_), std::move(reports_), std::move(count)};
}

}  // namespace brochure::page
