// The layouts that come with the program: read without a word, and with the look they are meant to have.
#include <gmock/gmock.h>

#include <algorithm>

#include "diag/render.hpp"
#include "layout_folder.hpp"

namespace brochure::spec {
namespace {

using ::testing::ElementsAre;

const std::filesystem::path source_root{BROCHURE_SOURCE_ROOT};

struct Shipped {
    explicit Shipped(const std::string& name)
        : spec(read_layout(name, {source_root / "layouts"}, source_root, sink)) {}
    Sink sink;
    std::optional<LayoutSpec> spec;
};

class EveryShippedLayout : public ::testing::TestWithParam<std::string> {};

TEST_P(EveryShippedLayout, ReadsWithoutDiagnostics) {
    const Shipped layout{GetParam()};
    EXPECT_EQ(diag::as_text(layout.sink.sorted()), "");
    EXPECT_TRUE(layout.spec.has_value());
}

TEST_P(EveryShippedLayout, KeepsSpacesOfTheFlowOnTheGrid) {
    const Shipped layout{GetParam()};
    ASSERT_TRUE(layout.spec.has_value());
    const LayoutSpec& spec = *layout.spec;
    auto on_grid = [&](Length length) { return length.units() % spec.page.baseline.units() == 0; };
    EXPECT_EQ(spec.body->leading, spec.page.baseline);
    for (const Space& space : {spec.paragraph, spec.list.space, spec.figure.space, spec.table.space}) {
        EXPECT_TRUE(on_grid(space.before) && on_grid(space.after));
    }
    for (const auto& [kind, style] : spec.call_outs) {
        // A ground reaches into the space around it, so its text stands on the grid whatever the padding.
        EXPECT_TRUE(on_grid(style.space.before) && on_grid(style.space.after)) << kind;
        EXPECT_LT(style.padding_top, style.space.before) << kind;
        EXPECT_LT(style.padding_bottom, style.space.after) << kind;
    }
    for (std::size_t i = 1; i < spec.headings.size(); ++i) {
        EXPECT_TRUE(on_grid(spec.headings[i].space.before + spec.headings[i].space.after)) << i + 2;
        EXPECT_TRUE(on_grid(spec.headings[i].text->leading)) << i + 2;
    }
}

TEST_P(EveryShippedLayout, SetsBlackTextOnTheBlackPlateAlone) {
    const Shipped layout{GetParam()};
    ASSERT_TRUE(layout.spec.has_value());
    EXPECT_THAT(*layout.spec->body->colour.cmyk, ElementsAre(0, 0, 0, 100));
}

TEST_P(EveryShippedLayout, GivesEveryColourItsInks) {
    const Shipped layout{GetParam()};
    ASSERT_TRUE(layout.spec.has_value());
    for (const auto& [name, colour] : layout.spec->colours) EXPECT_TRUE(colour.cmyk.has_value()) << name;
}

TEST_P(EveryShippedLayout, GivesWarningsAPhone) {
    const Shipped layout{GetParam()};
    ASSERT_TRUE(layout.spec.has_value());
    EXPECT_NE(layout.spec->call_outs.at("warning").phone, nullptr);
    EXPECT_NE(layout.spec->call_outs.at("warning").bar, layout.spec->call_outs.at("note").bar);
}

TEST_P(EveryShippedLayout, MakesTheEmergencyNumberLargestOnTheBack) {
    const Shipped layout{GetParam()};
    ASSERT_TRUE(layout.spec.has_value());
    const BackStyle& back = layout.spec->back;
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
    const Shipped layout{"a5"};
    ASSERT_TRUE(layout.spec.has_value());
    const PageGeometry& page = layout.spec->page;
    EXPECT_EQ(page.trim, (Size{Length::millimetres(148), Length::millimetres(210)}));
    EXPECT_NEAR(page.measure().to_millimetres(), 116, 0.001);
    EXPECT_EQ(page.baseline, Length::points(17));
    EXPECT_EQ(page.lines, 29);
    EXPECT_EQ(layout.spec->body->size, Length::points(12));
    EXPECT_EQ(layout.spec->body->align, Align::start);
}

TEST(A5, DrawsTheCoverFromBleedToBleedDownToTheFoot) {
    const Shipped layout{"a5"};
    ASSERT_TRUE(layout.spec.has_value());
    const Rect box = layout.spec->cover.picture_box;
    EXPECT_NEAR(box.left().to_millimetres(), -3, 0.001);
    EXPECT_NEAR(box.size.width.to_millimetres(), 154, 0.001);
    EXPECT_NEAR((layout.spec->page.trim.height - layout.spec->cover.foot_height).to_millimetres(),
                box.bottom().to_millimetres(), 0.001);
}

TEST(A5, HasTheTwoTablesOverTheTreatments) {
    const Shipped layout{"a5"};
    ASSERT_TRUE(layout.spec.has_value());
    const TreatmentTable& overview = layout.spec->treatment_tables.at("overview");
    ASSERT_EQ(overview.columns.size(), 3U);
    EXPECT_THAT(overview.columns[2].fields, ElementsAre("how", "frequency"));
    EXPECT_EQ(overview.columns[2].heading, "how_and_frequency");
    EXPECT_EQ(overview.only_with, "");
    EXPECT_EQ(layout.spec->treatment_tables.at("side-effects").only_with, "side_effects");
}

TEST(A5, IsReadWithEase) {
    Shipped layout{"a5"};
    ASSERT_TRUE(layout.spec.has_value());
    reading_warnings(*layout.spec, layout.sink);
    EXPECT_EQ(diag::as_text(layout.sink.sorted()), "");
}

TEST(A5Justified, KeepsTheMeasureAndFillsThePage) {
    const Shipped layout{"a5-justified"};
    ASSERT_TRUE(layout.spec.has_value());
    const PageGeometry& page = layout.spec->page;
    EXPECT_NEAR(page.measure().to_millimetres(), 116, 0.001);
    EXPECT_GT(page.inner, page.outer);
    const Length below = page.trim.height - page.top - page.text_height();
    EXPECT_GE(below, Length::millimetres(20));
    EXPECT_LT(below, Length::millimetres(20) + page.baseline);
}

TEST(A5Justified, StretchesTheBodyAndNothingElse) {
    const Shipped layout{"a5-justified"};
    ASSERT_TRUE(layout.spec.has_value());
    for (const auto& [name, style] : layout.spec->texts) {
        if (name == "body" || name == "list_marker" || name == "footnote_mark") continue;
        EXPECT_EQ(style.align, Align::start) << name;
    }
    EXPECT_EQ(layout.spec->body->align, Align::justified);
    EXPECT_TRUE(layout.spec->body->breaking.hanging_punctuation);
    EXPECT_EQ(layout.spec->body->breaking.max_hyphen_run, 2);
}

TEST(A5Justified, WarnsOfItsSizeWhenChecked) {
    Shipped layout{"a5-justified"};
    ASSERT_TRUE(layout.spec.has_value());
    reading_warnings(*layout.spec, layout.sink);
    ASSERT_EQ(layout.sink.sorted().size(), 1U);
    EXPECT_EQ(layout.sink.sorted()[0].code, "text-small");
    EXPECT_EQ(layout.sink.sorted()[0].place.file, "layouts/a5-justified.toml");
}

TEST(A4LargePrint, HasNothingUnderSixteenPoints) {
    const Shipped layout{"a4-large-print"};
    ASSERT_TRUE(layout.spec.has_value());
    for (const auto& [name, style] : layout.spec->texts) EXPECT_GE(style.size, Length::points(16)) << name;
    EXPECT_GE(layout.spec->footnote.mark_size, Length::points(16));
    EXPECT_GE(layout.spec->body->size, Length::points(18));
}

TEST(A4LargePrint, BreaksNoWord) {
    const Shipped layout{"a4-large-print"};
    ASSERT_TRUE(layout.spec.has_value());
    for (const auto& [name, style] : layout.spec->texts)
        EXPECT_EQ(style.hyphenation, HyphenationUse::none) << name;
}

TEST(A4LargePrint, IsDarkOnLightOrLightOnDark) {
    const Shipped layout{"a4-large-print"};
    ASSERT_TRUE(layout.spec.has_value());
    const auto& colours = layout.spec->colours;
    for (const auto& [name, style] : layout.spec->texts) {
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
    const Shipped layout{"a4-large-print"};
    ASSERT_TRUE(layout.spec.has_value());
    for (const Length rule :
         {layout.spec->table.rule_width, layout.spec->card.rule_width, layout.spec->contents.rule_width,
          layout.spec->footnote.rule_width, layout.spec->back.rule_width, layout.spec->notes.rule_width}) {
        EXPECT_GE(rule, Length::points(1));
    }
    EXPECT_EQ(layout.spec->treatment_tables.at("overview").form, TableForm::cards);
}

TEST(ReadingWarnings, NameLinesThatStandTooClose) {
    LayoutSpec spec;
    TextStyle& body = spec.texts["body"];
    body.size = Length::points(12);
    body.leading = Length::points(14);
    spec.body = &body;
    Sink sink;
    reading_warnings(spec, sink);
    ASSERT_EQ(sink.sorted().size(), 1U);
    EXPECT_EQ(sink.sorted()[0].code, "leading-tight");
}

}  // namespace
}  // namespace brochure::spec
