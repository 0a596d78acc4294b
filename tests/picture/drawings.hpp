// Small drawings read, and their paths as text.
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <string_view>

#include "picture/read.hpp"

namespace brochure::picture::testing {

inline Drawing drawing_of(std::string_view content) {
    return read_as<Drawing>(
        fmt::format("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'>{}</svg>", content));
}

// A number with at most two decimals.
inline std::string shown(double value) {
    const double rounded = std::round(value * 100) / 100;
    return fmt::format("{}", rounded == 0 ? 0 : rounded);
}

// The steps as path data: "M 0 0 L 10 0 Z".
inline std::string as_data(const VectorPath& path) {
    std::string data;
    for (const PathStep& step : path.steps) {
        if (!data.empty()) data += ' ';
        data += "MLCZ"[static_cast<int>(step.kind)];
        const std::size_t count = step.kind == PathStep::Kind::curve   ? 6
                                  : step.kind == PathStep::Kind::close ? 0
                                                                       : 2;
        for (std::size_t i = 0; i < count; ++i) data += ' ' + shown(step.at[i]);
    }
    return data;
}

// Of the one path there is, wherever it lies: a second shape keeps the drawing from showing nothing.
inline std::string data_of(std::string_view content) {
    const Drawing drawing = drawing_of(std::string(content) + "<rect width='9' height='9'/>");
    return drawing.paths.size() == 2 ? as_data(drawing.paths.front()) : "not one path";
}

}  // namespace brochure::picture::testing
