#include "cli/interruption.hpp"

#include <sys/eventfd.h>
#include <unistd.h>

#include <atomic>
#include <cstdint>

namespace brochure::cli {

namespace {

// All that a handler may touch.
std::atomic<int> received{0};
std::atomic<int> wakes{-1};
static_assert(std::atomic<int>::is_always_lock_free);

extern "C" void note_signal(int signal) {
    int none = 0;
    received.compare_exchange_strong(none, signal);
    const std::uint64_t one = 1;
    if (const int descriptor = wakes; descriptor >= 0) (void)!::write(descriptor, &one, sizeof one);
}

}  // namespace

Interruption::Interruption() {
    wakes = ::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    for (std::size_t i = 0; i < before_.size(); ++i) {
        const int signal = base::ending_signals[i];
        ::sigaction(signal, nullptr, &before_[i]);
        if (before_[i].sa_handler == SIG_IGN) continue;
        struct sigaction noted {};
        noted.sa_handler = note_signal;
        noted.sa_flags = SA_RESTART;  // what is being read or written goes on
        ::sigaction(signal, &noted, nullptr);
    }
}

Interruption::~Interruption() {
    for (std::size_t i = 0; i < before_.size(); ++i)
        ::sigaction(base::ending_signals[i], &before_[i], nullptr);
    if (const int descriptor = wakes.exchange(-1); descriptor >= 0) ::close(descriptor);
}

bool Interruption::came() const { return received != 0; }

std::string_view Interruption::name() const {
    switch (received) {
        case SIGINT:
            return "SIGINT";
        case SIGHUP:
            return "SIGHUP";
        default:
            return "SIGTERM";
    }
}

int Interruption::descriptor() const { return wakes; }

void end_as_interrupted() {
    if (const int signal = received; signal != 0) ::raise(signal);
}

}  // namespace brochure::cli
