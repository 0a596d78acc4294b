// FontsFolder: a temporary project with a fonts/ folder, for tests that need families and faces of their own.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "font/font.hpp"

namespace brochure::font {

inline const std::filesystem::path own_faces = BROCHURE_TEST_DATA "/font/faces";
inline const std::filesystem::path shipped_fonts = BROCHURE_SOURCE_ROOT "/fonts";
inline const std::filesystem::path noto = "/usr/share/fonts/truetype/noto";

inline std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

class FontsFolder {
  public:
    FontsFolder() {
        const auto* test = testing::UnitTest::GetInstance()->current_test_info();
        project_ = std::filesystem::temp_directory_path() /
                   (std::string("brochure-") + test->test_suite_name() + "-" + test->name());
        std::filesystem::remove_all(project_);
        std::filesystem::create_directories(fonts());
    }
    ~FontsFolder() { std::filesystem::remove_all(project_); }
    FontsFolder(const FontsFolder&) = delete;
    FontsFolder& operator=(const FontsFolder&) = delete;

    [[nodiscard]] std::filesystem::path fonts() const { return project_ / "fonts"; }
    void write(const std::string& name, std::string_view bytes) const {
        std::ofstream(fonts() / name, std::ios::binary) << bytes;
    }
    // The family "ruler", of one face file with these bytes; the file is named on line 4.
    void write_ruler(std::string_view face) const {
        write("ruler.ttf", face);
        write("ruler.toml", "name = \"ruler\"\npackage = \"fonts-ruler\"\n[[face]]\nfile = \"ruler.ttf\"\n");
    }

  private:
    std::filesystem::path project_;
};

// The offset of a table's entry in a font file's directory.
inline std::size_t table_entry(const std::string& font, std::string_view tag) {
    const std::size_t entry = font.find(tag, 12);
    EXPECT_NE(entry, std::string::npos) << tag;
    return entry;
}

// The font with another OS/2 fsType (a big-endian number, 8 bytes into the table).
inline std::string with_permissions(std::string font, unsigned fs_type) {
    std::size_t offset = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        offset = offset << 8 | static_cast<unsigned char>(font[table_entry(font, "OS/2") + 8 + i]);
    }
    font[offset + 8] = static_cast<char>(fs_type >> 8);
    font[offset + 9] = static_cast<char>(fs_type & 0xFF);
    return font;
}

inline constexpr ScriptTag latin{'L', 'a', 't', 'n'};
inline constexpr ScriptTag arabic{'A', 'r', 'a', 'b'};

// Lengths at this size are font units of a face with 1000 units per em.
inline constexpr Length one_thousand = Length::from_units(1000);

}  // namespace brochure::font
