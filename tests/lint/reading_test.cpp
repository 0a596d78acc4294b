// Sentences, paragraphs, averages.
#include "lint/passages.hpp"
#include "lint/readability.hpp"
#include "text_rules.hpp"

namespace brochure::lint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

document::Language dutch() {
    document::Language language;
    language.tag = "nl";
    language.locale = "nl_NL";
    language.elisions = {"’s", "’t"};
    return language;
}

std::vector<std::string> sentence_texts(std::string_view text) {
    std::vector<std::string> texts;
    for (const Sentence& sentence : sentences_of(text, dutch())) texts.emplace_back(sentence.range.of(text));
    return texts;
}

std::vector<std::string> word_texts(std::string_view text) {
    std::vector<std::string> texts;
    for (const TextRange word : words_of(text, "nl")) texts.emplace_back(word.of(text));
    return texts;
}

TEST(Words, WithHyphensOrSlashesAreOne) {
    EXPECT_THAT(word_texts("een CT-scan van 3 mmol/l, of www.delinde.example."),
                ElementsAre("een", "CT-scan", "van", "3", "mmol/l", "of", "www.delinde.example"));
}

TEST(Words, OnBothSidesOfADashAreTwo) {
    EXPECT_THAT(word_texts("pijn—of niet"), ElementsAre("pijn", "of", "niet"));
}

TEST(Sentences, EndAtAFullStopAndAtAQuestionMark) {
    EXPECT_THAT(sentence_texts("Heeft u pijn? Bel ons. Wij helpen."),
                ElementsAre("Heeft u pijn?", "Bel ons.", "Wij helpen."));
}

TEST(Sentences, GoOnBehindAnAbbreviation) {
    EXPECT_THAT(sentence_texts("Eet bijv. een appel."), ElementsAre("Eet bijv. een appel."));
}

TEST(Sentences, BeginWithAnElision) {
    EXPECT_THAT(sentence_texts("De pijn komt en gaat. ’s Nachts is de pijn erger."),
                ElementsAre("De pijn komt en gaat.", "’s Nachts is de pijn erger."));
}

TEST(Sentences, AreEndedAlsoBehindABracketAndNotInAListsItem) {
    EXPECT_TRUE(sentences_of("(Dit kan ook.)", dutch()).at(0).ended);
    EXPECT_FALSE(sentences_of("de ribben", dutch()).at(0).ended);
}

class LongSentences : public TextRuleTest {};

TEST_F(LongSentences, AreShownWithTheirFirstWordsAndTheirLength) {
    EXPECT_THAT(told("sentence-long", "Kort. " + some_words(21) + "."),
                ElementsAre("The sentence “De arts kijkt naar uw been …” has 21 words."));
}

TEST_F(LongSentences, AreNotThoseOfTwentyWords) {
    EXPECT_THAT(told("sentence-long", some_words(20) + ".\n\n- " + some_words(20) + "\n"), IsEmpty());
}

TEST_F(LongSentences, AreFoundInListsCallOutsNotesAndKeyMessages) {
    const std::string sentence = some_words(21) + ".";
    EXPECT_THAT(told("sentence-long", "- " + sentence + "\n\n> [!TIP]\n> " + sentence +
                                          "\n\nNoot.[^n]\n\n[^n]: " + sentence + "\n"),
                SizeIs(3));
    EXPECT_THAT(told("sentence-long",
                     test::SmallBrochure{"## Kop\n\nKort.\n", "key_messages = [\"" + sentence + "\"]"}),
                SizeIs(1));
}

TEST_F(LongSentences, AreNamedAtTheirPlace) {
    const document::Document document =
        test::read_brochure("## Kop\n\nKort. " + some_words(21) + ".\n").document;
    const auto found = diagnostics(document);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].place.file, "content/proef/nl.md");
    EXPECT_EQ(found[0].place.column, 7U);
}

TEST_F(LongSentences, AreNoAlternativeTexts) {
    EXPECT_THAT(told("sentence-long", "![" + some_words(30) + ".](arm \"Een arm.\")\n"), IsEmpty());
}

class LongParagraphs : public TextRuleTest {};

TEST_F(LongParagraphs, HaveMoreThanEightyWords) {
    std::string sentences;
    for (int i = 0; i < 9; ++i) sentences += some_words(9) + ". ";
    EXPECT_THAT(told("paragraph-long", sentences),
                ElementsAre("The paragraph “De arts kijkt naar uw been …” has 81 words."));
}

TEST_F(LongParagraphs, AreNotThoseOfEightyWords) {
    std::string sentences;
    for (int i = 0; i < 8; ++i) sentences += some_words(10) + ". ";
    EXPECT_THAT(told("paragraph-long", sentences), IsEmpty());
}

class AverageSentence : public TextRuleTest {
  protected:
    static std::string sentences(std::size_t count, std::size_t words) {
        std::string text;
        for (std::size_t i = 0; i < count; ++i) text += some_words(words) + ".\n\n";
        return text;
    }
};

