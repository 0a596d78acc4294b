#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "base/utf8.hpp"
#include "diag/render.hpp"
#include "document/files/language_file.hpp"
#include "document/files/read.hpp"
#include "document/markdown/blocks.hpp"
#include "document/markdown/line_checks.hpp"
#include "document/markdown/quotes.hpp"

namespace brochure::document {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Language dutch() {
    Language language;
    language.tag = "nl";
    language.quotes = {"“", "”", "‘", "’"};
    language.elisions = {"’s", "’t", "’n"};
    return language;
}

// Markdown read as the body of a brochure with the image "arm" and the sources "boek" and "folder".
class Markdown : public ::testing::Test {
  protected:
    Body read(std::string text) {
        references.language = &language;
        references.images = {"arm"};
        references.sources = {"boek", "folder"};
        references.footnotes_allowed = true;
        source = SourceText::of_file(std::move(text), "x.md", 1);
        return read_body(source, Part::body, references, sink);
    }
    Text paragraph(std::string text) {
        Body body = read(std::move(text));
        EXPECT_THAT(diag::as_text(sink.sorted()), IsEmpty());
        EXPECT_EQ(body.blocks.size(), 1U);
        return std::get<Paragraph>(body.blocks.at(0).content).text;
    }
    // "line:column code" of every diagnostic.
    [[nodiscard]] std::vector<std::string> found() const {
        std::vector<std::string> list;
        for (const auto& d : sink.sorted()) {
            list.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " +
                           d.code);
        }
        return list;
    }

    Language language = dutch();
    References references;
    SourceText source;
    Sink sink;
};

// The spans as "meaning(words)", a mark with nothing between the brackets.
std::vector<std::string> spans(const Text& text) {
    constexpr const char* names[] = {"strong", "emphasis", "link",  "see",   "foreign",
                                     "note",   "cite",     "break", "raised"};
    std::vector<std::string> list;
    for (const Span& span : text.spans) {
        list.push_back(std::string{names[span.meaning.index()]} + "(" +
                       std::string{span.range.of(text.utf8)} + ")");
    }
    return list;
}

std::string place_of(const Text& text, std::string_view words) {
    const Place place = text.place_of(static_cast<std::uint32_t>(text.utf8.find(words)));
    return std::to_string(place.line) + ":" + std::to_string(place.column);
}

TEST_F(Markdown, KeepsThePlaceOfEveryCharacterBehindEscapesEntitiesAndLineEnds) {
    const Text text =
        paragraph("één \\*a\\* &amp; b  en **vet\nover** twee [regels](https://x.nl \"titel\"), c\n   d");
    EXPECT_EQ(text.utf8, "één *a* & b en vet over twee regels, c d");
    EXPECT_EQ(place_of(text, "*a"), "1:5");
    EXPECT_EQ(place_of(text, "&"), "1:11");
    EXPECT_EQ(place_of(text, "b en"), "1:17");
    EXPECT_EQ(place_of(text, "en vet"), "1:20");
    EXPECT_EQ(place_of(text, "over"), "2:1");
    EXPECT_EQ(place_of(text, "twee"), "2:8");
    EXPECT_EQ(place_of(text, "regels"), "2:14");
    EXPECT_EQ(place_of(text, ", c"), "2:43");
    EXPECT_EQ(place_of(text, " d"), "2:46");
}

TEST_F(Markdown, KeepsPlacesInQuotesAndLists) {
    const Body body = read("> - een\n>   twee\n> lui\n");
    const auto& list = std::get<List>(std::get<Quote>(body.blocks.at(0).content).blocks.at(0).content);
    const Text& text = std::get<Paragraph>(list.items.at(0).blocks.at(0).content).text;
    EXPECT_EQ(text.utf8, "een twee lui");
    EXPECT_EQ(place_of(text, "een"), "1:5");
    EXPECT_EQ(place_of(text, "twee"), "2:5");
    EXPECT_EQ(place_of(text, "lui"), "3:3");
}

TEST_F(Markdown, NestsSpansOutermostFirst) {
    const Text text = paragraph("***a** b* en [c **d**](tel:112)");
    EXPECT_THAT(spans(text), ElementsAre("emphasis(a b)", "strong(a)", "link(c d)", "strong(d)"));
}

