// Lists, call-outs, quotations, figures: how they nest, what stands in them, how they are read.
#include <gmock/gmock.h>

#include "styling.hpp"

namespace brochure::style {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Lists : public StyleTest {};

TEST_F(Lists, AnItemIsAMarkerAndABody) {
    const StyledDocument document = body("## Doen\n\n- Wassen.\n- Drogen.\n");
    EXPECT_THAT(
        lines_of(document, document.parts.at(0).flow),
        ElementsAre("Doen", design.list.markers.at(0) + " Wassen.", design.list.markers.at(0) + " Drogen."));
    const std::string marker = design.list.markers.at(0);
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Doen\"\n"
              "  L [numbering=disc]\n"
              "    LI\n"
              "      Lbl \"" +
                  marker +
                  "\"\n"
                  "      LBody\n"
                  "        P \"Wassen.\"\n"
                  "    LI\n"
                  "      Lbl \"" +
                  marker +
                  "\"\n"
                  "      LBody\n"
                  "        P \"Drogen.\"\n");
}

TEST_F(Lists, AListInsideAnItemHasTheNextMarkerAndStandsInTheItemsBody) {
    design.list.markers = {"*", "+"};
    const StyledDocument document = body("## Doen\n\n- Wassen.\n  - Handen.\n    - Duim.\n- Drogen.\n");
    EXPECT_THAT(lines_of(document, document.parts.at(0).flow),
                ElementsAre("Doen", "* Wassen.", "+ Handen.", "+ Duim.", "* Drogen."));
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Doen\"\n"
              "  L [numbering=disc]\n"
              "    LI\n"
              "      Lbl \"*\"\n"
              "      LBody\n"
              "        P \"Wassen.\"\n"
              "        L [numbering=disc]\n"
              "          LI\n"
              "            Lbl \"+\"\n"
              "            LBody\n"
              "              P \"Handen.\"\n"
              "              L [numbering=disc]\n"
              "                LI\n"
              "                  Lbl \"+\"\n"
              "                  LBody\n"
              "                    P \"Duim.\"\n"
              "    LI\n"
              "      Lbl \"*\"\n"
              "      LBody\n"
              "        P \"Drogen.\"\n");
}

TEST_F(Lists, ANumberedListCountsFromTheAuthorsFirstNumber) {
    const StyledDocument document = body("## Doen\n\n3. Wassen.\n4. Drogen.\n");
    EXPECT_THAT(lines_of(document, document.parts.at(0).flow),
                ElementsAre("Doen", "3. Wassen.", "4. Drogen."));
    const auto& kids =
        document.structure[std::get<NodeId>(document.structure[document.structure.root()].kids.at(0))].kids;
    EXPECT_EQ(document.structure[std::get<NodeId>(kids.at(1))].numbering, ListNumbering::decimal);
}

TEST_F(Lists, LaterParagraphsOfAnItemStandUnderItsFirst) {
    const StyledDocument document = body("## Doen\n\n- Wassen.\n\n  Ook ’s nachts.\n\n- Drogen.\n");
    const Group& list = std::get<Group>(document.parts.at(0).flow.at(1).content);
    ASSERT_THAT(list.blocks, SizeIs(2));
    const Group& item = std::get<Group>(list.blocks.at(0).content);
    ASSERT_THAT(item.blocks, SizeIs(2));
    const HangId hang = std::get<TextBlock>(item.blocks.at(0).content).hang;
    EXPECT_EQ(document.hangs[hang].least, design.list.hang);
    EXPECT_EQ(std::get<Group>(item.blocks.at(1).content).hang, hang);
}

TEST_F(Lists, ItemsOfATightListStandCloseAndThoseOfALooseOneApart) {
    design.list.between = Length::points(1);
    const StyledDocument document = body("## Doen\n\n- a\n- b\n\nTekst.\n\n- a\n\n- b\n");
    const auto& flow = document.parts.at(0).flow;
    EXPECT_EQ(std::get<Group>(flow.at(1).content).blocks.at(1).space_before, Length::points(1));
    EXPECT_EQ(std::get<Group>(flow.at(3).content).blocks.at(1).space_before, design.paragraph.after);
}

TEST_F(Lists, AnItemThatOpensWithAListKeepsItsOwnMarker) {
    design.list.markers = {"*", "+"};
    const StyledDocument document = body("## Doen\n\n- - Handen.\n");
    EXPECT_THAT(lines_of(document, document.parts.at(0).flow), ElementsAre("Doen", "* ", "+ Handen."));
}

