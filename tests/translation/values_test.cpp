// A dose that differs between two texts is told at both places.
#include "translation/values.hpp"

#include <gmock/gmock.h>

#include "support/small_brochure.hpp"

namespace brochure::translation {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<diag::Diagnostic> differences(const std::string& master, const std::string& translation) {
    const test::TemporaryFolder folder;
    test::write_project(folder, {"## Een {#een}\n\n" + master + "\n", "reviewed = true"});
    folder.write("content/proef/en.md",
                 "+++\ntitle = \"The title\"\nsubtitle = \"The subtitle\"\nreviewed = "
                 "false\n+++\n\n## One {#een}\n\n" +
                     translation + "\n");
    Sink own, sink;
    const document::ProjectFolders folders{folder.path(), BROCHURE_SOURCE_ROOT};
    const auto nl = document::read_document(folders, "proef", "nl", own);
    const auto en = document::read_document(folders, "proef", "en", own);
    compare_values(nl.value(), en.value(), sink);
    return sink.sorted();
}

TEST(CompareValues, SaysNothingOfTheSameAmounts) {
    EXPECT_THAT(differences("Neem 2,5 mg per dag, 2.000 stappen, vier weken.",
                            "Take 2.5 mg a day, 2,000 steps, 4 weeks."),
                IsEmpty());
}

TEST(CompareValues, RefusesAnotherDoseWithBothPlaces) {
    const auto found = differences("Neem 2,5 mg per dag.", "Take 25 mg a day.");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].code, "value-differs");
    EXPECT_EQ(found[0].severity, diag::Severity::error);
    EXPECT_EQ(found[0].place.file, "content/proef/en.md");
    EXPECT_EQ(found[0].place.line, 9U);
    EXPECT_THAT(found[0].message, HasSubstr("content/proef/nl.md:9:1"));
}

TEST(CompareValues, RefusesAnotherTelephoneNumber) {
    EXPECT_EQ(differences("Bel 012 345 67 80.", "Call 012 345 67 89.").size(), 1U);
}

TEST(CompareValues, WarnsOfANumberInWordsThatIsAnother) {
    const auto found = differences("Eén keer per vier weken.", "Once every six weeks.");
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].severity, diag::Severity::warning);
}

}  // namespace
}  // namespace brochure::translation
