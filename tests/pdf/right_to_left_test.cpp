// Text from the right in a finished file, by other people's readers.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "pdf/font/reading.hpp"
#include "pdf/sample.hpp"
#include "pdf/tools.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

class RightToLeft : public testing::Test {
  protected:
    RightToLeft() {
        Sink sink;
        sample.document.metadata.language = "ar";
        sample.document.right_to_left = true;
        sample.face = sample.fonts.face_for({"noto-sans"}, U'ع', {'A', 'r', 'a', 'b'}, sink).value();
    }

    // A line whose left end is at 100 pt.
    page::GlyphRun& say(const std::string& words) {
        page::GlyphRun run;
        run.face = sample.face;
        run.size = sample.size;
        run.origin = {Length::points(100), sample.y};
        run.right_to_left = true;
        const auto length = static_cast<std::uint32_t>(words.size());
        run.text = sample.text(words);
        font::ShapeProperties properties;
        properties.script = {'A', 'r', 'a', 'b'};
        properties.language = "ar";
        properties.right_to_left = true;
        const auto glyphs = sample.fonts.shape(sample.face, sample.size, words, {0, length}, properties);
        std::uint32_t end = length;
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            const bool further = i > 0 && glyphs[i - 1].cluster == glyphs[i].cluster;
            if (i > 0 && !further) end = glyphs[i - 1].cluster;
            run.glyphs.push_back({glyphs[i].id,
                                  {further ? end : glyphs[i].cluster, end},
                                  glyphs[i].advance,
                                  glyphs[i].offset});
        }
        auto& items = sample.document.pages.back().items;
        items.push_back({std::move(run), sample.leaf(Role::p)});
        sample.y += Length::points(20);
        return std::get<page::GlyphRun>(items.back().content);
    }

    // Without the marks of direction that pdftotext adds.
    // It gives the space behind an Arabic comma, which it takes for a figure, to the other side.
    std::string printed(const std::string& options = "") const {
        std::string text = text_of(written(sample), options);
        for (const std::string mark : {"\u202A", "\u202B", "\u202C"}) {
            for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark))
                text.erase(at, mark.size());
        }
        return text;
    }

    Sample sample;
};

TEST_F(RightToLeft, WordsStandInTheirOrderForPdftotext) {
    SKIP_WITHOUT("pdftotext");
    say("انتشار السرطان إلى العظام");
    EXPECT_THAT(printed(), HasSubstr("انتشار السرطان إلى العظام"));
    EXPECT_THAT(printed("-layout"), HasSubstr("انتشار السرطان إلى العظام"));
}

TEST_F(RightToLeft, LamWithAlefIsTwoLettersInOrder) {
    SKIP_WITHOUT("pdftotext");
    say("علاج الآن لأنه للإنسان");
    EXPECT_THAT(printed(), HasSubstr("علاج الآن لأنه للإنسان"));
    EXPECT_THAT(read_text_of(written(sample)), HasSubstr("\"علاج الآن لأنه للإنسان\""));
}

TEST_F(RightToLeft, MarksFollowTheirLetters) {
    SKIP_WITHOUT("pdftotext");
    say("سُئِلَ الطَّبِيبُ عنِ الأَلَمِ جافًّا ليلًا");
    EXPECT_THAT(printed(), HasSubstr("سُئِلَ الطَّبِيبُ عنِ الأَلَمِ جافًّا ليلًا"));
    EXPECT_THAT(read_text_of(written(sample)), HasSubstr("\"سُئِلَ الطَّبِيبُ عنِ الأَلَمِ جافًّا ليلًا\""));
}

TEST_F(RightToLeft, AnotherReaderFindsTheSame) {
    SKIP_WITHOUT("mutool");
    say("هدم زائد يسمى حالًّا للعظم");
    EXPECT_THAT(run_on(written(sample), "mutool draw -q -F text").text,
                HasSubstr("هدم زائد يسمى حالًّا للعظم"));
}

TEST_F(RightToLeft, GlyphsAreWrittenFromTheRightEachByItself) {
    say("عظام");
    const Reading reading = read_pages(sample.document, sample.fonts);
    ASSERT_EQ(reading.pages[0].size(), 1U);
    const auto& piece = std::get<RunPiece>(reading.pages[0][0].marks[0]);
    ASSERT_EQ(piece.x.size(), 4U);
    EXPECT_TRUE(std::is_sorted(piece.x.rbegin(), piece.x.rend()));
    EXPECT_FALSE(reading.pages[0][0].actual_text);
}

TEST_F(RightToLeft, MarksAreDrawnAndNotRead) {
    say("بٌ");
    const Reading reading = read_pages(sample.document, sample.fonts);
    const auto& piece = std::get<RunPiece>(reading.pages[0][0].marks[0]);
    ASSERT_EQ(piece.drawn.size(), 1U);
    EXPECT_FALSE(reading.outlines[piece.drawn[0].outline].empty());
    ASSERT_EQ(piece.uses.size(), 2U);  // the letter, and a space that is read as the mark
    const FaceCodes& codes = reading.faces[piece.face].codes;
    EXPECT_EQ(codes.entries()[piece.uses[0]].text, "ب");
    EXPECT_EQ(codes.entries()[piece.uses[1]].text, "ٌ");
}

TEST_F(RightToLeft, FileHasNoMachineCheckableFault) {
    if (!have_ua_check()) GTEST_SKIP() << "python3-pikepdf or python3-fonttools is not installed";
    say("سُئِلَ الطَّبِيبُ عن العلاج");
    const Output checked = ua_check(written(sample));
    EXPECT_EQ(checked.exit_code, 0) << checked.text;
}

}  // namespace
}  // namespace brochure::pdf
