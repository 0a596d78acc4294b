// What a translator is told: which pieces are missing, stale, changed, and what they were.
#include "units/comparison.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace brochure::units {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

using Pieces = std::vector<std::pair<std::string, std::string>>;

std::vector<Unit> units(const Pieces& pieces) {
    std::vector<Unit> out;
    for (const auto& [key, words] : pieces) out.push_back({key, Kind::paragraph, {words, {}}, {}, {}});
    return out;
}

const Pieces dutch{{"meta/title", "Pijn"},
                   {"a/p1", "U krijgt vier weken pillen."},
                   {"a/p2", "Bel ons bij koorts."},
                   {"b/p1", "Neem de pil met water in."}};
const Pieces english{{"meta/title", "Pain"},
                     {"a/p1", "You get pills for four weeks."},
                     {"a/p2", "Call us if you have a fever."},
                     {"b/p1", "Take the pill with water."}};

Lock lock_of(const Pieces& master, const Pieces& translation) {
    return confirmed(compared(units(master), units(translation), {}), {}, {}, "1");
}

// "a/p1 stale", in order, without what is complete.
std::vector<std::string> told(const Comparison& comparison) {
    std::vector<std::string> out;
    for (const Compared& unit : comparison.units) {
        if (unit.state == State::complete && !unit.moved) continue;
        out.push_back(fmt::format("{} {}{}", unit.key, name_of(unit.state), unit.moved ? " moved" : ""));
    }
    return out;
}

std::vector<std::string> told(const Pieces& master, const Pieces& translation) {
    return told(compared(units(master), units(translation), lock_of(dutch, english)));
}

TEST(Comparison, OfAConfirmedTranslationHasNothingToTell) { EXPECT_THAT(told(dutch, english), IsEmpty()); }

TEST(Comparison, NamesWhatNobodyHasConfirmed) {
    EXPECT_THAT(
        told(compared(units(dutch), units(english), {})),
        ElementsAre("meta/title unconfirmed", "a/p1 unconfirmed", "a/p2 unconfirmed", "b/p1 unconfirmed"));
}

TEST(Comparison, NamesExactlyThePieceWhoseMasterChanged) {
    Pieces master = dutch;
    master[1].second = "U krijgt zes weken pillen.";
    const Comparison found = compared(units(master), units(english), lock_of(dutch, english));
    EXPECT_THAT(told(found), ElementsAre("a/p1 stale"));
    EXPECT_EQ(found.units[1].was, "U krijgt vier weken pillen.");
    EXPECT_EQ(found.units[1].since_edition, "1");
    EXPECT_FALSE(found.units[1].edited);
}

TEST(Comparison, SeesThatAStalePieceHasBeenTranslatedAnew) {
    Pieces master = dutch, translation = english;
    master[1].second = "U krijgt zes weken pillen.";
    translation[1].second = "You get pills for six weeks.";
    const Comparison found = compared(units(master), units(translation), lock_of(dutch, english));
    EXPECT_THAT(told(found), ElementsAre("a/p1 stale"));
    EXPECT_TRUE(found.units[1].edited);
}

TEST(Comparison, NamesANewParagraphAsMissingAndNothingElse) {
    Pieces master = dutch;
    master.insert(master.begin() + 2, {"a/p2", "Rust na elke pil een uur uit."});
    master[3].first = "a/p3";
    EXPECT_THAT(told(master, english), ElementsAre("a/p2a missing"));
}

TEST(Comparison, BringsANewParagraphTogetherWithItsTranslation) {
    Pieces master = dutch, translation = english;
    master.insert(master.begin() + 2, {"a/p2", "Rust na elke pil een uur uit."});
    master[3].first = "a/p3";
    translation.insert(translation.begin() + 2, {"a/p2", "Rest for an hour after each pill."});
    translation[3].first = "a/p3";
    EXPECT_THAT(told(master, translation), ElementsAre("a/p2a unconfirmed"));
}

TEST(Comparison, NamesWhatTheMasterNoLongerSays) {
    Pieces master = dutch;
    master.erase(master.begin() + 1);
    master[1].first = "a/p1";
    EXPECT_THAT(told(master, english), ElementsAre("a/p1 extra"));
}

TEST(Comparison, NamesWhatStandsInAnotherOrder) {
    Pieces master = dutch;
    std::swap(master[1].second, master[2].second);
    EXPECT_THAT(told(master, english), ElementsAre("a/p1 complete moved"));
}

TEST(Comparison, NamesAChangeOfTheTranslationThatNobodyConfirmed) {
    Pieces translation = english;
    translation[2].second = "Call us.";
    EXPECT_THAT(told(dutch, translation), ElementsAre("a/p2 unconfirmed"));
}

TEST(Comparison, DoesNotMindQuotationMarksAndWhiteSpace) {
    const Pieces master{{"a/p1", "Zeg “ja”  of\u00A0‘nee’."}}, translation{{"a/p1", "Say “yes” or ‘no’."}};
    const Pieces typed{{"a/p1", "Zeg \"ja\" of 'nee'."}};
    EXPECT_THAT(told(compared(units(typed), units(translation), lock_of(master, translation))), IsEmpty());
}

TEST(Confirming, NamedKeysLeavesTheOthersAsTheyWere) {
    Pieces master = dutch;
    master[1].second = "U krijgt zes weken pillen.";
    master[3].second = "Neem de pil zonder water in.";
    const Lock before = lock_of(dutch, english);
    const Lock after = confirmed(compared(units(master), units(english), before), before, {"a/p1"}, "2");
    EXPECT_EQ(after.find("a/p1")->master, "U krijgt zes weken pillen.");
    EXPECT_EQ(after.find("a/p1")->edition, "2");
    EXPECT_EQ(after.find("b/p1")->master, "Neem de pil met water in.");
    EXPECT_EQ(after.find("b/p1")->edition, "1");
}

TEST(Confirming, DoesNotTakeWhatIsMissing) {
    Pieces translation = english;
    translation.pop_back();
    const Lock lock = confirmed(compared(units(dutch), units(translation), {}), {}, {}, "1");
    EXPECT_EQ(lock.find("b/p1"), nullptr);
}

TEST(Editions, OfATranslationAreTheOldestThatAStalePieceStandsFor) {
    Pieces master = dutch;
    Lock lock = lock_of(dutch, english);
    for (LockEntry& entry : lock.entries) entry.edition = "10";
    lock.entries[1].edition = "9";
    EXPECT_EQ(oldest_edition(compared(units(master), units(english), lock)), "");
    master[1].second = "U krijgt zes weken pillen.";
    master[3].second = "Neem de pil zonder water in.";
    EXPECT_EQ(oldest_edition(compared(units(master), units(english), lock)), "9");
}

}  // namespace
}  // namespace brochure::units
