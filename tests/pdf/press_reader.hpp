// What a press file says, read back: its content streams, its boxes, its plates.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "pdf/tools.hpp"

namespace brochure::pdf {

// The content streams of an unpacked file: forms too, but no fonts, images, maps or metadata.
inline std::vector<std::string> content_streams(const std::string& tokens) {
    std::vector<std::string> streams;
    for (std::size_t at = 0; (at = tokens.find("\nstream\n", at)) != std::string::npos;) {
        at += 8;
        const std::size_t end = tokens.find("\nendstream", at);
        const std::string stream = tokens.substr(at, end - at);
        const bool plain =
            std::ranges::all_of(stream, [](char c) { return c == '\n' || (c >= ' ' && c < 0x7F); });
        if (plain && !stream.starts_with("<?xpacket") && !stream.starts_with("/CIDInit"))
            streams.push_back(stream);
        at = end;
    }
    return streams;
}

inline std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

// Every operator and colour space that only a screen knows, or of all colour ones for a job in grey.
inline std::vector<std::string> colour_faults(const std::string& tokens, bool grey) {
    std::vector<std::string> wrong{"rg", "RG", "cs", "CS", "sc", "SC", "scn", "SCN", "sh"};
    if (grey) wrong.insert(wrong.end(), {"k", "K"});
    std::vector<std::string> faults;
    const std::vector<std::string> streams = content_streams(tokens);
    if (streams.empty()) faults.emplace_back("no content");
    for (const std::string& stream : streams) {
        for (const std::string& word : words_of(stream)) {
            if (std::ranges::find(wrong, word) != wrong.end()) faults.push_back(word);
        }
    }
    for (const char* space : {"/DeviceRGB", "/CalRGB", "/Lab", "/ICCBased", "/Indexed", "/Separation"})
        if (tokens.find(space) != std::string::npos) faults.emplace_back(space);
    if (grey && tokens.find("/DeviceCMYK") != std::string::npos) faults.emplace_back("/DeviceCMYK");
    return faults;
}

using Box = std::array<double, 4>;  // left, bottom, right, top, in points

inline std::vector<Box> boxes(const std::string& tokens, const std::string& name) {
    std::vector<Box> found;
    for (std::size_t at = 0; (at = tokens.find("/" + name + " [", at)) != std::string::npos;) {
        at += name.size() + 3;
        std::istringstream numbers(tokens.substr(at, 200));
        Box box{};
        for (double& number : box) numbers >> number;
        found.push_back(box);
    }
    return found;
}

struct Segment {
    double x1 = 0, y1 = 0, x2 = 0, y2 = 0;
};

inline std::vector<Segment> strokes_in_register(const std::string& stream) {
    std::vector<Segment> found;
    const std::vector<std::string> words = words_of(stream.substr(stream.find("1 1 1 1 K")));
    for (std::size_t i = 6; i < words.size(); ++i) {
        if (words[i] == "S")
            found.push_back({std::stod(words[i - 6]), std::stod(words[i - 5]), std::stod(words[i - 3]),
                             std::stod(words[i - 2])});
    }
    return found;
}

// Millimetres: what a box may be off.
inline constexpr double box_tolerance = 0.01;

// The trim is A5; the bleed is 3 mm around it, the sheet `room` mm around the bleed; marks keep to that room.
inline std::vector<std::string> geometry_faults(const std::string& tokens, double room) {
    static constexpr double millimetre = 72 / 25.4, near = box_tolerance * millimetre;
    std::vector<std::string> faults;
    const std::vector<Box> trims = boxes(tokens, "TrimBox"), bleeds = boxes(tokens, "BleedBox"),
                           sheets = boxes(tokens, "MediaBox");
    if (trims.empty() || trims.size() != bleeds.size() || trims.size() != sheets.size())
        return {"boxes are missing"};
    for (std::size_t p = 0; p < trims.size(); ++p) {
        if (std::abs(trims[p][2] - trims[p][0] - 148 * millimetre) > near ||
            std::abs(trims[p][3] - trims[p][1] - 210 * millimetre) > near)
            faults.emplace_back("TrimBox");
        for (std::size_t side = 0; side < 4; ++side) {
            const double outwards = side < 2 ? -millimetre : millimetre;
            if (std::abs(bleeds[p][side] - trims[p][side] - outwards * 3) > near)
                faults.emplace_back("BleedBox");
            if (std::abs(sheets[p][side] - trims[p][side] - outwards * (3 + room)) > near)
                faults.emplace_back("MediaBox");
        }
    }
    const Box bleed = bleeds[0], sheet = sheets[0];
    for (const std::string& stream : content_streams(tokens)) {
        if (stream.find("1 1 1 1 K") == std::string::npos) continue;
        for (const Segment& mark : strokes_in_register(stream)) {
            const auto [left, right] = std::minmax({mark.x1, mark.x2});
            const auto [low, high] = std::minmax({mark.y1, mark.y2});
            if (right >= bleed[0] && left <= bleed[2] && high >= bleed[1] && low <= bleed[3])
                faults.emplace_back("a mark in the bleed");
            if (left < sheet[0] || right > sheet[2] || low < sheet[1] || high > sheet[3])
                faults.emplace_back("a mark off the sheet");
        }
    }
    return faults;
}

// ---- Ghostscript's separations

struct Plate {
    std::size_t width = 0, height = 0;
    std::string samples;  // 255: no ink
    [[nodiscard]] int ink_at(std::size_t x, std::size_t y) const {
        return 255 - static_cast<unsigned char>(samples[y * width + x]);
    }
    [[nodiscard]] bool is_blank() const {
        return std::ranges::all_of(samples, [](char c) { return c == '\xFF'; });
    }
};

// An uncompressed TIFF of 8 bits a pixel, little-endian, as tiffsep writes it.
inline Plate read_tiff(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(in), {}};
    const auto number = [&](std::size_t at, std::size_t size) {
        std::size_t value = 0;
        for (std::size_t i = size; i-- > 0;)
            value = value << 8U | static_cast<unsigned char>(bytes.at(at + i));
        return value;
    };
    Plate plate;
    const std::size_t directory = number(4, 4);
    std::vector<std::size_t> offsets, sizes;
    for (std::size_t i = 0; i < number(directory, 2); ++i) {
        const std::size_t entry = directory + 2 + 12 * i;
        const std::size_t size = number(entry + 2, 2) == 3 ? 2 : 4;
        const std::size_t values = number(entry + 4, 4);
        const std::size_t from = size * values <= 4 ? entry + 8 : number(entry + 8, 4);
        const std::size_t first = number(from, size);
        switch (number(entry, 2)) {
            case 256:
                plate.width = first;
                break;
            case 257:
                plate.height = first;
                break;
            case 273:
                for (std::size_t v = 0; v < values; ++v) offsets.push_back(number(from + size * v, size));
                break;
            case 279:
                for (std::size_t v = 0; v < values; ++v) sizes.push_back(number(from + size * v, size));
                break;
            default:
                break;
        }
    }
    for (std::size_t s = 0; s < offsets.size(); ++s) plate.samples += bytes.substr(offsets[s], sizes[s]);
    return plate;
}

