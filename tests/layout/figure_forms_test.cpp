// Figures with text beside them, and figures in a row.
#include <gmock/gmock.h>

#include "composing.hpp"

namespace brochure::layout {
namespace {

using ::testing::SizeIs;

class FigureForms : public LayoutTest {
  protected:
    FigureForms() {
        design.figure.placement = design::FigurePlacement::beside;
        design.figure.beside_width = Length::millimetres(44);
    }
    // The right end of each piece's words.
    std::vector<Length> ends(const Composed& composed, std::size_t first) {
        std::vector<Length> list;
        for (std::size_t i = first; i < composed.flow().pieces.size(); ++i) {
            Extent extent;
            for (const GlyphRun& run : all_of<GlyphRun>(composed.piece(i).content.items)) {
                if (words_are_caption(run, composed)) continue;
                extent.right = std::max(extent.right, run.origin.x + width_of(run));
            }
            list.push_back(extent.right);
        }
        return list;
    }
    static bool words_are_caption(const GlyphRun& run, const Composed& composed) {
        return composed.document.paragraphs[run.text].style->name == "caption";
    }
    // "cover" is square, "arm" is twice as wide as high.
    const std::string upright = "![Vorm](cover \"Een vorm.\")\n\n";
    const std::string wide = "![Arm](arm \"Een arm.\")\n\n";
};

TEST_F(FigureForms, TextRunsBesideAnUprightFigureAndThenBelowIt) {
    const Composed body = composed("## Pijn\n\n" + upright + dutch_text + " " + dutch_text + "\n");
    ASSERT_GT(body.flow().pieces.size(), 14U);
    const Length room = design.page.measure() - design.figure.beside_width - design.figure.gap;
    const auto pictures = all_of<PlacedPicture>(body.piece(1).content.items);
    ASSERT_THAT(pictures, SizeIs(1));
    EXPECT_GE(pictures[0].box.left(), room + design.figure.gap);
    const std::vector<Length> right = ends(body, 1);
    const auto narrow = static_cast<std::size_t>(
        std::count_if(right.begin(), right.end() - 1, [&](Length end) { return end <= room; }));
    EXPECT_GE(design.page.baseline * static_cast<std::int64_t>(narrow), pictures[0].box.bottom());
    for (std::size_t i = 0; i < narrow; ++i) EXPECT_LE(right[i], room) << i;
    EXPECT_GT(*std::max_element(right.begin(), right.end()), room + design.figure.gap);
    // What stands beside it stays on its page.
    for (std::size_t i = 2; i <= narrow; ++i) EXPECT_GE(body.piece(i).break_cost, forbidden_break) << i;
    EXPECT_LT(body.piece(narrow + 3).break_cost, forbidden_break);
}

TEST_F(FigureForms, ShortTextBesideAFigureReachesDownToItsFoot) {
    const Composed body = composed("## Pijn\n\n" + upright + "Kort.\n\n### Later\n\nTekst.\n");
    const auto pictures = all_of<PlacedPicture>(body.piece(1).content.items);
    ASSERT_THAT(pictures, SizeIs(1));
    EXPECT_GT(body.piece(1).height, pictures[0].box.bottom());
    EXPECT_EQ(body.words(body.piece(2)), "Later");
}

TEST_F(FigureForms, AWideFigureKeepsTheMeasure) {
    const Composed body = composed("## Pijn\n\n" + wide + dutch_text + "\n");
    EXPECT_EQ(body.piece(1).kind, PieceKind::figure);
}

TEST_F(FigureForms, AFigureBeforeAHeadingStandsByItself) {
    const Composed body = composed("## Pijn\n\nTekst.\n\n" + upright + "### Later\n\nTekst.\n");
    EXPECT_EQ(body.piece(2).kind, PieceKind::figure);
}

TEST_F(FigureForms, FiguresThatFollowOneAnotherStandInARow) {
    design.figure.placement = design::FigurePlacement::here;
    design.figure.rows = true;
    const Composed body = composed("## Pijn\n\n" + wide + upright + "Tekst.\n");
    ASSERT_THAT(body.flow().pieces, SizeIs(3));
    EXPECT_EQ(body.words(body.piece(1)), "Afbeelding 1 Een arm.Afbeelding 2 Een vorm.");
    const auto pictures = all_of<PlacedPicture>(body.piece(1).content.items);
    ASSERT_THAT(pictures, SizeIs(2));
    EXPECT_NEAR(pictures[0].box.size.height.to_points(), pictures[1].box.size.height.to_points(), 0.01);
    EXPECT_EQ(pictures[0].box.top(), pictures[1].box.top());
    EXPECT_LT(pictures[0].box.right(), pictures[1].box.left());
    EXPECT_LE(pictures[1].box.right(), design.page.measure());
}

TEST_F(FigureForms, OneWithAPlaceOfItsOwnJoinsNoRow) {
    design.figure.placement = design::FigurePlacement::here;
    design.figure.rows = true;
    design.parts = {design::PartKind::body};
    test::ReadBrochure read = test::read_brochure("## Pijn\n\n" + wide + upright + "Tekst.\n");
    read.document.images.at(0).placement = design::FigurePlacement::full;
    ASSERT_EQ(read.document.images.at(0).id, "cover");
    const Composed body =
        compose_styled(style::style_document(read.document, design, read.pictures, {}, sink));
    ASSERT_THAT(body.flow().pieces, SizeIs(4));
    EXPECT_TRUE(body.piece(1).asides.empty());
    ASSERT_THAT(body.piece(2).asides, SizeIs(1));
    EXPECT_EQ(body.piece(2).asides[0].where, Aside::Where::page);
}

TEST_F(FigureForms, ARowIsNotMadeWhereThePicturesWouldBeTiny) {
    design.figure.placement = design::FigurePlacement::here;
    design.figure.rows = true;
    design.page.outer = design.page.trim.width - design.page.inner - Length::millimetres(60);
    const Composed body = composed("## Pijn\n\n" + wide + upright + "Tekst.\n");
    EXPECT_THAT(body.flow().pieces, SizeIs(4));
}

// In a row the caption would have to part its word; the row is not made, and nothing of it is said.
TEST_F(FigureForms, ARowThatWasOnlyTriedReportsNothing) {
    design.figure.placement = design::FigurePlacement::here;
    const std::string word = "Slokdarmontstekingsbehandelingsmogelijkhedenoverzicht";
    const std::string text =
        "## Pijn\n\n![Arm](arm \"" + word + " " + dutch_text + dutch_text + "\")\n\n" + upright + "Tekst.\n";
    design.figure.rows = false;
    composed(text);
    const std::string apart = reports();
    sink = Sink{};
    design.figure.rows = true;
    const Composed body = composed(text);
    ASSERT_THAT(body.flow().pieces, SizeIs(4)) << "no row is made";
    EXPECT_EQ(reports(), apart);
}

TEST_F(FigureForms, RightToLeftTheFigureStandsAtTheLeft) {
    design.parts = {design::PartKind::body};
    test::ReadBrochure read = test::read_brochure("## Pijn\n\n" + upright + dutch_text + "\n");
    read.document.language.right_to_left = true;
    const Composed body =
        compose_styled(style::style_document(read.document, design, read.pictures, {}, sink));
    const auto pictures = all_of<PlacedPicture>(body.piece(1).content.items);
    ASSERT_THAT(pictures, SizeIs(1));
    EXPECT_LE(pictures[0].box.right(), design.figure.beside_width);
    EXPECT_GE(extent_of(body.piece(2).content.items).left, design.figure.beside_width + design.figure.gap);
}

class SentenceLines : public LayoutTest {};

TEST_F(SentenceLines, StartAtTheirOwnLineAndKeepTheSpaceBetween) {
    edit = [](style::StyledParagraph& paragraph) { paragraph.sentence_starts = {11, 23}; };
    const Paragraph set = this->set("Bot leeft. Het groeit. Altijd.", pt(300), design::Align::start);
    EXPECT_THAT(set.lines(), ::testing::ElementsAre("Bot leeft.", "Het groeit.", "Altijd."));
    EXPECT_EQ(coverage_fault(set), "");
    const auto runs = all_of<GlyphRun>(set.set.lines.at(0).content.items);
    EXPECT_TRUE(runs.back().space_follows);
}

TEST_F(SentenceLines, EndWhereAVoicePauses) {
    style.breaking.no_pause_penalty = 150;
    style.breaking.ragged_zone = pt(120);
    edit = [](style::StyledParagraph& paragraph) { paragraph.pauses = {24}; };
    const Paragraph set =
        this->set("Kanker kan verspreiden, ook naar de botten en elders.", pt(190), design::Align::start);
    EXPECT_THAT(set.lines(),
                ::testing::ElementsAre("Kanker kan verspreiden,", "ook naar de botten en elders."));
}

class SentencesOverPages : public LayoutTest {};

TEST_F(SentencesOverPages, ASentenceThatGoesOnOverleafIsDear) {
    design.texts.at("body").sentences = design::Sentences::own_line;
    design.pages.widow_cost = 700;
    design.pages.orphan_cost = 0;
    design.headings[0].keep_lines = 1;
    const Composed body = composed(
        "## a\n\nEen. Twee is een zin die zo lang is dat ze in geen geval op een enkele regel past, hoe men "
        "ook meet. Drie. Vier.\n");
    EXPECT_THAT(body.words(body.piece(4)), "Drie.");
    EXPECT_EQ(body.piece(3).break_cost, 700);
    EXPECT_EQ(body.piece(4).break_cost, 0);
}

}  // namespace
}  // namespace brochure::layout
