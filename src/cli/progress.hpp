// One line that says how far a run is, on a terminal only; it is gone when the run is done.
#pragma once

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

  private:
    bool shown_;
    bool drawn_ = false;
};

}  // namespace brochure::cli
