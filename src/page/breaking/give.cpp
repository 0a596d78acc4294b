#include "page/breaking/give.hpp"

#include <algorithm>
#include <cassert>
#include <cstdlib>

namespace brochure::page {

void Give::add(std::span<const layout::Variant> variants) {
    const auto before = price_;
    for (const layout::Variant& variant : variants) {
        const int sign = variant.lines > 0 ? 1 : -1;
        for (int lines = std::abs(variant.lines); lines <= most_; ++lines) {
            const int rest = before[static_cast<std::size_t>(bound + sign * lines - variant.lines)];
            int& price = price_[static_cast<std::size_t>(bound + sign * lines)];
            if (rest < none) price = std::min(price, rest + variant.price);
        }
    }
}

std::vector<int> cheapest(std::span<const Adjustable> things, int lines, int most) {
    std::vector<Give> steps{Give{most}};
    for (const Adjustable& thing : things) {
        steps.push_back(steps.back());
        steps.back().add(thing.variants);
    }
    assert(steps.back().price(lines) < Give::none);
    std::vector<int> chosen(things.size(), 0);
    for (std::size_t i = things.size(); i-- > 0;) {
        const int price = steps[i + 1].price(lines);
        if (steps[i].price(lines) == price) continue;
        for (const layout::Variant& variant : things[i].variants) {
            const bool same_way = (variant.lines > 0) == (lines > 0);
            if (!same_way || std::abs(variant.lines) > std::abs(lines)) continue;
            if (steps[i].price(lines - variant.lines) + variant.price != price) continue;
            chosen[i] = variant.lines;
            lines -= variant.lines;
            break;
        }
        assert(chosen[i] != 0);
    }
    return chosen;
}

}  // namespace brochure::page
