#include "font/family.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <numeric>

#include "config/toml.hpp"
#include "diag/codes.hpp"

namespace brochure::font {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

std::optional<ScriptTag> script_tag(std::string_view text) {
    if (text.size() != 4 || !is_upper(text[0]) || !is_lower(text[1]) || !is_lower(text[2]) ||
        !is_lower(text[3])) {
        return std::nullopt;
    }
    return ScriptTag{text[0], text[1], text[2], text[3]};
}

std::vector<ScriptTag> read_scripts(config::Table& table) {
    std::vector<ScriptTag> scripts;
    for (const std::string& name : table.strings("scripts").value_or(std::vector<std::string>{})) {
        if (const std::optional<ScriptTag> tag = script_tag(name)) {
            scripts.push_back(*tag);
        } else {
            table.refuse("scripts", diag::code::value_unknown, fmt::format("'{}' is not a script", name),
                         "write the four letters of ISO 15924, such as \"Latn\" or \"Arab\"");
        }
    }
    return scripts;
}

bool stays_inside(const std::filesystem::path& path) {
    return path.is_relative() && std::find(path.begin(), path.end(), "..") == path.end();
}

std::optional<FamilyFace> read_face(config::Table& table, const std::string& package_of_family) {
    FamilyFace face;
    const std::optional<config::Value> file = table.value("file", config::required);
    if (file) {
        face.file = file->string().value_or("");
        face.place = file->place();
    }
    face.name = table.string("face").value_or("");
    face.weight = static_cast<int>(table.integer("weight", 1, 1000).value_or(400));
    face.italic = table.boolean("italic").value_or(false);
    face.scale = table.number("scale", 0.5, 2).value_or(1);
    face.scripts = read_scripts(table);
    face.package = table.string("package").value_or(package_of_family);
    table.report_unknown_keys();
    if (face.file.empty()) return std::nullopt;
    if (!stays_inside(face.file)) {
        table.refuse("file", diag::code::path_outside,
                     fmt::format("'{}' leaves the folders of fonts", face.file),
                     "name the file relative to the project's fonts folder or to /usr/share/fonts");
        return std::nullopt;
    }
    return face;
}

// Slope before weight, as in CSS Fonts 4, 5.2; of two weights equally far, the one on the far side of
// regular.
int distance(const FamilyFace& face, int weight, bool italic) {
    constexpr int other_slope = 10'000;
    const bool towards_regular = (face.weight < weight) == (weight >= 500);
    return (face.italic != italic ? other_slope : 0) + 2 * std::abs(face.weight - weight) +
           (face.weight != weight && towards_regular ? 1 : 0);
}

}  // namespace

Family read_family(std::string_view text, const std::string& name, const std::string& shown_file,
                   Sink& sink) {
    Family family;
    family.name = name;
    std::optional<config::Table> root = config::parse(text, shown_file, 1, sink);
    if (!root) return family;
    if (const std::optional<std::string> stated = root->string("name", config::required);
        stated && *stated != name) {
        root->refuse("name", diag::code::value_unknown,
                     fmt::format("the family is named '{}' but its file '{}.toml'", *stated, name),
                     "give both the same name");
    }
    const std::string package = root->string("package").value_or("");
    for (config::Table& table : root->tables("face", config::required)) {
        if (std::optional<FamilyFace> face = read_face(table, package)) {
            family.faces.push_back(*std::move(face));
        }
    }
    root->report_unknown_keys();
    return family;
}

std::vector<std::size_t> preference(const Family& family, int weight, bool italic, ScriptTag script) {
    struct Rank {
        bool other_script;
        std::size_t design;
        int distance;
        auto operator<=>(const Rank&) const = default;
    };
    std::vector<Rank> ranks;
    std::size_t design = 0;
    for (std::size_t i = 0; i < family.faces.size(); ++i) {
        const FamilyFace& face = family.faces[i];
        if (i > 0 && face.scripts != family.faces[i - 1].scripts) ++design;
        const bool named = std::find(face.scripts.begin(), face.scripts.end(), script) != face.scripts.end();
        ranks.push_back({!named, design, distance(face, weight, italic)});
    }
    std::vector<std::size_t> order(family.faces.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
    return order;
}

}  // namespace brochure::font
