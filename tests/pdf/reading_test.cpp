#include "pdf/font/reading.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/editions/write_screen.hpp"
#include "pdf/sample.hpp"
#include "pdf/tools.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

// Every way poppler has of reading a page.
class Extraction : public testing::TestWithParam<const char*> {
  protected:
    void SetUp() override { SKIP_WITHOUT("pdftotext"); }
    std::string text(const Sample& sample) const { return text_of(written(sample), GetParam()); }
};
INSTANTIATE_TEST_SUITE_P(Poppler, Extraction, testing::Values("", "-raw", "-layout"));

TEST_P(Extraction, WordBrokenAtALineEndIsWhole) {
    Sample sample;
    sample.paragraph("De behandeling met radio=therapie is voor veel mensen goed te doen.");
    EXPECT_THAT(text(sample), HasSubstr("De behandeling met radiotherapie\n"));
}

TEST_P(Extraction, PunctuationStaysWithTheBrokenWord) {
    Sample sample;
    sample.paragraph("Na de (radio=therapie), die kort duurt, mag u naar huis.");
    EXPECT_THAT(text(sample), HasSubstr("Na de (radiotherapie),"));
}

TEST_P(Extraction, WordBrokenTwiceIsWhole) {
    Sample sample;
    sample.paragraph("Het bestra=lings=schema krijgt u mee.");
    EXPECT_THAT(text(sample), HasSubstr("Het bestralingsschema\n"));
}

TEST_P(Extraction, WordBrokenAtAPageEndIsWholeAndReadOnce) {
    Sample sample;
    sample.paragraph("Aan het eind staat radio#therapie en dan gaat het door.");
    const std::string read = text(sample);
    EXPECT_THAT(read, HasSubstr("Aan het eind staat radiotherapie\n"));
    EXPECT_EQ(read.find("therapie"), read.rfind("therapie"));
}

TEST_P(Extraction, HyphenOfTheTextAtALineEndIsKept) {
    Sample sample;
    sample.paragraph("U krijgt eerst een CT-|scan van de rug.");
    EXPECT_THAT(text(sample), HasSubstr("U krijgt eerst een CT-scan\n"));
}

TEST_P(Extraction, HangingHyphenBeforeASpaceIsKept) {
    Sample sample;
    sample.paragraph("Een in- /of uitwendige bestraling.");
    EXPECT_THAT(text(sample), HasSubstr("Een in- of"));
}

TEST_P(Extraction, LigatureIsItsLetters) {
    Sample sample;
    sample.say("De officiële folder over fysiotherapie.");
    EXPECT_THAT(text(sample), HasSubstr("De officiële folder over fysiotherapie."));
}

TEST_P(Extraction, LettersWithSeveralMarksAreWhole) {
    Sample sample;
    sample.say("Een q\u0323\u0301 staat hier.");  // no font has it as one glyph
    EXPECT_THAT(text(sample), HasSubstr("Een q\u0323\u0301 staat hier."));
}

TEST_P(Extraction, LinesArePartedBySpaces) {
    Sample sample;
    sample.paragraph("Eerste regel /tweede regel.");
    std::string read = text(sample);
    std::replace(read.begin(), read.end(), '\n', ' ');
    EXPECT_THAT(read, HasSubstr("Eerste regel tweede regel."));
}

TEST(StructText, BrokenWordIsOneWord) {
    SKIP_WITHOUT("pdfinfo");
    Sample sample;
    sample.paragraph("De behandeling met radio=therapie, is goed te doen.");
    EXPECT_THAT(read_text_of(written(sample)), HasSubstr("\"radiotherapie,\"\n    \" is goed te doen.\""));
}

TEST_P(Extraction, MarkStaysWithTheBrokenWordBeforeIt) {
    Sample sample;
    sample.paragraph("Dat is een uit=zaaiing.^1 En verder.");
    EXPECT_THAT(text(sample), HasSubstr("Dat is een\nuitzaaiing.1"));
}

TEST_P(Extraction, MarkOnTheNextPageStaysWithTheBrokenWordBeforeIt) {
    Sample sample;
    sample.paragraph("Dat is een uit#zaaiing.^1 En verder.");
    const std::string read = text(sample);
    EXPECT_THAT(read, HasSubstr("uitzaaiing.1"));
    EXPECT_EQ(read.find("zaaiing"), read.rfind("zaaiing"));
    EXPECT_THAT(read, Not(HasSubstr("een uit")));
}

TEST_P(Extraction, BrokenWordStaysWithWhatOpensIt) {
    Sample sample;
    sample.paragraph("Dat heet (^uit=zaaiing) en meer.");
    EXPECT_THAT(text(sample), HasSubstr("Dat heet (uitzaaiing)\n"));
}

TEST_P(Extraction, AddressOverTwoPagesIsWhole) {
    Sample sample;
    sample.paragraph("Kijk op linde-|huis.example voor meer.");
    auto& items = sample.document.pages[0].items;
    page::Item second = std::move(items.back());
    items.pop_back();
    sample.add_page("2").items.push_back(std::move(second));
    EXPECT_THAT(text(sample), HasSubstr("Kijk op linde-huis.example\n"));
}

TEST(StructText, NoSpaceStandsBetweenABrokenWordAndItsMark) {
    SKIP_WITHOUT("pdfinfo");
    for (const std::string marked : {"Een uit=zaaiing.^1 En verder.", "Een uit#zaaiing.^1 En verder.",
                                     "Een uit-|zaaiing.^1 En verder."}) {
        Sample sample;
        sample.paragraph(marked);
        EXPECT_THAT(read_text_of(written(sample)), HasSubstr("zaaiing.\"\n")) << marked;
    }
}

