// A small brochure in a small layout, page by page, against what was once found good.
#include "support/golden.hpp"

#include <gtest/gtest.h>

#include "paginating.hpp"

namespace brochure::page {
namespace {

// Of the shipped layouts only the looks change, and often; this one is there for tests.
design::Design layout_for_tests() {
    Sink sink;
    auto design =
        design::read_layout("good", {BROCHURE_TEST_DATA "/data/broken_layouts"}, BROCHURE_TEST_DATA, sink);
    if (!design) throw std::runtime_error(diag::as_text(sink.sorted()));
    return *std::move(design);
}

class Golden : public PageTest {
  protected:
    Golden() { design = layout_for_tests(); }
    static std::string text_of(const std::string& name) {
        return base::read_file(std::filesystem::path{BROCHURE_TEST_DATA} / "page/data" / name, 1 << 20)
            .value();
    }
};

TEST_F(Golden, SmallBrochure) {
    // With tables over the treatments as the shipped layout has them.
    design.treatment_tables = test::shipped_layout("a5").treatment_tables;
    const Pagination pages = paginated(
        {text_of("small.md"), R"(
key_messages = ["Houd het verband droog.", "Bel bij koorts."]

[[treatment]]
id = "verband"
name = "Verband"
aim = "de wond schoon houden"
how = "een nieuw verband om de arm"
frequency = "elke dag"
section = "verschonen"

[[treatment]]
id = "zalf"
name = "Zalf"
aim = "jeuk verminderen"
side_effects = "soms een rode huid, die na een dag of twee vanzelf verdwijnt"
section = "zalf"
)"},
        {"contents", "key_messages", "body", "sources", "image_credits", "disclaimer", "back_cover"});
    EXPECT_EQ(reports(), "");
    EXPECT_TRUE(test::matches_golden(std::filesystem::path{BROCHURE_TEST_DATA} / "page/data/small.txt",
                                     test::layout_dump(pages.document)));
}

TEST_F(Golden, TableOverAFacingPair) {
    design.table.form = design::TableForm::spread;
    const Pagination pages = paginated({text_of("spread.md")}, {"cover", "body"});
    EXPECT_EQ(reports(), "");
    EXPECT_TRUE(test::matches_golden(std::filesystem::path{BROCHURE_TEST_DATA} / "page/data/spread.txt",
                                     test::layout_dump(pages.document)));
}

}  // namespace
}  // namespace brochure::page
