// A file descriptor that closes itself.
#pragma once

#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <string_view>
#include <system_error>

#include "base/result.hpp"

namespace brochure::base {

class Descriptor {
  public:
    explicit Descriptor(int fd) : fd_(fd) {}
    ~Descriptor() {
        if (fd_ >= 0) ::close(fd_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int get() const { return fd_; }

  private:
    int fd_;
};

// What the system would not do, with its reason.
inline Error refused(std::string_view what, const std::filesystem::path& path) {
    const std::error_code code{errno, std::generic_category()};
    return {fmt::format("{} {}: {}", what, path.string(), code.message())};
}

}  // namespace brochure::base