struct Plates4 {
    Plate cyan, magenta, yellow, black;
};

inline constexpr int plate_resolution = 144;  // pixels an inch

// Of one page, counted from 1.
inline Plates4 separations(const std::string& file, int page) {
    std::string folder = (std::filesystem::temp_directory_path() / "brochure-plates-XXXXXX").string();
    EXPECT_NE(mkdtemp(folder.data()), nullptr);
    const std::string number = std::to_string(page);
    const Output drawn = run_on(
        file, "gs -q -dSAFER -dNOPAUSE -dBATCH -sDEVICE=tiffsep -sCompression=none -dFirstPage=" + number +
                  " -dLastPage=" + number + " -r" + std::to_string(plate_resolution) +
                  " -sOutputFile=" + folder + "/p.tif");
    EXPECT_EQ(drawn.exit_code, 0) << drawn.text;
    Plates4 plates{read_tiff(folder + "/p(Cyan).tif"), read_tiff(folder + "/p(Magenta).tif"),
                   read_tiff(folder + "/p(Yellow).tif"), read_tiff(folder + "/p(Black).tif")};
    std::filesystem::remove_all(folder);
    return plates;
}

// Percent, of the pixel with the most.
inline int most_ink_of(const Plates4& plates) {
    int most = 0;
    for (std::size_t y = 0; y < plates.black.height; ++y) {
        for (std::size_t x = 0; x < plates.black.width; ++x)
            most = std::max(most, plates.cyan.ink_at(x, y) + plates.magenta.ink_at(x, y) +
                                      plates.yellow.ink_at(x, y) + plates.black.ink_at(x, y));
    }
    return most * 100 / 255;
}

}  // namespace brochure::pdf
