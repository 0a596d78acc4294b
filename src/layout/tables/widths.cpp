#include "layout/tables/widths.hpp"

#include <algorithm>
#include <cassert>
#include <numeric>

namespace brochure::layout {

namespace {

// Heights of every cell at every step, so that trying a division of the measure is a few look-ups.
class HeightTable {
  public:
    HeightTable(const TableShape& shape, Length step, std::size_t steps)
        : shape_(shape), step_(step), steps_(steps) {
        heights_.resize(shape.rows * shape.columns * (steps + 1), unknown);
    }

    Length height(std::size_t row, std::size_t column, std::size_t extra) {
        std::int64_t& known = heights_[(row * shape_.columns + column) * (steps_ + 1) + extra];
        if (known == unknown) {
            known =
                shape_.height(row, column, shape_.least[column] + step_ * static_cast<std::int64_t>(extra))
                    .units();
        }
        return Length::from_units(known);
    }

    // Height of the whole table, and as a tie-break how many lines its cells take together: less is calmer.
    struct Total {
        Length height;
        Length cells;
        bool operator<(const Total& other) const {
            return height != other.height ? height < other.height : cells < other.cells;
        }
    };
    Total total(const std::vector<std::size_t>& extras) {
        Total sum;
        for (std::size_t row = 0; row < shape_.rows; ++row) {
            Length highest;
            for (std::size_t column = 0; column < shape_.columns; ++column) {
                const Length own = height(row, column, extras[column]);
                highest = std::max(highest, own);
                sum.cells += own;
            }
            sum.height += highest;
        }
        return sum;
    }

  private:
    static constexpr std::int64_t unknown = -1;
    const TableShape& shape_;
    Length step_;
    std::size_t steps_;
    std::vector<std::int64_t> heights_;
};

// Shares `steps` out in proportion to what each column lacks of its natural width.
std::vector<std::size_t> proportional(const TableShape& shape, std::size_t steps) {
    std::vector<std::size_t> extras(shape.columns, 0);
    double lack = 0;
    for (std::size_t c = 0; c < shape.columns; ++c) lack += (shape.natural[c] - shape.least[c]).to_points();
    std::size_t given = 0;
    for (std::size_t c = 0; c < shape.columns && lack > 0; ++c) {
        const double share = (shape.natural[c] - shape.least[c]).to_points() / lack;
        extras[c] = std::min(steps - given, static_cast<std::size_t>(share * static_cast<double>(steps)));
        given += extras[c];
    }
    extras.back() += steps - given;
    return extras;
}

// All divisions, for up to three columns.
void try_all(HeightTable& table, std::size_t columns, std::size_t steps, std::vector<std::size_t>& best,
             HeightTable::Total& best_total) {
    auto consider = [&](const std::vector<std::size_t>& extras) {
        const HeightTable::Total total = table.total(extras);
        if (total < best_total) {
            best_total = total;
            best = extras;
        }
    };
    if (columns == 2) {
        for (std::size_t a = 0; a <= steps; ++a) consider({a, steps - a});
    } else {
        for (std::size_t a = 0; a <= steps; ++a) {
            for (std::size_t b = 0; a + b <= steps; ++b) consider({a, b, steps - a - b});
        }
    }
}

// Lowers rows, one after another, from the table with every column at its least: each time the row that saves
// most height for the width it takes. No column is ever wider than its rows' heights ask, so that nothing is
// wasted.
void lower_rows(HeightTable& table, const TableShape& shape, std::size_t steps,
                std::vector<std::size_t>& best, HeightTable::Total& best_total) {
    std::vector<std::size_t> extras(shape.columns, 0);
    // With every cell of the row lower than the row is now.
    auto lowered = [&](std::size_t row) {
        Length height;
        for (std::size_t c = 0; c < shape.columns; ++c) {
            height = std::max(height, table.height(row, c, extras[c]));
        }
        std::vector<std::size_t> wider = extras;
        for (std::size_t c = 0; c < shape.columns; ++c) {
            while (wider[c] <= steps && table.height(row, c, wider[c]) >= height) ++wider[c];
        }
        return wider;
    };
    auto sum = [](const std::vector<std::size_t>& widths) {
        return std::accumulate(widths.begin(), widths.end(), std::size_t{0});
    };
    for (;;) {
        const Length now = table.total(extras).height;
        std::vector<std::size_t> next;
        double most = 0;
        for (std::size_t row = 0; row < shape.rows; ++row) {
            std::vector<std::size_t> wider = lowered(row);
            if (sum(wider) > steps) continue;
            const Length saved = now - table.total(wider).height;
            const double gain = saved.to_points() / static_cast<double>(sum(wider) - sum(extras));
            if (gain > most) {
                most = gain;
                next = std::move(wider);
            }
        }
        if (next.empty()) break;
        extras = std::move(next);
    }
    extras.back() += steps - sum(extras);
    const HeightTable::Total total = table.total(extras);
    if (total < best_total) {
        best_total = total;
        best = std::move(extras);
    }
}

// Moves width between pairs of columns while that helps, by large steps first.
void move_pairs(HeightTable& table, std::size_t columns, std::vector<std::size_t>& best,
                HeightTable::Total& best_total) {
    for (std::size_t by = 16; by > 0; --by) {
        for (bool better = true; better;) {
            better = false;
            for (std::size_t from = 0; from < columns; ++from) {
                for (std::size_t to = 0; to < columns; ++to) {
                    if (from == to || best[from] < by) continue;
                    std::vector<std::size_t> extras = best;
                    extras[from] -= by;
                    extras[to] += by;
                    const HeightTable::Total total = table.total(extras);
                    if (total < best_total) {
                        best_total = total;
                        best = std::move(extras);
                        better = true;
                    }
                }
            }
        }
    }
}

// The widths with the widest cut down to a common one, so that they sum to the measure: a long address does
// not squeeze a column of short words.
std::vector<Length> capped(std::vector<Length> widths, Length measure) {
    std::vector<std::size_t> order(widths.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return widths[a] < widths[b]; });
    auto left = static_cast<std::int64_t>(order.size());
    for (const std::size_t column : order) {
        widths[column] = std::min(widths[column], measure / left);
        measure -= widths[column];
        --left;
    }
    return widths;
}

}  // namespace

TableWidths lowest_table(const TableShape& shape, Length measure, Length step) {
    assert(shape.columns > 0 && step > Length{});
    TableWidths out;
    const Length least = std::accumulate(shape.least.begin(), shape.least.end(), Length{});
    if (least > measure) {
        // Too wide even with every line at its shortest: the widest columns give way, and it is said.
        out.missing = least - measure;
        out.columns = capped(shape.least, measure);
        return out;
    }
    const auto steps = static_cast<std::size_t>((measure - least).units() / step.units());
    HeightTable table(shape, step, steps);
    std::vector<std::size_t> best = proportional(shape, steps);
    HeightTable::Total best_total = table.total(best);
    if (shape.columns == 2 || shape.columns == 3) {
        try_all(table, shape.columns, steps, best, best_total);
    } else if (shape.columns > 3) {
        lower_rows(table, shape, steps, best, best_total);
        move_pairs(table, shape.columns, best, best_total);
    }
    out.height = best_total.height;
    Length given;
    for (std::size_t c = 0; c < shape.columns; ++c) {
        out.columns.push_back(shape.least[c] + step * static_cast<std::int64_t>(best[c]));
        given += out.columns.back();
    }
    out.columns.back() += measure - given;
    return out;
}

}  // namespace brochure::layout
