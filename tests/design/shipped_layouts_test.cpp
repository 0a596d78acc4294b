// The layouts that come with the program: read without a word, and with the look they are meant to have.
#include <gmock/gmock.h>

#include <algorithm>

#include "diag/render.hpp"
#include "layout_folder.hpp"

namespace brochure::design {
namespace {

using ::testing::ElementsAre;

const std::filesystem::path source_root{BROCHURE_SOURCE_ROOT};

struct Shipped {
    explicit Shipped(const std::string& name)
        : design(read_layout(name, {source_root / "layouts"}, source_root, sink)) {}
    Sink sink;
    std::optional<Design> design;
};

class EveryShippedLayout : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryShippedLayout, ReadsWithoutDiagnostics) {
    const Shipped shipped{GetParam()};
    EXPECT_EQ(diag::as_text(shipped.sink.sorted()), "");
    EXPECT_TRUE(shipped.design.has_value());
}

TEST_P(EveryShippedLayout, KeepsSpacesOfTheFlowOnTheGrid) {
    const Shipped shipped{GetParam()};
    ASSERT_TRUE(shipped.design.has_value());
    const Design& design = *shipped.design;
    auto on_grid = [&](Length length) { return length.units() % design.page.baseline.units() == 0; };
    EXPECT_EQ(design.body->leading, design.page.baseline);
    for (const Space& space :
         {design.paragraph, design.list.space, design.figure.space, design.table.space}) {
        EXPECT_TRUE(on_grid(space.before) && on_grid(space.after));
    }
    for (const auto& [kind, style] : design.call_outs) {
        // A ground reaches into the space around it, so its text stands on the grid whatever the padding.
        EXPECT_TRUE(on_grid(style.space.before) && on_grid(style.space.after)) << base::name_of(kind);
        EXPECT_LT(style.padding_top, style.space.before) << base::name_of(kind);
        EXPECT_LT(style.padding_bottom, style.space.after) << base::name_of(kind);
    }
    for (std::size_t i = 1; i < design.headings.size(); ++i) {
        EXPECT_TRUE(on_grid(design.headings[i].space.before + design.headings[i].space.after)) << i + 2;
        EXPECT_TRUE(on_grid(design.headings[i].text->leading)) << i + 2;
    }
}

TEST_P(EveryShippedLayout, SetsBlackTextOnTheBlackPlateAlone) {
    const Shipped shipped{GetParam()};
    ASSERT_TRUE(shipped.design.has_value());
    EXPECT_THAT(*shipped.design->body->colour.cmyk, ElementsAre(0, 0, 0, 100));
}

TEST_P(EveryShippedLayout, GivesEveryColourItsInks) {
    const Shipped shipped{GetParam()};
    ASSERT_TRUE(shipped.design.has_value());
    for (const auto& [name, colour] : shipped.design->colours) EXPECT_TRUE(colour.cmyk.has_value()) << name;
}

TEST_P(EveryShippedLayout, GivesWarningsAPhone) {
    const Shipped shipped{GetParam()};
    ASSERT_TRUE(shipped.design.has_value());
    EXPECT_NE(shipped.design->call_outs.at(document::CallOutKind::warning).phone, nullptr);
    EXPECT_NE(shipped.design->call_outs.at(document::CallOutKind::warning).bar,
              shipped.design->call_outs.at(document::CallOutKind::note).bar);
}

TEST_P(EveryShippedLayout, MakesTheEmergencyNumberLargestOnTheBack) {
    const Shipped shipped{GetParam()};
    ASSERT_TRUE(shipped.design.has_value());
    const BackStyle& back = shipped.design->back;
    for (const TextStyle* text : {back.heading, back.text, back.phone, back.colophon}) {
        EXPECT_LT(text->size, back.emergency_phone->size);
    }
}

std::string test_name(const ::testing::TestParamInfo<std::string>& layout) {
    std::string name = layout.param;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Layouts, EveryShippedLayout,
                         ::testing::ValuesIn(list_layouts({source_root / "layouts"})), test_name);

TEST(A5, HasThePageOfTheLook) {
    const Shipped shipped{"a5"};
    ASSERT_TRUE(shipped.design.has_value());
    const PageGeometry& page = shipped.design->page;
    EXPECT_EQ(page.trim, (Size{Length::millimetres(148), Length::millimetres(210)}));
    EXPECT_NEAR(page.measure().to_millimetres(), 116, 0.001);
    EXPECT_EQ(page.baseline, Length::points(17));
    EXPECT_EQ(page.lines, 29);
    EXPECT_EQ(shipped.design->body->size, Length::points(12));
    EXPECT_EQ(shipped.design->body->align, Align::start);
}

TEST(A5, DrawsTheCoverFromBleedToBleedDownToTheFoot) {
    const Shipped shipped{"a5"};
    ASSERT_TRUE(shipped.design.has_value());
    const Rect box = shipped.design->cover.picture_box;
    EXPECT_NEAR(box.left().to_millimetres(), -3, 0.001);
    EXPECT_NEAR(box.size.width.to_millimetres(), 154, 0.001);
    EXPECT_NEAR((shipped.design->page.trim.height - shipped.design->cover.foot_height).to_millimetres(),
                box.bottom().to_millimetres(), 0.001);
}

TEST(A5, HasTheTwoTablesOverTheTreatments) {
    const Shipped shipped{"a5"};
    ASSERT_TRUE(shipped.design.has_value());
    const TreatmentTable& overview = shipped.design->treatment_tables.at("overview");
    ASSERT_EQ(overview.columns.size(), 3U);
    EXPECT_THAT(overview.columns[2].fields, ElementsAre("how", "frequency"));
    EXPECT_EQ(overview.columns[2].heading, "how_and_frequency");
    EXPECT_EQ(overview.only_with, "");
    EXPECT_EQ(shipped.design->treatment_tables.at("side-effects").only_with, "side_effects");
}

TEST(A5, IsReadWithEase) {
    Shipped shipped{"a5"};
    ASSERT_TRUE(shipped.design.has_value());
    reading_warnings(*shipped.design, shipped.sink);
    EXPECT_EQ(diag::as_text(shipped.sink.sorted()), "");
}

TEST(A5Justified, KeepsTheMeasureAndFillsThePage) {
    const Shipped shipped{"a5-justified"};
    ASSERT_TRUE(shipped.design.has_value());
    const PageGeometry& page = shipped.design->page;
    EXPECT_NEAR(page.measure().to_millimetres(), 116, 0.001);
    EXPECT_GT(page.inner, page.outer);
    const Length below = page.trim.height - page.top - page.text_height();
    EXPECT_GE(below, Length::millimetres(20));
    EXPECT_LT(below, Length::millimetres(20) + page.baseline);
}

TEST(A5Justified, StretchesTheBodyAndNothingElse) {
    const Shipped shipped{"a5-justified"};
    ASSERT_TRUE(shipped.design.has_value());
    for (const auto& [name, style] : shipped.design->texts) {
        if (name == "body" || name == "list_marker" || name == "footnote_mark") continue;
        EXPECT_EQ(style.align, Align::start) << name;
    }
    EXPECT_EQ(shipped.design->body->align, Align::justified);
    EXPECT_TRUE(shipped.design->body->breaking.hanging_punctuation);
    EXPECT_EQ(shipped.design->body->breaking.max_hyphen_run, 2);
}

TEST(A5Justified, IsReadWithEase) {
    Shipped shipped{"a5-justified"};
    ASSERT_TRUE(shipped.design.has_value());
    reading_warnings(*shipped.design, shipped.sink);
    EXPECT_EQ(diag::as_text(shipped.sink.sorted()), "");
}

TEST(A4LargePrint, HasNothingUnderSixteenPoints) {
    const Shipped shipped{"a4-large-print"};
    ASSERT_TRUE(shipped.design.has_value());
    for (const auto& [name, style] : shipped.design->texts) EXPECT_GE(style.size, Length::points(16)) << name;
    EXPECT_GE(shipped.design->footnote.mark_size, Length::points(16));
    EXPECT_GE(shipped.design->body->size, Length::points(18));
}

TEST(A4LargePrint, BreaksNoWord) {
    const Shipped shipped{"a4-large-print"};
    ASSERT_TRUE(shipped.design.has_value());
    for (const auto& [name, style] : shipped.design->texts)
        EXPECT_EQ(style.hyphenation, HyphenationUse::none) << name;
}

TEST(A4LargePrint, IsDarkOnLightOrLightOnDark) {
    const Shipped shipped{"a4-large-print"};
    ASSERT_TRUE(shipped.design.has_value());
    const auto& colours = shipped.design->colours;
    for (const auto& [name, style] : shipped.design->texts) {
        double best = 0;
        for (const char* ground : {"petrol", "white"}) {
            best = std::max(best, base::contrast_ratio(style.colour, colours.at(ground)));
        }
        EXPECT_GE(best, 7) << name;
        if (base::contrast_ratio(style.colour, colours.at("white")) < 7) continue;
        for (const char* ground : {"mist", "sand", "apricot"}) {
            EXPECT_GE(base::contrast_ratio(style.colour, colours.at(ground)), 7) << name << " on " << ground;
        }
    }
}

TEST(A4LargePrint, ShowsItsRulesAndSetsTreatmentsAsCards) {
    const Shipped shipped{"a4-large-print"};
    ASSERT_TRUE(shipped.design.has_value());
    for (const Length rule : {shipped.design->table.rule_width, shipped.design->card.rule_width,
                              shipped.design->contents.rule_width, shipped.design->footnote.rule_width,
                              shipped.design->back.rule_width, shipped.design->notes.rule_width}) {
        EXPECT_GE(rule, Length::points(1));
    }
    EXPECT_EQ(shipped.design->treatment_tables.at("overview").form, TableForm::cards);
}

TEST(ReadingWarnings, NameLinesThatStandTooClose) {
    Design design;
    TextStyle& body = design.texts["body"];
    body.size = Length::points(12);
    body.leading = Length::points(14);
    design.body = &body;
    Sink sink;
    reading_warnings(design, sink);
    ASSERT_EQ(sink.sorted().size(), 1U);
    EXPECT_EQ(sink.sorted()[0].code, "leading-tight");
}

}  // namespace
}  // namespace brochure::design
