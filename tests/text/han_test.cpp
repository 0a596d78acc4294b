// Chinese: where lines end, how punctuation closes up, the gap between Han and Latin.
#include <gmock/gmock.h>

#include "text/han_spacing.hpp"
#include "text/support.hpp"

namespace brochure::text {
namespace {

class Chinese : public TextTest {
  protected:
    Chinese() {
        language = {};
        language.tag = "zh";
        style.breaking.hanging_punctuation = false;
    }
    style::StyledParagraph chinese(const std::string& text) {
        style::StyledParagraph paragraph = paragraph_of({{text, "zh"}}, style);
        paragraph.language = "zh";
        return paragraph;
    }
    std::string breaks_of(const std::string& text) { return drawn(chinese(text)); }

    // Advances in 1/100 em, cluster by cluster.
    std::vector<int> widths_of(const std::string& text) {
        const style::StyledParagraph paragraph = chinese(text);
        const ShapedParagraph shaped = shape(paragraph);
        EXPECT_FALSE(sink.has_errors());
        std::vector<int> widths;
        for (const ShapedRun& run : shaped.runs) {
            for (const font::Glyph& glyph : run.glyphs) {
                widths.push_back(static_cast<int>(glyph.advance / style.size * 100 + 0.5));
            }
        }
        return widths;
    }

    // The faces of a text's characters: "h" for the Han face, "l" for the Latin one.
    std::string faces_of(const std::string& text) {
        const style::StyledParagraph paragraph = chinese(text);
        const ShapedParagraph shaped = shape(paragraph);
        std::string faces;
        for (const ShapedRun& run : shaped.runs) {
            const bool han = fonts.descriptor(run.face).postscript_name.find("CJK") != std::string::npos;
            for (const char byte : run.range.of(paragraph.text)) {
                if ((static_cast<unsigned char>(byte) & 0xC0) != 0x80) faces += han ? 'h' : 'l';
            }
        }
        return faces;
    }

