// Paragraphs: spans become runs, what means something to a reader becomes a node, leaves follow the words.
#include <gmock/gmock.h>

#include "styling.hpp"

namespace brochure::style {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Paragraphs : public StyleTest {};

TEST_F(Paragraphs, PlainTextIsOneRunWithOneLeaf) {
    const StyledDocument document = body("## Zalf\n\nSmeer dun.\n");
    EXPECT_THAT(runs_of(paragraph_with(document, "Smeer")), ElementsAre("Smeer dun."));
    EXPECT_EQ(structure_dump(document),
              "Document [lang=nl]\n"
              "  Sect\n"
              "    H2 \"Zalf\"\n"
              "    P \"Smeer dun.\"\n");
}

TEST_F(Paragraphs, StrongIsBoldEmphasisItalicAndNeitherANodeOfItsOwn) {
    const StyledDocument document = body("## Zalf\n\nSmeer **dun** en *vaak*.\n");
    EXPECT_THAT(runs_of(paragraph_with(document, "Smeer")),
                ElementsAre("Smeer ", "dun | bold", " en ", "vaak | italic", "."));
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Zalf\"\n"
              "  P \"Smeer dun en vaak.\"\n");
}

TEST_F(Paragraphs, EmphasisIsBoldWhereTheStyleSparesItsReadersItalics) {
    design.texts.at("body").italics = false;
    const StyledDocument document = body("## Zalf\n\nSmeer *vaak*.\n");
    EXPECT_THAT(runs_of(paragraph_with(document, "Smeer")), ElementsAre("Smeer ", "vaak | bold", "."));
}

TEST_F(Paragraphs, WhatUnicodeHasNoSmallFormOfIsSetSmallAndAFigureInItIsHeardApart) {
    const StyledDocument document = body("## Zalf\n\nDe C~max~ en 10^2x^ of ١٠^٣^ keer.\n");
    const StyledParagraph& paragraph = paragraph_with(document, "De C");
    EXPECT_THAT(runs_of(paragraph),
                ElementsAre("De C", "max", " en 10²", "x | raised", " of ١٠", "٣ | raised", " keer."));
    EXPECT_LT(paragraph.runs.at(1).style.rise, Length{});
    EXPECT_LT(paragraph.runs.at(1).style.size, design.body->size);
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Zalf\"\n"
              "  P\n"
              "    \"De Cmax en 10²x of ١٠\"\n"
              "    Span [actual=“^٣”] \"٣\"\n"
              "    \" keer.\"\n");
}

TEST_F(Paragraphs, SpansInsideSpansKeepBothMeanings) {
    const StyledDocument document = body("## Zalf\n\n**Lees [op *de* site](https://x.example/) meer** nu.\n");
    EXPECT_THAT(runs_of(paragraph_with(document, "Lees")),
                ElementsAre("Lees  | bold", "op  | bold → https://x.example/",
                            "de | bold italic → https://x.example/", " site | bold → https://x.example/",
                            " meer | bold", " nu."));
}

TEST_F(Paragraphs, ALinkIsANodeBetweenTheLeavesOfItsParagraph) {
    const StyledDocument document = body("## Zalf\n\nLees [de site](https://x.example/) en *smeer*.\n");
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Zalf\"\n"
              "  P\n"
              "    \"Lees \"\n"
              "    Link \"de site\"\n"
              "    \" en smeer.\"\n");
    const LinkTarget& target = paragraph_with(document, "Lees").links.at(0);
    EXPECT_EQ(document.structure[target.node].role, Role::link);
    EXPECT_EQ(target.description, "de site");
}

TEST_F(Paragraphs, ACrossReferencePrintsThePageWhereItsHeadingStands) {
    pages = {{"zalf", "7"}};
    const StyledDocument document = body("## Zalf {#zalf}\n\nLees over [de zalf](#zalf), of vraag.\n");
    EXPECT_THAT(runs_of(paragraph_with(document, "Lees")),
                ElementsAre("Lees over ", "de zalf (bladzijde 7) | → #zalf", ", of vraag."));
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Zalf\"\n"
              "  P\n"
              "    \"Lees over \"\n"
              "    Reference\n"
              "      Link \"de zalf (bladzijde 7)\"\n"
              "    \", of vraag.\"\n");
    EXPECT_EQ(paragraph_with(document, "Lees").links.at(0).description, "de zalf, bladzijde 7");
}

TEST_F(Paragraphs, ThePageOfACrossReferenceIsTiedToItsWord) {
    pages = {{"zalf", "7"}};
    const StyledDocument document = body("## Zalf {#zalf}\n\nLees over [de zalf](#zalf).\n");
    EXPECT_EQ(with_ties(paragraph_with(document, "Lees")), "Lees over de zalf (bladzijde~7).");
}

TEST_F(Paragraphs, APageNotYetKnownTakesTheRoomOfTwoFigures) {
    const StyledDocument document = body("## Zalf {#zalf}\n\nLees over [de zalf](#zalf).\n");
    EXPECT_EQ(paragraph_with(document, "Lees").text, "Lees over de zalf (bladzijde 00).");
}

TEST_F(Paragraphs, ACrossReferenceIsPlainWordsWhereTheLayoutPrintsNoPages) {
    design.cross_reference.print_page = false;
    const StyledDocument document = body("## Zalf {#zalf}\n\nLees over [de *zalf*](#zalf).\n");
    EXPECT_THAT(runs_of(paragraph_with(document, "Lees")),
                ElementsAre("Lees over ", "de  | → #zalf", "zalf | italic → #zalf", "."));
}

