// Booklets printed, folded and read, for every length, printer and binding.
#include "fold.hpp"

#include <gtest/gtest.h>

#include <string>

namespace brochure::impose {
namespace {

constexpr Size a5{Length::millimetres(148), Length::millimetres(210)};
constexpr Size narrow{Length::millimetres(105), Length::millimetres(297)};
constexpr Size a4_portrait{Length::millimetres(210), Length::millimetres(297)};

struct Case {
    Binding binding = Binding::left;
    DuplexFlip flip = DuplexFlip::short_edge;
    Size sheet = Options{}.sheet;
    Size trim = a5;
};

class Folded : public testing::TestWithParam<Case> {
  protected:
    static std::vector<std::optional<std::size_t>> read(const std::vector<test::ReadPage>& book) {
        std::vector<std::optional<std::size_t>> pages;
        for (const test::ReadPage& page : book) pages.push_back(page.page);
        return pages;
    }
    static std::vector<test::ReadPage> booklet(std::size_t page_count) {
        const Case& c = GetParam();
        Options options;
        options.binding = c.binding;
        options.flip = c.flip;
        options.sheet = c.sheet;
        std::vector<test::Paper> stack;
        for (const Sheet& sheet : impose_booklet(page_count, c.trim, options)) {
            stack.push_back(test::print(sheet, c.trim, c.sheet, c.flip));
        }
        return test::fold_and_read(stack, c.sheet, c.binding == Binding::left,
                                   options.paper_thickness.to_millimetres());
    }
};

TEST_P(Folded, ReadsInOrder) {
    for (std::size_t n = 4; n <= 64; n += 4) {
        std::vector<std::optional<std::size_t>> expected(n);
        for (std::size_t i = 0; i < n; ++i) expected[i] = i;
        ASSERT_EQ(read(booklet(n)), expected);
    }
}

TEST_P(Folded, BlanksStandBeforeTheBackCover) {
    for (std::size_t n = 2; n <= 63; ++n) {
        std::vector<std::optional<std::size_t>> expected;
        for (std::size_t i = 0; i + 1 < n; ++i) expected.emplace_back(i);
        while (expected.size() % 4 != 3) expected.push_back(std::nullopt);
        expected.emplace_back(n - 1);
        ASSERT_EQ(read(booklet(n)), expected);
    }
}

TEST_P(Folded, EveryPageIsUpright) {
    for (std::size_t n = 1; n <= 64; ++n) {
        for (const test::ReadPage& page : booklet(n)) {
            ASSERT_TRUE(page.upright) << n << " pages";
            ASSERT_FALSE(page.mirrored) << n << " pages";
        }
    }
}

TEST_P(Folded, OneCutOfTheKnifeMeetsEveryForeEdge) {
    for (const test::ReadPage& page : booklet(64)) {
        EXPECT_NEAR(page.fore_edge, GetParam().trim.width.to_millimetres(), 0.05);
        EXPECT_LE(page.spine, 0.001);
    }
}

std::string name_of(const testing::TestParamInfo<Case>& info) {
    const Case& c = info.param;
    return std::string{c.binding == Binding::left ? "BoundLeft" : "BoundRight"} +
           (c.flip == DuplexFlip::short_edge ? "ShortEdge" : "LongEdge") +
           (c.sheet.width > c.sheet.height ? "Landscape" : "Portrait");
}

INSTANTIATE_TEST_SUITE_P(Printers, Folded,
                         testing::Values(Case{Binding::left, DuplexFlip::short_edge},
                                         Case{Binding::left, DuplexFlip::long_edge},
                                         Case{Binding::right, DuplexFlip::short_edge},
                                         Case{Binding::right, DuplexFlip::long_edge},
                                         Case{Binding::left, DuplexFlip::short_edge, a4_portrait, narrow},
                                         Case{Binding::right, DuplexFlip::long_edge, a4_portrait, narrow}),
                         name_of);

// The simulation itself: the wrong flip is seen.
TEST(FoldSimulation, SeesTheBackUpsideDownAfterTheOtherFlip) {
    const Size sheet = Options{}.sheet;
    const auto paper = test::print(impose_booklet(4, a5).front(), a5, sheet, DuplexFlip::long_edge);
    const auto book = test::fold_and_read({paper}, sheet, true, 0.1);
    EXPECT_TRUE(book[0].upright);
    EXPECT_FALSE(book[1].upright);
    EXPECT_EQ(book[1].page, 2U);
}

}  // namespace
}  // namespace brochure::impose