    Length em() const { return style.size; }
};

TEST_F(Chinese, LineMayEndBetweenCharactersButNotBesideTheWrongMark) {
    EXPECT_EQ(breaks_of("骨转移，是癌。疼痛！为何？"), "骨|转|移，|是|癌。|疼|痛！|为|何？/");
    EXPECT_EQ(breaks_of("看（重要）、《书名》；及：“引号”等"), "看|（重|要）、|《书|名》；|及：|“引|号”|等/");
    EXPECT_EQ(breaks_of("他说“你好”然后走"), "他|说|“你|好”|然|后|走/");
}

TEST_F(Chinese, DashesEllipsesAndPointsNeverBeginALine) {
    EXPECT_EQ(breaks_of("破折——号"), "破|折——|号/");
    EXPECT_EQ(breaks_of("省略……号"), "省|略……|号/");
    EXPECT_EQ(breaks_of("居里·玛丽"), "居|里·|玛|丽/");
}

TEST_F(Chinese, NumbersAndLatinWordsStayWhole) {
    EXPECT_EQ(breaks_of("每天denosumab 120 mg"), "每|天|denosumab_120_mg/");
    EXPECT_EQ(breaks_of("占10%至37.5°C"), "占|10%|至|37.5°C/");
}

TEST_F(Chinese, MarksOfALineTouchAndItsEndsAreClosed) {
    // Both ends of the paragraph, and a closing mark before another mark.
    EXPECT_THAT(widths_of("“骨”"), testing::ElementsAre(50, 100, 50));
    EXPECT_THAT(widths_of("骨（髓）、《书》好"),
                testing::ElementsAre(100, 100, 100, 50, 50, 100, 100, 100, 100));
    EXPECT_THAT(widths_of("骨：（“髓”）好"), testing::ElementsAre(100, 50, 100, 50, 100, 50, 100, 100));
    EXPECT_THAT(widths_of("骨，髓。"), testing::ElementsAre(100, 100, 100, 50));
}

TEST_F(Chinese, GapPartsHanFromLettersAndDigits) {
    const int digit = widths_of("5").front();
    EXPECT_THAT(widths_of("约5天"), testing::ElementsAre(120, digit + 20, 100));
    EXPECT_THAT(widths_of("约5，"), testing::ElementsAre(120, digit, 50));
    EXPECT_THAT(widths_of("约 天"), testing::ElementsAre(100, testing::_, 100))
        << "a space of the text will do";
}

TEST_F(Chinese, RaisedFigureKeepsCloseToItsWord) {
    style::StyledParagraph paragraph = paragraph_of({{"骨", "zh"}, {"5", "zh"}, {"髓", "zh"}}, style);
    paragraph.language = "zh";
    paragraph.runs[1].style.rise = Length::points(4);
    const ShapedParagraph shaped = shape(paragraph);
    EXPECT_EQ(shaped.runs[0].glyphs.front().advance, em());
}

TEST_F(Chinese, RoomOfAFullStopGoesBehindTheFigureOfANote) {
    style::StyledParagraph paragraph = paragraph_of({{"骨。", "zh"}, {"1", "zh"}, {"髓", "zh"}}, style);
    paragraph.language = "zh";
    paragraph.runs[1].style.rise = Length::points(4);
    paragraph.runs[1].style.size = Length::points(6);
    const ShapedParagraph shaped = shape(paragraph);
    ASSERT_EQ(shaped.runs.size(), 3U);
    EXPECT_EQ(shaped.runs[0].glyphs[1].advance, em() / 2);
    const Length figure = widths_of("1").front() * Length::points(6) / 100;
    EXPECT_NEAR(shaped.runs[1].glyphs[0].advance.to_points(), (figure + Length::points(3)).to_points(), 0.1);
}

TEST_F(Chinese, DigitsAndLatinComeFromTheLatinFace) {
    EXPECT_EQ(faces_of("每天5毫克"), "hhlhh");
    EXPECT_EQ(faces_of("5毫克，10%的"), "lhhhlllh");
    EXPECT_EQ(faces_of("用MRI（磁共振）检查"), "hlllhhhhhhh");
    EXPECT_EQ(faces_of("37.5°C时"), "llllllh");
}

TEST_F(Chinese, SharedMarksAreHanUnlessInsideAWord) {
    EXPECT_EQ(faces_of("“Prolia”是"), "hllllllhh");
    EXPECT_EQ(faces_of("don’t"), "lllll");
    EXPECT_EQ(faces_of("好……——·"), "hhhhhh");
}

TEST_F(Chinese, CharactersAreTheMainlandsForms) {
    const style::StyledParagraph paragraph = chinese("骨");
    EXPECT_EQ(fonts.descriptor(shape(paragraph).runs.front().face).postscript_name, "NotoSansCJKsc-Regular");
}

// What the breaker reckons with is what is set.
TEST_F(Chinese, LinesAreAsWideAsWasSaid) {
    const style::StyledParagraph paragraph = chinese(
        "“骨转移”（bone "
        "metastasis）：约5%至10%的病人，会在3个月内——或更早——感到疼痛；请看《指南》。“好！”他说。");
    const ShapedParagraph shaped = shape(paragraph);
    for (std::size_t from = 0; from < shaped.opportunities.size(); ++from) {
        for (std::size_t to = from; to < shaped.opportunities.size(); ++to) {
            const std::optional<std::size_t> start = from == 0 ? std::nullopt : std::optional(from - 1);
            const auto line = cut_line(paragraph, shaped, start, to, fonts);
            ASSERT_EQ(width(line), width(shaped, start, to)) << from << " to " << to;
        }
    }
}

TEST_F(Chinese, LineBeginsAndEndsWithoutEmptyHalves) {
    const style::StyledParagraph paragraph = chinese("骨髓，（骨）好");
    const ShapedParagraph shaped = shape(paragraph);
    ASSERT_EQ(breaks_of(paragraph.text), "骨|髓，|（骨）|好/");
    const auto second = cut_line(paragraph, shaped, 1, 2, fonts);
    ASSERT_EQ(second.front().glyphs.size(), 3U);
    EXPECT_EQ(second.front().glyphs[0].advance, em() / 2);
    EXPECT_EQ(second.front().glyphs[0].offset.x, -em() / 2);
    EXPECT_EQ(second.front().glyphs[2].advance, em() / 2);
    const auto first = cut_line(paragraph, shaped, std::nullopt, 1, fonts);
    EXPECT_EQ(first.front().glyphs.back().advance, em() / 2);
}

TEST_F(Chinese, GapIsNotSetAtALinesEnd) {
    const style::StyledParagraph paragraph = chinese("约5天");
    const ShapedParagraph shaped = shape(paragraph);
    const auto line = cut_line(paragraph, shaped, std::nullopt, 0, fonts);
    EXPECT_EQ(line.front().glyphs.back().advance, em());
}

TEST_F(Chinese, FragmentsSayWhatJustificationMayDo) {
    const ShapedParagraph shaped = shape(chinese("骨髓，骨5天"));
    ASSERT_EQ(shaped.fragments.size(), 5U);
    EXPECT_EQ(shaped.fragments[0].joint_stretch, em() / 10);
    EXPECT_EQ(shaped.fragments[0].joint_shrink, Length{});
    EXPECT_EQ(shaped.fragments[1].joint_stretch, em() / 10 * 2);
    EXPECT_EQ(shaped.fragments[1].joint_shrink, em() / 5);
    EXPECT_EQ(shaped.fragments[2].joint_shrink, em() / 10);
    EXPECT_EQ(shaped.fragments[4].joint_stretch, Length{}) << "the paragraph's end";
}

TEST_F(Chinese, DutchTextKnowsNoneOfThis) {
    const ShapedParagraph shaped = shape(paragraph_of("“Bot” (been), 5 mg", style));
    for (const Fragment& fragment : shaped.fragments) EXPECT_EQ(fragment.joint_stretch, Length{});
    EXPECT_EQ(shaped.runs.size(), 1U);
}

class Ethiopic : public TextTest {
  protected:
    std::string breaks_of(const std::string& text) {
        style::StyledParagraph paragraph = paragraph_of({{text, "ti"}}, style);
        paragraph.language = "ti";
        return drawn(paragraph);
    }
};

TEST_F(Ethiopic, LineEndsAtSpacesAndAfterMarks) {
    EXPECT_EQ(breaks_of("ሰላም ዓለም። ከመይ፣ ኣለኻ"), "ሰላም_ዓለም።_ከመይ፣_ኣለኻ/");
    EXPECT_EQ(breaks_of("ሰላም፡ዓለም።ከመይ፣ኣለኻ፤ድሓን"), "ሰላም፡|ዓለም።|ከመይ፣|ኣለኻ፤|ድሓን/");
}

TEST_F(Ethiopic, LineNeverBeginsWithAMark) { EXPECT_EQ(breaks_of("ሰላም ። ከመይ ፧ ድሓን"), "ሰላም ።_ከመይ ፧_ድሓን/"); }

TEST_F(Ethiopic, MarksStayTogether) { EXPECT_EQ(breaks_of("ሰላም፡፡ከመይ፤፤"), "ሰላም፡፡|ከመይ፤፤/"); }

}  // namespace
}  // namespace brochure::text
