#include "picture/picture.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "picture/raster/raster.hpp"
#include "picture/svg/svg.hpp"

namespace brochure::picture {

namespace {

using namespace std::string_view_literals;

struct Signature {
    std::size_t offset;
    std::string_view bytes, name;
};

// Formats that authors try and that we can name, though not read.
constexpr auto named_only = std::to_array<Signature>({
    {0, "GIF8"sv, "a GIF"},
    {8, "WEBP"sv, "a WebP"},
    {0, "II*\0"sv, "a TIFF"},
    {0, "MM\0*"sv, "a TIFF"},
    {0, "%PDF"sv, "a PDF"},
    {0, "%!PS"sv, "a PostScript"},
    {0, "BM"sv, "a BMP"},
    {4, "ftypavif"sv, "an AVIF"},
    {4, "ftyphe"sv, "an HEIC"},
    {4, "ftypmif1"sv, "an HEIC"},
    {4, "ftypmsf1"sv, "an HEIC"},
    {4, "jP  "sv, "a JPEG 2000"},
    {4, "JXL "sv, "a JPEG XL"},
    {0, "\xFF\x0A"sv, "a JPEG XL"},
    {0, "8BPS"sv, "a Photoshop"},
    {0, "\xC5\xD0\xD3\xC6"sv, "an EPS"},
    {0, "\x1F\x8B"sv, "a compressed (svgz)"},
    {0, "\xFF\xFE"sv, "a UTF-16 text"},
    {0, "\xFE\xFF"sv, "a UTF-16 text"},
});

bool begins_as_xml(std::string_view bytes) {
    if (bytes.starts_with(base::byte_order_mark)) bytes.remove_prefix(base::byte_order_mark.size());
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '<';
}

void report_unknown(std::string_view bytes, const std::string& shown_file, Sink& sink) {
    const auto* const known = std::ranges::find_if(named_only, [&](const Signature& s) {
        return bytes.size() >= s.offset && bytes.substr(s.offset).starts_with(s.bytes);
    });
    std::string message = bytes.empty() ? "The file is empty." : "The file is no JPEG, PNG or SVG.";
    if (known != named_only.end()) {
        message = fmt::format("This is {} file; only JPEG, PNG and SVG can be placed.", known->name);
    }
    sink.error(diag::code::picture_unknown, {shown_file, 0, 0}, std::move(message),
               "Save photographs as JPEG, screen pictures as PNG and drawings as plain SVG.");
}

template <class Kind>
std::optional<Picture> as_picture(std::optional<Kind> read) {
    if (!read) return std::nullopt;
    return Picture(std::move(*read));
}

}  // namespace

double aspect_ratio(const Picture& picture) {
    if (const auto* raster = std::get_if<Raster>(&picture)) {
        return static_cast<double>(raster->width) / static_cast<double>(raster->height);
    }
    const auto& drawing = std::get<Drawing>(picture);
    return drawing.width / drawing.height;
}

std::optional<Picture> read_picture(std::string_view bytes, const std::string& shown_file, Sink& sink) {
    if (bytes.starts_with("\xFF\xD8\xFF"sv)) return as_picture(read_jpeg(bytes, shown_file, sink));
    if (bytes.starts_with("\x89PNG\r\n\x1A\n"sv)) return as_picture(read_png(bytes, shown_file, sink));
    if (begins_as_xml(bytes)) return as_picture(read_svg(bytes, shown_file, sink));
    report_unknown(bytes, shown_file, sink);
    return std::nullopt;
}

}  // namespace brochure::picture
