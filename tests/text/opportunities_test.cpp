#include "support.hpp"

namespace brochure::text {
namespace {

using Opportunities = TextTest;

TEST_F(Opportunities, LieAtSpacesAndTheEnd) { EXPECT_EQ(drawn("Pijn in de rug."), "Pijn_in_de_rug./"); }

TEST_F(Opportunities, DropAllSpacesBetweenTwoWords) { EXPECT_EQ(drawn("Pijn   rug "), "Pijn_rug/"); }

TEST_F(Opportunities, LeaveNoBreakSpacesAlone) {
    EXPECT_EQ(drawn("5\u00A0mg per\u202Fdag"), "5\u00A0mg_per\u202Fdag/");
}

TEST_F(Opportunities, CountNoBreakSpacesAsStretching) {
    const auto paragraph = paragraph_of("5\u00A0mg per\u202Fdag", style);
    const ShapedParagraph shaped = shape(paragraph);
    EXPECT_EQ(shaped.fragments[0].spaces, 1U);
    EXPECT_EQ(shaped.fragments[0].space_width, shaped.word_space);
    EXPECT_EQ(shaped.fragments[1].spaces, 0U);
    EXPECT_TRUE(shaped.opportunities[0].stretches);
    EXPECT_EQ(shaped.opportunities[0].space, shaped.word_space);
}

TEST_F(Opportunities, DropFixedSpacesWithoutStretchingThem) {
    const auto paragraph = paragraph_of("a\u2009b", style);
    EXPECT_EQ(drawn(paragraph), "a_b/");
    const ShapedParagraph shaped = shape(paragraph);
    EXPECT_FALSE(shaped.opportunities[0].stretches);
    EXPECT_GT(shaped.opportunities[0].space, Length{});
}

TEST_F(Opportunities, AreForbiddenAtMarkedSpaces) {
    auto paragraph = paragraph_of("op bladzijde 12 staat", style);
    paragraph.no_break_at = {12};
    EXPECT_EQ(drawn(paragraph), "op_bladzijde 12_staat/");
    EXPECT_EQ(shape(paragraph).fragments[1].spaces, 1U);
}

TEST_F(Opportunities, AreForbiddenAtMarkedPlacesBetweenLetters) {
    auto paragraph = paragraph_of("CT-scan", style);
    EXPECT_EQ(drawn(paragraph), "CT-|scan/");
    paragraph.no_break_at = {3};
    EXPECT_EQ(drawn(paragraph), "CT-scan/");
}

TEST_F(Opportunities, KnowWhatIsOneWordToAListener) {
    const auto inside = [&](const std::string& words) {
        std::string marks;
        for (const Opportunity& opportunity : shape(paragraph_of(words, style)).opportunities)
            marks += opportunity.in_word ? '+' : '.';
        return marks;
    };
    EXPECT_EQ(inside("een CT-scan"), ".+.");
    EXPECT_EQ(inside("en/of"), "+.");
    EXPECT_EQ(inside("https://zalf.example/"), "+.");
    EXPECT_EQ(inside("in- en"), "..");
    EXPECT_EQ(inside("Ja\u2014nee"), "...");
    EXPECT_EQ(inside("\u9AA8\u9ABCzalf.example\u9AA8"), "....");  // Han ends anywhere, and is no address
}

TEST_F(Opportunities, EndLinesAtLineSeparators) {
    EXPECT_EQ(drawn("Straat 1 \u20281000 AA\u2028"), "Straat_1/1000_AA/");
}

TEST_F(Opportunities, GiveEmptyLinesBetweenTwoSeparators) { EXPECT_EQ(drawn("a\u2028\u2028b"), "a//b/"); }

TEST_F(Opportunities, OfAnEmptyParagraphAreOneForcedEnd) {
    const ShapedParagraph shaped = shape(paragraph_of("", style));
    ASSERT_EQ(shaped.opportunities.size(), 1U);
    ASSERT_EQ(shaped.fragments.size(), 1U);
    EXPECT_EQ(shaped.opportunities[0].kind, BreakKind::forced);
    EXPECT_GT(shaped.ascent, Length{});
}

TEST_F(Opportunities, HyphenateWhereTheStyleAllows) {
    EXPECT_EQ(drawn("Een behandeling."), "Een_behandeling./");
    style.hyphenation = design::HyphenationUse::normal;
    EXPECT_EQ(drawn("Een behandeling."), "Een_be~han~de~ling./");
}

TEST_F(Opportunities, KeepShortPiecesTogetherWhereHyphensAreSparing) {
    style.hyphenation = design::HyphenationUse::sparing;
    EXPECT_EQ(drawn("Een behandeling bestraling"), "Een_behan~de~ling_bestra~ling/");
}

TEST_F(Opportunities, LeaveShortWordsWhole) {
    style.hyphenation = design::HyphenationUse::normal;
    style.breaking.min_word_length = 6;
    EXPECT_EQ(drawn("onder wervel"), "onder_wer~vel/");
}

TEST_F(Opportunities, LeaveCapitalsAndDigitsWhole) {
    style.hyphenation = design::HyphenationUse::normal;
    EXPECT_EQ(drawn("BEHANDELING behandelPlan behandel2plan Behandeling"),
              "BEHANDELING_behandelPlan_behandel2plan_Be~han~de~ling/");
}

TEST_F(Opportunities, LeaveAddressesWhole) {
    style.hyphenation = design::HyphenationUse::normal;
    EXPECT_EQ(drawn("Mail oncologie@ziekenhuis.nl nu."), "Mail_oncologie@ziekenhuis.nl_nu./");
}

TEST_F(Opportunities, LeaveWordsOfAnotherLanguageWhole) {
    style.hyphenation = design::HyphenationUse::normal;
    EXPECT_EQ(drawn(paragraph_of({{"De "}, {"treatment", "en"}, {" behandeling"}}, style)),
              "De_treatment_be~han~de~ling/");
}

TEST_F(Opportunities, HyphenateAcrossAChangeOfWeight) {
    style.hyphenation = design::HyphenationUse::normal;
    EXPECT_EQ(drawn(paragraph_of({{"be"}, {"hande", "nl", 700}, {"ling"}}, style)), "be~han~de~ling/");
}

TEST_F(Opportunities, HyphenateDecomposedLetters) {
    style.hyphenation = design::HyphenationUse::normal;
    EXPECT_EQ(drawn("patie\u0308nten"), "pa~tie\u0308n~ten/");
}

TEST_F(Opportunities, LieAtSoftHyphensAndOnlyThereInTheirWord) {
    style.hyphenation = design::HyphenationUse::normal;
    EXPECT_EQ(drawn("behande\u00ADlingen"), "behande~lingen/");
}

TEST_F(Opportunities, LieAtSoftHyphensInStylesThatDoNotHyphenate) {
    EXPECT_EQ(drawn("behande\u00ADlingen"), "behande~lingen/");
}

TEST_F(Opportunities, LieAfterHyphensOfCompounds) {
    style.hyphenation = design::HyphenationUse::normal;
    EXPECT_EQ(drawn("MRI-scan, MRI-onderzoek"), "MRI-|scan,_MRI-|on~der~zoek/");
}

TEST_F(Opportunities, LeaveShortPartsOfCompoundsWhole) {
    style.hyphenation = design::HyphenationUse::normal;
    EXPECT_EQ(drawn("wervel-vriend"), "wervel-|vriend/");
}

TEST_F(Opportunities, DoNotTearALoneLetterFromItsHyphen) {
    EXPECT_EQ(drawn("e-mail X-stralen vitamine-D -therapie"), "e-mail_X-stralen_vitamine-D_-therapie/");
}

TEST_F(Opportunities, DoNotTearRangesOfNumbers) {
    EXPECT_EQ(drawn("10–14 dagen, 06-123"), "10–14_dagen,_06-123/");
}

TEST_F(Opportunities, DoNotTearAMinusOrARangeInOtherDigits) {
    EXPECT_EQ(drawn("tot –5 en ۱۰–۱۴"), "tot_–5_en_۱۰–۱۴/");
    EXPECT_EQ(drawn("van 10\u201014"), "van_10\u201014/");
}

TEST_F(Opportunities, DoNotLieBeforeASignThatRepeatsAWord) {
    for (const std::string sign : {"ๆ", "ໆ", "ៗ"}) {
        EXPECT_EQ(drawn("a " + sign + " b"), "a " + sign + "_b/") << sign;
        EXPECT_EQ(drawn("a" + sign + " b"), "a" + sign + "_b/") << sign;
    }
}

TEST_F(Opportunities, LieBetweenHanCharacters) { EXPECT_EQ(drawn("骨转移"), "骨|转|移/"); }

TEST_F(Opportunities, WidenTheLineByTheHyphen) {
    style.hyphenation = design::HyphenationUse::normal;
    const ShapedParagraph shaped = shape(paragraph_of("wervel", style));
    ASSERT_EQ(shaped.opportunities.size(), 2U);
    const ShapedParagraph hyphen = shape(paragraph_of("-", style));
    EXPECT_NEAR(shaped.opportunities[0].end_if_taken.to_points(), hyphen.fragments[0].width.to_points(), 0.5);
    EXPECT_GT(shaped.opportunities[0].end_if_taken, Length{});
}

TEST_F(Opportunities, RepeatAHyphenWhereTheLanguageDoes) {
    language.hyphenation.repeat_hyphen = true;
    const ShapedParagraph shaped = shape(paragraph_of("biało-czerwony", style));
    ASSERT_EQ(shaped.opportunities.size(), 2U);
    EXPECT_TRUE(shaped.opportunities[0].repeats_hyphen);
    EXPECT_GT(shaped.opportunities[0].start_if_taken, Length::points(2));
}

TEST_F(Opportunities, RepeatNoHyphenOfAnAddressOrOfAnotherLanguage) {
    language.hyphenation.repeat_hyphen = true;
    const ShapedParagraph address = shape(paragraph_of("https://zalf.example/biało-czerwony", style));
    ASSERT_GE(address.opportunities.size(), 2U);
    for (const Opportunity& opportunity : address.opportunities) EXPECT_FALSE(opportunity.repeats_hyphen);
    const ShapedParagraph english = shape(paragraph_of({{"well-known", "en"}}, style));
    ASSERT_EQ(english.opportunities.size(), 2U);
    EXPECT_FALSE(english.opportunities[0].repeats_hyphen);
}

TEST_F(Opportunities, OfWhatIsTooWideLieAtTheSpacesThatHoldBeforeAnywhereElse) {
    style::StyledParagraph paragraph = paragraph_of("2 × 500 mg", style);
    paragraph.no_break_at = {1, 4, 8};
    const auto parts = [&](double points) {
        std::string out;
        const ShapedParagraph whole = shape(paragraph);
        for (const Fragment& fragment :
             break_anywhere(paragraph, whole, Length::points(points), fonts).fragments)
            out += std::string(fragment.range.of(paragraph.text)) + "/";
        return out;
    };
    EXPECT_EQ(parts(200), "2 × 500 mg/");
    EXPECT_EQ(parts(30), "2/×/500/mg/");
    EXPECT_EQ(parts(12), "2/×/5/0/0/m/g/");
}

TEST_F(Opportunities, HangPunctuationAtTheEnd) {
    const ShapedParagraph shaped = shape(paragraph_of("Rust.", style));
    const ShapedParagraph stop = shape(paragraph_of(".", style));
    EXPECT_EQ(shaped.opportunities[0].hang_end, stop.fragments[0].width.scaled(0.7));
}

TEST_F(Opportunities, HangQuotationMarksAtTheStart) {
    const ShapedParagraph shaped = shape(paragraph_of("‘Rust’", style));
    const ShapedParagraph quote = shape(paragraph_of("‘", style));
    EXPECT_EQ(shaped.fragments[0].hang_start, quote.fragments[0].width.scaled(0.7));
}

TEST_F(Opportunities, HangTheAddedHyphen) {
    style.hyphenation = design::HyphenationUse::normal;
    const ShapedParagraph shaped = shape(paragraph_of("wervel", style));
    const ShapedParagraph hyphen = shape(paragraph_of("-", style));
    EXPECT_EQ(shaped.opportunities[0].hang_end, hyphen.fragments[0].width.scaled(0.7));
}

TEST_F(Opportunities, HangNothingWhereTheStyleForbids) {
    style.breaking.hanging_punctuation = false;
    const ShapedParagraph shaped = shape(paragraph_of("‘Rust.’", style));
    EXPECT_EQ(shaped.fragments[0].hang_start, Length{});
    EXPECT_EQ(shaped.opportunities[0].hang_end, Length{});
}

}  // namespace
}  // namespace brochure::text
