#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>

#include "document/files/read.hpp"
#include "document/model/project.hpp"
#include "support/broken_cases.hpp"

namespace brochure::document {
namespace {

namespace fs = std::filesystem;
using test::BrokenCase;

const fs::path data = fs::path{BROCHURE_TEST_DATA} / "data";

// A copy of the good project that vanishes with the test.
class ProjectCopy {
  public:
    ProjectCopy() {
        std::string pattern = (fs::temp_directory_path() / "brochure-XXXXXX").string();
        path_ = ::mkdtemp(pattern.data());
        fs::copy(data / "mini", path_, fs::copy_options::recursive);
    }
    ~ProjectCopy() { fs::remove_all(path_); }
    ProjectCopy(const ProjectCopy&) = delete;
    ProjectCopy& operator=(const ProjectCopy&) = delete;
    [[nodiscard]] const fs::path& path() const { return path_; }

  private:
    fs::path path_;
};

std::vector<diag::Diagnostic> diagnostics_of(const fs::path& project, const std::string& language) {
    const ProjectFolders folders{project, BROCHURE_SOURCE_ROOT};
    Sink sink;
    const auto document = read_document(folders, "verband", language, sink);
    if (language == "en") {
        Sink master_sink;
        const auto master = read_document(folders, "verband", "nl", master_sink);
        if (document && master) compare_translation(*master, *document, sink);
    }
    return sink.sorted();
}

bool fits(const diag::Diagnostic& found, const diag::Diagnostic& expected) {
    return found.severity == expected.severity && found.code == expected.code &&
           found.place.file == expected.place.file &&
           (expected.place.line == 0 || found.place.line == expected.place.line) &&
           (expected.place.column == 0 || found.place.column == expected.place.column);
}

TEST(MiniProject, ReadsWithoutADiagnostic) {
    EXPECT_EQ(diag::as_text(diagnostics_of(data / "mini", "nl")), "");
    EXPECT_EQ(diag::as_text(diagnostics_of(data / "mini", "en")), "");
}

TEST(LanguagesProject, ReadsWithoutADiagnostic) {
    const ProjectFolders folders{data / "languages", BROCHURE_SOURCE_ROOT};
    const auto brochures = list_brochures(folders.root);
    ASSERT_TRUE(brochures.ok());
    EXPECT_FALSE(brochures.value().empty());
    for (const std::string& brochure : brochures.value()) {
        const auto languages = languages_of(folders.root, brochure);
        ASSERT_TRUE(languages.ok());
        for (const std::string& language : languages.value()) {
            Sink sink;
            EXPECT_TRUE(read_document(folders, brochure, language, sink)) << brochure;
            EXPECT_EQ(diag::as_text(sink.sorted()), "") << brochure;
        }
    }
}

TEST(MiniProject, RefusesATextOfMoreThanTenMegabytes) {
    const ProjectCopy project;
    std::ofstream{project.path() / "content/verband/nl.md", std::ios::app} << std::string(10'000'000, 'x');
    const auto found = diagnostics_of(project.path(), "nl");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "file-too-large");
}

TEST(MiniProject, RefusesNamesThatLeaveTheProject) {
    Sink sink;
    EXPECT_FALSE(read_document({data / "mini", {}}, "../mini", "nl", sink));
    EXPECT_FALSE(read_document({data / "mini", {}}, "verband", "../nl", sink));
    EXPECT_EQ(sink.errors(), 2U);
}

class Broken : public ::testing::TestWithParam<BrokenCase> {};

TEST_P(Broken, IsReportedAtItsPlace) {
    const BrokenCase& c = GetParam();
    const ProjectCopy project;
    test::make_broken(c, project.path(), BROCHURE_SOURCE_ROOT);
    const auto found = diagnostics_of(project.path(), c.language);
    EXPECT_TRUE(std::any_of(found.begin(), found.end(), [&](const auto& d) { return fits(d, c.expected); }))
        << "expected: " << c.expected.place.file << ":" << c.expected.place.line << ":"
        << c.expected.place.column << " [" << c.expected.code << "]\nfound:\n"
        << diag::as_text(found);
    if (!c.more) {
        EXPECT_EQ(found.size(), 1U) << diag::as_text(found);
    }
    for (const auto& d : found) {
        EXPECT_FALSE(d.message.empty());
        EXPECT_FALSE(d.remedy.empty()) << d.message;
    }
}

std::string name_of(const ::testing::TestParamInfo<BrokenCase>& info) {
    std::string name = info.param.name;
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

INSTANTIATE_TEST_SUITE_P(Content, Broken,
                         ::testing::ValuesIn(test::read_broken_cases(data / "broken/cases.toml")), name_of);

}  // namespace
}  // namespace brochure::document