TEST_F(AverageSentence, OfMoreThanFifteenWordsIsToldOnce) {
    EXPECT_THAT(told("sentences-long", sentences(40, 17)),
                ElementsAre("The brochure's sentences have 16.7 words on average."));
}

TEST_F(AverageSentence, OfFourteenWordsIsFine) {
    EXPECT_THAT(told("sentences-long", sentences(40, 14)), IsEmpty());
}

TEST_F(AverageSentence, OfAFewSentencesSaysNothing) {
    EXPECT_THAT(told("sentences-long", sentences(3, 18)), IsEmpty());
}

TEST_F(AverageSentence, DoesNotCountTheItemsOfLists) {
    std::string text = sentences(40, 17);
    for (int i = 0; i < 40; ++i) text += "- de arts\n";
    EXPECT_THAT(told("sentences-long", text), SizeIs(1));
}

class Readability : public TextRuleTest {};

TEST_F(Readability, OfLongWordsIsToldOnceAndCalledAHint) {
    std::string text;
    for (int i = 0; i < 12; ++i) {
        text +=
            "De gespecialiseerde verpleegkundige organiseert voorafgaande laboratoriumonderzoeken en "
            "uitgebreide voorlichtingsbijeenkomsten.\n\n";
    }
    const auto messages = told("readability-low", text);
    ASSERT_THAT(messages, SizeIs(1));
    EXPECT_THAT(messages[0], testing::HasSubstr("Flesch-Douma"));
    EXPECT_THAT(messages[0], testing::HasSubstr("no more than a hint"));
}

TEST_F(Readability, OfPlainWordsIsFine) {
    std::string text;
    for (int i = 0; i < 12; ++i) text += "De arts kijkt naar uw been en vraagt waar het pijn doet.\n\n";
    EXPECT_THAT(told("readability-low", text), IsEmpty());
}

TEST_F(Readability, OfALanguageWithoutFormulaIsNotTold) {
    std::string text = "## Kop\n\n";
    for (int i = 0; i < 12; ++i)
        text += "Voorafgaande laboratoriumonderzoeken voorlichtingsbijeenkomsten.\n\n";
    document::Document document = test::read_brochure(text).document;
    document.language.tag = "tr";
    EXPECT_THAT(told("readability-low", document), IsEmpty());
}

TEST(Syllables, OfDutchWords) {
    const std::vector<std::pair<std::string, std::size_t>> known{{"bot", 1},
                                                                 {"arts", 1},
                                                                 {"pijn", 1},
                                                                 {"botten", 2},
                                                                 {"uw", 1},
                                                                 {"bestraling", 3},
                                                                 {"ruggenmerg", 3},
                                                                 {"operatie", 4},
                                                                 {"uitzaaiingen", 4},
                                                                 {"patiënt", 3},
                                                                 {"radioactief", 5},
                                                                 {"beenmerg", 2},
                                                                 {"hypercalciëmie", 6},
                                                                 {"chemotherapie", 5},
                                                                 {"reageert", 3},
                                                                 {"geïnfecteerd", 4},
                                                                 {"bloeduitslag", 3},
                                                                 {"geeuwen", 2},
                                                                 {"koeien", 2},
                                                                 {"ziekenhuis", 3}};
    for (const auto& [word, count] : known) EXPECT_EQ(syllables(word, "nl"), count) << word;
}

TEST(Syllables, OfEnglishWords) {
    const std::vector<std::pair<std::string, std::size_t>> known{
        {"bone", 1},   {"bones", 1},     {"cancer", 2},       {"treatment", 2}, {"metastasis", 4},
        {"table", 2},  {"operation", 4}, {"radiotherapy", 6}, {"called", 1},    {"needed", 2},
        {"doctor", 2}, {"medicine", 3},  {"the", 1},          {"pressure", 2},  {"nurse", 1},
        {"nurses", 2}, {"special", 2},   {"you", 1}};
    for (const auto& [word, count] : known) EXPECT_EQ(syllables(word, "en"), count) << word;
}

TEST(Syllables, OfAnAbbreviationAreItsLetters) {
    EXPECT_EQ(syllables("MRI", "nl"), 3U);
    EXPECT_EQ(syllables("CT", "en"), 2U);
}

TEST(Syllables, OfOtherLanguagesAreNotKnown) { EXPECT_EQ(syllables("hastane", "tr"), std::nullopt); }

TEST(ReadabilityScore, FollowsTheFormulas) {
    EXPECT_NEAR(readability_score({10, 100, 150}, "nl")->value, 206.84 - 0.77 * 150 - 0.93 * 10, 1e-9);
    EXPECT_NEAR(readability_score({10, 100, 150}, "en")->value, 206.835 - 84.6 * 1.5 - 1.015 * 10, 1e-9);
}

TEST(ReadabilityScore, OfNothingIsNothing) {
    EXPECT_FALSE(readability_score({0, 0, 0}, "nl"));
    EXPECT_FALSE(readability_score({10, 100, 150}, "tr"));
}

}  // namespace
}  // namespace brochure::lint
