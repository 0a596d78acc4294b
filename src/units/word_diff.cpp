#include "units/word_diff.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>

namespace brochure::units {

namespace {

// Above, the whole is shown as exchanged: nobody reads a marking of texts that long and that different.
constexpr std::size_t most_cells = 4'000'000;

// Words and the spaces between them, each by itself; punctuation stays with its word, since a full stop that
// becomes a question mark is a change of that word.
std::vector<std::string_view> tokens_of(std::string_view text) {
    std::vector<std::string_view> tokens;
    for (std::size_t at = 0; at < text.size();) {
        const bool space = text[at] == ' ';
        std::size_t end = at;
        while (end < text.size() && (text[end] == ' ') == space) ++end;
        tokens.push_back(text.substr(at, end - at));
        at = end;
    }
    return tokens;
}

void add(std::vector<DiffPiece>& pieces, Difference kind, std::string_view words) {
    if (pieces.empty() || pieces.back().kind != kind) pieces.push_back({kind, {}});
    pieces.back().words += words;
}

// Changes with nothing but a space between them are one: what was, then what is. A space that both end in is
// no change.
std::vector<DiffPiece> joined(const std::vector<DiffPiece>& pieces) {
    std::vector<DiffPiece> out;
    std::string removed, added;
    const auto flush = [&] {
        const bool same_end = removed.ends_with(' ') && added.ends_with(' ');
        if (same_end) {
            removed.pop_back();
            added.pop_back();
        }
        if (!removed.empty()) out.push_back({Difference::removed, std::exchange(removed, {})});
        if (!added.empty()) out.push_back({Difference::added, std::exchange(added, {})});
        if (same_end) add(out, Difference::same, " ");
    };
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const DiffPiece& piece = pieces[i];
        const bool between = piece.words == " " && i > 0 && i + 1 < pieces.size();
        if (piece.kind == Difference::same && !between) {
            flush();
            add(out, Difference::same, piece.words);
            continue;
        }
        if (piece.kind != Difference::added) removed += piece.words;
        if (piece.kind != Difference::removed) added += piece.words;
    }
    flush();
    return out;
}

}  // namespace

std::vector<DiffPiece> word_diff(std::string_view before, std::string_view now) {
    const auto old = tokens_of(before), fresh = tokens_of(now);
    std::vector<DiffPiece> pieces;
    const std::size_t columns = fresh.size() + 1;
    if (old.size() > most_cells / columns)
        return {{Difference::removed, std::string{before}}, {Difference::added, std::string{now}}};
    std::vector<std::uint32_t> length((old.size() + 1) * columns, 0);  // of the best from (i, j) on
    for (std::size_t i = old.size(); i-- > 0;) {
        for (std::size_t j = fresh.size(); j-- > 0;) {
            length[i * columns + j] =
                old[i] == fresh[j] ? length[(i + 1) * columns + j + 1] + 1
                                   : std::max(length[(i + 1) * columns + j], length[i * columns + j + 1]);
        }
    }
    std::size_t i = 0, j = 0;
    std::string added;  // held back, so that what was removed comes first
    const auto flush = [&] {
        if (!added.empty()) add(pieces, Difference::added, added);
        added.clear();
    };
    while (i < old.size() || j < fresh.size()) {
        if (i < old.size() && j < fresh.size() && old[i] == fresh[j]) {
            flush();
            add(pieces, Difference::same, old[i]);
            ++i;
            ++j;
        } else if (j == fresh.size() ||
                   (i < old.size() && length[(i + 1) * columns + j] >= length[i * columns + j + 1])) {
            add(pieces, Difference::removed, old[i++]);
        } else {
            added += fresh[j++];
        }
    }
    flush();
    return joined(pieces);
}

std::string marked(const std::vector<DiffPiece>& pieces) {
    std::string out;
    for (const DiffPiece& piece : pieces) {
        switch (piece.kind) {
            case Difference::same:
                out += piece.words;
                break;
            case Difference::removed:
                out += "[-" + piece.words + "-]";
                break;
            case Difference::added:
                out += "{+" + piece.words + "+}";
                break;
        }
    }
    return out;
}

}  // namespace brochure::units
