// Sentences on lines of their own: where they begin, and where a reader pauses inside them.
#include "units/sentences.hpp"

#include <gmock/gmock.h>

#include "styling.hpp"

namespace brochure::style {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

document::Language language_of(const std::string& tag) {
    document::Language language;
    language.tag = tag;
    language.no_break = {{"blz.", "Seite"}, {"mg", "januari", "Januar"}, {"dr.", "prof."}};
    language.sentences = {{"bijv.", "enz."}, {"en", "omdat", "in"}, {"de", "het", "en"}};
    return language;
}

// The text with "|" before every sentence but the first.
std::string parted(std::string text, const std::string& tag = "nl",
                   const std::vector<TextRange>& marks = {}) {
    const auto starts = units::sentence_starts(text, marks, language_of(tag));
    for (auto at = starts.rbegin(); at != starts.rend(); ++at) text.insert(*at, "|");
    return text;
}

// The text with "/" where a reader pauses, and "_" for a space after a word that leans on the next.
std::string paused(std::string text) {
    const units::Pauses found = units::pauses_in(text, language_of("nl"));
    std::string out;
    for (std::uint32_t i = 0; i < text.size(); ++i) {
        if (std::count(found.pauses.begin(), found.pauses.end(), i) > 0) out += '/';
        if (std::count(found.leans.begin(), found.leans.end(), i + 1) > 0) {
            out += '_';
        } else {
            out += text[i];
        }
    }
    return out;
}

TEST(SentenceStarts, FollowFullStopsAndOtherEnds) {
    EXPECT_EQ(parted("Bot leeft. Waarom? Kijk! Zo gaat dat."), "Bot leeft. |Waarom? |Kijk! |Zo gaat dat.");
    EXPECT_EQ(parted("Hij zei: “Bel direct.” Dat deed ik."), "Hij zei: “Bel direct.” |Dat deed ik.");
    EXPECT_EQ(parted("Neem 2.5 mg. Of 3,5."), "Neem 2.5 mg. |Of 3,5.");
}

TEST(SentenceStarts, FollowAChineseFullStopAndTheMarkOfANote) {
    const std::string text = "这叫做转移灶。1您的医生";
    const auto mark = static_cast<std::uint32_t>(text.find('1'));
    EXPECT_EQ(parted(text, "zh", {{mark, mark + 1}}), "这叫做转移灶。1|您的医生");
}

TEST(SentenceStarts, DoNotFollowAbbreviationsTitlesAndInitials) {
    EXPECT_EQ(parted("Vraag dr. Jansen, bijv. Vandaag (blz. 12)."),
              "Vraag dr. Jansen, bijv. Vandaag (blz. 12).");
    EXPECT_EQ(parted("Bel J. Jansen. Hij helpt."), "Bel J. Jansen. |Hij helpt.");
}

TEST(SentenceStarts, DoNotFollowTheNumberOfAListOrOfAMonth) {
    EXPECT_EQ(parted("1. Bel ons. Vaak."), "1. Bel ons. |Vaak.");
    EXPECT_EQ(parted("Am 1. Januar. Dann 2. Dann 3.", "de"), "Am 1. Januar. |Dann 2. |Dann 3.");
}

TEST(SentenceStarts, StandBehindTheMarkOfANote) {
    EXPECT_EQ(parted("Dat is PSA.2 Stijgt het?", "nl", {{11, 12}}), "Dat is PSA.2 |Stijgt het?");
    EXPECT_EQ(parted("Dat komt vaak voor. [1] Soms niet.", "nl", {{20, 23}}),
              "Dat komt vaak voor. [1] |Soms niet.");
    EXPECT_EQ(parted("Dat komt [1] vaak voor.", "nl", {{9, 12}}), "Dat komt [1] vaak voor.");
}

TEST(SentenceStarts, AreFoundInOtherScripts) {
    EXPECT_EQ(parted("骨头是活的。为什么？请看。", "zh"), "骨头是活的。|为什么？|请看。");
    EXPECT_EQ(parted("هل تشعر بألم؟ اتصل بنا. الآن.", "ar"), "هل تشعر بألم؟ |اتصل بنا. |الآن.");
    EXPECT_EQ(parted("Кістка жива. Чому? Так.", "uk"), "Кістка жива. |Чому? |Так.");
    EXPECT_EQ(parted("ዓጽሚ ህያው እዩ። ስለምንታይ፧ ርአ።", "ti"), "ዓጽሚ ህያው እዩ። |ስለምንታይ፧ |ርአ።");
}

TEST(Pauses, StandAfterCommasAndBeforeConjunctions) {
    EXPECT_EQ(paused("Bel ons, ook als het nacht is omdat u pijn heeft"),
              "Bel ons, /ook als het_nacht is /omdat u pijn heeft");
    EXPECT_EQ(paused("vaak (meestal) in bed"), "vaak /(meestal) /in bed");
}

TEST(Pauses, NeverPartAWordFromWhatItLeansOn) {
    EXPECT_EQ(paused("De pijn zit en in de rug"), "De_pijn zit /en_in de_rug");
}

class OwnLines : public StyleTest {};

TEST_F(OwnLines, AreForTheStylesThatSayThat) {
    const std::string text = "## Bot. Leeft.\n\nBot leeft. Altijd.[^n] Ook nu.\n\n[^n]: Dat is zo. Echt.\n";
    EXPECT_THAT(paragraph_with(body(text), "Altijd").sentence_starts, IsEmpty());
    design.texts.at("body").sentences = design::Sentences::own_line;
    const StyledDocument document = body(text);
    EXPECT_THAT(paragraph_with(document, "Altijd").sentence_starts, ElementsAre(11, 20));
    EXPECT_THAT(paragraph_with(document, "Bot. Leeft").sentence_starts, IsEmpty());
    EXPECT_EQ(paragraph_with(document, "Altijd").text, "Bot leeft. Altijd.1 Ook nu.");
}

TEST(Pauses, LeanInsideAChineseWord) {
    const std::string text = "癌细胞";  // 癌 and 细胞
    EXPECT_THAT(units::pauses_in(text, language_of("zh")).leans, ElementsAre(6U));
}

}  // namespace
}  // namespace brochure::style
