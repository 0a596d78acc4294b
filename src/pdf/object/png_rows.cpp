#include "pdf/object/png_rows.hpp"

#include <array>
#include <cstdlib>

namespace brochure::pdf {

namespace {

int paeth(int left, int up, int corner) {
    const int guess = left + up - corner;
    const int to_left = std::abs(guess - left), to_up = std::abs(guess - up),
              to_corner = std::abs(guess - corner);
    if (to_left <= to_up && to_left <= to_corner) return left;
    return to_up <= to_corner ? up : corner;
}

}  // namespace

// The filter with the smallest sum of absolute differences, row by row: the rule that PNG itself recommends
// (RFC 2083, 9.6).
std::string filtered_rows(std::string_view samples, std::size_t row_bytes, std::size_t pixel_bytes) {
    std::string out;
    if (row_bytes == 0) return out;
    out.reserve(samples.size() + samples.size() / row_bytes);
    const std::string blank(row_bytes, '\0');
    std::array<std::string, 5> rows;
    for (std::string& row : rows) row.resize(row_bytes);
    for (std::size_t start = 0; start + row_bytes <= samples.size(); start += row_bytes) {
        const std::string_view row = samples.substr(start, row_bytes);
        const std::string_view above = start == 0 ? blank : samples.substr(start - row_bytes, row_bytes);
        std::array<long, 5> cost{};
        for (std::size_t i = 0; i < row_bytes; ++i) {
            const auto byte = [](char c) { return int{static_cast<unsigned char>(c)}; };
            const int left = i >= pixel_bytes ? byte(row[i - pixel_bytes]) : 0;
            const int corner = i >= pixel_bytes ? byte(above[i - pixel_bytes]) : 0;
            const int up = byte(above[i]);
            const std::array<int, 5> guesses{0, left, up, (left + up) / 2, paeth(left, up, corner)};
            for (std::size_t kind = 0; kind < guesses.size(); ++kind) {
                rows[kind][i] = static_cast<char>(byte(row[i]) - guesses[kind]);
                cost[kind] += std::abs(int{static_cast<signed char>(rows[kind][i])});
            }
        }
        std::size_t best = 0;
        for (std::size_t kind = 1; kind < cost.size(); ++kind) {
            if (cost[kind] < cost[best]) best = kind;
        }
        out += static_cast<char>(best);
        out += rows[best];
    }
    return out;
}

}  // namespace brochure::pdf
