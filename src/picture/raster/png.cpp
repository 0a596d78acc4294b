// PNG through libpng's row interface. Its error function must not return; ours throws, and the exception is
// caught in this file, so destructors run. Gamma is left alone: what carries no profile is taken as sRGB.
#include <fmt/format.h>
#include <png.h>

#include <algorithm>
#include <cstring>

#include "diag/codes.hpp"
#include "picture/raster/raster.hpp"

namespace brochure::picture {

namespace {

// Bounds what a compressed profile or comment may grow to.
constexpr std::size_t max_chunk = 8U << 20;
constexpr png_uint_32 max_side = 1'000'000;

struct PngFault {
    std::string what;
};

[[noreturn]] void throw_fault(png_structp, png_const_charp message) {
    throw PngFault{fmt::format("the decoder says \"{}\"", message)};
}

void let_pass(png_structp, png_const_charp) {}  // libpng warns about metadata only; lost pixels are errors

void read_bytes(png_structp png, png_bytep target, std::size_t length) {
    auto& rest = *static_cast<std::string_view*>(png_get_io_ptr(png));
    if (rest.size() < length) throw PngFault{"the file ends too early"};
    std::memcpy(target, rest.data(), length);
    rest.remove_prefix(length);
}

class Decoder {
  public:
    explicit Decoder(std::string_view bytes)
        : png(png_create_read_struct(PNG_LIBPNG_VER_STRING, nullptr, throw_fault, let_pass)),
          info(png == nullptr ? nullptr : png_create_info_struct(png)),
          rest_(bytes) {
        if (info == nullptr) {
            png_destroy_read_struct(&png, nullptr, nullptr);
            throw PngFault{"the decoder does not start"};
        }
        png_set_read_fn(png, &rest_, read_bytes);
        png_set_user_limits(png, max_side, max_side);
        png_set_chunk_malloc_max(png, max_chunk);
        // A broken checksum anywhere, also in the transparency chunk, means that the file is not as it was.
        png_set_crc_action(png, PNG_CRC_ERROR_QUIT, PNG_CRC_ERROR_QUIT);
    }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
    ~Decoder() { png_destroy_read_struct(&png, &info, nullptr); }

    png_structp png;
    png_infop info;

  private:
    std::string_view rest_;
};

// Every colour type and depth to 8-bit grey or RGB, with an alpha sample where there is any transparency. A
// palette stays: libpng would look up an index that has no colour without a word.
void set_up_samples(Decoder& decoder) {
    if (png_get_color_type(decoder.png, decoder.info) == PNG_COLOR_TYPE_PALETTE) {
        png_set_packing(decoder.png);
    } else {
        png_set_expand(decoder.png);
    }
    png_set_scale_16(decoder.png);
    png_set_interlace_handling(decoder.png);
    png_read_update_info(decoder.png, decoder.info);
}

// Takes rows as libpng gives them and adds them to the raster.
class RowTaker {
  public:
    RowTaker(const Decoder& decoder, Raster& raster)
        : raster_(raster), colours_(static_cast<std::size_t>(raster.components)) {
        png_get_PLTE(decoder.png, decoder.info, &palette_, &palette_size_);
        if (png_get_color_type(decoder.png, decoder.info) != PNG_COLOR_TYPE_PALETTE) palette_ = nullptr;
        if (palette_ != nullptr)
            png_get_tRNS(decoder.png, decoder.info, &palette_alpha_, &alpha_size_, nullptr);
        has_alpha_ =
            palette_ != nullptr ? alpha_size_ > 0 : png_get_channels(decoder.png, decoder.info) > colours_;
        const std::size_t pixels = std::size_t{raster.width} * raster.height;
        raster_.samples.reserve(pixels * colours_);
        if (has_alpha_) raster_.alpha.reserve(pixels);
    }
    void add(const png_byte* row) {
        if (palette_ != nullptr) {
            for (std::uint32_t x = 0; x < raster_.width; ++x) add_indexed(row[x]);
        } else if (has_alpha_) {
            const auto* at = reinterpret_cast<const char*>(row);
            for (std::uint32_t x = 0; x < raster_.width; ++x, at += colours_ + 1) {
                raster_.samples.append(at, colours_);
                raster_.alpha.push_back(at[colours_]);
            }
        } else {
            raster_.samples.append(reinterpret_cast<const char*>(row), raster_.width * colours_);
        }
    }

  private:
    void add_indexed(int index) {
        if (index >= palette_size_)
            throw PngFault{fmt::format("a pixel has colour {} of {}", index, palette_size_)};
        const png_color& colour = palette_[index];
        for (const png_byte part : {colour.red, colour.green, colour.blue}) {
            raster_.samples.push_back(static_cast<char>(part));
        }
        if (!has_alpha_) return;
        raster_.alpha.push_back(index < alpha_size_ ? static_cast<char>(palette_alpha_[index]) : '\xFF');
    }

