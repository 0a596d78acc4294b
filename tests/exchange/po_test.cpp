// What comes back from a translator's tool, whole or damaged.
#include "exchange/po.hpp"

#include <gmock/gmock.h>

#include "diag/codes.hpp"

namespace brochure::exchange {
namespace {

using testing::ElementsAre;
using testing::Field;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const std::string header =
    "msgid \"\"\n"
    "msgstr \"\"\n"
    "\"Language: en\\n\"\n"
    "\"Content-Type: text/plain; charset=UTF-8\\n\"\n";

struct Read {
    std::vector<Entry> entries;
    std::vector<diag::Diagnostic> told;
};

Read read(const std::string& entries) {
    Sink sink;
    auto catalogue = read_po(header + entries, "po/a.en.po", sink);
    return {catalogue ? std::move(catalogue->entries) : std::vector<Entry>{}, sink.sorted()};
}

std::vector<std::string> keys(const Read& read) {
    std::vector<std::string> out;
    for (const Entry& entry : read.entries) out.push_back(entry.key);
    return out;
}

const std::string sound = "\nmsgctxt \"a/p1\"\nmsgid \"Pijn\"\nmsgstr \"Pain\"\n";
const std::string other = "\nmsgctxt \"b/p1\"\nmsgid \"Koorts\"\nmsgstr \"Fever\"\n";

TEST(Po, IsReadAsItWasWritten) {
    Catalogue catalogue;
    catalogue.header = {{"Language", "en"}, {"Content-Type", "text/plain; charset=UTF-8"}};
    Entry stale;
    stale.key = "a/p1";
    stale.source = "Zeg \"ja\" \\ nee";
    stale.target = "Say “yes”\tor no";
    stale.previous = "Zeg ja";
    stale.fuzzy = true;
    stale.notes = {"paragraph"};
    stale.places = {"content/a/nl.md:3"};
    Entry gone;
    gone.key = "a/p2";
    gone.source = "Weg";
    gone.target = "Gone";
    gone.obsolete = true;
    catalogue.entries = {stale, gone};
    Sink sink;
    const auto back = read_po(written_as_po(catalogue), "x.po", sink);
    ASSERT_TRUE(back);
    EXPECT_THAT(sink.sorted(), IsEmpty());
    EXPECT_EQ(back->header, catalogue.header);
    ASSERT_THAT(back->entries, SizeIs(2));
    EXPECT_EQ(back->entries[0].source, stale.source);
    EXPECT_EQ(back->entries[0].target, stale.target);
    EXPECT_EQ(back->entries[0].previous, stale.previous);
    EXPECT_TRUE(back->entries[0].fuzzy);
    EXPECT_FALSE(back->entries[0].obsolete);
    EXPECT_TRUE(back->entries[1].obsolete);
    EXPECT_EQ(back->entries[1].target, "Gone");
}

TEST(Po, TextsOverSeveralLinesAreOne) {
    const Read found =
        read("\nmsgctxt \"\"\n\"a/\"\n\"p1\"\nmsgid \"Pijn\"\nmsgstr \"\"\n\"Pain \"\n\"here\"\n");
    ASSERT_THAT(found.entries, SizeIs(1));
    EXPECT_EQ(found.entries[0].key, "a/p1");
    EXPECT_EQ(found.entries[0].target, "Pain here");
}

TEST(Po, LineEndsOfWindowsAreNoMatter) {
    EXPECT_THAT(keys(read("\r\nmsgctxt \"a/p1\"\r\nmsgid \"Pijn\"\r\nmsgstr \"Pain\"\r\n")),
                ElementsAre("a/p1"));
}

TEST(Po, AFuzzyMarkIsForOneEntry) {
    const Read found =
        read("\n#, fuzzy, c-format\nmsgctxt \"a/p1\"\nmsgid \"Pijn\"\nmsgstr \"Pain\"\n" + other);
    ASSERT_THAT(found.entries, SizeIs(2));
    EXPECT_TRUE(found.entries[0].fuzzy);
    EXPECT_FALSE(found.entries[1].fuzzy);
}

TEST(Po, AMissingQuotationMarkCostsOneEntryAndIsToldWithItsLine) {
    const Read found = read("\nmsgctxt \"a/p1\"\nmsgid \"Pijn\nmsgstr \"Pain\"\n" + other);
    EXPECT_THAT(keys(found), ElementsAre("b/p1"));
    ASSERT_THAT(found.told, SizeIs(1));
    EXPECT_EQ(found.told[0].code, diag::code::exchange_damaged);
    EXPECT_EQ(found.told[0].place.line, 7U);
    EXPECT_THAT(found.told[0].message, HasSubstr("'a/p1'"));
}

TEST(Po, AFileThatIsCutLosesItsLastEntryAndSaysSo) {
    const std::string cut = sound + other.substr(0, other.size() - 4);
    const Read found = read(cut);
    EXPECT_THAT(keys(found), ElementsAre("a/p1"));
    EXPECT_THAT(found.told, SizeIs(1));
}

TEST(Po, AKeywordThatIsNoneCostsItsEntry) {
    const Read found = read("\nmsgctxt \"a/p1\"\nmsgid \"Pijn\"\nmsgstx \"Pain\"\n" + other);
    EXPECT_THAT(keys(found), ElementsAre("b/p1"));
    EXPECT_THAT(found.told, SizeIs(1));
}

TEST(Po, ATextWithoutAKeyIsRefused) {
    const Read found = read("\nmsgid \"Pijn\"\nmsgstr \"Pain\"\n" + other);
    EXPECT_THAT(keys(found), ElementsAre("b/p1"));
    EXPECT_THAT(found.told, SizeIs(1));
}

TEST(Po, ALostMsgstrTakesNothingFromTheNextEntry) {
    const Read found = read(
        "\nmsgctxt \"a/p1\"\nmsgid \"Pijn\"\n#. a note\nmsgctxt \"b/p1\"\nmsgid \"Koorts\"\nmsgstr "
        "\"Fever\"\n");
    EXPECT_THAT(keys(found), ElementsAre("b/p1"));
    EXPECT_THAT(found.told, SizeIs(1));
}

TEST(Po, BytesThatAreNoUtf8CostTheirEntry) {
    const Read found = read("\nmsgctxt \"a/p1\"\nmsgid \"Pijn\"\nmsgstr \"Pa\xFFin\"\n" + other);
    EXPECT_THAT(keys(found), ElementsAre("b/p1"));
    EXPECT_THAT(found.told, SizeIs(1));
}

TEST(Po, WithoutAHeaderIsRefused) {
    Sink sink;
    EXPECT_FALSE(read_po(sound, "po/a.en.po", sink));
    EXPECT_TRUE(sink.has_errors());
}

TEST(Po, OfAnotherEncodingIsRefused) {
    Sink sink;
    EXPECT_FALSE(
        read_po("msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"\n", "a.po", sink));
    EXPECT_TRUE(sink.has_errors());
}

}  // namespace
}  // namespace brochure::exchange
