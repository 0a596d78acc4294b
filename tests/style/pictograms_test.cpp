// Pictograms: which stands beside which thought, and what they are to a screen reader.
#include <gmock/gmock.h>

#include "styling.hpp"

namespace brochure::style {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Pictograms : public StyleTest {
  protected:
    Pictograms() {
        design.pictogram.shown = true;
        brochure.images = R"(
[[pictogram]]
id = "bed"
file = "arm.svg"
author = "Pictogrammenmaker"
licence = "CC0"
sections = ["rust"]
call_outs = ["warning"]
key_messages = [2]
)";
    }
    static const SideFigure* beside(const Block& block) {
        const auto* group = std::get_if<Group>(&block.content);
        return group != nullptr && group->beside ? &*group->beside : nullptr;
    }

    test::SmallBrochure brochure;
};

TEST_F(Pictograms, StandBesideTheFirstWordsOfTheirSection) {
    brochure.body = "## Slapen\n\nEen.\n\n### Rust {#rust}\n\nTwee.\n\n- Drie\n\n### Later\n\nVier.\n";
    const StyledDocument document = styled(brochure, {"body"});
    const auto& flow = document.parts.at(0).flow;
    ASSERT_THAT(flow, SizeIs(6));
    EXPECT_EQ(beside(flow[1]), nullptr);
    ASSERT_NE(beside(flow[3]), nullptr);
    EXPECT_THAT(lines_of(document, {flow[3]}), ElementsAre("Twee.", "• Drie"));
    EXPECT_EQ(beside(flow[5]), nullptr);
    // What has none keeps the column free.
    EXPECT_EQ(std::get<Group>(flow[5].content).indent, design.pictogram.width + design.pictogram.gap);
}

TEST_F(Pictograms, LeaveHeadingsFiguresAndTablesTheWholeMeasure) {
    brochure.body =
        "## Rust {#rust}\n\n![Arm](arm \"Een arm\")\n\nEen.\n\n| a | b |\n| --- | --- |\n| c | d |\n";
    const StyledDocument document = styled(brochure, {"body"});
    const auto& flow = document.parts.at(0).flow;
    ASSERT_THAT(flow, SizeIs(4));
    EXPECT_TRUE(std::holds_alternative<TextBlock>(flow[0].content));
    EXPECT_TRUE(std::holds_alternative<FigureBlock>(flow[1].content));
    EXPECT_EQ(beside(flow[2]), nullptr) << "the figure is the section's picture";
    EXPECT_TRUE(std::holds_alternative<TableBlock>(flow[3].content));
}

TEST_F(Pictograms, StandInsideCallOutsOfTheirKind) {
    brochure.body =
        "## Slapen\n\n> [!WARNING] Bel\n> Nu.\n\n> [!TIP] Rust\n> Straks.\n\n### Rust {#rust}\n\nEen.\n";
    const StyledDocument document = styled(brochure, {"body"});
    const auto& flow = document.parts.at(0).flow;
    const Group& warning = std::get<Group>(flow.at(1).content);
    ASSERT_TRUE(warning.decoration);
    ASSERT_THAT(warning.blocks, SizeIs(1));
    EXPECT_NE(beside(warning.blocks[0]), nullptr);
    EXPECT_EQ(beside(std::get<Group>(flow.at(2).content).blocks.at(0)), nullptr);
}

TEST_F(Pictograms, InACallOutGiveUpWidthSoThatTextStandsUnderText) {
    brochure.body = "## Rust {#rust}\n\n> [!WARNING] Bel\n> Nu.\n";
    const auto width_within = [&](Length padding) {
        design::CallOutStyle& style = design.call_outs.at(document::CallOutKind::warning);
        style.padding_start = padding;
        style.bar_width = Length::points(3);
        const StyledDocument document = styled(brochure, {"body"});
        return beside(std::get<Group>(document.parts.at(0).flow.at(1).content).blocks.at(0))->width;
    };
    design.pictogram.width = Length::points(60);
    EXPECT_EQ(width_within(Length::points(12)), Length::points(45));
    // Half of it at most.
    EXPECT_EQ(width_within(Length::points(50)), Length::points(30));
}

TEST_F(Pictograms, StandBesideKeyMessages) {
    brochure.body = "## Rust {#rust}\n\nEen.\n";
    brochure.front_matter = R"(key_messages = ["Een.", "Twee."])";
    const StyledDocument document = styled(brochure, {"key_messages"});
    const auto& flow = document.parts.at(0).flow;
    EXPECT_EQ(beside(flow.at(1)), nullptr);
    EXPECT_NE(beside(flow.at(2)), nullptr);
}

TEST_F(Pictograms, AreArtifactsAndAreCredited) {
    brochure.body = "## Rust {#rust}\n\nEen.\n";
    const StyledDocument document = styled(brochure, {"body", "image_credits"});
    EXPECT_FALSE(beside(document.parts.at(0).flow.at(1))->figure.leaf);
    EXPECT_THAT(structure_dump(document), ::testing::Not(HasSubstr("Figure")));
    EXPECT_THAT(lines_of(document, document.parts.at(1).flow),
                ElementsAre("image_credits", "pictograms: Pictogrammenmaker. licentie CC0."));
}

TEST_F(Pictograms, AreIgnoredByLayoutsThatDoWithout) {
    design.pictogram.shown = false;
    brochure.body = "## Rust {#rust}\n\nEen.\n";
    const StyledDocument document = styled(brochure, {"body", "image_credits"});
    EXPECT_TRUE(std::holds_alternative<TextBlock>(document.parts.at(0).flow.at(1).content));
    EXPECT_THAT(document.parts, SizeIs(1));
    EXPECT_THAT(reports(), IsEmpty());
}

}  // namespace
}  // namespace brochure::style
