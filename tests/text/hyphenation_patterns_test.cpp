#include "text/hyphenation_patterns.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "support.hpp"
#include "support/temporary_folder.hpp"

namespace brochure::text {
namespace {

// Line and sentence of every fault.
std::string faults(const std::string& dictionary) {
    std::string out;
    for (const PatternFault& fault : safe_patterns(dictionary).faults)
        out += std::to_string(fault.line) + ": " + fault.sentence + "\n";
    return out;
}

TEST(HyphenationPatterns, AreKeptWhereLibhyphenReadsThemSafely) {
    const std::string good = "UTF-8\nLEFTHYPHENMIN 2\nNOHYPHEN -,'\n.a1b\nc2d.\né1n\n";
    EXPECT_EQ(safe_patterns(good).text, good);
    EXPECT_EQ(faults(good), "");
    EXPECT_EQ(safe_patterns("UTF-8\r\n% uitleg\r\n\r\na1b % zo\r\nc1d").text, "UTF-8\na1b\nc1d\n");
}

TEST(HyphenationPatterns, ThatChangeLettersAreRefusedAndTheirPlaceIsNoneForAHyphen) {
    EXPECT_EQ(faults("UTF-8\nc1k/k=k,1,1\n"),
              "2: the pattern 'c1k/k=k,1,1' would change letters at the line's end\n");
    EXPECT_EQ(safe_patterns("UTF-8\nc1k/k=k,1,1\n").text, "UTF-8\nc2k\n");
}

TEST(HyphenationPatterns, ThatLibhyphenTrustsBlindlyAreRefused) {
    const std::string head = "UTF-8\n";
    EXPECT_EQ(faults(head + std::string(99, 'a')),
              "2: a line of the hyphenation patterns is 99 bytes long, and the longest may be 98\n");
    EXPECT_EQ(faults(head + "a1\x01" + "b\n"),
              "2: a line of the hyphenation patterns holds a control character\n");
    EXPECT_EQ(faults(head + "^^e41b\n"),
              "2: the pattern '^^e41b' writes a letter as a number, which is not understood\n");
    EXPECT_EQ(faults(head + "1.a\n"), "2: the pattern '1.a' has a digit before the word's start\n");
    EXPECT_EQ(faults(head + "a12b\n"), "2: the pattern 'a12b' has two digits side by side\n");
    EXPECT_EQ(faults(head + "a.1b\n"), "2: the pattern 'a.1b' has a full stop within it\n");
    for (const std::string wrong : {"1", ".", "1.", "127."})
        EXPECT_EQ(faults(head + wrong), "2: the pattern '" + wrong + "' has no letters\n");
    EXPECT_EQ(faults(head + "a1b c1d\n"), "2: more than one pattern stands on a line\n");
    EXPECT_EQ(faults(head + "\xE9"
                            "1n\n"),
              "2: a pattern is not UTF-8\n");
    EXPECT_EQ(faults(head + "a1b\na3b\n"), "3: the pattern 'a3b' has the letters of the one in line 2\n");
}

TEST(HyphenationPatterns, SettingsAreChecked) {
    const std::string head = "UTF-8\n";
    for (const std::string wrong :
         {"NOHYPHEN", " NOHYPHEN", "NOHYPHEN ,", "NOHYPHEN a,,b", "NOHYPHENa", "NOHYPHEN a, b"})
        EXPECT_NE(faults(head + wrong + "\n").find("'NOHYPHEN' is not followed"), std::string::npos) << wrong;
    EXPECT_EQ(faults(head + "NOHYPHEN -\nNOHYPHEN '\n"), "3: 'NOHYPHEN' stands here a second time\n");
    for (const std::string wrong : {"LEFTHYPHENMIN", "LEFTHYPHENMIN 0", "LEFTHYPHENMIN -2",
                                    "LEFTHYPHENMIN 999", "COMPOUNDLEFTHYPHENMIN x", "RIGHTHYPHENMIN2"})
        EXPECT_NE(faults(head + wrong + "\n").find("is not followed by a number"), std::string::npos)
            << wrong;
    EXPECT_EQ(faults(head + "NEXTLEVEL\nNEXTLEVEL\n"), "3: 'NEXTLEVEL' stands by itself, and once at most\n");
    for (const std::string wrong : {"", "a1b", "UTF-9", "ISO8859-1-and-a-long-name", "UTF-8 % zo"})
        EXPECT_NE(faults(wrong + "\na1b\n").find("does not name their encoding"), std::string::npos) << wrong;
}

TEST(HyphenationPatterns, OfTheSystemAllLoad) {
    for (const auto& entry : std::filesystem::directory_iterator("/usr/share/hyphen")) {
        if (entry.path().extension() != ".dic") continue;
        document::Language language;
        language.tag = "xx";
        language.hyphenation.dictionary = entry.path().filename().string();
        Hyphenator hyphenator;
        Sink sink;
        hyphenator.points("behandeling", language, sink);
        EXPECT_FALSE(sink.has_errors()) << entry.path();
    }
}

// A file of patterns as a careless or a hostile hand makes it; the same on every machine.
class PatternFile {
  public:
    explicit PatternFile(unsigned seed) : random_(seed) {}

