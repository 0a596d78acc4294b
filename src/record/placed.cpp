#include "record/placed.hpp"

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>

namespace brochure::record {

namespace {

// Where a text, or what stands for it, is to be found.
struct Found {
    std::size_t page = 0;
    std::set<std::pair<std::size_t, Length>> lines;  // page and baseline
};

// By the author's places; pages are gone through from the first to the last, and the first counts.
class Whereabouts {
  public:
    explicit Whereabouts(const page::PagedDocument& document) : document_(document) {
        for (std::size_t i = 0; i < document.pages.size(); ++i) {
            for (const page::Item& item : document.pages[i].items) add(item, i + 1);
        }
    }

    [[nodiscard]] Found of(const Place& place) const {
        if (place.line == 0) return {};
        const auto text = spots_.find({place.file, place.line, place.column});
        if (text != spots_.end()) return texts_.at(text->second);
        const auto line = lines_.find({place.file, place.line});
        return line == lines_.end() ? Found{} : Found{line->second, {}};
    }

  private:
    using Spot = std::tuple<std::string_view, std::uint32_t, std::uint32_t>;
    using Line = std::pair<std::string_view, std::uint32_t>;

    void add(const page::Item& item, std::size_t page) {
        const auto* run = std::get_if<page::GlyphRun>(&item.content);
        if (run != nullptr && run->text.valid() && run->text.index() < document_.sources.size())
            add(*run, page);
        if (const auto* leaf = std::get_if<style::LeafId>(&item.belongs)) {
            const Place& place = document_.structure[document_.structure.parent_of(*leaf)].place;
            lines_.try_emplace({place.file, place.line}, page);
        }
    }
    void add(const page::GlyphRun& run, std::size_t page) {
        const auto [text, is_new] = texts_.try_emplace(run.text.index(), Found{page, {}});
        text->second.lines.emplace(page, run.origin.y);
        if (!is_new) return;
        for (const document::SourceMark& mark : document_.sources[run.text])
            spots_.try_emplace({mark.place.file, mark.place.line, mark.place.column}, run.text.index());
    }

    const page::PagedDocument& document_;
    std::map<std::size_t, Found> texts_;
    std::map<Spot, std::size_t> spots_;  // to texts
    std::map<Line, std::size_t> lines_;  // to pages
};

}  // namespace

std::vector<PlacedPiece> placed(const std::vector<units::Piece>& pieces, const page::PagedDocument& pages) {
    const Whereabouts whereabouts{pages};
    std::vector<PlacedPiece> out;
    out.reserve(pieces.size());
    for (const units::Piece& piece : pieces) {
        const Found found = whereabouts.of(piece.place);
        out.push_back({piece.key, std::string{units::name_of(piece.kind)}, piece.words, piece.digest,
                       found.page, found.lines.size()});
    }
    return out;
}

}  // namespace brochure::record
