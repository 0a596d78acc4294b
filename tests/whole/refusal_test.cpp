// Every mistake of tests/data/broken and tests/data/broken_layouts, in the hands of the program: it tells the
// place and the code, ends with 1, and leaves the PDF of the last edition as it was.
#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>
#include <regex>
#include <set>
#include <sstream>
#include <stdexcept>

#include "support/broken_cases.hpp"
#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::Ended;
using test::MiniProject;

// What must be reported: "content/verband/nl.md:12:3", where a line or column of 0 is any.
struct Expected {
    Place place;
    std::string code;
    std::string severity = "(error|warning)";
};

struct Slip {
    std::string name;
    std::string language = "nl", layout = "a5";
    std::vector<Expected> expected;
    bool fatal = true;  // no PDF may be written
    bool more = false;  // other diagnostics may come along
    test::BrokenCase edit;
    std::string layout_text;  // the text of layouts/x.toml, if that is what is broken
};

void PrintTo(const Slip& slip, std::ostream* out) { *out << slip.name; }

std::vector<Slip> slips_in(const fs::path& file) {
    std::vector<Slip> slips;
    for (const test::BrokenCase& c : test::read_broken_cases(file)) {
        const bool warning = c.expected.severity == diag::Severity::warning;
        Slip slip;
        slip.name = c.name;
        slip.language = c.language;
        slip.expected = {{c.expected.place, c.expected.code, warning ? "warning" : "error"}};
        slip.fatal = !warning;
        slip.more = c.more;
        slip.edit = c;
        slips.push_back(std::move(slip));
    }
    return slips;
}

// A language without a text cannot be asked for at all: that is told before any file is read.
const std::string misuse = "text-missing";

std::vector<Slip> content_slips() {
    std::vector<Slip> slips = slips_in(BROCHURE_TEST_DATA "/data/broken/cases.toml");
    std::erase_if(slips, [](const Slip& slip) { return slip.name == misuse; });
    return slips;
}

std::vector<Slip> setting_slips() { return slips_in(BROCHURE_TEST_DATA "/whole/broken.toml"); }

void append_line(std::string& text, const std::string& line) { text += (text.empty() ? "" : "\n") + line; }

std::vector<Slip> layout_slips() {
    const std::string good = test::contents_of(BROCHURE_TEST_DATA "/data/broken_layouts/good.toml");
    std::istringstream in{test::contents_of(BROCHURE_TEST_DATA "/data/broken_layouts/cases.txt")};
    std::vector<Slip> slips;
    std::vector<std::pair<std::string, std::string>> edits;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("[")) {
            slips.emplace_back();
            slips.back().name = line.substr(1, line.size() - 2);
            slips.back().layout = "x";
            edits.emplace_back();
        }
        if (line.starts_with("- ")) append_line(edits.back().first, line.substr(2));
        if (line.starts_with("+ ") || line == "+")
            append_line(edits.back().second, line.substr(std::min<std::size_t>(2, line.size())));
        if (line.starts_with("! ")) {
            std::istringstream report{line.substr(2)};
            Expected expected;
            char colon = 0;
            report >> expected.place.line >> colon >> expected.place.column >> expected.code;
            expected.place.file = "layouts/x.toml";
            slips.back().expected.push_back(expected);
        }
    }
    for (std::size_t i = 0; i < slips.size(); ++i) {
        slips[i].layout_text = good;
        const std::size_t at = good.find(edits[i].first);
        if (at == std::string::npos)
            throw std::runtime_error(slips[i].name + ": the text to replace is not there");
        slips[i].layout_text.replace(at, edits[i].first.size(), edits[i].second);
    }
    return slips;
}

std::string slip_name(const ::testing::TestParamInfo<Slip>& info) {
    std::string name = info.param.name;
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return std::isalnum(c) == 0; }, '_');
    return name;
}

bool fits(const json& told, const Expected& expected) {
    return told.at("file") == expected.place.file && told.at("code") == expected.code &&
           std::regex_match(told.at("severity").get<std::string>(), std::regex{expected.severity}) &&
           (expected.place.line == 0 || told.at("line") == expected.place.line) &&
           (expected.place.column == 0 || told.at("column") == expected.place.column);
}

// The line that stands for a diagnostic in the text output.
std::string text_line(const json& told) {
    std::string line = told.at("file").get<std::string>() + ":";
    if (told.at("line") > 0)
        line += std::to_string(told.at("line").get<int>()) + ":" +
                std::to_string(told.at("column").get<int>()) + ":";
    return line + " " + told.at("severity").get<std::string>() + " [" + told.at("code").get<std::string>() +
           "]: " + told.at("message").get<std::string>() + "\n    " + told.at("remedy").get<std::string>() +
           "\n";
}

