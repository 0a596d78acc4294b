// Forms other than PO on their way to translators' tools, with programs of others for judges: xmllint with
// the schemas of OASIS, and the Translate Toolkit.
#include <nlohmann/json.hpp>

#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

using test::contents_of;
using test::Ended;
using test::holds;

const std::filesystem::path schemas{"/usr/share/php/Symfony/Component/Translation/Resources/schemas"};

#define SKIP_WITHOUT_SCHEMAS()       \
    SKIP_WITHOUT_PROGRAM("xmllint"); \
    if (!std::filesystem::exists(schemas)) GTEST_SKIP() << "php-symfony-translation is not installed"

// Debian's, which has Debian's packages.
const std::string python{"/usr/bin/python3"};

// A copy of the shipped texts, in which one passage of the master text has changed and one is gone.
class Sample {
  public:
    Sample() {
        std::filesystem::copy(test::source_root / "content", folder_ / "content",
                              std::filesystem::copy_options::recursive);
    }
    void change_master() const {
        const std::string name = file("content/botmetastasen/nl.md");
        std::string text = contents_of(name);
        for (const auto& [from, to] : {std::pair{"\"één keer per vier weken\"", "\"één keer per zes weken\""},
                                       {"- de ribben\n", ""}}) {
            const std::size_t at = text.find(from);
            ASSERT_NE(at, std::string::npos) << from;
            text.replace(at, std::string_view{from}.size(), to);
        }
        std::ofstream{name, std::ios::binary} << text;
    }
    [[nodiscard]] Ended run(std::vector<std::string> arguments) const {
        arguments.insert(arguments.end(), {"-C", folder_.path().string()});
        return test::run_brochure(std::move(arguments));
    }
    [[nodiscard]] std::string file(const std::string& name) const { return (folder_ / name).string(); }

    // The schema, with the copy of W3C's that stands beside it: nothing is fetched.
    [[nodiscard]] std::string schema(const std::string& name) const {
        std::filesystem::copy_file(schemas / "xml.xsd", folder_ / "xml.xsd",
                                   std::filesystem::copy_options::overwrite_existing);
        std::string text = contents_of(schemas / name);
        const std::size_t import = text.find("http://www.w3.org/XML/1998/namespace\"", text.find("import"));
        const std::size_t begin = text.find("schemaLocation=\"", import) + 16;
        text.replace(begin, text.find('"', begin) - begin, "xml.xsd");
        std::ofstream{file(name), std::ios::binary} << text;
        return file(name);
    }

  private:
    test::ScratchFolder folder_;
};

struct Wanted {
    std::string name;
    std::vector<std::string> options;
    std::string schema;
};
void PrintTo(const Wanted& wanted, std::ostream* out) { *out << wanted.name; }

class Xliff : public testing::TestWithParam<Wanted> {
  protected:
    std::string exported(const std::string& language) {
        std::vector<std::string> words{"translation", "export",   "botmetastasen",
                                       language,      "--format", "xliff"};
        words.insert(words.end(), GetParam().options.begin(), GetParam().options.end());
        const Ended ended = sample.run(words);
        EXPECT_EQ(ended.exit_code, 0) << ended.err;
        return sample.file("po/botmetastasen." + language + ".xlf");
    }
    Sample sample;
};

INSTANTIATE_TEST_SUITE_P(
    Forms, Xliff,
    testing::Values(Wanted{"V1_2", {}, "xliff-core-1.2-strict.xsd"},
                    Wanted{"V1_2BySentences", {"--segment", "sentence"}, "xliff-core-1.2-strict.xsd"},
                    Wanted{"V2_0", {"--xliff", "2"}, "xliff-core-2.0.xsd"},
                    Wanted{
                        "V2_0BySentences", {"--xliff", "2", "--segment", "sentence"}, "xliff-core-2.0.xsd"}),
    [](const auto& one) { return one.param.name; });

TEST_P(Xliff, KeepsItsSchemaInEveryLanguage) {
    SKIP_WITHOUT_SCHEMAS();
    sample.change_master();
    const std::string schema = sample.schema(GetParam().schema);
    std::vector<std::string> words{"xmllint", "--nonet", "--noout", "--schema", schema};
    for (const std::string language : {"ar", "en", "pl", "tr", "uk", "zh"})
        words.push_back(exported(language));
    const Ended judged = test::run(words);
    EXPECT_EQ(judged.exit_code, 0) << judged.err;
}

TEST_P(Xliff, OfANewLanguageKeepsItsSchema) {
    SKIP_WITHOUT_SCHEMAS();
    std::filesystem::remove(sample.file("content/botmetastasen/tr.md"));
    std::filesystem::remove(sample.file("content/botmetastasen/tr.lock.toml"));
    const std::string schema = sample.schema(GetParam().schema);
    const Ended judged = test::run({"xmllint", "--nonet", "--noout", "--schema", schema, exported("tr")});
    EXPECT_EQ(judged.exit_code, 0) << judged.err;
}

