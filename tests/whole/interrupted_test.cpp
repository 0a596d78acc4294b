// What a run does that is asked to end: SIGINT, SIGTERM, SIGHUP.
#include <sys/wait.h>

#include <chrono>
#include <csignal>
#include <nlohmann/json.hpp>
#include <random>
#include <thread>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using test::holds;
using test::MiniProject;

struct Death {
    int signal = 0;  // 0: it ended by itself
    int exit_code = -1;
};

// Starts a build, sends the signal, waits.
struct Interrupted {
    Death death;
    std::string out, err;
};

class Interruption : public ::testing::Test {
  protected:
    Interruption() {
        for (const std::string more : {"wond", "griep"}) {
            fs::copy(project.file("content/verband"), project.file("content/" + more),
                     fs::copy_options::recursive);
            project.edit("content/" + more + "/brochure.toml", "id = \"verband\"", "id = \"" + more + "\"");
        }
    }

    [[nodiscard]] Interrupted interrupt(int signal, std::chrono::milliseconds after,
                                        const std::string& before_it = "") const {
        const test::ScratchFolder log;
        const std::string out = (log / "out").string(), err = (log / "err").string();
        test::Process process(
            {"sh", "-c",
             before_it + "exec \"$0\" build -j 1 --force --format json -C \"$1\" >\"$2\" 2>\"$3\"",
             BROCHURE_PROGRAM, project.path().string(), out, err});
        std::this_thread::sleep_for(after);
        ::kill(process.id(), signal);
        int status = 0;
        ::waitpid(process.id(), &status, 0);
        return {{WIFSIGNALED(status) ? WTERMSIG(status) : 0, WIFEXITED(status) ? WEXITSTATUS(status) : -1},
                test::contents_of(out),
                test::contents_of(err)};
    }

    [[nodiscard]] std::vector<std::string> leftovers() const {
        std::vector<std::string> names;
        for (const auto& entry : fs::recursive_directory_iterator{project.path()}) {
            const std::string name = entry.path().filename().string();
            if (holds(name, ".brochure-") && name != ".brochure-memo.json") names.push_back(name);
        }
        return names;
    }

    MiniProject project;
};

TEST_F(Interruption, AtAnyMomentLeavesNoTemporaryFileAndWholeSets) {
    std::mt19937 chance{5};
    for (int time = 0; time < 12; ++time) {
        const int signal = std::vector{SIGINT, SIGTERM, SIGHUP}.at(static_cast<std::size_t>(time) % 3);
        const Interrupted ended = interrupt(signal, std::chrono::milliseconds{chance() % 300});
        EXPECT_TRUE(ended.death.signal == signal || ended.death.exit_code == 0) << ended.err;
        EXPECT_EQ(leftovers(), std::vector<std::string>{});
        if (!fs::exists(project.file("out"))) continue;
        for (const auto& entry : fs::recursive_directory_iterator{project.file("out")}) {
            if (entry.path().extension() != ".pdf") continue;
            // Editions and record come together.
            const std::string name = entry.path().filename().string();
            EXPECT_TRUE(fs::exists(entry.path().parent_path() /
                                   (name.substr(0, name.find(".a5")) + ".a5.record.json")))
                << name;
        }
    }
    const auto made = project.run({"build"});
    EXPECT_EQ(made.exit_code, 0) << made.err;
}

TEST_F(Interruption, SaysWhatIsDoneInJsonToo) {
    // Until a run was caught between its first set and its last.
    for (int after = 60; after < 2000; after = after * 3 / 2) {
        const Interrupted ended = interrupt(SIGTERM, std::chrono::milliseconds{after});
        if (ended.death.signal != SIGTERM || ended.out.empty()) continue;
        const auto told = nlohmann::json::parse(ended.out);
        EXPECT_EQ(told.at("outputs").size(), 18U) << ended.out;
        const std::string sentence = told.at("refused").at(0);
        EXPECT_TRUE(holds(sentence, "ended by SIGTERM: ") && holds(sentence, " of 6 sets done")) << sentence;
        return;
    }
    FAIL() << "no run was interrupted";
}

TEST_F(Interruption, ThatTheCallerHasIgnoredIsIgnored) {
    const Interrupted ended = interrupt(SIGHUP, std::chrono::milliseconds{50}, "trap '' HUP; ");
    EXPECT_EQ(ended.death.exit_code, 0) << ended.err;
}

TEST(Pipe, ThatNobodyReadsIsExitThree) {
    const MiniProject project;
    const auto ended =
        test::run({"bash", "-c", "\"$0\" build --lang nl -C \"$1\" | true; exit ${PIPESTATUS[0]}",
                   BROCHURE_PROGRAM, project.path().string()});
    EXPECT_EQ(ended.exit_code, 3) << ended.err;
    EXPECT_TRUE(fs::exists(project.pdf("nl")));
}

}  // namespace
}  // namespace brochure::whole
