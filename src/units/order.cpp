#include "units/order.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace brochure::units {

std::set<std::string> out_of_order(const std::vector<std::string_view>& before,
                                   const std::vector<std::string_view>& now) {
    std::map<std::string_view, std::size_t> place;
    for (std::size_t i = 0; i < before.size(); ++i) place.emplace(before[i], i);
    std::vector<std::pair<std::size_t, std::string_view>> order;
    for (const std::string_view key : now) {
        if (const auto found = place.find(key); found != place.end()) order.emplace_back(found->second, key);
    }
    // Patience: the least last place of a rising run of each length, and who stands before each.
    std::vector<std::size_t> tails, previous(order.size(), order.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto at = std::lower_bound(tails.begin(), tails.end(), i, [&](std::size_t a, std::size_t b) {
            return order[a].first < order[b].first;
        });
        if (at != tails.begin()) previous[i] = *std::prev(at);
        if (at == tails.end()) {
            tails.push_back(i);
        } else {
            *at = i;
        }
    }
    std::vector<bool> kept(order.size(), false);
    for (std::size_t i = tails.empty() ? order.size() : tails.back(); i < order.size(); i = previous[i])
        kept[i] = true;
    std::set<std::string> out;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (!kept[i]) out.emplace(order[i].second);
    }
    return out;
}

}  // namespace brochure::units