class Refusal : public ::testing::TestWithParam<Slip> {
  protected:
    void SetUp() override {
        const Slip& slip = GetParam();
        fs::create_directories(pdf().parent_path());
        std::ofstream{pdf(), std::ios::binary} << old;
        before_ = fs::last_write_time(pdf());
        if (slip.layout_text.empty()) {
            test::make_broken(slip.edit, project_.path(), test::source_root);
        } else {
            fs::create_directories(project_.path() / "layouts");
            std::ofstream{project_.path() / "layouts/x.toml", std::ios::binary} << slip.layout_text;
        }
    }
    [[nodiscard]] Ended build(const std::string& format) const {
        return project_.run({"build", "verband", "--lang", GetParam().language, "--layout", GetParam().layout,
                             "--format", format});
    }
    [[nodiscard]] fs::path pdf() const { return project_.pdf(GetParam().language, GetParam().layout); }
    [[nodiscard]] bool pdf_is_the_old_one() const {
        return fs::last_write_time(pdf()) == before_ && test::contents_of(pdf()) == old;
    }

  private:
    const std::string old = "the whole PDF of the last edition";
    MiniProject project_;
    fs::file_time_type before_;
};

TEST_P(Refusal, TellsPlaceAndCodeAndKeepsTheOldPdf) {
    const Slip& slip = GetParam();
    const Ended ended = build("text");
    for (const Expected& expected : slip.expected) {
        const auto number = [](std::uint32_t n) {
            return n == 0 ? std::string{"[0-9]+"} : std::to_string(n);
        };
        const std::string place = expected.place.line == 0 ? ":(?:[0-9]+:[0-9]+:)?"
                                                           : ":" + number(expected.place.line) + ":" +
                                                                 number(expected.place.column) + ":";
        const std::regex line{"(^|\n)" + expected.place.file + place + " " + expected.severity + " \\[" +
                              expected.code + "\\]: "};
        EXPECT_TRUE(std::regex_search(ended.err, line))
            << expected.place.file << place << " [" << expected.code << "]\nfound:\n"
            << ended.err;
    }
    EXPECT_EQ(ended.exit_code, slip.fatal ? 1 : 0) << ended.err;
    EXPECT_EQ(pdf_is_the_old_one(), slip.fatal);
}

TEST_P(Refusal, TellsMachinesTheSame) {
    const Slip& slip = GetParam();
    const Ended text = build("text"), ended = build("json");
    EXPECT_EQ(ended.err, "");
    EXPECT_EQ(ended.exit_code, text.exit_code);
    const json told = json::parse(ended.out, nullptr, false);
    ASSERT_FALSE(told.is_discarded()) << ended.out;
    for (const Expected& expected : slip.expected) {
        const json& all = told.at("diagnostics");
        EXPECT_TRUE(std::any_of(all.begin(), all.end(), [&](const json& one) { return fits(one, expected); }))
            << ended.out;
    }
    std::string lines;
    for (const json& one : told.at("diagnostics")) lines += text_line(one);
    EXPECT_EQ(text.err.substr(0, lines.size()), lines);
    EXPECT_EQ(told.at("written").empty(), slip.fatal);
}

INSTANTIATE_TEST_SUITE_P(Content, Refusal, ::testing::ValuesIn(content_slips()), slip_name);
INSTANTIATE_TEST_SUITE_P(Setting, Refusal, ::testing::ValuesIn(setting_slips()), slip_name);
INSTANTIATE_TEST_SUITE_P(Layout, Refusal, ::testing::ValuesIn(layout_slips()), slip_name);

TEST(Refusals, ALanguageWithoutATextIsMisuseAndKeepsTheOldPdf) {
    const MiniProject project;
    const fs::path pdf = project.pdf("nl", "a5");
    fs::create_directories(pdf.parent_path());
    std::ofstream{pdf, std::ios::binary} << "old";
    fs::remove(project.path() / "content/verband/nl.md");
    const Ended ended = project.run({"build", "verband", "--lang", "nl", "--layout", "a5"});
    EXPECT_EQ(ended.exit_code, 2);
    EXPECT_EQ(ended.err.find("The brochure 'verband' has no text in 'nl'. There are: en."),
              std::string{"error: "}.size())
        << ended.err;
    EXPECT_EQ(test::contents_of(pdf), "old");
}

TEST(Refusals, AreOfSixtyKindsAtLeast) {
    std::set<std::string> codes, names;
    for (const auto& slips : {content_slips(), setting_slips(), layout_slips()}) {
        for (const Slip& slip : slips) {
            names.insert(slip.name);
            for (const Expected& expected : slip.expected) codes.insert(expected.code);
        }
    }
    EXPECT_GE(names.size(), 60U);
    EXPECT_GE(codes.size(), 50U);
}

TEST(Refusals, AllMistakesOfARunAreShownAtOnce) {
    const MiniProject project;
    project.edit("content/verband/nl.md", "[@boek; @folder]", "[@boek; @map]");
    project.edit("content/verband/nl.md", "(#verschonen)", "(#verschoning)");
    project.edit("content/verband/brochure.toml", "edition = \"1\"\n", "");
    project.edit("content/house/house.toml", "phone = \"012 345 67 80\"", "fone = \"012 345 67 80\"");
    const Ended ended = project.run({"build", "--lang", "nl"});
    EXPECT_EQ(ended.exit_code, 1);
    for (const std::string code : {"source-unknown", "section-unknown", "key-missing", "key-unknown"}) {
        EXPECT_NE(ended.err.find("[" + code + "]"), std::string::npos) << code << "\n" << ended.err;
    }
}

