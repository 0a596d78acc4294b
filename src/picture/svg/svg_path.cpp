// Path data and round shapes. SVG++ parses the grammar and turns relative, short and quadratic commands into
// absolute lines and cubics.
#include <svgpp/adapter/path.hpp>
#include <svgpp/adapter/rect.hpp>
#include <svgpp/parser/grammar/path_data.hpp>

#include "picture/svg/svg_values.hpp"

namespace brochure::picture {

namespace {

using svgpp::tag::coordinate::absolute;
using svgpp::tag::coordinate::relative;

// What the adapter of SVG++ draws into.
class PathSteps {
  public:
    void path_move_to(double x, double y, absolute) { add(PathStep::Kind::move, {x, y}); }
    void path_line_to(double x, double y, absolute) { add(PathStep::Kind::line, {x, y}); }
    void path_cubic_bezier_to(double x1, double y1, double x2, double y2, double x, double y, absolute) {
        add(PathStep::Kind::curve, {x1, y1, x2, y2, x, y});
    }
    void path_close_subpath() {
        add(PathStep::Kind::close, {});
        x_ = start_x_, y_ = start_y_;
    }
    void path_exit() {}

    [[nodiscard]] double x() const { return x_; }
    [[nodiscard]] double y() const { return y_; }
    [[nodiscard]] bool sound() const { return sound_; }
    void refuse() { sound_ = false; }
    void mute(bool muted) { muted_ = muted; }
    std::vector<PathStep> take() { return std::move(steps_); }

  private:
    void add(PathStep::Kind kind, std::array<double, 6> at) {
        if (muted_) return;
        for (const double v : at) sound_ = sound_ && std::abs(v) <= max_coordinate;
        if (kind != PathStep::Kind::close) {
            const std::size_t end = kind == PathStep::Kind::curve ? 4 : 0;
            x_ = at[end], y_ = at[end + 1];
        }
        if (kind == PathStep::Kind::move) start_x_ = x_, start_y_ = y_;
        // One more than the limit is kept, so that the caller sees that it is passed.
        if (steps_.size() <= max_steps) steps_.push_back({kind, at});
    }

    std::vector<PathStep> steps_;
    double x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0;
    bool sound_ = true, muted_ = false;
};

using Adapter = svgpp::path_adapter<PathSteps, svgpp::policy::path::minimal, double>;
using AdapterEvents =
    svgpp::detail::path_adapter_path_events_policy<Adapter, svgpp::policy::path::minimal, double>;

// The arcs of SVG++'s adapter are replaced: it divides by the radii and the chord, which may vanish, cuts a
// quarter into two curves, and lets the control point from before an arc lead the smooth curve after it.
struct GuardedEvents : AdapterEvents {
    template <class Reference>
    static void path_elliptical_arc_to(Adapter& adapter, double rx, double ry, double rotation,
                                       bool large_arc, bool sweep, double x, double y, Reference reference) {
        PathSteps& steps = adapter.get_output_context();
        constexpr bool is_relative = std::is_same_v<Reference, relative>;
        const Ends ends{steps.x(), steps.y(), is_relative ? steps.x() + x : x,
                        is_relative ? steps.y() + y : y};
        for (const double v : {rx, ry, rotation, ends.x2, ends.y2}) {
            if (!(std::abs(v) <= max_coordinate)) steps.refuse();
        }
        // The two cases of SVG 1.1, F.6.2.
        if (!steps.sound() || (is_nothing(ends.x2 - ends.x1) && is_nothing(ends.y2 - ends.y1))) return;
        if (is_nothing(rx) || is_nothing(ry)) {
            path_line_to(adapter, x, y, reference);
            return;
        }
        draw_arc(steps, ends, rx, ry, rotation * boost::math::constants::degree<double>(), large_arc, sweep);
        // The adapter learns where the arc ends, and that it was no curve to go on from.
        steps.mute(true);
        path_line_to(adapter, x, y, reference);
        steps.mute(false);
    }

  private:
    struct Ends {
        double x1, y1, x2, y2;
    };
    static bool is_nothing(double length) { return std::abs(length) < 1e-6; }

    static void draw_arc(PathSteps& steps, const Ends& ends, double rx, double ry, double rotation,
                         bool large_arc, bool sweep) {
        constexpr double turn = boost::math::constants::two_pi<double>();
        constexpr double at_most =
            turn / 4 * (1 + 1e-9);  // a quarter is off by less than 0.03 % of its radius
        double cx = 0, cy = 0, from = 0, to = 0;
        svgpp::arc_endpoint_to_center(ends.x1, ends.y1, ends.x2, ends.y2, rx, ry, rotation, large_arc, sweep,
                                      cx, cy, from, to);
        if (sweep && to < from) to += turn;
        if (!sweep && to > from) to -= turn;
        const Matrix from_unit_circle =
            Matrix{std::cos(rotation), std::sin(rotation), -std::sin(rotation), std::cos(rotation), cx, cy} *
            Matrix{rx, 0, 0, ry, 0, 0};
        const double count = std::max(1.0, std::ceil(std::abs(to - from) / at_most));
        const double angle = (to - from) / count;
        const double reach = 4.0 / 3 * std::tan(angle / 4);  // of the control points, along the tangents
        for (int i = 0; i < static_cast<int>(count); ++i) {
            const double a = from + i * angle, b = a + angle;
            const auto at = [&](double x, double y) {
                return std::array{from_unit_circle.x_of(x, y), from_unit_circle.y_of(x, y)};
            };
            const auto first = at(std::cos(a) - reach * std::sin(a), std::sin(a) + reach * std::cos(a));
            const auto second = at(std::cos(b) + reach * std::sin(b), std::sin(b) - reach * std::cos(b));
            const auto end = i + 1 < count ? at(std::cos(b), std::sin(b)) : std::array{ends.x2, ends.y2};
            steps.path_cubic_bezier_to(first[0], first[1], second[0], second[1], end[0], end[1], absolute());
        }
    }
};

using Grammar = svgpp::path_data_grammar<const char*, Adapter, double, GuardedEvents>;

}  // namespace

Parsed<std::vector<PathStep>> parse_path_data(std::string_view text) {
    static const Grammar grammar;
    if (const char* beyond = first_beyond_ascii(text)) return {{}, beyond};
    PathSteps steps;
    Adapter adapter(steps);
    const char* at = text.data();
    const char* const end = at + text.size();
    const bool read = boost::spirit::qi::phrase_parse(at, end, grammar(boost::phoenix::ref(adapter)),
                                                      Grammar::skipper_type());
    if (!read || at != end) return {{}, at};
    if (!steps.sound()) return {{}, text.data()};
    return {steps.take()};
}

std::vector<PathStep> ellipse_path(double cx, double cy, double rx, double ry) {
    PathSteps steps;
    Adapter adapter(steps);
    GuardedEvents::path_move_to(adapter, cx + rx, cy, absolute());
    for (const double x : {cx - rx, cx + rx}) {
        GuardedEvents::path_elliptical_arc_to(adapter, rx, ry, 0.0, false, true, x, cy, absolute());
    }
    GuardedEvents::path_close_subpath(adapter);
    return steps.take();
}

std::vector<PathStep> rounded_rect_path(double x, double y, double width, double height, double rx,
                                        double ry) {
    PathSteps steps;
    Adapter adapter(steps);
    svgpp::detail::context_set_rounded_rect<GuardedEvents>(adapter, x, y, width, height, rx, ry);
    return steps.take();
}

}  // namespace brochure::picture
