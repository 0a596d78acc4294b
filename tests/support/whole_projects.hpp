// WholeProjects: projects for tests of the whole program. In: the source folder and tests/data/mini. Out:
// every shipped brochure in every language and layout, built; copies of the small project to build in. All of
// it is gone when the test is.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include "support/run_program.hpp"

namespace brochure::test {

inline const std::filesystem::path source_root{BROCHURE_SOURCE_ROOT};

// An empty folder of its own; one test may have several.
class ScratchFolder {
  public:
    ScratchFolder() {
        std::string pattern = (std::filesystem::temp_directory_path() / "brochure-whole-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

  private:
    std::filesystem::path path_;
};

struct Shipped {
    std::string brochure, language, layout;

    [[nodiscard]] std::string file() const {
        return brochure + "/" + brochure + "." + language + "." + layout + ".pdf";
    }
};

inline void PrintTo(const Shipped& shipped, std::ostream* out) { *out << shipped.file(); }

inline std::vector<std::string> names_in(const std::filesystem::path& folder, const std::string& extension) {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        if (entry.path().extension() == extension) names.push_back(entry.path().stem().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

inline std::vector<std::string> shipped_layouts() { return names_in(source_root / "layouts", ".toml"); }

// One for each brochure, language and layout.
inline std::vector<Shipped> all_shipped() {
    std::vector<Shipped> all;
    for (const auto& entry : std::filesystem::directory_iterator{source_root / "content"}) {
        if (!std::filesystem::exists(entry.path() / "brochure.toml")) continue;
        for (const std::string& language : names_in(entry.path(), ".md")) {
            for (const std::string& layout : shipped_layouts()) {
                all.push_back({entry.path().filename().string(), language, layout});
            }
        }
    }
    std::sort(all.begin(), all.end(), [](const Shipped& a, const Shipped& b) { return a.file() < b.file(); });
    return all;
}

inline std::string shipped_name(const ::testing::TestParamInfo<Shipped>& info) {
    std::string name = info.param.brochure + "_" + info.param.language + "_" + info.param.layout;
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
    return name;
}

// One shipped brochure, built for the test.
class ShippedPdf : public ::testing::TestWithParam<Shipped> {
  protected:
    void SetUp() override {
        const Shipped& shipped = GetParam();
        const Ended built =
            run_brochure({"build", shipped.brochure, "-C", source_root.string(), "--lang", shipped.language,
                          "--layout", shipped.layout, "--edition", "screen", "-o", folder_.path().string()});
        ASSERT_EQ(built.exit_code, 0) << built.err;
        pdf_ = (folder_ / shipped.file()).string();
        ASSERT_TRUE(std::filesystem::exists(pdf_)) << built.out;
    }
    [[nodiscard]] const std::string& pdf() const { return pdf_; }

  private:
    ScratchFolder folder_;
    std::string pdf_;
};

// A copy of the small project of tests/data/mini, complete and without mistakes.
class MiniProject {
  public:
    MiniProject() {
        std::filesystem::copy(std::filesystem::path{BROCHURE_TEST_DATA} / "data" / "mini", path(),
                              std::filesystem::copy_options::recursive);
    }
    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
    [[nodiscard]] std::filesystem::path file(const std::string& name) const { return folder_ / name; }
    [[nodiscard]] std::filesystem::path pdf(const std::string& language,
                                            const std::string& layout = "a5") const {
        return folder_ / ("out/verband/verband." + language + "." + layout + ".pdf");
    }
    [[nodiscard]] Ended run(std::vector<std::string> arguments, Surroundings around = {}) const {
        arguments.insert(arguments.end(), {"-C", path().string()});
        return run_brochure(std::move(arguments), around);
    }
    // Changes the first `from` in a file; the test fails where there is none.
    void edit(const std::string& name, const std::string& from, const std::string& to) const {
        std::string text = contents_of(file(name));
        const std::size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos) << name << " does not hold: " << from;
        std::ofstream{file(name), std::ios::binary} << text.replace(at, from.size(), to);
    }

  private:
    ScratchFolder folder_;
};

inline bool holds(const std::string& text, const std::string& piece) {
    return text.find(piece) != std::string::npos;
}

}  // namespace brochure::test