TEST(TranslateToolkit, ReadsWhatIsStaleAsFuzzyAndTheRestAsTranslated) {
    SKIP_WITHOUT_PROGRAM("pocount");
    const Sample sample;
    sample.change_master();
    for (const std::string language : {"ar", "en", "pl", "tr", "uk", "zh"}) {
        ASSERT_EQ(
            sample.run({"translation", "export", "botmetastasen", language, "--format", "xliff"}).exit_code,
            0);
        const Ended counted =
            test::run({"pocount", "--csv", sample.file("po/botmetastasen." + language + ".xlf")});
        // Name; translated pieces, words, words; fuzzy pieces, words; untranslated pieces, words; all pieces.
        EXPECT_TRUE(holds(counted.out, ".xlf,  311, ")) << counted.out << counted.err;
        EXPECT_TRUE(holds(counted.out, ", 312, ")) << counted.out;
    }
}

// Saved by another program, which writes every element anew, the file still brings the same text back.
TEST(TranslateToolkit, SavesAFileThatComesBackTheSame) {
    SKIP_WITHOUT_PROGRAM("pocount");
    const Sample sample;
    for (const std::string language : {"ar", "en", "pl", "tr", "uk", "zh"}) {
        const std::string text = sample.file("content/botmetastasen/" + language + ".md"),
                          before = contents_of(text),
                          file = sample.file("po/botmetastasen." + language + ".xlf"),
                          saved = sample.file("po/saved.xlf");
        ASSERT_EQ(
            sample.run({"translation", "export", "botmetastasen", language, "--format", "xliff"}).exit_code,
            0);
        const Ended wrote = test::run({python, "-c",
                                       "import sys; from translate.storage import xliff\n"
                                       "store = xliff.xlifffile.parsefile(sys.argv[1])\n"
                                       "for unit in store.units: unit.rich_target = unit.rich_target\n"
                                       "store.savefile(sys.argv[2])",
                                       file, saved});
        ASSERT_EQ(wrote.exit_code, 0) << wrote.err;
        const Ended imported = sample.run({"translation", "import", saved});
        EXPECT_EQ(imported.exit_code, 0) << imported.err;
        EXPECT_TRUE(holds(imported.out, "0 pieces taken, 313 as before")) << imported.out << imported.err;
        EXPECT_EQ(contents_of(text), before);
    }
}

TEST(TranslateToolkit, ReadsTheMemoryAndTheGlossary) {
    SKIP_WITHOUT_PROGRAM("pocount");
    const Sample sample;
    for (const std::string form : {"tmx", "tbx", "csv"})
        ASSERT_EQ(sample.run({"translation", "export", "botmetastasen", "en", "--format", form}).exit_code,
                  0);
    const Ended read = test::run(
        {python, "-c",
         "import sys; from translate.storage import factory\n"
         "for name in sys.argv[1:]:\n"
         "    units = [u for u in factory.getobject(name).units if u.source and u.source != 'source']\n"
         "    print(len(units), '|'.join(u.source + '=' + u.target for u in units))",
         sample.file("po/botmetastasen.en.tmx"), sample.file("po/botmetastasen.en.tbx"),
         sample.file("po/botmetastasen.en.csv")});
    ASSERT_EQ(read.exit_code, 0) << read.err;
    EXPECT_EQ(read.out.substr(0, 4), "313 ") << read.out;
    EXPECT_TRUE(holds(read.out, "Uitzaaiingen in de botten=Cancer that has spread to the bones"));
    std::size_t terms = 0;
    for (std::size_t at = read.out.find("anamnese=medical history"); at != std::string::npos;
         at = read.out.find("anamnese=medical history", at + 1))
        ++terms;
    EXPECT_EQ(terms, 3U) << "the memory holds the term as a piece of its own\n" << read.out;
}

TEST(ExportCommand, RefusesOptionsThatContradictEachOther) {
    const Sample sample;
    const auto ends = [&](std::vector<std::string> options) {
        options.insert(options.begin(), {"translation", "export", "botmetastasen", "en"});
        return sample.run(options).exit_code;
    };
    EXPECT_EQ(ends({"--format", "tmx", "--only", "stale"}), 2);
    EXPECT_EQ(ends({"--format", "po", "--xliff", "2"}), 2);
    EXPECT_EQ(ends({"--format", "csv", "--segment", "sentence"}), 2);
    EXPECT_EQ(ends({"--format", "po", "--format", "tmx"}), 2);
    EXPECT_EQ(ends({"--format", "docx"}), 2);
    EXPECT_EQ(sample.run({"translation", "export", "botmetastasen", "--format", "tmx"}).exit_code, 2);
}

TEST(ExportCommand, TellsAProgramWhatItWrote) {
    const Sample sample;
    const Ended ended =
        sample.run({"translation", "export", "botmetastasen", "en", "--format", "xliff", "--format", "json"});
    const auto told = nlohmann::json::parse(ended.out, nullptr, false);
    ASSERT_FALSE(told.is_discarded()) << ended.out << ended.err;
    EXPECT_EQ(told["file"], "po/botmetastasen.en.xlf");
    EXPECT_EQ(told["pieces"], 313);
}

}  // namespace
}  // namespace brochure::whole
