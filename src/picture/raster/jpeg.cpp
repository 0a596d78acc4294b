// JPEG through libjpeg-turbo. Its error handler must not return; ours throws, and the exception is caught in
// this file. So destructors run, which longjmp would skip. (C frames are unwound by the tables that every
// supported ABI demands.)
#include <fmt/format.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>

// clang-format off
#include <jpeglib.h>  // wants <cstdio> before it
#include <jerror.h>   // wants jpeglib.h before it
// clang-format on

#include "base/must.hpp"
#include "diag/codes.hpp"
#include "picture/raster/raster.hpp"

namespace brochure::picture {

struct DecodedJpeg {
    std::once_flag once;
    std::string samples;
};

namespace {

// A progressive file may hold any number of scans, each of which costs a pass over the whole image.
// Real encoders write about ten.
constexpr int max_scans = 100;

struct JpegFault {
    std::string what;
    bool unsupported = false;  // whole, but of a kind that cannot be read; else damaged
};

// Files that are as they should be, and that few programs read.
void throw_if_unsupported(const jpeg_error_mgr& errors) {
    const int number = errors.msg_parm.i[0];
    switch (errors.msg_code) {
        case JERR_BAD_PRECISION:
            throw JpegFault{fmt::format("The JPEG has {} bits a colour; only 8 can be read.", number), true};
        case JERR_SOF_UNSUPPORTED: {
            // ITU-T T.81, table B.1: the kinds of frame.
            const bool lossless = number == 0xC3 || number == 0xC7 || number == 0xCB || number == 0xCF;
            throw JpegFault{fmt::format("The JPEG is {}, a rare kind that cannot be read.",
                                        lossless ? "lossless" : "hierarchical"),
                            true};
        }
        case JERR_ARITH_NOTIMPL:
            throw JpegFault{"The JPEG is packed by arithmetic coding, which cannot be read.", true};
        case JERR_COMPONENT_COUNT:
            throw JpegFault{fmt::format("The JPEG has {} colours; at most 4 can be read.", number), true};
        case JERR_CONVERSION_NOTIMPL:
        case JERR_CCIR601_NOTIMPL:
        case JERR_FRACT_SAMPLE_NOTIMPL:
        case JERR_NOT_COMPILED:
            throw JpegFault{"The JPEG stores its colours in a rare way that cannot be read.", true};
        case JERR_UNKNOWN_MARKER:
            if (number == 0xF7) throw JpegFault{"This is a JPEG-LS, which cannot be read.", true};
            break;
        default:
            break;
    }
}

[[noreturn]] void throw_fault(j_common_ptr info) {
    throw_if_unsupported(*info->err);
    const int message = info->err->msg_code;
    if (message == JWRN_JPEG_EOF || message == JERR_INPUT_EOF || message == JERR_INPUT_EMPTY) {
        throw JpegFault{"the file ends too early"};
    }
    std::array<char, JMSG_LENGTH_MAX> text{};
    info->err->format_message(info, text.data());
    throw JpegFault{fmt::format("the decoder says \"{}\"", text.data())};
}

// A warning of libjpeg means that it goes on with invented data; a printed picture must not have any.
// The three that are let pass concern headers only; a bad profile is reported by its own check.
void judge_message(j_common_ptr info, int level) {
    if (level >= 0) return;
    switch (info->err->msg_code) {
        case JWRN_JFIF_MAJOR:
        case JWRN_ADOBE_XFORM:
        case JWRN_BOGUS_ICC:
            return;
        default:
            throw_fault(info);
    }
}

void limit_scans(j_common_ptr info) {
    if (reinterpret_cast<j_decompress_ptr>(info)->input_scan_number > max_scans) {
        throw JpegFault{fmt::format("it has more than {} scans", max_scans)};
    }
}

class Decoder {
  public:
    explicit Decoder(std::string_view bytes) {
        info.err = jpeg_std_error(&errors_);
        errors_.error_exit = throw_fault;
        errors_.emit_message = judge_message;
        jpeg_create_decompress(&info);
        progress_.progress_monitor = limit_scans;
        info.progress = &progress_;
        jpeg_mem_src(&info, reinterpret_cast<const unsigned char*>(bytes.data()),
                     static_cast<unsigned long>(bytes.size()));
    }
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;
    ~Decoder() { jpeg_destroy_decompress(&info); }

    jpeg_decompress_struct info{};

