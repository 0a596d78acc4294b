#include "document/files/brochure_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "diag/codes.hpp"
#include "document/files/fields.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

namespace code = diag::code;
using config::required;

namespace {

constexpr int most_key_messages = 3;

Image read_image(config::Table& table, std::vector<std::string>& ids, const ProjectFolders& folders,
                 const std::string& folder) {
    Image image;
    image.place = table.place();
    image.id = id_field(table, ids);
    const auto file = table.value("file", required);
    if (const auto written = file ? file->string() : std::nullopt) {
        image.shown_file = folder + "/" + *written;
        if (auto path = find_file(folders.root, folder, *written, file->place(), table.sink())) {
            image.file = *std::move(path);
        }
    }
    image.author = plain_field(table, "author", required);
    image.agency = plain_field(table, "agency");
    image.licence = plain_field(table, "licence", required);
    image.source = address_field(table, "source");
    return image;
}

// What a pictogram stands for; each thought has one at most.
class Places {
  public:
    void read(config::Table& table, Pictogram& pictogram) {
        for_each(table, "sections", [&](const config::Value& value) {
            const auto id = value.string();
            if (!id || !is_new(value, fmt::format("the section '{}'", *id))) return;
            pictogram.sections.push_back(*id);
            sections_.push_back({*id, value.place()});
        });
        const std::vector<std::string> kinds = base::all_names<CallOutKind>();
        for_each(table, "call_outs", [&](const config::Value& value) {
            const auto kind = value.choice(kinds);
            if (!kind || !is_new(value, fmt::format("the call-out '{}'", kinds[*kind]))) return;
            pictogram.call_outs.push_back(static_cast<CallOutKind>(*kind));
        });
        for_each(table, "key_messages", [&](const config::Value& value) {
            const auto number = value.integer(1, most_key_messages);
            if (!number || !is_new(value, fmt::format("key message {}", *number))) return;
            pictogram.key_messages.push_back(static_cast<std::size_t>(*number - 1));
        });
    }
    [[nodiscard]] std::vector<Mention> sections() && { return std::move(sections_); }

  private:
    template <class Use>
    static void for_each(config::Table& table, std::string_view key, Use use) {
        for (const config::Value& value : table.array(key).value_or(std::vector<config::Value>{})) use(value);
    }
    bool is_new(const config::Value& value, std::string what) {
        if (std::find(taken_.begin(), taken_.end(), what) != taken_.end()) {
            value.refuse(code::id_repeated, what + " has a pictogram already",
                         "name it under one [[pictogram]] only");
            return false;
        }
        taken_.push_back(std::move(what));
        return true;
    }

