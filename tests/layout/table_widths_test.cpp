// The lowest table, against a search over every division of the measure.
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>
#include <vector>

#include "layout/tables/widths.hpp"

namespace brochure::layout {
namespace {

constexpr Length pt(double points) { return Length::points(points); }
constexpr Length step = Length::points(2);

// A table whose cells are a number of equal words: what is higher where it is narrower, as text is.
struct WordTable {
    struct Cell {
        int words = 1;
        Length word, leading;
        [[nodiscard]] Length height(Length width) const {
            const auto per_line =
                std::max<std::int64_t>(1, width.units() / std::max<std::int64_t>(1, word.units()));
            return leading * ((words + per_line - 1) / per_line);
        }
    };
    std::size_t rows = 0, columns = 0;
    std::vector<Cell> cells;

    [[nodiscard]] TableShape shape() const {
        TableShape shape;
        shape.rows = rows;
        shape.columns = columns;
        shape.least.assign(columns, Length{});
        shape.natural.assign(columns, Length{});
        for (std::size_t row = 0; row < rows; ++row) {
            for (std::size_t column = 0; column < columns; ++column) {
                const Cell& cell = cells[row * columns + column];
                shape.least[column] = std::max(shape.least[column], cell.word);
                shape.natural[column] = std::max(shape.natural[column], cell.word * cell.words);
            }
        }
        shape.height = [this](std::size_t row, std::size_t column, Length width) {
            return cells[row * columns + column].height(width);
        };
        return shape;
    }