TEST_F(Markdown, RaisedAndLoweredFiguresBecomeUnicodesOwn) {
    const Text text = paragraph("Van 10^3^ tot 10^-12^ en H~2~O, CO~2~.");
    EXPECT_EQ(text.utf8, "Van 10³ tot 10⁻¹² en H₂O, CO₂.");
    EXPECT_THAT(text.spans, IsEmpty());
    EXPECT_EQ(place_of(text, "³"), "1:8");
    EXPECT_EQ(place_of(text, " tot"), "1:10");
}

TEST_F(Markdown, RaisedAndLoweredWordsAreSpans) {
    const Text text = paragraph("De 1^er^ mei, C~max2~, 10^2x3y^.");
    EXPECT_EQ(text.utf8, "De 1er mei, Cmax₂, 10²x³y.");
    EXPECT_THAT(spans(text), ElementsAre("raised(er)", "raised(max)", "raised(x)", "raised(y)"));
}

TEST_F(Markdown, ATildeThatSaysAboutOrToStays) {
    for (const char* words : {"Ongeveer ~5 ml of ~6 ml.", "Van 5~10 tot 15~20 mg.", "每天1~2次,每次3~5片",
                              "5~10~15 mg", "10\\^3"}) {
        std::string plain = words;
        std::erase(plain, '\\');
        EXPECT_EQ(paragraph(words).utf8, plain);
    }
}

TEST_F(Markdown, ACaretThatRaisesNothingIsReported) {
    read("10^3 cellen\n\n10^drie of vier^\n\n10^3^4");
    EXPECT_THAT(found(), ElementsAre("1:3 markup-stray", "3:3 markup-stray", "5:3 markup-stray"));
}

TEST_F(Markdown, CommentsAreDropped) {
    const Body body =
        read("<!-- voor ons\n\ntweede -->\n\nEen <!-- let op --> twee.\n\n<!-- a --> <!-- b -->\n");
    ASSERT_EQ(body.blocks.size(), 1U);
    EXPECT_EQ(std::get<Paragraph>(body.blocks[0].content).text.utf8, "Een twee.");
    EXPECT_THAT(found(), IsEmpty());
}

TEST_F(Markdown, ACommentThatHidesWordsIsReported) {
    read("Een.\n\n<!-- a --> twee\n\n<!-- drie\n\nvier\n");
    EXPECT_THAT(found(), ElementsAre("3:1 comment-open", "5:1 comment-open"));
}

TEST_F(Markdown, ALineMayEndInACellByATagAndNowhereElse) {
    const Body body = read("| a |\n| - |\n| een<br>twee <BR /> drie |\n\nvier<br>vijf\n");
    const Text& cell = std::get<Table>(body.blocks.at(0).content).rows.at(0).at(0);
    EXPECT_EQ(cell.utf8, "een\u2028twee\u2028drie");
    EXPECT_THAT(found(), ElementsAre("5:5 html-refused"));
}

TEST_F(Markdown, APairOfTagsIsOneReportThatSaysTheWay) {
    read("H<sub>2</sub>O");
    const auto all = sink.sorted();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_NE(all[0].remedy.find("between two ~, as in H~2~O"), std::string::npos) << all[0].remedy;
}

TEST_F(Markdown, AnItemMayOpenWithABoxToTick) {
    const Body body = read("- [ ] een\n- [x] **twee** drie\n  - [X] vier\n- [y] vijf\n- [](#a)zes\n");
    const List& list = std::get<List>(body.blocks.at(0).content);
    EXPECT_EQ(list.items.at(0).ticked, std::optional{false});
    EXPECT_EQ(list.items.at(1).ticked, std::optional{true});
    EXPECT_EQ(list.items.at(2).ticked, std::nullopt);
    const Text& text = std::get<Paragraph>(list.items.at(1).blocks.at(0).content).text;
    EXPECT_EQ(text.utf8, "twee drie");
    EXPECT_EQ(place_of(text, "twee"), "2:9");
    const List& inner = std::get<List>(list.items.at(1).blocks.at(1).content);
    EXPECT_EQ(inner.items.at(0).ticked, std::optional{true});
}

