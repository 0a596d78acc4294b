#include "document/files/house_file.hpp"

#include <fmt/format.h>

#include "base/file.hpp"
#include "diag/codes.hpp"
#include "document/files/fields.hpp"
#include "document/markdown/blocks.hpp"
#include "document/markdown/placeholders.hpp"
#include "document/markdown/quotes.hpp"

namespace brochure::document {

namespace code = diag::code;
using config::required;

namespace {

constexpr std::string_view folder = "content/house";
constexpr std::string_view house_file = "content/house/house.toml";

void read_words(config::Table& root, House& house, const Language& language) {
    auto words = root.table(language.tag);
    if (!words) {
        if (root.has(language.tag)) return;
        root.sink().error(code::key_missing, root.place(),
                          fmt::format("the house file has no words in the language '{}'", language.tag),
                          fmt::format("add a table [{}] with department, hours, contact, emergency and "
                                      "emergency_hours",
                                      language.tag));
        return;
    }
    for (const std::string key : {"department", "hours", "contact", "emergency", "emergency_hours"}) {
        house.words[key] = with_quotes(plain_field(*words, key, required), language);
    }
    const std::string alternative = plain_field(*words, "logo_alternative");
    if (!alternative.empty()) house.logo_alternative = with_quotes(alternative, language);
    words->report_unknown_keys();
}

// With the starter's name beside it, a number is the starter's too: it looks real and reaches nobody.
std::string read_phone(config::Table& root, std::string_view key, const House& house) {
    std::string phone = phone_field(root, key, required);
    if (phone.empty() || is_placeholder(phone) || !is_placeholder(house.name)) return phone;
    report_placeholder(phone, root.value(key)->place(), root.sink());
    return as_placeholder(phone);
}

void read_logo(config::Table& root, House& house, const ProjectFolders& folders) {
    const auto value = root.value("logo");
    const auto written = value ? value->string() : std::nullopt;
    if (!written) return;
    Image logo;
    logo.id = "logo";
    logo.place = value->place();
    logo.shown_file = fmt::format("{}/{}", folder, *written);
    auto path = find_file(folders.root, std::string{folder}, *written, value->place(), root.sink());
    if (!path) return;
    logo.file = *std::move(path);
    house.logo = std::move(logo);
}

// Tables in a language that this document is not in are no unknown keys.
std::vector<std::string> other_languages(const config::Table& root) {
    std::vector<std::string> tags;
    for (const std::string& key : root.keys()) {
        if (is_language_tag(key) && root.kind(key) == config::Kind::table) tags.push_back(key);
    }
    return tags;
}

}  // namespace

House read_house(const ProjectFolders& folders, const Language& language, Sink& sink) {
    House house;
    const std::string shown_file{house_file};
    const auto text = read_text(folders.root, shown_file, sink);
    auto root = text ? config::parse(*text, shown_file, 1, sink) : std::nullopt;
    if (!root) return house;
    house.name = plain_field(*root, "name", required);
    house.address = plain_field(*root, "address", required);
    house.website = address_field(*root, "website");
    house.phone = read_phone(*root, "phone", house);
    house.emergency_phone = read_phone(*root, "emergency_phone", house);
    house.logo_alternative = plain_field(*root, "logo_alternative");
    read_logo(*root, house, folders);
    read_words(*root, house, language);
    if (house.logo && house.logo_alternative.empty()) {
        sink.error(code::alternative_missing, house.logo->place,
                   "the logo has no alternative text in this language",
                   fmt::format("add logo_alternative = \"…\" to the table [{}]", language.tag));
    }
    std::vector<std::string> others = other_languages(*root);
    others.emplace_back("without_sign_off");  // read by signing/house_wish
    root->report_unknown_keys(others);
    return house;
}

std::vector<Block> read_disclaimer(const ProjectFolders& folders, References& references, Sink& sink) {
    const std::string shown_file = fmt::format("{}/disclaimer.{}.md", folder, references.language->tag);
    const auto found = base::find_regular_file(folders.root / shown_file);
    if (found.ok() && !found.value()) {
        sink.error(code::disclaimer_missing, {shown_file, 0, 0}, "there is no disclaimer in this language",
                   fmt::format("write {}", shown_file));
        return {};
    }
    const auto text = read_text(folders.root, shown_file, sink);
    if (!text) return {};
    const SourceText source = SourceText::of_file(*text, shown_file, 1);
    report_placeholders(source, sink);
    std::vector<Block> blocks = read_body(source, Part::disclaimer, references, sink).blocks;
    if (blocks.empty()) {
        sink.error(code::disclaimer_missing, {shown_file, 1, 1}, "the disclaimer has no words",
                   "write the disclaimer");
    }
    return blocks;
}

}  // namespace brochure::document
