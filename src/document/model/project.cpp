#include "document/model/project.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <system_error>

#include "base/ascii.hpp"
#include "base/file.hpp"
#include "base/nearest.hpp"
#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "document/model/picture_name.hpp"
#include "document/model/source_text.hpp"

namespace brochure::document {

namespace fs = std::filesystem;
namespace code = diag::code;

std::string with_plain_line_ends(std::string_view text) {
    if (text.find('\r') == std::string_view::npos) return std::string{text};
    std::string plain;
    plain.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\r' && at + 1 < text.size() && text[at + 1] == '\n') continue;
        plain.push_back(text[at]);
    }
    return plain;
}

base::Result<std::vector<std::string>> list_brochures(const fs::path& root) {
    const auto content = base::list_folder(root / "content");
    if (!content.ok()) return content.error();
    std::vector<std::string> names;
    for (const auto& [name, folder, unusable] : content.value()) {
        if (name == "house" || name == "languages" || name.starts_with('.')) continue;
        // A link that leads nowhere may have been a brochure: it is named, and reading it tells.
        if (folder || unusable) names.push_back(name);
    }
    return names;
}

base::Result<std::vector<std::string>> languages_of(const fs::path& root, const std::string& brochure) {
    const auto folder = base::list_folder(root / "content" / brochure);
    if (!folder.ok()) return folder.error();
    std::vector<std::string> tags;
    for (const base::Entry& entry : folder.value()) {
        const fs::path file = entry.name;
        if (file.extension() == ".md" && is_language_tag(file.stem().string()))
            tags.push_back(file.stem().string());
    }
    std::sort(tags.begin(), tags.end());
    return tags;
}

bool is_id(std::string_view text) {
    if (text.empty() || text.size() > 100 || text.front() == '-') return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return base::is_ascii_small(c) || base::is_ascii_digit(c) || c == '-'; });
}

std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find('-')); }

bool is_language_tag(std::string_view text) {
    const auto is_subtag = [](std::string_view part, bool primary) {
        if (part.size() < (primary ? 2U : 1U) || part.size() > (primary ? 3U : 8U)) return false;
        return std::all_of(part.begin(), part.end(), [&](char c) {
            return base::is_ascii_letter(c) || (!primary && base::is_ascii_digit(c));
        });
    };
    for (bool primary = true;; primary = false) {
        const std::size_t end = text.find('-');
        if (!is_subtag(text.substr(0, end), primary)) return false;
        if (end == std::string_view::npos) return true;
        text.remove_prefix(end + 1);
    }
}

std::optional<std::string> read_text(const fs::path& root, const std::string& shown_file, Sink& sink) {
    const fs::path path = root / shown_file;
    const Place place{shown_file, 0, 0};
    const auto found = base::find_regular_file(path);
    if (!found.ok()) {
        sink.error(code::file_unreadable, place, found.error().message, "put the file itself there");
        return std::nullopt;
    }
    if (!found.value()) {
        sink.error(code::file_missing, place, "this file is missing", fmt::format("write {}", shown_file));
        return std::nullopt;
    }
    if (!base::lies_inside(path, root)) {
        sink.error(code::path_outside, place, "this file is a link that leads out of the project folder",
                   "copy the file into the project folder");
        return std::nullopt;
    }
    std::error_code failed;
    if (fs::file_size(path, failed) > largest_text && !failed) {
        sink.error(code::file_too_large, place,
                   fmt::format("this file is larger than {} bytes", largest_text), "split it");
        return std::nullopt;
    }
    auto bytes = base::read_file(path, largest_text);
    if (!bytes) {
        sink.error(code::file_unreadable, place, bytes.error().message, "allow the program to read the file");
        return std::nullopt;
    }
    std::string text = with_plain_line_ends(bytes.value());
    if (text.starts_with(base::byte_order_mark)) text.erase(0, base::byte_order_mark.size());
    const SourceText source = SourceText::of_file(text, shown_file, 1);
    if (const auto fault = base::first_invalid_utf8(text)) {
        sink.error(code::not_utf8, source.place_at(*fault),
                   fmt::format("the byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[*fault])),
                   "save the file as UTF-8");
        return std::nullopt;
    }
    check_characters(source, sink);
    // Reported just now; what follows is counted as if they were spaces, so that later places are right.
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\r' || c == '\0'; }, ' ');
    return text;
}

std::optional<fs::path> find_file(const fs::path& root, const std::string& folder, const std::string& written,
                                  const Place& place, Sink& sink) {
    const fs::path path = (root / folder / written).lexically_normal();
    std::error_code entered;
    // A folder that may not be entered says nothing of where the file lies.
    if ((void)fs::status(path, entered); entered == std::errc::permission_denied) {
        sink.error(code::file_unreadable, place, fmt::format("{}/{} may not be read", folder, written),
                   "allow the program to read the file and the folders around it");
        return std::nullopt;
    }
    const auto found = base::find_regular_file(path);
    const auto leads_out = [&] {
        sink.error(code::path_outside, place, fmt::format("'{}' leads out of the project folder", written),
                   fmt::format("copy the file into {} and name it from there", folder));
        return std::nullopt;
    };
    const fs::path inside = path.lexically_relative(root.lexically_normal());
    if (fs::path{written}.is_absolute() || (!inside.empty() && *inside.begin() == "..")) return leads_out();
    if (!found.ok() && !written.empty()) {
        sink.error(code::file_unreadable, place, found.error().message, "put the file itself there");
        return std::nullopt;
    }
    if (written.empty() || !found.value()) {
        const auto meant = written.empty() ? std::nullopt : meant_file(path);
        sink.error(code::file_missing, place, fmt::format("there is no file {}/{}", folder, written),
                   meant ? fmt::format("there is {}: did you mean that?", *meant)
                         : "put the file there, or correct its name; capitals count");
        return std::nullopt;
    }
    if (!base::lies_inside(path, root)) return leads_out();
    std::error_code failed;
    return fs::absolute(path, failed);
}

std::string nearest_or(std::string_view name, std::span<const std::string> known,
                       std::string_view otherwise) {
    if (const auto near = base::nearest_name(name, known)) return fmt::format("did you mean '{}'?", *near);
    return std::string{otherwise};
}

}  // namespace brochure::document
