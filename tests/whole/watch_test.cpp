// `brochure watch`: what is saved is made.
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <functional>
#include <thread>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using test::holds;
using test::MiniProject;

class Watch : public ::testing::Test {
  protected:
    Watch()
        : process_({"sh", "-c", "exec \"$0\" watch --lang nl --edition screen -C \"$1\" >\"$2\" 2>&1",
                    BROCHURE_PROGRAM, project.path().string(), (log_ / "log").string()}) {
        EXPECT_TRUE(comes([&] { return holds(log(), "watching"); })) << log();
    }
    ~Watch() override {
        ::kill(process_.id(), SIGINT);
        int status = 0;
        ::waitpid(process_.id(), &status, 0);
        EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT);
    }
    [[nodiscard]] std::string log() const { return test::contents_of(log_ / "log"); }
    [[nodiscard]] static bool comes(const std::function<bool()>& wanted) {
        for (int i = 0; i < 1000; ++i) {
            if (wanted()) return true;
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
        }
        return false;
    }
    // Once more than before.
    [[nodiscard]] bool says_again(const std::string& words, const std::string& before) const {
        return comes([&] { return holds(log().substr(before.size()), words); });
    }

    MiniProject project;

  private:
    test::ScratchFolder log_;
    test::Process process_;
};

TEST_F(Watch, MakesWhatIsSavedAndTellsItWhenItIsThere) {
    const std::string first = test::contents_of(project.pdf("nl")), before = log();
    project.edit("content/verband/nl.md", "Houd het droog.", "Houd het heel droog.");
    ASSERT_TRUE(says_again("written ", before)) << log();
    const std::string second = test::contents_of(project.pdf("nl"));
    EXPECT_FALSE(first == second);
    // As a run of its own makes it.
    EXPECT_EQ(project.run({"build", "--lang", "nl", "--edition", "screen", "--force"}).exit_code, 0);
    EXPECT_TRUE(test::contents_of(project.pdf("nl")) == second);
}

TEST_F(Watch, TellsMistakesAndGoesOn) {
    std::string before = log();
    project.edit("content/verband/nl.md", "(#verschonen)", "(#nergens)");
    ASSERT_TRUE(says_again("error [section-unknown]", before)) << log();
    before = log();
    project.edit("content/verband/nl.md", "(#nergens)", "(#verschonen)");
    EXPECT_TRUE(says_again("ms", before)) << log();
}

TEST_F(Watch, SeesAFileThatWasPutInTheOldOnesPlaceAndAPictureThatIsNew) {
    std::string before = log();
    std::string text = test::contents_of(project.file("content/verband/nl.md"));
    text.replace(text.find("Houd het droog."), 15, "Houd het erg droog.");
    std::ofstream{project.file("content/verband/.nl.md.tmp"), std::ios::binary} << text;
    fs::rename(project.file("content/verband/.nl.md.tmp"), project.file("content/verband/nl.md"));
    ASSERT_TRUE(says_again("written ", before)) << log();
    before = log();
    std::string picture = test::contents_of(project.file("content/verband/images/arm.svg"));
    picture.insert(picture.rfind("</svg>"), "<rect x='1' y='1' width='3' height='3' fill='#003'/>");
    std::ofstream{project.file("content/verband/images/arm.svg"), std::ios::binary} << picture;
    EXPECT_TRUE(says_again("written ", before)) << log();
}

}  // namespace
}  // namespace brochure::whole
