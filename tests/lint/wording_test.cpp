// Doubled words, spelling variants, capitals.
#include "text_rules.hpp"

namespace brochure::lint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class DoubledWord : public TextRuleTest {};

TEST_F(DoubledWord, IsTold) {
    EXPECT_THAT(told("word-doubled", "Dit is de de arts.\n"), ElementsAre("The word “de” stands twice."));
}

TEST_F(DoubledWord, IsToldAtASentencesBeginAndOverALinesEnd) {
    EXPECT_THAT(told("word-doubled", "De de arts komt met\nmet u praten.\n"), SizeIs(2));
}

TEST_F(DoubledWord, IsFineOverAFullStopOrInAGoodSentence) {
    EXPECT_THAT(told("word-doubled", "Vraag het. Het kan. Ik denk dat dat kan, als u u zorgen maakt.\n"),
                IsEmpty());
}

TEST_F(DoubledWord, IsFineInNamesFiguresAndForeignWords) {
    EXPECT_THAT(told("word-doubled", "Uit Baden Baden, 10 10 keer, [very very]{lang=en} ver.\n"), IsEmpty());
}

class SpellingVariant : public TextRuleTest {};

TEST_F(SpellingVariant, WithALetterLessIsTold) {
    EXPECT_THAT(told("spelling-varies", "Het ruggenmerg. Uw ruggenmerg. Bij ruggemerg.\n"),
                ElementsAre("“ruggemerg” stands here once, and “ruggenmerg” elsewhere 2 times."));
}

TEST_F(SpellingVariant, IsToldWhateverTheCapitals) {
    EXPECT_THAT(told("spelling-varies", "Ruggenmerg. Bij ruggemerg.\n"),
                ElementsAre("“ruggemerg” stands here once, and “ruggenmerg” elsewhere once."));
}

TEST_F(SpellingVariant, WithTwoLettersSwappedIsTold) {
    EXPECT_THAT(told("spelling-varies", "Hormoontherapie, hormoontherapie en hormonotherapie.\n"), SizeIs(1));
}

TEST_F(SpellingVariant, WithALetterThatSoundsAlikeIsTold) {
    EXPECT_THAT(told("spelling-varies", "Insecten, insecten en insekten.\n"),
                ElementsAre("“insekten” stands here once, and “insecten” elsewhere 2 times."));
}

TEST_F(SpellingVariant, IsNoInflection) {
    EXPECT_THAT(
        told("spelling-varies",
             "Een behandeling, uw behandelingen. Een aangetast bot, het aangetaste bot. Een operatie, "
             "operaties. De metastase, metastases, metastasen. Het onderzoek onderzoekt.\n"),
        IsEmpty());
}

TEST_F(SpellingVariant, IsNoOtherWord) {
    EXPECT_THAT(told("spelling-varies",
                     "Gebroken, gebraken. Verminderen, verhinderen. Vertragen, verdragen. "
                     "Symptomatisch, asymptomatisch. Besproken, bespraken.\n"),
                IsEmpty());
}

TEST_F(SpellingVariant, IsNoShortWord) {
    EXPECT_THAT(told("spelling-varies", "Een wervel, een wevel.\n"), IsEmpty());
}

TEST_F(SpellingVariant, ThatOccursTwiceIsMeant) {
    EXPECT_THAT(told("spelling-varies", "Ruggenmerg, ruggenmerg, ruggemerg, ruggemerg.\n"), IsEmpty());
}

class Capitals : public TextRuleTest {};

TEST_F(Capitals, OfFiveLettersAreToldOnceAWord) {
    EXPECT_THAT(told("word-in-capitals", "Dit is NOODZAKELIJK. Echt NOODZAKELIJK.\n"),
                ElementsAre("“NOODZAKELIJK” is written in capitals, which are hard to read."));
}

TEST_F(Capitals, OfAbbreviationsAndInSmallWordsAreFine) {
    EXPECT_THAT(told("word-in-capitals", "Een TRUS, een MRI-scan en PSA in Nederland. [NASDAQ]{lang=en}\n"),
                IsEmpty());
}

}  // namespace
}  // namespace brochure::lint
