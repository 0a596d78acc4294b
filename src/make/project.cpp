#include "make/project.hpp"

#include <system_error>

namespace brochure::make {

namespace fs = std::filesystem;

Project open_project(const fs::path& root, const fs::path& data) {
    Project project;
    project.folders = {root, data};
    project.layout_folders.push_back(root / "layouts");
    project.font_folders.push_back(root / "fonts");
    if (!data.empty()) {
        project.layout_folders.push_back(data / "layouts");
        project.font_folders.push_back(data / "fonts");
    }
    return project;
}

fs::path data_folder_of(const fs::path& program) {
    std::error_code failed;
    const fs::path binary = fs::canonical(program, failed);
    if (failed) return {};
    const fs::path installed = binary.parent_path().parent_path() / "share" / "brochure";
    if (fs::is_directory(installed, failed)) return installed;
    // A build tree stands at build/<preset>/ in the source folder.
    const fs::path source = binary.parent_path().parent_path().parent_path();
    if (fs::is_directory(source / "layouts", failed) &&
        fs::is_directory(source / "content" / "languages", failed))
        return source;
    return {};
}

}  // namespace brochure::make
