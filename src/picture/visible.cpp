#include "picture/visible.hpp"

#include <algorithm>
#include <cmath>

namespace brochure::picture {

namespace {

std::size_t numbers_of(const PathStep& step) {
    switch (step.kind) {
        case PathStep::Kind::move:
        case PathStep::Kind::line:
            return 2;
        case PathStep::Kind::curve:
            return 6;
        case PathStep::Kind::close:
            return 0;
    }
    return 0;
}

template <class Visit>
void visit_points(const VectorPath& path, Visit&& visit) {
    for (const PathStep& step : path.steps) {
        for (std::size_t i = 0; i < numbers_of(step); i += 2) visit(step.at[i], step.at[i + 1]);
    }
}

// False where all points stand on one line.
bool has_area(const VectorPath& path) {
    if (path.steps.empty()) return false;
    const double x0 = path.steps.front().at[0], y0 = path.steps.front().at[1];
    double far_x = 0, far_y = 0;  // the way to the farthest point so far
    bool area = false;
    visit_points(path, [&](double x, double y) {
        const double dx = x - x0, dy = y - y0;
        const double size = std::max(std::hypot(dx, dy), std::hypot(far_x, far_y));
        area = area || std::abs(dx * far_y - dy * far_x) > 1e-9 * size * size;
        if (std::hypot(dx, dy) > std::hypot(far_x, far_y)) far_x = dx, far_y = dy;
    });
    return area;
}

bool has_line(const VectorPath& path) {
    if (!path.stroke) return false;
    if (!bounds_of(path).is_point()) return true;
    // A line to where it stands is a dot, if its ends are round or square.
    return path.stroke->cap != 0 && path.steps.size() > 1;
}

}  // namespace

void Bounds::take_in(double x, double y) {
    left = std::min(left, x), right = std::max(right, x);
    top = std::min(top, y), bottom = std::max(bottom, y);
}

bool Bounds::holds(const Bounds& other) const {
    return left <= other.left && top <= other.top && other.right <= right && other.bottom <= bottom;
}

Bounds bounds_of(const VectorPath& path) {
    Bounds bounds;
    visit_points(path, [&](double x, double y) { bounds.take_in(x, y); });
    return bounds;
}

bool Bounds::meets(const Bounds& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
}

bool is_box(const VectorPath& path) {
    using Kind = PathStep::Kind;
    const Bounds bounds = bounds_of(path);
    const double slack = 1e-6 * bounds.size();
    const auto near = [&](double a, double b) { return std::abs(a - b) <= slack; };
    std::size_t corners = 0;
    double x = 0, y = 0;
    for (const PathStep& step : path.steps) {
        if (step.kind == Kind::close) continue;
        const bool begins = step.kind == Kind::move;
        if (step.kind == Kind::curve || begins != (corners == 0)) return false;
        const bool on_corner = (near(step.at[0], bounds.left) || near(step.at[0], bounds.right)) &&
                               (near(step.at[1], bounds.top) || near(step.at[1], bounds.bottom));
        const bool along = begins || near(step.at[0], x) != near(step.at[1], y);
        if (!on_corner || !along) return false;
        x = step.at[0], y = step.at[1];
        ++corners;
    }
    constexpr std::size_t four = 4;
    return corners == four ||
           (corners == four + 1 && near(x, path.steps.front().at[0]) && near(y, path.steps.front().at[1]));
}

bool leaves_a_mark(const VectorPath& path) { return (path.fill && has_area(path)) || has_line(path); }

bool is_seen(const VectorPath& path, const Drawing& drawing) {
    const Bounds bounds = bounds_of(path);
    Bounds window{drawing.x, drawing.y, drawing.x + drawing.width, drawing.y + drawing.height};
    for (const std::uint32_t clip : path.clips) {
        const Bounds area = bounds_of(VectorPath{drawing.clips[clip].steps});
        window = {std::max(window.left, area.left), std::max(window.top, area.top),
                  std::min(window.right, area.right), std::min(window.bottom, area.bottom)};
    }
    const auto reaches = [&](double around) {
        return bounds.right + around > window.left && bounds.left - around < window.right &&
               bounds.bottom + around > window.top && bounds.top - around < window.bottom;
    };
    if (path.fill && has_area(path) && reaches(0)) return true;
    return has_line(path) && reaches(path.stroke->width / 2);
}

}  // namespace brochure::picture
