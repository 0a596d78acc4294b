// Numbers of things in messages. In: how many of what. Out: "1 line", "3 lines".
#pragma once

#include <fmt/format.h>

#include <string>
#include <string_view>

namespace brochure::base {

template <class Number>
std::string counted(Number number, std::string_view thing) {
    return fmt::format("{} {}{}", number, thing, number == 1 ? "" : "s");
}

}  // namespace brochure::base
