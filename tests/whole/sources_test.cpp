// The pages that brochures cite, watched against a server full of traps.
#include <chrono>
#include <csignal>
#include <map>
#include <nlohmann/json.hpp>
#include <thread>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::Ended;
using test::holds;
using test::MiniProject;

const std::string server_script = std::string{BROCHURE_TEST_DATA} + "/whole/source_server.py";

// The server, as long as it lives.
class TrapServer {
  public:
    explicit TrapServer(const fs::path& folder)
        : day_file_(folder / "day"),
          process_({"sh", "-c", "exec python3 \"$0\" \"$1\" >\"$2\" 2>/dev/null", server_script,
                    day_file_.string(), (folder / "port").string()}) {
        set_day(0);
        for (int i = 0; i < 1000 && !holds(port(), "\n"); ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds{10});
    }
    ~TrapServer() {
        ::kill(process_.id(), SIGKILL);
        process_.wait();
    }
    TrapServer(const TrapServer&) = delete;
    TrapServer& operator=(const TrapServer&) = delete;

    void set_day(int day) const { std::ofstream{day_file_} << day; }
    [[nodiscard]] std::string name() const {
        const std::string text = port();
        return "127.0.0.1:" + text.substr(0, text.find('\n'));
    }

  private:
    [[nodiscard]] std::string port() const { return test::contents_of(day_file_.parent_path() / "port"); }
    fs::path day_file_;
    test::Process process_;
};

class Sources : public ::testing::Test {
  protected:
    void cite(const std::string& name, const std::string& heading = "",
              const std::string& anchor = "") const {
        std::ofstream file(project.file("content/verband/brochure.toml"), std::ios::app);
        file << "\n[[source]]\nid = \"" << name << "\"\ntitle = \"T\"\npublisher = \"P\"\naddress = \"http://"
             << server.name() << "/" << name << (anchor.empty() ? "" : "#" + anchor)
             << "\"\nseen = 2025-12-31\n";
        if (!heading.empty()) file << "heading = \"" << heading << "\"\n";
    }
    [[nodiscard]] Ended check(int day, std::vector<std::string> more = {}) const {
        server.set_day(day);
        const std::string date = day < 31
                                     ? "2026-01-" + std::string(day < 9 ? "0" : "") + std::to_string(day + 1)
                                     : "2026-02-" + std::to_string(day - 30);
        std::vector<std::string> words{"sources",       "check",    "--now",         date,
                                       "--patience",    "1",        "--allow-inner", server.name(),
                                       "--allow-inner", "localhost"};
        words.insert(words.end(), more.begin(), more.end());
        return project.run(words);
    }
    // The state of each source, by its id.
    [[nodiscard]] static std::map<std::string, std::string> states(const Ended& ended) {
        std::map<std::string, std::string> states;
        const json told = json::parse(ended.out, nullptr, false);
        if (told.is_discarded()) return states;
        for (const json& one : told.at("sources"))
            states[one.at("cited_by").at(0).at("source")] = one.at("state");
        return states;
    }

    MiniProject project;
    test::ScratchFolder folder;
    TrapServer server{folder.path()};
};

TEST_F(Sources, AllTrapsOfFiveDaysAreSeenForWhatTheyAre) {
    const json traps = json::parse(test::run({"python3", server_script, "--list"}).out);
    ASSERT_GE(traps.size(), 40U);
    // The book that the project cites already is at no address that there is.
    project.edit("content/verband/brochure.toml", "address = \"https://boek.example/verband\"\n", "");
    for (const json& trap : traps) cite(trap.at("name"), trap.at("heading"), trap.at("anchor"));
    std::size_t number = 0;
    for (const int day : {0, 1, 2, 40, 41}) {
        const Ended ended = check(day, {"--format", "json"});
        const auto found = states(ended);
        bool news = false;
        for (const json& trap : traps) {
            const std::string name = trap.at("name"), expected = trap.at("states").at(number);
            EXPECT_EQ(found.contains(name) ? found.at(name) : "missing", expected)
                << name << " on day " << day;
            news = news || expected == "changed" || expected == "moved" || expected == "gone";
        }
        EXPECT_EQ(ended.exit_code, news ? 4 : 0) << ended.err;
        ++number;
    }
    const Ended asked = test::run({"python3", "-c",
                                   "import urllib.request as u; print(u.urlopen('http://" + server.name() +
                                       "/asked').read().decode())"});
    for (const json& one : json::parse(asked.out)) {
        EXPECT_EQ(one.at(0), "GET");
        EXPECT_FALSE(one.at(1) == "/status-429" && one.at(2) == 2) << "asked although told to wait";
        EXPECT_NE(one.at(1), "/robots-forbid");
    }
}

TEST_F(Sources, ChangeIsShownWithTheUnitsThatRestOnItUntilSomebodyHasLooked) {
    cite("other-dose");
    project.edit("content/verband/nl.md", "Houd het droog.", "Houd het droog [@other-dose].");
    EXPECT_EQ(check(0).exit_code, 0);
    EXPECT_TRUE(holds(check(1).out, "different since 2026-01-02")) << "not told at first sight";
    const Ended changed = check(2);
    EXPECT_EQ(changed.exit_code, 4);
    EXPECT_TRUE(holds(changed.out, "- U krijgt elke vier weken een infuus van 4 mg.")) << changed.out;
    EXPECT_TRUE(holds(changed.out, "+ U krijgt elke vier weken een infuus van 8 mg.")) << changed.out;
    EXPECT_TRUE(holds(changed.out, "verband cites it as 'other-dose' in ")) << changed.out;
    const Ended status = project.run({"status"});
    EXPECT_EQ(status.exit_code, 4);
    EXPECT_TRUE(holds(status.out, "source 'other-dose' changed")) << status.out;
    project.edit("content/verband/brochure.toml", "seen = 2025-12-31", "seen = 2026-01-02");
    EXPECT_EQ(check(40).exit_code, 0);
    EXPECT_EQ(check(41).exit_code, 0);
}

TEST_F(Sources, InnerAddressIsNotAskedUnlessAllowed) {
    cite("nothing-new");
    const Ended ended = project.run({"sources", "check", "--now", "2026-01-01", "--format", "json"});
    EXPECT_EQ(ended.exit_code, 0);
    EXPECT_EQ(states(ended).at("nothing-new"), "away");
    EXPECT_TRUE(holds(ended.out, "is in an inner network")) << ended.out;
}

TEST_F(Sources, WrongDayOrBrochureIsWrongUsage) {
    EXPECT_EQ(project.run({"sources", "check", "--now", "gisteren"}).exit_code, 2);
    EXPECT_EQ(project.run({"sources", "check", "niets"}).exit_code, 2);
}

}  // namespace
}  // namespace brochure::whole