TEST_F(Lists, AnItemMayHaveABoxToTickWhoseMeaningIsSaidInWords) {
    design.parts = {design::PartKind::body};
    test::ReadBrochure read = test::read_brochure("## Doen\n\n- [ ] Pas mee.\n- [x] **Gebeld**\n- Rest\n");
    read.document.language.labels["box"] = "vakje";
    read.document.language.labels["box_ticked"] = "vol vakje";
    const StyledDocument document = style_document(read.document, design, read.pictures, pages, sink);
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Doen\"\n"
              "  L [numbering=square]\n"
              "    LI\n"
              "      Lbl [alt=“vakje”] \"\u2610\"\n"
              "      LBody\n"
              "        P \"Pas mee.\"\n"
              "    LI\n"
              "      Lbl [alt=“vol vakje”] \"\u2611\"\n"
              "      LBody\n"
              "        P \"Gebeld\"\n"
              "    LI\n"
              "      Lbl \"" +
                  design.list.markers.at(0) +
                  "\"\n"
                  "      LBody\n"
                  "        P \"Rest\"\n");
}

TEST_F(Lists, AListATableOrAQuotationStandsBelowAHeadingAsAParagraphDoes) {
    design.list.space.before = design.table.space.before = design.quote.space.before = Length::points(30);
    const StyledDocument document =
        body("## Doen\n\n- a\n\n### Weten\n\n| b | c |\n| - | - |\n| d | e |\n\n### Zeggen\n\n> f\n\n- g\n");
    const auto& flow = document.parts.at(0).flow;
    ASSERT_THAT(flow, SizeIs(7));
    for (const std::size_t below : {1U, 3U, 5U})
        EXPECT_EQ(flow.at(below).space_before, design.paragraph.before) << below;
    EXPECT_EQ(flow.at(6).space_before, Length::points(30)) << "what stands below no heading";
}

TEST_F(Lists, AnAnnouncementStaysWithItsList) {
    const StyledDocument document = body("## Doen\n\nNeem mee:\n\n- zalf\n- verband\n");
    EXPECT_TRUE(document.parts.at(0).flow.at(1).keep_with_next);
}

class CallOuts : public StyleTest {};

TEST_F(CallOuts, AWarningIsTitledTellsWhomToRingAndIsReadAsOne) {
    const StyledDocument document = body("## Pijn\n\n> [!WARNING] Bel direct\n> U heeft koorts.\n");
    const Group& warning = std::get<Group>(document.parts.at(0).flow.at(1).content);
    EXPECT_THAT(lines_of(document, warning.blocks),
                ElementsAre("Bel direct", "U heeft koorts.", "Bel 012 345 67 89, dag en nacht"));
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Pijn\"\n"
              "  Div\n"
              "    P \"Bel direct\"\n"
              "    P \"U heeft koorts.\"\n"
              "    P\n"
              "      \"Bel \"\n"
              "      Link \"012 345 67 89\"\n"
              "      \", dag en nacht\"\n");
}

TEST_F(CallOuts, ThePhoneNumberCanBeDialledAndHoldsTogether) {
    const StyledDocument document = body("## Pijn\n\n> [!WARNING]\n> U heeft koorts.\n");
    const StyledParagraph& line = paragraph_with(document, "Bel 012");
    EXPECT_EQ(line.links.at(0).address, "tel:0123456789");
    EXPECT_EQ(line.links.at(0).description, "Bel 012 345 67 89");
    EXPECT_EQ(with_ties(line), "Bel 012~345~67~89, dag en nacht");
}

TEST_F(CallOuts, OneWithoutTitleBearsTheNameOfItsKind) {
    const StyledDocument document = body("## Pijn\n\n> [!NOTE]\n> Rust helpt.\n\n> [!CAUTION]\n> Heet.\n");
    const auto& flow = document.parts.at(0).flow;
    EXPECT_THAT(lines_of(document, std::get<Group>(flow.at(1).content).blocks),
                ElementsAre("note", "Rust helpt."));
    EXPECT_THAT(lines_of(document, std::get<Group>(flow.at(2).content).blocks),
                ElementsAre("caution", "Heet."));
}

TEST_F(CallOuts, HaveTheirKindsGroundAndStayTogether) {
    const StyledDocument document = body("## Pijn\n\n> [!WARNING]\n> U heeft koorts.\n");
    const Group& warning = std::get<Group>(document.parts.at(0).flow.at(1).content);
    const design::CallOutStyle& style = design.call_outs.at(document::CallOutKind::warning);
    ASSERT_TRUE(warning.decoration.has_value());
    EXPECT_EQ(warning.decoration->ground, style.ground);
    EXPECT_EQ(warning.decoration->bar, style.bar);
    EXPECT_EQ(warning.decoration->padding_start, style.padding_start);
    EXPECT_TRUE(warning.keep_together);
}

