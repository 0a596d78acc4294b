// The examples that a hospital's IT person copies: each does what it says.
#include <sys/stat.h>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using test::Ended;
using test::holds;
using test::MiniProject;
using test::ScratchFolder;

const fs::path examples = test::source_root / "examples";

// With the program of this build and a folder of the test in the place of a server's.
std::string adapted(const fs::path& file, const fs::path& project) {
    std::string text = test::contents_of(file);
    const auto replace_all = [&](const std::string& from, const std::string& to) {
        for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
            text.replace(at, from.size(), to);
    };
    replace_all("/usr/local/bin/brochure", BROCHURE_PROGRAM);
    replace_all("/srv/brochures/examples", examples.string());
    replace_all("/srv/brochures", project.string());
    return text;
}

// What a unit's ExecStart or a line of a crontab says to run.
std::string command_in(const std::string& text, const std::string& behind) {
    const std::size_t at = text.find(behind);
    return at == std::string::npos
               ? ""
               : text.substr(at + behind.size(), text.find('\n', at) - at - behind.size());
}

TEST(Examples, UnitsAreWhatSystemdUnderstands) {
    SKIP_WITHOUT_PROGRAM("systemd-analyze");
    const MiniProject project;
    const ScratchFolder units;
    std::string user = "root";
    std::vector<std::string> words{"systemd-analyze", "verify", "--man=no"};
    for (const auto& entry : fs::directory_iterator{examples / "systemd"}) {
        if (entry.path().extension() != ".service" && entry.path().extension() != ".timer") continue;
        const std::string name = entry.path().filename().string();
        std::ofstream{units / name} << adapted(entry.path(), project.path());
        if (!holds(name, "@")) words.push_back((units / name).string());
    }
    ASSERT_EQ(words.size(), 7U);
    const Ended judge = test::run(words);
    // It has something to say of the machine's own units too.
    EXPECT_FALSE(holds(judge.err, "brochures")) << judge.err;
}

TEST(Examples, ServiceMakesTheBrochures) {
    const MiniProject project;
    const std::string unit = adapted(examples / "systemd/brochures.service", project.path());
    const Ended ended = test::run({"sh", "-c", command_in(unit, "ExecStart=")});
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    EXPECT_TRUE(fs::exists(project.pdf("nl")));
}

TEST(Examples, CronLineMakesTheBrochures) {
    const MiniProject project;
    const std::string table = adapted(examples / "cron/brochures", project.path());
    const Ended ended = test::run({"sh", "-c", command_in(table, "30 2 * * *  brochures  ")});
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    EXPECT_TRUE(fs::exists(project.pdf("nl")));
}

TEST(Examples, FailureIsMailed) {
    const ScratchFolder folder;
    const fs::path mailer = folder / "sendmail";
    std::ofstream{mailer} << "#!/bin/sh\ncat > '" << (folder / "mail").string() << "'\n";
    ::chmod(mailer.c_str(), 0755);
    test::Surroundings around;
    around.environment = {"SENDMAIL=" + mailer.string(), "TO=editor@hospital.example"};
    const Ended ended =
        test::run({(examples / "systemd/mail-about-failure").string(), "brochures.service"}, around);
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    const std::string mail = test::contents_of(folder / "mail");
    EXPECT_TRUE(mail.starts_with("To: editor@hospital.example\nSubject: brochures.service has failed"))
        << mail;
}

TEST(Examples, MakefileMakesTheBrochuresBySetsToo) {
    SKIP_WITHOUT_PROGRAM("make");
    const MiniProject project;
    for (const std::string target : {"all", "sets"}) {
        fs::remove_all(project.file("out"));
        const Ended ended =
            test::run({"make", "-f", (examples / "make/Makefile").string(), target,
                       std::string{"BROCHURE="} + BROCHURE_PROGRAM, "PROJECT=" + project.path().string()});
        EXPECT_EQ(ended.exit_code, 0) << ended.err << ended.out;
        EXPECT_TRUE(fs::exists(project.pdf("nl"))) << target;
    }
}

TEST(Examples, CommandsForCodeHostsRun) {
    const MiniProject project;
    const std::string program = std::string{BROCHURE_PROGRAM} + " -C '" + project.path().string() + "' ";
    for (const auto& [file, behind] :
         {std::pair{"ci/github.yml", "run: brochure "}, std::pair{"ci/gitlab.yml", "- brochure "}}) {
        const std::string command = command_in(test::contents_of(examples / file), behind);
        const Ended ended =
            test::run({"sh", "-c", "cd '" + project.path().string() + "' && " + program + command});
        EXPECT_EQ(ended.exit_code, 0) << file << ended.err << ended.out;
    }
}

}  // namespace
}  // namespace brochure::whole
