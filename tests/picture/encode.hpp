// JPEG and PNG files made at test time, so that every fixture can be read beside what is expected of it.
#pragma once

#include <png.h>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

// clang-format off
#include <jpeglib.h>  // wants <cstdio> before it
// clang-format on

namespace brochure::picture::testing {

struct JpegRecipe {
    unsigned width = 16, height = 16;
    J_COLOR_SPACE space = JCS_RGB;       // of the samples given
    J_COLOR_SPACE stored = JCS_UNKNOWN;  // in the file; unknown: libjpeg's choice
    std::string exif, icc_profile;       // APP1 and APP2, if not empty
    bool progressive = false, arithmetic = false;
};

// `sample(x, y, component)` is called for every sample.
using Sample = std::function<int(unsigned x, unsigned y, int component)>;

inline std::string jpeg_file(const JpegRecipe& recipe, const Sample& sample) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* data = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &data, &size);
    info.image_width = recipe.width;
    info.image_height = recipe.height;
    info.in_color_space = recipe.space;
    info.input_components = recipe.space == JCS_GRAYSCALE ? 1 : recipe.space == JCS_CMYK ? 4 : 3;
    jpeg_set_defaults(&info);
    if (recipe.stored != JCS_UNKNOWN) jpeg_set_colorspace(&info, recipe.stored);
    jpeg_set_quality(&info, 100, TRUE);
    info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor = 1;
    info.arith_code = recipe.arithmetic ? TRUE : FALSE;
    if (recipe.progressive) jpeg_simple_progression(&info);
    jpeg_start_compress(&info, TRUE);
    const auto bytes = [](const std::string& s) { return reinterpret_cast<const JOCTET*>(s.data()); };
    if (!recipe.exif.empty()) {
        jpeg_write_marker(&info, JPEG_APP0 + 1, bytes(recipe.exif),
                          static_cast<unsigned>(recipe.exif.size()));
    }
    if (!recipe.icc_profile.empty()) {
        jpeg_write_icc_profile(&info, bytes(recipe.icc_profile),
                               static_cast<unsigned>(recipe.icc_profile.size()));
    }
    std::vector<JSAMPLE> row(std::size_t{recipe.width} * static_cast<std::size_t>(info.input_components));
    for (unsigned y = 0; y < recipe.height; ++y) {
        std::size_t at = 0;
        for (unsigned x = 0; x < recipe.width; ++x) {
            for (int c = 0; c < info.input_components; ++c) row[at++] = static_cast<JSAMPLE>(sample(x, y, c));
        }
        JSAMPROW rows = row.data();
        jpeg_write_scanlines(&info, &rows, 1);
    }
    jpeg_finish_compress(&info);
    std::string file(reinterpret_cast<const char*>(data), size);
    jpeg_destroy_compress(&info);
    std::free(data);
    return file;
}

struct PngRecipe {
    unsigned width = 1, height = 1;
    int depth = 8, colour_type = PNG_COLOR_TYPE_RGB;
    bool interlaced = false;
    std::vector<png_color> palette;
    std::vector<png_byte> palette_alpha;  // tRNS of a palette
    bool has_transparent_colour = false;  // tRNS of grey or RGB
    png_color_16 transparent_colour{};
    std::string icc_profile;
    std::string exif;  // eXIf; PNG leaves "Exif" at its head out
};

// `rows` hold the packed bytes of each row, as PNG stores them; without any, the file ends where they would
// begin.
inline std::string png_file(const PngRecipe& recipe, std::vector<std::vector<png_byte>> rows) {
    std::string file;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png_create_info_struct(png);
    png_set_write_fn(
        png, &file,
        [](png_structp p, png_bytep data, std::size_t length) {
            static_cast<std::string*>(png_get_io_ptr(p))->append(reinterpret_cast<const char*>(data), length);
        },
        nullptr);
    png_set_check_for_invalid_index(png, 0);
    png_set_IHDR(png, info, recipe.width, recipe.height, recipe.depth, recipe.colour_type,
                 recipe.interlaced ? PNG_INTERLACE_ADAM7 : PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT,
                 PNG_FILTER_TYPE_DEFAULT);
    if (!recipe.palette.empty()) {
        png_set_PLTE(png, info, recipe.palette.data(), static_cast<int>(recipe.palette.size()));
    }
    if (!recipe.palette_alpha.empty()) {
        png_set_tRNS(png, info, recipe.palette_alpha.data(), static_cast<int>(recipe.palette_alpha.size()),
                     nullptr);
    }
    if (recipe.has_transparent_colour) png_set_tRNS(png, info, nullptr, 0, &recipe.transparent_colour);
    if (!recipe.icc_profile.empty()) {
        png_set_iCCP(png, info, "profile", PNG_COMPRESSION_TYPE_BASE,
                     reinterpret_cast<png_const_bytep>(recipe.icc_profile.data()),
                     static_cast<png_uint_32>(recipe.icc_profile.size()));
    }
    if (!recipe.exif.empty()) {
        std::string exif = recipe.exif;
        png_set_eXIf_1(png, info, static_cast<png_uint_32>(exif.size()),
                       reinterpret_cast<png_bytep>(exif.data()));
    }
    png_write_info(png, info);
    std::vector<png_bytep> pointers;
    for (auto& row : rows) pointers.push_back(row.data());
    if (!rows.empty()) {
        png_write_image(png, pointers.data());
        png_write_end(png, info);
    } else {
        file += std::string("\0\0\0\0IDAT", 8);
    }
    png_destroy_write_struct(&png, &info);
    return file;
}

// What the checks of libpng and of ours accept as a profile: a header (ICC.1:2022, 7.2), no tags, and some
// data that does not compress, because libpng finds a short chunk suspect.
inline std::string icc_profile(const char* colour_space) {
    std::string profile(132, '\0');
    for (unsigned i = 0; i < 120; ++i) profile += static_cast<char>(i * i * 7919 >> 5 & 0xFF);
    profile[3] = static_cast<char>(profile.size());
    profile[8] = 2;  // version
    profile.replace(12, 4, "mntr");
    profile.replace(16, 4, colour_space);
    profile.replace(20, 4, "XYZ ");
    profile.replace(36, 4, "acsp");
    // D50, the illuminant of the connection space.
    const unsigned char d50[] = {0x00, 0x00, 0xF6, 0xD6, 0x00, 0x01, 0x00, 0x00, 0x00, 0x00, 0xD3, 0x2D};
    for (std::size_t i = 0; i < sizeof d50; ++i) profile[68 + i] = static_cast<char>(d50[i]);
    return profile;
}

// An Exif block whose only entry is the orientation tag.
inline std::string exif_block(int orientation, bool big_endian = true) {
    const auto number = [big_endian](unsigned value, int length) {
        std::string bytes;
        for (int i = 0; i < length; ++i) {
            const int shift = 8 * (big_endian ? length - 1 - i : i);
            bytes += static_cast<char>(value >> shift & 0xFF);
        }
        return bytes;
    };
    std::string block("Exif\0\0", 6);
    block += big_endian ? "MM" : "II";
    block += number(42, 2) + number(8, 4) + number(1, 2);
    block += number(0x0112, 2) + number(3, 2) + number(1, 4) + number(static_cast<unsigned>(orientation), 2);
    block += number(0, 2) + number(0, 4);
    return block;
}

}  // namespace brochure::picture::testing
