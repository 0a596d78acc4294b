// The brochures in a language that nobody speaks, 40 % longer than in English, in every layout: nothing runs
// over, no word is lost.
#include "support/whole_projects.hpp"

namespace brochure::whole {
namespace {

using test::run;

const std::string python = "/usr/bin/python3";
const std::string pseudo_tag = "en-XA";

class PseudoLanguage : public ::testing::TestWithParam<std::string> {
  protected:
    void SetUp() override {
        if (run({python, "-c", "import tomllib"}).exit_code != 0)
            GTEST_SKIP() << "Python 3.11 is not installed";
        const test::Ended made = run({python, "-B", BROCHURE_TEST_DATA "/whole/pseudo_language.py",
                                      test::source_root.string(), folder_.path().string(), "botmetastasen"});
        ASSERT_EQ(made.exit_code, 0) << made.err;
    }
    [[nodiscard]] std::string project() const { return folder_.path().string(); }

  private:
    test::ScratchFolder folder_;
};

TEST_P(PseudoLanguage, IsSetWithoutOverflowOrLoss) {
    const test::Ended built =
        test::run_brochure({"build", "-C", project(), "--lang", pseudo_tag, "--layout", GetParam(), "-o",
                            project() + "/out", "--edition", "screen"});
    ASSERT_EQ(built.exit_code, 0) << built.err;
    for (const std::string fault : {"[line-overfull]", "[page-overfull]", "[glyph-missing]"}) {
        EXPECT_EQ(built.err.find(fault), std::string::npos) << built.err;
    }
    const std::string pdf =
        project() + "/out/botmetastasen/botmetastasen." + pseudo_tag + "." + GetParam() + ".pdf";
    for (const std::string which : {"structure", "paper"}) {
        const test::Ended checked =
            run({python, "-B", BROCHURE_TEST_DATA "/whole/check_words.py", which, pdf, project(),
                 BROCHURE_SOURCE_ROOT, "botmetastasen", pseudo_tag, GetParam()});
        EXPECT_EQ(checked.exit_code, 0) << which << "\n" << checked.out << checked.err;
    }
}

INSTANTIATE_TEST_SUITE_P(Layouts, PseudoLanguage, ::testing::ValuesIn(test::shipped_layouts()),
                         [](const auto& layout) {
                             std::string name = layout.param;
                             std::replace(name.begin(), name.end(), '-', '_');
                             return name;
                         });

}  // namespace
}  // namespace brochure::whole
