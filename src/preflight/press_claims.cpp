#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string>

#include "preflight/claims.hpp"
#include "preflight/rules.hpp"

namespace brochure::preflight {

namespace {

using pdf::Inks;
using pdf::most_ink;
using pdf::PressDocument;
using pdf::PressOptions;

class PressClaims {
  public:
    PressClaims(const PressDocument& press, const PressOptions& options, Sink& sink)
        : document_(press.pages), options_(options), sink_(sink) {}

    void run() {
        const Place& place = document_.structure[document_.structure.root()].place;
        if (std::ranges::all_of(document_.metadata.title, [](char c) { return c == ' '; }))
            tell(sink_, rule::title, place, "The brochure has no title.", "Write title = \"…\".");
        if (options_.condition.empty())
            tell(sink_, rule::condition, {}, "The press edition names no printing condition.",
                 "Write condition = \"FOGRA39\" under [press], or the name your printer gives.");
        for (const page::Page& page : document_.pages) {
            for (const page::Item& item : page.items) check(item);
        }
    }

  private:
    void check(const page::Item& item) {
        if (const auto* run = std::get_if<page::GlyphRun>(&item.content)) {
            check(run->colour, item);
            for (const page::PlacedGlyph& glyph : run->glyphs) {
                if (glyph.id != 0) continue;
                tell(sink_, rule::glyph, page::place_of(document_, *run, 0),
                     "A character has no glyph in any face.",
                     "Choose another character, or another font family.");
                break;
            }
        } else if (const auto* rect = std::get_if<page::FilledRect>(&item.content)) {
            check(rect->colour, item);
        } else if (const auto* line = std::get_if<page::StrokedLine>(&item.content)) {
            check(line->colour, item);
        } else {
            check(std::get<page::PlacedPicture>(item.content).picture, item);
        }
    }

    void check(page::PictureId id, const page::Item& item) {
        if (!seen_.insert(id).second) return;
        const picture::Picture& picture = *document_.pictures[id].picture;
        if (const auto* drawing = std::get_if<picture::Drawing>(&picture)) {
            for (const picture::VectorPath& path : drawing->paths) {
                if (path.fill) check(*path.fill, item);
                if (path.stroke) check(path.stroke->colour, item);
            }
            return;
        }
        const auto components = std::get<picture::Raster>(picture).components;
        const bool inked = components == picture::Components::cmyk || components == picture::Components::grey;
        if (!inked || (options_.greyscale && components != picture::Components::grey))
            tell(sink_, rule::inked, page::place_of(document_, item),
                 "A picture is in colours that the press does not have.",
                 "Save the picture in another form, and tell us: this is a fault of the program.");
    }

    void check(const Colour& colour, const page::Item& item) {
        if (!colour.cmyk) {
            tell(sink_, rule::inked, page::place_of(document_, item),
                 fmt::format("The colour {} has no inks.", colour.hex()),
                 "Give the colour as cmyk(…) in the layout, and tell us: this is a fault of the program.");
            return;
        }
        const Inks& inks = *colour.cmyk;
        if (options_.greyscale && (inks[0] > 0 || inks[1] > 0 || inks[2] > 0))
            tell(sink_, rule::inked, page::place_of(document_, item),
                 fmt::format("The colour {} asks for inks beside the black one.", colour.hex()),
                 "Give the colour as cmyk(0, 0, 0, …) in the layout.");
        if (pdf::total_ink(inks) > most_ink)
            tell(sink_, rule::ink_printed, page::place_of(document_, item),
                 fmt::format("The colour {} would be printed with {} % of ink; {} % dries.", colour.hex(),
                             pdf::total_ink(inks), most_ink),
                 "Choose a lighter colour.");
    }

    const page::PagedDocument& document_;
    const PressOptions& options_;
    Sink& sink_;
    std::set<page::PictureId> seen_;
};

}  // namespace

void check_press_claims(const pdf::PressDocument& press, const pdf::PressOptions& options, Sink& sink) {
    PressClaims(press, options, sink).run();
}

}  // namespace brochure::preflight
