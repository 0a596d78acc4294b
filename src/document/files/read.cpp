#include "document/files/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/reads.hpp"
#include "diag/codes.hpp"
#include "document/files/front_matter.hpp"
#include "document/markdown/blocks.hpp"
#include "document/markdown/placeholders.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

// An image with this id belongs to the cover: the layout places it, not the text.
constexpr std::string_view cover_image = "cover";

bool names_are_sound(const std::string& id, const std::string& language, Sink& sink) {
    if (!is_id(id)) {
        sink.error(code::id_invalid, {}, fmt::format("'{}' cannot be the id of a brochure", id),
                   "use lower-case letters, digits and hyphens, as in the name of its folder");
    }
    if (!is_language_tag(language)) {
        sink.error(code::language_tag, {}, fmt::format("'{}' is no language tag", language),
                   "write a short tag such as nl");
    }
    return is_id(id) && is_language_tag(language);
}

void resolve_headings(const Body& body, const References& references, Sink& sink) {
    std::vector<std::string> ids;
    for (const Mention& heading : body.headings) ids.push_back(heading.id);
    const auto known = [&](const std::string& id) {
        return std::find(ids.begin(), ids.end(), id) != ids.end();
    };
    for (const Mention& mention : references.headings) {
        if (known(mention.id)) continue;
        sink.error(
            code::section_unknown, mention.place, fmt::format("no heading has the id '{}'", mention.id),
            nearest_or(mention.id, ids, "write {#" + mention.id + "} behind the heading that is meant"));
    }
}

void report_unused_images(const Document& document, const References& references, Sink& sink) {
    for (std::size_t i = 0; i < document.images.size(); ++i) {
        const Image& image = document.images[i];
        if (references.images_used.contains(i) || image.id == cover_image || image.id.empty()) continue;
        sink.warning(code::image_unused, image.place,
                     fmt::format("the text never shows the image '{}'", image.id),
                     fmt::format("place it with ![…]({}), or remove it here", image.id));
        if (const auto labels = document.labels.find(image.id); labels != document.labels.end()) {
            for (const auto& [key, words] : labels->second) {
                sink.warning(code::label_unused, words.place_of(0),
                             fmt::format("this labels the image '{}', which the text never shows", image.id),
                             "remove the label, or place the image");
            }
        }
    }
}

// Sources are listed in every language; which of them a text cites is judged by the master's.
void report_unused_sources(const Document& document, const References& references, Sink& sink) {
    for (std::size_t i = 0; i < document.sources.size(); ++i) {
        const Source& source = document.sources[i];
        // One that was not seen is known through another.
        if (references.sources_cited.contains(i) || source.id.empty() || !source.seen) continue;
        sink.warning(code::source_unused, source.place,
                     fmt::format("the text never cites the source '{}'", source.id),
                     fmt::format("write [@{}] where its facts stand, or remove it here", source.id));
    }
}

bool has_master(const ProjectFolders& folders, const Document& document) {
    std::error_code failed;
    return std::filesystem::exists(
        folders.root / fmt::format("content/{}/{}.md", document.id, document.master), failed);
}

void check_master(const ProjectFolders& folders, const Document& document, const References& references,
                  const Place& master_place, Sink& sink) {
    const bool is_master = document.master == document.language.tag;
    const bool there = is_master || document.master.empty() || has_master(folders, document);
    if (!there)
        sink.warning(
            code::master_missing, master_place,
            fmt::format("the master text content/{}/{}.md is missing: no translation can be compared "
                        "with it",
                        document.id, document.master),
            "write it, or name as master the language that the brochure is written in");
    // A citation that was not understood is a mistake of its own, not an unused source as well.
    if ((is_master || !there) && document.front_matter_read && !sink.has_errors())
        report_unused_sources(document, references, sink);
    if (is_master && !document.reviewed && document.language.label("not_reviewed_master").empty())
        sink.error(code::key_missing, document.language.place,
                   "'labels.not_reviewed_master' is missing, which a text that is no translation and not yet "
                   "reviewed has on its cover",
                   "add it, in the manner of: \"This text has not yet been checked by a doctor.\"");
}

