#include "base/reads.hpp"

#include <utility>

namespace brochure::base {

namespace {

thread_local const Observing* innermost = nullptr;
thread_local bool is_aside = false;

void add_to(std::map<std::string, Sight>& by_path, const std::string& path, Sight sight) {
    const auto [at, is_new] = by_path.try_emplace(path, sight);
    Sight& known = at->second;
    if (is_new || known == sight) return;
    // Found first, then read: one look, of which the second says more.
    const auto says_less = [](const Sight& one, const Sight& other) {
        return one.kind == Sight::Kind::present && other.kind == Sight::Kind::read;
    };
    if (says_less(known, sight) || says_less(sight, known)) {
        if (sight.leads_to.empty()) sight.leads_to = known.leads_to;
        if (sight.kind == Sight::Kind::read)
            known = std::move(sight);
        else
            known.leads_to = std::move(sight.leads_to);
        return;
    }
    // A file that is read is not told where a link to it led.
    if (known.kind == sight.kind && known.digest == sight.digest) {
        if (known.leads_to.empty()) known.leads_to = std::move(sight.leads_to);
        return;
    }
    known.digest.clear();
    if (known.kind != sight.kind) known.kind = Sight::Kind::unusable;
}

}  // namespace

void Reads::add(const std::filesystem::path& path, Sight sight) {
    add_to(by_path_, path.string(), std::move(sight));
}

void Reads::add_aside(const std::filesystem::path& path, Sight sight) {
    add_to(asides_, path.string(), std::move(sight));
}

void Reads::add(const Reads& others) {
    for (const auto& [path, sight] : others.by_path_) add_to(by_path_, path, sight);
    for (const auto& [path, sight] : others.asides_) add_to(asides_, path, sight);
}

Observing::Observing(Reads& into, FileDigests& digests)
    : into_(into), digests_(&digests), around_(innermost) {
    innermost = this;
}

Observing::Observing(Reads& into)
    : into_(into), digests_(innermost == nullptr ? nullptr : innermost->digests_), around_(innermost) {
    innermost = this;
}

Observing::~Observing() { innermost = around_; }

const Observing* Observing::current() {
    return innermost != nullptr && innermost->digests_ != nullptr ? innermost : nullptr;
}

void Observing::note(const std::filesystem::path& path, Sight sight) const {
    if (is_aside)
        into_.add_aside(path, std::move(sight));
    else
        into_.add(path, std::move(sight));
}

Observing::Aside::Aside() : before_(std::exchange(is_aside, true)) {}
Observing::Aside::~Aside() { is_aside = before_; }

Observing::Pause::Pause() : paused_(std::exchange(innermost, nullptr)) {}
Observing::Pause::~Pause() { innermost = paused_; }

void observe(const Reads& earlier) {
    if (const Observing* now = Observing::current()) now->reads().add(earlier);
}

}  // namespace brochure::base
