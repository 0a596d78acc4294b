// What stays together when content is moved and joined.
#include "layout/content.hpp"

#include <gmock/gmock.h>

#include <string>

#include "layout/galley.hpp"

namespace brochure::layout {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr Length pt(double points) { return Length::points(points); }

// A word at (x, y) with a link over it, which mentions a note and is a line of its own.
Content word(double x, double y, std::size_t note) {
    Content content;
    GlyphRun run;
    run.origin = {pt(x), pt(y)};
    content.items.push_back({run, style::LeafId{note}});
    content.links.push_back({.box = {{pt(x), pt(y)}, {pt(10), pt(10)}}});
    content.footnotes.push_back(note);
    content.lines.push_back({.width = pt(x)});
    return content;
}

Length run_at(const Content& content, std::size_t item) {
    return std::get<GlyphRun>(content.items.at(item).content).origin.x;
}

TEST(Content, MovesItsLinksWithItsWords) {
    Content content = word(1, 2, 0);
    content.move_by({pt(10), pt(20)});
    EXPECT_EQ(std::get<GlyphRun>(content.items.at(0).content).origin, (Point{pt(11), pt(22)}));
    EXPECT_EQ(content.links.at(0).box.origin, (Point{pt(11), pt(22)}));
}

TEST(Content, AppendsAllThatBelongsToTheOther) {
    Content content = word(1, 0, 7);
    content.append(word(2, 0, 8));
    EXPECT_EQ(run_at(content, 0), pt(1));
    EXPECT_EQ(run_at(content, 1), pt(2));
    EXPECT_EQ(content.links.at(1).box.left(), pt(2));
    EXPECT_THAT(content.footnotes, ElementsAre(7U, 8U));
    EXPECT_EQ(content.lines.at(1).width, pt(2));
}

TEST(Content, PrependsWhatIsReadFirst) {
    Content content = word(1, 0, 7);
    content.prepend(word(2, 0, 8));
    EXPECT_EQ(run_at(content, 0), pt(2));
    EXPECT_EQ(content.links.at(0).box.left(), pt(2));
    EXPECT_THAT(content.footnotes, ElementsAre(8U, 7U));
    EXPECT_EQ(content.lines.at(0).width, pt(2));
}

TEST(Content, ThatIsSetAgainIsNotRead) {
    Content content = word(1, 0, 7);
    content.items.push_back({FilledRect{}, Artifact::background});
    content.be_unread();
    EXPECT_EQ(std::get<Artifact>(content.items.at(0).belongs), Artifact::layout);
    EXPECT_EQ(std::get<Artifact>(content.items.at(1).belongs), Artifact::background);
    EXPECT_THAT(content.links, IsEmpty());
    EXPECT_THAT(content.footnotes, IsEmpty());
}

TEST(Piece, TakesTheNotesThatWhatStandsBesideItMentions) {
    Piece piece;
    piece.content = word(1, 0, 7);
    piece.add_aside({.content = word(2, 0, 8)});
    EXPECT_THAT(piece.content.footnotes, ElementsAre(7U, 8U));
    EXPECT_THAT(piece.asides.at(0).content.footnotes, IsEmpty());
}

TEST(Piece, MovesWhatIsAddedBelowItToItsFoot) {
    Piece piece;
    piece.height = pt(30);
    Piece below;
    below.height = pt(12);
    below.content = word(1, 2, 0);
    below.add_aside({.top = pt(1)});
    piece.add_below(below);
    EXPECT_EQ(piece.height, pt(42));
    EXPECT_EQ(piece.content.links.at(0).box.top(), pt(32));
    EXPECT_EQ(piece.asides.at(0).top, pt(31));
}

}  // namespace brochure::layout
