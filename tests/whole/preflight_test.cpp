// `check` says all that `build` says, in the same severity and at the same place: of brochures that no author
// would write, and of every mistake of tests/data.
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <ostream>
#include <set>
#include <tuple>

#include "diag/render.hpp"
#include "make/make.hpp"
#include "pdf/press/press_profile.hpp"
#include "picture/encode.hpp"
#include "support/broken_cases.hpp"
#include "support/random_author.hpp"
#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using design::Edition;

using Said = std::set<std::tuple<std::string, diag::Severity, std::string, std::uint32_t>>;

Said said_by(const make::Report& report) {
    Said said;
    for (const diag::Diagnostic& one : report.diagnostics.sorted())
        said.emplace(one.code, one.severity, one.place.file, one.place.line);
    return said;
}

// What one of the two says and the other does not.
void expect_check_says_all(const fs::path& project_folder, make::Request request) {
    const make::Project project = make::open_project(project_folder, BROCHURE_SOURCE_ROOT);
    request.output = project_folder / "out";
    const make::Report built = make::build(project, request);
    request.write = false;
    request.today = base::Date{2026, 6, 1};
    const make::Report checked = make::build(project, request);
    const Said told = said_by(checked);
    for (const auto& one : said_by(built)) {
        if (told.contains(one)) continue;
        ADD_FAILURE() << "only build says " << std::get<0>(one) << " of " << std::get<2>(one) << ":"
                      << std::get<3>(one) << "\n"
                      << diag::as_text(built.diagnostics.sorted());
    }
    for (const std::string& sentence : built.refused)
        EXPECT_NE(std::find(checked.refused.begin(), checked.refused.end(), sentence), checked.refused.end())
            << "only build says: " << sentence;
}

make::Request all_editions() {
    make::Request request;
    request.editions = {Edition::screen, Edition::press, Edition::booklet, Edition::two_up};
    return request;
}

TEST(CheckSaysAllThatBuildSays, OfRandomBrochures) {
    constexpr unsigned brochures = 16;
    for (unsigned seed = 9001; seed < 9001 + brochures; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        test::Author author(seed);
        std::map<std::string, std::string> drawings;
        const test::SmallBrochure brochure = author.write(drawings);
        const test::TemporaryFolder folder;
        test::write_project(folder, brochure);
        for (const auto& [name, text] : drawings) folder.write("content/proef/" + name, text);
        make::Request request = all_editions();
        if (seed % 3 == 0) request.layouts = {"a5-easy-read"};
        expect_check_says_all(folder.path(), request);
    }
}

std::vector<test::BrokenCase> mistakes() {
    std::vector<test::BrokenCase> all;
    for (const std::string file : {"/data/broken/cases.toml", "/whole/broken.toml"}) {
        for (const test::BrokenCase& one : test::read_broken_cases(BROCHURE_TEST_DATA + file))
            all.push_back(one);
    }
    return all;
}

TEST(CheckSaysAllThatBuildSays, OfEveryMistakeOfTheTests) {
    for (const test::BrokenCase& mistake : mistakes()) {
        SCOPED_TRACE(mistake.name);
        const test::MiniProject project;
        test::make_broken(mistake, project.path(), test::source_root);
        make::Request request;
        request.languages = {mistake.language};
        expect_check_says_all(project.path(), request);
    }
}

std::string shown(const make::Report& report) { return diag::as_text(report.diagnostics.sorted()); }

// A small project with a photograph of so many pixels across, shown across the text.
struct WithPhotograph {
    explicit WithPhotograph(unsigned pixels) {
        test::SmallBrochure brochure{
            "## Kop\n\nTekst[@boek] en meer[@folder].\n\n![Een foto](foto "
            "\"Bijschrift\")\n\n![Een arm](arm)\n"};
        brochure.images =
            "\n[[image]]\nid = \"foto\"\nfile = \"foto.png\"\nauthor = \"Fotograaf\"\nlicence = \"CC0\"\n";
        test::write_project(folder, brochure);
        picture::testing::PngRecipe recipe;
        recipe.width = recipe.height = pixels;
        recipe.colour_type = PNG_COLOR_TYPE_GRAY;
        folder.write("content/proef/foto.png",
                     picture::testing::png_file(recipe, std::vector<std::vector<png_byte>>(
                                                            pixels, std::vector<png_byte>(pixels, 0x7F))));
    }
    make::Report run(bool write) const {
        make::Request request;
        request.write = write;
        request.output = folder.path() / "out";
        return make::build(make::open_project(folder.path(), BROCHURE_SOURCE_ROOT), request);
    }
    test::TemporaryFolder folder;
};

TEST(Preflight, CoarsePictureIsOneWarningAtItsImageForBothCommands) {
    const WithPhotograph project(200);
    for (const bool write : {true, false}) {
        std::vector<diag::Diagnostic> coarse;
        const auto all = project.run(write).diagnostics.sorted();
        std::copy_if(all.begin(), all.end(), std::back_inserter(coarse),
                     [](const diag::Diagnostic& one) { return one.code == "picture-coarse"; });
        ASSERT_EQ(coarse.size(), 1U) << diag::as_text(all);
        EXPECT_EQ(coarse[0].severity, diag::Severity::warning);
        EXPECT_EQ(coarse[0].place.file, "content/proef/brochure.toml");
    }
}

TEST(Preflight, CheckLooksAtTheEditionsThatTheLayoutNames) {
    const WithPhotograph project(2000);
    fs::create_directories(project.folder.path() / "layouts");
    std::ofstream{project.folder.path() / "layouts/ours.toml"}
        << "extends = \"a5.toml\"\neditions = [\"screen\", \"booklet\"]\n"
        << "[booklet]\nunprintable_edge = \"20 mm\"\n";
    make::Request request;
    request.write = false;
    request.layouts = {"ours"};
    const make::Project opened = make::open_project(project.folder.path(), BROCHURE_SOURCE_ROOT);
    const make::Report checked = make::build(opened, request);
    EXPECT_NE(shown(checked).find("[content-cut-off]"), std::string::npos) << shown(checked);
    request.editions = {Edition::screen};
    const make::Report screen = make::build(opened, request);
    EXPECT_EQ(shown(screen).find("[content-cut-off]"), std::string::npos) << shown(screen);
}

TEST(Preflight, MissingProfileIsToldWithTheLayoutsLineByBothCommands) {
    const test::MiniProject project;
    fs::create_directories(project.path() / "layouts");
    std::ofstream{project.file("layouts/ours.toml")}
        << "extends = \"a5.toml\"\n\n[press]\nprofile = \"nowhere.icc\"\n";
    for (const std::string command : {"build", "check"}) {
        const test::Ended ended = project.run({command, "--lang", "nl", "--layout", "ours"});
        EXPECT_EQ(ended.exit_code, 3) << ended.err;
        EXPECT_NE(ended.err.find("layouts/ours.toml:4:"), std::string::npos) << ended.err;
    }
    EXPECT_TRUE(fs::exists(project.pdf("nl", "ours"))) << "the other editions are written all the same";
}

}  // namespace
}  // namespace brochure::whole