TEST_F(Paragraphs, AFootnoteMarkIsRaisedAndTiedToItsWord) {
    const StyledDocument document = body("## Zalf\n\nSmeer dun[^a] en vaak.\n\n[^a]: Niet dik.\n");
    const StyledParagraph& paragraph = paragraph_with(document, "Smeer");
    EXPECT_THAT(runs_of(paragraph), ElementsAre("Smeer dun", "1 | raised → #footnote:1", " en vaak."));
    EXPECT_EQ(with_ties(paragraph), "Smeer dun~1 en vaak.");
    EXPECT_THAT(paragraph.footnotes_at, ElementsAre(9U));
    EXPECT_THAT(paragraph.footnotes, ElementsAre(0U));
    EXPECT_EQ(paragraph.runs.at(1).style.size, design.footnote.mark_size);
    EXPECT_EQ(paragraph.runs.at(1).style.rise, design.footnote.mark_rise);
}

TEST_F(Paragraphs, ANoteIsReadAfterTheBlockThatMentionsItFirst) {
    const StyledDocument document =
        body("## Zalf\n\nSmeer dun[^a].\n\nNog eens[^a] en[^b].\n\n[^a]: Niet dik.\n\n[^b]: Tweede.\n");
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Zalf\"\n"
              "  P\n"
              "    \"Smeer dun\"\n"
              "    Reference\n"
              "      Link \"1\"\n"
              "    \".\"\n"
              "  Note [id=footnote:1]\n"
              "    Lbl \"1\"\n"
              "    P \"Niet dik.\"\n"
              "  P\n"
              "    \"Nog eens\"\n"
              "    Reference\n"
              "      Link \"1\"\n"
              "    \" en\"\n"
              "    Reference\n"
              "      Link \"2\"\n"
              "    \".\"\n"
              "  Note [id=footnote:2]\n"
              "    Lbl \"2\"\n"
              "    P \"Tweede.\"\n");
    ASSERT_EQ(document.footnotes.size(), 2U);
    EXPECT_THAT(lines_of(document, document.footnotes[0].blocks), ElementsAre("1 Niet dik."));
    EXPECT_THAT(document.footnotes[1].blocks.at(0).destinations, ElementsAre("footnote:2"));
}

TEST_F(Paragraphs, ACitationIsTheNumbersOfItsSourcesEachALinkOfItsOwn) {
    const StyledDocument document = body("## Zalf\n\nDit staat vast [@folder; @boek].\n");
    const StyledParagraph& paragraph = paragraph_with(document, "vast");
    EXPECT_THAT(runs_of(paragraph),
                ElementsAre("Dit staat vast [", "2 | → #source:folder", ", ", "1 | → #source:boek", "]."));
    EXPECT_EQ(paragraph.links.at(0).description, "De folder");
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Zalf\"\n"
              "  P\n"
              "    \"Dit staat vast [\"\n"
              "    Reference\n"
              "      Link \"2\"\n"
              "    \", \"\n"
              "    Reference\n"
              "      Link \"1\"\n"
              "    \"].\"\n");
}

TEST_F(Paragraphs, ACitationIsTiedToTheWordBeforeItAndHoldsTogether) {
    const StyledDocument document = body("## Zalf\n\nDit staat vast [@boek] en blijft [@folder; @boek].\n");
    EXPECT_EQ(with_ties(paragraph_with(document, "vast")), "Dit staat vast~[1] en blijft~[2,~1].");
}

TEST_F(Paragraphs, WordsInAnotherLanguageAreASpanOfThatLanguage) {
    const StyledDocument document = body("## Zalf\n\nIn het Engels [a *thin* layer]{lang=en}, of zo.\n");
    EXPECT_THAT(runs_of(paragraph_with(document, "Engels")),
                ElementsAre("In het Engels ", "a  | en", "thin | italic en", " layer | en", ", of zo."));
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Zalf\"\n"
              "  P\n"
              "    \"In het Engels \"\n"
              "    Span [lang=en] \"a thin layer\"\n"
              "    \", of zo.\"\n");
}

TEST_F(Paragraphs, AHardBreakStaysInTheText) {
    const StyledDocument document = body("## Zalf\n\nSmeer dun,\\\nelke dag.\n");
    EXPECT_THAT(runs_of(paragraph_with(document, "Smeer")), ElementsAre("Smeer dun,\u2028elke dag."));
}

TEST_F(Paragraphs, ThePlaceOfAWordIsThatOfTheFile) {
    const StyledDocument document = body("## Zalf\n\nSmeer **dun**\nen vaak.\n");
    const StyledParagraph& paragraph = paragraph_with(document, "Smeer");
    auto place_at = [&](std::string_view words) {
        const auto offset = static_cast<std::uint32_t>(paragraph.text.find(words));
        Place place;
        for (const document::SourceMark& mark : paragraph.source) {
            if (mark.offset <= offset) place = mark.place;
        }
        return place;
    };
    const Place start = place_at("Smeer");
    EXPECT_EQ(start.file, "content/proef/nl.md");
    EXPECT_EQ(place_at("dun").column, start.column + 8);
    EXPECT_EQ(place_at("en vaak").line, start.line + 1);
    EXPECT_EQ(place_at("en vaak").column, 1U);
}

TEST_F(Paragraphs, NothingIsReported) {
    body("## Zalf {#zalf}\n\nSmeer **dun** [a]{lang=en} [b](#zalf) [c](tel:112) [@boek].\n");
    EXPECT_THAT(reports(), IsEmpty());
}

}  // namespace
}  // namespace brochure::style
