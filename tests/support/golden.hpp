// Golden texts: what a stage made once and was found good, kept beside the tests.
// A change that is meant is taken over by running the test with BROCHURE_UPDATE_GOLDENS=1 and looking at the
// difference before it is committed.
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

namespace brochure::test {

inline std::vector<std::string> lines_of_text(const std::string& text) {
    std::vector<std::string> lines;
    std::istringstream in{text};
    for (std::string line; std::getline(in, line);) lines.push_back(line);
    return lines;
}

// The first line that differs, with two lines before it and both versions.
inline std::string first_difference(const std::string& golden, const std::string& found) {
    const auto a = lines_of_text(golden), b = lines_of_text(found);
    std::size_t at = 0;
    while (at < a.size() && at < b.size() && a[at] == b[at]) ++at;
    std::string out = "line " + std::to_string(at + 1) + ":\n";
    for (std::size_t i = at < 2 ? 0 : at - 2; i < at; ++i) out += "         " + a[i] + "\n";
    out += " golden: " + (at < a.size() ? a[at] : "(ends here)") + "\n";
    out += "  found: " + (at < b.size() ? b[at] : "(ends here)") + "\n";
    return out;
}

inline testing::AssertionResult matches_golden(const std::filesystem::path& file, const std::string& found) {
    if (std::getenv("BROCHURE_UPDATE_GOLDENS") != nullptr) {
        std::filesystem::create_directories(file.parent_path());
        std::ofstream{file, std::ios::binary} << found;
        return testing::AssertionSuccess();
    }
    std::ifstream in{file, std::ios::binary};
    const std::string golden{std::istreambuf_iterator<char>{in}, {}};
    if (golden == found) return testing::AssertionSuccess();
    return testing::AssertionFailure()
           << file.filename().string() << " differs, " << first_difference(golden, found)
           << "If the change is meant, run this test with BROCHURE_UPDATE_GOLDENS=1 and "
              "look at the difference before you commit it.";
}

}  // namespace brochure::test
