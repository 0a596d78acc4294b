#include "diag/diagnostic.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

namespace brochure::diag {

std::string shown(const Place& place) {
    return fmt::format("{}:{}:{}", place.file, place.line, place.column);
}

void Sink::error(std::string_view code, Place place, std::string message, std::string remedy) {
    report({Severity::error, std::string{code}, std::move(place), std::move(message), std::move(remedy)});
}

void Sink::warning(std::string_view code, Place place, std::string message, std::string remedy) {
    report({Severity::warning, std::string{code}, std::move(place), std::move(message), std::move(remedy)});
}

void Sink::report(Diagnostic diagnostic) {
    if (diagnostic.severity == Severity::error) ++errors_;
    all_.push_back(std::move(diagnostic));
}

void Sink::take(Sink&& other) {
    errors_ += other.errors_;
    std::move(other.all_.begin(), other.all_.end(), std::back_inserter(all_));
    other.all_.clear();
    other.errors_ = 0;
}

std::vector<Diagnostic> Sink::sorted() const {
    std::vector<Diagnostic> list = all_;
    auto key = [](const Diagnostic& d) { return std::tie(d.place, d.severity, d.code, d.message); };
    std::stable_sort(list.begin(), list.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    list.erase(
        std::unique(list.begin(), list.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
        list.end());
    return list;
}

}  // namespace brochure::diag
