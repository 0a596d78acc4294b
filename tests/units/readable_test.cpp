// What a reader sees of a brochure, and the seal and the code of all of it.
#include "units/readable.hpp"

#include <gmock/gmock.h>

#include <algorithm>

namespace brochure::units {
namespace {

using testing::Contains;
using testing::IsEmpty;
using testing::Not;

document::Text text(const std::string& words) { return {words, {}, {{0, {"content/x/nl.md", 3, 1}}}}; }

document::Document small() {
    document::Document document;
    document.id = "griep";
    document.language.tag = document.master = "nl";
    document.title = text("Griep");
    document.edition = "1";
    document.house.phone = "012 345 67 80";
    document.language.labels = {{"contents", "Inhoud"}, {"glossary", "Woorden"}, {"not_signed", "Nog niet"}};
    document.body.push_back({{}, document::Heading{2, "wat", text("Wat is griep?")}});
    document::List list;
    list.ordered = true;
    list.items.push_back({{}, {{{}, document::Paragraph{text("Neem 2 tabletten.")}}}});
    document.body.push_back({{}, list});
    document.images.push_back({"arm", "/x/arm.svg", "arm.svg", "Tekenaar", "", "CC0", "", {}, {}});
    document.body.push_back({{}, document::Figure{0, text("Een arm."), {}}});
    return document;
}

std::vector<std::string> keys(const document::Document& document) {
    std::vector<std::string> out;
    for (const Piece& piece : readable_of(document, {})) out.push_back(piece.key);
    return out;
}

TEST(Readable, HoldsWhatIsNoTextAsWell) {
    EXPECT_THAT(keys(small()), testing::IsSupersetOf({"meta/title", "wat/heading", "wat/li1/form",
                                                      "wat/li1.1", "picture/arm", "alt/arm", "credit/arm",
                                                      "house/phone", "language/labels/contents"}));
}

TEST(Readable, HasNoLabelThatNoPageShows) {
    EXPECT_THAT(keys(small()), Not(Contains("language/labels/glossary")));
    EXPECT_THAT(keys(small()), Not(Contains("language/labels/not_signed")));
}

TEST(Readable, UnitsForTranslatorsStayAsTheyWere) {
    for (const Unit& unit : units_of(small())) EXPECT_THAT(unit.key, Not(testing::HasSubstr("form")));
}

TEST(Seal, IsAnotherForAnotherPicture) {
    const auto document = small();
    EXPECT_NE(seal_of(document, {{"arm", "1"}}), seal_of(document, {{"arm", "2"}}));
}

TEST(Seal, KnowsNoDatesAndNoIds) {
    const std::string before = seal_of(small(), {});
    auto document = small();
    document.updated = {2027, 1, 1};
    document.review_by = {2029, 1, 1};
    std::get<document::Heading>(document.body[0].content).id = "anders";
    EXPECT_EQ(seal_of(document, {}), before);
}

TEST(Seal, TellsAnotherFormOfAList) {
    auto document = small();
    std::get<document::List>(document.body[1].content).start = 4;
    EXPECT_NE(seal_of(document, {}), seal_of(small(), {}));
}

TEST(EditionCode, IsTheBeginningOfTheSealInEightSigns) {
    EXPECT_EQ(edition_code("0000000000ffff"), "0000-0000");
    EXPECT_EQ(edition_code("ffffffffff0000"), "ZZZZ-ZZZZ");
    EXPECT_EQ(edition_code("0842108421ff"), "1111-1111");
}

TEST(EditionCode, IsKnownHoweverItIsTyped) {
    for (const std::string typed : {"k7qm-2xt0", "K7QM2XTO", "k7 qm 2x tO"})
        EXPECT_EQ(as_edition_code(typed), "K7QM-2XT0") << typed;
    for (const std::string typed : {"", "K7QM", "K7QM-2XTU", "K7QM-2XT00", "out/griep.pdf"})
        EXPECT_THAT(as_edition_code(typed), IsEmpty()) << typed;
}

}  // namespace
}  // namespace brochure::units
