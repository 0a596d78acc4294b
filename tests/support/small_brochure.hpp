// SmallBrochure: a brochure of a few lines, read by the real reader from a temporary project.
// In: the body in Markdown, and what else a test is about. Out: a Document and its pictures. All the rest
// (house, dates, titles) is the same for every test; labels are the ones below, so that rewording a language
// file changes no test.
#pragma once

#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/file.hpp"
#include "design/read.hpp"
#include "diag/render.hpp"
#include "document/files/read.hpp"
#include "style/style.hpp"
#include "support/temporary_folder.hpp"

namespace brochure::test {

struct SmallBrochure {
    std::string body;          // Markdown; begins with a heading of level 2
    std::string front_matter;  // after title and subtitle: treatments, glossary, key messages
    std::string images;        // [[image]] entries after "arm" and "cover"; files: arm.svg, cover.svg
    std::string disclaimer = "Vraag uw arts.\n";
    std::map<std::string, std::string> files;  // beside the text: pictures that `images` names
};

struct ReadBrochure {
    document::Document document;
    style::Pictures pictures;
};

// The words of a language for tests: short, and each tells which label it is.
inline void use_plain_words(document::Language& language) {
    for (const std::string& key : document::known_labels()) language.labels[key] = key;
    const std::map<std::string, std::string> filled_in{{"page", "bladzijde {page}"},
                                                       {"see_page", "{text} (bladzijde {page})"},
                                                       {"figure", "Afbeelding {number}"},
                                                       {"figures", "Afbeeldingen {numbers}"},
                                                       {"table", "Tabel {number}"},
                                                       {"continued", "{title} (vervolg)"},
                                                       {"edition", "uitgave {edition}"},
                                                       {"number", "folder {number}"},
                                                       {"updated", "bijgewerkt op {date}"},
                                                       {"review_by", "herzien op {date}"},
                                                       {"seen", "gezien op {date}"},
                                                       {"licence", "licentie {licence}"},
                                                       {"warning", "Let op"},
                                                       {"call", "Bel"},
                                                       {"footnotes", "Noot"}};
    for (const auto& [key, words] : filled_in) language.labels[key] = words;
    language.columns = {{"name", "Behandeling"},
                        {"aim", "Waarvoor"},
                        {"how", "Hoe"},
                        {"frequency", "Hoe vaak"},
                        {"how_and_frequency", "Hoe en hoe vaak"},
                        {"side_effects", "Bijwerkingen"}};
    language.no_break = {{"bladzijde", "blz."}, {"mg", "uur"}, {"dr.", "’s"}};
}

inline void write_project(const TemporaryFolder& folder, const SmallBrochure& brochure) {
    folder.write("content/house/house.toml", R"(
name = "Testziekenhuis"
address = "Proefweg 1"
website = "https://test.example"
phone = "012 345 67 80"
emergency_phone = "012 345 67 89"

[nl]
department = "Wondzorg"
hours = "werkdagen"
contact = "Bel de verpleegkundige."
emergency = "Buiten deze tijden"
emergency_hours = "dag en nacht"
logo_alternative = "Beeldmerk"
)");
    folder.write("content/house/disclaimer.nl.md", brochure.disclaimer);
    folder.write("content/proef/brochure.toml", R"(
id = "proef"
master = "nl"
edition = "1"
updated = 2026-03-01
review_by = 2028-03-01

[[image]]
id = "cover"
file = "cover.svg"
author = "Omslagmaker"
licence = "CC0"

[[image]]
id = "arm"
file = "arm.svg"
author = "Tekenaar"
licence = "CC BY 4.0"

[[source]]
id = "boek"
title = "Het boek"
publisher = "Uitgever"
address = "https://boek.example/"
seen = 2026-02-01

[[source]]
id = "folder"
title = "De folder"
publisher = "Uitgever"
seen = 2026-02-02
)" + brochure.images);
    folder.write(
        "content/proef/arm.svg",
        R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100mm" height="50mm">)"
        R"(<rect x="0" y="0" width="100" height="50" fill="#1f7a8c"/></svg>)");
    folder.write("content/proef/cover.svg",
                 R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100" width="1in" height="1in">)"
                 R"(<circle cx="50" cy="50" r="40" fill="#1f7a8c"/></svg>)");
    for (const auto& [name, bytes] : brochure.files) folder.write("content/proef/" + name, bytes);
    folder.write("content/proef/nl.md", "+++\ntitle = \"De titel\"\nsubtitle = \"De ondertitel\"\n" +
                                            brochure.front_matter + "\n+++\n\n" + brochure.body);
}

// Throws where the brochure has errors: the test's own text is wrong then.
inline ReadBrochure read_brochure(const SmallBrochure& brochure) {
    const TemporaryFolder folder;
    write_project(folder, brochure);
    Sink sink;
    auto document = document::read_document({folder.path(), BROCHURE_SOURCE_ROOT}, "proef", "nl", sink);
    if (!document || sink.has_errors()) throw std::runtime_error(diag::as_text(sink.sorted()));
    use_plain_words(document->language);
    ReadBrochure out{*std::move(document), {}};
    std::vector<document::Image> images = out.document.images;
    for (const document::Pictogram& pictogram : out.document.pictograms) images.push_back(pictogram.image);
    for (const document::Image& image : images) {
        const auto bytes = base::read_file(image.file, 1 << 20);
        auto picture = picture::read_picture(bytes.value(), image.shown_file, sink);
        if (!picture) throw std::runtime_error(diag::as_text(sink.sorted()));
        out.pictures.emplace(image.id, std::make_shared<const picture::Picture>(*std::move(picture)));
    }
    return out;
}

inline ReadBrochure read_brochure(std::string body) { return read_brochure(SmallBrochure{std::move(body)}); }

inline design::Design shipped_layout(const std::string& name) {
    Sink sink;
    auto design = design::read_layout(name, {BROCHURE_SOURCE_ROOT "/layouts"}, BROCHURE_SOURCE_ROOT, sink);
    if (!design) throw std::runtime_error(diag::as_text(sink.sorted()));
    return *std::move(design);
}

}  // namespace brochure::test
