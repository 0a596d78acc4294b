// A folder of layouts for one test: files go in, read_layout comes out, the folder goes with the test.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "design/read.hpp"
#include "diag/render.hpp"

namespace brochure::design {

inline std::string contents_of(const std::filesystem::path& path) {
    std::ifstream in{path, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

// The small layout without mistakes, as the start of a test's own.
inline std::string good_layout() { return contents_of(BROCHURE_TEST_DATA "/data/broken_layouts/good.toml"); }

// `text` with the one place that reads `from` changed.
inline std::string edited(const std::string& text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << "not there: " << from;
    EXPECT_EQ(text.find(from, at + 1), std::string::npos) << "there twice: " << from;
    return at == std::string::npos ? text : text.substr(0, at) + to + text.substr(at + from.size());
}

class LayoutFolder : public ::testing::Test {
  protected:
    LayoutFolder()
        : root(std::filesystem::temp_directory_path() /
               ("brochure_spec_test_" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(root / "layouts");
    }
    ~LayoutFolder() override { std::filesystem::remove_all(root); }

    void write(const std::string& file, const std::string& text) const {
        std::filesystem::create_directories((root / file).parent_path());
        std::ofstream{root / file, std::ios::binary} << text;
    }
    std::optional<Design> read(const std::string& name) {
        return read_layout(name, {root / "layouts", root / "installed"}, root, sink);
    }
    // The good layout with one edit, read.
    std::optional<Design> read_edited(const std::string& from, const std::string& to) {
        write("layouts/x.toml", edited(good_layout(), from, to));
        return read("x");
    }
    // "file:line:column code", one for each diagnostic.
    [[nodiscard]] std::vector<std::string> reports() const {
        std::vector<std::string> list;
        for (const auto& d : sink.sorted()) {
            list.push_back(d.place.file + ":" + std::to_string(d.place.line) + ":" +
                           std::to_string(d.place.column) + " " + d.code);
        }
        return list;
    }
    [[nodiscard]] std::string shown() const { return diag::as_text(sink.sorted()); }

    std::filesystem::path root;
    Sink sink;
};

}  // namespace brochure::design
