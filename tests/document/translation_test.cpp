// A translation beside its master text: what is missing, moved, or not said.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/small_brochure.hpp"

namespace brochure::document {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Translation : public testing::Test {
  protected:
    // "code line: message" of every report; the texts' bodies begin in line 7.
    std::vector<std::string> compared(const std::string& master, const std::string& translation) {
        test::write_project(folder, {master, "reviewed = true"});
        write_english(translation, "reviewed = false");
        Sink own, sink;
        const ProjectFolders folders{folder.path(), BROCHURE_SOURCE_ROOT};
        const auto nl = read_document(folders, "proef", "nl", own);
        const auto en = read_document(folders, "proef", "en", own);
        compare_translation(nl.value(), en.value(), sink);
        return shown(sink);
    }
    void write_english(const std::string& body, const std::string& front) {
        folder.write("content/proef/en.md", "+++\ntitle = \"The title\"\nsubtitle = \"The subtitle\"\n" +
                                                front + "\n+++\n\n" + body);
    }
    // What is said of the text itself, not of a house that has no English words.
    std::vector<std::string> read(const std::string& language, const std::string& code) {
        Sink sink;
        (void)read_document({folder.path(), BROCHURE_SOURCE_ROOT}, "proef", language, sink);
        std::vector<std::string> messages;
        for (const diag::Diagnostic& one : sink.sorted()) {
            if (one.code == code) messages.push_back(at(one) + one.message);
        }
        return messages;
    }
    static std::string at(const diag::Diagnostic& one) {
        return one.place.file + ":" + std::to_string(one.place.line) + ": ";
    }
    static std::vector<std::string> shown(const Sink& sink) {
        std::vector<std::string> list;
        for (const diag::Diagnostic& one : sink.sorted())
            list.push_back(one.code + " " + std::to_string(one.place.line) + ": " + one.message);
        return list;
    }

