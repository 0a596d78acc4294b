// 200 edits by chance: after each, what is made is exactly what depends on what was edited; and what then
// stands in the output folder is, byte for byte, what a build from nothing makes.
#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <random>
#include <set>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;
using test::contents_of;
using test::Ended;
using test::MiniProject;
using test::ScratchFolder;

using Names = std::set<std::string>;  // "verband.nl.a5.pdf"

const Names nl{"verband.nl.a5.pdf", "verband.nl.ours.pdf"}, en{"verband.en.a5.pdf", "verband.en.ours.pdf"},
    ours{"verband.nl.ours.pdf", "verband.en.ours.pdf"}, none,
    all{"verband.nl.a5.pdf", "verband.nl.ours.pdf", "verband.en.a5.pdf", "verband.en.ours.pdf"};

class RandomEdits : public ::testing::Test {
  protected:
    RandomEdits() {
        fs::create_directories(project.path() / "layouts");
        fs::create_directories(project.path() / "content/languages");
        std::ofstream(project.file("layouts/ours.toml")) << "extends = \"a5.toml\"\n";
        for (const char* language : {"en.toml", "nl.toml", "pl.toml"})
            fs::copy(test::source_root / "content/languages" / language,
                     project.file("content/languages") / language);
    }
    [[nodiscard]] Ended build(const std::vector<std::string>& more) const {
        std::vector<std::string> words{"build", "--layout", "a5,ours", "--edition", "screen"};
        words.insert(words.end(), more.begin(), more.end());
        return project.run(words);
    }
    [[nodiscard]] Names made() const {
        const Ended ended = build({"--format", "json"});
        EXPECT_EQ(ended.exit_code, 0) << ended.out << ended.err;
        const json told = json::parse(ended.out, nullptr, false);
        Names names;
        for (const json& output : told.at("outputs")) {
            if (output.at("state") == "made")
                names.insert(fs::path{output.at("file").get<std::string>()}.filename());
        }
        return names;
    }
    // A word that stands nowhere: letters alone, since numbers are compared between the languages.
    std::string new_word() {
        std::string word;
        for (int i = 0; i < 6; ++i)
            word += std::string("bdfklmnprt").substr(chance() % 10, 1) +
                    std::string("aeiou").substr(chance() % 5, 1);
        return word;
    }
    // What stands between two pieces of a file, for the first time, becomes `words`.
    void put(const std::string& file, const std::string& before, const std::string& after,
             const std::string& words) const {
        std::string text = contents_of(project.file(file));
        const std::size_t from = text.find(before);
        ASSERT_NE(from, std::string::npos) << file << before;
        const std::size_t begin = from + before.size(), end = text.find(after, begin);
        ASSERT_NE(end, std::string::npos) << file << after;
        std::ofstream(project.file(file), std::ios::binary) << text.replace(begin, end - begin, words);
    }
    Names edit_a_word_of_the_translation() {
        put("content/verband/en.md", "- Keep it dry", ".\n", " " + new_word());
        return en;
    }
    Names edit_a_word_of_the_master() {
        put("content/verband/nl.md", "- Houd het droog", ".\n", " " + new_word());
        return nl;
    }
    Names edit_a_colour_of_the_layout() {
        constexpr int dark = 64;
        std::ofstream(project.file("layouts/ours.toml"))
            << "extends = \"a5.toml\"\n[colours]\npetrol = { screen = \"#" << std::hex << 16 + chance() % dark
            << 16 + chance() % dark << 16 + chance() % dark << "\", press = [85, 90, 10, 5] }\n# "
            << new_word();
        return ours;
    }
    Names edit_a_drawing() {
        put("content/verband/images/arm.svg", "<rect x=\"8\" y=\"20\" width=\"", "\"",
            "9" + std::to_string(chance() % 10) + "." + std::to_string(++edits));
        return all;
    }
    Names edit_a_label() {
        put("content/languages/en.toml", "contents = \"", "\"", "In " + new_word());
        return en;
    }
    Names edit_another_language() {
        put("content/languages/pl.toml", "contents = \"", "\"", new_word());
        return none;
    }
    Names edit_a_remark() {
        put("content/verband/brochure.toml", "id = \"verband\"", "\n", "  # " + new_word());
        return none;
    }
    Names edit_the_house() {
        put("content/house/house.toml", "name = \"", "\"", "Huis " + new_word());
        return all;
    }
    Names edit_the_disclaimer() {
        put("content/house/disclaimer.en.md", "This brochure", "\n",
            " does not replace your doctor's " + new_word() + ".");
        return en;
    }
    Names take_an_output_away() {
        fs::remove(project.pdf("nl", "ours"));
        return {"verband.nl.ours.pdf"};
    }
    Names alter_an_output() {
        std::ofstream(project.pdf("en"), std::ios::app) << "x";
        return {"verband.en.a5.pdf"};
    }
    Names take_a_record_away() {
        fs::remove(project.file("out/verband/verband.nl.a5.record.json"));
        return none;
    }
    Names put_an_own_family() {
        const fs::path family = project.file("fonts/noto-sans.toml");
        if (fs::remove(family)) return all;
        fs::create_directories(family.parent_path());
        std::string text = contents_of(test::source_root / "fonts/noto-serif.toml");
        std::ofstream(family) << text.replace(text.find("noto-serif"), 10, "noto-sans");
        return all;
    }

    void expect_as_from_nothing() const {
        const ScratchFolder anew;
        EXPECT_EQ(build({"-o", anew.path().string(), "--quiet"}).exit_code, 0);
        for (const std::string& name : all) {
            EXPECT_TRUE(contents_of(project.file("out/verband/" + name)) ==
                        contents_of(anew / ("verband/" + name)))
                << name;
        }
    }

    MiniProject project;
    std::mt19937 chance{2026};
    unsigned edits = 0;
};

TEST_F(RandomEdits, MakeExactlyWhatDependsOnThem) {
    const std::vector<std::function<Names()>> kinds{[&] { return edit_a_word_of_the_translation(); },
                                                    [&] { return edit_a_word_of_the_master(); },
                                                    [&] { return edit_a_colour_of_the_layout(); },
                                                    [&] { return edit_a_drawing(); },
                                                    [&] { return edit_a_label(); },
                                                    [&] { return edit_another_language(); },
                                                    [&] { return edit_a_remark(); },
                                                    [&] { return edit_the_house(); },
                                                    [&] { return edit_the_disclaimer(); },
                                                    [&] { return take_an_output_away(); },
                                                    [&] { return alter_an_output(); },
                                                    [&] { return take_a_record_away(); },
                                                    [&] { return put_an_own_family(); }};
    ASSERT_EQ(made(), all);
    constexpr int wanted = 200, between_full_builds = 40;
    for (int i = 1; i <= wanted; ++i) {
        const std::size_t kind = chance() % kinds.size();
        const Names expected = kinds[kind]();
        ASSERT_EQ(made(), expected) << "edit " << i << " of kind " << kind;
        if (i % between_full_builds == 0) expect_as_from_nothing();
    }
}

}  // namespace
}  // namespace brochure::whole
