#include "pdf/write_press.hpp"

#include <gmock/gmock.h>

#include "pdf/press_sample.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class WritePress : public testing::Test {
  protected:
    void SetUp() override {
        SKIP_WITHOUT_FOGRA39();
        SKIP_WITHOUT("qpdf");
    }
};

TEST_F(WritePress, PassesTheChecksOfQpdf) {
    const std::string file = pressed(PressSample());
    if (const char* keep = std::getenv("KEEP_PRESS")) std::ofstream(keep, std::ios::binary) << file;
    const Output checked = run_on(file, "qpdf --check");
    EXPECT_EQ(checked.exit_code, 0) << checked.text;
    EXPECT_THAT(file, StartsWith("%PDF-1.6\n"));
}

TEST_F(WritePress, SameInputGivesTheSameBytes) { EXPECT_EQ(pressed(PressSample()), pressed(PressSample())); }

}  // namespace
}  // namespace brochure::pdf
