// Tables: the author's own, and those that the layout builds from the treatments.
#include <gmock/gmock.h>

#include "styling.hpp"

namespace brochure::style {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// The words of every cell, paragraphs parted by "/".
std::vector<std::string> words_in(const StyledDocument& document, const std::vector<Cell>& row) {
    std::vector<std::string> list;
    for (const Cell& cell : row) {
        std::string words;
        for (const ParagraphId id : cell.paragraphs) {
            words += (words.empty() ? "" : "/") + document.paragraphs[id].text;
        }
        list.push_back(words);
    }
    return list;
}

class Tables : public StyleTest {
  protected:
    Tables() { design.table.form = design::TableForm::grid; }
    const TableBlock& table(const StyledDocument& document) {
        const auto* found = first_of<TableBlock>(document.parts.at(0).flow);
        if (found == nullptr) throw std::runtime_error("no table");
        return *found;
    }
};

TEST_F(Tables, HaveAHeadWithColumnHeadersAndRowsThatTheirFirstCellNames) {
    const StyledDocument document =
        body("## Week\n\n| Dag | Doen |\n| --- | --- |\n| Maandag | rust |\n| Dinsdag | zalf |\n");
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Week\"\n"
              "  Table\n"
              "    THead\n"
              "      TR\n"
              "        TH [scope=column] \"Dag\"\n"
              "        TH [scope=column] \"Doen\"\n"
              "    TBody\n"
              "      TR\n"
              "        TH [scope=row] \"Maandag\"\n"
              "        TD \"rust\"\n"
              "      TR\n"
              "        TH [scope=row] \"Dinsdag\"\n"
              "        TD \"zalf\"\n");
}

TEST_F(Tables, SetTheirHeadAgainAsAnArtifact) {
    const StyledDocument document = body("## Week\n\n| Dag | Doen |\n| --- | --- |\n| Maandag | rust |\n");
    const TableBlock& block = table(document);
    EXPECT_THAT(words_in(document, block.repeated_head), ElementsAre("Dag", "Doen"));
    for (const Cell& cell : block.repeated_head) {
        const StyledParagraph& paragraph = document.paragraphs[cell.paragraphs.at(0)];
        EXPECT_TRUE(std::holds_alternative<std::monostate>(paragraph.runs.at(0).leaf));
    }
    ASSERT_TRUE(block.continued.has_value());
    EXPECT_EQ(document.paragraphs[*block.continued].text, "Dag (vervolg)");
}

TEST_F(Tables, KeepAnEmptyCellInItsPlace) {
    const StyledDocument document =
        body("## Week\n\n| Dag | Doen | Wie |\n| --- | --- | --- |\n| Maandag |  | u |\n");
    EXPECT_THAT(words_in(document, table(document).rows.at(0)), ElementsAre("Maandag", "", "u"));
    EXPECT_THAT(structure_dump(document, 0), HasSubstr("        TH [scope=row] \"Maandag\"\n"
                                                       "        TD\n"
                                                       "        TD \"u\"\n"));
}

TEST_F(Tables, AlignTheirColumnsAsTheAuthorSays) {
    const StyledDocument document =
        body("## Week\n\n| a | b | c | d |\n| --- | :-- | :-: | --: |\n| 1 | 2 | 3 | 4 |\n");
    using document::CellAlign;
    const std::vector<CellAlign> wanted{CellAlign::none, CellAlign::left, CellAlign::centre,
                                        CellAlign::right};
    for (std::size_t column = 0; column < 4; ++column) {
        EXPECT_EQ(table(document).head.at(column).align, wanted[column]);
        EXPECT_EQ(table(document).rows.at(0).at(column).align, wanted[column]);
        EXPECT_EQ(table(document).repeated_head.at(column).align, wanted[column]);
    }
}

// ---- Cards

class CardTables : public Tables {
  protected:
    CardTables() { design.table.form = design::TableForm::cards; }
};

