// Amounts are compared by what they are, not by how a language writes them.
#include "units/values.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace brochure::units {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

document::Language language(const std::string& tag, const std::string& locale,
                            std::map<std::string, std::vector<std::string>> units = {}) {
    document::Language out;
    out.tag = tag;
    out.locale = locale;
    out.units = std::move(units);
    return out;
}

const ValueReader& dutch() {
    static const ValueReader reader{language("nl", "nl_NL",
                                             {{"milligram", {"mg"}},
                                              {"week", {"week", "weken"}},
                                              {"month", {"maand", "maanden"}},
                                              {"gram", {"g"}}})};
    return reader;
}
const ValueReader& english() {
    static const ValueReader reader{language("en", "en_GB",
                                             {{"milligram", {"mg"}},
                                              {"week", {"week", "weeks"}},
                                              {"month", {"month", "months"}},
                                              {"gram", {"g"}}})};
    return reader;
}
const ValueReader& arabic() {
    static const ValueReader reader{language("ar", "ar", {{"milligram", {"ملغ"}}, {"week", {"أسابيع"}}})};
    return reader;
}

const ValueReader& chinese() {
    static const ValueReader reader{language("zh", "zh_CN", {{"month", {"月"}}, {"year", {"年"}}})};
    return reader;
}

std::vector<std::string> amounts(const ValueReader& reader, const std::string& words) {
    std::vector<std::string> out;
    for (const Value& value : reader.values_of(words)) out.push_back(value.amount);
    return out;
}

// "vier weken / six weeks", in order.
std::vector<std::string> told(const ValueReader& master_reader, const std::string& master,
                              const ValueReader& reader, const std::string& translation) {
    std::vector<std::string> out;
    for (const ValueDifference& difference :
         differences(master_reader.values_of(master), reader.values_of(translation)))
        out.push_back(fmt::format("{} / {}", difference.master, difference.translation));
    return out;
}

TEST(Values, OfDecimalsAreReadByTheLanguagesMark) {
    EXPECT_THAT(amounts(dutch(), "2,5 of 1.000 of 2.000,5"), ElementsAre("2.5", "1000", "2000.5"));
    EXPECT_THAT(amounts(english(), "2.5 or 1,000 or 2,000.5"), ElementsAre("2.5", "1000", "2000.5"));
    EXPECT_THAT(amounts(arabic(), "٢٫٥ و ٢٬٠٠٠"), ElementsAre("2.5", "2000"));
}

TEST(Values, AreTheSameWithSpacesBetweenThousands) {
    EXPECT_THAT(amounts(dutch(), "2 000 en 12\u202F000 en 2\u00A0000"), ElementsAre("2000", "12000", "2000"));
}

TEST(Values, OfFractionsAreDecimals) { EXPECT_THAT(amounts(dutch(), "½ of 2½"), ElementsAre("0.5", "2.5")); }

TEST(Values, OfHoursAreTheSameWithAPointAndAColon) {
    EXPECT_THAT(amounts(dutch(), "om 9.30 uur"), ElementsAre("9.3"));
    EXPECT_THAT(amounts(english(), "at 9:30"), ElementsAre("9.3"));
}

TEST(Values, OfATelephoneNumberAreItsDigits) {
    EXPECT_THAT(amounts(dutch(), "Bel 012 345 67 89 of (012) 345-6789."),
                ElementsAre("0123456789", "0123456789"));
}

TEST(Values, OfADateAreItsDayMonthAndYear) {
    EXPECT_THAT(amounts(dutch(), "op 13 april 2023"), ElementsAre("13", "4", "2023"));
    for (const std::string date : {"13.4.2023", "13/04/2023", "13-4-2023", "13 April 2023"})
        EXPECT_THAT(amounts(english(), "on " + date), ElementsAre("13", "4", "2023")) << date;
    EXPECT_THAT(amounts(english(), "on 2023-04-13"), ElementsAre("13", "4", "2023"));
    EXPECT_THAT(amounts(chinese(), "2023年4月13日"), ElementsAre("13", "4", "2023"));
    EXPECT_THAT(amounts(english(), "versions 1.2.3"), ElementsAre("1.2", "3"));
}

TEST(Values, OfAVerbThatIsCalledLikeAMonthAreNone) {
    EXPECT_THAT(amounts(english(), "You may take 2 pills."), ElementsAre("2"));
}

TEST(Values, OfTheAfternoonAreHoursOfTheDay) {
    EXPECT_THAT(amounts(english(), "from 9 am to 2.30 p.m., at 12 pm and 12 am"),
                ElementsAre("9", "14.3", "12", "0"));
    EXPECT_THAT(amounts(chinese(), "下午2点"), ElementsAre("14"));
}

