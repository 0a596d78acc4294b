// Every mistake of data/broken_layouts/cases.txt: reported once, at its place, with a sentence and a remedy.
#include <cctype>
#include <ostream>
#include <sstream>

#include "layout_folder.hpp"

namespace brochure::design {
namespace {

struct Report {
    std::string place_and_code;  // "12:8 value-range"
    std::string piece;           // of the message or the remedy
};

struct Case {
    std::string name, from, to;
    std::vector<Report> reports;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.name; }

void append_line(std::string& text, const std::string& line) {
    if (!text.empty()) text += '\n';
    text += line;
}

std::vector<Case> read_cases() {
    std::vector<Case> cases;
    std::istringstream in{contents_of(BROCHURE_TEST_DATA "/data/broken_layouts/cases.txt")};
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("[")) cases.push_back({line.substr(1, line.size() - 2), "", "", {}});
        if (line.starts_with("- ")) append_line(cases.back().from, line.substr(2));
        if (line.starts_with("+ ")) append_line(cases.back().to, line.substr(2));
        if (line == "+") append_line(cases.back().to, "");
        if (line.starts_with("! ")) {
            const std::size_t bar = line.find(" | ");
            cases.back().reports.push_back({line.substr(2, bar - 2), line.substr(bar + 3)});
        }
    }
    return cases;
}

std::string test_name(const ::testing::TestParamInfo<Case>& info) {
    std::string name;
    bool word = true;
    for (const char c : info.param.name) {
        if (std::isalnum(static_cast<unsigned char>(c)) == 0) {
            word = true;
            continue;
        }
        name += word ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
        word = false;
    }
    return name;
}

class BrokenLayout : public LayoutFolder, public ::testing::WithParamInterface<Case> {};

TEST_P(BrokenLayout, IsReportedAtItsPlace) {
    const Case& c = GetParam();
    EXPECT_FALSE(read_edited(c.from, c.to).has_value());
    const auto found = sink.sorted();
    ASSERT_EQ(found.size(), c.reports.size()) << shown();
    for (std::size_t i = 0; i < found.size(); ++i) {
        const auto& d = found[i];
        EXPECT_EQ(d.place.file, "layouts/x.toml");
        EXPECT_EQ(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.code,
                  c.reports[i].place_and_code)
            << shown();
        EXPECT_NE((d.message + "\n" + d.remedy).find(c.reports[i].piece), std::string::npos) << shown();
        EXPECT_FALSE(d.remedy.empty());
    }
}

INSTANTIATE_TEST_SUITE_P(Cases, BrokenLayout, ::testing::ValuesIn(read_cases()), test_name);

TEST_F(LayoutFolder, GoodLayoutOfTheTestsHasNoDiagnostics) {
    write("layouts/x.toml", good_layout());
    EXPECT_TRUE(read("x").has_value());
    EXPECT_EQ(shown(), "");
}

TEST_F(LayoutFolder, AllMistakesAreReportedAtOnce) {
    std::string text = edited(good_layout(), "multiple = 4", "multiple = 0");
    text = edited(text, "weight = 700", "weight = \"bold\"");
    text = edited(text, "print_page = true", "print_pages = true");
    text = edited(text, "notice = \"bold\"", "notice = \"blod\"");
    write("layouts/x.toml", text);
    EXPECT_FALSE(read("x").has_value());
    EXPECT_EQ(reports(), (std::vector<std::string>{
                             "layouts/x.toml:15:12 value-range", "layouts/x.toml:40:10 value-type",
                             "layouts/x.toml:65:10 value-unknown", "layouts/x.toml:103:1 key-missing",
                             "layouts/x.toml:104:1 key-unknown"}))
        << shown();
}

TEST_F(LayoutFolder, MistakeThatStylesInheritIsReportedOnce) {
    EXPECT_FALSE(read_edited("leading = \"1 line\"", "leading = \"1 lime\"").has_value());
    EXPECT_EQ(sink.errors(), 1U) << shown();
}

TEST_F(LayoutFolder, TablesMayBeSpreadOverTwoPagesAllOrOneByOne) {
    write("layouts/all.toml", "extends = 'x.toml'\n[table]\nform = 'spread'\n");
    write("layouts/one.toml",
          "extends = 'x.toml'\n[treatment_tables.t]\nform = 'spread'\nonly_with = 'none'\n"
          "columns = [{ heading = 'name', fields = ['name'] }]\n");
    write("layouts/x.toml", good_layout());
    const auto all = read("all");
    ASSERT_TRUE(all.has_value()) << shown();
    EXPECT_EQ(all->table.form, TableForm::spread);
    const auto one = read("one");
    ASSERT_TRUE(one.has_value()) << shown();
    EXPECT_NE(one->table.form, TableForm::spread);
    EXPECT_EQ(one->treatment_tables.at("t").form, TableForm::spread);
}

TEST_F(LayoutFolder, ColumnsTooNarrowForTextAreRefused) {
    write("layouts/wide.toml", "extends = 'x.toml'\n[columns]\nparts = ['body']\ncount = 2\ngap = '6 mm'\n");
    write("layouts/narrow.toml",
          "extends = 'x.toml'\n[columns]\nparts = ['body']\ncount = 3\ngap = '6 mm'\n");
    write("layouts/x.toml", good_layout());
    const auto wide = read("wide");
    ASSERT_TRUE(wide.has_value()) << shown();
    EXPECT_EQ(wide->columns.parts, std::vector{PartKind::body});
    EXPECT_FALSE(read("narrow").has_value());
    EXPECT_EQ(reports(), std::vector<std::string>{"layouts/narrow.toml:4:9 layout-geometry"}) << shown();
}

TEST_F(LayoutFolder, PictogramsBesideColumnsAreRefused) {
    write("layouts/both.toml",
          "extends = 'x.toml'\n[columns]\nparts = ['body']\ncount = 2\ngap = '6 mm'\n"
          "[pictogram]\nshown = true\nwidth = '20 mm'\ngap = '4 mm'\n");
    write("layouts/x.toml", good_layout());
    EXPECT_FALSE(read("both").has_value());
    EXPECT_EQ(reports(), std::vector<std::string>{"layouts/both.toml:3:9 layout-geometry"}) << shown();
}

TEST_F(LayoutFolder, WarningsAloneStillGiveALayout) {
    const auto design = read_edited("ink = { screen = \"#000000\"", "ink = { screen = \"#606060\"");
    EXPECT_TRUE(design.has_value());
    EXPECT_EQ(sink.errors(), 0U) << shown();
    EXPECT_GT(sink.warnings(), 0U);
}

}  // namespace
}  // namespace brochure::design
