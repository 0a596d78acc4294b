// Interruption: being asked to end (SIGINT, SIGTERM, SIGHUP) while work goes on. In: the signals, as long as
// it lives. Out: whether one came, and which; a descriptor that can be waited for. What the caller of the
// program has it ignore (nohup) stays ignored.
#pragma once

#include <array>
#include <csignal>
#include <string_view>

#include "base/held_signals.hpp"

namespace brochure::cli {

class Interruption {
  public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption&) = delete;
    Interruption& operator=(const Interruption&) = delete;

    [[nodiscard]] bool came() const;
    [[nodiscard]] std::string_view name() const;  // "SIGTERM"
    // Readable once one came.
    [[nodiscard]] int descriptor() const;

  private:
    std::array<struct sigaction, base::ending_signals.size()> before_{};
};

// Ends the program by the signal that interrupted it, if one did: so a shell's loop ends too, and a scheduler
// sees why. To be called when all is told and tidied.
void end_as_interrupted();

}  // namespace brochure::cli
