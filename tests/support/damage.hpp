// Damage: what may happen to a translator's file on its way. In: the file. Out: the same cut short, with
// bytes flipped, with marks lost, or with pieces that stand there twice. The same order of calls gives the
// same damage.
#pragma once

#include <algorithm>
#include <random>
#include <regex>
#include <string>
#include <utility>
#include <vector>

namespace brochure::test {

// How a form of file writes what can be lost.
struct Fragile {
    std::regex mark;
    std::string piece_begins, piece_ends;
};

inline Fragile fragile_po() { return {std::regex{"[{}].{0,2}"}, "\n\n", "\n\n"}; }
inline Fragile fragile_xliff(const std::string& unit) {
    return {std::regex{"</?(g|x|pc|ph)\\b[^>]*>"}, "<" + unit + " ", "</" + unit + ">"};
}

class Damage {
  public:
    explicit Damage(Fragile form) : form_(std::move(form)) {}

    static constexpr int kinds = 4;
    std::string done_to(std::string file, int kind) {
        switch (kind % kinds) {
            case 0:
                file.resize(below(file.size()));
                break;
            case 1:
                // Few, so that some of what is flipped is a word of a file that is sound.
                for (std::size_t flip = 0, flips = 1 + below(20); flip < flips; ++flip)
                    file[below(file.size())] ^= static_cast<char>(1U << below(8));
                break;
            case 2:
                lose_marks(file);
                break;
            default:
                double_pieces(file);
        }
        return file;
    }

  private:
    std::size_t below(std::size_t n) { return random_() % n; }

    // One, or a pair as a whole, so that the file stays one that can be read.
    void lose_marks(std::string& file) {
        for (std::size_t lost = 0, all = 1 + below(10); lost < all; ++lost) {
            std::smatch found;
            const auto from = file.cbegin() + static_cast<std::ptrdiff_t>(below(file.size()));
            if (!std::regex_search(from, file.cend(), found, form_.mark)) continue;
            const std::string tag = found.str();
            const std::size_t at = static_cast<std::size_t>(found[0].first - file.cbegin());
            const bool is_pair = tag.starts_with("<g ") || tag.starts_with("<pc ");
            file.erase(at, tag.size());
            if (!is_pair) continue;
            const std::string closing = tag.starts_with("<g ") ? "</g>" : "</pc>";
            if (const std::size_t end = file.find(closing, at); end != std::string::npos)
                file.erase(end, closing.size());
        }
    }
    void double_pieces(std::string& file) {
        for (int doubled = 0; doubled < 5; ++doubled) {
            const std::size_t begin = file.find(form_.piece_begins, below(file.size()));
            if (begin == std::string::npos) continue;
            std::size_t end = file.find(form_.piece_ends, begin + form_.piece_begins.size());
            if (end == std::string::npos) continue;
            if (form_.piece_ends.starts_with('<')) end += form_.piece_ends.size();
            file.insert(end, file.substr(begin, end - begin));
        }
    }

    Fragile form_;
    std::mt19937 random_{20261129};
};

}  // namespace brochure::test
