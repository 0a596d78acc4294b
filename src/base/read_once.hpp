// ReadOnce: values made from files, each when it is first asked for, for all jobs and threads of a run.
// In: a key, and how its value is made. Out: the value, which stays where it is as long as this lives. What
// was looked at for it (base/reads) is written down for every job that asks, as if it had looked itself:
// forget that, and an output goes stale in silence. Who asks for one key while it is made waits; other keys
// do not. What throws is made anew when asked again.
#pragma once

#include <map>
#include <mutex>
#include <optional>

#include "base/reads.hpp"

namespace brochure::base {

template <class Key, class Value>
class ReadOnce {
  public:
    // `make`: () -> Value; it may ask for other keys, and not for this one.
    template <class Make>
    const Value& get(const Key& key, const Make& make) {
        Entry& entry = entry_of(key);
        std::call_once(entry.made, [&] {
            Reads reads;
            {
                const Observing observing(reads);
                entry.value.emplace(make());
            }
            entry.reads = std::move(reads);
        });
        observe(entry.reads);
        return *entry.value;
    }

  private:
    struct Entry {
        std::once_flag made;
        std::optional<Value> value;
        Reads reads;
    };
    Entry& entry_of(const Key& key) {
        const std::scoped_lock lock(finding_);
        return entries_[key];  // a map's entries stay where they are
    }

    std::mutex finding_;
    std::map<Key, Entry> entries_;
};

}  // namespace brochure::base
