// The glyph runs of real paragraphs, as the pipeline makes them, against HarfBuzz's own program on the same
// face, text and context.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <memory>

#include "style/isolates.hpp"
#include "support.hpp"
#include "support/shell.hpp"
#include "text/line_ends.hpp"

namespace brochure::text {
namespace {

std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return out + "'";
}

struct Language {
    std::string tag, file;
    bool right_to_left = false;
};

// Paragraphs of a content file, without Markdown's signs.
std::vector<std::string> paragraphs_of(const std::string& file) {
    std::ifstream stream(std::filesystem::path(BROCHURE_SOURCE_ROOT) / file);
    std::vector<std::string> paragraphs;
    bool body = false;
    int fences = 0;
    for (std::string line; std::getline(stream, line);) {
        if (line == "+++") body = ++fences == 2;
        if (!body || line.size() < 40 || std::string_view("|!>#{[").find(line[0]) != std::string_view::npos)
            continue;
        std::erase_if(line, [](char c) { return c == '*' || c == '[' || c == ']' || c == '^'; });
        paragraphs.push_back(line);
    }
    return paragraphs;
}

class AgainstHbShape : public TextTest, public testing::WithParamInterface<Language> {
  protected:
    static std::string by_hb_shape(const style::StyledParagraph& paragraph, const ShapedRun& run,
                                   const std::string& font) {
        const std::string_view text = paragraph.text;
        std::string options = right_to_left(run) ? "--direction=rtl" : "--direction=ltr";
        if (run.range.begin == 0) options += " --bot";
        if (run.range.end == text.size()) options += " --eot";
        return test::output_of(fmt::format(
            "hb-shape --font-file=/usr/share/fonts/truetype/noto/{}.ttf --no-glyph-names --utf8-clusters "
            "--cluster-level=1 --remove-default-ignorables --script={} --language={} {} --text-before={} "
            "--text-after={} --text={}",
            font, std::string(run.script.data(), 4), paragraph.language, options,
            quoted(text.substr(0, run.range.begin)), quoted(text.substr(run.range.end)),
            quoted(run.range.of(text))));
    }

    // As hb-shape writes it, in units of a font of 1000 to the em.
    static std::string written(const ShapedRun& run, double per_unit) {
        std::string out;
        const auto units = [per_unit](Length length) {
            return static_cast<int>(std::lround(length.to_points() / per_unit));
        };
        for (const font::Glyph& glyph : run.glyphs) {
            out += fmt::format("{}{}={}", out.empty() ? "[" : "|", glyph.id, glyph.cluster - run.range.begin);
            const int x = units(glyph.offset.x), y = units(glyph.offset.y);
            if (x != 0 || y != 0) out += fmt::format("@{},{}", x, y);
            out += fmt::format("+{}", units(glyph.advance));
        }
        return (out.empty() ? "[" : out) + "]\n";
    }
};

TEST_P(AgainstHbShape, EveryRunOfRealParagraphs) {
    if (test::output_of("hb-shape --version").empty()) GTEST_SKIP() << "libharfbuzz-bin is not installed";
    const std::vector<std::string> paragraphs = paragraphs_of(GetParam().file);
    ASSERT_GE(paragraphs.size(), 4U);
    language.tag = GetParam().tag;
    language.right_to_left = GetParam().right_to_left;
    language.hyphenation = {};
    std::size_t runs = 0;
    for (std::size_t i = 0; i < paragraphs.size() && runs < 60; ++i) {
        style::StyledParagraph paragraph = paragraph_of({{paragraphs[i], GetParam().tag}}, style);
        paragraph.language = GetParam().tag;
        paragraph.right_to_left = GetParam().right_to_left;
        paragraph.isolates = style::isolates_of(paragraph.text, {}, language);
        for (const ShapedRun& run : shape(paragraph).runs) {
            const font::Descriptor& face = fonts.descriptor(run.face);
            const double per_unit = run.size.to_points() / 1000;
            EXPECT_EQ(written(run, per_unit), by_hb_shape(paragraph, run, face.postscript_name))
                << run.range.of(paragraph.text);
            ++runs;
        }
    }
    EXPECT_GE(runs, 8U);
}

INSTANTIATE_TEST_SUITE_P(Languages, AgainstHbShape,
                         testing::Values(Language{"nl", "content/botmetastasen/nl.md"},
                                         Language{"uk", "content/botmetastasen/uk.md"},
                                         Language{"ar", "content/botmetastasen/ar.md", true},
                                         Language{"fa", "tests/data/languages/content/persian/fa.md", true},
                                         Language{"he", "tests/data/languages/content/hebrew/he.md", true},
                                         Language{"ti", "tests/data/languages/content/tigrinya/ti.md"}),
                         [](const testing::TestParamInfo<Language>& one) { return one.param.tag; });

}  // namespace
}  // namespace brochure::text
