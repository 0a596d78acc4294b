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
    const std::chrono::duration<double> since = std::chrono::steady_clock::now() - begun_;
    print_err(fmt::format("\r\033[K{} {} {}", bar, told(done, total, since.count()), name));
    drawn_ = true;
}

std::string ProgressLine::told(std::size_t done, std::size_t total, double seconds) {
    constexpr double soonest = 0.2, a_minute = 60;  // before that, no rate says anything
    std::string out = fmt::format("{}/{}", done, total);
    if (done == 0 || seconds < soonest) return out;
    const double rate = static_cast<double>(done) / seconds;
    const double left = static_cast<double>(total - done) / rate;
    out += fmt::format(", {:.1f} a second, ", rate);
    return out + (left < a_minute ? fmt::format("{:.0f} s left", left)
                                  : fmt::format("{:.0f} min left", left / a_minute));
}

void ProgressLine::clear() {
    if (!drawn_) return;
    print_err("\r\033[K");
    drawn_ = false;
}

}  // namespace brochure::cli