TEST_F(CardTables, ShareTheLeavesOfTheirCells) {
    const StyledDocument document =
        body("## Week\n\n| Dag | Doen |\n| --- | --- |\n| Maandag | rust **nu** |\n");
    const TableBlock& block = table(document);
    ASSERT_TRUE(block.cards.has_value());
    const StyledParagraph& cell = document.paragraphs[block.rows.at(0).at(1).paragraphs.at(0)];
    const StyledParagraph& again = document.paragraphs[block.cards->rows.at(0).at(1).paragraphs.at(0)];
    EXPECT_EQ(cell.text, again.text);
    ASSERT_EQ(cell.runs.size(), again.runs.size());
    for (std::size_t i = 0; i < cell.runs.size(); ++i) EXPECT_EQ(cell.runs[i].leaf, again.runs[i].leaf);
    EXPECT_EQ(again.style, design.card.text);
    EXPECT_EQ(again.runs.back().style.face.weight, 700);
}

TEST_F(CardTables, NameTheRowThatGoesOn) {
    const StyledDocument document = body("## Week\n\n| Dag | Doen |\n| --- | --- |\n| Maandag | rust |\n");
    const auto& continued = table(document).cards->continued.at(0);
    ASSERT_TRUE(continued.has_value());
    EXPECT_EQ(document.paragraphs[*continued].text, "Maandag (vervolg)");
}

TEST_F(CardTables, AreNotMadeOfOneColumn) {
    EXPECT_FALSE(table(body("## a\n\n| b |\n| - |\n| c |\n")).cards.has_value());
}

// ---- Over a facing pair

class SpreadTables : public Tables {
  protected:
    SpreadTables() { design.table.form = design::TableForm::spread; }
};

TEST_F(SpreadTables, NameTheirRowsOnceMoreAsArtifactsThatLeadNowhere) {
    const StyledDocument document = body(
        "## Week\n\n| Dag | Doen | Wie |\n| --- | --- | --- |\n| [Maandag](https://a.nl) | rust | u |\n|  | "
        "zalf | "
        "u |\n");
    const TableBlock& block = table(document);
    ASSERT_TRUE(block.spread.has_value());
    EXPECT_FALSE(block.cards.has_value());
    ASSERT_THAT(words_in(document, block.spread->labels), ElementsAre("Maandag", ""));
    const StyledParagraph& label = document.paragraphs[block.spread->labels[0].paragraphs.at(0)];
    EXPECT_THAT(label.links, IsEmpty());
    for (const StyledRun& run : label.runs) {
        EXPECT_TRUE(std::holds_alternative<std::monostate>(run.leaf));
        EXPECT_EQ(run.link, std::nullopt);
    }
    EXPECT_EQ(label.style, design.table.first_column);
}

TEST_F(SpreadTables, AreNotMadeOfTwoColumnsOrOfNoRow) {
    EXPECT_FALSE(table(body("## a\n\n| b | c |\n| - | - |\n| d | e |\n")).spread.has_value());
    EXPECT_FALSE(table(body("## a\n\n| b | c | d |\n| - | - | - |\n")).spread.has_value());
}

TEST_F(SpreadTables, HaveTheirNotesAtTheFootOfThePage) {
    design.table.notes = design::TableNotes::below;
    const StyledDocument document = body(
        "## Week\n\n| Dag | Doen | Wie |\n| --- | --- | --- |\n| Maandag[^a] | rust | u |\n\n[^a]: Ook op "
        "dinsdag.\n");
    const TableBlock& block = table(document);
    EXPECT_THAT(document.footnotes, SizeIs(1));
    EXPECT_THAT(document.paragraphs[block.rows.at(0).at(0).paragraphs.at(0)].footnotes, SizeIs(1));
    EXPECT_THAT(document.paragraphs[block.spread->labels.at(0).paragraphs.at(0)].footnotes, IsEmpty());
}

// ---- Notes

const std::string with_note =
    "## Week\n\n| Dag | Doen |\n| --- | --- |\n| Maandag[^a] | rust |\n\nNa de tabel.\n\n[^a]: Ook op "
    "dinsdag.\n";

TEST_F(Tables, HaveTheirNotesBelowThem) {
    design.table.notes = design::TableNotes::below;
    const StyledDocument document = body(with_note);
    const auto& flow = document.parts.at(0).flow;
    ASSERT_EQ(flow.size(), 3U);
    const auto& group = std::get<Group>(flow.at(1).content);
    ASSERT_THAT(group.blocks, SizeIs(2));
    EXPECT_TRUE(std::holds_alternative<TableBlock>(group.blocks[0].content));
    EXPECT_TRUE(group.blocks[0].keep_with_next);
    EXPECT_EQ(document.paragraphs[std::get<TextBlock>(group.blocks[1].content).paragraph].text,
              "Ook op dinsdag.");
    EXPECT_THAT(document.footnotes, IsEmpty());
    for (const StyledParagraph& paragraph : document.paragraphs) EXPECT_THAT(paragraph.footnotes, IsEmpty());
}