TEST(Refusals, OneLanguageIsWrittenWhereTheOtherHasErrors) {
    const MiniProject project;
    project.edit("content/verband/en.md", "(#verschonen)", "(#nowhere)");
    EXPECT_EQ(project.run({"build"}).exit_code, 1);
    EXPECT_TRUE(fs::exists(project.pdf("nl")));
    EXPECT_FALSE(fs::exists(project.pdf("en")));
}

TEST(Refusals, WarningsAloneStopNoBuild) {
    const MiniProject project;
    project.edit("content/verband/nl.md", "\"Bel bij koorts.\",",
                 "\"Bel bij koorts.\", \"Drie.\", \"Vier.\",");
    const Ended ended = project.run({"build", "--lang", "nl"});
    EXPECT_NE(ended.err.find("warning ["), std::string::npos) << ended.err;
    EXPECT_EQ(ended.exit_code, 0) << ended.err;
    EXPECT_TRUE(fs::exists(project.pdf("nl")));
}

// A copy of the shipped family in which one face has another file.
void change_bold_face(const MiniProject& project, const std::string& to) {
    std::string family = test::contents_of(test::source_root / "fonts/noto-sans.toml");
    const std::string from = "truetype/noto/NotoSans-Bold.ttf";
    const std::size_t at = family.find(from);
    ASSERT_NE(at, std::string::npos);
    fs::create_directories(project.path() / "fonts");
    std::ofstream{project.file("fonts/noto-sans.toml")} << family.replace(at, from.size(), to);
}

void expect_refused(const MiniProject& project, const std::string& code, const std::string& layout = "a5") {
    const Ended ended = project.run({"build", "--lang", "nl", "--layout", layout});
    EXPECT_EQ(ended.exit_code, 1) << ended.out;
    EXPECT_TRUE(std::regex_search(ended.err, std::regex{"error \\[" + code + "\\]: "})) << ended.err;
    EXPECT_FALSE(fs::exists(project.pdf("nl", layout)));
}

TEST(Refusals, FontThatIsNotInstalled) {
    const MiniProject project;
    change_bold_face(project, "truetype/noto/NotoSans-Bald.ttf");
    expect_refused(project, "font-missing");
}

TEST(Refusals, FontFileThatIsNoFont) {
    const MiniProject project;
    change_bold_face(project, "noto-sans.toml");
    expect_refused(project, "font-(missing|unreadable)");
}

TEST(Refusals, FamilyThatIsNotThere) {
    const MiniProject project;
    fs::create_directories(project.path() / "layouts");
    std::ofstream{project.file("layouts/y.toml")}
        << "extends = \"a5.toml\"\n[families]\nreading = \"noto-snas\"\n";
    expect_refused(project, "font-family-missing", "y");
}

TEST(Refusals, HyphenationDictionaryThatIsNotInstalled) {
    const MiniProject project;
    fs::create_directories(project.path() / "content/languages");
    fs::copy(test::source_root / "content/languages/nl.toml", project.path() / "content/languages");
    project.edit("content/languages/nl.toml", "hyph_nl_NL.dic", "hyph_nl_XX.dic");
    expect_refused(project, "hyphenation-missing");
}

TEST(Refusals, MistakesOfLayoutAndTextAreShownAtOnce) {
    const MiniProject project;
    project.edit("content/verband/nl.md", "(#verschonen)", "(#verschoning)");
    fs::create_directories(project.path() / "layouts");
    std::ofstream{project.file("layouts/y.toml")} << "extends = \"a5.toml\"\ncolor = 1\n";
    const Ended ended = project.run({"build", "--lang", "nl", "--layout", "y"});
    EXPECT_EQ(ended.exit_code, 1);
    EXPECT_NE(ended.err.find("[key-unknown]"), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find("[section-unknown]"), std::string::npos) << ended.err;
}

TEST(Refusals, SmallProjectHasNothingToComplainAbout) {
    const MiniProject project;
    fs::create_directories(project.path() / "layouts");
    fs::copy(BROCHURE_TEST_DATA "/data/broken_layouts/good.toml", project.path() / "layouts/x.toml");
    const Ended plain = project.run({"build", "--layout", "a5"});
    EXPECT_EQ(plain.exit_code, 0);
    EXPECT_EQ(plain.err.find("warning ["), std::string::npos) << plain.err;
    const Ended ended = project.run({"build", "--lang", "nl", "--layout", "x"});
    EXPECT_EQ(ended.exit_code, 0);
    // That layout's one table shows less than the treatments tell: it says so, and nothing else.
    for (std::size_t at = 0; (at = ended.err.find("warning [", at)) != std::string::npos; ++at)
        EXPECT_EQ(ended.err.substr(at, 22), "warning [field-unseen]") << ended.err;
    EXPECT_TRUE(fs::exists(project.pdf("nl", "x"))) << ended.out;
}

}  // namespace
}  // namespace brochure::whole
