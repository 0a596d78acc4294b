// On which page a piece stands, and in how many lines.
#include "record/placed.hpp"

#include <gtest/gtest.h>

namespace brochure::record {
namespace {

const Place heading{"content/x/nl.md", 3, 4}, paragraph{"content/x/nl.md", 5, 1},
    drawing{"content/x/nl.md", 9, 1};

page::Item words(page::TextId text, Length baseline) {
    page::GlyphRun run;
    run.text = text;
    run.origin.y = baseline;
    return {run, page::Artifact::layout};
}

class Placed : public ::testing::Test {
  protected:
    Placed() {
        title = text("Pijn", heading);
        long_one = text("Een lange tekst.", paragraph);
        pages.pages.resize(3);
        pages.pages[0].items = {words(title, Length::points(40))};
        pages.pages[1].items = {words(long_one, Length::points(540)), words(long_one, Length::points(557))};
        pages.pages[2].items = {words(long_one, Length::points(80))};
    }
    page::TextId text(const std::string& what, const Place& place) {
        pages.sources.push_back({{0, place}});
        return pages.texts.push_back(what);
    }
    [[nodiscard]] PlacedPiece of(const Place& place) const {
        return placed({{"key", units::Kind::paragraph, "words", "digest", place}}, pages).front();
    }

    page::PagedDocument pages;
    page::TextId title, long_one;
};

TEST_F(Placed, StandsWhereItBegins) {
    EXPECT_EQ(of(heading).page, 1U);
    EXPECT_EQ(of(paragraph).page, 2U);
}

TEST_F(Placed, CountsItsLinesOnAllPages) {
    EXPECT_EQ(of(heading).lines, 1U);
    EXPECT_EQ(of(paragraph).lines, 3U);
}

TEST_F(Placed, APictureStandsWhereItsPartOfTheTreeIs) {
    const auto node = pages.structure.add_node(pages.structure.root(), style::Role::figure, drawing);
    pages.pages[2].items.push_back({page::PlacedPicture{}, pages.structure.add_leaf(node)});
    EXPECT_EQ(of(drawing).page, 3U);
}

TEST_F(Placed, WhatNoPageShowsHasNone) {
    EXPECT_EQ(of({"content/x/nl.md", 77, 1}).page, 0U);
    EXPECT_EQ(of({"content/house/house.toml", 0, 0}).page, 0U);
}

// What the pages add, a folio or the line at the foot, comes from no author's file.
TEST_F(Placed, WordsOfThePagesThemselvesAreNobodys) {
    pages.pages[0].items.push_back(words(pages.texts.push_back("1"), Length::points(570)));
    EXPECT_EQ(of(heading).lines, 1U);
}

}  // namespace
}  // namespace brochure::record
