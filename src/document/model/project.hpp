// The project's folders: which brochures and languages there are, and safe whole reads of the author's files.
// In: a project folder and the data folder that stands in for what the project lacks.
// Out: names, and texts that are UTF-8 with "\n" line ends and free of forbidden characters reported to the
// sink.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "diag/diagnostic.hpp"

namespace brochure::document {

struct ProjectFolders {
    std::filesystem::path root;  // holds content/, layouts/ and fonts/
    std::filesystem::path
        data;  // the installed twin of root: serves content/languages/ if root has none; may be empty
};

// The brochures of the project, in alphabetical order: the folders of content/ but house and languages.
base::Result<std::vector<std::string>> list_brochures(const std::filesystem::path& root);

// The languages that a brochure has a Markdown file for, in alphabetical order.
base::Result<std::vector<std::string>> languages_of(const std::filesystem::path& root,
                                                    const std::string& brochure);

// Lower-case letters, digits and hyphens, a letter or digit first: brochures, images, sources, headings,
// notes.
bool is_id(std::string_view text);

// A BCP 47 language tag, by its form: "nl", "zh-Hant".
bool is_language_tag(std::string_view text);

// "nl" of "nl-BE".
std::string_view primary_language(std::string_view tag);

// An author's file holds no more bytes than this.
inline constexpr std::uintmax_t largest_text = 10'000'000;

// Windows line ends become "\n": places stay, as they count lines and the columns before the end.
std::string with_plain_line_ends(std::string_view text);

// An author's file, named relative to the project ("content/x/nl.md"), without byte order mark.
// Nothing, and an error in the sink, if it is missing, too large, no UTF-8 or outside the project.
std::optional<std::string> read_text(const std::filesystem::path& root, const std::string& shown_file,
                                     Sink& sink);

// A picture's path as written, relative to `folder` (itself relative to the project), made absolute.
// Nothing, and an error at `place`, if no such file is in the project.
std::optional<std::filesystem::path> find_file(const std::filesystem::path& root, const std::string& folder,
                                               const std::string& written, const Place& place, Sink& sink);

// "did you mean 'x'?" if a known name is near, else `otherwise`.
std::string nearest_or(std::string_view name, std::span<const std::string> known, std::string_view otherwise);

}  // namespace brochure::document
