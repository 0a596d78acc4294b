// TeX's own paragraphs, as LuaTeX's line breaker was given them, against TeX's own answers
// (tests/linebreak/data).
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "linebreak/line_breaker.hpp"

namespace brochure::linebreak {
namespace {

using nlohmann::json;

struct Golden {
    std::vector<Item> items;
    Settings settings;
    std::int64_t demerits = 0;
    std::vector<std::size_t> breaks;
    std::vector<Length> natural_widths;
    std::vector<double> ratios;
};

Length length(const json& value) { return Length::from_units(value.get<std::int64_t>()); }

Item read_item(const json& item) {
    const auto type = item.at("t").get<std::string>();
    if (type == "box") return Box{.width = length(item.at("w"))};
    if (type == "kern") return Kern{.width = length(item.at("w"))};
    if (type == "pen") return Penalty{.cost = item.at("p").get<int>()};
    if (type == "disc")
        return Discretionary{.pre = length(item.at("pre")),
                             .post = length(item.at("post")),
                             .replace = length(item.at("rep")),
                             .penalty = item.at("p").get<int>()};
    return Glue{.width = length(item.at("w")),
                .stretch = length(item.at("y")),
                .shrink = length(item.at("z")),
                .stretch_order = item.at("yo").get<std::uint8_t>()};
}

Settings read_settings(const json& file) {
    Settings settings;
    settings.model = CostModel::tex;
    settings.measure = length(file.at("hsize"));
    settings.tolerance = file.at("tolerance").get<int>();
    settings.line_penalty = file.at("linepenalty").get<int>();
    settings.adjacent_demerits = file.at("adjdemerits").get<int>();
    settings.double_hyphen_demerits = file.at("doublehyphendemerits").get<int>();
    settings.final_hyphen_demerits = file.at("finalhyphendemerits").get<int>();
    settings.looseness = file.at("looseness").get<int>();
    settings.emergency_stretch = length(file.at("emergencystretch"));
    settings.right_skip_stretch = length(file.at("rightskip_stretch"));
    return settings;
}

Golden read_golden(const std::filesystem::path& path) {
    const json file = json::parse(std::ifstream{path});
    Golden golden;
    for (const json& item : file.at("items")) golden.items.push_back(read_item(item));
    golden.settings = read_settings(file);
    golden.demerits = file.at("demerits").get<std::int64_t>();
    for (const json& line : file.at("lines")) {
        golden.breaks.push_back(line.at("break").get<std::size_t>());
        golden.natural_widths.push_back(length(line.at("natural")));
        golden.ratios.push_back(line.at("ratio").get<double>());
    }
    golden.breaks.back() = golden.items.size();
    return golden;
}

std::vector<std::filesystem::path> golden_files() {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator{BROCHURE_TEST_DATA "/linebreak/data"})
        if (entry.path().extension() == ".json") files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::vector<std::size_t> break_items(const LineBreaks& breaks) {
    std::vector<std::size_t> items;
    for (const Line& line : breaks.lines) items.push_back(line.break_at);
    return items;
}

class GoldenParagraph : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(GoldenParagraph, BreaksWhereTeXDoesAtTeXsDemerits) {
    const Golden golden = read_golden(GetParam());
    const LineBreaks breaks = break_lines(golden.items, golden.settings);
    EXPECT_EQ(breaks.demerits, golden.demerits);
    EXPECT_EQ(break_items(breaks), golden.breaks);
}

TEST_P(GoldenParagraph, LinesMeasureWhatTeXsDo) {
    const Golden golden = read_golden(GetParam());
    const LineBreaks breaks = break_lines(golden.items, golden.settings);
    ASSERT_EQ(breaks.lines.size(), golden.breaks.size());
    for (std::size_t i = 0; i < breaks.lines.size(); ++i) {
        EXPECT_EQ(breaks.lines[i].natural, golden.natural_widths[i]) << "line " << i;
        if (breaks.lines[i].overfull > Length{}) continue;  // TeX notes 1, whatever the line can shrink
        EXPECT_NEAR(breaks.lines[i].ratio, golden.ratios[i], 1e-6) << "line " << i;
    }
}

// Lines that TeX takes at no cost, because nothing else was possible, are beyond the evaluator.
TEST_P(GoldenParagraph, EvaluatorAgreesWithTeXUnlessALineWasFree) {
    const Golden golden = read_golden(GetParam());
    const LineBreaks breaks = break_lines(golden.items, golden.settings);
    const auto demerits = demerits_of(golden.items, golden.breaks, golden.settings, breaks.pass);
    EXPECT_EQ(demerits == golden.demerits, !breaks.artificial);
}

INSTANTIATE_TEST_SUITE_P(TeX, GoldenParagraph, testing::ValuesIn(golden_files()), [](const auto& file) {
    std::string name = file.param.stem().string();
    std::ranges::replace_if(
        name, [](char c) { return !std::isalnum(static_cast<unsigned char>(c)); }, '_');
    return name;
});

}  // namespace
}  // namespace brochure::linebreak
