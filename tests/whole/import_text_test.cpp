// A brochure begun from a page that somebody wrote long ago.
#include <nlohmann/json.hpp>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

using test::Ended;
using test::holds;
using test::MiniProject;

const std::string page =
    "<html><body><h1>Een gips om uw been</h1>\n"
    "<h2>Waar u op let</h2><p>Bel ons bij de volgende klachten:</p>"
    "<p>Een gipsverband wordt hard. Het gipsverband blijft zes weken zitten. Een gipsferband is nat.</p>"
    "<p>Been / Bron: JanBeen / Bron: Jan</p>"
    "<img src='fotos/been.jpg' alt='Een been'></body></html>";

class ImportText : public testing::Test {
  protected:
    ImportText() { std::ofstream{project.file("gips.html")} << page; }
    void SetUp() override { SKIP_WITHOUT_PROGRAM("pandoc"); }
    [[nodiscard]] Ended import(std::vector<std::string> more = {}) const {
        std::vector<std::string> words{"import", project.file("gips.html").string(), "gips", "--lang", "nl"};
        words.insert(words.end(), more.begin(), more.end());
        return project.run(words);
    }
    MiniProject project;
};

TEST_F(ImportText, NamesWhatItLacks) {
    const Ended ended = import();
    EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
    EXPECT_TRUE(holds(ended.out, "Been / Bron: Jan”")) << ended.out;
    for (const char* code : {"list-missing", "key-missing", "sources-missing"})
        EXPECT_TRUE(holds(ended.out, code)) << code << " is not in\n" << ended.out;
    for (const char* key :
         {"author' is missing", "licence' is missing", "updated' is missing", "review_by' is missing"})
        EXPECT_TRUE(holds(ended.out, key)) << key << " is not in\n" << ended.out;
    const std::string text = test::contents_of(project.file("content/gips/nl.md"));
    EXPECT_TRUE(holds(text, "title = \"Een gips om uw been\"\n")) << text;
    EXPECT_TRUE(holds(text, "## Waar u op let {#waar-u-op-let}\n")) << text;
}

TEST_F(ImportText, BuildsNothingWithoutRights) {
    ASSERT_EQ(import().exit_code, 0);
    EXPECT_EQ(project.run({"build", "gips", "--edition", "screen"}).exit_code, 1);
    EXPECT_FALSE(std::filesystem::exists(project.file("out/gips")));
}

TEST_F(ImportText, NeverTouchesABrochureThatIsThere) {
    ASSERT_EQ(import().exit_code, 0);
    const std::string before = test::contents_of(project.file("content/gips/nl.md"));
    EXPECT_EQ(import().exit_code, 2);
    EXPECT_EQ(test::contents_of(project.file("content/gips/nl.md")), before);
}

TEST_F(ImportText, TellsAProgramTheSame) {
    const Ended ended = import({"--format", "json"});
    const auto told = nlohmann::json::parse(ended.out, nullptr, false);
    ASSERT_FALSE(told.is_discarded()) << ended.out << ended.err;
    EXPECT_EQ(told["remarks"].size(), 2U);
    EXPECT_FALSE(told["lacks"].empty());
}

TEST_F(ImportText, AsksForPandocWhereItIsNotInstalled) {
    const Ended ended = project.run({"import", project.file("gips.html").string(), "gips", "--lang", "nl"},
                                    {.environment = {"PATH=/nowhere"}});
    EXPECT_EQ(ended.exit_code, 3) << ended.out << ended.err;
    EXPECT_TRUE(holds(ended.err, "apt install pandoc")) << ended.err;
    EXPECT_FALSE(std::filesystem::exists(project.file("content/gips")));
}

}  // namespace
}  // namespace brochure::whole
