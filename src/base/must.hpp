// What must hold in the program that is shipped as well: a library's call that fails only where memory or its
// data files are missing, a promise of an earlier stage. In: whether it holds, and a sentence. Broken, it is
// an exception, which ends the job and is told (make/worker); nothing goes on with a null or half a result.
#pragma once

#include <stdexcept>

namespace brochure::base {

struct BrokenPromise : std::logic_error {
    using std::logic_error::logic_error;
};

inline void must(bool holds, const char* sentence) {
    if (!holds) throw BrokenPromise(sentence);
}

}  // namespace brochure::base
