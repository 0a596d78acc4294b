// What stands in the outer margin: notes beside their lines, one below the other, and figures.
#include "page/furniture/margin.hpp"

#include <gmock/gmock.h>

#include "paginating.hpp"
#include "support/golden.hpp"

namespace brochure::page {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<double> stacked(std::vector<MarginEntry> entries) {
    std::vector<double> tops;
    for (const auto& top : stack_in_margin(entries, pt(5), pt(100), pt(300)))
        tops.push_back(top ? top->to_points() : -1);
    return tops;
}

TEST(StackInMargin, LeavesEachWhereItsLineIs) {
    EXPECT_THAT(stacked({{pt(120), pt(40)}, {pt(200), pt(40)}}), ElementsAre(120, 200));
}

TEST(StackInMargin, PushesDownWhatWouldOverlap) {
    EXPECT_THAT(stacked({{pt(120), pt(40)}, {pt(130), pt(40)}, {pt(140), pt(20)}}),
                ElementsAre(120, 165, 210));
}

TEST(StackInMargin, PushesUpWhatWouldReachBelowTheTypeArea) {
    EXPECT_THAT(stacked({{pt(220), pt(40)}, {pt(280), pt(40)}}), ElementsAre(215, 260));
}

TEST(StackInMargin, LeavesOutTheLastNoteThatHasNoRoom) {
    EXPECT_THAT(stacked({{pt(100), pt(90), true}, {pt(110), pt(90), false}, {pt(120), pt(90), true}}),
                ElementsAre(100, 195, -1));
}

TEST(StackInMargin, MovesUpWhatWouldBeginBesideAnotherPart) {
    EXPECT_THAT(stacked({{pt(120), pt(40)}, {pt(130), pt(40), false, pt(150)}}), ElementsAre(105, 150));
    EXPECT_THAT(stacked({{pt(120), pt(40), true}, {pt(130), pt(40), false, pt(140)}}), ElementsAre(-1, 130))
        << "a note that the glossary has makes room";
    EXPECT_THAT(stacked({{pt(120), pt(40)}, {pt(130), pt(40), false, pt(140)}}), ElementsAre(120, 165))
        << "rather late than not at all";
}

class OuterMargin : public PageTest {
  protected:
    OuterMargin() {
        Sink reading;
        auto read = design::read_layout(
            "margin", {BROCHURE_TEST_DATA "/data/figure_forms", BROCHURE_SOURCE_ROOT "/layouts"},
            BROCHURE_TEST_DATA, reading);
        if (!read) throw std::runtime_error(diag::as_text(reading.sorted()));
        design = *std::move(read);
    }
    test::SmallBrochure brochure{
        base::read_file(BROCHURE_TEST_DATA "/data/figure_forms/margin.md", 1 << 20).value(),
        R"(
key_messages = ["Houd het verband droog."]

[[glossary]]
term = "litteken"
meaning = "Wat van een wond overblijft."

[[glossary]]
term = "korst"
meaning = "Het harde laagje op een wond."
)",
        R"(
[[image]]
id = "lang"
file = "cover.svg"
author = "Tekenaar"
licence = "CC0"

[[pull_out]]
key_message = 1
sections = ["controle"]
)"};
};

TEST_F(OuterMargin, HoldsNotesBesideTheirTermsOnBothKindsOfPage) {
    const Pagination pages = paginated(brochure, {"body", "glossary"});
    EXPECT_EQ(reports(), "");
    EXPECT_TRUE(
        test::matches_golden(std::filesystem::path{BROCHURE_TEST_DATA} / "data/figure_forms/margin.txt",
                             test::layout_dump(pages.document)));
}

TEST_F(OuterMargin, LiesAtTheLeftOfRightToLeftRectos) {
    const auto first_note = [&] {
        const Pagination pages = paginated(brochure, {"body"});
        for (const PageLine& line : lines_of(pages.document, pages.document.pages.at(0))) {
            if (line.words.starts_with("korst")) return line.left;
        }
        return Length{};
    };
    EXPECT_GT(first_note(), design.page.trim.width - design.page.outer);
    right_to_left = true;
    EXPECT_LT(first_note(), design.page.outer);
}

TEST_F(OuterMargin, SaysWhichNotesHadNoRoom) {
    design.page.lines = 8;
    brochure.body = "## Uw arm {#controle}\n\nEen korst en een litteken.\n";
    brochure.front_matter = R"(
key_messages = ["Houd het verband droog."]

[[glossary]]
term = "korst"
meaning = "Het harde laagje op een wond, dat u beter niet loskrabt, hoe lang het ook duurt en hoe het ook jeukt, want eronder groeit nieuwe huid die nog dun is."

[[glossary]]
term = "litteken"
meaning = "Wat van een wond overblijft, ook als alles al lang genezen is, en wat na maanden bleek wordt."
)";
    brochure.images.erase(brochure.images.find("[[pull_out]]"));
    const Pagination pages = paginated(brochure, {"body"});
    EXPECT_THAT(pages.reports.at(0).left_to_glossary, ElementsAre("litteken"));
    EXPECT_THAT(reports(), IsEmpty());
}

TEST_F(OuterMargin, HoldsFiguresBesideTheTextBeforeThem) {
    design.figure.placement = design::FigurePlacement::margin;
    const Pagination pages = paginated(brochure, {"body"});
    const auto pictures = all_of<PlacedPicture>(pages.document.pages.at(0));
    ASSERT_FALSE(pictures.empty());
    EXPECT_GE(pictures[0].box.left(), design.page.trim.width - design.page.outer);
    EXPECT_LE(pictures[0].box.right(), design.page.trim.width);
}

TEST_F(OuterMargin, DoesNotKeepFullFiguresFromReachingOverTheEdges) {
    design.figure.placement = design::FigurePlacement::full;
    const Pagination pages = paginated(brochure, {"body"});
    const Length right = design.page.trim.width + design.page.bleed;
    std::size_t full = 0;
    for (const Page& page : pages.document.pages) {
        for (const FilledRect& ground : all_of<FilledRect>(page)) {
            if (ground.box.left() == -design.page.bleed && ground.box.right() == right) ++full;
        }
    }
    EXPECT_EQ(full, 1U) << "the two that follow one another stand in a row";
}

}  // namespace
}  // namespace brochure::page
