#include "pdf/object/bytes.hpp"

#include <libdeflate.h>

#include <memory>

#include "base/must.hpp"

namespace brochure::pdf {

// Measured on a brochure of 32 pages: level 4 gives 3 % more bytes, level 9 takes 7 % of the whole run more
// for 1 % less.
static constexpr int level = 6;

std::string deflated(std::string_view bytes) {
    thread_local const std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> compressor{
        libdeflate_alloc_compressor(level), libdeflate_free_compressor};
    base::must(compressor != nullptr, "libdeflate had no memory to begin.");
    std::string out(libdeflate_zlib_compress_bound(compressor.get(), bytes.size()), '\0');
    const std::size_t size =
        libdeflate_zlib_compress(compressor.get(), bytes.data(), bytes.size(), out.data(), out.size());
    base::must(size > 0, "libdeflate found no room where its bound says there is.");
    out.resize(size);
    return out;
}

std::string hexadecimal(std::string_view bytes) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    out.reserve(2 * bytes.size());
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out += digits[byte >> 4U];
        out += digits[byte & 15U];
    }
    return out;
}

}  // namespace brochure::pdf