std::optional<Document> read_from(SharedFiles& shared, const std::string& brochure_id,
                                  const std::string& language_tag, const std::string* given, Sink& sink) {
    const ProjectFolders& folders = shared.folders();
    const std::size_t errors_before = sink.errors();
    if (!names_are_sound(brochure_id, language_tag, sink)) return std::nullopt;
    auto language = shared.language(language_tag, sink);
    auto facts = shared.brochure(brochure_id, sink);
    const std::string shown_file = fmt::format("content/{}/{}.md", brochure_id, language_tag);
    const auto text = given != nullptr ? std::optional{*given} : read_text(folders.root, shown_file, sink);
    if (!language || !facts || !text) return std::nullopt;
    const auto parts = split_front_matter(*text, shown_file, sink);
    if (!parts) return std::nullopt;

    Document document;
    document.id = brochure_id;
    document.number = std::move(facts->number);
    document.edition = std::move(facts->edition);
    document.updated = facts->updated;
    document.review_by = facts->review_by;
    const auto own_policy = facts->stale_in.find(language_tag);
    document.stale_policy = own_policy == facts->stale_in.end() ? facts->stale : own_policy->second;
    document.review_by_place = facts->review_by_place;
    document.master = std::move(facts->master);
    document.images = std::move(facts->images);
    document.pictograms = std::move(facts->pictograms);
    document.pull_outs = std::move(facts->pull_outs);
    document.sources = std::move(facts->sources);
    document.language = *std::move(language);
    document.place = {shown_file, 1, 1};

    References references;
    references.language = &document.language;
    for (const Source& source : document.sources) references.sources.push_back(source.id);
    for (const Image& image : document.images) {
        references.images.push_back(image.id);
        references.image_files.push_back(image.shown_file);
    }
    // Without it much is missing that the rest refers to: only its own mistake and those of the body are
    // told.
    const bool known = read_front_matter(parts->front_matter, shown_file, references, document, sink);

    references.footnotes_allowed = true;
    const auto source = SourceText::of_file(std::string{parts->body}, shown_file, parts->body_line);
    report_placeholders(source, sink);
    Body body = read_body(source, Part::body, references, sink);
    if (body.blocks.empty() && !sink.has_errors()) {
        sink.error(code::body_empty, {shown_file, parts->body_line, 1},
                   "this file has no text below its front matter",
                   "write the text, beginning with a heading: ## …");
    }
    references.headings.insert(references.headings.end(), facts->sections.begin(), facts->sections.end());
    resolve_headings(body, references, sink);
    if (known) report_unused_images(document, references, sink);
    check_master(folders, document, references, facts->master_place, sink);
    {
        // The other languages' files are read only to be compared: no page depends on them.
        const base::Observing::Aside aside;
        shared.report_borrowed_labels(document.language, sink);
    }
    document.body = std::move(body.blocks);
    document.footnotes = std::move(body.footnotes);

    HouseWords house = shared.house(document.language, sink);
    document.house = std::move(house.house);
    document.disclaimer = std::move(house.disclaimer);
    document.sound = sink.errors() == errors_before;
    if (!known) return std::nullopt;
    return document;
}

}  // namespace

std::optional<Document> read_document(SharedFiles& shared, const std::string& brochure_id,
                                      const std::string& language, Sink& sink) {
    return read_from(shared, brochure_id, language, nullptr, sink);
}

std::optional<Document> read_document(SharedFiles& shared, const std::string& brochure_id,
                                      const std::string& language, const std::string& text, Sink& sink) {
    return read_from(shared, brochure_id, language, &text, sink);
}

std::optional<Document> read_document(const ProjectFolders& folders, const std::string& brochure_id,
                                      const std::string& language, Sink& sink) {
    SharedFiles shared{folders};
    return read_document(shared, brochure_id, language, sink);
}

std::optional<Document> read_document(const ProjectFolders& folders, const std::string& brochure_id,
                                      const std::string& language, const std::string& text, Sink& sink) {
    SharedFiles shared{folders};
    return read_document(shared, brochure_id, language, text, sink);
}

}  // namespace brochure::document
