// Bytes of streams and identifiers: compression, digests, hexadecimal digits.
// In: bytes. Out: bytes. The same on every machine with the same libdeflate.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace brochure::pdf {

std::string deflated(std::string_view bytes);

using Digest = std::array<unsigned char, 16>;
Digest digest_of(std::string_view bytes);  // MD5, for identifiers only

std::string hexadecimal(std::string_view bytes);

}  // namespace brochure::pdf
