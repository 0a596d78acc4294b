#include "cli/streams.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <csignal>
#include <cstdio>

namespace brochure::cli {

namespace {

std::atomic<bool> lost{false};

void print(std::FILE* stream, std::string_view text) noexcept {
    if (text.empty()) return;
    if (std::fwrite(text.data(), 1, text.size(), stream) != text.size() || std::fflush(stream) != 0)
        lost = true;
}

}  // namespace

void hold_standard_streams() noexcept {
    (void)std::signal(SIGPIPE, SIG_IGN);  // a pipe that nobody reads any more is told like a full disk
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        // The lowest free number is given, so this one if it is closed. For reading, so that writing fails.
        if (::fcntl(stream, F_GETFD) == -1) (void)::open("/dev/null", O_RDONLY);
    }
}

void print_out(std::string_view text) noexcept { print(stdout, text); }
void print_err(std::string_view text) noexcept { print(stderr, text); }

bool all_printed() noexcept { return !lost; }

}  // namespace brochure::cli