TEST_F(Markdown, ABoxWithoutWordsIsReported) {
    read("- [ ]\n- [x] een\n");
    EXPECT_THAT(found(), ElementsAre("1:3 list-item-empty"));
}

TEST_F(Markdown, ATableWithoutRowsIsReportedAndKeepsItsWords) {
    const Body body = read("| a | b |\n| - | - |\n");
    EXPECT_THAT(found(), ElementsAre("1:1 table-head"));
    const Table& table = std::get<Table>(body.blocks.at(0).content);
    EXPECT_EQ(table.rows.at(0).at(1).utf8, "b");
    EXPECT_TRUE(table.head.at(0).empty() && table.head.at(1).empty());
}

TEST_F(Markdown, AFootnoteInACaptionIsRefusedOnce) {
    read("Tekst.\n\n![Een arm.](arm \"Bij de pols[^n].\")\n\n[^n]: Noot.\n");
    const auto all = sink.sorted();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all[0].message, "a footnote cannot stand in a caption");
}

TEST_F(Markdown, AHeadingInACallOutIsToldItsPlace) {
    read("## A\n\n> [!TIP]\n> ### B\n> c\n");
    const auto all = sink.sorted();
    ASSERT_EQ(all.size(), 1U);
    EXPECT_NE(all[0].remedy.find("right behind the kind"), std::string::npos) << all[0].remedy;
}

TEST_F(Markdown, TheSchemeOfAnAddressHasNoCase) {
    EXPECT_THAT(spans(paragraph("[a](HTTPS://x.nl/Pad)")), ElementsAre("link(a)"));
}

TEST_F(Markdown, MarksStandDirectlyBehindTheirWord) {
    const Text text = paragraph("Dit staat vast [@boek; @folder].[^a]\n\n[^a]: Noot.");
    EXPECT_EQ(text.utf8, "Dit staat vast.");
    EXPECT_THAT(spans(text), ElementsAre("cite()", "note()"));
    EXPECT_EQ(text.spans[0].range.begin, 14U);
    EXPECT_THAT(std::get<Citation>(text.spans[0].meaning).sources, ElementsAre(0U, 1U));
}

TEST_F(Markdown, KeepsTheSpaceBehindAMark) {
    const Text text = paragraph("Vast [@boek] [@folder] en zeker  [@boek]\nhier [@boek].");
    EXPECT_EQ(text.utf8, "Vast en zeker hier.");
    EXPECT_EQ(place_of(text, "en"), "1:24");
    EXPECT_EQ(place_of(text, "."), "2:13");
}

TEST_F(Markdown, ReadsWordsInAnotherLanguage) {
    const Text text = paragraph("Uit het Engels: [complete *blood* count]{lang=en}, [a [b] c]{lang=la}.");
    EXPECT_EQ(text.utf8, "Uit het Engels: complete blood count, a [b] c.");
    EXPECT_THAT(spans(text),
                ElementsAre("foreign(complete blood count)", "emphasis(blood)", "foreign(a [b] c)"));
    EXPECT_EQ(place_of(text, "complete"), "1:18");
    EXPECT_EQ(place_of(text, ", a"), "1:50");
}

TEST_F(Markdown, LeavesEscapedMarkupAlone) {
    const Text text = paragraph("\\[@boek] en \\[x\\]{lang=en}, \\{{overview}\\}, \\\"recht\\\"");
    EXPECT_EQ(text.utf8, "[@boek] en [x]{lang=en}, {{overview}}, \"recht\"");
}

TEST_F(Markdown, HoldsALineSeparatorAtAHardBreak) {
    const Text text = paragraph("een\\\ntwee  \ndrie");
    EXPECT_EQ(text.utf8, "een\u2028twee\u2028drie");
    EXPECT_THAT(spans(text), ElementsAre("break(\u2028)", "break(\u2028)"));
}

TEST_F(Markdown, NumbersFootnotesByFirstMention) {
    const Body body = read("a[^z] b[^y] c[^z]\n\n[^y]: Tweede.\n\n[^z]: Eerste.\n");
    ASSERT_EQ(body.footnotes.size(), 2U);
    EXPECT_EQ(body.footnotes[0].id, "z");
    EXPECT_EQ(body.footnotes[0].text.utf8, "Eerste.");
    EXPECT_EQ(body.footnotes[1].id, "y");
    EXPECT_EQ(body.footnotes[1].place.line, 3U);
}

