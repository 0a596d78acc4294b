#include "make/produce.hpp"

#include <fmt/format.h>

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "diag/codes.hpp"
#include "layout/compose.hpp"

namespace brochure::make {

namespace {

constexpr std::uint64_t picture_limit = std::uint64_t{64} << 20;
// Each pass feeds the last one's page numbers back; more than this many means they chase each other.
constexpr int most_passes = 4;
constexpr std::int64_t seconds_per_day = 86400;

void read_into(style::Pictures& pictures, const std::string& id, const document::Image& image,
               PictureFiles& files, Sink& sink) {
    if (image.file.empty()) return;  // reported where the file is named
    const PictureFile& file = files.read(image);
    if (!file.refused.empty())
        sink.error(diag::code::file_missing, image.place, file.refused,
                   "Check the file's name and permissions.");
    sink.take(Sink{file.found});
    if (file.picture) pictures.emplace(id, file.picture);
}

// A character that no face has is one lack, however often the text has it: it is told where it stands first.
void take_once_per_character(Sink& sink, const Sink& found) {
    std::map<std::string, std::size_t> places;
    const std::vector<diag::Diagnostic> all = found.sorted();
    for (const diag::Diagnostic& diagnostic : all) {
        if (diagnostic.code == diag::code::glyph_missing) ++places[diagnostic.message];
    }
    // What the program writes itself, such as a number, has no place: a place of the author's goes before.
    std::map<std::string, const diag::Diagnostic*> first;
    for (const diag::Diagnostic& diagnostic : all) {
        const diag::Diagnostic*& one = first[diagnostic.message];
        if (one == nullptr || (one->place.file.empty() && !diagnostic.place.file.empty())) one = &diagnostic;
    }
    for (diag::Diagnostic diagnostic : all) {
        if (diagnostic.code == diag::code::glyph_missing) {
            const std::size_t count = places[diagnostic.message];
            if (diagnostic.place != first[diagnostic.message]->place) continue;
            if (count > 1) diagnostic.message += fmt::format(", here and in {} more places", count - 1);
        }
        sink.report(std::move(diagnostic));
    }
}

// Families and faces are reported once each, so all of a layout are asked for before the passes begin.
void check_faces(const design::Design& layout, font::Library& fonts, Sink& sink) {
    for (const auto& [name, style] : layout.texts) {
        if (fonts.has_family(style.face.family)) {
            (void)fonts.first_face(style.face, sink);
            continue;
        }
        std::string known;
        for (const std::string& family : fonts.family_names()) known += (known.empty() ? "" : ", ") + family;
        sink.error(diag::code::font_family_missing, style.place,
                   fmt::format("There is no font family '{}'.", style.face.family),
                   fmt::format("Write the name of a file in fonts/, without .toml; there are: {}.", known));
    }
}

page::Metadata metadata_of(const document::Document& document, const design::Design& layout,
                           std::optional<std::int64_t> created, const std::string& code) {
    page::Metadata metadata;
    metadata.title = document.title.utf8;
    metadata.author = document.house.name;
    metadata.subject = document.summary.empty() ? document.subtitle.utf8 : document.summary.utf8;
    metadata.language = document.language.tag;
    metadata.identifier = fmt::format("{}.{}.{}", document.id, document.language.tag, layout.name);
    metadata.created = created.value_or(document.updated.to_days_since_1970() * seconds_per_day);
    metadata.slug = fmt::format("{} · {} · {} · {}", document.id, document.language.tag, document.edition,
                                document.updated.iso());
    if (!code.empty()) {
        metadata.slug += " · " + code;
        metadata.keywords = "edition " + code;  // where `verify` finds it
    }
    return metadata;
}

std::string foot_of(const Imprint& imprint) {
    const std::string_view between = imprint.mark.empty() || imprint.code.empty() ? "" : "\u00a0· ";
    return fmt::format("{}{}{}", imprint.mark, between, imprint.code);
}

}  // namespace

const PictureFile& PictureFiles::read(const document::Image& image) {
    return files_.get({image.file, image.shown_file}, [&] {
        PictureFile file;
        const auto bytes = base::read_file(image.file, picture_limit);
        if (bytes.ok()) {
            file.digest = base::sha256(bytes.value());
            if (auto picture = picture::read_picture(bytes.value(), image.shown_file, file.found))
                file.picture = std::make_shared<const picture::Picture>(std::move(*picture));
        } else {
            file.refused = bytes.error().message;
        }
        return file;
    });
}

style::Pictures read_pictures(const document::Document& document, bool pictograms, PictureFiles& files,
                              Sink& sink) {
    style::Pictures pictures;
    for (const document::Image& image : document.images) read_into(pictures, image.id, image, files, sink);
    if (pictograms) {
        for (const document::Pictogram& pictogram : document.pictograms)
            read_into(pictures, pictogram.image.id, pictogram.image, files, sink);
    }
    if (document.house.logo) read_into(pictures, style::house_logo, *document.house.logo, files, sink);
    return pictures;
}

page::Pagination produce(const document::Document& document, const design::Design& layout,
                         const style::Pictures& pictures, const TypeCase& type_case,
                         std::optional<std::int64_t> created, Sink& sink, bool explain,
                         const Imprint& imprint) {
    font::Library& fonts = type_case.fonts;
    text::Hyphenator hyphenator(type_case.dictionaries);
    text::ShapeCache cache;
    style::PageMap labels;
    page::Typesetter typesetter{fonts, hyphenator, document.language};
    typesetter.foot = foot_of(imprint);
    check_faces(layout, fonts, sink);
    Sink shaping;  // a paragraph is shaped once, so what shaping finds holds for all passes
    for (int pass = 1;; ++pass) {
        Sink found;  // of the other stages only the last pass's reports hold
        style::StyledDocument styled = style::style_document(document, layout, pictures, labels, found);
        const text::ShapedDocument shaped =
            text::shape_document(styled, document.language, fonts, hyphenator, cache, shaping);
        layout::Galleys galleys = layout::compose({styled, shaped, layout, fonts}, found);
        page::Pagination pages =
            page::paginate(std::move(styled), shaped, std::move(galleys), layout, typesetter, found, explain);
        const bool settled = pages.labels == labels;
        if (!settled && pass < most_passes) {
            labels = std::move(pages.labels);
            continue;
        }
        if (!settled) {
            found.warning(
                diag::code::pages_unsettled, document.place,
                fmt::format("The page numbers in the text had not settled after {} passes.", most_passes),
                "Check the page numbers by eye, or rephrase a paragraph near the foot of a page.");
        }
        shaping.take(std::move(found));
        take_once_per_character(sink, shaping);
        pages.document.metadata = metadata_of(document, layout, created, imprint.code);
        return pages;
    }
}

}  // namespace brochure::make
