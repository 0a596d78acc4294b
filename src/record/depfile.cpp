#include "record/depfile.hpp"

#include <string_view>

namespace brochure::record {

namespace {

// Make and Ninja agree on these: a backslash before white space, '#' and ':', and a '$' doubled. A backslash
// is doubled only where it stands before one of those.
std::string escaped(std::string_view name) {
    std::string out;
    std::size_t backslashes = 0;
    for (const char c : name) {
        if (c == ' ' || c == '\t' || c == '#' || c == ':') out.append(backslashes + 1, '\\');
        if (c == '$') out += '$';
        out += c;
        backslashes = c == '\\' ? backslashes + 1 : 0;
    }
    return out;
}

bool can_be_named(std::string_view name) { return name.find_first_of("\n\r") == std::string_view::npos; }

std::string plain(const std::filesystem::path& path) { return path.lexically_normal().string(); }

}  // namespace

std::string as_rule(const std::vector<std::filesystem::path>& targets, const std::set<std::string>& sources) {
    std::string rule;
    for (const std::filesystem::path& target : targets) {
        if (const std::string name = plain(target); can_be_named(name))
            rule += (rule.empty() ? "" : " ") + escaped(name);
    }
    if (rule.empty()) return {};
    rule += ":";
    std::string each_alone;
    for (const std::string& source : sources) {
        if (!can_be_named(source)) continue;
        rule += " \\\n " + escaped(source);
        each_alone += escaped(source) + ":\n";
    }
    return rule + "\n" + each_alone;
}

std::set<std::string> files_in(const Inputs& inputs, const Places& places) {
    std::set<std::string> files;
    for (const auto& [name, sight] : inputs) {
        if (sight.kind == base::Sight::Kind::read) files.insert(plain(places.path_of(name)));
    }
    return files;
}

}  // namespace brochure::record