TEST_F(Markdown, GivesAHeadingItsIdOrASlug) {
    const Body body = read("## Wat kunt u merken?\n\n## Pijn *erg* {#pijn}\n\n## Wat kunt u merken?\n");
    EXPECT_EQ(std::get<Heading>(body.blocks[0].content).id, "wat-kunt-u-merken");
    EXPECT_EQ(std::get<Heading>(body.blocks[1].content).id, "pijn");
    EXPECT_EQ(std::get<Heading>(body.blocks[1].content).text.utf8, "Pijn erg");
    EXPECT_EQ(std::get<Heading>(body.blocks[2].content).id, "wat-kunt-u-merken-2");
}

TEST_F(Markdown, ReadsACallOutWithItsTitleOnTheFirstLine) {
    const Body body = read("> [!TIP] Neem *mee*\n> een lijst\n>\n> - vragen\n");
    const auto& call_out = std::get<CallOut>(body.blocks.at(0).content);
    EXPECT_EQ(call_out.kind, CallOutKind::tip);
    EXPECT_EQ(call_out.title.utf8, "Neem mee");
    ASSERT_EQ(call_out.blocks.size(), 2U);
    EXPECT_EQ(std::get<Paragraph>(call_out.blocks[0].content).text.utf8, "een lijst");
    EXPECT_TRUE(std::holds_alternative<List>(call_out.blocks[1].content));
}

TEST_F(Markdown, ReadsACallOutWithoutTitle) {
    const Body body = read("> [!note]\n> ![Een arm.](arm)\n");
    const auto& call_out = std::get<CallOut>(body.blocks.at(0).content);
    EXPECT_TRUE(call_out.title.empty());
    EXPECT_TRUE(std::holds_alternative<Figure>(call_out.blocks.at(0).content));
}

TEST_F(Markdown, ReadsAFigureWithItsCaption) {
    const Body body = read("![Een arm\nvan opzij.](arm \"Zie \\\"a\\\" &amp; *b*\nen c.\")");
    const auto& figure = std::get<Figure>(body.blocks.at(0).content);
    EXPECT_EQ(figure.alternative.utf8, "Een arm van opzij.");
    EXPECT_EQ(figure.caption.utf8, "Zie \"a\" & b en c.");
    EXPECT_EQ(place_of(figure.caption, "b en"), "2:35");
    EXPECT_EQ(place_of(figure.caption, "en c"), "3:1");
}

TEST_F(Markdown, ReadsTableCellsWithTheirPlaces) {
    const Body body = read("- x\n\n  | a | b |\n  |---|:-:|\n  | p \\| q | **r** |\n  || s |\n");
    const auto& list = std::get<List>(body.blocks.at(0).content);
    const auto& table = std::get<Table>(list.items.at(0).blocks.at(1).content);
    EXPECT_THAT(table.columns, ElementsAre(CellAlign::none, CellAlign::centre));
    EXPECT_EQ(table.head[1].utf8, "b");
    EXPECT_EQ(table.rows[0][0].utf8, "p | q");
    EXPECT_EQ(place_of(table.rows[0][0], "| q"), "5:7");
    EXPECT_EQ(place_of(table.rows[0][1], "r"), "5:16");
    EXPECT_TRUE(table.rows[1][0].empty());
    EXPECT_EQ(place_of(table.rows[1][1], "s"), "6:6");
}

TEST(SplitRow, CountsCellsAsCmarkDoes) {
    const auto count = [](std::string_view row) { return split_row(row).size(); };
    EXPECT_EQ(count("| a | b |"), 2U);
    EXPECT_EQ(count("a | b"), 2U);
    EXPECT_EQ(count("| a |  |"), 2U);
    EXPECT_EQ(count("| a | b |  "), 2U);
    EXPECT_EQ(count("| a \\| b |"), 1U);
    EXPECT_EQ(count("|"), 0U);
    EXPECT_EQ(count(""), 0U);
}

