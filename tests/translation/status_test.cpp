// What status tells of texts on a disk, and what confirming leaves there.
#include "translation/status.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include "support/small_brochure.hpp"

namespace brochure::translation {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using units::Compared;

const base::Date day{2026, 11, 29};

class Status : public testing::Test {
  protected:
    Status() {
        test::write_project(folder, {dutch, "reviewed = true"});
        write(english);
    }
    void write(const std::string& body) {
        folder.write(
            "content/proef/en.md",
            "+++\ntitle = \"The title\"\nsubtitle = \"The subtitle\"\nreviewed = false\n+++\n\n" + body);
    }
    void write_master(const std::string& body) { test::write_project(folder, {body, "reviewed = true"}); }
    [[nodiscard]] document::ProjectFolders folders() const { return {folder.path(), BROCHURE_SOURCE_ROOT}; }

    LanguageStatus status() {
        Sink sink;
        for (LanguageStatus& one : status_of(folders(), {"proef"}, day, sink)) {
            if (one.language == "en") return std::move(one);
        }
        ADD_FAILURE() << "no English";
        return {};
    }
    // "pijn/p1 stale", without what is complete.
    std::vector<std::string> told() {
        const LanguageStatus found = status();
        std::vector<std::string> out;
        for (const Compared& unit : found.comparison.units) {
            if (unit.state != units::State::complete)
                out.push_back(fmt::format("{} {}", unit.key, units::name_of(unit.state)));
        }
        return out;
    }
    void confirm_all() {
        Sink sink;
        // The small house has no English words, which is no matter here.
        const auto confirmed = confirmed_of({}, sink);
        ASSERT_TRUE(confirmed);
        folder.write(confirmed->file, confirmed->lock);
    }
    std::optional<Confirmation> confirmed_of(const std::vector<std::string>& keys, Sink& sink) {
        folder.write("content/house/disclaimer.en.md", "Ask your doctor.\n");
        std::string house = folder.bytes_of("content/house/house.toml");
        if (house.find("[en]") == std::string::npos)
            folder.write("content/house/house.toml",
                         house +
                             "\n[en]\ndepartment = \"Wounds\"\nhours = \"weekdays\"\ncontact = \"Call.\"\n"
                             "emergency = \"At night\"\nemergency_hours = \"always\"\n"
                             "logo_alternative = \"Sign\"\n");
        return confirm(folders(), "proef", "en", keys, sink);
    }

    const std::string dutch =
        "## Pijn {#pijn}\n\nNeem elke dag vier pillen.\n\nBel bij koorts.\n\n- rust\n- warmte\n\n"
        "![Een arm.](arm)\n\nVraag het [@boek; @folder].\n";
    const std::string english =
        "## Pain {#pijn}\n\nTake four pills a day.\n\nCall us if you have a fever.\n\n- rest\n- warmth\n\n"
        "![An arm.](arm)\n\nAsk [@boek; @folder].\n";
    test::TemporaryFolder folder;
};

std::string with(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

TEST_F(Status, OfATranslationNobodyConfirmedNamesAllOfIt) {
    EXPECT_EQ(status().standing, Standing::unconfirmed);
    EXPECT_EQ(told().size(), 9U);
}

TEST_F(Status, IsCompleteOnceAllIsConfirmed) {
    confirm_all();
    EXPECT_THAT(told(), IsEmpty());
    EXPECT_EQ(status().standing, Standing::complete);
    EXPECT_EQ(status().edition, "1");
}

TEST_F(Status, NamesExactlyThePieceThatChanged) {
    confirm_all();
    write_master(with(dutch, "vier", "zes"));
    EXPECT_THAT(told(), ElementsAre("pijn/p1 stale"));
    EXPECT_EQ(status().standing, Standing::held);
}

TEST_F(Status, KnowsANewParagraphAmongOldOnes) {
    confirm_all();
    write_master(with(dutch, "Bel bij", "Drink veel.\n\nBel bij"));
    EXPECT_THAT(told(), ElementsAre("pijn/p2a missing"));
    EXPECT_EQ(status().standing, Standing::missing);
}

TEST_F(Status, CountsTheDaysToAReview) {
    EXPECT_EQ(status().days_to_review,
              base::Date({2028, 3, 1}).to_days_since_1970() - day.to_days_since_1970());
}

TEST_F(Status, PutsTheMasterFirst) {
    Sink sink;
    const auto all = status_of(folders(), {"proef"}, day, sink);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_TRUE(all[0].master);
    EXPECT_EQ(all[1].language, "en");
}

TEST_F(Status, OfATranslationThatCannotBeReadIsMissing) {
    folder.write("content/proef/en.md", "no front matter\n");
    EXPECT_EQ(status().standing, Standing::missing);
    EXPECT_GT(status().errors, 0U);
}

TEST_F(Status, OfABrokenLockIsNotComplete) {
    confirm_all();
    folder.write("content/proef/en.lock.toml", "schema = 99\nnormaliser = 1\n");
    EXPECT_EQ(status().standing, Standing::unconfirmed);
    EXPECT_GT(status().errors, 0U);
}

TEST_F(Status, ConfirmingAKeyThatThereIsNotIsRefused) {
    Sink sink;
    EXPECT_FALSE(confirmed_of({"pijn/p9"}, sink));
    ASSERT_EQ(sink.errors(), 1U);
    EXPECT_EQ(sink.sorted().back().code, "unit-unknown");
}

TEST_F(Status, TheMasterCannotBeConfirmed) {
    Sink sink;
    EXPECT_FALSE(confirm(folders(), "proef", "nl", {}, sink));
    EXPECT_TRUE(sink.has_errors());
}

TEST_F(Status, ConfirmingTwiceGivesTheSameFile) {
    confirm_all();
    const std::string once = folder.bytes_of("content/proef/en.lock.toml");
    confirm_all();
    EXPECT_EQ(folder.bytes_of("content/proef/en.lock.toml"), once);
}

}  // namespace
}  // namespace brochure::translation
