#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "preflight/claims.hpp"
#include "preflight/rules.hpp"
#include "preflight/structure_claims.hpp"

namespace brochure::preflight {

namespace {

using pdf::FaceCodes;
using pdf::Mark;
using pdf::Reading;
using pdf::RunPiece;
using pdf::Sequence;

bool is_private(char32_t c) {
    return (c >= 0xE000 && c <= 0xF8FF) || (c >= 0xF0000 && c <= 0xFFFFD) || (c >= 0x100000 && c <= 0x10FFFD);
}

// ISO 14289-1, 7.21.7: what a text map must not hold.
bool is_no_text(char32_t c) { return c == 0 || c == 0xFEFF || c == 0xFFFE; }

class ScreenClaims {
  public:
    ScreenClaims(const page::PagedDocument& document, const Reading& reading, Sink& sink)
        : document_(document), reading_(reading), sink_(sink) {}

    void run() {
        check_document();
        check_outline();
        check_pages();
        for (std::size_t face = 0; face < reading_.faces.size(); ++face) check_face(face);
        LeafFlags placed;
        placed.resize(document_.structure.leaf_count());
        for (const auto& page : reading_.pages) {
            for (const Sequence& sequence : page) {
                const auto* leaf = std::get_if<style::LeafId>(&sequence.belongs);
                if (leaf != nullptr && !sequence.marks.empty()) placed[*leaf] = 1;
            }
        }
        check_structure_claims(document_, placed, sink_);
    }

  private:
    [[nodiscard]] const Place& place_of_document() const {
        return document_.structure[document_.structure.root()].place;
    }

    // Matterhorn 06-003, 07, 11.
    void check_document() {
        const page::Metadata& metadata = document_.metadata;
        const Place& place = place_of_document();
        if (std::ranges::all_of(metadata.title, [](char c) { return c == ' '; }))
            tell(sink_, rule::title, place, "The brochure has no title.", "Write title = \"…\".");
        if (!is_language_tag(metadata.language))
            tell(sink_, rule::language, place, fmt::format("'{}' is no language tag.", metadata.language),
                 "Name the language file after its language: nl.md, en.md, zh-Hant.md.");
        for (const auto& [text, what] : {std::pair{&metadata.title, "title"},
                                         {&metadata.author, "author"},
                                         {&metadata.subject, "summary"},
                                         {&metadata.keywords, "list of keywords"}})
            check_length(*text, what, place, sink_);
    }

    [[nodiscard]] bool is_known(const std::string& destination) const {
        return std::ranges::binary_search(document_.destinations, destination, {}, &page::Destination::name);
    }

    void check_outline() {
        int last = 0;
        for (const page::OutlineEntry& entry : document_.outline) {
            if (entry.level > last + 1)
                tell(sink_, rule::heading_level, place_of_document(),
                     fmt::format("In the outline '{}', of level {}, follows one of level {}.", entry.title,
                                 entry.level, last),
                     "Do not skip a level of headings.");
            if (!is_known(entry.destination)) tell_astray(place_of_document(), entry.destination);
            last = entry.level;
        }
    }

    void tell_astray(const Place& place, const std::string& destination) {
        tell(sink_, rule::link_astray, place,
             fmt::format("Nothing in the brochure is called '{}'.", destination),
             "Lead to a heading of this brochure.");
    }

    // Matterhorn 28-004, 28-007.
    void check_pages() {
        for (const page::Page& page : document_.pages) {
            for (const page::LinkArea& area : page.links) {
                const Place& place =
                    area.node.valid() ? document_.structure[area.node].place : place_of_document();
                if (!area.node.valid() || document_.structure[area.node].role != style::Role::link)
                    tell(sink_, rule::structure, place, "A link of a page is no part of the text.",
                         "Write the link in a paragraph.");
                if (area.description.empty())
                    tell(sink_, rule::link_empty, place, "A link does not say where it leads.",
                         "Write between the brackets where the link leads.");
                check_length(area.description, "link's text", place, sink_);
                check_length(area.address, "link's address", place, sink_);
                if (area.address.empty() && !is_known(area.destination)) tell_astray(place, area.destination);
            }
        }
    }

    // Matterhorn 10-001, 31-030; ISO 19005-2, 6.2.11.7.3 for the private characters.
    void check_face(std::size_t face) {
        const std::vector<FaceCodes::Entry>& entries = reading_.faces[face].codes.entries();
        for (std::size_t i = 0; i < entries.size(); ++i) {
            const std::string text(entries[i].text);
            const auto use = static_cast<std::uint32_t>(i);
            if (entries[i].glyph == 0)
                tell(sink_, rule::glyph, place_of_use(face, use),
                     fmt::format("No face has a glyph for '{}'.", text),
                     "Choose another character, or another font family.");
            else if (text.empty() || base::any_code_point(text, is_no_text))
                tell(sink_, rule::character_unread, place_of_use(face, use),
                     "A character is printed that nobody can read aloud, search or copy.",
                     "Choose another character.");
            else if (base::any_code_point(text, is_private))
                tell(sink_, rule::character_private, place_of_use(face, use),
                     fmt::format("The character '{}' means nothing outside its font.", text),
                     "Write in words what the sign stands for.");
        }
    }

    // Looked for only when something is wrong.
    [[nodiscard]] Place place_of_use(std::size_t face, std::uint32_t use) const {
        for (const auto& page : reading_.pages) {
            for (const Sequence& sequence : page) {
                for (const Mark& mark : sequence.marks) {
                    const auto* piece = std::get_if<RunPiece>(&mark);
                    if (piece == nullptr || piece->face != face) continue;
                    if (std::ranges::find(piece->uses, use) == piece->uses.end()) continue;
                    const font::GlyphId glyph = reading_.faces[face].codes.entries()[use].glyph;
                    Place place = page::place_of(document_, *piece->run, glyph);
                    const auto* leaf = std::get_if<style::LeafId>(&sequence.belongs);
                    if (place.file.empty() && leaf != nullptr)
                        place = document_.structure[document_.structure.parent_of(*leaf)].place;
                    return place.file.empty() ? place_of_document() : place;
                }
            }
        }
        return place_of_document();
    }

    const page::PagedDocument& document_;
    const Reading& reading_;
    Sink& sink_;
};

}  // namespace

void check_screen_claims(const page::PagedDocument& document, const Reading& reading, Sink& sink) {
    ScreenClaims(document, reading, sink).run();
}

}  // namespace brochure::preflight