    [[nodiscard]] Length height(const std::vector<Length>& widths) const {
        Length sum;
        for (std::size_t row = 0; row < rows; ++row) {
            Length highest;
            for (std::size_t column = 0; column < columns; ++column) {
                highest = std::max(highest, cells[row * columns + column].height(widths[column]));
            }
            sum += highest;
        }
        return sum;
    }
};

WordTable random_table(std::mt19937& random, std::size_t columns) {
    auto number = [&](int from, int to) { return std::uniform_int_distribution<int>{from, to}(random); };
    WordTable table;
    table.rows = static_cast<std::size_t>(number(1, 6));
    table.columns = columns;
    for (std::size_t i = 0; i < table.rows * columns; ++i) {
        const bool long_text = number(0, 3) == 0;
        table.cells.push_back({number(1, long_text ? 40 : 6), pt(number(5, 24)), pt(12)});
    }
    return table;
}

// The lowest height of all divisions in steps, by trying each of them.
Length lowest_of_all(const WordTable& table, Length measure) {
    const TableShape shape = table.shape();
    std::vector<Length> widths = shape.least;
    const Length free = measure - std::accumulate(widths.begin(), widths.end(), Length{});
    Length lowest = Length::max();
    auto share_out = [&](auto&& self, std::size_t column, std::int64_t steps) -> void {
        if (column + 1 == table.columns) {
            widths[column] = shape.least[column] + step * steps;
            lowest = std::min(lowest, table.height(widths));
            return;
        }
        for (std::int64_t own = 0; own <= steps; ++own) {
            widths[column] = shape.least[column] + step * own;
            self(self, column + 1, steps - own);
        }
    };
    share_out(share_out, 0, free.units() / step.units());
    return lowest;
}

Length sum(const std::vector<Length>& widths) {
    return std::accumulate(widths.begin(), widths.end(), Length{});
}

class LowestTable : public testing::TestWithParam<std::size_t> {};

TEST_P(LowestTable, IsAsLowAsTheLowestOfAllDivisions) {
    std::mt19937 random{static_cast<unsigned>(GetParam())};
    for (int i = 0; i < 300; ++i) {
        const WordTable table = random_table(random, GetParam());
        const Length measure = sum(table.shape().least) + pt(i % 83);
        const TableWidths found = lowest_table(table.shape(), measure, step);
        ASSERT_EQ(found.height, lowest_of_all(table, measure)) << i;
        EXPECT_EQ(sum(found.columns), measure);
        EXPECT_LE(table.height(found.columns), found.height);
        EXPECT_EQ(found.missing, Length{});
        for (std::size_t c = 0; c < table.columns; ++c) {
            EXPECT_GE(found.columns[c], table.shape().least[c]);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(UpToThreeColumns, LowestTable, testing::Values(1U, 2U, 3U));

// With more columns not every division is tried: measured 18 % and 0.3 %, and 289 of 300 as low as can be.
constexpr double most_excess = 0.25;  // of one table
constexpr double mean_excess = 0.01;  // over all

TEST(LowestTableOfManyColumns, IsHardlyHigherThanTheLowestOfAllDivisions) {
    std::mt19937 random{4};
    double worst = 0, total = 0;
    int count = 0, exact = 0;
    for (const std::size_t columns : {4U, 5U}) {
        for (int i = 0; i < 150; ++i) {
            const WordTable table = random_table(random, columns);
            const Length measure = sum(table.shape().least) + pt(2 * (i % (columns == 4 ? 24 : 15)));
            const TableWidths found = lowest_table(table.shape(), measure, step);
            EXPECT_EQ(sum(found.columns), measure);
            for (std::size_t c = 0; c < columns; ++c) EXPECT_GE(found.columns[c], table.shape().least[c]);
            const double excess = found.height / lowest_of_all(table, measure) - 1;
            EXPECT_GE(excess, 0);
            worst = std::max(worst, excess);
            total += excess;
            ++count;
            if (excess == 0) ++exact;
        }
    }
    RecordProperty("worst", std::to_string(worst));
    RecordProperty("mean", std::to_string(total / count));
    RecordProperty("exact", std::to_string(exact) + " of " + std::to_string(count));
    EXPECT_LE(worst, most_excess);
    EXPECT_LE(total / count, mean_excess) << exact << " of " << count << " as low as can be";
}

TEST(LowestTable, OneColumnTakesTheMeasure) {
    const WordTable table{1, 1, {{3, pt(10), pt(12)}}};
    EXPECT_EQ(lowest_table(table.shape(), pt(333), step).columns, std::vector{pt(333)});
}

TEST(LowestTable, TheColumnWithMoreTextIsWider) {
    const WordTable table{1, 2, {{1, pt(10), pt(12)}, {20, pt(10), pt(12)}}};
    const TableWidths found = lowest_table(table.shape(), pt(110), step);
    EXPECT_EQ(found.columns[0], pt(10));
    EXPECT_EQ(found.columns[1], pt(100));
    EXPECT_EQ(found.height, pt(24));
}

TEST(LowestTable, OfEquallyLowDivisionsTheOneWithFewerLinesIsTaken) {
    // The second row decides the height of neither column.
    const WordTable table{1, 2, {{4, pt(10), pt(12)}, {2, pt(10), pt(24)}}};
    const TableWidths found = lowest_table(table.shape(), pt(40), step);
    EXPECT_EQ(found.height, pt(24));
    EXPECT_GE(found.columns[1], pt(20));
}

TEST(LowestTable, WhereWordsDoNotFitTheWidestColumnsGiveWayAndItIsSaid) {
    const WordTable table{1, 3, {{1, pt(20), pt(12)}, {1, pt(400), pt(12)}, {1, pt(200), pt(12)}}};
    const TableWidths found = lowest_table(table.shape(), pt(300), step);
    EXPECT_EQ(found.missing, pt(320));
    EXPECT_EQ(found.columns, (std::vector{pt(20), pt(140), pt(140)}));
}

TEST(LowestTable, AColumnNarrowerThanItsShareIsLeftAlone) {
    const WordTable table{1, 3, {{1, pt(400), pt(12)}, {1, pt(90), pt(12)}, {1, pt(20), pt(12)}}};
    EXPECT_EQ(lowest_table(table.shape(), pt(300), step).columns, (std::vector{pt(190), pt(90), pt(20)}));
}

}  // namespace
}  // namespace brochure::layout