  private:
    jpeg_error_mgr errors_{};
    jpeg_progress_mgr progress_{};
};

std::optional<Components> components_of(const jpeg_decompress_struct& info) {
    switch (info.jpeg_color_space) {
        case JCS_GRAYSCALE:
            return Components::grey;
        case JCS_YCbCr:
        case JCS_RGB:
            return Components::rgb;
        case JCS_CMYK:
        case JCS_YCCK:
            return Components::cmyk;
        default:
            return std::nullopt;
    }
}

J_COLOR_SPACE decoded_space(Components components) {
    switch (components) {
        case Components::grey:
            return JCS_GRAYSCALE;
        case Components::rgb:
            return JCS_RGB;
        case Components::cmyk:
            return JCS_CMYK;
    }
    return JCS_UNKNOWN;
}

int orientation_of(const jpeg_decompress_struct& info) {
    for (auto* marker = info.marker_list; marker != nullptr; marker = marker->next) {
        const std::string_view block(reinterpret_cast<const char*>(marker->data), marker->data_length);
        if (marker->marker == JPEG_APP0 + 1 && block.starts_with("Exif")) return exif_orientation(block);
    }
    return 1;
}

// A profile is spread over APP2 markers (ICC.1:2022, annex B.4); libjpeg-turbo puts it together.
std::string profile_of(jpeg_decompress_struct& info) {
    JOCTET* data = nullptr;
    unsigned int length = 0;
    if (jpeg_read_icc_profile(&info, &data, &length) == FALSE) return {};
    const std::unique_ptr<JOCTET, decltype(&std::free)> owner(data, &std::free);
    return {reinterpret_cast<const char*>(data), length};
}

// What a PDF viewer's DCTDecode filter reads exactly as libjpeg did (ISO 32000-1, 7.4.8): no arithmetic
// coding, no colour space that libjpeg guesses from component names, and no CMYK, whose samples may be
// inverted.
bool may_be_embedded(const jpeg_decompress_struct& info) {
    if (info.arith_code != FALSE) return false;
    switch (info.jpeg_color_space) {
        case JCS_GRAYSCALE:
        case JCS_YCbCr:
            return true;
        case JCS_RGB:
            return info.saw_Adobe_marker != FALSE;
        default:
            return false;
    }
}

std::string decoded_samples(jpeg_decompress_struct& info, Components components) {
    const std::size_t row_size = std::size_t{info.output_width} * static_cast<std::size_t>(components);
    std::string samples(row_size * info.output_height, '\0');
    while (info.output_scanline < info.output_height) {
        auto* row = reinterpret_cast<JSAMPROW>(samples.data() + row_size * info.output_scanline);
        jpeg_read_scanlines(&info, &row, 1);
    }
    jpeg_finish_decompress(&info);
    // Adobe's programs store CMYK with 255 for no ink, and say who they are in an APP14 marker.
    if (components == Components::cmyk && info.saw_Adobe_marker != FALSE) {
        for (char& sample : samples) sample = static_cast<char>(~static_cast<unsigned char>(sample));
    }
    return samples;
}

// Every byte is unpacked, and what cannot be is found, but of every block of 8 × 8 pixels only the mean is
// made: that takes a third of the time.
void check_to_the_end(jpeg_decompress_struct& info, Components components) {
    std::string row(std::size_t{info.output_width} * static_cast<std::size_t>(components), '\0');
    auto* samples = reinterpret_cast<JSAMPROW>(row.data());
    while (info.output_scanline < info.output_height) jpeg_read_scanlines(&info, &samples, 1);
    jpeg_finish_decompress(&info);
}

// Of a file that was checked.
std::string decoded_again(const Raster& raster) {
    try {
        Decoder decoder(raster.jpeg);
        jpeg_read_header(&decoder.info, TRUE);
        decoder.info.out_color_space = decoded_space(raster.components);
        jpeg_start_decompress(&decoder.info);
        return decoded_samples(decoder.info, raster.components);
    } catch (const JpegFault&) {
        throw base::BrokenPromise("A JPEG that was checked can no longer be decoded.");
    }
}

}  // namespace

const std::string& samples_of(const Raster& raster) {
    if (!raster.decoded) return raster.samples;
    std::call_once(raster.decoded->once, [&] { raster.decoded->samples = decoded_again(raster); });
    return raster.decoded->samples;
}

std::optional<Raster> read_jpeg(std::string_view bytes, const std::string& shown_file, Sink& sink) {
    try {
        Decoder decoder(bytes);
        auto& info = decoder.info;
        jpeg_save_markers(&info, JPEG_APP0 + 1, 0xFFFF);
        jpeg_save_markers(&info, JPEG_APP0 + 2, 0xFFFF);
        jpeg_read_header(&info, TRUE);
        if (refused_as_too_large(info.image_width, info.image_height, shown_file, sink)) return std::nullopt;
        const auto components = components_of(info);
        if (!components) {
            sink.error(
                diag::code::picture_unsupported, {shown_file, 0, 0},
                fmt::format("The JPEG has {} colour components of an unknown kind.", info.num_components),
                "Convert it to RGB in an image program and save it anew.");
            return std::nullopt;
        }
        info.out_color_space = decoded_space(*components);
        // Finishing frees the markers, so what they say is taken first.
        const int orientation = orientation_of(info);
        std::string profile = profile_of(info);
        const bool passes_through = orientation == 1 && may_be_embedded(info);
        constexpr unsigned block = 8;
        if (passes_through) info.scale_denom = info.scale_num * block;
        jpeg_start_decompress(&info);

        Raster raster;
        raster.width = info.image_width;
        raster.height = info.image_height;
        raster.components = *components;
        if (passes_through) {
            check_to_the_end(info, *components);
            raster.decoded = std::make_shared<DecodedJpeg>();
        } else {
            raster.samples = decoded_samples(info, *components);
        }
        raster.icc_profile = checked_profile(std::move(profile), *components, shown_file, sink);
        // Phones append previews and films after the end of the image; they stay behind.
        if (passes_through) raster.jpeg = bytes.substr(0, bytes.size() - info.src->bytes_in_buffer);
        return oriented(std::move(raster), orientation);
    } catch (const JpegFault& fault) {
        if (fault.unsupported)
            sink.error(
                diag::code::picture_unsupported, {shown_file, 0, 0}, fault.what,
                "Open it in an image program and save it as an ordinary JPEG or PNG of 8 bits a colour.");
        else
            report_damaged(fault.what, shown_file, sink);
        return std::nullopt;
    }
}

}  // namespace brochure::picture
