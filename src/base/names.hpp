// Names of closed sets: one list for an enumeration, which files, the command line and reports all read.
// In: a specialisation of Names with the names in the enumeration's order. Out: the name of a value, the
// value of a name.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace brochure::base {

//     template <> struct Names<Side> { static constexpr std::array<std::string_view, 2> list{"recto",
//     "verso"}; };
template <class E>
struct Names;

template <class E>
constexpr std::string_view name_of(E value) {
    return Names<E>::list[static_cast<std::size_t>(value)];
}

template <class E>
constexpr std::optional<E> named(std::string_view name) {
    for (std::size_t i = 0; i < Names<E>::list.size(); ++i) {
        if (Names<E>::list[i] == name) return static_cast<E>(i);
    }
    return std::nullopt;
}

template <class E>
std::vector<std::string> all_names() {
    return {Names<E>::list.begin(), Names<E>::list.end()};
}

template <class E>
constexpr auto all_values() {
    std::array<E, Names<E>::list.size()> values{};
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<E>(i);
    return values;
}

}  // namespace brochure::base
