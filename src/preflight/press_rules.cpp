#include "preflight/press_rules.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "base/contrast.hpp"
#include "pdf/content/ink.hpp"
#include "preflight/page_words.hpp"
#include "preflight/print_limits.hpp"
#include "preflight/print_rules.hpp"
#include "preflight/rules.hpp"

namespace brochure::preflight {

namespace {

using pdf::Inks;

bool contains(const Rect& box, Point at) {
    return box.left() <= at.x && at.x <= box.right() && box.top() <= at.y && at.y <= box.bottom();
}

class PressRules {
  public:
    PressRules(const Subject& subject, const pdf::PressDocument& press, const pdf::PressProfile& profile,
               const pdf::PressOptions& options, Sink& sink)
        : subject_(subject),
          pages_(subject.pages),
          press_(press),
          profile_(profile),
          greyscale_(options.greyscale),
          sink_(sink) {}

    void run() {
        check_pictures();
        for (page_ = 0; page_ < pages_.pages.size(); ++page_) {
            const std::vector<page::Item>& items = pages_.pages[page_].items;
            for (std::size_t i = 0; i < items.size(); ++i) {
                item_ = &items[i];
                if (const auto* text = std::get_if<page::GlyphRun>(&items[i].content)) check(*text, i);
                if (const auto* rect = std::get_if<page::FilledRect>(&items[i].content))
                    check_ink(rect->colour, false);
                if (const auto* line = std::get_if<page::StrokedLine>(&items[i].content))
                    check_ink(line->colour, true);
                if (const auto* placed = std::get_if<page::PlacedPicture>(&items[i].content))
                    check_drawing(placed->picture);
            }
        }
        for (const auto& [key, found] : found_)
            tell(sink_, found.rule, found.place,
                 fmt::format("{} on {} {}{}.", found.what, found.page, found.sentence,
                             and_more(found.on_pages.size())),
                 found.remedy);
    }

  private:
    struct Found {
        Rule rule;
        Place place;
        std::string what, page, sentence, remedy;
        std::set<std::size_t> on_pages;
    };

    // Of what is alike, the first is told, and how many pages have it.
    void note(const Rule& rule, const std::string& what, const std::string& sentence, std::string remedy) {
        Place place = page::place_of(pages_, *item_);
        if (place.file.empty()) place = subject_.design.place;
        Found first{rule, std::move(place), what, page_name(pages_, page_), sentence, std::move(remedy), {}};
        found_.try_emplace(what + sentence, std::move(first)).first->second.on_pages.insert(page_);
    }

    void check_pictures() {
        for (const auto& [id, sizes] : placed_sizes(pages_)) {
            const style::NamedPicture& named = pages_.pictures[id];
            const auto* raster = std::get_if<picture::Raster>(named.picture.get());
            if (raster == nullptr) continue;
            const double resolution = resolution_at(*raster, sizes.largest);
            // What is coarse for any printer was told already.
            if (resolution > good_resolution - 1 && resolution < line_art_resolution - 1 &&
                is_line_art(*raster)) {
                tell(sink_, rule::picture_coarse, named.place,
                     fmt::format("The picture '{}' of black and white alone has {:.0f} pixels an inch at its "
                                 "size in the layout {}.",
                                 named.id, resolution, subject_.design.name),
                     fmt::format("Take a file of {:.0f} pixels across or more for the press, or a drawing; "
                                 "enlarging this one does not help.",
                                 pixels_across(sizes.largest, line_art_resolution)));
            }
            const int most = press_.most_ink[id.index()];
            if (most > pdf::most_ink + ink_tolerance)
                tell(sink_, rule::ink_asked, named.place,
                     fmt::format("The picture '{}' asks for {} % of ink; it was brought down to {} %.",
                                 named.id, most, pdf::most_ink),
                     std::string{less_ink});
        }
    }

    void check(const page::GlyphRun& text, std::size_t item) {
        check_ink(text.colour, true);
        const auto ground = ground_below(item, text.origin);
        if (!ground) return;
        if (greyscale_)
            check_contrast(text, item, (*ground)[3]);
        else
            check_overprint(text, item, *ground);
    }

