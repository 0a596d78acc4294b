// The same input gives the same bytes: on another day, in another time zone, language or folder, by one
// thread or many.
#include <chrono>
#include <sstream>
#include <thread>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using test::Ended;
using test::MiniProject;
using test::run_brochure;
using test::ScratchFolder;
using test::Surroundings;

// A copy of the shipped content, built.
class ShippedProject {
  public:
    ShippedProject() {
        for (const std::string folder : {"content", "layouts", "fonts"}) {
            fs::copy(test::source_root / folder, folder_ / folder, fs::copy_options::recursive);
        }
    }
    [[nodiscard]] const fs::path& path() const { return folder_.path(); }

    // All PDFs by name, one after the other.
    [[nodiscard]] std::string built(std::vector<std::string> more = {}, Surroundings around = {}) const {
        fs::remove_all(folder_ / "out");
        std::string layouts;
        for (const std::string& name : test::shipped_layouts())
            layouts += (layouts.empty() ? "" : ",") + name;
        more.insert(more.begin(), {"build", "-C", path().string(), "--layout", layouts});
        const Ended ended = run_brochure(more, around);
        EXPECT_EQ(ended.exit_code, 0) << ended.err;
        std::string bytes;
        for (const test::Shipped& shipped : test::all_shipped()) {
            for (const std::string edition : {"", "press.", "booklet."}) {
                std::string name = shipped.file();
                name.insert(name.size() - 3, edition);
                bytes += name + "\n" + test::contents_of(folder_ / ("out/" + name));
            }
        }
        return bytes;
    }

  private:
    ScratchFolder folder_;
};

class Determinism : public ::testing::Test {
  protected:
    ShippedProject project;
    std::string first = project.built();
    // Not EXPECT_EQ: the bytes of a PDF are no help to anybody.
    void expect_same(const std::string& bytes) const {
        EXPECT_GT(first.size(), 100000U);
        EXPECT_TRUE(bytes == first);
    }
};

TEST_F(Determinism, SecondBuildGivesTheSameBytes) { expect_same(project.built()); }

TEST_F(Determinism, OneThreadGivesTheSameBytesAsFour) {
    expect_same(project.built({"-j", "1"}));
    expect_same(project.built({"-j", "4"}));
}

TEST_F(Determinism, TimeZoneDoesNotMatter) {
    expect_same(project.built({}, {{}, {"TZ=Pacific/Kiritimati"}, {}}));
    expect_same(project.built({}, {{}, {"TZ=America/Adak"}, {}}));
}

TEST_F(Determinism, LocaleDoesNotMatter) {
    for (const std::string locale : {"C", "C.UTF-8", "nl_NL.UTF-8", "tr_TR.UTF-8", "POSIX"}) {
        expect_same(project.built({}, {{}, {"LC_ALL=" + locale, "LANG=" + locale}, {}}));
    }
}

TEST_F(Determinism, BareEnvironmentDoesNotMatter) {
    expect_same(project.built({}, {{}, {"HOME", "USER", "LANG", "LC_ALL", "TZ", "TERM"}, {}}));
}

TEST_F(Determinism, FolderDoesNotMatter) {
    const ShippedProject other;
    expect_same(other.built({}, {other.path() / "content", {}, {}}));
    expect_same(other.built({}, {"/", {}, {}}));
}

TEST(SourceDateEpoch, ChangesDatesAlone) {
    SKIP_WITHOUT_PROGRAM("pdftotext");
    SKIP_WITHOUT_PROGRAM("pdfinfo");
    const MiniProject project;
    const std::string pdf = project.pdf("nl").string();
    ASSERT_EQ(project.run({"build", "--lang", "nl"}).exit_code, 0);
    const std::string before = test::contents_of(pdf), told = test::run({"pdfinfo", pdf}).out;
    const auto words = [&pdf] {  // with their places; the head of the page has the dates
        const std::string page = test::run({"pdftotext", "-bbox", pdf, "-"}).out;
        return page.substr(std::min(page.size(), page.find("<body>")));
    };
    const std::string drawn = words();
    const Surroundings later{{}, {"SOURCE_DATE_EPOCH=1000000000"}, {}};
    // No page shows it, so by itself it makes nothing again.
    ASSERT_EQ(project.run({"build", "--lang", "nl"}, later).exit_code, 0);
    EXPECT_TRUE(before == test::contents_of(pdf));
    ASSERT_EQ(project.run({"build", "--lang", "nl", "--force"}, later).exit_code, 0);
    const std::string after = test::contents_of(pdf);
    EXPECT_FALSE(before == after);
    ASSERT_EQ(project.run({"build", "--lang", "nl", "--force"}, later).exit_code, 0);
    EXPECT_TRUE(after == test::contents_of(pdf));
    EXPECT_NE(test::run({"pdfinfo", "-isodates", pdf}).out.find("2001-09-09T01:46:40"), std::string::npos);
    EXPECT_GT(drawn.size(), 1000U);
    EXPECT_EQ(words(), drawn);
    const auto without_dates = [](const std::string& text) {
        std::istringstream in{text};
        std::string out;
        for (std::string line; std::getline(in, line);) {
            if (line.find("Date:") == std::string::npos && !line.starts_with("File size")) out += line + "\n";
        }
        return out;
    };
    EXPECT_EQ(without_dates(test::run({"pdfinfo", pdf}).out), without_dates(told));
}

TEST(SourceDateEpoch, ThatIsNoNumberIsAMistakeOfTheCommand) {
    const MiniProject project;
    ASSERT_EQ(project.run({"build", "--lang", "nl"}).exit_code, 0);
    const std::string before = test::contents_of(project.pdf("nl"));
    for (const std::string value :
         {"", "yesterday", "-5", "12x", "253402300800", "99999999999999999999999"}) {
        EXPECT_EQ(project.run({"build", "--lang", "nl"}, {{}, {"SOURCE_DATE_EPOCH=" + value}, {}}).exit_code,
                  2)
            << value;
        EXPECT_TRUE(before == test::contents_of(project.pdf("nl"))) << value;
    }
}

TEST(Unchanged, FileKeepsItsTime) {
    const MiniProject project;
    ASSERT_EQ(project.run({"build"}).exit_code, 0);
    const auto nl = fs::last_write_time(project.pdf("nl")), en = fs::last_write_time(project.pdf("en"));
    std::this_thread::sleep_for(std::chrono::milliseconds{20});
    project.edit("content/verband/en.md", "Keep it dry.", "Keep it very dry.");
    const Ended ended = project.run({"build"});
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    EXPECT_EQ(fs::last_write_time(project.pdf("nl")), nl);
    EXPECT_GT(fs::last_write_time(project.pdf("en")), en);
    EXPECT_NE(ended.out.find("unchanged " + project.pdf("nl").string()), std::string::npos) << ended.out;
    EXPECT_NE(ended.out.find("written   " + project.pdf("en").string()), std::string::npos) << ended.out;
}

}  // namespace
}  // namespace brochure::whole
