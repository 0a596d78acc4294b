#include "font/font_file.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/bytes.hpp"
#include "diag/codes.hpp"

namespace brochure::font {

namespace {

struct Kind {
    std::string_view start;  // of the file
    std::string_view message, remedy;
};

constexpr std::string_view take_desktop =
    "use the TTF or OTF file of the same font: its makers offer it as the desktop font";

constexpr std::array kinds{
    Kind{"wOF2", "is a web font (WOFF2)", take_desktop},
    Kind{"wOFF", "is a web font (WOFF)", take_desktop},
    Kind{"%!", "is a Type 1 font", "use the TTF or OTF file of the same font"},
    Kind{"\x80\x01", "is a Type 1 font", "use the TTF or OTF file of the same font"},
    Kind{"PK\x03\x04", "is an archive (ZIP)", "unpack it, and name the TTF or OTF file that it holds"},
    Kind{"\x1F\x8B", "is a packed file (gzip)", "unpack it, and name the TTF or OTF file that it holds"},
    Kind{"<", "is a web page or a drawing, not a font", "download the font's TTF or OTF file itself"},
    Kind{"version https://git-lfs", "stands for a file that was not downloaded (Git LFS)",
         "fetch the file itself: git lfs pull"}};

bool holds(std::string_view bytes, std::uint64_t at, std::uint64_t length) {
    return at <= bytes.size() && length <= bytes.size() - at;
}

// The directory of one face: a head of 12 bytes, then 16 for each table (OpenType 1.9, "Table directory").
bool tables_are_whole(std::string_view bytes, std::size_t at) {
    constexpr std::size_t head = 12, record = 16;
    if (!holds(bytes, at, head)) return false;
    const std::size_t tables = base::number_at(bytes, at + 4, 2);
    if (!holds(bytes, at + head, tables * record)) return false;
    for (std::size_t i = 0; i < tables; ++i) {
        const std::size_t entry = at + head + i * record;
        if (!holds(bytes, base::number_at(bytes, entry + 8, 4), base::number_at(bytes, entry + 12, 4)))
            return false;
    }
    return true;
}

bool is_whole(std::string_view bytes) {
    constexpr std::size_t collection_head = 12;
    if (!bytes.starts_with("ttcf")) return tables_are_whole(bytes, 0);
    if (!holds(bytes, 0, collection_head)) return false;
    const std::uint64_t faces = base::number_at(bytes, 8, 4);
    if (!holds(bytes, collection_head, faces * 4)) return false;
    for (std::size_t i = 0; i < faces; ++i) {
        if (!tables_are_whole(bytes, base::number_at(bytes, collection_head + i * 4, 4))) return false;
    }
    return true;
}

}  // namespace

std::optional<Refusal> file_refusal(std::string_view bytes) {
    for (const Kind& kind : kinds) {
        if (bytes.starts_with(kind.start))
            return Refusal{diag::code::font_unreadable, std::string{kind.message}, std::string{kind.remedy}};
    }
    constexpr std::array<std::string_view, 4> fonts{std::string_view{"\0\1\0\0", 4}, "OTTO", "true", "ttcf"};
    const bool known =
        std::any_of(fonts.begin(), fonts.end(), [&](std::string_view f) { return bytes.starts_with(f); });
    if (known && !is_whole(bytes)) {
        return Refusal{diag::code::font_unreadable, "is damaged: a part of the file is missing",
                       "copy or install the font anew; the download or copy broke off"};
    }
    return std::nullopt;
}

}  // namespace brochure::font
