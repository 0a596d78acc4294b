// A wide table over a facing pair, built by the program and read again by other people's tools.
#include <fmt/format.h>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using test::run;

const std::string python = "/usr/bin/python3";

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream{file, std::ios::binary} << text;
}

// Whether some even page and the one after it both hold the words.
bool stand_on_a_facing_pair(const std::string& pdf, const std::string& words) {
    bool verso = false;
    for (int page = 1; page <= 60; ++page) {
        const std::string number = std::to_string(page);
        const test::Ended text = run({"pdftotext", "-f", number, "-l", number, pdf, "-"});
        if (text.exit_code != 0) break;
        const bool here = text.out.find(words) != std::string::npos;
        if (page % 2 == 1 && verso && here) return true;
        verso = page % 2 == 0 && here;
    }
    return false;
}

void expect_words(const std::string& pdf, const std::string& project, const std::string& brochure,
                  const std::string& language) {
    for (const std::string check :
         {"check_words.py structure", "check_words.py plain", "check_structure.py"}) {
        std::vector<std::string> command{python, "-B"};
        const std::size_t space = check.find(' ');
        command.push_back(BROCHURE_TEST_DATA "/whole/" + check.substr(0, space));
        if (space != std::string::npos) command.push_back(check.substr(space + 1));
        for (const std::string& argument :
             {pdf, project, std::string{BROCHURE_SOURCE_ROOT}, brochure, language, std::string{"a5-spread"}})
            command.push_back(argument);
        const test::Ended checked = run(command);
        EXPECT_EQ(checked.exit_code, 0) << check << "\n" << checked.out << checked.err;
    }
}

TEST(SpreadTable, OfAnAuthorStandsOnAFacingPairWithEveryWordReadOnce) {
    if (run({python, "-c", "import tomllib, pikepdf"}).exit_code != 0)
        GTEST_SKIP() << "Python 3.11 or pikepdf is not installed";
    SKIP_WITHOUT_PROGRAM("pdftotext");
    const test::MiniProject project;
    write(project.file("layouts/a5-spread.toml"),
          "extends = \"a5.toml\"\ndescription = \"A table over two pages\"\n[table]\nform = \"spread\"\n");
    std::string table =
        "| Dag | Ochtend | Middag | Avond | Nacht | Wie helpt |\n| --- | --- | --- | --- | --- | --- |\n";
    for (const std::string day : {"Vrijdag", "Zaterdag", "Zondag"}) {
        table +=
            "| " + day +
            " | handen wassen en het verband losmaken | zalf dun uitsmeren en laten drogen | "
            "een schoon verband om de arm leggen | de arm hoog op een kussen leggen | verpleegkundige van "
            "de polikliniek" +
            (day == "Zondag" ? "[^wie] |\n" : " |\n");
    }
    project.edit("content/verband/nl.md", "## Zalf {#zalf}",
                 table + "\n[^wie]: Bel de polikliniek als u thuis hulp wilt.\n\n## Zalf {#zalf}");
    const test::Ended built =
        project.run({"build", "--lang", "nl", "--layout", "a5-spread", "--edition", "screen,press,booklet"});
    ASSERT_EQ(built.exit_code, 0) << built.err;
    const std::string pdf = project.pdf("nl", "a5-spread").string();
    expect_words(pdf, project.path().string(), "verband", "nl");
    EXPECT_TRUE(stand_on_a_facing_pair(pdf, "Zaterdag"));
}

TEST(SpreadTable, OverTreatmentsStandsOnAFacingPairInABrochureFromTheRight) {
    if (run({python, "-c", "import tomllib, pikepdf"}).exit_code != 0)
        GTEST_SKIP() << "Python 3.11 or pikepdf is not installed";
    SKIP_WITHOUT_PROGRAM("pdftotext");
    const test::ScratchFolder folder;
    fs::copy(fs::path{BROCHURE_TEST_DATA} / "data/languages", folder.path(), fs::copy_options::recursive);
    std::string layout =
        "extends = \"a5.toml\"\ndescription = \"A table over two pages\"\n"
        "[treatment_tables.overview]\nform = \"spread\"\ncolumns = [\n";
    for (const std::string field : {"name", "aim", "how", "frequency", "side_effects"})
        layout += fmt::format("    {{ heading = \"{0}\", fields = [\"{0}\"] }},\n", field);
    write(folder / "layouts/a5-spread.toml", layout + "]\n");
    const test::Ended built =
        test::run_brochure({"build", "hebrew", "-C", folder.path().string(), "--layout", "a5-spread",
                            "--edition", "screen,press", "-o", (folder / "out").string()});
    ASSERT_EQ(built.exit_code, 0) << built.err;
    const std::string pdf = (folder / "out/hebrew/hebrew.he.a5-spread.pdf").string();
    expect_words(pdf, folder.path().string(), "hebrew", "he");
    EXPECT_TRUE(stand_on_a_facing_pair(pdf, "dexamethasone"));
}

}  // namespace
}  // namespace brochure::whole
