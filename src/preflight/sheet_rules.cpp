#include "preflight/sheet_rules.hpp"

#include <fmt/format.h>

#include <map>
#include <string>

#include "pdf/content/figure_box.hpp"
#include "preflight/page_words.hpp"
#include "preflight/rules.hpp"

namespace brochure::preflight {

namespace {

// Grounds, rules and decorative pictures: nothing is missed where the paper is white instead.
bool is_read(const page::Item& item) {
    if (std::holds_alternative<page::GlyphRun>(item.content)) return true;
    return std::holds_alternative<page::PlacedPicture>(item.content) &&
           std::holds_alternative<style::LeafId>(item.belongs);
}

struct Loss {
    Length most;
    std::size_t page = 0;
    const page::Item* item = nullptr;
    std::size_t pages = 0;
};

class SheetChecks {
  public:
    SheetChecks(const page::PagedDocument& document, const font::Library& fonts, const Place& layout,
                Sink& sink)
        : document_(document), fonts_(fonts), layout_(layout), sink_(sink) {}

    void check(const impose::Side& side) {
        for (const impose::PlacedPage& placed : side.pages) {
            if (placed.page) check(placed, *placed.page);
        }
    }

    void tell_furniture() const {
        for (const auto& [kind, loss] : furniture_) tell(loss);
    }

  private:
    void check(const impose::PlacedPage& placed, std::size_t page) {
        std::map<page::Artifact, Loss> here;
        for (const page::Item& item : document_.pages[page].items) {
            if (!is_read(item)) continue;
            const Length lost = impose::cut_off(placed, pdf::box_of(item, fonts_));
            if (lost <= Length{}) continue;
            const Loss loss{lost, page, &item, 1};
            const auto* artifact = std::get_if<page::Artifact>(&item.belongs);
            if (artifact == nullptr)
                tell(loss);
            else if (lost > here[*artifact].most)
                here[*artifact] = loss;
        }
        for (const auto& [kind, loss] : here) {
            Loss& all = furniture_[kind];
            const std::size_t pages = all.pages + 1;
            if (loss.most > all.most) all = loss;
            all.pages = pages;
        }
    }

    void tell(const Loss& loss) const {
        const auto* run = std::get_if<page::GlyphRun>(&loss.item->content);
        std::string message =
            fmt::format("{} on {} reaches {:.1f} mm into what an office printer leaves white",
                        run != nullptr ? "“" + words_of(document_, *run) + "”" : "A picture",
                        page_name(document_, loss.page), loss.most.to_millimetres());
        message += loss.pages > 1 ? fmt::format(", and so do {} more pages.", loss.pages - 1) : ".";
        Place place = page::place_of(document_, *loss.item);
        if (place.file.empty()) place = layout_;
        preflight::tell(sink_, rule::content_cut_off, std::move(place), std::move(message),
                        "Move it further in, or choose a larger sheet under [booklet]; for a printer that "
                        "reaches nearer to the edge, make unprintable_edge smaller.");
    }

    const page::PagedDocument& document_;
    const font::Library& fonts_;
    const Place& layout_;
    Sink& sink_;
    std::map<page::Artifact, Loss> furniture_;
};

}  // namespace

void check_for_office_printer(const page::PagedDocument& document, const font::Library& fonts,
                              const std::vector<impose::Sheet>& sheets, const Place& layout, Sink& sink) {
    SheetChecks checks(document, fonts, layout, sink);
    for (const impose::Sheet& sheet : sheets) {
        checks.check(sheet.front);
        if (sheet.back) checks.check(*sheet.back);
    }
    checks.tell_furniture();
}

}  // namespace brochure::preflight
