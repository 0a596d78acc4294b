// Rules of setting, on pages made by hand.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "lint/lint.hpp"
#include "support/made_pages.hpp"
#include "support/named_picture.hpp"
#include "support/small_brochure.hpp"

namespace brochure::lint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class PageRuleTest : public testing::Test {
  protected:
    design::Design design = test::shipped_layout("a5");
    font::Library fonts{{BROCHURE_SOURCE_ROOT "/fonts"}};
    document::Document document = test::read_brochure("## Kop\n\nKort.\n").document;
    page::Pagination pages;
    Sink sink;

    PageRuleTest() {
        pages.document.trim = design.page.trim;
        pages.document.pages.push_back({"1", true, {}, {}});
        pages.reports.push_back({"1", "body", 0, 0, {}});
    }

    page::TextId add_text(std::string text) { return pages.document.texts.push_back(std::move(text)); }

    // All of a text on one line, in a paragraph or another role.
    void print(page::TextId text, base::Length size, base::Point at, style::Role role = style::Role::p) {
        style::StructureTree& tree = pages.document.structure;
        const style::LeafId leaf = tree.add_leaf(tree.add_node(tree.root(), role));
        pages.document.pages.front().items.push_back(
            {test::one_line(fonts, text, pages.document.texts[text], size, at), leaf});
    }

    // A body paragraph of `lines` lines of so many characters each, the first `hyphenated` of them broken.
    void add_lines(std::size_t lines, std::size_t characters, std::size_t hyphenated,
                   style::Role role = style::Role::p) {
        const page::TextId text = add_text(std::string(lines * characters, 'x'));
        for (std::size_t i = 0; i < lines; ++i) {
            layout::LineReport line;
            line.paragraph = text;
            line.range = {static_cast<std::uint32_t>(i * characters),
                          static_cast<std::uint32_t>((i + 1) * characters)};
            line.hyphenated = i < hyphenated;
            pages.reports.front().lines.push_back(line);
        }
        print(text, design.body->size, {base::Length::millimetres(20), base::Length::millimetres(30)}, role);
    }

    [[nodiscard]] std::vector<diag::Diagnostic> found(std::string_view code) {
        Sink own;
        check_pages({document, design, pages, fonts}, own);
        return test::of_code(own, code);
    }
    [[nodiscard]] std::vector<std::string> told(std::string_view code) { return test::messages(found(code)); }
};

class Measure : public PageRuleTest {};

TEST_F(Measure, UnderFortyFiveCharactersIsTold) {
    add_lines(20, 44, 0);
    EXPECT_THAT(
        told("measure-length"),
        ElementsAre("The full lines of proef.nl have 44 characters, by the median; 45 to 75 read well."));
}

TEST_F(Measure, OverSeventyFiveCharactersIsTold) {
    add_lines(20, 76, 0);
    EXPECT_THAT(told("measure-length"), SizeIs(1));
}

TEST_F(Measure, OfSixtyCharactersIsFine) {
    add_lines(20, 60, 0);
    EXPECT_THAT(told("measure-length"), IsEmpty());
}

TEST_F(Measure, OfThirtySixCharactersIsFineInColumns) {
    design.columns.parts = {design::PartKind::body};
    add_lines(20, 36, 0);
    EXPECT_THAT(told("measure-length"), IsEmpty());
}

TEST_F(Measure, UnderThirtyCharactersIsToldInColumns) {
    design.columns.parts = {design::PartKind::body};
    add_lines(20, 29, 0);
    EXPECT_THAT(told("measure-length"), SizeIs(1));
}

TEST_F(Measure, IsNotThatOfLastLines) {
    for (int i = 0; i < 20; ++i) add_lines(1, 20, 0);
    EXPECT_THAT(told("measure-length"), IsEmpty());
}

TEST_F(Measure, IsNotThatOfHeadings) {
    add_lines(20, 20, 0, style::Role::h4);
    EXPECT_THAT(told("measure-length"), IsEmpty());
}

class Hyphens : public PageRuleTest {};

TEST_F(Hyphens, InMoreThanThreeLinesOfAHundredAreTold) {
    add_lines(100, 60, 4);
    EXPECT_THAT(told("hyphens-many"),
                ElementsAre("4 of the 100 lines of proef.nl end in a broken word, 4.0 %; "
                            "start-aligned text can do with 3 %."));
}

TEST_F(Hyphens, InThreeLinesOfAHundredAreFine) {
    add_lines(100, 60, 3);
    EXPECT_THAT(told("hyphens-many"), IsEmpty());
}

TEST_F(Hyphens, InJustifiedTextAreFine) {
    design.texts.at(design.body->name).align = design::Align::justified;
    add_lines(100, 60, 10);
    EXPECT_THAT(told("hyphens-many"), IsEmpty());
}

class SmallLetters : public PageRuleTest {
  protected:
    const base::Point middle{base::Length::millimetres(50), base::Length::millimetres(50)};
};

TEST_F(SmallLetters, AreToldByTheHeightOfX) {
    print(add_text("kleine lettertjes"), base::Length::points(7), middle);
    EXPECT_THAT(told("x-height-small"),
                ElementsAre("Text of 7 pt (“kleine lettertjes”) has small letters of 1.32 mm."));
}

TEST_F(SmallLetters, OfEightPointAreLargeEnoughInNotoSans) {
    print(add_text("gewone letters"), base::Length::points(8), middle);
    EXPECT_THAT(told("x-height-small"), IsEmpty());
}

TEST_F(SmallLetters, AreNoRaisedFigures) {
    print(add_text("12"), base::Length::points(7), middle);
    EXPECT_THAT(told("x-height-small"), IsEmpty());
}

TEST_F(SmallLetters, OfTheBodyAreSaidByTheLayoutsOwnRule) {
    design.texts.at(design.body->name).size = base::Length::points(10);
    EXPECT_THAT(told("text-small"), SizeIs(1));
}

TEST_F(SmallLetters, OfATwelvePointBodyAreNotSaid) { EXPECT_THAT(told("text-small"), IsEmpty()); }

}  // namespace
}  // namespace brochure::lint
