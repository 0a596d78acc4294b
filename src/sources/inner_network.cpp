#include "sources/inner_network.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace brochure::sources {

namespace {

struct Block {
    std::uint32_t first;
    int bits;
};

constexpr std::uint32_t at(unsigned a, unsigned b, unsigned c = 0) { return a << 24U | b << 16U | c << 8U; }

constexpr std::array special{
    Block{at(0, 0), 8},                                 // this network
    Block{at(10, 0), 8},                                // private
    Block{at(100, 64), 10},                             // shared by a provider's customers
    Block{at(127, 0), 8},                               // this machine
    Block{at(169, 254), 16},                            // the link's own, among them clouds' keys
    Block{at(172, 16), 12},                             // private
    Block{at(192, 0, 0), 24}, Block{at(192, 168), 16},  // private
    Block{at(198, 18), 15},                             // measurements
    Block{at(224, 0), 4},                               // many receivers
    Block{at(240, 0), 4},                               // reserved, broadcast
};

bool is_inner_v4(std::uint32_t address) {
    return std::any_of(special.begin(), special.end(), [&](const Block& block) {
        return (address >> (32U - static_cast<unsigned>(block.bits))) ==
               (block.first >> (32U - static_cast<unsigned>(block.bits)));
    });
}

using Bytes = std::array<std::uint8_t, 16>;

std::uint32_t v4_in(const Bytes& bytes, std::size_t from) {
    return std::uint32_t{bytes[from]} << 24U | std::uint32_t{bytes[from + 1]} << 16U |
           std::uint32_t{bytes[from + 2]} << 8U | bytes[from + 3];
}

bool starts(const Bytes& bytes, std::initializer_list<std::uint8_t> with) {
    return std::equal(with.begin(), with.end(), bytes.begin());
}

bool is_inner_v6(const Bytes& bytes) {
    // An address of the old protocol, written as one of the new: as such, translated (64:ff9b::/96), 6to4.
    if (starts(bytes, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF})) return is_inner_v4(v4_in(bytes, 12));
    if (starts(bytes, {0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0})) return is_inner_v4(v4_in(bytes, 12));
    if (starts(bytes, {0x20, 0x02})) return is_inner_v4(v4_in(bytes, 2));
    constexpr unsigned global_unicast = 0x20, of_three_bits = 0xE0;
    return (bytes[0] & of_three_bits) != global_unicast;  // 2000::/3
}

}  // namespace

bool is_inner(const sockaddr& address) {
    if (address.sa_family == AF_INET) {
        sockaddr_in v4{};
        std::memcpy(&v4, &address, sizeof v4);
        return is_inner_v4(ntohl(v4.sin_addr.s_addr));
    }
    if (address.sa_family != AF_INET6) return true;
    sockaddr_in6 v6{};
    std::memcpy(&v6, &address, sizeof v6);
    Bytes bytes{};
    std::memcpy(bytes.data(), &v6.sin6_addr, bytes.size());
    return is_inner_v6(bytes);
}

bool is_inner(const std::string& host) {
    const std::string bare =
        host.starts_with('[') && host.size() > 2 ? host.substr(1, host.size() - 2) : host;
    in_addr v4{};
    if (::inet_pton(AF_INET, bare.c_str(), &v4) == 1) return is_inner_v4(ntohl(v4.s_addr));
    Bytes bytes{};
    return ::inet_pton(AF_INET6, bare.c_str(), bytes.data()) == 1 && is_inner_v6(bytes);
}

}  // namespace brochure::sources
