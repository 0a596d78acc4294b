// Passages that are still in the master's words.
#include "lint/untranslated.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/small_brochure.hpp"

namespace brochure::lint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> told(const std::string& master, const std::string& translation,
                              const std::string& language = "en") {
    document::Document nl = test::read_brochure("## Kop {#kop}\n\n" + master).document;
    document::Document other = test::read_brochure("## Head {#kop}\n\n" + translation).document;
    // What the two small brochures have in common is not what is looked at.
    for (document::Document* one : {&nl, &other}) {
        one->title = one->subtitle = {};
        one->disclaimer.clear();
    }
    other.language.tag = language;
    Sink sink;
    untranslated(nl, other, sink);
    std::vector<std::string> list;
    for (const diag::Diagnostic& one : sink.sorted()) {
        EXPECT_EQ(one.severity, diag::Severity::warning);
        list.push_back(std::to_string(one.place.line) + ": " + one.message);
    }
    return list;
}

TEST(Untranslated, PassageIsToldWithBothPlaces) {
    EXPECT_THAT(told("Eerst dit.\n\nHet verband blijft een week zitten.",
                     "First this.\n\nHet verband blijft een week zitten."),
                ElementsAre(HasSubstr("is the same as in the master text (content/proef/nl.md:")));
}

TEST(Untranslated, SentenceInATranslatedParagraphIsTold) {
    EXPECT_THAT(told("U bent hier. Het verband blijft een week zitten. Dag.",
                     "You are here. Het verband blijft een week zitten. Bye."),
                ElementsAre(HasSubstr("“Het verband blijft een week zitten.”")));
}

TEST(Untranslated, SentencesThatFollowEachOtherAreToldOnce) {
    const std::string words = "Het verband blijft een week zitten. Houd het goed droog en schoon.";
    EXPECT_THAT(told(words, words), SizeIs(1));
}

TEST(Untranslated, HeadingOfWordsIsTold) {
    EXPECT_THAT(
        told("### Wat kunt u zelf doen? {#zelf}\n\nNiets.", "### Wat kunt u zelf doen? {#zelf}\n\nNothing."),
        SizeIs(1));
}

TEST(Untranslated, NamesNumbersDrugsAndAddressesAreNone) {
    for (const std::string words :
         {"Ziekenhuis De Linde, Laan 1, 1234 AB Plaats", "2 x 500 mg", "denosumab (Xgeva®) 120 mg",
          "Strontium-89", "https://www.voorbeeld.example/pagina", "012 345 67 89", "MRI, CT, PET-CT",
          "zoledronaat / denosumab", "[nederlandse vereniging voor oncologie]{lang=nl}"}) {
        EXPECT_THAT(told(words, words), IsEmpty()) << words;
    }
}

TEST(Untranslated, RegionOfOneLanguageMayBeTheSame) {
    const std::string words = "Het verband blijft een week zitten.";
    EXPECT_THAT(told(words, words, "nl-BE"), IsEmpty());
}

TEST(Untranslated, WholeTextIsOneWarning) {
    std::string words;
    for (int i = 0; i < 40; ++i)
        words += "Het verband nummer " + std::to_string(i) + " blijft een week goed zitten.\n\n";
    EXPECT_THAT(told(words, words), ElementsAre(HasSubstr("40 of 40 passages")));
}

TEST(Untranslated, TextWithoutCapitalsOrSpacesIsSeenToo) {
    EXPECT_THAT(told("绷带要保持干燥清洁一个星期。", "绷带要保持干燥清洁一个星期。"), SizeIs(1));
}

}  // namespace
}  // namespace brochure::lint
