// A right-to-left brochure is the mirror image of the same brochure from left to right, but for its drawings
// and the order within its lines.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "paginating.hpp"

namespace brochure::page {
namespace {

class Mirror : public PageTest {
  protected:
    static std::string text_of(const std::string& name) {
        return base::read_file(std::filesystem::path{BROCHURE_TEST_DATA} / "page/data" / name, 1 << 20)
            .value();
    }

    Pagination brochure() {
        return paginated({text_of("small.md"), "key_messages = [\"Houd het verband droog.\", \"Bel.\"]"},
                         {"cover", "contents", "key_messages", "body", "sources", "image_credits",
                          "disclaimer", "notes", "back_cover"});
    }

    using Span = std::pair<std::int64_t, std::int64_t>;
    static Span rounded(Length left, Length right) {
        return {std::llround(left.to_points() * 100), std::llround(right.to_points() * 100)};
    }

    // Left and right edges of what is drawn on each height: text, grounds and bars, rules, pictures.
    std::multiset<std::string> edges(const Page& page, bool mirrored) const {
        std::map<std::string, Span> lines;
        std::multiset<std::string> all;
        const Length width = design.page.trim.width;
        const auto span = [&](Length left, Length right) {
            return mirrored ? rounded(width - right, width - left) : rounded(left, right);
        };
        const auto note = [&](const std::string& what, Span edges) {
            all.insert(fmt::format("{} {} to {}", what, edges.first, edges.second));
        };
        for (const Item& item : page.items) {
            if (const auto* rect = std::get_if<FilledRect>(&item.content)) {
                note(fmt::format("ground {:.2f}", rect->box.top().to_points()),
                     span(rect->box.left(), rect->box.right()));
            } else if (const auto* rule = std::get_if<StrokedLine>(&item.content)) {
                note(fmt::format("rule {:.2f}", rule->from.y.to_points()), span(rule->from.x, rule->to.x));
            } else if (const auto* picture = std::get_if<PlacedPicture>(&item.content)) {
                note(fmt::format("picture {:.2f}", picture->box.top().to_points()),
                     span(picture->box.left(), picture->box.right()));
            } else if (const auto* run = std::get_if<GlyphRun>(&item.content)) {
                Length right = run->origin.x;
                for (const PlacedGlyph& glyph : run->glyphs) right += glyph.advance;
                const auto key = fmt::format("text {:.2f}", run->origin.y.to_points());
                const Span own = span(run->origin.x, right);
                const auto [at, fresh] = lines.try_emplace(key, own);
                if (!fresh)
                    at->second = {std::min(at->second.first, own.first),
                                  std::max(at->second.second, own.second)};
            }
        }
        // Where lines begin; how long they are differs by the kerning between their parts.
        for (const auto& [what, own] : lines) all.insert(fmt::format("{} from {}", what, own.first));
        return all;
    }
};

TEST_F(Mirror, EverythingOnEveryPageStandsAsInAMirror) {
    const PagedDocument from_left = brochure().document;
    right_to_left = true;
    const PagedDocument from_right = brochure().document;
    ASSERT_EQ(from_left.pages.size(), from_right.pages.size());
    ASSERT_GE(from_left.pages.size(), 6U);
    for (std::size_t i = 0; i < from_left.pages.size(); ++i) {
        EXPECT_EQ(edges(from_left.pages[i], false), edges(from_right.pages[i], true)) << "page " << i + 1;
    }
}

}  // namespace
}  // namespace brochure::page
