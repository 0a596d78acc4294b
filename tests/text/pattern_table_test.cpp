// The table beside libhyphen itself, which reads the same patterns and looks up the same words.
#include "text/pattern_table.hpp"

#include <gtest/gtest.h>
#include <hyphen.h>

#include <cstdlib>
#include <filesystem>
#include <memory>
#include <random>
#include <set>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "text/hyphenation_patterns.hpp"

namespace brochure::text {
namespace {

std::string read(const std::filesystem::path& file) {
    constexpr std::uint64_t largest = 4 << 20;
    auto text = base::read_file(file, largest);
    return text ? std::move(text).value() : std::string{};
}

class Libhyphen {
  public:
    explicit Libhyphen(std::string patterns) {
        std::FILE* file = fmemopen(patterns.data(), patterns.size(), "r");
        dictionary_.reset(hnj_hyphen_load_file(file));
        std::fclose(file);
    }

    // A "-" wherever a hyphen may stand.
    [[nodiscard]] std::string hyphenated(const std::string& word, int before, int after) const {
        std::vector<char> marks(word.size() + 5);
        char** replacements = nullptr;
        int *positions = nullptr, *cuts = nullptr;
        hnj_hyphen_hyphenate3(dictionary_.get(), word.c_str(), static_cast<int>(word.size()), marks.data(),
                              nullptr, &replacements, &positions, &cuts, before, after, before, after);
        std::free(replacements);
        std::free(positions);
        std::free(cuts);
        std::string out;
        std::size_t character = 0;  // which the marks are of in UTF-8, and bytes in other encodings
        for (std::size_t i = 0; i < word.size(); ++i) {
            out += word[i];
            const bool goes_on =
                dictionary_->utf8 != 0 && i + 1 < word.size() && base::continues_code_point(word[i + 1]);
            if (goes_on) continue;
            if ((marks[character++] & 1) != 0 && i + 1 < word.size()) out += '-';
        }
        return out;
    }

  private:
    struct Free {
        void operator()(HyphenDict* dictionary) const { hnj_hyphen_free(dictionary); }
    };
    std::unique_ptr<HyphenDict, Free> dictionary_;
};

std::string hyphenated(const PatternTable& table, const std::string& word, int before, int after) {
    const std::vector<bool> breaks = table.breaks(word, before, after);
    std::string out;
    for (std::size_t i = 0; i < word.size(); ++i) {
        out += word[i];
        if (breaks[i] && i + 1 < word.size()) out += '-';
    }
    return out;
}

// What no word here has: it ends at an apostrophe, and a ligature counts as one letter, in libhyphen as two
// or three.
bool is_no_word(std::string_view text) {
    return text.find("\u2019") != std::string_view::npos || text.find("\xEF\xAC") != std::string_view::npos;
}

// Made of pieces of the patterns, so that many of these match.
std::set<std::string> made_words(const std::string& patterns, bool utf8) {
    std::vector<std::string> pieces;
    std::string piece;
    for (const char c : patterns.substr(patterns.find('\n'))) {
        const bool letter = ('a' <= c && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
        if (letter) piece += c;
        if (c == '\n' && !piece.empty()) pieces.push_back(std::exchange(piece, {}));
    }
    std::mt19937 random{7};
    std::uniform_int_distribution<std::size_t> any{0, pieces.size() - 1};
    std::set<std::string> words;
    for (int i = 0; i < 8000; ++i) {
        std::string word = pieces[any(random)] + pieces[any(random)];
        if (i % 2 == 0) word += pieces[any(random)];
        if (i % 5 == 0) word += "*" + pieces[any(random)];
        if (!utf8 || (!base::first_invalid_utf8(word) && !is_no_word(word))) words.insert(word);
    }
    return words;
}

void expect_as_libhyphen(const std::string& patterns) {
    const PatternTable table(patterns);
    const Libhyphen witness(patterns);
    std::size_t hyphens = 0;
    for (const std::string& word : made_words(patterns, table.utf8())) {
        for (const int least : {1, 2, 3}) {
            const std::string own = hyphenated(table, word, least, least + 1);
            ASSERT_EQ(own, witness.hyphenated(word, least, least + 1)) << word << ' ' << least;
            hyphens += own.size() - word.size();
        }
    }
    EXPECT_GT(hyphens, 1000U);
}

class InstalledDictionaries : public testing::TestWithParam<const char*> {};

TEST_P(InstalledDictionaries, AllowHyphensWhereLibhyphenDoes) {
    std::string text = read(std::filesystem::path("/usr/share/hyphen") / GetParam());
    ASSERT_FALSE(text.empty());
    // The German compounds on the first level take libhyphen seconds.
    if (const std::size_t level = text.find("\nNEXTLEVEL"); level != std::string::npos)
        text = text.substr(0, text.find('\n')) + text.substr(text.find('\n', level + 1));
    expect_as_libhyphen(safe_patterns(text).text);
}

INSTANTIATE_TEST_SUITE_P(OfTheSamples, InstalledDictionaries,
                         testing::Values("hyph_nl_NL.dic", "hyph_en_GB.dic", "hyph_pl_PL.dic",
                                         "hyph_uk_UA.dic", "hyph_de_DE.dic"));

TEST(PatternTables, AllowHyphensWhereLibhyphenDoesOnTwoLevels) {
    std::string english = read("/usr/share/hyphen/hyph_en_GB.dic");
    ASSERT_FALSE(english.empty());
    english = english.substr(english.find('\n'));
    for (const char* minima : {"", "COMPOUNDLEFTHYPHENMIN 3\nCOMPOUNDRIGHTHYPHENMIN 4\nLEFTHYPHENMIN 4\n"}) {
        expect_as_libhyphen(safe_patterns("UTF-8\n" + std::string{minima} +
                                          "NOHYPHEN *,st\ner1s\nn1t\nab1l\n.un1\n1ness.\n1a1\nNEXTLEVEL" +
                                          english)
                                .text);
    }
}

TEST(PatternTables, TakeTheLastPatternOfTheSameLetters) {
    const std::string patterns = "UTF-8\na1b\nb1c\na2b\n";
    EXPECT_EQ(hyphenated(PatternTable(patterns), "xabcx", 1, 1), "xab-cx");
    EXPECT_EQ(Libhyphen(patterns).hyphenated("xabcx", 1, 1), "xab-cx");
}

}  // namespace
}  // namespace brochure::text