TEST(StructText, BrokenWordBringsNoSpaceOfItsOwn) {
    SKIP_WITHOUT("pdfinfo");
    Sample sample;
    sample.paragraph("De radio=therapie is /goed.");
    EXPECT_THAT(read_text_of(written(sample)), HasSubstr("\"radiotherapie\"\n    \" is goed.\""));
}

TEST(StructText, AddressOverThreeLinesIsOneWord) {
    SKIP_WITHOUT("pdfinfo");
    Sample sample;
    sample.paragraph("Kijk op linde-|huis.example.|bot voor meer.");
    EXPECT_THAT(read_text_of(written(sample)), HasSubstr("\"linde-huis.example.bot\"\n    \" voor meer.\""));
}

TEST(StructText, WordOverTwoPagesIsOneWordReadOnce) {
    SKIP_WITHOUT("pdfinfo");
    Sample sample;
    sample.paragraph("Hier staat stereotactische#radiotherapie, en meer.");
    const std::string read = read_text_of(written(sample));
    EXPECT_THAT(read, HasSubstr("\"stereotactischeradiotherapie,\""));
    EXPECT_EQ(read.find("radiotherapie"), read.rfind("radiotherapie"));
}

TEST(StructText, SpaceAtALineEndIsRead) {
    SKIP_WITHOUT("pdfinfo");
    Sample sample;
    sample.paragraph("Eerste regel /tweede regel.");
    EXPECT_THAT(read_text_of(written(sample)), HasSubstr("\"Eerste regel tweede regel.\""));
}

TEST(Press, ABrokenWordHasNoUnseenGlyphWhereNothingIsMarked) {
    Sample sample;
    sample.paragraph("De radio=therapie is goed.");
    const Reading reading = read_pages(sample.document, sample.fonts);
    const auto& marks = reading.pages[0][1].marks;
    EXPECT_EQ(std::ranges::count_if(marks, is_only_a_place), 1);
    EXPECT_TRUE(is_only_a_place(marks.back()));
}

TEST(Mutool, ReadsEveryPageWithoutAWarning) {
    SKIP_WITHOUT("mutool");
    Sample sample;
    sample.paragraph("Een radio=therapie en een lang#durigebestralingsbehandeling, met een CT-|scan.");
    const std::string read = run_on(written(sample), "mutool draw -q -F text").text;
    EXPECT_THAT(read, Not(HasSubstr("warning: ignoring")));
    EXPECT_THAT(read, Not(HasSubstr("error")));
    EXPECT_THAT(read, HasSubstr("radio\u00AD\ntherapie"));
}

TEST(Reading, WordThatGlyphsDoNotSpellGetsActualText) {
    Sample sample;
    sample.say("Een q\u0323\u0301el hier.");
    const Reading reading = read_pages(sample.document, sample.fonts);
    ASSERT_EQ(reading.pages[0].size(), 3U);
    EXPECT_EQ(reading.pages[0][1].actual_text, "q\u0323\u0301el");
}

TEST(Reading, ConsecutiveItemsOfALeafAreOneSequence) {
    Sample sample;
    sample.paragraph("Eerste regel /tweede regel /derde regel.");
    const Reading reading = read_pages(sample.document, sample.fonts);
    ASSERT_EQ(reading.pages[0].size(), 1U);
    EXPECT_EQ(reading.pages[0][0].marks.size(), 3U);
}

TEST(Reading, ThinLineBetweenTheHalvesOfAWordDoesNotPartThem) {
    Sample sample;
    sample.paragraph("De radio=therapie is goed.");
    auto& items = sample.document.pages[0].items;
    items.insert(items.begin() + 1, {page::StrokedLine{}, page::Artifact::layout});
    const Reading reading = read_pages(sample.document, sample.fonts);
    EXPECT_EQ(reading.pages[0][1].actual_text, "radiotherapie");
    EXPECT_EQ(reading.pages[0][1].marks.size(), 3U);  // both halves and the space that closes them
}

TEST(Reading, GroundBetweenTheHalvesOfAWordIsNotPaintedOverThem) {
    Sample sample;
    sample.paragraph("De radio=therapie is goed.");
    auto& items = sample.document.pages[0].items;
    items.insert(items.begin() + 1, {page::FilledRect{}, page::Artifact::background});
    const Reading reading = read_pages(sample.document, sample.fonts);
    EXPECT_EQ(reading.pages[0][1].actual_text, "radiotherapie");
    EXPECT_EQ(reading.pages[0][3].actual_text, "");
}

TEST(Reading, SoftHyphenInsideALineIsNotRead) {
    SKIP_WITHOUT("pdftotext");
    Sample sample;
    sample.say("De bot\u00ADscan is klaar.");
    EXPECT_THAT(text_of(written(sample)), HasSubstr("De botscan is klaar."));
}

TEST(Reading, ArtifactsAreNotPartOfTheTree) {
    SKIP_WITHOUT("pdfinfo");
    Sample sample;
    sample.say("Tekst.");
    sample.say_in("Kopregel", page::Artifact::pagination_header);
    EXPECT_THAT(read_text_of(written(sample)), Not(HasSubstr("Kopregel")));
}

}  // namespace
}  // namespace brochure::pdf
