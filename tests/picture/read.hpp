// Reading a picture in a test, and what the sink holds afterwards.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "diag/render.hpp"
#include "picture/picture.hpp"

namespace brochure::picture::testing {

// One line each: "line:column code".
inline std::vector<std::string> places(const Sink& sink) {
    std::vector<std::string> list;
    for (const auto& d : sink.sorted()) {
        list.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.code);
    }
    return list;
}

template <class Kind>
Kind read_as(std::string_view bytes) {
    Sink sink;
    auto picture = read_picture(bytes, "picture", sink);
    EXPECT_EQ(diag::as_text(sink.sorted()), "");
    if (!picture || !std::holds_alternative<Kind>(*picture)) {
        ADD_FAILURE() << "not read as expected";
        return {};
    }
    return std::get<Kind>(std::move(*picture));
}

// The places of what keeps `bytes` from being read.
inline std::vector<std::string> faults_of(std::string_view bytes) {
    Sink sink;
    EXPECT_FALSE(read_picture(bytes, "picture", sink).has_value());
    EXPECT_TRUE(sink.has_errors());
    for (const auto& d : sink.sorted()) {
        EXPECT_EQ(d.place.file, "picture");
        EXPECT_FALSE(d.message.empty());
        EXPECT_FALSE(d.remedy.empty());
    }
    return places(sink);
}

}  // namespace brochure::picture::testing
