#include "document/files/front_matter.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.hpp"
#include "document/files/fields.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

namespace code = diag::code;
using config::required;

namespace {

constexpr std::size_t most_key_messages = 3;

bool is_fence(std::string_view line) {
    return line.starts_with("+++") && line.find_first_not_of(" \t", 3) == std::string_view::npos;
}

void read_key_messages(config::Table& root, References& references, Document& document) {
    const auto messages = root.array("key_messages");
    if (!messages) return;
    if (messages->size() > most_key_messages) {
        (*messages)[most_key_messages].sink().warning(
            code::key_messages_many, (*messages)[most_key_messages].place(),
            fmt::format("this brochure has {} key messages; few readers keep more than three in mind",
                        messages->size()),
            "keep the three that matter most, and move the others to the text");
    }
    for (const config::Value& message : *messages) {
        if (Text text = text_of(message, references); !text.empty())
            document.key_messages.push_back(std::move(text));
    }
}

void read_treatments(config::Table& root, References& references, Document& document) {
    std::vector<std::string> ids;
    for (config::Table& table : root.tables("treatment")) {
        Treatment treatment;
        treatment.place = table.place();
        treatment.id = id_field(table, ids);
        treatment.name = text_field(table, "name", references, required);
        for (const TreatmentField field : base::all_values<TreatmentField>()) {
            if (field == TreatmentField::name) continue;
            const std::string key{base::name_of(field)};
            if (Text text = text_field(table, key, references); !text.empty())
                treatment.fields[key] = std::move(text);
        }
        treatment.section = plain_field(table, "section", required);
        if (const auto section = table.value("section"); section && !treatment.section.empty()) {
            references.headings.push_back({treatment.section, section->place()});
        }
        table.report_unknown_keys();
        document.treatments.push_back(std::move(treatment));
    }
}

void read_glossary(config::Table& root, References& references, Document& document) {
    std::vector<std::string> terms, ids;
    for (config::Table& table : root.tables("glossary")) {
        GlossaryEntry entry;
        entry.place = table.place();
        if (table.has("id")) entry.id = id_field(table, ids);
        entry.term = text_field(table, "term", references, required);
        entry.meaning = text_field(table, "meaning", references, required);
        entry.sort = plain_field(table, "sort");
        table.report_unknown_keys();
        if (std::find(terms.begin(), terms.end(), entry.term.utf8) != terms.end()) {
            table.refuse("term", code::id_repeated,
                         fmt::format("the term '{}' is explained twice", entry.term.utf8),
                         "keep one of the two");
        }
        if (!entry.term.empty()) terms.push_back(entry.term.utf8);
        document.glossary.push_back(std::move(entry));
    }
}

// A master text is as sound as the house says by handing it out; of a translation someone must have said so.
bool read_reviewed(config::Table& root, Document& document) {
    const bool translation = document.master != document.language.tag;
    const bool said = root.has("reviewed");
    const auto value = root.value("reviewed");
    document.reviewed_place = value ? value->place() : root.place();
    const auto reviewed = value ? value->boolean() : std::nullopt;
    if (translation && !said)
        root.sink().warning(
            code::review_unsaid, root.place(),
            "this translation does not say whether a clinician has checked it; its cover says "
            "that none has",
            "write reviewed = false, and true once one has");
    return reviewed.value_or(!translation);
}

void read_labels(config::Table& root, References& references, Document& document) {
    auto labels = root.table("labels");
    if (!labels) return;
    for (const std::string& image : labels->keys()) {
        auto table = labels->table(image);
        if (!table) continue;
        const auto known = std::find(references.images.begin(), references.images.end(), image);
        if (known == references.images.end()) {
            root.sink().error(code::image_unknown, labels->key_place(image),
                              fmt::format("brochure.toml has no image '{}' to label", image),
                              nearest_or(image, references.images, "remove these labels"));
            continue;
        }
        auto& words = document.labels[image];
        for (const std::string& key : table->keys()) words[key] = text_field(*table, key, references);
    }
}

}  // namespace

namespace {

// What other programs have for a fence, and what a slip of the keyboard makes of ours.
bool is_like_a_fence(std::string_view line) {
    while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
    const bool of_one_sign = !line.empty() && line.find_first_not_of(line.front()) == std::string_view::npos;
    return of_one_sign && line.size() >= 2 && line.size() <= 5 &&
           (line.front() == '+' || line.front() == '-');
}

void report_no_fence(std::string_view text, const std::string& shown_file, Sink& sink) {
    std::uint32_t number = 1;
    std::size_t start = 0;
    const auto line_at = [&](std::size_t from) { return text.substr(from, text.find('\n', from) - from); };
    while (start < text.size() && line_at(start).find_first_not_of(" \t") == std::string_view::npos) {
        start += line_at(start).size() + 1;
        ++number;
    }
    const std::string_view first = start < text.size() ? line_at(start) : std::string_view{};
    const Place place{shown_file, start < text.size() ? number : 1, 1};
    if (is_fence(first)) {
        sink.error(code::front_matter, place, "the line +++ is not the first of this file",
                   "remove the empty lines above it");
    } else if (is_like_a_fence(first)) {
        sink.error(
            code::front_matter, place,
            fmt::format("this file begins with a line '{}', and +++ belongs there", first),
            first.find('-') == std::string_view::npos
                ? "write +++ in its place"
                : "write +++ in place of both lines ---, and between them name = \"value\", not name: value");
    } else {
        sink.error(code::front_matter, place, "this file does not begin with a line +++",
                   "put the title and what else is asked between two lines +++ at the top");
    }
}

}  // namespace

std::optional<LanguageFileParts> split_front_matter(std::string_view text, const std::string& shown_file,
                                                    Sink& sink) {
    const std::size_t first_end = std::min(text.find('\n'), text.size());
    if (!is_fence(text.substr(0, first_end))) {
        report_no_fence(text, shown_file, sink);
        return std::nullopt;
    }
    std::uint32_t line = 2;
    Place nearly;  // the first line that may have been meant to close it
    std::string_view meant;
    for (std::size_t start = first_end + 1; start < text.size(); ++line) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        const std::string_view here = text.substr(start, end - start);
        if (is_fence(here)) {
            return LanguageFileParts{text.substr(first_end + 1, start - first_end - 1),
                                     text.substr(std::min(end + 1, text.size())), line + 1};
        }
        if (meant.empty() && is_like_a_fence(here)) {
            meant = here;
            nearly = {shown_file, line, 1};
        }
        start = end + 1;
    }
    if (!meant.empty()) {
        sink.error(
            code::front_matter, nearly,
            fmt::format("the front matter is not closed: here stands '{}', and +++ belongs there", meant),
            "write +++ in its place");
    } else {
        sink.error(code::front_matter, {shown_file, 1, 1}, "the line +++ that opens here is never closed",
                   "write a second line +++ before the text");
    }
    return std::nullopt;
}

bool read_front_matter(std::string_view toml, const std::string& shown_file, References& references,
                       Document& document, Sink& sink) {
    auto root = config::parse(toml, shown_file, 2, sink);
    document.front_matter_read = root.has_value();
    if (!root) return false;
    document.title = text_field(*root, "title", references, required);
    document.subtitle = text_field(*root, "subtitle", references);
    document.summary = text_field(*root, "summary", references);
    document.reviewed = read_reviewed(*root, document);
    read_key_messages(*root, references, document);
    read_treatments(*root, references, document);
    read_glossary(*root, references, document);
    read_labels(*root, references, document);
    root->report_unknown_keys();
    return true;
}

}  // namespace brochure::document
