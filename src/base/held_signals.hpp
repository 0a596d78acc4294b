// HeldSignals: the requests to end (SIGINT, SIGTERM, SIGHUP), held from this thread as long as something must
// not be left half done. One that comes meanwhile is obeyed right after. In: nothing. Out: nothing.
#pragma once

#include <pthread.h>

#include <array>
#include <csignal>

namespace brochure::base {

// What a terminal, a user or an init system sends to a program that is to end.
inline constexpr std::array ending_signals{SIGINT, SIGTERM, SIGHUP};

// The first of a thread holds them, the last lets them go, in whatever order they end.
class HeldSignals {
  public:
    HeldSignals() {
        if (held()++ > 0) return;
        sigset_t ending;
        sigemptyset(&ending);
        for (const int signal : ending_signals) sigaddset(&ending, signal);
        ::pthread_sigmask(SIG_BLOCK, &ending, &before());
    }
    ~HeldSignals() {
        if (--held() == 0) ::pthread_sigmask(SIG_SETMASK, &before(), nullptr);
    }
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;

  private:
    static int& held() {
        thread_local int count = 0;
        return count;
    }
    static sigset_t& before() {
        thread_local sigset_t mask{};
        return mask;
    }
};

}  // namespace brochure::base