    std::vector<std::string> taken_;
    std::vector<Mention> sections_;
};

PullOut read_pull_out(config::Table& table, std::vector<Mention>& sections) {
    PullOut pull_out;
    const auto number = table.integer("key_message", 1, most_key_messages, required);
    pull_out.key_message = static_cast<std::size_t>(number.value_or(1) - 1);
    for (const config::Value& value :
         table.array("sections", required).value_or(std::vector<config::Value>{})) {
        const auto id = value.string();
        if (!id) continue;
        pull_out.sections.push_back(*id);
        sections.push_back({*id, value.place()});
    }
    table.report_unknown_keys();
    return pull_out;
}

// A source that another one names and that nobody opened for this brochure has no date on which it was seen:
// a date nobody looked is worse than none.
bool named_by_another(config::Table& table, const std::vector<std::string>& above) {
    const auto by = table.string("named_by");
    if (!by) return false;
    if (std::find(above.begin(), above.end(), *by) == above.end())
        table.refuse("named_by", code::source_unknown, fmt::format("no source above has the id '{}'", *by),
                     nearest_or(*by, above, "write the id of the source that names this one"));
    return true;
}

Source read_source(config::Table& table, std::vector<std::string>& ids, BrochureFile& file) {
    Source source;
    source.place = table.place();
    const bool named = named_by_another(table, ids);
    source.id = id_field(table, ids);
    source.title = plain_field(table, "title", required);
    source.language = plain_field(table, "language");
    if (!source.language.empty() && !is_language_tag(source.language))
        table.refuse("language", code::language_tag, fmt::format("'{}' is no language tag", source.language),
                     "write a short tag such as en");
    source.publisher = plain_field(table, "publisher", required);
    source.address = address_field(table, "address");
    if (const std::string heading = plain_field(table, "heading"); !heading.empty())
        file.source_headings[source.id] = heading;
    source.seen = table.date("seen", named ? config::Need::optional : required);
    table.report_unknown_keys();
    return source;
}

// Of a key's value, or of the file where it is missing.
Place place_of(config::Table& root, std::string_view key) {
    const auto value = root.value(key);
    return value ? value->place() : root.place();
}

void read_dates(config::Table& root, BrochureFile& file) {
    const auto updated = root.date("updated", required);
    const auto review_by = root.date("review_by", required);
    file.updated = updated.value_or(base::Date{});
    file.review_by = review_by.value_or(base::Date{});
    file.review_by_place = place_of(root, "review_by");
    if (updated && review_by && *review_by < *updated) {
        root.refuse(
            "review_by", code::review_before_update,
            fmt::format("the review date {} lies before the update of {}", review_by->iso(), updated->iso()),
            "correct one of the two dates");
    }
}

// [stale]: what becomes of translations that are behind, "all" of them or those of a language.
void read_stale(config::Table& table, BrochureFile& file) {
    static constexpr std::array policies{"hold", "notice", "source"};  // as StalePolicy
    const std::vector<std::string> names(policies.begin(), policies.end());
    for (const std::string& key : table.keys()) {
        if (key != "all" && !is_language_tag(key)) continue;  // reported below
        const auto value = table.value(key);
        const auto policy = value ? value->choice(names) : std::nullopt;
        if (!policy) continue;
        if (key == "all")
            file.stale = static_cast<StalePolicy>(*policy);
        else
            file.stale_in[key] = static_cast<StalePolicy>(*policy);
    }
    table.report_unknown_keys();
}

}  // namespace

std::optional<BrochureFile> read_brochure_file(const ProjectFolders& folders, const std::string& id,
                                               Sink& sink) {
    const std::string folder = "content/" + id;
    const std::string shown_file = folder + "/brochure.toml";
    const auto text = read_text(folders.root, shown_file, sink);
    auto root = text ? config::parse(*text, shown_file, 1, sink) : std::nullopt;
    if (!root) return std::nullopt;

    BrochureFile file;
    const std::string written = plain_field(*root, "id", required);
    if (!written.empty() && written != id) {
        root->refuse("id", code::id_mismatch,
                     fmt::format("the id '{}' is not the name of the folder '{}'", written, id),
                     fmt::format("write id = \"{}\", or rename the folder", id));
    }
    file.number = plain_field(*root, "number");
    file.edition = plain_field(*root, "edition", required);
    file.master = plain_field(*root, "master", required);
    file.master_place = place_of(*root, "master");
    if (!file.master.empty() && !is_language_tag(file.master)) {
        root->refuse("master", code::language_tag, fmt::format("'{}' is no language tag", file.master),
                     "write a short tag such as nl");
    }
    read_dates(*root, file);
    if (auto table = root->table("stale")) read_stale(*table, file);
    std::vector<std::string> image_ids;
    for (config::Table& table : root->tables("image")) {
        file.images.push_back(read_image(table, image_ids, folders, folder));
        file.images.back().placement = figure_placement(table);
        table.report_unknown_keys();
    }
    Places places;
    for (config::Table& table : root->tables("pictogram")) {
        Pictogram pictogram;
        pictogram.image = read_image(table, image_ids, folders, folder);
        places.read(table, pictogram);
        table.report_unknown_keys();
        file.pictograms.push_back(std::move(pictogram));
    }
    file.sections = std::move(places).sections();
    for (config::Table& table : root->tables("pull_out"))
        file.pull_outs.push_back(read_pull_out(table, file.sections));
    std::vector<std::string> source_ids;
    for (config::Table& table : root->tables("source"))
        file.sources.push_back(read_source(table, source_ids, file));
    if (file.sources.empty() && !root->has("source")) {
        sink.error(code::sources_missing, root->place(), "this brochure names no sources",
                   "add a [[source]] with id, title, publisher and the date seen");
    }
    root->report_unknown_keys();
    return file;
}

}  // namespace brochure::document
