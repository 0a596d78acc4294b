// Every unit with every form of number, every sign before every number, in every shipped language: no line
// ends inside. Through the language file, the no-break rules, ICU's opportunities and the hyphenation.
#include "base/utf8.hpp"
#include "document/files/language_file.hpp"
#include "style/no_break.hpp"
#include "support.hpp"
#include "text/candidates.hpp"

namespace brochure::text {
namespace {

// All words of a text are one paragraph; what must hold stands between two words of the language.
class FiguresHold : public testing::TestWithParam<std::string> {
  protected:
    FiguresHold() {
        auto read = document::read_language({BROCHURE_SOURCE_ROOT, {}}, GetParam(), sink_);
        EXPECT_TRUE(read);
        language_ = read.value_or(document::Language{});
        style_.hyphenation = design::HyphenationUse::normal;
    }

    void add(const std::string& held) {
        text_ += words_before();
        held_.push_back({static_cast<std::uint32_t>(text_.size()),
                         static_cast<std::uint32_t>(text_.size() + held.size())});
        text_ += held;
        text_ += words_behind();
    }

    // Words of Han may end anywhere, but not between the last character and the number.
    void add_behind(const std::string& word, const std::string& number) {
        const std::size_t last = word.size() - 3;
        text_ += words_before() + word.substr(0, last);
        held_.push_back({static_cast<std::uint32_t>(text_.size()),
                         static_cast<std::uint32_t>(text_.size() + 3 + number.size())});
        text_ += word.substr(last) + number + words_behind();
    }

    // What a line would end in, each with a stroke there.
    std::string broken() {
        style::StyledParagraph paragraph = paragraph_of({{text_, language_.tag}}, style_);
        paragraph.language = language_.tag;
        paragraph.no_break_at = style::no_break_places(text_, language_);
        std::string found;
        std::size_t at = 0;
        for (const Candidate& candidate : break_candidates(paragraph, language_, hyphenator_, sink_)) {
            while (at < held_.size() && held_[at].end <= candidate.line_end) ++at;
            if (at == held_.size() || candidate.line_end <= held_[at].begin) continue;
            const TextRange left{held_[at].begin, candidate.line_end},
                right{candidate.line_end, held_[at].end};
            found += std::string(left.of(text_)) + "│" + std::string(right.of(text_)) + "\n";
        }
        return found;
    }

    [[nodiscard]] const document::Language& language() const { return language_; }
    // Without spaces between words.
    [[nodiscard]] bool solid() const { return language_.tag == "zh"; }

    design::TextStyle style_ = body_style();

  private:
    [[nodiscard]] std::string words_before() const { return solid() ? "每天" : "woord "; }
    [[nodiscard]] std::string words_behind() const { return solid() ? "，每天" : " woord "; }

    Sink sink_;
    Hyphenator hyphenator_;
    document::Language language_;
    std::string text_;
    std::vector<TextRange> held_;
};

const std::vector<std::string>& numbers() {
    static const std::vector<std::string> forms{
        "5",   "2,5",    "2.5", "1 000", "10–14", "10-14", "10 – 14", "½",     "1 ½", "2½",       "٢٫٥",
        "۲٫۵", "２．５", "≥ 5", "<5",    "± 2",   "5 ± 2", "2 × 5",   "2 x 5", "3/4", "120 / 80", "+5",
        "−5",  "–5",     "-5",  "€ 5",   "(5",    "“5",    "２５",    "1:2",   "~ 5",
    };
    return forms;
}

TEST_P(FiguresHold, EveryUnitWithEveryFormOfNumber) {
    std::vector<std::string> units{
        "mg",    "g",      "µg", "μg",  "mcg", "ml",  "mL",    "l",     "IE",   "IU",
        "mmol",  "mmol/l", "%",  "‰",   "°C",  "kg",  "cm",    "mm",    "m",    "m²",
        "kPa",   "mmHg",   "Gy", "cGy", "mSv", "MBq", "mg/kg", "mg/m²", "µg/l", "mg/kg/dag",
        "IE/ml", "kcal",   "kJ", "mEq", "h",   "min", "×",     "€",     "mg.",  "ml,",
    };
    const auto& own = language().no_break.after_number;
    EXPECT_GE(own.size(), 50U) << "units of a language are complete";
    units.insert(units.end(), own.begin(), own.end());
    for (const std::string& unit : units) {
        for (const std::string& number : numbers()) add(number + " " + unit);
        add("(5 " + unit + ")");
    }
    EXPECT_EQ(broken(), "");
}

TEST_P(FiguresHold, EverySignBeforeEveryNumber) {
    for (const std::string sign : {"≥", "≤", "<", ">", "=", "≈", "~", "±", "×", "+",  "−",  "€",  "$", "£",
                                   "¥", "₺", "₴", "₪", "№", "§", "#", "÷", "≠", "＜", "＞", "＋", "￥"}) {
        for (const std::string number : {"5", "38,5", "½", "012", "٥", "۵", "５"}) {
            add(sign + " " + number);
            add(sign + number);
            add("(" + sign + " " + number + ")");
        }
    }
    EXPECT_EQ(broken(), "");
}

TEST_P(FiguresHold, EveryMonthWithItsDayAndYear) {
    constexpr int months = 12;
    for (int month = 1; month <= months; ++month)
        add(unicode::long_date({2026, month, 12}, language().locale));
    EXPECT_EQ(broken(), "");
}

TEST_P(FiguresHold, TelephoneNumbersAndWhatIsTiedToANumber) {
    style_.hyphenation = design::HyphenationUse::none;
    for (const std::string number :
         {"+31 20 123 45 67", "(+31) 20 123 45 67", "+31 (0)20 123 45 67", "020-123 45 67", "(020) 123 45 67",
          "012 - 345 67 89", "020 1234567", "+31-20-123", "0800–1234"})
        add(number);
    for (const std::string& word : language().no_break.before_number) {
        if (!solid()) add(word + " 3");
        if (!solid()) add(word + " III");
        if (solid()) add_behind(word, "3");
    }
    for (const std::string& word : language().no_break.titles) add(word + " Jansen");
    EXPECT_EQ(broken(), "");
}

TEST_P(FiguresHold, FullWidthFigures) {
    for (const std::string figure : {"２．５ｍｇ", "５０％", "１２３", "５～１０", "５－１０", "１／２",
                                     "３８℃", "＋５", "￥２５", "２×５", "１：２", "２，５００"})
        add(figure);
    for (const std::string& unit : language().no_break.after_number) {
        if (unicode::is_wide(base::code_point_at(unit, 0).value)) {
            add("５" + unit);
            add("2.5" + unit);
            add("½" + unit);
        }
    }
    EXPECT_EQ(broken(), "");
}

INSTANTIATE_TEST_SUITE_P(Shipped, FiguresHold,
                         testing::Values("nl", "en", "de", "pl", "tr", "uk", "fr", "ar", "fa", "he", "zh",
                                         "ti"),
                         [](const auto& instance) { return instance.param; });

}  // namespace
}  // namespace brochure::text