TEST_F(CallOuts, TheSignOfTheLayoutStandsBeforeTheTitle) {
    design.call_outs.at(document::CallOutKind::warning).marker = "!";
    const StyledDocument document = body("## Pijn\n\n> [!WARNING] Koorts\n> Bel.\n");
    const Group& warning = std::get<Group>(document.parts.at(0).flow.at(1).content);
    EXPECT_EQ(lines_of(document, warning.blocks).front(), "! Koorts");
}

TEST_F(CallOuts, HoldListsThatBeginAgainAtTheFirstMarker) {
    design.list.markers = {"*", "+"};
    const StyledDocument document = body("## Pijn\n\n> [!NOTE] Let op\n> - Rust.\n> - Slaap.\n");
    const Group& note = std::get<Group>(document.parts.at(0).flow.at(1).content);
    EXPECT_THAT(lines_of(document, note.blocks), ElementsAre("Let op", "* Rust.", "* Slaap."));
}

TEST_F(CallOuts, AQuotationIsABlockQuote) {
    const StyledDocument document = body("## Pijn\n\n> Het hielp mij.\n");
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Pijn\"\n"
              "  BlockQuote\n"
              "    P \"Het hielp mij.\"\n");
}

class Figures : public StyleTest {};

TEST_F(Figures, AreNumberedInTheOrderOfTheText) {
    const StyledDocument document =
        body("## Arm\n\n![Een arm.](arm \"Bij de *pols*.\")\n\nTekst.\n\n![Een cirkel.](cover \"Rond.\")\n");
    EXPECT_THAT(runs_of(paragraph_with(document, "pols")),
                ElementsAre("Afbeelding 1  | bold", "Bij de ", "pols | italic", "."));
    EXPECT_EQ(paragraph_with(document, "Rond").text, "Afbeelding 2 Rond.");
}

TEST_F(Figures, AreReadByTheirAlternativeTextAndCaption) {
    const StyledDocument document = body("## Arm\n\n![Een arm.](arm \"Bij de pols.\")\n");
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Arm\"\n"
              "  Figure [alt=“Een arm.”] (no words)\n"
              "  Caption \"Afbeelding 1 Bij de pols.\"\n");
}

TEST_F(Figures, OneWithoutCaptionStillBearsItsNumber) {
    const StyledDocument document = body("## Arm\n\n![Een arm.](arm)\n");
    EXPECT_EQ(paragraph_with(document, "Afbeelding").text, "Afbeelding 1");
}

TEST_F(Figures, BearNoNumberWhereTheLayoutWantsNone) {
    design.figure.numbered = false;
    const StyledDocument document = body("## Arm\n\n![Een arm.](arm \"Pols.\")\n\n![Rond.](cover)\n");
    EXPECT_EQ(paragraph_with(document, "Pols").text, "Pols.");
    EXPECT_THAT(document.parts.at(0).flow, SizeIs(3));
    EXPECT_EQ(std::get<FigureBlock>(document.parts.at(0).flow.at(2).content).caption, std::nullopt);
}

TEST_F(Figures, StandWhereTheirImageSaysIfTheLayoutHasRoomThere) {
    using design::FigurePlacement;
    design.parts = {design::PartKind::body};
    test::ReadBrochure read = test::read_brochure("## Arm\n\n![Een arm.](arm)\n\nTekst.\n");
    const auto placed = [&](std::optional<FigurePlacement> wanted) {
        read.document.images.at(1).placement = wanted;
        const StyledDocument document = style_document(read.document, design, read.pictures, pages, sink);
        return std::get<FigureBlock>(document.parts.at(0).flow.at(1).content).placement;
    };
    design.figure.placement = FigurePlacement::full;
    design.margin_column.width = Length::points(90);
    EXPECT_EQ(placed(std::nullopt), FigurePlacement::full);
    EXPECT_EQ(placed(FigurePlacement::here), FigurePlacement::here);
    EXPECT_EQ(placed(FigurePlacement::beside), FigurePlacement::beside);
    EXPECT_EQ(placed(FigurePlacement::margin), FigurePlacement::margin);
    design.margin_column.width = Length{};
    design.pictogram.shown = true;
    EXPECT_EQ(placed(FigurePlacement::margin), FigurePlacement::full);
    EXPECT_EQ(placed(FigurePlacement::beside), FigurePlacement::full) << "its column is taken by pictograms";
}

TEST_F(Figures, APictureThatCouldNotBeReadLeavesNoTrace) {
    design.parts = {design::PartKind::body};
    test::ReadBrochure read = test::read_brochure("## Arm\n\n![Een arm.](arm \"Pols.\")\n\nTekst.\n");
    read.pictures.erase("arm");
    const StyledDocument document = style_document(read.document, design, read.pictures, pages, sink);
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Arm\"\n"
              "  P \"Tekst.\"\n");
    EXPECT_THAT(reports(), IsEmpty());
}

}  // namespace
}  // namespace brochure::style
