// Telephone numbers, sites, dates.
#include "text_rules.hpp"

namespace brochure::lint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class Telephone : public TextRuleTest {};

TEST_F(Telephone, OfSomeoneElseIsTold) {
    EXPECT_THAT(told("telephone-differs", "Bel 012 999 99 99 of (0800) 022 66 22.\n"),
                ElementsAre("The telephone number 012 999 99 99 is not one of the house file.",
                            "The telephone number (0800) 022 66 22 is not one of the house file."));
}

TEST_F(Telephone, InALinkIsTold) {
    EXPECT_THAT(told("telephone-differs", "[Bel ons](tel:+31129999999).\n"),
                ElementsAre("The telephone number +31129999999 is not one of the house file."));
}

TEST_F(Telephone, OfTheHouseIsFineHoweverItIsWritten) {
    EXPECT_THAT(told("telephone-differs", "Bel 012 345 67 80, 012-3456780 of +31 12 345 67 89.\n"),
                IsEmpty());
}

TEST_F(Telephone, IsNoDateNoDoseAndNoEmergencyNumber) {
    EXPECT_THAT(
        told("telephone-differs",
             "Op 01-02-2026 en 2026-03-01: bel 112, neem 0,5 mg of 0.12345678 g, bij 10 000 000 cellen.\n"),
        IsEmpty());
}

class Site : public TextRuleTest {};

TEST_F(Site, OfSomeoneElseIsToldOnce) {
    EXPECT_THAT(told("website-differs", "Kijk op www.anders.example/pijn, of op https://anders.example.\n"),
                ElementsAre("The site anders.example is neither the house's nor that of a source."));
}

TEST_F(Site, InALinkIsTold) {
    EXPECT_THAT(told("website-differs", "[Meer lezen](https://anders.example/).\n"),
                ElementsAre("The site anders.example is neither the house's nor that of a source."));
}

TEST_F(Site, OfTheHouseOrASourceIsFine) {
    EXPECT_THAT(
        told("website-differs", "Kijk op www.test.example/folders. [Het boek](https://boek.example/p/1).\n"),
        IsEmpty());
}

class ReviewDate : public TextRuleTest {
  protected:
    static document::Document brochure(base::Date updated, base::Date review_by) {
        document::Document document = test::read_brochure("## Kop\n\nKort.\n").document;
        document.updated = updated;
        document.review_by = review_by;
        return document;
    }
};

TEST_F(ReviewDate, ThatHasPassedIsTold) {
    today = {2028, 3, 2};
    EXPECT_THAT(told("review-overdue", brochure({2026, 3, 1}, {2028, 3, 1})),
                ElementsAre("The brochure was to be reviewed by 2028-03-01, and today is 2028-03-02."));
}

TEST_F(ReviewDate, OfTodayIsFine) {
    today = {2028, 3, 1};
    EXPECT_THAT(told("review-overdue", brochure({2026, 3, 1}, {2028, 3, 1})), IsEmpty());
}

TEST_F(ReviewDate, IsNotComparedWithAClock) {
    EXPECT_THAT(told("review-overdue", brochure({1999, 3, 1}, {2000, 3, 1})), IsEmpty());
}

TEST_F(ReviewDate, MoreThanThreeYearsAfterTheUpdateIsTold) {
    EXPECT_THAT(told("review-late", brochure({2026, 3, 1}, {2029, 3, 2})),
                ElementsAre("The review on 2029-03-02 is more than 3 years after the update on 2026-03-01."));
}

TEST_F(ReviewDate, ThreeYearsAfterTheUpdateIsFine) {
    EXPECT_THAT(told("review-late", brochure({2026, 3, 1}, {2029, 3, 1})), IsEmpty());
}

}  // namespace
}  // namespace brochure::lint
