#include "support.hpp"

namespace brochure::text {
namespace {

// The word with its hyphenation points drawn in.
std::string hyphenated(std::string_view word, const document::Language& language = dutch()) {
    static Hyphenator hyphenator;  // one for all tests: opening a dictionary takes longer than they do
    return with_points(hyphenator, word, language);
}

TEST(Hyphenator, BreaksMedicalWordsWhereDutchDoes) {
    const std::vector<std::string> expected{"be-han-de-ling",
                                            "ge-nees-mid-del",
                                            "on-der-zoek",
                                            "be-stra-lings-toe-stel",
                                            "zie-ken-huis-op-na-me",
                                            "pijn-kli-niek",
                                            "me-ta-sta-se",
                                            "uit-zaai-in-gen",
                                            "wer-vel-in-zak-king",
                                            "rug-gen-merg",
                                            "ver-pleeg-kun-di-ge",
                                            "ver-lam-ming",
                                            "bloed-trans-fu-sie",
                                            "ra-dio-lo-gie",
                                            "mis-se-lijk-heid",
                                            "bij-wer-king",
                                            "ver-moeid-heid",
                                            "con-tro-le",
                                            "apo-theek",
                                            "po-li-kli-niek",
                                            "huis-arts",
                                            "ze-nuw-pijn",
                                            "bloe-dings-nei-ging",
                                            "over-le-ving",
                                            "le-vens-ver-wach-ting",
                                            "nier-func-tie",
                                            "kaak-bot",
                                            "tan-den"};
    for (const std::string& word : expected) {
        std::string plain = word;
        std::erase(plain, '-');
        EXPECT_EQ(hyphenated(plain), word);
    }
}

TEST(Hyphenator, PutsExceptionsBeforePatterns) {
    EXPECT_EQ(hyphenated("botscan"), "bot-scan");
    EXPECT_EQ(hyphenated("Kaaknecrose"), "Kaak-ne-cro-se");
}

TEST(Hyphenator, PartsOffNoLoneConsonant) {
    EXPECT_EQ(hyphenated("lymfoom"), "lymfoom");
    EXPECT_EQ(hyphenated("radiologie"), "ra-dio-lo-gie");
    EXPECT_EQ(hyphenated("osteoporose"), "os-te-o-po-ro-se");
}

TEST(Hyphenator, NeverBreaksAnExceptionWithoutHyphen) {
    document::Language language = dutch();
    language.hyphenation.exceptions = {"behandeling"};
    EXPECT_EQ(hyphenated("behandeling", language), "behandeling");
}

TEST(Hyphenator, MatchesExceptionsWithAccents) {
    document::Language language = dutch();
    language.hyphenation.exceptions = {"rönt-genfoto"};
    EXPECT_EQ(hyphenated("RÖNTGENFOTO", language), "RÖNT-GENFOTO");
}

TEST(Hyphenator, DoesNotBreakBeforeATrema) {
    EXPECT_EQ(hyphenated("patiënt"), "pa-tiënt");
    EXPECT_EQ(hyphenated("geïnformeerd"), "geïn-for-meerd");
    EXPECT_EQ(hyphenated("coördinatie"), "coör-di-na-tie");
    EXPECT_EQ(hyphenated("hypercalciëmie"), "hy-per-cal-cië-mie");
    EXPECT_EQ(hyphenated("reünie"), "reü-nie");
}

TEST(Hyphenator, KeepsOtherBreaksOfAWordWithTrema) {
    EXPECT_EQ(hyphenated("patiëntenfolder"), "pa-tiën-ten-fol-der");
    EXPECT_EQ(hyphenated("röntgenfoto"), "rönt-gen-fo-to");
}

TEST(Hyphenator, BreaksBeforeATremaWhereTheLanguageKeepsIt) {
    document::Language language = dutch();
    language.hyphenation.drop_trema = false;
    EXPECT_EQ(hyphenated("patiënt", language), "pa-ti-ënt");
}

TEST(Hyphenator, DoesNotSplitTheDigraphIj) {
    for (const char* word : {"bijwerking", "pijnstiller", "lijden", "vrijdag", "bijenkorf", "wijziging"}) {
        EXPECT_EQ(hyphenated(word).find("i-j"), std::string::npos) << hyphenated(word);
    }
}

TEST(Hyphenator, KeepsTheLeastLettersAtBothEnds) {
    document::Language language = dutch();
    language.hyphenation.before = 4;
    language.hyphenation.after = 5;
    EXPECT_EQ(hyphenated("onderzoek", language), "onderzoek");
    EXPECT_EQ(hyphenated("behandelingen", language), "behan-de-lingen");
}

TEST(Hyphenator, CountsLettersNotBytes) {
    document::Language language = dutch();
    language.hyphenation.before = 3;
    EXPECT_EQ(hyphenated("éénheid", language), "één-heid");
}

TEST(Hyphenator, TreatsDecomposedLettersAsOne) {
    EXPECT_EQ(hyphenated("patie\u0308ntenfolder"), "pa-tie\u0308n-ten-fol-der");
}

TEST(Hyphenator, DoesNotBreakBesideALetterThatTheDictionaryLacks) {
    const std::string word = hyphenated("behandełlingen");
    EXPECT_EQ(word.find("-ł"), std::string::npos) << word;
    EXPECT_EQ(word.find("ł-"), std::string::npos) << word;
    EXPECT_EQ(word.substr(0, 6), "be-han");
}

TEST(Hyphenator, ReadsDictionariesInUtf8AndLegacyEncodings) {
    document::Language english;
    english.tag = "en";
    english.hyphenation.dictionary = "hyph_en_GB.dic";
    english.hyphenation.before = 2;
    english.hyphenation.after = 3;
    EXPECT_EQ(hyphenated("radiotherapy", english), "ra-dio-ther-apy");
}

TEST(Hyphenator, NamesThePackageOfAMissingDictionaryOnce) {
    document::Language language = dutch();
    language.hyphenation.dictionary = "hyph_tlh.dic";
    language.hyphenation.package = "hyphen-tlh";
    Hyphenator hyphenator;
    Sink sink;
    EXPECT_TRUE(hyphenator.points("behandeling", language, sink).empty());
    EXPECT_TRUE(hyphenator.points("onderzoek", language, sink).empty());
    ASSERT_EQ(sink.errors(), 1U);
    EXPECT_EQ(sink.sorted().front().code, "hyphenation-missing");
    EXPECT_EQ(sink.sorted().front().remedy, "install the package 'hyphen-tlh' (apt install hyphen-tlh)");
}

TEST(Hyphenator, DoesNotOpenDictionariesOutsideItsFolders) {
    document::Language language = dutch();
    language.hyphenation.dictionary = "../hyphen/hyph_nl_NL.dic";
    Hyphenator hyphenator;
    Sink sink;
    EXPECT_TRUE(hyphenator.points("behandeling", language, sink).empty());
    EXPECT_EQ(sink.errors(), 1U);
}

TEST(Hyphenator, LeavesALanguageWithoutDictionaryUnbroken) {
    document::Language language;
    language.tag = "xx";
    EXPECT_EQ(hyphenated("behandeling", language), "behandeling");
}

}  // namespace
}  // namespace brochure::text