    void check_drawing(page::PictureId id) {
        const auto* drawing = std::get_if<picture::Drawing>(pages_.pictures[id].picture.get());
        if (drawing == nullptr || !seen_.insert(id).second) return;
        for (const picture::VectorPath& path : drawing->paths) {
            if (path.fill) check_ink(*path.fill, false);
            if (path.stroke) check_ink(path.stroke->colour, false);
        }
    }

    void check_ink(const Colour& colour, bool thin) {
        if (greyscale_) return;
        const int total = pdf::total_ink(inks_wanted(colour, profile_, thin));
        if (total <= pdf::most_ink + (colour.cmyk ? 0 : ink_tolerance)) return;
        note(rule::ink_asked, fmt::format("The colour {}", colour.hex()),
             fmt::format("asks for {} % of ink; it was brought down to {} %", total, pdf::most_ink),
             std::string{less_ink});
    }

    // The inks below a place, as far as it can be told: bare paper where nothing is, nothing on a picture.
    [[nodiscard]] std::optional<Inks> ground_below(std::size_t item, Point at) const {
        const std::vector<page::Item>& items = press_.pages.pages[page_].items;
        for (std::size_t i = item; i-- > 0;) {
            if (const auto* rect = std::get_if<page::FilledRect>(&items[i].content)) {
                if (contains(rect->box, at)) return rect->colour.cmyk;
            }
            if (const auto* placed = std::get_if<page::PlacedPicture>(&items[i].content)) {
                if (contains(placed->box, at)) return std::nullopt;
            }
        }
        return Inks{};
    }

    [[nodiscard]] const Colour& printed_colour(std::size_t item) const {
        return std::get<page::GlyphRun>(press_.pages.pages[page_].items[item].content).colour;
    }

    // Black that is printed over a ground adds to the ground's colours.
    void check_overprint(const page::GlyphRun& text, std::size_t item, const Inks& ground) {
        const Colour& colour = printed_colour(item);
        if (!pdf::Ink(pdf::Plates::cmyk).overprints(colour)) return;
        const int total = pdf::total_ink(ground) - ground[3] + (*colour.cmyk)[3];
        if (total <= pdf::most_ink) return;
        note(rule::ink_asked, "“" + words_of(pages_, text) + "”",
             fmt::format("is black over a ground, which makes {} % of ink", total),
             "Set the words in a light colour, or choose a ground with less cyan, magenta and yellow.");
    }

    [[nodiscard]] double luminance(int black) const {
        // CIE 15, 8.2.1, the part above L* 8: no black ink alone is darker.
        return std::pow((profile_.lightness_of_black(black) + 16) / 116, 3);
    }

    void check_contrast(const page::GlyphRun& text, std::size_t item, int ground) {
        const auto [dark, light] =
            std::minmax({luminance((*printed_colour(item).cmyk)[3]), luminance(ground)});
        const double contrast = (light + 0.05) / (dark + 0.05);
        const bool large =
            text.size >= Length::points(18) ||
            (text.size >= Length::points(14) && subject_.fonts.descriptor(text.face).weight >= 700);
        const double wanted = large ? base::large_text_contrast : base::text_contrast;
        if (contrast >= wanted) return;
        note(rule::contrast_in_grey, "“" + words_of(pages_, text) + "”",
             fmt::format("has a contrast of {:.1f} to its ground in greyscale", contrast),
             fmt::format("Choose colours that differ in lightness: {:.1f} or more.", wanted));
    }

    static constexpr std::string_view less_ink =
        "Choose a lighter colour, or less cyan, magenta and yellow beside the black.";

    const Subject& subject_;
    const page::PagedDocument& pages_;
    const pdf::PressDocument& press_;
    const pdf::PressProfile& profile_;
    bool greyscale_;
    std::size_t page_ = 0;
    const page::Item* item_ = nullptr;  // that is being looked at
    std::set<page::PictureId> seen_;
    std::map<std::string, Found> found_;  // by what is said of it
    Sink& sink_;
};

}  // namespace

void check_for_press(const Subject& subject, const pdf::PressDocument& press,
                     const pdf::PressProfile& profile, const pdf::PressOptions& options, Sink& sink) {
    PressRules(subject, press, profile, options, sink).run();
}

}  // namespace brochure::preflight