    Raster& raster_;
    std::size_t colours_;
    bool has_alpha_ = false;
    png_colorp palette_ = nullptr;
    png_bytep palette_alpha_ = nullptr;
    int palette_size_ = 0, alpha_size_ = 0;
};

void read_rows(Decoder& decoder, Raster& raster) {
    RowTaker taker(decoder, raster);
    const std::size_t row_size = png_get_rowbytes(decoder.png, decoder.info);
    if (png_get_interlace_type(decoder.png, decoder.info) == PNG_INTERLACE_NONE) {
        std::vector<png_byte> row(row_size);
        for (std::uint32_t y = 0; y < raster.height; ++y) {
            png_read_row(decoder.png, row.data(), nullptr);
            taker.add(row.data());
        }
        return;
    }
    std::vector<png_byte> whole(row_size * raster.height);
    std::vector<png_bytep> rows(raster.height);
    for (std::size_t y = 0; y < rows.size(); ++y) rows[y] = whole.data() + y * row_size;
    png_read_image(decoder.png, rows.data());
    for (const png_bytep row : rows) taker.add(row);
}

std::string profile_of(const Decoder& decoder) {
    png_charp name = nullptr;
    png_bytep data = nullptr;
    png_uint_32 length = 0;
    int compression = 0;
    if (png_get_iCCP(decoder.png, decoder.info, &name, &compression, &data, &length) == 0) return {};
    return {reinterpret_cast<const char*>(data), length};
}

// PNG 1.5 extensions, eXIf: may also stand behind the pixels.
int orientation_of(const Decoder& decoder) {
    png_bytep data = nullptr;
    png_uint_32 length = 0;
    if (png_get_eXIf_1(decoder.png, decoder.info, &length, &data) == 0) return 1;
    return exif_orientation({reinterpret_cast<const char*>(data), length});
}

// Grey that was saved as colours is printed with black alone, as grey is.
void reduce_to_grey(Raster& raster) {
    if (raster.components != Components::rgb || !raster.icc_profile.empty()) return;
    const std::string& rgb = raster.samples;
    for (std::size_t i = 0; i < rgb.size(); i += 3) {
        if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2]) return;
    }
    std::string grey(rgb.size() / 3, '\0');
    for (std::size_t i = 0; i < grey.size(); ++i) grey[i] = rgb[3 * i];
    raster.samples = std::move(grey);
    raster.components = Components::grey;
}

// Xcode's own kind, whose pixels are stored another way (its first chunk is CgBI instead of IHDR).
bool is_of_an_app(std::string_view bytes) { return bytes.size() >= 16 && bytes.substr(12, 4) == "CgBI"; }

}  // namespace

std::optional<Raster> read_png(std::string_view bytes, const std::string& shown_file, Sink& sink) {
    if (is_of_an_app(bytes)) {
        sink.error(diag::code::picture_unsupported, {shown_file, 0, 0},
                   "This PNG comes out of an iPhone app and is packed in Apple's own way.",
                   "Open it in an image program and save it as an ordinary PNG.");
        return std::nullopt;
    }
    try {
        Decoder decoder(bytes);
        png_read_info(decoder.png, decoder.info);
        Raster raster;
        raster.width = png_get_image_width(decoder.png, decoder.info);
        raster.height = png_get_image_height(decoder.png, decoder.info);
        if (refused_as_too_large(raster.width, raster.height, shown_file, sink)) return std::nullopt;
        const bool coloured = (png_get_color_type(decoder.png, decoder.info) & PNG_COLOR_MASK_COLOR) != 0;
        raster.components = coloured ? Components::rgb : Components::grey;
        set_up_samples(decoder);
        read_rows(decoder, raster);
        png_read_end(decoder.png, decoder.info);

        const bool opaque = std::ranges::all_of(raster.alpha, [](char a) { return a == '\xFF'; });
        if (opaque) raster.alpha.clear();
        const auto unseen = [](char a) { return a == '\0'; };
        if (!raster.alpha.empty() && std::ranges::all_of(raster.alpha, unseen)) {
            sink.error(diag::code::picture_empty, {shown_file, 0, 0},
                       "The image is transparent all over: it shows nothing.",
                       "Export it again with its layers visible, or take it out.");
            return std::nullopt;
        }
        raster.icc_profile = checked_profile(profile_of(decoder), raster.components, shown_file, sink);
        reduce_to_grey(raster);
        return oriented(std::move(raster), orientation_of(decoder));
    } catch (const PngFault& fault) {
        report_damaged(fault.what, shown_file, sink);
        return std::nullopt;
    }
}

}  // namespace brochure::picture
