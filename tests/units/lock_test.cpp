// A lock is read back as it was written, and nothing else is taken for one.
#include "units/lock.hpp"

#include <gtest/gtest.h>

#include "units/written_lock.hpp"

namespace brochure::units {
namespace {

const std::string file = "content/x/en.lock.toml";

TEST(LockFile, IsReadBackAsItWasWritten) {
    const Lock lock{
        1, {{"a/p1", "2", "Say \"ja\" \\ {1}now{/1}", "0123456789abcdef", {}}, {"b/p1", "1", "ü", "f", {}}}};
    Sink sink;
    const auto again = read_lock(written(lock, "nl"), file, sink);
    ASSERT_TRUE(again);
    EXPECT_FALSE(sink.has_errors());
    ASSERT_EQ(again->entries.size(), 2U);
    EXPECT_EQ(again->entries[0].master, "Say \"ja\" \\ {1}now{/1}");
    EXPECT_EQ(again->entries[1].key, "b/p1");
    EXPECT_EQ(written(*again, "nl"), written(lock, "nl"));
}

// Two readers, one for the usual form and one for what somebody has touched, tell the same.
TEST(LockFile, IsTheSameLockOnceSomebodyHasEditedIt) {
    const Lock lock{1,
                    {{"a/p1", "2", "Say \"ja\" \\ {1}now{/1}", "0123456789abcdef", {}},
                     {"b/p1", "1", "tab\there", "f", {}},
                     {"c/p1", "1", "ü", "f", {}}}};
    const std::string plain = written(lock, "nl"), edited = plain + "# seen by Jan\n";
    const std::string without_escape = written({1, {lock.entries[0], lock.entries[2]}}, "nl");
    EXPECT_FALSE(read_as_written(edited, file, 1));
    EXPECT_FALSE(read_as_written(plain, file, 1)) << "a tab is escaped";
    ASSERT_TRUE(read_as_written(without_escape, file, 1));
    Sink sink;
    for (const std::string& text : {plain, without_escape}) {
        const auto one = read_lock(text, file, sink), other = read_lock(text + "# seen\n", file, sink);
        ASSERT_TRUE(one && other);
        ASSERT_EQ(one->entries.size(), other->entries.size());
        for (std::size_t i = 0; i < one->entries.size(); ++i) {
            EXPECT_EQ(one->entries[i].key, other->entries[i].key);
            EXPECT_EQ(one->entries[i].edition, other->entries[i].edition);
            EXPECT_EQ(one->entries[i].master, other->entries[i].master);
            EXPECT_EQ(one->entries[i].translation, other->entries[i].translation);
            EXPECT_EQ(one->entries[i].place, other->entries[i].place);
        }
    }
    EXPECT_FALSE(sink.has_errors());
}

TEST(LockFile, OfANewerProgramIsRefused) {
    Sink sink;
    EXPECT_FALSE(read_lock("schema = 2\nnormaliser = 1\n", file, sink));
    ASSERT_EQ(sink.errors(), 1U);
    EXPECT_EQ(sink.sorted()[0].code, "lock-newer");
}

TEST(LockFile, WithAKeyTwiceIsRefused) {
    Sink sink;
    const std::string unit = "[[unit]]\nkey = \"a\"\nedition = \"1\"\nmaster = \"x\"\ntranslation = \"y\"\n";
    EXPECT_FALSE(read_lock("schema = 1\nnormaliser = 1\n" + unit + unit, file, sink));
    ASSERT_EQ(sink.errors(), 1U);
    EXPECT_EQ(sink.sorted()[0].place.line, 9U);
}

TEST(Digests, AreOfTheWordsAndNotOfTheirDress) {
    const Normaliser& rules = newest_normaliser();
    EXPECT_EQ(digest_of("caf\u00E9 \u201Cx\u201D", rules), digest_of("cafe\u0301  \"x\"", rules));
    EXPECT_NE(digest_of("vier weken", rules), digest_of("zes weken", rules));
    EXPECT_EQ(digest_of("", rules), "e3b0c44298fc1c14");  // SHA-256 of nothing, FIPS 180-4
}

}  // namespace
}  // namespace brochure::units
