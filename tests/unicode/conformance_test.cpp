// Unicode's own test files (Debian: unicode-data) through our functions. Every line passes or is named here.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "base/utf8.hpp"
#include "unicode/unicode.hpp"

namespace brochure::unicode {
namespace {

const std::filesystem::path unicode_data = "/usr/share/unicode";

// A line such as "÷ 0061 × 0308 ÷": its text, and the byte offsets where ÷ stands.
struct BreakCase {
    std::string text;
    std::vector<std::uint32_t> breaks;
    std::string line;
};

std::vector<BreakCase> break_cases(const std::string& name) {
    std::vector<BreakCase> cases;
    std::ifstream file(unicode_data / "auxiliary" / name);
    for (std::string line; std::getline(file, line);) {
        BreakCase one;
        one.line = line.substr(0, line.find('\t'));
        std::istringstream words(line.substr(0, line.find('#')));
        for (std::string word; words >> word;) {
            if (word == "÷") {
                one.breaks.push_back(static_cast<std::uint32_t>(one.text.size()));
            } else if (word != "×") {
                base::append_utf8(one.text, static_cast<char32_t>(std::stoul(word, nullptr, 16)));
            }
        }
        if (!one.text.empty()) cases.push_back(one);
    }
    return cases;
}

template <class Numbers>
std::string listed(const Numbers& numbers) {
    std::string text;
    for (const auto number : numbers) text += fmt::format("{} ", number);
    return text;
}

// The two places where ICU 72 leaves out a break that Unicode 15 has. Both are what later versions of UAX 14
// ask for: no break behind a hyphen that begins a word (LB20a of Unicode 16: "-schmerz"), and none between a
// full stop or comma and a digit (LB25 of Unicode 16: ".35 cent").
bool is_left_out_on_purpose(std::string_view text, std::uint32_t offset) {
    std::string_view before = text.substr(0, offset);
    if (before.ends_with("\u0308")) before.remove_suffix(std::string_view("\u0308").size());
    if (before == "-") return true;
    const bool digit_follows = text[offset] >= '0' && text[offset] <= '9';
    return digit_follows && (before.ends_with('.') || before.ends_with(','));
}

TEST(LineBreakTest, EveryLineOfUnicodesFile) {
    const std::vector<BreakCase> cases = break_cases("LineBreakTest.txt");
    if (cases.empty()) GTEST_SKIP() << "unicode-data is not installed";
    std::size_t lines_with_exceptions = 0;
    for (const BreakCase& one : cases) {
        std::set<std::uint32_t> found;
        for (const LineOpportunity& opportunity : line_opportunities(one.text, "en")) {
            found.insert(opportunity.offset);
        }
        const std::set<std::uint32_t> found_by_icu = found;
        for (const std::uint32_t offset : one.breaks) {
            if (offset == one.text.size() || !is_left_out_on_purpose(one.text, offset)) continue;
            found.insert(offset);
            if (one.text.substr(0, offset).ends_with(" .")) found.erase(offset - 1);
        }
        if (found != found_by_icu) ++lines_with_exceptions;
        EXPECT_EQ(listed(found), listed(one.breaks)) << one.line;
    }
    EXPECT_EQ(lines_with_exceptions, 22U) << "of " << cases.size();
}

// Paragraphs ask line_opportunities in their own language (text/candidates.cpp). Only Chinese has rules of
// its own: they let a line end before an opening quotation mark beside a Han character and after a closing
// one, as Unicode 16 does, and at "%" and small kana.
TEST(LineBreakTest, LanguagesBreakAlike) {
    const std::vector<BreakCase> cases = break_cases("LineBreakTest.txt");
    if (cases.empty()) GTEST_SKIP() << "unicode-data is not installed";
    const auto offsets = [](const std::string& text, const std::string& language) {
        std::vector<std::uint32_t> found;
        for (const LineOpportunity& opportunity : line_opportunities(text, language))
            found.push_back(opportunity.offset);
        return listed(found);
    };
    for (const BreakCase& one : cases) {
        const std::string english = offsets(one.text, "en");
        for (const char* language : {"nl", "de", "pl", "tr", "uk", "fr", "ar", "fa", "he", "ti"}) {
            EXPECT_EQ(offsets(one.text, language), english) << language << ": " << one.line;
        }
    }
    const std::string quoted = "\u4ED6\u201C\u597D\u201D\u8D70";
    EXPECT_EQ(offsets(quoted, "zh"), "3 12 15 ");
    EXPECT_EQ(offsets(quoted, "en"), "15 ");
}

TEST(GraphemeBreakTest, EveryLineOfUnicodesFile) {
    const std::vector<BreakCase> cases = break_cases("GraphemeBreakTest.txt");
    if (cases.empty()) GTEST_SKIP() << "unicode-data is not installed";
    for (const BreakCase& one : cases) {
        std::vector<std::uint32_t> found = grapheme_starts(one.text);
        found.push_back(static_cast<std::uint32_t>(one.text.size()));
        EXPECT_EQ(listed(found), listed(one.breaks)) << one.line;
    }
}

TEST(WordBreakTest, WordsBeginAndEndWhereUnicodesFileBreaks) {
    const std::vector<BreakCase> cases = break_cases("WordBreakTest.txt");
    if (cases.empty()) GTEST_SKIP() << "unicode-data is not installed";
    for (const BreakCase& one : cases) {
        const std::set<std::uint32_t> breaks(one.breaks.begin(), one.breaks.end());
        // Swedish, as CLDR has only there kept the colon inside words, as UAX 29 has it.
        for (const TextRange& word : words(one.text, "sv")) {
            EXPECT_TRUE(breaks.contains(word.begin) && breaks.contains(word.end)) << one.line;
            EXPECT_EQ(breaks.upper_bound(word.begin), breaks.find(word.end)) << one.line;
        }
    }
}

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream stream(line);
    for (std::string field; std::getline(stream, field, ';');) fields.push_back(field);
    return fields;
}

// Levels by byte offset.
std::map<std::uint32_t, unsigned> levels_of(const std::string& text, bool right_to_left) {
    std::map<std::uint32_t, unsigned> levels;
    for (const BidiRun& run : bidi_runs(text, right_to_left)) {
        for (std::uint32_t at = run.range.begin; at < run.range.end; ++at) levels[at] = run.level;
    }
    return levels;
}

TEST(BidiCharacterTest, EveryLineOfUnicodesFile) {
    std::ifstream file(unicode_data / "BidiCharacterTest.txt");
    if (!file) GTEST_SKIP() << "unicode-data is not installed";
    std::size_t lines = 0;
    for (std::string line; std::getline(file, line);) {
        if (line.empty() || line.front() == '#') continue;
        ++lines;
        const std::vector<std::string> fields = fields_of(line);
        ASSERT_EQ(fields.size(), line.back() == ';' ? 4U : 5U) << line;
        std::string text;
        std::vector<std::uint32_t> offsets;
        std::istringstream characters(fields[0]);
        for (std::string hex; characters >> hex;) {
            offsets.push_back(static_cast<std::uint32_t>(text.size()));
            base::append_utf8(text, static_cast<char32_t>(std::stoul(hex, nullptr, 16)));
        }
        // Field 1 may leave the direction to the text; field 2 says what came of it, which is what we are
        // asked with.
        const auto levels = levels_of(text, fields[2] == "1");
        std::istringstream wanted(fields[3]);
        std::vector<std::uint8_t> kept_levels;
        std::vector<std::size_t> kept;
        for (std::size_t i = 0; i < offsets.size(); ++i) {
            std::string level;
            wanted >> level;
            if (level == "x") continue;
            ASSERT_EQ(std::to_string(levels.at(offsets[i])), level) << "character " << i << " of " << line;
            kept.push_back(i);
            kept_levels.push_back(static_cast<std::uint8_t>(levels.at(offsets[i])));
        }
        std::vector<std::size_t> order;
        for (const std::size_t index : visual_order(kept_levels)) order.push_back(kept[index]);
        ASSERT_EQ(listed(order), fields.size() == 5 ? fields[4] + " " : "") << line;
    }
    EXPECT_GT(lines, 90'000U);
}

}  // namespace
}  // namespace brochure::unicode