TEST(InlineText, TakesALineForWordsWhateverItStartsWith) {
    const Language language = dutch();
    References references;
    references.language = &language;
    Sink sink;
    const auto read = [&](std::string text) {
        return read_inline(SourceText::of_file(std::move(text), "x.md", 1), references, sink).utf8;
    };
    EXPECT_EQ(read("1. Inleiding"), "1. Inleiding");
    EXPECT_EQ(read("- geen lijst"), "- geen lijst");
    EXPECT_EQ(read("# geen kop"), "# geen kop");
    EXPECT_EQ(read("_schuin_ begin"), "schuin begin");
    EXPECT_EQ(read("over\n\ntwee regels"), "over twee regels");
    EXPECT_EQ(read("  ruim  "), "ruim");
    EXPECT_THAT(diag::as_text(sink.sorted()), IsEmpty());
}

TEST(Quotes, BecomeThoseOfTheLanguage) {
    const Language language = dutch();
    EXPECT_EQ(with_quotes("Hij zei: \"Het is 'goed'.\"", language), "Hij zei: “Het is ‘goed’.”");
    EXPECT_EQ(with_quotes("'s Nachts en 's avonds, foto's en zo'n", language),
              "’s Nachts en ’s avonds, foto’s en zo’n");
    EXPECT_EQ(with_quotes("'t Is 'een woord' hier", language), "’t Is ‘een woord’ hier");
    EXPECT_EQ(with_quotes("(\"a\") - \"b\"", language), "(“a”) - “b”");
    EXPECT_EQ(with_quotes("in '68", language), "in ’68");
    EXPECT_EQ(with_quotes("“al goed” ’s", language), "“al goed” ’s");
    EXPECT_EQ(with_quotes("Hans' jas", language), "Hans’ jas");
}

TEST_F(Markdown, QuotesMoveSpansAndPlacesAlong) {
    const Text text = paragraph("\"Ja\" zei **zij** 's nachts & *dag*");
    EXPECT_EQ(text.utf8, "“Ja” zei zij ’s nachts & dag");
    EXPECT_THAT(spans(text), ElementsAre("strong(zij)", "emphasis(dag)"));
    EXPECT_EQ(place_of(text, "zij"), "1:12");
    EXPECT_EQ(place_of(text, "nachts"), "1:21");
    EXPECT_EQ(place_of(text, "dag"), "1:31");
}

TEST_F(Markdown, QuotesOfTwoCharactersKeepPlaces) {
    language.quotes = {"«\u00A0", "\u00A0»", "‹", "›"};
    const Text text = paragraph("dit \"woord\" hier");
    EXPECT_EQ(text.utf8, "dit «\u00A0woord\u00A0» hier");
    EXPECT_EQ(place_of(text, "woord"), "1:6");
    EXPECT_EQ(place_of(text, "hier"), "1:13");
}

TEST_F(Markdown, WarnsOfBidiControlsBehindEntities) {
    read("a &#x202E; b");
    EXPECT_THAT(found(), ElementsAre("1:3 character-suspect"));
}

TEST_F(Markdown, RefusesATableOfAbsurdWidth) {
    std::string head, dashes;
    for (int i = 0; i < 5000; ++i) {
        head += "| a ";
        dashes += "| - ";
    }
    read(head + "|\n" + dashes + "|\n");
    EXPECT_THAT(found(), ElementsAre("2:1 table-head"));
}

