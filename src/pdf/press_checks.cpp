#include "pdf/press_checks.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "diag/codes.hpp"
#include "page/print_limits.hpp"
#include "pdf/ink.hpp"
#include "pdf/page_words.hpp"

namespace brochure::pdf {

namespace {

constexpr double points_per_inch = 72;

bool is_line_art(const picture::Raster& raster) {
    return std::ranges::all_of(raster.samples, [](char c) { return c == '\0' || c == '\xFF'; });
}

bool contains(const Rect& box, Point at) {
    return box.left() <= at.x && at.x <= box.right() && box.top() <= at.y && at.y <= box.bottom();
}

class PageChecks {
  public:
    PageChecks(const page::PagedDocument& document, const PressDocument& press, const font::Library& fonts,
               const PressProfile& profile, const PressOptions& options, std::size_t page, Sink& sink)
        : document_(document),
          press_(press),
          fonts_(fonts),
          profile_(profile),
          greyscale_(options.greyscale),
          page_(page),
          name_(page_name(document, page)),
          sink_(sink) {}

    void run() {
        const std::vector<page::Item>& items = document_.pages[page_].items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            item_ = &items[i];
            if (const auto* text = std::get_if<page::GlyphRun>(&items[i].content)) check(*text, i);
            if (const auto* rect = std::get_if<page::FilledRect>(&items[i].content)) check(*rect);
            if (const auto* line = std::get_if<page::StrokedLine>(&items[i].content)) check(*line);
            if (const auto* placed = std::get_if<page::PlacedPicture>(&items[i].content)) check(*placed);
        }
    }

  private:
    void warn(std::string_view code, std::string message, std::string remedy) {
        sink_.warning(code, page::place_of(document_, *item_), std::move(message), std::move(remedy));
    }

    void check(const page::GlyphRun& text, std::size_t item) {
        check_ink(text.colour, true);
        check_margin(text);
        const auto ground = ground_below(item, text.origin);
        if (!ground) return;
        if (greyscale_)
            check_contrast(text, item, (*ground)[3]);
        else
            check_overprint(text, item, *ground);
    }

    void check(const page::FilledRect& rect) {
        check_ink(rect.colour, false);
        const Length thickness = std::min(rect.box.size.width, rect.box.size.height);
        if (thickness > Length{} && thickness < page::hairline) warn_of_line("a line", thickness);
    }

    void check(const page::StrokedLine& line) {
        check_ink(line.colour, true);
        if (line.width < page::hairline) warn_of_line("a line", line.width);
    }

    void check(const page::PlacedPicture& placed) {
        const picture::Picture& picture = *document_.pictures[placed.picture].picture;
        if (const auto* raster = std::get_if<picture::Raster>(&picture))
            check(*raster, placed);
        else
            check(std::get<picture::Drawing>(picture), placed.box);
    }

    void check(const picture::Raster& raster, const page::PlacedPicture& placed) {
        const Size size = placed.box.size;
        if (size.width <= Length{} || size.height <= Length{}) return;
        const double resolution = points_per_inch * std::min(raster.width / size.width.to_points(),
                                                             raster.height / size.height.to_points());
        const bool line_art = is_line_art(raster);
        const double wanted = line_art ? line_art_resolution : page::good_resolution;
        // A hair less is rounding, not a coarse picture.
        if (resolution < wanted - 1)
            warn(diag::code::picture_coarse,
                 fmt::format("A {} on {} has {:.0f} pixels an inch at its size.",
                             line_art ? "picture of black and white alone" : "picture", name_, resolution),
                 fmt::format("Take a file of {:.0f} pixels across or more; enlarging this one does not help.",
                             std::ceil(size.width.to_points() / points_per_inch * wanted)));
        const int most = press_.most_ink[placed.picture.index()];
        if (most > most_ink + ink_tolerance) warn_of_ink("A picture", most);
    }

    void check(const picture::Drawing& drawing, const Rect& box) {
        const double scale = drawing.width > 0 ? box.size.width.to_points() / drawing.width : 0;
        Length thinnest = page::hairline;
        for (const picture::VectorPath& path : drawing.paths) {
            if (path.fill) check_ink(*path.fill, false);
            if (!path.stroke) continue;
            check_ink(path.stroke->colour, false);
            thinnest = std::min(thinnest, Length::points(path.stroke->width * scale));
        }
        if (thinnest < page::hairline) warn_of_line("a drawing with a line", thinnest);
    }

    void warn_of_line(std::string_view what, Length width) {
        warn(diag::code::line_thin,
             fmt::format("There is {} of {:.2f} pt on {}.", what, width.to_points(), name_),
             "Make it 0.25 pt or more: a press and an office printer lose thinner lines.");
    }

    void warn_of_ink(std::string_view what, int total) {
        warn(diag::code::ink_total,
             fmt::format("{} on {} asks for {} % of ink; it was brought down to {} %.", what, name_, total,
                         most_ink),
             "Choose a lighter colour, or less cyan, magenta and yellow beside the black.");
    }

    void check_ink(const Colour& colour, bool thin) {
        if (greyscale_) return;
        const int total = total_ink(inks_wanted(colour, profile_, thin));
        if (total > most_ink + (colour.cmyk ? 0 : ink_tolerance))
            warn_of_ink(fmt::format("The colour {}", colour.hex()), total);
    }

    void check_margin(const page::GlyphRun& text) {
        const Length distance = page::distance_to_trim(text, document_.trim, fonts_);
        if (distance >= page::safe_margin) return;
        warn(diag::code::text_near_trim,
             fmt::format("“{}” on {} stands {:.1f} mm from the edge.", words_of(document_, text), name_,
                         distance.to_millimetres()),
             fmt::format("Keep text {:.0f} mm away from every edge: a knife may be off, and cut it.",
                         page::safe_margin.to_millimetres()));
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
        if (!Ink(Plates::cmyk).overprints(colour)) return;
        const int total = total_ink(ground) - ground[3] + (*colour.cmyk)[3];
        if (total <= most_ink) return;
        warn(diag::code::ink_total,
             fmt::format("“{}” on {} is black over a ground, which makes {} % of ink.",
                         words_of(document_, text), name_, total),
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
        const bool large = text.size >= Length::points(18) ||
                           (text.size >= Length::points(14) && fonts_.descriptor(text.face).weight >= 700);
        const double wanted = large ? large_text_contrast : text_contrast;
        if (contrast >= wanted) return;
        warn(diag::code::contrast_low,
             fmt::format("“{}” on {} has a contrast of {:.1f} to its ground in greyscale.",
                         words_of(document_, text), name_, contrast),
             fmt::format("Choose colours that differ in lightness: {:.1f} or more.", wanted));
    }

    const page::PagedDocument& document_;
    const PressDocument& press_;
    const font::Library& fonts_;
    const PressProfile& profile_;
    bool greyscale_;
    std::size_t page_;
    std::string name_;
    const page::Item* item_ = nullptr;  // that is being looked at
    Sink& sink_;
};

}  // namespace

void check_for_press(const page::PagedDocument& document, const PressDocument& press,
                     const font::Library& fonts, const PressProfile& profile, const PressOptions& options,
                     Sink& sink) {
    for (std::size_t p = 0; p < document.pages.size(); ++p)
        PageChecks(document, press, fonts, profile, options, p, sink).run();
}

}  // namespace brochure::pdf
