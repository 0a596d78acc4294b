#include "config/toml.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "diag/render.hpp"

namespace brochure::config {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// What the sink holds, one line each: "line:column code".
std::vector<std::string> places(const Sink& sink) {
    std::vector<std::string> list;
    for (const auto& d : sink.sorted()) {
        list.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.code);
    }
    return list;
}

enum class Side { recto, verso };

class Reading : public ::testing::Test {
  protected:
    Table read(std::string_view text, std::uint32_t first_line = 1) {
        auto table = parse(text, "x.toml", first_line, sink);
        EXPECT_TRUE(table.has_value()) << diag::as_text(sink.sorted());
        return *std::move(table);
    }
    Sink sink;
};

TEST_F(Reading, GivesEveryType) {
    Table t = read(
        "name = 'Linde'\ncolumns = 2\nstretch = 1.5\nwhole = 3\nopen = true\nday = 2026-11-23\nwords = ['a', "
        "'b']\n"
        "[page]\nside = 'verso'\n[[rule]]\nx = 1\n[[rule]]\nx = 2\n");
    EXPECT_EQ(t.string("name"), "Linde");
    EXPECT_EQ(t.integer("columns", 1, 4), 2);
    EXPECT_EQ(t.number("stretch", 0, 2), 1.5);
    EXPECT_EQ(t.number("whole", 0, 4), 3.0);
    EXPECT_EQ(t.boolean("open"), true);
    EXPECT_EQ(t.date("day"), (base::Date{2026, 11, 23}));
    EXPECT_THAT(*t.strings("words"), ElementsAre("a", "b"));
    Table page = *t.table("page");
    EXPECT_EQ(page.choice<Side>("side", {{"recto", Side::recto}, {"verso", Side::verso}}), Side::verso);
    std::vector<Table> rules = t.tables("rule");
    ASSERT_EQ(rules.size(), 2U);
    EXPECT_EQ(rules[1].integer("x", 0, 9), 2);
    t.report_unknown_keys();
    page.report_unknown_keys();
    EXPECT_THAT(places(sink), ElementsAre());
}

TEST_F(Reading, ReportsTheWrongTypeAtTheValue) {
    Table t = read("name = 3\ncolumns = 'two'\n  day = '2026-11-23'\nwords = [1, 'b']\npage = 1\n");
    EXPECT_FALSE(t.string("name"));
    EXPECT_FALSE(t.integer("columns", 1, 4));
    EXPECT_FALSE(t.date("day"));
    EXPECT_THAT(*t.strings("words"), ElementsAre("b"));
    EXPECT_FALSE(t.table("page"));
    EXPECT_THAT(places(sink), ElementsAre("1:8 value-type", "2:11 value-type", "3:9 value-type",
                                          "4:10 value-type", "5:8 value-type"));
}

TEST_F(Reading, ReportsAValueOutOfRange) {
    Table t = read("columns = 5\nstretch = nan\n");
    EXPECT_FALSE(t.integer("columns", 1, 4));
    EXPECT_FALSE(t.number("stretch", 0, 2));
    EXPECT_THAT(places(sink), ElementsAre("1:11 value-range", "2:11 value-range"));
}

TEST_F(Reading, ReportsAMissingKeyAtItsTable) {
    Table t = read("a = 1\n\n[page]\nb = 1\n");
    EXPECT_FALSE(t.table("page")->integer("columns", 1, 4, required));
    EXPECT_THAT(places(sink), ElementsAre("3:1 key-missing"));
    EXPECT_THAT(sink.sorted()[0].message, HasSubstr("page.columns"));
}

TEST_F(Reading, NamesTheNearestKnownKey) {
    Table t = read("leading = 1\n'leadng' = 2\n");
    EXPECT_EQ(t.integer("leading", 0, 9), 1);
    t.report_unknown_keys();
    EXPECT_THAT(places(sink), ElementsAre("2:1 key-unknown"));
    EXPECT_THAT(sink.sorted()[0].remedy, HasSubstr("'leading'"));
}

TEST_F(Reading, NamesTheNearestKnownValue) {
    Table t = read("side = 'vreso'\n");
    EXPECT_FALSE((t.choice<Side>("side", {{"recto", Side::recto}, {"verso", Side::verso}})));
    EXPECT_THAT(places(sink), ElementsAre("1:8 value-unknown"));
    EXPECT_THAT(sink.sorted()[0].remedy, HasSubstr("'verso'"));
}

TEST_F(Reading, KeepsTheOrderOfTheFile) {
    Table t = read("zebra = 1\nape = 2\n[mule]\n");
    EXPECT_THAT(t.keys(), ElementsAre("zebra", "ape", "mule"));
}

TEST_F(Reading, CountsLinesFromTheFirstLineOfThePart) {
    Table t = read("name = 'é'\nnumber = 'x'\n", 2);
    EXPECT_FALSE(t.integer("number", 0, 1));
    EXPECT_THAT(places(sink), ElementsAre("3:10 value-type"));
}

