#include "preflight/words_on_pictures.hpp"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/contrast.hpp"
#include "diag/codes.hpp"
#include "layout/figures/ink_box.hpp"
#include "picture/colour_at.hpp"

namespace brochure::preflight {

namespace {

using page::GlyphRun;
using page::PlacedPicture;

class Pages {
  public:
    Pages(const page::PagedDocument& document, const font::Library& fonts, Sink& sink)
        : document_(document), fonts_(fonts), sink_(sink) {}

    void check(const page::Page& page) {
        painted_.clear();
        has_picture_ = false;
        for (const page::Item& item : page.items) {
            if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
                check(*run, item);
            } else {
                painted_.push_back(&item);
                has_picture_ = has_picture_ || std::holds_alternative<PlacedPicture>(item.content);
            }
        }
    }

  private:
    void check(const GlyphRun& run, const page::Item& item) {
        if (!has_picture_ || told_.contains(run.text)) return;
        layout::visit_ink(run, fonts_, [&](const Rect& ink) {
            if (told_.contains(run.text)) return;
            const auto below = picture_below(ink, item);
            if (!below || base::contrast_ratio(run.colour, below->second) >= base::large_text_contrast)
                return;
            told_.insert(run.text);
            tell(run, item, document_.pictures[below->first->picture], below->second);
        });
    }

    // The picture that is seen behind the middle of a letter, and its colour there.
    std::optional<std::pair<const PlacedPicture*, Colour>> picture_below(const Rect& ink,
                                                                         const page::Item& letter) {
        const Point middle{(ink.left() + ink.right()) / 2, (ink.top() + ink.bottom()) / 2};
        for (auto item = painted_.rbegin(); item != painted_.rend(); ++item) {
            if (const auto* ground = std::get_if<page::FilledRect>(&(*item)->content);
                ground != nullptr && within(ground->box, middle))
                return std::nullopt;
            const auto* placed = std::get_if<PlacedPicture>(&(*item)->content);
            if (placed == nullptr || !within(placed->box, middle)) continue;
            if ((*item)->belongs == letter.belongs && std::holds_alternative<style::LeafId>(letter.belongs))
                return std::nullopt;  // its own words
            const double share_across =
                (middle.x - placed->box.left()).to_points() / placed->box.size.width.to_points();
            const double share_down =
                (middle.y - placed->box.top()).to_points() / placed->box.size.height.to_points();
            const auto colour = surface_of(placed->picture).at(share_across, share_down);
            if (colour) return std::pair{placed, *colour};
        }
        return std::nullopt;
    }

    const picture::Surface& surface_of(page::PictureId id) {
        return surfaces_.try_emplace(id, *document_.pictures[id].picture).first->second;
    }

    static bool within(const Rect& box, const Point& point) {
        return box.left() <= point.x && point.x < box.right() && box.top() <= point.y &&
               point.y < box.bottom();
    }

    void tell(const GlyphRun& run, const page::Item& item, const style::NamedPicture& picture,
              const Colour& colour) {
        sink_.error(diag::code::words_on_picture, place_of(document_, item),
                    fmt::format("“{}” runs over the picture '{}', where it can hardly be read ({} on {}).",
                                document_.texts[run.text], picture.id, run.colour.hex(), colour.hex()),
                    "Shorten these words and those above them, or place the picture lower in the layout.");
    }

    const page::PagedDocument& document_;
    const font::Library& fonts_;
    Sink& sink_;
    std::vector<const page::Item*> painted_;  // on this page so far, but for words
    bool has_picture_ = false;                // among these
    std::set<page::TextId> told_;
    std::map<page::PictureId, picture::Surface> surfaces_;  // of those with words on them
};

}  // namespace

void check_words_on_pictures(const page::PagedDocument& document, const font::Library& fonts, Sink& sink) {
    Pages pages(document, fonts, sink);
    for (const page::Page& page : document.pages) pages.check(page);
}

}  // namespace brochure::preflight
