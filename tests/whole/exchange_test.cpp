// A translation on its way to a translator's tool and back, with gettext's own programs for judges.
#include <nlohmann/json.hpp>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

using test::contents_of;
using test::Ended;
using test::MiniProject;

// A copy of the shipped texts.
class Sample {
  public:
    Sample() {
        std::filesystem::copy(test::source_root / "content", folder_ / "content",
                              std::filesystem::copy_options::recursive);
    }
    [[nodiscard]] Ended run(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"-C", folder_.path().string()});
        return test::run_brochure(std::move(arguments));
    }
    [[nodiscard]] std::string file(const std::string& name) const { return (folder_ / name).string(); }

  private:
    test::ScratchFolder folder_;
};

class Exchange : public testing::TestWithParam<std::string> {};

TEST_P(Exchange, GoesThroughTheToolsOfOthersAndComesBackTheSame) {
    const Sample sample;
    const std::string text = sample.file("content/botmetastasen/" + GetParam() + ".md");
    const std::string before = contents_of(text);
    ASSERT_EQ(sample.run({"translation", "export", "botmetastasen", GetParam()}).exit_code, 0);
    const std::string po = sample.file("po/botmetastasen." + GetParam() + ".po");
    const Ended judged = test::run({"msgfmt", "-c", "-v", "-o", "/dev/null", po});
    EXPECT_EQ(judged.exit_code, 0) << judged.err;
    EXPECT_NE(judged.err.find("313 translated messages."), std::string::npos) << judged.err;
    EXPECT_EQ(judged.err.find("warning"), std::string::npos) << judged.err;
    ASSERT_EQ(sample.run({"translation", "import", po}).exit_code, 0);
    EXPECT_EQ(contents_of(text), before);
    const std::string other = sample.file("po/other.po");
    ASSERT_EQ(test::run({"msgcat", "--width=60", "-o", other, po}).exit_code, 0);
    const Ended imported = sample.run({"translation", "import", other});
    EXPECT_EQ(imported.exit_code, 0) << imported.err;
    EXPECT_NE(imported.out.find("0 pieces taken, 313 as before"), std::string::npos) << imported.out;
    EXPECT_EQ(contents_of(text), before);
}

INSTANTIATE_TEST_SUITE_P(Languages, Exchange, testing::Values("ar", "en", "pl", "tr", "uk", "zh"),
                         [](const auto& one) { return one.param; });

TEST(ExchangeCommand, GivesATemplateWithoutALanguage) {
    const Sample sample;
    ASSERT_EQ(sample.run({"translation", "export", "botmetastasen"}).exit_code, 0);
    EXPECT_EQ(test::run({"msgfmt", "-c", "-o", "/dev/null", sample.file("po/botmetastasen.pot")}).exit_code,
              0);
}

TEST(ExchangeCommand, AStalePieceIsFuzzyToGettextWithItsFormerWords) {
    const MiniProject project;
    ASSERT_EQ(project.run({"translation", "confirm", "verband", "en"}).exit_code, 0);
    project.edit("content/verband/nl.md", "Wat u doet met een verband", "Wat u laat met een verband");
    ASSERT_EQ(project.run({"translation", "export", "verband", "en"}).exit_code, 0);
    const Ended fuzzy =
        test::run({"msgattrib", "--only-fuzzy", "--no-wrap", project.file("po/verband.en.po").string()});
    EXPECT_NE(fuzzy.out.find("#| msgid \"Wat u doet met een verband"), std::string::npos) << fuzzy.out;
}

TEST(ExchangeCommand, ADamagedFileLeavesAllAsItWas) {
    const MiniProject project;
    ASSERT_EQ(project.run({"translation", "export", "verband", "en"}).exit_code, 0);
    const std::string before = contents_of(project.file("content/verband/en.md"));
    std::ofstream{project.file("po/verband.en.po")} << "msgid \"\nmsgstr nothing\n";
    EXPECT_EQ(project.run({"translation", "import", project.file("po/verband.en.po").string()}).exit_code, 1);
    EXPECT_EQ(contents_of(project.file("content/verband/en.md")), before);
}

TEST(ExchangeCommand, TellsAProgramWhatWasTaken) {
    const MiniProject project;
    ASSERT_EQ(project.run({"translation", "export", "verband", "en"}).exit_code, 0);
    const Ended ended =
        project.run({"translation", "import", project.file("po/verband.en.po").string(), "--format", "json"});
    const auto told = nlohmann::json::parse(ended.out, nullptr, false);
    ASSERT_FALSE(told.is_discarded()) << ended.out << ended.err;
    EXPECT_EQ(told["file"], "content/verband/en.md");
    EXPECT_TRUE(told["taken"].empty());
}

TEST(ExchangeCommand, RefusesAFileThatIsNotThere) {
    const MiniProject project;
    EXPECT_EQ(project.run({"translation", "import", "none.po"}).exit_code, 3);
}

}  // namespace
}  // namespace brochure::whole
