#include "cli/progress.hpp"

#include <fmt/format.h>
#include <unistd.h>

#include "cli/streams.hpp"

namespace brochure::cli {

namespace {
constexpr std::size_t bar_cells = 24;
}

ProgressLine::ProgressLine(bool wanted) : shown_(wanted && ::isatty(STDERR_FILENO) == 1) {}

ProgressLine::~ProgressLine() { clear(); }

void ProgressLine::show(std::size_t done, std::size_t total, const std::string& name) {
    if (!shown_ || total == 0) return;
    const std::size_t full = bar_cells * done / total;
    std::string bar;
    for (std::size_t i = 0; i < bar_cells; ++i) bar += i < full ? "█" : "░";
    print_err(fmt::format("\r\033[K{} {}/{} {}", bar, done, total, name));
    drawn_ = true;
}

void ProgressLine::clear() {
    if (!drawn_) return;
    print_err("\r\033[K");
    drawn_ = false;
}

}  // namespace brochure::cli
