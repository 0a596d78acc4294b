// Shell: another tool's standard output. In: a command line. Out: what it printed; nothing if it is not
// there.
#pragma once

#include <array>
#include <cstdio>
#include <memory>
#include <string>

namespace brochure::test {

inline std::string output_of(const std::string& command) {
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), &pclose);
    std::string output;
    std::array<char, 4096> part{};
    while (pipe && fgets(part.data(), static_cast<int>(part.size()), pipe.get()) != nullptr)
        output += part.data();
    return output;
}

}  // namespace brochure::test
