// Words with numbered marks, as an author writes them.
#include "exchange/markup.hpp"

#include <gmock/gmock.h>

namespace brochure::exchange {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

const std::vector<Mark> marks{{"**", "**", "bold", false, false, false},
                              {"[^a]", "", "note 'a'", true, false, false},
                              {"[", "]{lang=en}", "words in 'en'", false, false, true}};

std::string fault(std::string_view words) { return mark_fault(words, marks, marks.size()); }
std::string markdown(const std::string& words, Form form = Form::flow) {
    return as_markdown({words, marks}, {form, {}, {}});
}

TEST(Marks, AreSoundInAnyOrder) { EXPECT_THAT(fault("x{2/} {1}y{/1} {3}z{/3}"), IsEmpty()); }

TEST(Marks, ALostOneIsNamed) { EXPECT_THAT(fault("{1}y{/1} {3}z{/3}"), HasSubstr("note 'a'")); }

TEST(Marks, ADoubledOneIsNamed) { EXPECT_THAT(fault("{2/}{1}y{/1}{2/}"), HasSubstr("twice")); }

TEST(Marks, AnOpenOneIsNamed) { EXPECT_THAT(fault("{2/}{1}y"), HasSubstr("{/1}")); }

TEST(Marks, CrossedOnesAreRefused) {
    EXPECT_THAT(fault("{2/}{1}y{3}z{/1}{/3}"), HasSubstr("closes nothing"));
}

TEST(Marks, AnUnknownNumberIsRefused) { EXPECT_THAT(fault("{2/}{1}y{/1}{4/}"), HasSubstr("{4}")); }

TEST(Marks, ALooseBraceIsRefused) { EXPECT_THAT(fault("{2/}{1}y{/1} {"), HasSubstr("brace")); }

TEST(Marks, WordsOfAnotherLanguageNeedNotBeForeign) { EXPECT_THAT(fault("{2/}{1}y{/1}"), IsEmpty()); }

TEST(Markup, WritesMarksAsAnAuthorWould) {
    EXPECT_EQ(markdown("{1}Bel{/1} ons{2/} om {3}one{/3}."), "**Bel** ons[^a] om [one]{lang=en}.");
}

TEST(Markup, EscapesSignsThatWouldBeMarkup) {
    EXPECT_EQ(markdown("2 * 3 [a] <b> x_1 _y_ {{z}}"), R"(2 \* 3 \[a\] \<b> x_1 \_y\_ \{z})");
    EXPECT_EQ(markdown("ja | nee", Form::cell), R"(ja \| nee)");
    EXPECT_EQ(markdown("ja | nee"), "ja | nee");
    EXPECT_EQ(markdown("een \"woord\"", Form::caption), R"(een \"woord\")");
}

TEST(Markup, ALineNeverBeginsAnotherBlock) {
    EXPECT_EQ(markdown("1. dag"), R"(1\. dag)");
    EXPECT_EQ(markdown("- dag"), R"(\- dag)");
    EXPECT_EQ(markdown("# dag"), R"(\# dag)");
    EXPECT_EQ(markdown("12 dagen"), "12 dagen");
}

TEST(Markup, KeepsTheLinesThatAreStillTheSame) {
    const Setting setting{Form::flow, {"Een. Twee.", "Drie is", "lang."}, "  "};
    EXPECT_EQ(as_markdown({"Een. Twee. Vier. Drie is lang.", {}}, setting),
              "Een. Twee.\n  Vier.\n  Drie is\n  lang.");
}

}  // namespace
}  // namespace brochure::exchange
