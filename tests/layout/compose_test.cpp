// Galleys: which pieces the blocks of a body become, where they stand, what a page break before them costs.
#include <gmock/gmock.h>

#include "composing.hpp"

namespace brochure::layout {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Compose : public LayoutTest {
  protected:
    Compose() {
        for (design::HeadingStyle& heading : design.headings) heading.keep_lines = 1;
    }
    std::vector<int> costs(const Composed& composed, std::size_t first) {
        std::vector<int> list;
        for (std::size_t i = first; i < composed.flow().pieces.size(); ++i)
            list.push_back(composed.piece(i).break_cost);
        return list;
    }
};

TEST_F(Compose, ALineIsAPieceAndItsHeightTheLeading) {
    const Composed body = composed("## Pijn\n\n" + dutch_text + "\n");
    ASSERT_GT(body.flow().pieces.size(), 4U);
    EXPECT_EQ(body.piece(0).kind, PieceKind::heading);
    for (std::size_t i = 1; i < body.flow().pieces.size(); ++i) {
        EXPECT_EQ(body.piece(i).kind, PieceKind::line);
        EXPECT_EQ(body.piece(i).height, design.body->leading);
        EXPECT_TRUE(body.piece(i).on_grid);
        EXPECT_EQ(all_of<GlyphRun>(body.piece(i).content.items).at(0).origin,
                  (Point{Length{}, design.page.first_baseline}));
    }
}

TEST_F(Compose, OrphansAndWidowsCost) {
    design.pages.orphan_cost = 70;
    design.pages.widow_cost = 900;
    EXPECT_THAT(costs(composed("## a\n\nb\\\nc\\\nd\\\ne\n"), 2), ElementsAre(70, 0, 900));
    EXPECT_THAT(costs(composed("## a\n\nb\\\nc\n"), 2), ElementsAre(970));
}

TEST_F(Compose, AHeadingIsHeldToWhatFollows) {
    const Composed body = composed("## Pijn\n\n### Links\n\nTekst.\n");
    EXPECT_THAT(body.words(), ElementsAre("Pijn", "Links", "Tekst."));
    EXPECT_GE(body.piece(1).break_cost, forbidden_break);
    EXPECT_GE(body.piece(2).break_cost, forbidden_break);
}

TEST_F(Compose, PartingATableFromTheTextThatAnnouncesItCostsButIsNotForbidden) {
    design.headings[0].keep_lines = 1;
    design.pages.announced_table_cost = 123;
    design.pages.lone_row_cost = 0;
    const std::string table = "\n| b | c |\n| --- | --- |\n| d | e |\n";
    EXPECT_EQ(composed("## a\n\nDe tabel noemt ze.\n" + table).piece(2).break_cost, 123);
    EXPECT_GE(composed("## a\n\nDeze zijn er:\n" + table).piece(2).break_cost, forbidden_break);
}

TEST_F(Compose, TheSpaceAboveAHeadingIsFlexibleThoseBelowItAndBetweenParagraphsAreNot) {
    const Composed body = composed("## a\n\nEen.\n\nTwee.\n\n### b\n\nDrie.\n\n### c\n\n> [!TIP]\n> Vier.\n");
    EXPECT_FALSE(body.piece(1).flexible_space);
    EXPECT_FALSE(body.piece(2).flexible_space);
    EXPECT_TRUE(body.piece(3).flexible_space);
    EXPECT_FALSE(body.piece(4).flexible_space);
    EXPECT_FALSE(body.piece(6).flexible_space) << "a call-out below its heading";
}

TEST_F(Compose, CallOutsInARowStandApartByTheSpaceBetweenTheirGrounds) {
    for (auto& [kind, look] : design.call_outs) {
        look.padding_top = pt(7);
        look.padding_bottom = pt(9);
        look.space = {pt(20), pt(16)};
    }
    const Composed body = composed("## a\n\nb\n\n> [!NOTE]\n> c\n\n> [!TIP]\n> d\n\ne\n");
    EXPECT_THAT(body.words(), ElementsAre("a", "b", "note", "c", "tip", "d", "e"));
    EXPECT_EQ(body.piece(2).space_before, pt(20));
    EXPECT_EQ(body.piece(4).space_before, pt(20 + 9 + 7));
    EXPECT_EQ(body.piece(4).reach, pt(9 + 7)) << "of which no line is taken";
    EXPECT_EQ(body.piece(6).space_before, pt(16));
}

TEST_F(Compose, TheWidestMarkerOfAListSaysWhereAllItsTextsStand) {
    const auto texts_of = [&](const std::string& list) {
        const Composed body = composed("## a\n\n" + list);
        std::vector<Length> left;
        for (std::size_t i = 1; i < body.flow().pieces.size(); ++i) {
            const auto runs = all_of<GlyphRun>(body.piece(i).content.items);
            EXPECT_LE(runs.at(0).origin.x + width_of(runs.at(0)), runs.at(1).origin.x) << i;
            left.push_back(runs.at(1).origin.x);
        }
        return left;
    };
    EXPECT_THAT(texts_of("8. x\n9. y\n"), Each(design.list.hang));
    const auto hundred = texts_of("99. x\n100. y\n101. z\n");
    EXPECT_GT(hundred.at(0), design.list.hang);
    EXPECT_THAT(hundred, Each(hundred.at(0)));
}

TEST_F(Compose, LaterParagraphsAndListsInsideStandUnderTheTextBesideAWideNumber) {
    design.list.markers = {"*"};
    design.list.hang = pt(1);
    const Composed body = composed("## a\n\n1. x\n\n   y\n\n   - z\n");
    const auto first = all_of<GlyphRun>(body.piece(1).content.items);
    EXPECT_EQ(all_of<GlyphRun>(body.piece(2).content.items).at(0).origin.x, first.at(1).origin.x);
    EXPECT_EQ(all_of<GlyphRun>(body.piece(3).content.items).at(0).origin.x, first.at(1).origin.x);
}

TEST_F(Compose, AHeadingKeepsAsManyLinesAsTheLayoutSays) {
    design.headings[0].keep_lines = 3;
    const Composed body = composed("## a\n\nb\\\nc\\\nd\\\ne\\\nf\n");
    for (std::size_t i = 1; i <= 3; ++i) EXPECT_GE(body.piece(i).break_cost, forbidden_break);
    for (std::size_t i = 4; i <= 5; ++i) EXPECT_LT(body.piece(i).break_cost, forbidden_break);
}

TEST_F(Compose, AHeadingOfSeveralLinesIsNeverTorn) {
    const std::string words =
        "een lange kop die zeker niet op een regel past omdat hij maar doorgaat en doorgaat";
    for (const char* level : {"## ", "### "}) {
        const Composed body = composed("## a\n\n" + (level + words) + "\n\nTekst.\n");
        for (std::size_t i = 1; i < body.flow().pieces.size(); ++i) {
            if (body.piece(i).kind != PieceKind::heading || body.words(body.piece(i)).starts_with("een"))
                continue;
            EXPECT_GE(body.piece(i).break_cost, forbidden_break);
        }
    }
}

TEST_F(Compose, AHeadingTakesWholeLinesOfTheGridAndItsLastBaselineIsOnIt) {
    const Composed body =
        composed("## Een kop met veel woorden die niet op een enkele regel passen\n\nTekst.\n");
    const Piece& heading = body.piece(0);
    EXPECT_EQ(heading.height.units() % design.page.baseline.units(), 0);
    const Length last = all_of<GlyphRun>(heading.content.items).back().origin.y;
    EXPECT_EQ((last - design.page.first_baseline).units() % design.page.baseline.units(), 0);
}

TEST_F(Compose, TheLargerOfTwoSpacesParts) {
    design.paragraph = {pt(3), pt(5)};
    design.list.space = {pt(11), pt(2)};
    const Composed body = composed("## a\n\nb\n\nc\n\n- d\n\ne\n");
    EXPECT_THAT(body.words(), ElementsAre("a", "b", "c", HasSubstr("d"), "e"));
    EXPECT_EQ(body.piece(2).space_before, pt(5));
    EXPECT_EQ(body.piece(3).space_before, pt(11));
    EXPECT_EQ(body.piece(4).space_before, pt(3));
}

TEST_F(Compose, AMarkerStandsBeforeTheTextOfItsItem) {
    design.list.markers = {"*", "+"};
    const Composed body = composed("## a\n\n- b\n  - c\n");
    EXPECT_THAT(body.words(), ElementsAre("a", "*b", "+c"));
    const auto outer = all_of<GlyphRun>(body.piece(1).content.items);
    const auto inner = all_of<GlyphRun>(body.piece(2).content.items);
    EXPECT_EQ(outer.at(0).origin.x, Length{});
    EXPECT_EQ(outer.at(1).origin.x, design.list.hang);
    EXPECT_EQ(inner.at(0).origin.x, design.list.hang);
    EXPECT_EQ(inner.at(1).origin.x, design.list.hang * 2);
    EXPECT_EQ(outer.at(0).origin.y, outer.at(1).origin.y);
}

TEST_F(Compose, AMarkerStandsAtTheRightOfARightToLeftText) {
    design.parts = {design::PartKind::body};
    test::ReadBrochure read = test::read_brochure("## a\n\n- b\n");
    read.document.language.right_to_left = true;
    const Composed body =
        compose_styled(style::style_document(read.document, design, read.pictures, {}, sink));
    const auto runs = all_of<GlyphRun>(body.piece(1).content.items);
    const Length measure = design.page.measure();
    EXPECT_EQ(runs.at(0).origin.x + width_of(runs.at(0)), measure);
    EXPECT_EQ(runs.at(1).origin.x + width_of(runs.at(1)), measure - design.list.hang);
}

TEST_F(Compose, PartingTheFirstOrLastItemFromItsListCostsButLessThanALineFromItsParagraph) {
    design.pages.short_list_cost = 0;
    const std::vector<int> list = costs(composed("## a\n\nx\n\n- b\n- c\n- d\n- e\n"), 3);
    ASSERT_THAT(list, SizeIs(3));
    EXPECT_GT(list[0], 0);
    EXPECT_LT(list[0], design.pages.orphan_cost);
    EXPECT_EQ(list[1], 0);
    EXPECT_GT(list[2], 0);
    EXPECT_LT(list[2], design.pages.widow_cost);
    EXPECT_THAT(costs(composed("## a\n\nx\n\n- b\n- c\n"), 3), Each(design.pages.list_end_cost));
}

TEST_F(Compose, AJustifiedLayoutIsStartAlignedInALanguageThatIsNotJustified) {
    design = test::shipped_layout("a5-justified");
    design.parts = {design::PartKind::body};
    test::ReadBrochure read = test::read_brochure("## a\n\n" + dutch_text + "\n");
    for (const bool justified : {true, false}) {
        read.document.language.justified = justified;
        const Composed body =
            compose_styled(style::style_document(read.document, design, read.pictures, {}, sink));
        EXPECT_EQ(body.piece(2).content.lines.front().stretched, justified);
    }
}

TEST_F(Compose, AListOfFewItemsOverTwoPagesCostsHoweverLongTheyAre) {
    design.pages.list_end_cost = 0;
    design.pages.short_list_cost = 77;
    design.pages.short_list_overleaf_cost = 99;
    design.pages.orphan_cost = design.pages.widow_cost = 0;
    const Composed few = composed("## a\n\nx\n\n- b\n- c\n- d\n- e\n- f\n- g\\\n  h\n");
    EXPECT_THAT(costs(few, 3), Each(77));
    EXPECT_EQ(few.piece(4).overleaf_cost, 22);
    EXPECT_THAT(costs(composed("## a\n\nx\n\n- b\n- c\n- d\n- e\n- f\n- g\n- h\n"), 3), Each(0));
}

TEST_F(Compose, StepsOverTwoPagesCostMore) {
    design.pages.list_end_cost = 0;
    design.pages.steps_cost = 770;
    design.pages.steps_overleaf_cost = 990;
    const Composed steps = composed("## a\n\nx\n\n1. b\n2. c\n3. d\n4. e\n");
    EXPECT_THAT(costs(steps, 3), Each(770));
    EXPECT_EQ(steps.piece(3).overleaf_cost, 220);
    EXPECT_EQ(steps.piece(2).overleaf_cost, 0);
}

TEST_F(Compose, AListThatFillsMostOfAPageIsTornForNothing) {
    design.pages.list_end_cost = 0;
    std::string item = "1. b";
    for (int line = 1; line < 6; ++line) item += "\\\n   c";
    const Composed list = composed("## a\n\nx\n\n" + item + "\n" + item + "\n" + item + "\n" + item + "\n");
    const std::size_t second = 2 + 6;
    EXPECT_EQ(list.piece(second).break_cost, 0);
    EXPECT_EQ(list.piece(second).overleaf_cost, 0);
}

TEST_F(Compose, ALongItemMayStandAlone) {
    design.pages.short_list_cost = 0;
    design.pages.list_end_cost = 123;
    const Composed body = composed("## a\n\n- b\\\n  c\\\n  d\n- e\n- f\n");
    EXPECT_THAT(body.words(), ElementsAre("a", HasSubstr("b"), "c", "d", HasSubstr("e"), HasSubstr("f")));
    EXPECT_LT(body.piece(4).break_cost, 123);
    EXPECT_EQ(body.piece(5).break_cost, 123);
}

TEST_F(Compose, ACallOutNamesOneDecorationOnAllItsPiecesAndIsNarrower) {
    const Composed body = composed("## a\n\n> [!NOTE] Let op\n> " + dutch_text + "\n\nTekst.\n");
    ASSERT_THAT(body.flow().decorations, SizeIs(1));
    const design::CallOutStyle& form = design.call_outs.at(document::CallOutKind::note);
    const PlacedDecoration& placed = *body.flow().decorations.begin();
    EXPECT_EQ(placed.left, Length{});
    EXPECT_EQ(placed.width, design.page.measure());
    EXPECT_EQ(placed.form.ground, form.ground);
    const std::size_t last = body.flow().pieces.size() - 1;
    for (std::size_t i = 1; i < last; ++i) {
        EXPECT_THAT(body.piece(i).decorations, SizeIs(1));
        const Extent extent = extent_of(body.piece(i).content.items);
        EXPECT_EQ(extent.left, form.bar_width + form.padding_start);
        EXPECT_LE(extent.right, design.page.measure() - form.padding_end);
    }
    EXPECT_THAT(body.piece(0).decorations, IsEmpty());
    EXPECT_THAT(body.piece(last).decorations, IsEmpty());
}

TEST_F(Compose, AHeadingLetsGoOfACallOutThatFitsOnAPageWithoutIt) {
    const auto break_above = [&](int lines) {
        std::string text = "## a\n\n> [!NOTE] Let op\n> b";
        for (int line = 1; line < lines; ++line) text += "\\\n> c";
        return composed(text + "\n").piece(1).break_cost;
    };
    EXPECT_GE(break_above(design.page.lines - 8), forbidden_break) << "both fit on a page";
    EXPECT_LT(break_above(design.page.lines - 1), design.pages.group_overleaf_cost);
    EXPECT_GT(break_above(design.page.lines - 1), design.pages.group_break_cost);
    EXPECT_GE(break_above(design.page.lines + 8), forbidden_break) << "it is torn in any case";
}

TEST_F(Compose, TearingACallOutCosts) {
    design.pages.group_break_cost = 10'000'000;
    design.pages.group_overleaf_cost = 10'000'003;
    const Composed body = composed("## a\n\nx\n\n> [!NOTE] Let op\n> b\n>\n> c\n\nTekst.\n");
    EXPECT_EQ(body.piece(2).overleaf_cost, 0);
    EXPECT_EQ(body.piece(4).overleaf_cost, 3);
    EXPECT_THAT(body.words(), ElementsAre("a", "x", "Let op", "b", "c", "Tekst."));
    EXPECT_LT(body.piece(2).break_cost, 10'000'000);
    EXPECT_GE(body.piece(3).break_cost, 10'000'000);
    EXPECT_GE(body.piece(4).break_cost, 10'000'000);
    EXPECT_LT(body.piece(5).break_cost, 10'000'000);
}

TEST_F(Compose, AFigureIsOnePieceWithItsCaptionBelow) {
    const Composed body = composed("## a\n\n![Arm.](arm \"Bij de pols.\")\n\nTekst.\n");
    const Piece& figure = body.piece(1);
    EXPECT_EQ(figure.kind, PieceKind::figure);
    EXPECT_EQ(body.words(figure), "Afbeelding 1 Bij de pols.");
    EXPECT_TRUE(figure.movable);
    EXPECT_EQ(figure.height.units() % design.page.baseline.units(), 0);
    const Length measure = design.page.measure();
    const Length padding = design.figure.padding;
    const PlacedPicture picture = all_of<PlacedPicture>(figure.content.items).at(0);
    const Length width = measure - padding * 2;
    EXPECT_NEAR(picture.box.left().to_points(), padding.to_points(), 0.001);
    EXPECT_NEAR(picture.box.size.width.to_points(), width.to_points(), 0.001);
    EXPECT_NEAR(picture.box.size.height.to_points(), (width / 2).to_points(), 0.001);
    const FilledRect ground = all_of<FilledRect>(figure.content.items).at(0);
    EXPECT_EQ(ground.box, (Rect{{}, {measure, picture.box.size.height + padding * 2}}));
    const Length caption = all_of<GlyphRun>(figure.content.items).at(0).origin.y;
    EXPECT_GT(caption, ground.box.bottom() + design.figure.caption_gap);
    EXPECT_LT(caption, figure.height);
}

TEST_F(Compose, AFigureIsNoHigherThanTheLayoutAllowsAndStaysInTheMiddle) {
    design.figure.max_height = pt(60);
    const Composed body = composed("## a\n\n![Arm.](arm)\n");
    const PlacedPicture picture = all_of<PlacedPicture>(body.piece(1).content.items).at(0);
    EXPECT_EQ(picture.box.size.height, pt(60));
    EXPECT_EQ(picture.box.size.width, pt(120));
    EXPECT_NEAR((picture.box.left() + picture.box.right()).to_points(), design.page.measure().to_points(),
                0.001);
}

TEST_F(Compose, AFigureStaysInItsPlaceWhereTheLayoutSaysSo) {
    design.figure.may_move = false;
    EXPECT_FALSE(composed("## a\n\n![Arm.](arm)\n").piece(1).movable);
}

TEST_F(Compose, AMentionOfAFootnoteIsKnownToItsLine) {
    const Composed body = composed("## a\n\nb\\\nc[^n]\\\nd\n\n[^n]: Noot.\n");
    EXPECT_THAT(body.piece(1).content.footnotes, IsEmpty());
    EXPECT_THAT(body.piece(2).content.footnotes, ElementsAre(0U));
    EXPECT_THAT(body.piece(3).content.footnotes, IsEmpty());
    ASSERT_THAT(body.galleys.footnotes, SizeIs(1));
    EXPECT_EQ(words_of(body.galleys.footnotes[0].pieces.at(0).content.items, body.document), "1Noot.");
}

TEST_F(Compose, DestinationsAndRunningHeadsMarkTheFirstPieceOfTheirBlock) {
    const Composed body = composed("## Arm {#arm}\n\nTekst.\n");
    ASSERT_THAT(body.piece(0).landmarks, SizeIs(1));
    EXPECT_THAT(body.piece(0).landmarks[0].destinations, ElementsAre("arm"));
    EXPECT_EQ(body.piece(0).landmarks[0].running_head, "Arm");
    EXPECT_EQ(body.piece(0).landmarks[0].tab, 0U);
    EXPECT_THAT(body.piece(1).landmarks, IsEmpty());
}

TEST_F(Compose, EveryItemOfTheFlowBelongsToALeafOrIsAnArtifactOnPurpose) {
    const Composed body = composed(
        "## a\n\n> [!WARNING]\n> b\n\n![Arm.](arm \"c\")\n\n| d | e |\n| - | - |\n| f | g |\n\n- h\n");
    for (const Piece& piece : body.flow().pieces) {
        for (const Item& item : piece.content.items) {
            if (!std::holds_alternative<GlyphRun>(item.content)) continue;
            EXPECT_TRUE(std::holds_alternative<style::LeafId>(item.belongs)) << body.words(piece);
        }
    }
}

TEST_F(Compose, AWordThatHadToBePartedIsReportedAtItsPlace) {
    composed("## a\n\nx\n\n" + std::string(100, 'W') + "\n");
    const auto found = sink.sorted();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].code, "word-cut");
    EXPECT_EQ(found[0].severity, diag::Severity::warning);
    EXPECT_EQ(found[0].place.file, "content/proef/nl.md");
    EXPECT_EQ(found[0].place.line, 11U);
}

TEST_F(Compose, NothingIsReportedOfAnOrdinaryBody) {
    composed("## a\n\n" + dutch_text + "\n\n> [!NOTE]\n> " + dutch_text + "\n\n- " + dutch_text + "\n");
    EXPECT_THAT(reports(), IsEmpty());
}

}  // namespace
}  // namespace brochure::layout