TEST(Values, AreNotReadFromMarks) { EXPECT_THAT(amounts(dutch(), "{1}Bel{/1} ons{2/}"), IsEmpty()); }

TEST(Values, InWordsAreNumbers) {
    EXPECT_THAT(amounts(dutch(), "één keer per vier weken"), ElementsAre("4"));
    EXPECT_THAT(amounts(english(), "once every four weeks"), ElementsAre("4"));
}

TEST(ValueDifferences, AreNoneBetweenTwoWaysToWriteTheSame) {
    EXPECT_THAT(told(dutch(), "2,5 mg in vier weken", english(), "2.5 mg over 4 weeks"), IsEmpty());
    EXPECT_THAT(told(dutch(), "2.000 stappen", english(), "2,000 steps"), IsEmpty());
    EXPECT_THAT(told(dutch(), "4 weken", arabic(), "٤ أسابيع"), IsEmpty());
}

TEST(ValueDifferences, NameADoseThatIsAnother) {
    EXPECT_THAT(told(dutch(), "Neem 2,5 mg.", english(), "Take 25 mg."),
                ElementsAre("2,5 milligram / 25 milligram"));
    EXPECT_THAT(told(dutch(), "Neem 2,5 mg.", english(), "Take 2,500 mg."),
                ElementsAre("2,5 milligram / 2,500 milligram"));
}

TEST(ValueDifferences, NameAUnitThatIsAnother) {
    EXPECT_THAT(told(dutch(), "Neem 5 mg.", english(), "Take 5 g."), ElementsAre("5 milligram / 5 gram"));
    EXPECT_THAT(told(dutch(), "4 weken", english(), "4 months"), ElementsAre("4 week / 4 month"));
}

TEST(ValueDifferences, NameANumberInWordsThatIsAnother) {
    EXPECT_THAT(told(dutch(), "elke vier weken", english(), "every two weeks"),
                ElementsAre("vier week / two week"));
}

TEST(ValueDifferences, AreSilentOnTwiceAndOnArticles) {
    EXPECT_THAT(told(dutch(), "twee keer per dag", english(), "twice a day"), IsEmpty());
    EXPECT_THAT(told(dutch(), "een pil", english(), "one pill"), IsEmpty());
}

TEST(ValueDifferences, NameWhatIsLostAndWhatIsAdded) {
    EXPECT_THAT(told(dutch(), "na 3 dagen", english(), "after some days"), ElementsAre("3 / "));
    EXPECT_THAT(told(dutch(), "na enkele dagen", english(), "after 3 days"), ElementsAre(" / 3"));
}

TEST(ValueDifferences, NameAnotherMonth) {
    EXPECT_THAT(told(dutch(), "op 13 april 2023", english(), "on 13 April 2023"), IsEmpty());
    EXPECT_THAT(told(dutch(), "op 13 april 2023", chinese(), "2023年4月13日"), IsEmpty());
    EXPECT_THAT(told(dutch(), "op 13 april 2023", english(), "on 13 May 2023"), ElementsAre("april / May"));
}

TEST(ValueDifferences, NameAUnitOfTimeWithoutANumber) {
    EXPECT_THAT(told(dutch(), "één keer per maand", english(), "once a month"), IsEmpty());
    EXPECT_THAT(told(dutch(), "één keer per maand", english(), "monthly"), IsEmpty());
    EXPECT_THAT(told(dutch(), "één keer per maand", english(), "once a week"), ElementsAre("maand / week"));
}

TEST(ValueDifferences, NameARangeWhoseEndsAreExchanged) {
    EXPECT_THAT(told(dutch(), "2-3 weken", english(), "2–3 weeks"), IsEmpty());
    EXPECT_THAT(told(dutch(), "2-3 weken", english(), "3–2 weeks"), ElementsAre(" / 3–2"));
}

TEST(ValueDifferences, NameAUnitOfMeasureThatIsLost) {
    EXPECT_THAT(told(dutch(), "Neem 5 mg.", english(), "Take 5."), ElementsAre("5 milligram / 5"));
    EXPECT_THAT(told(dutch(), "Neem 5 of 10 mg.", english(), "Take 5 mg or 10 mg."), IsEmpty());
}

TEST(ValueDifferences, AreSilentOnANameGivenTwice) {
    EXPECT_THAT(told(dutch(), "strontium-89", chinese(), "锶-89（strontium-89）"), IsEmpty());
}

TEST(ValueDifferences, NameADigitTurnedInATelephoneNumber) {
    EXPECT_THAT(told(dutch(), "Bel 012 345 67 89.", english(), "Call 012 345 76 89."),
                ElementsAre("012 345 67 89 / 012 345 76 89"));
}

}  // namespace
}  // namespace brochure::units
