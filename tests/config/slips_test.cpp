// What editors type into TOML that is none, and what they are told.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "config/toml.hpp"
#include "diag/render.hpp"

namespace brochure::config {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

// "line:column message | remedy" of the one report.
std::string told(std::string_view text) {
    Sink sink;
    EXPECT_FALSE(parse(text, "x.toml", 1, sink).has_value()) << text;
    const auto all = sink.sorted();
    EXPECT_EQ(all.size(), 1U) << diag::as_text(all);
    if (all.size() != 1) return "";
    EXPECT_EQ(all[0].code, "toml-syntax");
    return std::to_string(all[0].place.line) + ":" + std::to_string(all[0].place.column) + " " +
           all[0].message + " | " + all[0].remedy;
}

TEST(Slip, TextWithoutMarks) {
    EXPECT_THAT(told("a = 1\ntitle = Pijn in de knie\n"),
                AllOf(HasSubstr("2:9 'Pijn in de knie' stands without quotation marks"),
                      HasSubstr("title = \"Pijn in de knie\"")));
    EXPECT_THAT(told("title = Inname\n"), HasSubstr("1:9 'Inname' stands without"));
    EXPECT_THAT(told("title = Één keer\n"), HasSubstr("1:9 'Één keer' stands without"));
    EXPECT_THAT(told("phone = 058 761 22 40\n"), HasSubstr("'058 761 22 40' stands without"));
}

TEST(Slip, MarksWithinMarks) {
    EXPECT_THAT(told("a = \"de \"goede\" arm\"\n"),
                AllOf(HasSubstr("1:10 the text goes on"), HasSubstr("“ ”")));
    EXPECT_THAT(told("a = [\"de \"goede\" arm\"]\n"), HasSubstr("1:11 the text goes on"));
    EXPECT_THAT(told("a = 'foto's'\n"), HasSubstr("the text goes on"));
    EXPECT_THAT(told("a = 'foto's\n"), HasSubstr("an apostrophe"));
}

TEST(Slip, TextOverTwoLines) {
    EXPECT_THAT(
        told("a = \"een\ntwee\"\nb = 1\n"),
        AllOf(HasSubstr("1:5 the text that opens here is not closed on its line"), HasSubstr("\"\"\"")));
    EXPECT_THAT(told("a = \"\"\"een\ntwee\n"),
                HasSubstr("1:5 the text that opens with \"\"\" here is never closed"));
}

TEST(Slip, Dates) {
    EXPECT_THAT(told("updated = 28-11-2026\n"),
                AllOf(HasSubstr("1:11 '28-11-2026'"), HasSubstr(": 2026-11-28")));
    EXPECT_THAT(told("updated = 11/28/2026\n"), HasSubstr(": 2026-11-28"));
    EXPECT_THAT(told("updated = 2026-1-5\n"), HasSubstr(": 2026-01-05"));
    EXPECT_THAT(told("updated = 5.1.2026\n"), HasSubstr(": 2026-01-05"));
}

TEST(Slip, NumbersWithALeadingZeroOrAComma) {
    EXPECT_THAT(told("number = 0412\n"),
                AllOf(HasSubstr("1:10 the number 0412 begins with 0"),
                      HasSubstr("\"0412\" between quotation marks"), HasSubstr("else 412")));
    EXPECT_THAT(told("gap = 1,5\n"), HasSubstr("write 1.5"));
}

TEST(Slip, YesAndNo) {
    for (const std::string word : {"yes", "Ja", "True", "nee", "FALSE"})
        EXPECT_THAT(told("reviewed = " + word + "\n"),
                    HasSubstr("1:12 '" + word + "' is neither true nor false"));
}

TEST(Slip, SignsBetweenNameAndValue) {
    EXPECT_THAT(told("title: \"Pijn\"\n"), HasSubstr("1:6 behind 'title' stands a colon where = belongs"));
    EXPECT_THAT(told("title \"Pijn\"\n"), HasSubstr("1:7 between 'title' and its value the = is missing"));
    EXPECT_THAT(told("title =\nb = 1\n"), HasSubstr("behind 'title =' nothing stands"));
    EXPECT_THAT(told("key messages = [\"a\"]\n"), HasSubstr("write key_messages = …"));
    EXPECT_THAT(told("Een losse zin.\n"), HasSubstr("1:1 this line is no name = value"));
}

TEST(Slip, TypographicMarks) {
    EXPECT_THAT(told("title = “Pijn”\n"), HasSubstr("1:9 “ is a typographic quotation mark"));
    EXPECT_THAT(told("a = [„x”]\n"), HasSubstr("1:6 „ is a typographic"));
    EXPECT_THAT(told("a = «x»\n"), HasSubstr("« is a typographic"));
}

TEST(Slip, Lists) {
    EXPECT_THAT(told("a = [\n  \"een\"\n  \"twee\",\n]\n"),
                HasSubstr("3:3 between two values of the list a comma is missing"));
    EXPECT_THAT(told("a = [\n  \"een\",\nb = 2\n"),
                HasSubstr("1:5 the list that opens here is never closed"));
    EXPECT_THAT(told("a = [\"een\"\n\n[[glossary]]\nterm = \"x\"\n"),
                HasSubstr("1:5 the list that opens here"));
    EXPECT_THAT(told("a = [\"een\",, \"twee\"]\n"), HasSubstr("1:12 a comma stands here"));
}

TEST(Slip, Brackets) {
    EXPECT_THAT(told("[[glossary]\nterm = \"x\"\n"),
                AllOf(HasSubstr("1:1 a bracket is missing"), HasSubstr("[[glossary]]")));
    EXPECT_THAT(told("[nl\nhours = \"x\"\n"), HasSubstr("write [nl]"));
    EXPECT_THAT(told("[glossary]]\nterm = \"x\"\n"), HasSubstr("opens with one bracket"));
    EXPECT_THAT(told("[nl] hours = \"x\"\n"), HasSubstr("behind [nl] something more"));
    EXPECT_THAT(told("a = { x = 1,\n y = 2 }\n"), HasSubstr("goes on beyond its line"));
    EXPECT_THAT(told("a = { x: 1 }\n"), HasSubstr("a colon where = belongs"));
}

TEST(Slip, Backslashes) {
    EXPECT_THAT(told("file = \"images\\arm.svg\"\n"),
                AllOf(HasSubstr("1:15 '\\a'"), HasSubstr("/ in the path")));
    EXPECT_THAT(told("a = \"\"\"a\\é\"\"\"\n"), HasSubstr("1:9 '\\é'"));
}

TEST(Slip, ANameTwice) {
    EXPECT_THAT(told("title = \"a\"\ntitle = \"b\"\n"),
                HasSubstr("2:9 'title' is given for the second time"));
}

TEST(LineEndBackslash, MayStandBeforeAnyLetter) {
    for (const std::string letter : {"é", "ï", "ş", "Ц", "є", "«", "°", "一", "a"}) {
        Sink sink;
        auto table = parse("a = \"\"\"een \\\n   " + letter + "x\"\"\"\n", "x.toml", 1, sink);
        ASSERT_TRUE(table.has_value()) << diag::as_text(sink.sorted());
        EXPECT_EQ(table->string("a"), "een " + letter + "x");
    }
}

TEST(StrayKey, IsToldOnceAndWhereItStands) {
    Sink sink;
    auto root = parse("a = 1\n[[glossary]]\nterm = 'x'\nsubtitle = 'y'\n", "x.toml", 1, sink);
    ASSERT_TRUE(root.has_value());
    (void)root->string("subtitle", required);
    for (Table& entry : root->tables("glossary")) {
        (void)entry.string("term");
        entry.report_unknown_keys();
    }
    (void)root->integer("a", 0, 9);
    root->report_unknown_keys();
    const auto all = sink.sorted();
    ASSERT_EQ(all.size(), 1U) << diag::as_text(all);
    EXPECT_EQ(all[0].code, "key-misplaced");
    EXPECT_EQ(all[0].place.line, 4U);
    EXPECT_THAT(all[0].message, HasSubstr("below [[glossary]]"));
}

TEST(StrayKey, OfTheRootThatIsNowhereIsMissing) {
    Sink sink;
    auto root = parse("a = 1\n", "x.toml", 1, sink);
    ASSERT_TRUE(root.has_value());
    (void)root->string("title", required);
    (void)root->value("a");
    root->report_unknown_keys();
    ASSERT_EQ(sink.sorted().size(), 1U);
    EXPECT_EQ(sink.sorted()[0].code, "key-missing");
}

}  // namespace
}  // namespace brochure::config
