#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>

#include "base/utf8.hpp"
#include "diag/render.hpp"
#include "document/blocks.hpp"
#include "document/language_file.hpp"
#include "document/line_checks.hpp"
#include "document/quotes.hpp"
#include "document/read.hpp"

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
    constexpr const char* names[] = {"strong", "emphasis", "link", "see", "foreign", "note", "cite", "break"};
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