// The place of every character of the text, as "line:column".
std::vector<std::string> character_places(const PlacedString& s) {
    std::vector<std::string> list;
    std::size_t mark = 0;
    std::uint32_t column = 0;
    for (std::uint32_t at = 0; at < s.text.size(); ++at) {
        if ((static_cast<unsigned char>(s.text[at]) & 0xC0) == 0x80) continue;
        if (mark < s.marks.size() && s.marks[mark].offset == at) column = s.marks[mark++].place.column;
        list.push_back(std::to_string(s.marks[mark - 1].place.line) + ":" + std::to_string(column++));
    }
    return list;
}

TEST_F(Reading, PlacesEveryCharacterOfAString) {
    Table t = read("a = \"é\\u00e9\\\"x\"\nb = '''\nx\ny'''\nc = \"\"\"p \\\n   q\"\"\"\n");
    EXPECT_THAT(character_places(*t.placed_string("a")), ElementsAre("1:6", "1:7", "1:13", "1:15"));
    EXPECT_THAT(character_places(*t.placed_string("b")), ElementsAre("3:1", "3:2", "4:1"));
    EXPECT_THAT(character_places(*t.placed_string("c")), ElementsAre("5:8", "5:9", "6:4"));
}

TEST_F(Reading, PlacesStringsOfAnArrayOverLines) {
    Table t = read("a = [\n  \"één\", 'twee',\n  'drie',\n]\n", 2);
    const auto values = *t.array("a");
    EXPECT_THAT(character_places(*values[1].placed_string()), ElementsAre("3:11", "3:12", "3:13", "3:14"));
    EXPECT_THAT(character_places(*values[2].placed_string()).front(), "4:4");
}

TEST_F(Reading, RefusesWhatIsNoToml) {
    EXPECT_FALSE(parse("a = \nb = 2", "x.toml", 5, sink));
    EXPECT_THAT(places(sink), ElementsAre("5:5 toml-syntax"));
}

TEST_F(Reading, RefusesCurlyQuotationMarksAroundText) {
    EXPECT_FALSE(parse("a = 1\nb = “twee”\n", "x.toml", 1, sink));
    EXPECT_FALSE(parse("a = 'é'\nﬁ = 2\n", "y.toml", 1, sink));
    EXPECT_THAT(places(sink), ElementsAre("2:5 toml-syntax", "2:1 toml-syntax"));
}

TEST_F(Reading, ReportsTheEarlierOfTwoFaults) {
    EXPECT_FALSE(parse("a = \nb = “twee”\n", "x.toml", 1, sink));
    EXPECT_THAT(places(sink), ElementsAre("1:5 toml-syntax"));
}

TEST_F(Reading, ReadsBehindAByteOrderMark) {
    Table t = read(
        "\xEF\xBB\xBF"
        "a = 'x'\n");
    EXPECT_EQ(t.placed_string("a")->marks.at(0).place.column, 6U);
}

TEST_F(Reading, RefusesBytesThatAreNoUtf8) {
    EXPECT_FALSE(parse("a = 'x'\nb = 'caf\xE9'\n", "x.toml", 1, sink));
    EXPECT_THAT(places(sink), ElementsAre("2:9 not-utf8"));
}

TEST_F(Reading, RefusesAFileThatIsTooLarge) {
    EXPECT_FALSE(parse("#" + std::string(1 << 20, 'x'), "x.toml", 1, sink));
    EXPECT_THAT(places(sink), ElementsAre("1:1 file-too-large"));
}

TEST_F(Reading, RefusesAbsurdNestingWithoutFallingOver) {
    std::string dotted = "a";
    for (int i = 0; i < 200000; ++i) dotted += ".a";
    EXPECT_FALSE(parse(dotted + " = 1", "x.toml", 1, sink));
    EXPECT_FALSE(parse("[" + dotted + "]", "x.toml", 1, sink));
    EXPECT_FALSE(parse("a = " + std::string(100000, '['), "x.toml", 1, sink));
    std::string inline_tables;
    for (int i = 0; i < 100000; ++i) inline_tables += "a={";
    EXPECT_FALSE(parse(inline_tables, "x.toml", 1, sink));
    EXPECT_EQ(sink.errors(), 4U);
}

TEST_F(Reading, DotsInStringsAndCommentsAreNoNesting) {
    read("a = '" + std::string(100, '.') + "' # " + std::string(100, '.') + "\nb = \"\"\"\n" +
         std::string(100, '.') + "\"\"\"\n");
    EXPECT_THAT(places(sink), ElementsAre());
}

TEST_F(Reading, RefusesControlCharactersBehindEscapes) {
    read("a = \"x\\u0000y\"\n");
    EXPECT_THAT(places(sink), ElementsAre("1:5 character-forbidden"));
}

TEST_F(Reading, ReportsATableWhereAListOfTablesIsWanted) {
    Table t = read("[image]\nid = 'x'\n");
    EXPECT_TRUE(t.tables("image").empty());
    EXPECT_THAT(places(sink), ElementsAre("1:1 value-type"));
}

}  // namespace
}  // namespace brochure::config