TEST_F(Tables, HaveANoteBelowThemAgainThatWasToldBefore) {
    design.table.notes = design::TableNotes::below;
    const StyledDocument document = body(
        "## Week\n\nOok nu[^a].\n\n| Dag | Doen |\n| --- | --- |\n| Maandag[^a] | rust |\n\n[^a]: Op "
        "reis.\n");
    const Group& table = std::get<Group>(document.parts.at(0).flow.at(2).content);
    ASSERT_THAT(table.blocks, SizeIs(2));
    const TextBlock& note = std::get<TextBlock>(table.blocks.at(1).content);
    EXPECT_EQ(document.paragraphs[note.paragraph].text, "Op reis.");
    EXPECT_TRUE(std::holds_alternative<std::monostate>(document.paragraphs[note.paragraph].runs.at(0).leaf))
        << "read once, where it is mentioned first";
    EXPECT_THAT(document.footnotes, SizeIs(1));
}

TEST_F(Tables, WithAnEmptyHeadHaveNoneAndAnEmptyCellHeadsNothing) {
    const StyledDocument document = body("## Week\n\n| | |\n| - | - |\n| Ma | dicht |\n| | open |\n");
    EXPECT_TRUE(std::get<TableBlock>(document.parts.at(0).flow.at(1).content).headless);
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"Week\"\n"
              "  Table\n"
              "    TBody\n"
              "      TR\n"
              "        TH [scope=row] \"Ma\"\n"
              "        TD \"dicht\"\n"
              "      TR\n"
              "        TD\n"
              "        TD \"open\"\n");
}

TEST_F(Tables, HaveTheirNotesAtTheFootOfThePage) {
    design.table.notes = design::TableNotes::foot;
    const StyledDocument document = body(with_note);
    EXPECT_TRUE(std::holds_alternative<TableBlock>(document.parts.at(0).flow.at(1).content));
    EXPECT_THAT(document.footnotes, SizeIs(1));
}

TEST_F(Tables, AreReadBeforeTheirNotesWhereverThoseStand) {
    for (const design::TableNotes place : {design::TableNotes::below, design::TableNotes::foot}) {
        design.table.notes = place;
        EXPECT_THAT(structure_dump(body(with_note), 0), HasSubstr("        TD \"rust\"\n  Note"));
    }
}

const std::string two_treatments = R"(
[[treatment]]
id = "verschonen"
name = "Verschonen"
aim = "de wond **schoon** houden"
how = "een nieuw verband"
frequency = "elke dag"
section = "verschonen"

[[treatment]]
id = "zalf"
name = "Zalf"
aim = "jeuk verminderen"
side_effects = "soms een rode huid"
section = "zalf"
)";

class TreatmentTables : public Tables {
  protected:
    StyledDocument with_treatments(const std::string& call) {
        return styled(
            {"## Verschonen {#verschonen}\n\n" + call + "\n\n## Zalf {#zalf}\n\nSmeer.\n", two_treatments},
            {"body"});
    }
};

TEST_F(TreatmentTables, HaveARowPerTreatmentAndJoinTheFieldsOfAColumn) {
    pages = {{"verschonen", "4"}, {"zalf", "12"}};
    const StyledDocument document = with_treatments("{{overview}}\n\n{{side-effects}}");
    const TableBlock& block = table(document);
    EXPECT_THAT(words_in(document, block.head), ElementsAre("Behandeling", "Waarvoor", "Hoe en hoe vaak"));
    ASSERT_THAT(block.rows, SizeIs(2));
    EXPECT_THAT(
        words_in(document, block.rows[0]),
        ElementsAre("Verschonen/bladzijde 4", "de wond schoon houden", "een nieuw verband; elke dag"));
    EXPECT_THAT(words_in(document, block.rows[1]), ElementsAre("Zalf/bladzijde 12", "jeuk verminderen", ""));
    EXPECT_THAT(reports(), IsEmpty());
}

