#include "preflight/labels.hpp"

#include <gmock/gmock.h>

#include "page/paginating.hpp"

namespace brochure::preflight {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

// A drawing 120 wide whose labels stand where a test wants them, and their words.
class Labels : public page::PageTest {
  protected:
    std::vector<diag::Diagnostic> found(const std::string& texts, const std::string& words = "") {
        test::SmallBrochure brochure{"## Arm {#arm}\n\nEen arm.\n\n![Een arm](wond \"De arm\")\n"};
        brochure.images =
            "[[image]]\nid = \"wond\"\nfile = \"wond.svg\"\nauthor = \"Wij\"\nlicence = \"CC0\"\n";
        brochure.files["wond.svg"] =
            "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 120 60'>"
            "<rect width='120' height='60' fill='#dcebed'/>\n" +
            texts + "</svg>";
        if (!words.empty()) brochure.front_matter = "\n[labels.wond]\n" + words;
        const page::Pagination pages = paginated(brochure, {"body"});
        Sink own;
        check_labels(pages.document, fonts(), own);
        return own.sorted();
    }
    std::vector<std::string> codes(const std::string& texts, const std::string& words = "") {
        std::vector<std::string> out;
        for (const diag::Diagnostic& one : found(texts, words)) out.push_back(one.code);
        return out;
    }
};

std::string label(const char* key, int x, int y, const char* words, const char* anchor = "start") {
    return fmt::format("<text data-label='{}' x='{}' y='{}' font-size='4' text-anchor='{}'>{}</text>\n", key,
                       x, y, anchor, words);
}

TEST_F(Labels, ThatStandInTheirDrawingAreNotTold) {
    EXPECT_THAT(codes(label("a", 10, 20, "bot") + label("b", 60, 40, "huid", "middle") +
                      label("c", 118, 55, "wond", "end")),
                IsEmpty());
}

TEST_F(Labels, AWordThatRunsOutOfTheDrawingIsTold) {
    for (const char* anchor : {"start", "middle", "end"}) {
        const int x = std::string(anchor) == "start" ? 90 : std::string(anchor) == "end" ? 30 : 110;
        EXPECT_THAT(codes(label("a", x, 20, "Beenmergonderzoeksresultaten", anchor)),
                    ElementsAre("label-outside"))
            << anchor;
    }
}

TEST_F(Labels, SeveralWordsTurnOverAtTheDrawingsEdge) {
    EXPECT_THAT(codes(label("a", 70, 20, "een wond die langzaam dicht gaat")), IsEmpty());
}

TEST_F(Labels, LinesThatRunOutBelowAreTold) {
    EXPECT_THAT(codes(label("a", 80, 57, "een wond die langzaam dicht gaat")), ElementsAre("label-outside"));
}

TEST_F(Labels, OutsideTheirDrawingAreTold) {
    EXPECT_THAT(codes(label("a", 10, -3, "bot")), ElementsAre("label-outside"));
    EXPECT_THAT(codes(label("a", 200, 20, "bot")), ElementsAre("label-outside"));
}

TEST_F(Labels, TheLineIsThatOfTheWords) {
    const std::string text = label("a", 90, 20, "bot");
    const auto of_language_file = found(text, "a = \"Beenmergonderzoeksresultaten\"");
    ASSERT_EQ(of_language_file.size(), 1U);
    EXPECT_EQ(of_language_file[0].place.file, "content/proef/nl.md");
    EXPECT_EQ(of_language_file[0].severity, diag::Severity::error);
    EXPECT_THAT(of_language_file[0].message, HasSubstr("Beenmergonderzoeksresultaten"));
    EXPECT_THAT(of_language_file[0].message, HasSubstr(" mm out"));
    const auto of_drawing = found(label("a", 90, 20, "Beenmergonderzoeksresultaten"));
    ASSERT_EQ(of_drawing.size(), 1U);
    EXPECT_THAT(of_drawing[0].place.file, HasSubstr("wond.svg"));
    EXPECT_EQ(of_drawing[0].place.line, 2U);
}

TEST_F(Labels, PrintedOverEachOtherAreTold) {
    EXPECT_THAT(codes(label("a", 10, 20, "bovenarm") + label("b", 14, 21, "onderarm")),
                ElementsAre("labels-overlap"));
    EXPECT_THAT(codes(label("a", 10, 20, "bovenarm") + label("b", 10, 45, "onderarm")), IsEmpty());
}

TEST_F(Labels, CentredWordsSideBySideTurnOverInsteadOfTouching) {
    EXPECT_THAT(codes(label("a", 40, 20, "de heel lange bovenarm", "middle") +
                      label("b", 80, 20, "de heel lange onderarm", "middle")),
                IsEmpty());
}

}  // namespace
}  // namespace brochure::preflight
