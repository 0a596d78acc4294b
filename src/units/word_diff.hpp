// Word differences: what an old wording and a new one have in common, and what not.
// In: two texts. Out: pieces in reading order, words with the spaces around them; what was removed stands
// before what came in its place. The fewest words are marked (longest common subsequence).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brochure::units {

enum class Difference { same, removed, added };

struct DiffPiece {
    Difference kind = Difference::same;
    std::string words;
    bool operator==(const DiffPiece&) const = default;
};

std::vector<DiffPiece> word_diff(std::string_view before, std::string_view now);

// As version control shows it: "every [-four-]{+six+} weeks".
std::string marked(const std::vector<DiffPiece>& pieces);

}  // namespace brochure::units
