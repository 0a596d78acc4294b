// Tables over a facing pair: columns shared out between two halves whose rows stand level.
#include <gmock/gmock.h>

#include <set>

#include "composing.hpp"

namespace brochure::layout {
namespace {

using ::testing::AllOf;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::SizeIs;

class Spread : public LayoutTest {
  protected:
    Spread() {
        design.headings[0].keep_lines = 1;
        design.table.form = design::TableForm::spread;
    }
    // The pieces of the table in a body that holds nothing else but its heading and a text of two lines.
    static std::vector<Piece> halves(const Composed& body) {
        return {body.flow().pieces.begin() + 3, body.flow().pieces.end()};
    }
    static bool read(const Item& item) { return std::holds_alternative<style::LeafId>(item.belongs); }
    static std::string read_words(const Piece& piece, const Composed& body) {
        std::vector<Item> items;
        std::copy_if(piece.content.items.begin(), piece.content.items.end(), std::back_inserter(items), read);
        return words_of(items, body.document);
    }
    // The first baseline of a word of its own.
    static Length baseline_of(const std::string& word, const Piece& piece, const Composed& body) {
        for (const Item& item : piece.content.items) {
            if (std::holds_alternative<GlyphRun>(item.content) && words_of({item}, body.document) == word)
                return std::get<GlyphRun>(item.content).origin.y;
        }
        ADD_FAILURE() << "no " << word;
        return {};
    }
};

const std::string two_lines =
    "Op de volgende bladzijden staat wat u elke dag van de week doet, en wie u daar dan bij helpt.\n\n";
const std::string before_table = "## Week\n\n" + two_lines;

// So many columns A, B, … and rows; a cell of column c in row r is "c0r words".
std::string wide_table(int columns, int rows, const std::string& words) {
    std::string text = before_table;
    auto row = [&](auto&& cell) {
        for (int column = 0; column < columns; ++column) text += "| " + cell(column) + " ";
        text += "|\n";
    };
    auto letter = [](int column) { return std::string(1, static_cast<char>('A' + column)); };
    row([&](int column) { return letter(column); });
    row([](int) { return std::string{"---"}; });
    for (int r = 1; r <= rows; ++r) {
        row([&](int column) {
            const std::string name =
                std::string(1, static_cast<char>('a' + column)) + "0" + std::to_string(r);
            return column == 0 ? name : name + " " + words;
        });
    }
    return text;
}

constexpr const char* some_words = "verpleegkundige verband verschonen dagelijks";

TEST_F(Spread, SharesTheColumnsOutAndNamesTheRowsOnBothPages) {
    const Composed body = composed(wide_table(5, 2, some_words));
    const auto pieces = halves(body);
    ASSERT_THAT(pieces, SizeIs(2)) << reports();
    EXPECT_EQ(pieces[0].half, Half::verso);
    EXPECT_EQ(pieces[1].half, Half::recto);
    EXPECT_THAT(read_words(pieces[0], body), AllOf(HasSubstr("ABC"), HasSubstr("a01"), HasSubstr("c02")));
    const std::string second = read_words(pieces[1], body);
    EXPECT_THAT(second, AllOf(HasSubstr("DE"), HasSubstr("d01"), HasSubstr("e02")));
    EXPECT_EQ(second.find("a01"), std::string::npos);
    EXPECT_THAT(body.words(pieces[1]), AllOf(HasSubstr("ADE"), HasSubstr("a01d01"), HasSubstr("a02d02")));
}

TEST_F(Spread, HasItsRowsLevelAcrossTheGutter) {
    const Composed body = composed(wide_table(5, 4, some_words));
    const auto pieces = halves(body);
    ASSERT_THAT(pieces, SizeIs(2));
    EXPECT_EQ(pieces[0].height, pieces[1].height);
    EXPECT_EQ(pieces[0].height.units() % design.page.baseline.units(), 0);
    for (const char* word : {"A", "a01", "a02", "a03", "a04"})
        EXPECT_EQ(baseline_of(word, pieces[0], body), baseline_of(word, pieces[1], body)) << word;
}

TEST_F(Spread, SharesTheColumnsOutSoThatTheTableIsLowest) {
    // One column has most of the words: it stands alone beside the rows' names.
    std::string text = before_table + "| A | B | C | D |\n| --- | --- | --- | --- |\n";
    const std::string many = std::string{some_words} + " " + some_words + " " + some_words + " " + some_words;
    for (const char* row : {"a01", "a02", "a03", "a04", "a05"})
        text += std::string{"| "} + row + " | b " + some_words + " | c " + some_words + " | " + many + " |\n";
    const Composed last = composed(text);
    ASSERT_THAT(halves(last), SizeIs(2));
    EXPECT_THAT(last.words(halves(last)[1]), HasSubstr("AD"));
    text = before_table + "| A | B | C | D |\n| --- | --- | --- | --- |\n";
    for (const char* row : {"a01", "a02", "a03", "a04", "a05"})
        text += std::string{"| "} + row + " | " + many + " | c " + some_words + " | d " + some_words + " |\n";
    const Composed first = composed(text);
    ASSERT_THAT(halves(first), SizeIs(2));
    EXPECT_THAT(first.words(halves(first)[1]), HasSubstr("ACD"));
}

TEST_F(Spread, IsMirroredInATextFromTheRight) {
    design.parts = {design::PartKind::body};
    test::ReadBrochure read = test::read_brochure(wide_table(5, 2, some_words));
    read.document.language.right_to_left = true;
    const Composed body =
        compose_styled(style::style_document(read.document, design, read.pictures, {}, sink));
    const auto pieces = halves(body);
    ASSERT_THAT(pieces, SizeIs(2));
    for (const Piece& piece : pieces) {
        Length name, other;
        for (const Item& item : piece.content.items) {
            const auto* run = std::get_if<GlyphRun>(&item.content);
            if (run == nullptr) continue;
            const std::string words = words_of({item}, body.document);
            if (words == "a01") name = run->origin.x;
            if (words == "C" || words == "E") other = run->origin.x;
        }
        EXPECT_GT(name, other);
    }
}

TEST_F(Spread, IsAGridWhereThatStandsWellOnHalfAPage) {
    const Composed body = composed(wide_table(3, 2, "rust"));
    ASSERT_THAT(halves(body), SizeIs(3));
    EXPECT_THAT(halves(body), Each(Field("half", &Piece::half, Half::none)));
}

TEST_F(Spread, IsAGridInsideACallOut) {
    std::string text = wide_table(5, 2, some_words);
    std::string inside = before_table + "> [!NOTE] Let op\n";
    for (std::size_t at = text.find('|'); at < text.size();) {
        const std::size_t end = text.find('\n', at);
        inside += "> " + text.substr(at, end - at) + "\n";
        at = end + 1;
    }
    const Composed body = composed(inside);
    EXPECT_THAT(body.flow().pieces, Each(Field("half", &Piece::half, Half::none)));
}

TEST_F(Spread, IsCutBetweenRowsIntoPairsThatHaveTheHead) {
    const Composed body = composed(wide_table(5, 12, some_words));
    const auto pieces = halves(body);
    ASSERT_GE(pieces.size(), 4U);
    ASSERT_EQ(pieces.size() % 2, 0U);
    std::string all;
    for (std::size_t i = 0; i < pieces.size(); i += 2) {
        EXPECT_EQ(pieces[i].height, pieces[i + 1].height);
        EXPECT_LE(pieces[i].height, design.page.text_height());
        all += read_words(pieces[i], body);
        EXPECT_EQ(body.words(pieces[i]).find("A (vervolg)") != std::string::npos, i > 0);
        EXPECT_EQ(baseline_of("A", pieces[i], body), baseline_of("A", pieces[i + 1], body));
    }
    // The head is read once, and so is every row.
    EXPECT_EQ(all.find("ABC"), all.rfind("ABC"));
    for (int row = 1; row <= 12; ++row) {
        const std::string name = "a0" + std::to_string(row) + "b";
        EXPECT_NE(all.find(name), std::string::npos) << name;
        EXPECT_EQ(all.find(name), all.rfind(name)) << name;
    }
}

TEST_F(Spread, LeavesRoomForItsNotes) {
    std::string text = wide_table(5, 5, some_words);
    const std::size_t height = halves(composed(text)).size();
    ASSERT_EQ(height, 2U);
    std::string notes;
    for (int row = 1; row <= 5; ++row) {
        const std::string name = "| a0" + std::to_string(row);
        const std::string note = "[^n" + std::to_string(row) + "]";
        text.insert(text.find(name + " ") + name.size(), note);
        notes += "\n" + note + ": ";
        for (int i = 0; i < 8; ++i) notes += std::string{some_words} + " ";
        notes += "\n";
    }
    const auto pieces = halves(composed(text + notes));
    EXPECT_GT(pieces.size(), 2U);
    EXPECT_THAT(pieces[0].content.footnotes, testing::Not(testing::IsEmpty()));
    EXPECT_THAT(pieces[1].content.footnotes, testing::IsEmpty());
}

TEST_F(Spread, IsAGridWhereAPageCannotHoldARow) {
    std::string many;
    for (int i = 0; i < 60; ++i) many += std::string{some_words} + " ";
    const Composed body = composed(wide_table(4, 1, many));
    EXPECT_THAT(body.flow().pieces, Each(Field("half", &Piece::half, Half::none)));
}

TEST_F(Spread, HasAHeadingRightAboveItOnItsFirstPage) {
    std::string text = wide_table(5, 3, some_words);
    const Composed apart = composed(text);
    text.erase(text.find(two_lines), two_lines.size());
    const Composed body = composed(text);
    ASSERT_THAT(body.flow().pieces, SizeIs(2));
    const Piece &first = body.piece(0), &second = body.piece(1);
    EXPECT_TRUE(first.bound);
    EXPECT_TRUE(first.movable);
    EXPECT_EQ(first.half, Half::verso);
    EXPECT_EQ(body.words(first).substr(0, 5), "WeekA");
    EXPECT_EQ(first.landmarks.size(), apart.piece(0).landmarks.size());
    EXPECT_TRUE(first.force_page);
    // Above the second half that room stays empty.
    EXPECT_EQ(first.height, second.height);
    EXPECT_GT(first.height, halves(apart)[0].height);
    for (const char* word : {"A", "a01", "a03"})
        EXPECT_EQ(baseline_of(word, first, body), baseline_of(word, second, body)) << word;
    EXPECT_FALSE(halves(apart)[0].bound);
}

TEST_F(Spread, LeavesAHeadingInColumnsInItsPlace) {
    design.headings[1].keep_lines = 9;
    design.columns.parts = {design::PartKind::body};
    std::string text = wide_table(5, 3, some_words);
    text.replace(text.find(two_lines), two_lines.size(), "Tekst.\n\n### Dag\n\nRust.\n\n");
    const Composed body = composed(text);
    const Piece& first = body.piece(body.flow().pieces.size() - 2);
    EXPECT_EQ(first.half, Half::verso);
    EXPECT_FALSE(first.bound);
    EXPECT_EQ(first.column_set, std::nullopt);
    EXPECT_NE(body.piece(body.flow().pieces.size() - 3).column_set, std::nullopt);
}

}  // namespace
}  // namespace brochure::layout
