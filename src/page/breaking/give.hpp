// Giving and taking: how cheaply the pieces of one page can be set in some lines more or fewer. Internal to
// this folder. A page gives or takes, never both.
#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

#include "page/breaking/break_data.hpp"

namespace brochure::page {

// One thing of a page that can be adjusted.
struct Adjustable {
    std::size_t piece = 0;
    bool space = false;
    std::vector<layout::Variant> variants;
};

// The cheapest price of every number of lines, kept as pieces are added (a knapsack of lines).
class Give {
  public:
    static constexpr int bound = 8;
    static constexpr int none = std::numeric_limits<int>::max() / 2;

    explicit Give(int most) : most_(most < bound ? most : bound) {
        price_.fill(none);
        price_[bound] = 0;
    }

    [[nodiscard]] int most() const { return most_; }
    // None where so many lines cannot be had.
    [[nodiscard]] int price(int lines) const { return price_[static_cast<std::size_t>(bound + lines)]; }

    // `variants`: of one thing, of which one may be chosen.
    void add(std::span<const layout::Variant> variants);

  private:
    int most_;
    std::array<int, 2 * bound + 1> price_{};
};

// Of every thing the variant, in lines, that together make `lines` at the least price; 0: as it is.
std::vector<int> cheapest(std::span<const Adjustable> things, int lines, int most);

}  // namespace brochure::page