    std::string text() {
        static const std::vector<std::string> heads{"UTF-8\n", "UTF-8\r\n", "ISO8859-1\n",
                                                    "",        "UTF-8",     "utf-8\n"};
        std::string out = below(4) == 0 ? one_of(heads) : "UTF-8\n";
        for (int lines = below(8); lines >= 0; --lines) out += line() + (below(12) == 0 ? "" : "\n");
        return out;
    }

  private:
    int below(int bound) { return static_cast<int>(random_() % static_cast<unsigned>(bound)); }
    const std::string& one_of(const std::vector<std::string>& list) {
        return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
    }

    std::string line() {
        static const std::vector<std::string> pieces{"a",
                                                     "b",
                                                     "e",
                                                     "n",
                                                     "s",
                                                     "t",
                                                     "é",
                                                     "ß",
                                                     ".",
                                                     "1",
                                                     "2",
                                                     "3",
                                                     "9",
                                                     "0",
                                                     "/",
                                                     "=",
                                                     ",",
                                                     "-",
                                                     "'",
                                                     "^^e4",
                                                     "^^",
                                                     "%",
                                                     " ",
                                                     "\t",
                                                     "\xFF",
                                                     "\x01",
                                                     "bestraling",
                                                     "NEXTLEVEL",
                                                     "NOHYPHEN ",
                                                     "LEFTHYPHENMIN ",
                                                     "COMPOUNDLEFTHYPHENMIN ",
                                                     "127",
                                                     "-3",
                                                     "99999999999",
                                                     ",0,0",
                                                     std::string(120, 'b'),
                                                     std::string(1, '\0')};
        // Most lines are patterns that are nearly right, so that the library reads a good part of the files.
        static const std::vector<std::string> nearly{"a1b", "e1s", ".be1", "s2t", "1n.",
                                                     "a2l", "be3", "l1i",  "1r",  "t1r"};
        if (below(3) > 0) return one_of(nearly);
        std::string out;
        for (int count = 1 + below(6); count > 0; --count) out += one_of(pieces);
        return out;
    }

    std::mt19937 random_;
};

TEST(HyphenationPatterns, MadeCarelesslyNeverReachLibhyphenUnchecked) {
    const test::TemporaryFolder folder;
    Sink told;
    int loaded = 0;
    constexpr unsigned files = 300;
    for (unsigned seed = 1; seed <= files; ++seed) {
        const std::string text = PatternFile(seed).text();
        const auto path = folder.path() / ("x" + std::to_string(seed) + ".hyphenation");
        std::ofstream(path, std::ios::binary) << text;
        document::Language language;
        language.tag = "xx";
        language.place = {"content/languages/xx.toml", 1, 1};
        language.hyphenation.patterns = path.string();
        Hyphenator hyphenator;
        Sink sink;
        for (const std::string word : {"bestraling", "behandelingen", "naast", "é", "a", "straße"}) {
            for (const std::uint32_t point : hyphenator.points(word, language, sink))
                EXPECT_LT(point, word.size());
        }
        const bool right = safe_patterns(text).faults.empty();
        EXPECT_EQ(sink.has_errors(), !right) << text;
        loaded += right ? 1 : 0;
        // What is left of the wrong ones is read by the library as well, as the system's dictionaries are.
        std::ofstream(path, std::ios::binary) << safe_patterns(text).text;
        Hyphenator again;
        EXPECT_LE(again.points("bestraling", language, told).size(), 9U);
    }
    EXPECT_GT(loaded, 30);
    EXPECT_LT(loaded, 270);
}

TEST(HyphenationPatterns, ThatAreWrongAreReportedAtTheirLine) {
    const test::TemporaryFolder folder;
    std::ofstream(folder.path() / "x.hyphenation") << "UTF-8\na1b\ns1/=,0,0\n";
    document::Language language;
    language.place = {"content/languages/nl.toml", 1, 1};
    language.hyphenation.patterns = (folder.path() / "x.hyphenation").string();
    Hyphenator hyphenator;
    Sink sink;
    EXPECT_TRUE(hyphenator.points("bestraling", language, sink).empty());
    const std::vector<diag::Diagnostic> told = sink.sorted();
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].place.file, "content/languages/x.hyphenation");
    EXPECT_EQ(told[0].place.line, 3U);
    EXPECT_EQ(told[0].code, "hyphenation-patterns");
}

}  // namespace
}  // namespace brochure::text
