// What becomes of an existing text: its words as Markdown, and what is told of the rest.
#include "intake/intake.hpp"

#include <gmock/gmock.h>

#include "diag/render.hpp"
#include "intake/names.hpp"
#include "intake/pandoc.hpp"
#include "support/run_program.hpp"
#include "support/temporary_folder.hpp"

namespace brochure::intake {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Existing taken(const std::string& html) {
    Sink sink;
    auto existing = taken_from_html(html, "page.html", sink);
    EXPECT_TRUE(existing) << diag::as_text(sink.sorted());
    return existing.value_or(Existing{});
}

TEST(Intake, ThePagesFirstHeadingIsTheTitleAndTheOthersBeginBelowIt) {
    const Existing found = taken("<h1>Botten</h1><h3 id='a'>Pijn?</h3><p>Ja.</p><h5>Nachts</h5><p>Ook.</p>");
    EXPECT_EQ(found.title, "Botten");
    EXPECT_EQ(found.body, "## Pijn? {#pijn}\n\nJa.\n\n### Nachts {#nachts}\n\nOok.\n");
}

TEST(Intake, OfSeveralHeadingsOfTheFirstLevelNoneIsTheTitle) {
    const Existing found = taken("<h1>Begin</h1><p>Ja.</p><h1>Einde</h1>");
    EXPECT_EQ(found.title, "");
    EXPECT_EQ(found.body, "## Begin {#begin}\n\nJa.\n\n## Einde {#einde}\n");
}

TEST(Intake, WordsKeepTheirMarksAndWhatWouldBeASignIsEscaped) {
    EXPECT_EQ(taken("<p><strong>Bel </strong>ons * nu: <a href='tel:112'>112</a>,<br />H<sub>2</sub>O "
                    "<em></em><a href='#x'>daar</a></p>")
                  .body,
              "**Bel** ons \\* nu: [112](tel:112),\\\nH~2~O daar\n");
}

TEST(Intake, AReferenceLeadsToTheHeadingUnderItsNewName) {
    EXPECT_THAT(taken("<h2 id='Überblick 1'>Über uns</h2><p><a href='#Überblick 1'>zie</a></p>").body,
                HasSubstr("## Über uns {#ber-uns}\n\n[zie](#ber-uns)\n"));
}

TEST(Intake, ListsStandInEachOther) {
    EXPECT_EQ(
        taken("<p>Zoals:</p><ul><li>een<ol><li>a</li><li>b</li></ol></li><li><p>twee</p><p>meer</p></li></ul>"
              "<p>Na.</p>")
            .body,
        "Zoals:\n\n- een\n  1. a\n  2. b\n- twee\n\n  meer\n\nNa.\n");
}

TEST(Intake, ATableHasItsFirstRowForAHead) {
    EXPECT_EQ(
        taken(
            "<table><tbody><tr><td>Dag</td><td>Wat | hoe</td></tr><tr><td>1<br />2</td></tr></tbody></table>")
            .body,
        "| Dag | Wat \\| hoe |\n| --- | --- |\n| 1<br>2 |  |\n");
}

TEST(Intake, PicturesAreNamedAndTheirRightsLeftOpen) {
    const Existing found = taken(
        "<figure><img src='https://x.example/p/Knie%201.jpg?w=3' alt='Een knie' />"
        "<figcaption>De <em>knie</em></figcaption></figure><p>Ook <img src='a.png' alt='' /> dit.</p>");
    EXPECT_THAT(found.body, HasSubstr("![Een knie](knie201 \"De *knie*\")\n"));
    EXPECT_THAT(found.body, HasSubstr("![](a)\n"));
    const std::string facts = facts_file(found, "knie", "nl");
    EXPECT_THAT(facts, HasSubstr("id = \"knie201\"\nfile = \"images/Knie%201.jpg\"\n# author = "));
    EXPECT_THAT(facts, HasSubstr("# updated = "));
}

TEST(Intake, WordsThatStandThereTwiceAreToldAndStandThereOnce) {
    const Existing found = taken("<p>Longkanker / Bron: ALongkanker / Bron: A</p><p>Ja ja</p>");
    EXPECT_THAT(found.body, HasSubstr("Longkanker / Bron: A\n"));
    EXPECT_THAT(found.remarks,
                ElementsAre(HasSubstr("twice, and stand there once now: “Longkanker / Bron: A”"),
                            HasSubstr("author and licence")));
}

TEST(Intake, AListOfWordsAndTheirMeaningsIsAGlossary) {
    const Existing found = taken("<dl><dt>Biopsie</dt><dd>Een stukje.</dd></dl>");
    ASSERT_EQ(found.terms.size(), 1U);
    EXPECT_THAT(text_file(found), HasSubstr("[[glossary]]\nid = \"biopsie\"\nterm = \"Biopsie\"\n"));
}

TEST(Intake, OnlyTheMainPartOfAPageIsTakenWhereItSaysWhichThatIs) {
    EXPECT_EQ(taken("<p>Menu</p><div><section role='main'><p>Woorden.</p></section></div>").body,
              "Woorden.\n");
}

TEST(Intake, MarkupThatABrochureHasNotIsTold) {
    EXPECT_THAT(taken("<p>Neem <code>x</code></p>").remarks, ElementsAre(HasSubstr("code")));
}

TEST(Intake, ElementsWithoutEndAreRefused) {
    std::string deep;
    for (int i = 0; i < 100000; ++i) deep += "<b>";
    for (int i = 0; i < 100000; ++i) deep += "</b>";
    Sink sink;
    EXPECT_FALSE(taken_from_html(deep, "page.html", sink));
    EXPECT_TRUE(sink.has_errors());
}

TEST(Intake, DeepMarksAreReadInGoodTime) {
    std::string deep;
    for (int i = 0; i < 60; ++i) deep += i % 2 == 0 ? "<b>" : "<i>";
    deep += "x";
    for (int i = 59; i >= 0; --i) deep += i % 2 == 0 ? "</b>" : "</i>";
    EXPECT_EQ(taken("<p>" + deep + "</p>").body, "***x***\n");
}

TEST(PlainLines, HaveHeadingsParagraphsAndItems) {
    EXPECT_EQ(
        html_of_lines("Titel\n\nEen zin die een zin is & blijft.\nNog een.\n\nKop\n\nDit:\n\n • a;\n • b.\n"),
        "<h1>Titel</h1>\n<p>Een zin die een zin is &amp; blijft.</p>\n<p>Nog een.</p>\n<h2>Kop</h2>\n"
        "<p>Dit:</p>\n<ul><li>a;</li>\n<li>b.</li>\n</ul>");
}

TEST(Names, AreInSmallLettersAndGivenOnce) {
    EXPECT_EQ(id_of("Wat is het — echt?", "deel"), "wat-is-het-echt");
    EXPECT_EQ(id_of("骨", "deel"), "deel");
    Names names;
    EXPECT_EQ(names.unused("a"), "a");
    EXPECT_EQ(names.unused("a"), "a-2");
}

TEST(Names, WordsSaidTwice) {
    EXPECT_EQ(said_twice("ab ab"), "ab");
    EXPECT_EQ(said_twice("abab"), "ab");
    EXPECT_EQ(said_twice("ab a"), std::nullopt);
    EXPECT_EQ(said_twice(""), std::nullopt);
}

TEST(Pandoc, ReadsMarkdownAndPages) {
    SKIP_WITHOUT_PROGRAM("pandoc");
    const test::TemporaryFolder folder;
    const auto page = as_html(folder.write("a.html", "<h2>Kop</h2><p>een <b>twee</b>"));
    ASSERT_TRUE(page.ok()) << page.error().message;
    EXPECT_THAT(page.value(), HasSubstr("<strong>twee</strong>"));
    const auto text = as_html(folder.write("a.md", "# Kop\n\n- \"een\"[^1]\n\n[^1]: Noot.\n"));
    ASSERT_TRUE(text.ok()) << text.error().message;
    EXPECT_THAT(text.value(), HasSubstr("<li>\"een\"<a"));
}

// A title has a style of its own in such a document, and stands in no heading.
TEST(Pandoc, ADocumentKeepsItsTitle) {
    SKIP_WITHOUT_PROGRAM("pandoc");
    const test::TemporaryFolder folder;
    const auto text = folder.write(
        "a.md", "---\ntitle: Een knie\nsubtitle: Uitleg\nauthor: Jan\n---\n\n# Begin\n\nZo.\n\n# Einde\n");
    const auto document = folder / "a.docx";
    ASSERT_EQ(test::run({"pandoc", text.string(), "-o", document.string()}).exit_code, 0);
    for (const auto& file : {text, document}) {
        const auto html = as_html(file);
        ASSERT_TRUE(html.ok()) << html.error().message;
        const Existing found = taken(html.value());
        EXPECT_EQ(found.title, "Een knie");
        EXPECT_EQ(found.subtitle, "Uitleg");
        EXPECT_EQ(found.body, "## Begin {#begin}\n\nZo.\n\n## Einde {#einde}\n");
        EXPECT_THAT(found.remarks, ElementsAre("the document names its author: “Jan”"));
    }
}

TEST(Pandoc, ANoteComesAlong) {
    SKIP_WITHOUT_PROGRAM("pandoc");
    const test::TemporaryFolder folder;
    const auto html = as_html(folder.write("a.md", "Woord[^1].\n\n[^1]: Een *noot*.\n"));
    ASSERT_TRUE(html.ok());
    EXPECT_EQ(taken(html.value()).body, "Woord[^fn1].\n\n[^fn1]: Een *noot*.\n");
}

TEST(Pandoc, OfWhatItCannotReadSaysWhy) {
    SKIP_WITHOUT_PROGRAM("pandoc");
    const test::TemporaryFolder folder;
    EXPECT_THAT(as_html(folder / "none.html").error().message, HasSubstr("none.html"));
    EXPECT_THAT(as_html(folder.write("a.xyz", "x")).error().message, HasSubstr(".docx"));
    EXPECT_THAT(as_html(folder.write("a.docx", "no zip")).error().message,
                HasSubstr("pandoc could not read"));
}

TEST(Pandoc, IsAskedForWhereItIsNotInstalled) {
    const test::TemporaryFolder folder;
    const auto page = folder.write("a.html", "<p>x</p>");
    const std::string path = std::getenv("PATH");
    ::setenv("PATH", folder.path().c_str(), 1);
    const auto html = as_html(page);
    ::setenv("PATH", path.c_str(), 1);
    ASSERT_FALSE(html.ok());
    EXPECT_THAT(html.error().message, HasSubstr("apt install pandoc"));
}

}  // namespace
}  // namespace brochure::intake
