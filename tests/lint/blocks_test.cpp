// Lists that are announced, captions beside alternative texts.
#include "text_rules.hpp"

namespace brochure::lint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class MissingList : public TextRuleTest {};

TEST_F(MissingList, AfterAColonIsTold) {
    EXPECT_THAT(
        told("list-missing", "De kanker kan uitzaaien naar de botten:\n\nHet doet pijn.\n"),
        ElementsAre("The colon after “… uitzaaien naar de botten:” announces something, but no list or "
                    "table follows."));
}

TEST_F(MissingList, BeforeAHeadingAndAtTheTextsEndIsTold) {
    EXPECT_THAT(told("list-missing", "Dit kan:\n\n## Meer\n\nDit ook:\n"), SizeIs(2));
}

TEST_F(MissingList, InAListsItemAndInACallOutIsTold) {
    EXPECT_THAT(told("list-missing", "- Dit kan:\n- Dat kan.\n\n> [!NOTE]\n> Dit kan ook:\n"), SizeIs(2));
}

TEST_F(MissingList, IsNoneWhereAListFollows) {
    EXPECT_THAT(told("list-missing", "Dit kan:\n\n- koorts\n- pijn:\n  - in de arm\n  - in het been\n"),
                IsEmpty());
}

TEST_F(MissingList, IsNoneWhereATableAPictureOrAQuotationFollows) {
    EXPECT_THAT(told("list-missing",
                     "Zo:\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n\nZo:\n\n> Citaat.\n\nZo:\n\n"
                     "![Een arm in blauw](arm \"De arm.\")\n"),
                IsEmpty());
}

TEST_F(MissingList, IsNoneWhereTheEmergencyNumberIsPrinted) {
    EXPECT_THAT(told("list-missing", "> [!WARNING] Bel direct\n> Bel dag en nacht:\n"), IsEmpty());
}

class Caption : public TextRuleTest {};

TEST_F(Caption, ThatRepeatsTheAlternativeTextIsTold) {
    EXPECT_THAT(told("caption-repeats", "![Een arm in het gips](arm \"Een arm in het gips.\")\n"),
                ElementsAre("The caption “Een arm in het gips.” repeats the alternative text, which a screen "
                            "reader has read out just before."));
}

TEST_F(Caption, ThatSaysWhatItMeansIsFine) {
    EXPECT_THAT(told("caption-repeats", "![Een arm in het gips](arm \"Zo blijft het bot stil.\")\n"),
                IsEmpty());
}

TEST_F(Caption, ThatIsNotThereIsFine) {
    EXPECT_THAT(told("caption-repeats", "![Een arm in het gips](arm)\n"), IsEmpty());
}

}  // namespace
}  // namespace brochure::lint
