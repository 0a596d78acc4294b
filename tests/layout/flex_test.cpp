// What a galley can give and take, and how it looks when it does.
#include <gmock/gmock.h>

#include "composing.hpp"

namespace brochure::layout {
namespace {

class Flexes : public LayoutTest {
  protected:
    static constexpr const char* paragraph =
        "Uitzaaiingen in de botten kunnen pijn doen, maar dat hoeft niet. Soms merkt iemand er lang niets "
        "van, "
        "en soms breekt een bot zonder dat iemand is gevallen. De arts kijkt dan met een foto of een scan "
        "naar "
        "het bot en naar wat er omheen zit, en vertelt wat er te zien is en wat dat betekent voor u.";

    std::vector<Piece> anew(const Composed& body, const Flex& flex, int lines) {
        return recompose({body.document, body.shaped, design, fonts()}, body.flow(), flex, lines);
    }
    static Length height(const std::vector<Piece>& pieces) {
        Length sum;
        for (const Piece& piece : pieces) sum += piece.height;
        return sum;
    }
    static const Flex* first_of(const Composed& body, Flex::Kind kind) {
        for (const Flex& flex : body.flow().flexes) {
            if (flex.kind == kind) return &flex;
        }
        return nullptr;
    }
    // Spaces at the ends of lines are left out.
    static std::string without_spaces(std::string words) {
        std::erase(words, ' ');
        return words;
    }
};

TEST_F(Flexes, AParagraphInMoreOrFewerLinesHasTheSameWords) {
    design.copyfitting.paragraph_badness = 10000;
    const Composed body = composed(std::string("## a\n\n") + paragraph + "\n");
    const Flex* flex = first_of(body, Flex::Kind::paragraph);
    ASSERT_NE(flex, nullptr);
    EXPECT_FALSE(flex->variants.empty());
    std::string natural;
    for (std::size_t i = flex->first; i < flex->end; ++i) natural += body.words(body.piece(i));
    for (const Variant& variant : flex->variants) {
        const std::vector<Piece> pieces = anew(body, *flex, variant.lines);
        EXPECT_EQ(static_cast<int>(pieces.size()), static_cast<int>(flex->end - flex->first) + variant.lines);
        EXPECT_GE(variant.price, design.copyfitting.paragraph_cost);
        std::string words;
        for (const Piece& piece : pieces) words += body.words(piece);
        EXPECT_EQ(without_spaces(words), without_spaces(natural));
        EXPECT_EQ(pieces.front().space_before, body.piece(flex->first).space_before);
    }
}

TEST_F(Flexes, AShortParagraphHasNone) {
    design.copyfitting.paragraph_badness = 10000;
    const Composed body = composed("## a\n\nEen regel.\n");
    EXPECT_EQ(first_of(body, Flex::Kind::paragraph), nullptr);
}

TEST_F(Flexes, NothingIsOfferedWhereTheLayoutForbidsIt) {
    design.copyfitting.paragraph_lines = 0;
    design.copyfitting.figure_smaller = design.copyfitting.figure_larger = 0;
    const Composed body = composed(std::string("## a\n\n") + paragraph + "\n\n![Een arm](arm)\n");
    EXPECT_TRUE(body.flow().flexes.empty());
}

// Words keep their size, so in a smaller drawing they reach further.
TEST_F(Flexes, ADrawingIsLowerOnlyWhileItsWordsStandInIt) {
    design.copyfitting.figure_smaller = 0.3;
    const auto lower = [&](const std::string& x) {
        test::SmallBrochure brochure{"## a\n\nTekst.\n\n![Een arm](arm)\n"};
        brochure.files["arm.svg"] =
            R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect width="100" height="50" fill="#1f7a8c"/>)"
            R"(<text data-label="a" y="20" font-size="4" x=")" +
            x + R"(">Röntgenonderzoek</text></svg>)";
        design.parts = {design::PartKind::body};
        const test::ReadBrochure read = test::read_brochure(brochure);
        const Composed body =
            compose_styled(style::style_document(read.document, design, read.pictures, {}, sink));
        const Flex* flex = first_of(body, Flex::Kind::figure);
        return flex != nullptr && std::any_of(flex->variants.begin(), flex->variants.end(),
                                              [](const Variant& variant) { return variant.lines < 0; });
    };
    EXPECT_TRUE(lower("20"));
    EXPECT_FALSE(lower("70"));
}

TEST_F(Flexes, APictureIsLowerByWholeLines) {
    design.copyfitting.figure_smaller = 0.3;
    const Composed body = composed("## a\n\nTekst.\n\n![Een arm](arm)\n");
    const Flex* flex = first_of(body, Flex::Kind::figure);
    ASSERT_NE(flex, nullptr);
    for (const Variant& variant : flex->variants) {
        const std::vector<Piece> pieces = anew(body, *flex, variant.lines);
        ASSERT_EQ(pieces.size(), 1U);
        EXPECT_EQ(height(pieces), body.piece(flex->first).height + design.page.baseline * variant.lines);
        EXPECT_EQ(pieces.front().landmarks.size(), body.piece(flex->first).landmarks.size());
    }
}

}  // namespace
}  // namespace brochure::layout
