// What an office printer leaves out of a booklet, and what its print dialogue is told.
#include "pdf/booklet_checks.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/tools.hpp"
#include "pdf/whole_sample.hpp"
#include "pdf/write_booklet.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
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
        check_for_office_printer(document, fonts, sheets(unprintable), sink);
        return sink.sorted();
    }
    // On the page that was added last, at the outer edge or the inner.
    void say_at(double millimetres, std::variant<style::LeafId, page::Artifact> into) {
        say_in("Tekst", into, Length::millimetres(millimetres));
    }
};

TEST(BookletChecks, TextWellInsideIsPrinted) { EXPECT_THAT(FourPages{}.checked(), IsEmpty()); }

TEST(BookletChecks, TextAtTheOuterEdgeIsTold) {
    FourPages pages;
    pages.say_at(3, pages.leaf(Role::p));  // page 4 is a verso: its outer edge is the left one
    const auto found = pages.checked();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found.front().code, "content-cut-off");
    EXPECT_EQ(found.front().severity, diag::Severity::warning);
    EXPECT_THAT(found.front().message, HasSubstr("“Tekst” on page 4"));
}

TEST(BookletChecks, PrinterThatReachesTheEdgeLeavesNothingOut) {
    FourPages pages;
    pages.say_at(3, pages.leaf(Role::p));
    EXPECT_THAT(pages.checked(Length{}), IsEmpty());
}

TEST(BookletChecks, AtTheFoldThereIsNoEdge) {
    FourPages pages;
    pages.say_at(148 - 14, pages.leaf(Role::p));
    EXPECT_THAT(pages.checked(), IsEmpty());
}

TEST(BookletChecks, NameTheAuthorsLine) {
    FourPages pages;
    const style::LeafId leaf = pages.leaf(Role::p);
    pages.document.structure[pages.document.structure.parent_of(leaf)].place = {"nl.md", 12, 1};
    pages.say_at(3, leaf);
    ASSERT_THAT(pages.checked(), SizeIs(1));
    EXPECT_EQ(pages.checked().front().place, (Place{"nl.md", 12, 1}));
}

TEST(BookletChecks, WhatStandsOnEveryPageIsToldOnce) {
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
}

TEST(BookletChecks, GroundsAndDecorationMayRunOffTheEdge) {
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

std::string booklet(const FourPages& pages, PrintSides sides) {
    Sink sink;
    const Size a4{Length::millimetres(297), Length::millimetres(210)};
    auto file = write_sheets(pages.document, pages.fonts, pages.sheets(), {a4, sides, "booklet"}, sink);
    EXPECT_TRUE(file.ok());
    return std::move(file).value();
}

TEST(PrintDialogue, StartsWithTheEdgeTheSheetIsTurnedAbout) {
    SKIP_WITHOUT("qpdf");
    const FourPages pages;
    EXPECT_THAT(unpacked(booklet(pages, PrintSides::both_flipped_on_short_edge)),
                HasSubstr("/Duplex /DuplexFlipShortEdge"));
    EXPECT_THAT(unpacked(booklet(pages, PrintSides::both_flipped_on_long_edge)),
                HasSubstr("/Duplex /DuplexFlipLongEdge"));
    EXPECT_THAT(unpacked(booklet(pages, PrintSides::one)), HasSubstr("/Duplex /Simplex"));
}

TEST(PrintDialogue, LeavesTheSizeAlone) {
    SKIP_WITHOUT("qpdf");
    const FourPages pages;
    EXPECT_THAT(unpacked(booklet(pages, PrintSides::one)), HasSubstr("/PrintScaling /None"));
    EXPECT_THAT(unpacked(written(pages)), Not(HasSubstr("/PrintScaling")));
}

}  // namespace
}  // namespace brochure::pdf
