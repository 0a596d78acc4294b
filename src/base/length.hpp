// Length: a distance on paper, in 1/65536 pt, as a 64-bit integer.
// In: points, millimetres, font units. Out: exact sums; floating point begins only where a PDF number is
// written. Point, Size and Rect are built from it; y runs downwards from the top left corner, as one reads.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace brochure::base {

class Length {
  public:
    static constexpr std::int64_t units_per_point = 65536;

    constexpr Length() = default;
    static constexpr Length from_units(std::int64_t units) { return Length{units}; }
    static constexpr Length points(double pt) { return Length{round(pt * units_per_point)}; }
    static constexpr Length millimetres(double mm) {
        return Length{round(mm * units_per_point * 72.0 / 25.4)};
    }
    static constexpr Length max() { return Length{std::int64_t{1} << 46}; }

    [[nodiscard]] constexpr std::int64_t units() const { return units_; }
    [[nodiscard]] constexpr double to_points() const { return static_cast<double>(units_) / units_per_point; }
    [[nodiscard]] constexpr double to_millimetres() const { return to_points() * 25.4 / 72.0; }

    constexpr auto operator<=>(const Length&) const = default;
    constexpr Length operator-() const { return Length{-units_}; }
    constexpr Length& operator+=(Length other) {
        units_ += other.units_;
        return *this;
    }
    constexpr Length& operator-=(Length other) {
        units_ -= other.units_;
        return *this;
    }
    friend constexpr Length operator+(Length a, Length b) { return a += b; }
    friend constexpr Length operator-(Length a, Length b) { return a -= b; }
    friend constexpr Length operator*(Length a, std::int64_t n) { return Length{a.units_ * n}; }
    friend constexpr Length operator*(std::int64_t n, Length a) { return a * n; }
    friend constexpr Length operator/(Length a, std::int64_t n) { return Length{a.units_ / n}; }
    friend constexpr double operator/(Length a, Length b) {
        return static_cast<double>(a.units_) / static_cast<double>(b.units_);
    }
    // Scales by a factor and rounds to the nearest unit.
    [[nodiscard]] constexpr Length scaled(double factor) const {
        return Length{round(static_cast<double>(units_) * factor)};
    }

  private:
    explicit constexpr Length(std::int64_t units) : units_(units) {}
    static constexpr std::int64_t round(double v) {
        return static_cast<std::int64_t>(v < 0 ? v - 0.5 : v + 0.5);
    }

    std::int64_t units_ = 0;
};

struct Point {
    Length x, y;
    friend constexpr bool operator==(const Point&, const Point&) = default;
    friend constexpr Point operator+(Point a, Point b) { return {a.x + b.x, a.y + b.y}; }
};

struct Size {
    Length width, height;
    friend constexpr bool operator==(const Size&, const Size&) = default;
};

struct Rect {
    Point origin;
    Size size;

    friend constexpr bool operator==(const Rect&, const Rect&) = default;
    [[nodiscard]] constexpr Length left() const { return origin.x; }
    [[nodiscard]] constexpr Length top() const { return origin.y; }
    [[nodiscard]] constexpr Length right() const { return origin.x + size.width; }
    [[nodiscard]] constexpr Length bottom() const { return origin.y + size.height; }
    static constexpr Rect from_edges(Length left, Length top, Length right, Length bottom) {
        return {{left, top}, {right - left, bottom - top}};
    }
    [[nodiscard]] constexpr Rect moved(Point by) const { return {origin + by, size}; }
    [[nodiscard]] constexpr Rect inflated(Length by) const {
        return from_edges(left() - by, top() - by, right() + by, bottom() + by);
    }
    [[nodiscard]] constexpr Rect united(const Rect& other) const {
        return from_edges(std::min(left(), other.left()), std::min(top(), other.top()),
                          std::max(right(), other.right()), std::max(bottom(), other.bottom()));
    }
};

// The smallest multiple of `step` that is not below `value`.
constexpr Length round_up_to(Length value, Length step) {
    if (step <= Length{}) return value;
    const std::int64_t steps = (value.units() + step.units() - 1) / step.units();
    return step * (value.units() <= 0 ? value.units() / step.units() : steps);
}

}  // namespace brochure::base

namespace brochure {
using base::Length;
using base::Point;
using base::Rect;
using base::Size;
}  // namespace brochure
