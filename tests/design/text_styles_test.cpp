#include "layout_folder.hpp"

namespace brochure::design {
namespace {

class TextStyles : public LayoutFolder {
  protected:
    // The good layout and `styles` behind it, read without diagnostics.
    const Design& with(const std::string& styles) {
        write("layouts/x.toml", good_layout() + styles);
        design_ = read("x");
        EXPECT_EQ(shown(), "");
        EXPECT_TRUE(design_.has_value());
        return *design_;
    }

  private:
    std::optional<Design> design_;
};

TEST_F(TextStyles, TakesWhatItDoesNotSayFromItsBase) {
    const TextStyle& style = with("[text.a]\nbased_on = 'body'\nweight = 700\n").texts.at("a");
    EXPECT_EQ(style.face, (font::FaceQuery{"noto-sans", 700, false}));
    EXPECT_EQ(style.size, Length::points(12));
    EXPECT_EQ(style.leading, Length::points(16));
    EXPECT_EQ(style.hyphenation, HyphenationUse::sparing);
}

TEST_F(TextStyles, BaseMayStandBehindIt) {
    const TextStyle& style =
        with("[text.a]\nbased_on = 'z'\n[text.z]\nbased_on = 'body'\nitalic = true\n").texts.at("a");
    EXPECT_TRUE(style.face.italic);
}

TEST_F(TextStyles, EmOfASizeIsTheSizeOfTheBase) {
    const Design& design =
        with("[text.a]\nbased_on = 'body'\nsize = '0.75 em'\n[text.b]\nbased_on = 'a'\nsize = '1.5 em'\n");
    EXPECT_EQ(design.texts.at("a").size, Length::points(9));
    EXPECT_EQ(design.texts.at("b").size, Length::points(13.5));
}

TEST_F(TextStyles, LeadingInEmFollowsTheSizeOfTheStyleThatInheritsIt) {
    const Design& design = with(
        "[text.a]\nbased_on = 'body'\nsize = '10 pt'\nleading = '1.4 em'\n"
        "[text.b]\nbased_on = 'a'\nsize = '20 pt'\n");
    EXPECT_EQ(design.texts.at("a").leading, Length::points(14));
    EXPECT_EQ(design.texts.at("b").leading, Length::points(28));
}

TEST_F(TextStyles, LineIsTheDistanceOfTheGrid) {
    EXPECT_EQ(with("[text.a]\nbased_on = 'body'\nleading = '1.5 line'\n").texts.at("a").leading,
              Length::points(24));
}

TEST_F(TextStyles, PercentOfAnIndentIsAShareOfTheMeasure) {
    const TextStyle& style = with("[text.a]\nbased_on = 'body'\nindent = '5 %'\n").texts.at("a");
    EXPECT_EQ(style.indent, Length::millimetres(116).scaled(0.05));
}

TEST_F(TextStyles, LineBreakingOfTheLayoutHoldsForAll) {
    EXPECT_EQ(with("").texts.at("body").breaking.hyphen_penalty, 60);
}

TEST_F(TextStyles, OwnLineBreakingGoesBeforeThatOfTheLayout) {
    const LineBreaking& breaking = with("").texts.at("title").breaking;
    EXPECT_EQ(breaking.hyphen_penalty, 9000);
    EXPECT_EQ(breaking.max_hyphen_run, 2);
}

TEST_F(TextStyles, LineBreakingIsInheritedToo) {
    EXPECT_EQ(with("[text.a]\nbased_on = 'title'\n").texts.at("a").breaking.hyphen_penalty, 9000);
}

TEST_F(TextStyles, EmOfLineBreakingIsTheStylesOwnSize) {
    const Design& design = with("[text.body.line_breaking]\nragged_zone = '3 em'\n");
    EXPECT_EQ(design.texts.at("body").breaking.ragged_zone, Length::points(36));
    EXPECT_EQ(design.texts.at("title").breaking.ragged_zone, Length::points(54));
}

TEST_F(TextStyles, KnowsWhereItsSizeAndColourStand) {
    const TextStyle& style = with("").texts.at("title");
    EXPECT_EQ(style.place.line, 42U);
    EXPECT_EQ(style.size_place.line, 44U);
    EXPECT_EQ(style.colour_place.line, 34U);  // in [text.body]
}

TEST_F(TextStyles, LongCircleIsReportedWithItsWay) {
    write("layouts/x.toml",
          good_layout() + "[text.a]\nbased_on = 'b'\n[text.b]\nbased_on = 'c'\n[text.c]\nbased_on = 'a'\n");
    EXPECT_FALSE(read("x").has_value());
    ASSERT_EQ(sink.sorted().size(), 1U) << shown();
    EXPECT_EQ(sink.sorted()[0].message, "the text style 'a' is based on itself: a → b → c → a");
}

TEST_F(TextStyles, HostileChainOfBasesIsRefused) {
    std::string text = good_layout();
    for (int i = 0; i < 2000; ++i) {
        text += "[text.s" + std::to_string(i) + "]\nbased_on = 's" + std::to_string(i + 1) + "'\n";
    }
    write("layouts/x.toml", text + "[text.s2000]\nbased_on = 'body'\n");
    EXPECT_FALSE(read("x").has_value());
    EXPECT_GT(sink.errors(), 0U);
}

TEST_F(TextStyles, StylesOfALayoutStayWhereTheyAreWhenItIsMoved) {
    write("layouts/x.toml", good_layout());
    std::optional<Design> first = read("x");
    ASSERT_TRUE(first.has_value());
    const Design moved = std::move(*first);
    EXPECT_EQ(moved.body, &moved.texts.at("body"));
}

}  // namespace
}  // namespace brochure::design
