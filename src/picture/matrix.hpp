// Matrix: where a drawing's own coordinates end up, as in SVG and PDF: x' = ax + cy + e, y' = bx + dy + f.
// In: the entries of a transform attribute. Out: points, and what happens to the width of a line.
#pragma once

#include <cmath>

namespace brochure::picture {

struct Matrix {
    double a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

    friend constexpr bool operator==(const Matrix&, const Matrix&) = default;

    // First `inner`, then `outer`.
    friend constexpr Matrix operator*(const Matrix& outer, const Matrix& inner) {
        return {
            outer.a * inner.a + outer.c * inner.b,           outer.b * inner.a + outer.d * inner.b,
            outer.a * inner.c + outer.c * inner.d,           outer.b * inner.c + outer.d * inner.d,
            outer.a * inner.e + outer.c * inner.f + outer.e, outer.b * inner.e + outer.d * inner.f + outer.f};
    }
    [[nodiscard]] constexpr double x_of(double x, double y) const { return a * x + c * y + e; }
    [[nodiscard]] constexpr double y_of(double x, double y) const { return b * x + d * y + f; }

    // By how much a length grows.
    [[nodiscard]] double scale() const { return std::sqrt(std::abs(a * d - b * c)); }

    // Turned, mirrored, moved or scaled evenly: a circle stays a circle, and a stroke has one width.
    [[nodiscard]] bool keeps_shape() const {
        const double first = a * a + b * b, second = c * c + d * d;
        const double slack = 1e-3 * (first + second);
        return std::abs(first - second) <= slack && std::abs(a * c + b * d) <= slack;
    }
    // Words stay upright and are not mirrored.
    [[nodiscard]] bool keeps_upright() const {
        const double slack = 1e-3 * (std::abs(a) + std::abs(d));
        return a > 0 && keeps_shape() && d > 0 && std::abs(b) <= slack && std::abs(c) <= slack;
    }
};

}  // namespace brochure::picture
