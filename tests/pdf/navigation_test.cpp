#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/editions/write_screen.hpp"
#include "pdf/tools.hpp"
#include "pdf/whole_sample.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

// The labels a viewer shows, joined with "|", as pikepdf reads them.
std::string labels(std::initializer_list<const char*> wanted) {
    Sample sample;
    sample.document.pages.clear();
    for (const char* label : wanted) sample.add_page(label);
    return run_on(written(sample),
                  "/usr/bin/python3 -c 'import pikepdf, sys; "
                  "pdf = pikepdf.open(sys.argv[1]); print(\"|\".join(p.label for p in pdf.pages))'")
        .text;
}

class Navigation : public testing::Test {
  protected:
    void SetUp() override { SKIP_WITHOUT("qpdf"); }
};

TEST_F(Navigation, LabelsAreThoseOfTheFolios) {
    if (!have_ua_check()) GTEST_SKIP() << "python3-pikepdf is not installed";
    EXPECT_EQ(labels({"1", "2", "3"}), "1|2|3\n");
    EXPECT_EQ(labels({"", "", "3", "4", "7", "8", "achter"}), "||3|4|7|8|achter\n");
    EXPECT_EQ(labels({"i", "ii", "1"}), "i|ii|1\n");
    EXPECT_EQ(labels({"01", "2"}), "01|2\n");
}

TEST_F(Navigation, OutlineHasTheTitlesAtTheirLevels) {
    SKIP_WITHOUT("mutool");
    const WholeSample sample;
    const std::string outline = run_on(written(sample), "mutool show", "outline").text;
    EXPECT_THAT(outline, HasSubstr("\"Botmetastasen\""));
    EXPECT_THAT(outline, HasSubstr("\t\t\"Behandeling\""));
    EXPECT_THAT(outline, HasSubstr("\t\"Één\""));
}

TEST_F(Navigation, OutlineCountsAllThatIsOpen) {
    Sample sample;
    sample.say("Tekst.");
    sample.document.destinations = {{"a", 0, {}}};
    sample.document.outline = {{1, "A", "a"}, {2, "B", "a"}, {3, "C", "a"}, {2, "D", "a"}, {1, "E", "a"}};
    const std::string file = unpacked(written(sample));
    EXPECT_THAT(file, HasSubstr("/Count 5"));
    EXPECT_THAT(file, HasSubstr("/Count 3"));
    EXPECT_THAT(file, HasSubstr("/PageMode /UseOutlines"));
}

TEST_F(Navigation, DestinationIsAPlaceOnAPage) {
    SKIP_WITHOUT("pdfinfo");
    Sample sample;
    sample.say("Tekst.");
    sample.document.destinations = {{"pijn", 0, {Length::points(40), Length::points(95.276)}}};
    EXPECT_THAT(run_on(written(sample), "pdfinfo -dests").text,
                HasSubstr("1 [ XYZ   40  500 null      ] \"pijn\""));
}

TEST_F(Navigation, OutsideAddressIsAsciiAndInsideOneIsADestination) {
    const WholeSample sample;
    const std::string file = unpacked(written(sample));
    EXPECT_THAT(file, HasSubstr("/URI (https://www.example.org/straling?bot=%C3%A9%C3%A9n)"));
    EXPECT_THAT(file, HasSubstr("/Dest (behandeling)"));
}

TEST_F(Navigation, LinkRectangleIsTurnedUpsideDown) {
    Sample sample;
    const style::LeafId leaf = sample.say("Tekst.");
    auto& tree = sample.document.structure;
    const style::NodeId link = tree.add_node(tree.parent_of(leaf), Role::link);
    sample.document.pages[0].links.push_back(
        {{{Length::points(10), Length::points(95.276)}, {Length::points(30), Length::points(20)}},
         link,
         "tel:112",
         "",
         "Bel 112"});
    const std::string file = unpacked(written(sample));
    EXPECT_THAT(file, HasSubstr("/Rect [\n    10\n    480\n    40\n    500\n  ]"));
}

TEST_F(Navigation, RightToLeftBrochureOpensFromTheRight) {
    Sample sample;
    sample.say("Tekst.");
    EXPECT_THAT(unpacked(written(sample)), Not(HasSubstr("/Direction")));
    sample.document.right_to_left = true;
    EXPECT_THAT(unpacked(written(sample)), HasSubstr("/Direction /R2L"));
}

}  // namespace
}  // namespace brochure::pdf
