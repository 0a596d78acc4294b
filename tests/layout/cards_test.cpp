// Tables as cards: a block for each row, its cells under the labels of their columns.
#include <gmock/gmock.h>

#include "composing.hpp"

namespace brochure::layout {
namespace {

using ::testing::ElementsAre;
using ::testing::Lt;
using ::testing::SizeIs;

class Cards : public LayoutTest {
  protected:
    Cards() {
        design.headings[0].keep_lines = 1;
        design.table.form = design::TableForm::cards;
    }
    static std::vector<Piece> pieces(const Composed& body) {
        return {body.flow().pieces.begin() + 1, body.flow().pieces.end()};
    }
    static bool read(const Item& item) { return std::holds_alternative<style::LeafId>(item.belongs); }
    // The words that a screen reader reads of a piece.
    static std::string read_words(const Piece& piece, const Composed& body) {
        std::vector<Item> items;
        std::copy_if(piece.content.items.begin(), piece.content.items.end(), std::back_inserter(items), read);
        return words_of(items, body.document);
    }
};

constexpr const char* week = R"(## Week

| Dag | Doen | Wie |
| --- | ---- | --- |
| Maandag | rust |  |
| Dinsdag | zalf | u |
)";

TEST_F(Cards, HaveATitleAndAFieldForEveryCellThatHasWords) {
    const Composed body = composed(week);
    std::vector<std::string> words;
    for (const Piece& piece : pieces(body)) words.push_back(body.words(piece));
    EXPECT_THAT(words, ElementsAre("DagMaandag", "Doenrust", "DagDinsdag", "Doenzalf", "Wieu"));
}

TEST_F(Cards, SayTheHeadOnceToAListener) {
    const Composed body = composed(week);
    std::vector<std::string> words;
    for (const Piece& piece : pieces(body)) words.push_back(read_words(piece, body));
    EXPECT_THAT(words, ElementsAre("DagMaandag", "Doenrust", "Dinsdag", "zalf", "Wieu"));
}

TEST_F(Cards, ShowAHeadWhoseColumnIsEmpty) {
    const Composed body = composed("## a\n\n| b | c |\n| - | - |\n| d |  |\n| e |  |\n");
    ASSERT_THAT(pieces(body), SizeIs(3));
    EXPECT_EQ(read_words(pieces(body)[2], body), "c");
}

TEST_F(Cards, AreTornBetweenFieldsAtTheirPriceAndNeverBelowTheTitle) {
    design.pages.torn_card_cost = 321;
    const Composed body = composed(week);
    std::vector<int> costs;
    for (const Piece& piece : pieces(body)) costs.push_back(piece.break_cost);
    EXPECT_THAT(costs, ElementsAre(forbidden_break, forbidden_break, 0, forbidden_break, 321));
}

TEST_F(Cards, ThatGoOnHaveTheirTitleAgain) {
    const Composed body = composed(week);
    const auto all = pieces(body);
    EXPECT_FALSE(all[0].repeat.has_value());
    ASSERT_TRUE(all[4].repeat.has_value());
    const Repeat& repeat = body.flow().repeats.at(*all[4].repeat);
    EXPECT_EQ(words_of(repeat.content.items, body.document), "Dinsdag (vervolg)");
    for (const Item& item : repeat.content.items) EXPECT_TRUE(std::holds_alternative<Artifact>(item.belongs));
}

TEST_F(Cards, StandEquallyFarApart) {
    const Composed body = composed(week);
    const auto all = pieces(body);
    EXPECT_EQ(all[2].space_before, design.card.between);
    EXPECT_TRUE(all[0].on_grid);
    EXPECT_FALSE(all[2].on_grid);
    EXPECT_EQ(all[1].space_before, Length{});
    EXPECT_FALSE(all[1].on_grid);
}

TEST_F(Cards, AFieldThatNoPageHoldsIsTornBelowItsLabel) {
    std::string words;
    for (int i = 0; i < 12; ++i) words += dutch_text + " ";
    const Composed body = composed("## a\n\n| b | c |\n| - | - |\n| d | " + words + " |\n");
    const auto all = pieces(body);
    ASSERT_GT(all.size(), 30U);
    EXPECT_EQ(body.words(all[1]), "c");
    EXPECT_EQ(all[2].break_cost, forbidden_break);
    EXPECT_EQ(all[10].break_cost, 0);
    EXPECT_EQ(words_of(body.flow().repeats.at(*all[10].repeat).content.items, body.document), "d (vervolg)");
}

TEST_F(Cards, OfARightToLeftTextBeginAtTheRight) {
    design.parts = {design::PartKind::body};
    test::ReadBrochure brochure = test::read_brochure(week);
    brochure.document.language.right_to_left = true;
    const Composed body =
        compose_styled(style::style_document(brochure.document, design, brochure.pictures, {}, sink));
    for (const Piece& piece : pieces(body)) {
        EXPECT_NEAR(extent_of(piece.content.items).right.to_points(),
                    (design.page.measure() - design.card.padding_x).to_points(), 0.001);
    }
}

// ---- Which tables become cards

class AutomaticForm : public Cards {
  protected:
    AutomaticForm() { design.table.form = design::TableForm::automatic; }
    bool cards(const std::string& table) {
        const Composed body = composed("## a\n\n" + table);
        return body.words(pieces(body).front()) != "abcde" && body.words(pieces(body).front()) != "ab";
    }
};

TEST_F(AutomaticForm, KeepsColumnsWhereTheyHaveRoom) {
    EXPECT_FALSE(cards("| a | b |\n| - | - |\n| de | " + dutch_text + " |\n"));
    EXPECT_FALSE(cards("| a | b | c | d | e |\n| - | - | - | - | - |\n| 1 | 2 | 3 | 4 | 5 |\n"));
}

TEST_F(AutomaticForm, MakesCardsOfColumnsInWhichTextWrapsTooOften) {
    std::string row = "|";
    for (int i = 0; i < 5; ++i) row += " een zin met wat woorden die ergens moet breken, vaker dan goed is |";
    EXPECT_TRUE(cards("| a | b | c | d | e |\n| - | - | - | - | - |\n" + row + "\n"));
    design.table.cards_below = Length{};
    EXPECT_FALSE(cards("| a | b | c | d | e |\n| - | - | - | - | - |\n" + row + "\n"));
}

TEST_F(AutomaticForm, MakesCardsWhereWordsWouldBeBroken) {
    const std::string word(22, 'm');
    EXPECT_TRUE(cards("| a | b |\n| - | - |\n| " + word + " | " + word + " |\n"));
    EXPECT_EQ(reports(), "");
}

TEST_F(AutomaticForm, OfATableWithoutRowsIsColumns) { EXPECT_FALSE(cards("| a | b |\n| - | - |\n")); }

}  // namespace
}  // namespace brochure::layout
