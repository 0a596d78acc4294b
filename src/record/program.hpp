// Program: which program made something. Out: its version, and an identity that is another one as soon as its
// code is another, or that of a library that it runs with.
#pragma once

#include <string>

namespace brochure::record {

struct Program {
    std::string version;
    std::string identity;
    bool operator==(const Program&) const = default;
};

Program this_program();

}  // namespace brochure::record
