#include "page/making/fixed_box.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "diag/codes.hpp"

namespace brochure::page {

namespace {

struct Share {
    std::size_t lines = 0;
    Length height;
};

// What each paragraph takes of the box.
std::map<style::ParagraphId, Share> shares_of(const layout::Galley& galley) {
    std::map<style::ParagraphId, Share> shares;
    for (const layout::Piece& piece : galley.pieces) {
        if (piece.content.lines.empty()) continue;
        Share& share = shares[piece.content.lines.front().paragraph];
        ++share.lines;
        share.height += piece.height;
    }
    return shares;
}

std::string beginning_of(const std::string& words) {
    constexpr std::size_t most = 40;  // bytes
    if (words.size() <= most) return words;
    std::size_t end = words.rfind(' ', most);
    if (end == std::string::npos || end == 0) {
        end = base::code_point_start(words, most);
    }
    return words.substr(0, end) + "…";
}

}  // namespace

void report_overfull(const OverfullBox& box, const base::IdVec<TextId, std::string>& texts,
                     const base::IdVec<TextId, std::vector<document::SourceMark>>& sources, Sink& sink) {
    const auto shares = shares_of(box.galley);
    const auto longest = std::max_element(shares.begin(), shares.end(), [](const auto& a, const auto& b) {
        return a.second.height < b.second.height;
    });
    if (longest == shares.end()) {
        sink.error(diag::code::page_overfull, box.layout,
                   fmt::format("What stands on the {} is {:.1f} mm higher than its room.", box.part,
                               box.too_much.to_millimetres()),
                   "Give it more room in the layout.");
        return;
    }
    const Share& share = longest->second;
    const TextId text{longest->first.index()};
    const Length line = share.height / static_cast<std::int64_t>(share.lines);
    const auto lines = static_cast<std::size_t>((box.too_much.units() + line.units() - 1) / line.units());
    const std::string_view part = box.part == "back_cover" ? "back cover" : box.part;
    sink.error(
        diag::code::page_overfull, document::place_in(texts[text], sources[text], 0),
        fmt::format("“{}” is too long for the {}: there is room for {} {} less.", beginning_of(texts[text]),
                    part, lines, lines == 1 ? "line" : "lines"),
        lines < share.lines
            ? fmt::format("Shorten it to about {} of its {} lines, or give it more room in the layout.",
                          share.lines - lines, share.lines)
            : std::string{"Shorten this text and those beside it, or give them more room in the layout."});
}

}  // namespace brochure::page