TEST_F(Markdown, RefusesNestingBeyondReason) {
    read(std::string(100'000, '>') + " x\n");
    EXPECT_THAT(found(), ElementsAre("1:1 nesting-deep"));
}

TEST_F(Markdown, RefusesListsNestedByIndentation) {
    std::string text;
    for (int depth = 0; depth < 1000; ++depth)
        text += std::string(2 * static_cast<std::size_t>(depth), ' ') + "- x\n";
    read(text);
    ASSERT_EQ(found().size(), 1U);
    EXPECT_THAT(found()[0], ::testing::EndsWith("nesting-deep"));
}

TEST_F(Markdown, SurvivesDeeplyNestedEmphasisAndBrackets) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "*a **b ";
    read(text + "\n\n" + std::string(50'000, '[') + "x" + std::string(50'000, ']'));
    SUCCEED();
}

TEST_F(Markdown, ReadsATableOfAHundredThousandRowsInGoodTime) {
    std::string text = "| a | b |\n| - | - |\n";
    for (int i = 0; i < 100'000; ++i) text += "| een | *twee* |\n";
    const auto start = std::chrono::steady_clock::now();
    const Body body = read(text);
    EXPECT_EQ(std::get<Table>(body.blocks.at(0).content).rows.size(), 100'000U);
    EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds{20});
}

// Every character of a text that stands unescaped in its source must be found at its place.
TEST(RealContent, EveryCharacterStandsWhereItSays) {
    const ProjectFolders folders{std::filesystem::path{BROCHURE_TEST_DATA} / "data/mini",
                                 BROCHURE_SOURCE_ROOT};
    Sink sink;
    const auto file = read_text(folders.root, "content/verband/nl.md", sink);
    const auto document = read_document(folders, "verband", "nl", sink);
    ASSERT_TRUE(file && document);
    const SourceText source = SourceText::of_file(*file, "content/verband/nl.md", 1);
    const auto check = [&](const Text& text) {
        for (std::uint32_t at = 0; at < text.utf8.size();) {
            const auto [value, length] = base::code_point_at(text.utf8, at);
            const Place place = text.place_of(at);
            const std::string line{source.line(static_cast<int>(place.line))};
            std::size_t column = 0;
            for (std::uint32_t c = 1; c < place.column; ++c)
                column += base::code_point_at(line, column).length;
            if (column < line.size() && line[column] != '\'') {
                EXPECT_EQ(base::code_point_at(line, column).value, value) << text.utf8 << " at " << at;
            }
            at += static_cast<std::uint32_t>(length);
        }
    };
    check(document->title);
    for (const Text& message : document->key_messages) check(message);
    for (const Block& block : document->body) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.content)) check(paragraph->text);
        if (const auto* heading = std::get_if<Heading>(&block.content)) check(heading->text);
        if (const auto* figure = std::get_if<Figure>(&block.content)) check(figure->caption);
        if (const auto* table = std::get_if<Table>(&block.content)) {
            for (const auto& row : table->rows) {
                for (const Text& cell : row) check(cell);
            }
        }
    }
}

TEST(LanguageFiles, ThatAreShippedAreWhole) {
    for (const char* tag : {"nl", "en", "ar", "de", "fa", "he", "pl", "ti", "tr", "uk", "zh"}) {
        Sink sink;
        const auto language = read_language({BROCHURE_SOURCE_ROOT, {}}, tag, sink);
        ASSERT_TRUE(language) << tag;
        EXPECT_THAT(diag::as_text(sink.sorted()), IsEmpty());
        for (const std::string& key : known_labels()) EXPECT_FALSE(language->label(key).empty()) << key;
    }
}

TEST(LanguageFiles, GiveThePunctuationOfTheProgramsOwnWords) {
    Sink sink;
    const auto chinese = read_language({BROCHURE_SOURCE_ROOT, {}}, "zh", sink);
    const auto dutch = read_language({BROCHURE_SOURCE_ROOT, {}}, "nl", sink);
    ASSERT_TRUE(chinese && dutch);
    EXPECT_EQ(chinese->punctuation.semicolon, "；");
    EXPECT_EQ(chinese->punctuation.full_stop, "。");
    EXPECT_EQ(dutch->punctuation.semicolon, "; ");
    EXPECT_EQ(dutch->punctuation.full_stop, ". ");
}

TEST(Ids, AndLanguageTags) {
    EXPECT_TRUE(is_id("side-effects2"));
    EXPECT_FALSE(is_id("../x"));
    EXPECT_FALSE(is_id("-x"));
    EXPECT_FALSE(is_id(""));
    EXPECT_TRUE(is_language_tag("nl"));
    EXPECT_TRUE(is_language_tag("zh-Hant-TW"));
    EXPECT_FALSE(is_language_tag("nl-"));
    EXPECT_FALSE(is_language_tag("../nl"));
}

TEST(Project, ListsBrochuresAndLanguages) {
    const std::filesystem::path root = std::filesystem::path{BROCHURE_TEST_DATA} / "data/mini";
    EXPECT_THAT(list_brochures(root).value(), ElementsAre("verband"));
    EXPECT_THAT(languages_of(root, "verband").value(), ElementsAre("en", "nl"));
    EXPECT_FALSE(languages_of(root, "none").ok());
}

}  // namespace
}  // namespace brochure::document
