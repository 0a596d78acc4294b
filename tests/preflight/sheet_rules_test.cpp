// What an office printer leaves out of a booklet.
#include "preflight/sheet_rules.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/whole_sample.hpp"

namespace brochure::preflight {
namespace {

using namespace pdf;

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// Four pages of A5 with a line of text each, well inside.
struct FourPages : Sample {
    FourPages() {
        for (int page = 1; page <= 4; ++page) {
            if (page > 1) add_page(std::to_string(page));
            say("Tekst");
        }
    }
    std::vector<impose::Sheet> sheets(Length unprintable = Length::millimetres(5)) const {
        impose::Options options;
        options.unprintable_edge = unprintable;
        return impose::impose_booklet(document.pages.size(), document.trim, options);
    }
    std::vector<diag::Diagnostic> checked(Length unprintable = Length::millimetres(5)) const {
        Sink sink;
        check_for_office_printer(document, fonts, sheets(unprintable), {"layouts/a5.toml", 1, 1}, sink);
        return sink.sorted();
    }
    // On the page that was added last, at the outer edge or the inner.
    void say_at(double millimetres, std::variant<style::LeafId, page::Artifact> into) {
        say_in("Tekst", into, Length::millimetres(millimetres));
    }
};

TEST(SheetRules, TextWellInsideIsPrinted) { EXPECT_THAT(FourPages{}.checked(), IsEmpty()); }

TEST(SheetRules, TextAtTheOuterEdgeIsTold) {
    FourPages pages;
    pages.say_at(3, pages.leaf(Role::p));  // page 4 is a verso: its outer edge is the left one
    const auto found = pages.checked();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found.front().code, "content-cut-off");
    EXPECT_EQ(found.front().severity, diag::Severity::warning);
    EXPECT_THAT(found.front().message, HasSubstr("“Tekst” on page 4"));
}

TEST(SheetRules, PrinterThatReachesTheEdgeLeavesNothingOut) {
    FourPages pages;
    pages.say_at(3, pages.leaf(Role::p));
    EXPECT_THAT(pages.checked(Length{}), IsEmpty());
}

TEST(SheetRules, AtTheFoldThereIsNoEdge) {
    FourPages pages;
    pages.say_at(148 - 14, pages.leaf(Role::p));
    EXPECT_THAT(pages.checked(), IsEmpty());
}

TEST(SheetRules, NameTheAuthorsLine) {
    FourPages pages;
    const style::LeafId leaf = pages.leaf(Role::p);
    pages.document.structure[pages.document.structure.parent_of(leaf)].place = {"nl.md", 12, 1};
    pages.say_at(3, leaf);
    ASSERT_THAT(pages.checked(), SizeIs(1));
    EXPECT_EQ(pages.checked().front().place, (Place{"nl.md", 12, 1}));
}

TEST(SheetRules, WhatStandsOnEveryPageIsToldOnce) {
    FourPages pages;
    pages.y = Length::millimetres(208);
    for (page::Page& page : pages.document.pages) {
        const page::TextId text = pages.text("7");
        page.items.push_back(
            {pages.run({text, 0, 1}, Length::millimetres(70)), page::Artifact::pagination_footer});
    }
    const auto found = pages.checked();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found.front().message, HasSubstr("3 more pages"));
    EXPECT_EQ(found.front().place.file, "layouts/a5.toml") << "no author wrote it";
}

TEST(SheetRules, GroundsAndDecorationMayRunOffTheEdge) {
    FourPages pages;
    const auto picture = pages.document.pictures.push_back(test::named(small_drawing()));
    const Rect edge{{Length{}, Length{}}, {Length::millimetres(50), Length::millimetres(50)}};
    auto& items = pages.document.pages.back().items;
    items.push_back({page::FilledRect{edge, {}}, page::Artifact::background});
    items.push_back({page::PlacedPicture{picture, edge}, page::Artifact::layout});
    EXPECT_THAT(pages.checked(), IsEmpty());
    items.push_back({page::PlacedPicture{picture, edge}, pages.leaf(Role::figure)});
    EXPECT_THAT(pages.checked(), SizeIs(1));
}

}  // namespace
}  // namespace brochure::preflight
