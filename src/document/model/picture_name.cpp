#include "document/model/picture_name.hpp"

#include <algorithm>
#include <system_error>
#include <vector>

#include "base/ascii.hpp"
#include "base/file.hpp"
#include "base/nearest.hpp"

namespace brochure::document {

namespace fs = std::filesystem;

namespace {

std::string_view file_name(std::string_view path) { return path.substr(path.find_last_of("/\\") + 1); }

std::string_view stem(std::string_view name) { return name.substr(0, name.rfind('.')); }

}  // namespace

std::optional<std::size_t> meant_picture(std::string_view written, std::span<const std::string> ids,
                                         std::span<const std::string> files) {
    const std::string name = base::ascii_lower(file_name(written));
    const auto index_of = [](auto range, auto fits) -> std::optional<std::size_t> {
        const auto found = std::find_if(range.begin(), range.end(), fits);
        if (found == range.end()) return std::nullopt;
        return static_cast<std::size_t>(found - range.begin());
    };
    if (const auto same = index_of(
            files, [&](const std::string& file) { return base::ascii_lower(file_name(file)) == name; }))
        return same;
    const std::string id{stem(name)};
    if (const auto same = index_of(ids, [&](const std::string& known) { return known == id; })) return same;
    if (const auto near = base::nearest_name(id, ids))
        return index_of(ids, [&](const std::string& known) { return known == *near; });
    return std::nullopt;
}

std::optional<std::string> meant_file(const fs::path& missing) {
    std::vector<std::string> names;
    if (const auto folder = base::list_folder(missing.parent_path()); folder.ok()) {
        for (const base::Entry& entry : folder.value()) names.push_back(entry.name);
    }
    const std::string wanted = missing.filename().string();
    for (const std::string& name : names)
        if (base::ascii_lower(name) == base::ascii_lower(wanted)) return name;
    for (const std::string& name : names)  // the same picture in another format
        if (base::ascii_lower(stem(name)) == base::ascii_lower(stem(wanted))) return name;
    return base::nearest_name(wanted, names);
}

}  // namespace brochure::document