    test::TemporaryFolder folder;
};

const std::string two_parts = "## Een {#een}\n\nTekst.\n\n## Twee {#twee}\n\nTekst.\n";

TEST_F(Translation, OfTheSameShapeHasNothingToBeSaid) {
    EXPECT_THAT(compared(two_parts, "## One {#een}\n\nText.\n\n## Two {#twee}\n\nText.\n"), IsEmpty());
}

TEST_F(Translation, ThatLacksAnItemOfAListIsToldWithItsNumber) {
    const auto told =
        compared("## Een {#een}\n\n- rood\n- warm\n- dik\n", "## One {#een}\n\n- red\n- warm\n");
    EXPECT_THAT(told, ElementsAre(HasSubstr("translation-items 10: list items below the heading 'een': 2 "
                                            "here, 3 in the master text (content/proef/nl.md:11:3)")));
}

TEST_F(Translation, ThatLacksASignInACallOutIsToldThere) {
    const auto told = compared("## Een {#een}\n\n> [!WARNING] Bel\n>\n> - koorts;\n> - pijn.\n",
                               "## One {#een}\n\n> [!WARNING] Call\n>\n> - fever.\n");
    EXPECT_THAT(told, ElementsAre(HasSubstr("list items in the call-out: 1 here, 2 in the master text")));
}

TEST_F(Translation, WithAParagraphMoreOrFewerIsAWarning) {
    EXPECT_THAT(
        compared("## Een {#een}\n\nTekst.\n\nMeer.\n", "## One {#een}\n\nText.\n"),
        ElementsAre(HasSubstr("translation-paragraphs 9: paragraphs below the heading 'een': 1 here, 2")));
    EXPECT_THAT(compared("## Een {#een}\n\nTekst.\n", "## One {#een}\n\nText.\n\nMore.\n"),
                ElementsAre(HasSubstr("2 here, 1 in the master text")));
}

TEST_F(Translation, WhoseSectionMovedIsToldOnce) {
    const std::string master =
        "## Een {#een}\n\nTekst.\n\n### Diep {#diep}\n\n![Een arm](arm)\n\n## Twee "
        "{#twee}\n\nTekst.\n\n## Drie {#drie}\n\n## Vier {#vier}\n";
    const std::string moved =
        "## Two {#twee}\n\nText.\n\n## Three {#drie}\n\n## Four {#vier}\n\n## One "
        "{#een}\n\nText.\n\n### Deep {#diep}\n\n![An arm](arm)\n";
    EXPECT_THAT(
        compared(master, moved),
        ElementsAre(HasSubstr("translation-moved 15: the heading 'een', with 1 heading below it, stands "
                              "at another place in the master text (content/proef/nl.md:7:1)")));
}

TEST_F(Translation, WhoseFigureOrTableMovedIsToldOnce) {
    const std::string table = "| a | b |\n| --- | --- |\n| c | d |\n";
    EXPECT_THAT(compared("## Een {#een}\n\n![Een arm](arm)\n\n" + table + "\n## Twee {#twee}\n\nTekst.\n",
                         "## One {#een}\n\n" + table + "\n## Two {#twee}\n\nText.\n\n![An arm](arm)\n"),
                ElementsAre(HasSubstr("translation-moved 17: the image 'arm'")));
}

TEST_F(Translation, ThatLacksAHeadingButHasItsWordsIsToldOfTheHeadingAlone) {
    EXPECT_THAT(compared("## Een {#een}\n\nTekst.\n\n## Twee {#twee}\n\n- a\n- b\n\n> [!NOTE]\n> Let op.\n",
                         "## One {#een}\n\nText.\n\n- a\n- b\n\n> [!NOTE]\n> Mind.\n"),
                ElementsAre(HasSubstr("translation-missing")));
}

TEST_F(Translation, ThatLacksACaptionIsTold) {
    EXPECT_THAT(
        compared("## Een {#een}\n\n![Een arm](arm \"Zo zit het.\")\n", "## One {#een}\n\n![An arm](arm)\n"),
        ElementsAre(HasSubstr("the caption of the image")));
}

TEST_F(Translation, WhoseFrontMatterCannotBeReadIsNotCompared) {
    test::write_project(folder, {two_parts, "[[glossary]]\nterm = \"a\"\nmeaning = \"b\""});
    folder.write("content/proef/en.md", "+++\ntitle = \"x\" y\n+++\n\n## Other {#other}\n");
    Sink own;
    const ProjectFolders folders{folder.path(), BROCHURE_SOURCE_ROOT};
    const auto nl = read_document(folders, "proef", "nl", own);
    const auto en = read_document(folders, "proef", "en", own);
    EXPECT_TRUE(nl);
    EXPECT_FALSE(en) << "there is nothing to compare";
}

TEST_F(Translation, ThatDoesNotSayWhetherItIsReviewedCountsAsNot) {
    test::write_project(folder, {two_parts, ""});
    write_english("## One {#een}\n", "");
    EXPECT_THAT(read("en", "review-unsaid"), ElementsAre(HasSubstr("content/proef/en.md:")));
    EXPECT_THAT(read("nl", "review-unsaid"), IsEmpty()) << "the master need not say it";
    Sink own;
    const auto en = read_document({folder.path(), BROCHURE_SOURCE_ROOT}, "proef", "en", own);
    ASSERT_TRUE(en);
    EXPECT_FALSE(en->reviewed);
}

TEST_F(Translation, WithoutAMasterTextIsTold) {
    test::write_project(folder, {two_parts, ""});
    write_english("## One {#een}\n", "reviewed = true");
    EXPECT_THAT(read("en", "master-missing"), IsEmpty());
    std::filesystem::remove(folder.path() / "content/proef/nl.md");
    EXPECT_THAT(
        read("en", "master-missing"),
        ElementsAre(HasSubstr("content/proef/brochure.toml:3: the master text content/proef/nl.md is")));
}

TEST_F(Translation, UnusedSourceIsToldOfTheMaster) {
    test::write_project(folder, {"## Een {#een}\n\nTekst [@boek].\n", ""});
    EXPECT_THAT(read("nl", "source-unused"), ElementsAre(HasSubstr("never cites the source 'folder'")));
    write_english("## One {#een}\n\nText.\n", "reviewed = true");
    EXPECT_THAT(read("en", "source-unused"), IsEmpty());
}

TEST_F(Translation, LabelsOfAnotherLanguageAreTold) {
    test::write_project(folder, {two_parts, ""});
    std::ifstream in{BROCHURE_SOURCE_ROOT "/content/languages/en.toml"};
    std::string text{std::istreambuf_iterator<char>{in}, {}};
    text.replace(text.find("tag = \"en\""), 10, "tag = \"it\"");
    folder.write("content/languages/it.toml", text);
    folder.write("content/proef/it.md", "+++\ntitle = \"Titolo\"\nreviewed = false\n+++\n\n## Uno {#een}\n");
    EXPECT_THAT(read("it", "labels-borrowed"), ElementsAre(HasSubstr("content/languages/it.toml:")));
    EXPECT_THAT(read("nl", "labels-borrowed"), IsEmpty());
}

}  // namespace
}  // namespace brochure::document
