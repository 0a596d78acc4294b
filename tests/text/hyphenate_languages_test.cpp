// Hyphenation as the shipped language files ask for it.
#include <gmock/gmock.h>

#include "document/files/language_file.hpp"
#include "text/support.hpp"

namespace brochure::text {
namespace {

class ShippedLanguage : public testing::Test {
  protected:
    std::string hyphenated(const std::string& tag, std::string_view word) {
        const auto language = document::read_language({BROCHURE_SOURCE_ROOT, {}}, tag, sink);
        if (!language) return "no language";
        EXPECT_FALSE(sink.has_errors());
        return with_points(hyphenator, word, *language);
    }
    std::vector<std::string> hyphenated(const std::string& tag, const std::vector<std::string>& words) {
        std::vector<std::string> drawings;
        for (const std::string& word : words) drawings.push_back(hyphenated(tag, word));
        return drawings;
    }
    Hyphenator hyphenator;
    Sink sink;
};

// Syllables as the dictionary of the Türk Dil Kurumu gives them; no piece of one letter.
TEST_F(ShippedLanguage, TurkishWordsBreakIntoSyllables) {
    EXPECT_THAT(
        hyphenated("tr", {"kemoterapi", "hastalık", "kanser", "doktorunuz", "türkçe", "elektrik", "program",
                          "strateji", "saat", "ameliyat", "İlaçlar", "ışın", "rüzgâr", "sağlık"}),
        testing::ElementsAre("kemo-te-rapi", "has-ta-lık", "kan-ser", "dok-to-ru-nuz", "türkçe", "elekt-rik",
                             "prog-ram", "stra-teji", "saat", "ame-li-yat", "İlaç-lar", "ışın", "rüz-gâr",
                             "sağ-lık"));
}

TEST_F(ShippedLanguage, GermanWordsKeepTheirLetters) {
    EXPECT_THAT(hyphenated("de", {"Strahlentherapie", "Knochenmetastasen", "Zucker", "Straße", "Krankenhaus",
                                  "Schmerzmittel", "Schmerztagebuch"}),
                testing::ElementsAre("Strah-len-the-ra-pie", "Kno-chen-me-tas-ta-sen", "Zu-cker", "Straße",
                                     "Kran-ken-haus", "Schmerz-mit-tel", "Schmerz-ta-ge-buch"));
}

TEST_F(ShippedLanguage, FrenchWordsBreak) {
    EXPECT_THAT(hyphenated("fr", {"chimiothérapie", "radiothérapie", "métastases", "médecin", "ordonnance"}),
                testing::ElementsAre("chi-mio-thé-ra-pie", "ra-dio-thé-ra-pie", "mé-ta-stases", "mé-de-cin",
                                     "or-don-nance"));
}

TEST_F(ShippedLanguage, PolishWordsBreak) {
    EXPECT_THAT(hyphenated("pl", {"chemioterapia", "przerzuty", "napromienianie", "lekarz"}),
                testing::ElementsAre("che-mio-te-ra-pia", "prze-rzuty", "napro-mie-nia-nie", "lekarz"));
}

TEST_F(ShippedLanguage, UkrainianWordsBreak) {
    EXPECT_THAT(hyphenated("uk", {"лікування", "променева", "метастази", "здоров’я"}),
                testing::ElementsAre("ліку-ва-ння", "променева", "мета-стази", "здоров’я"));
}

TEST_F(ShippedLanguage, OthersAreNotHyphenated) {
    EXPECT_EQ(hyphenated("ti", "መድሃኒታት"), "መድሃኒታት");
    EXPECT_EQ(hyphenated("zh", "放射治疗"), "放射治疗");
}

}  // namespace
}  // namespace brochure::text
