// One line that says how far a run is, how fast it goes and how long it will take, on a terminal only; it is
// gone when the run is done.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace brochure::cli {

class ProgressLine {
  public:
    explicit ProgressLine(bool wanted);  // shown only if standard error is a terminal
    ~ProgressLine();
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    void show(std::size_t done, std::size_t total, const std::string& name);
    void clear();  // makes way for a line of results

    // "62/300, 12.4 a second, 19 s left", after that many seconds.
    static std::string told(std::size_t done, std::size_t total, double seconds);

  private:
    bool shown_;
    bool drawn_ = false;
    std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace brochure::cli
