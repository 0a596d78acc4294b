// Digests: whether two heaps of bytes are the same, without keeping both.
// In: bytes. Out: SHA-256 (FIPS 180-4) in lower-case hexadecimal, 64 digits.
#pragma once

#include <string>
#include <string_view>

namespace brochure::base {

std::string sha256(std::string_view bytes);

}  // namespace brochure::base