TEST_F(TreatmentTables, JoinFieldsByTheLanguagesOwnSemicolon) {
    test::ReadBrochure read = test::read_brochure(
        {"## Verschonen {#verschonen}\n\n{{overview}}\n\n## Zalf {#zalf}\n", two_treatments});
    read.document.language.punctuation.semicolon = "؛ ";
    design.parts = {design::PartKind::body};
    const StyledDocument document = style_document(read.document, design, read.pictures, pages, sink);
    EXPECT_EQ(words_in(document, table(document).rows.at(0)).at(2), "een nieuw verband؛ elke dag");
}

TEST_F(TreatmentTables, KeepACellForAFieldTheSourceIsSilentAbout) {
    design.treatment_tables.at("overview").form = design::TableForm::grid;
    const StyledDocument document = with_treatments("{{overview}}");
    EXPECT_THAT(table(document).rows.at(1), SizeIs(3));
    EXPECT_THAT(table(document).rows.at(1).at(2).paragraphs, IsEmpty());
    EXPECT_THAT(structure_dump(document, 0), HasSubstr("        TD \"jeuk verminderen\"\n        TD\n"));
}

TEST_F(TreatmentTables, ThatShowNotAllThatTreatmentsTellAreReported) {
    (void)with_treatments("{{overview}}");
    EXPECT_THAT(reports(),
                AllOf(HasSubstr("field-unseen"), HasSubstr("side_effects of the treatment 'zalf'")));
    EXPECT_EQ(sink.warnings(), 1U);
}

TEST_F(TreatmentTables, LeaveOutTreatmentsWithoutTheFieldTheyAreAbout) {
    const StyledDocument document = with_treatments("{{side-effects}}");
    const TableBlock& block = table(document);
    ASSERT_THAT(block.rows, SizeIs(1));
    EXPECT_EQ(words_in(document, block.rows[0]).at(1), "soms een rode huid");
}

TEST_F(TreatmentTables, LeadFromATreatmentToItsSection) {
    pages = {{"zalf", "12"}};
    const StyledDocument document = with_treatments("{{side-effects}}");
    const ParagraphId line = table(document).rows.at(0).at(0).paragraphs.at(1);
    EXPECT_THAT(runs_of(document.paragraphs[line]), ElementsAre("bladzijde 12 | → #zalf"));
    EXPECT_EQ(document.paragraphs[line].links.at(0).description, "Zalf, bladzijde 12");
}

TEST_F(TreatmentTables, PrintNoPagesWhereTheLayoutWantsNone) {
    design.table.page_line = nullptr;
    const StyledDocument document = with_treatments("{{overview}}");
    EXPECT_THAT(words_in(document, table(document).rows.at(0)).at(0), "Verschonen");
}

TEST_F(TreatmentTables, ATableTheLayoutDoesNotKnowIsReportedWithTheNearestName) {
    const StyledDocument document = with_treatments("{{overvieuw}}");
    EXPECT_EQ(first_of<TableBlock>(document.parts.at(0).flow), nullptr);
    const auto found = sink.sorted();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].code, "table-unknown");
    EXPECT_EQ(found[0].message, "The layout 'a5' has no table 'overvieuw'.");
    EXPECT_EQ(found[0].remedy, "Did you mean {{overview}}?");
    EXPECT_EQ(found[0].place.file, "content/proef/nl.md");
    EXPECT_GT(found[0].place.line, 0U);
}

TEST_F(TreatmentTables, AHeadingTheLanguageLacksIsReported) {
    design.parts = {design::PartKind::body};
    test::ReadBrochure read = test::read_brochure(test::SmallBrochure{
        "## Verschonen {#verschonen}\n\n{{overview}}\n\n## Zalf {#zalf}\n\nSmeer.\n", two_treatments});
    read.document.language.columns.erase("aim");
    style_document(read.document, design, read.pictures, pages, sink);
    ASSERT_THAT(sink.sorted(), SizeIs(1));
    EXPECT_EQ(sink.sorted()[0].code, "key-missing");
    EXPECT_THAT(sink.sorted()[0].message, HasSubstr("'aim'"));
}

}  // namespace
}  // namespace brochure::style
