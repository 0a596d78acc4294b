// Tables over a facing pair, in pages.
#include <gmock/gmock.h>

#include "paginating.hpp"

namespace brochure::page {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class SpreadPages : public PageTest {
  protected:
    SpreadPages() { design.table.form = design::TableForm::spread; }

    // Cells "a1", "b1 …" in columns A, B, …
    static std::string table(int columns, int rows) {
        std::string text;
        for (int row = -1; row < rows; ++row) {
            for (int column = 0; column < columns; ++column) {
                const char head = static_cast<char>('A' + column), letter = static_cast<char>('a' + column);
                text += row < 0 ? fmt::format("| {} ", head) : fmt::format("| {}{} ", letter, row + 1);
                if (row >= 0 && column > 0) text += "verpleegkundige verschoont het verband ";
            }
            text += "|\n";
            if (row < 0) {
                for (int column = 0; column < columns; ++column) text += "| --- ";
                text += "|\n";
            }
        }
        return text + "\n";
    }
    // The pages that have these words, and whether as what is read.
    struct Found {
        std::size_t page = 0;
        bool artifact = false;
        Length baseline, left;
    };
    static std::vector<Found> pages_with(const Pagination& pages, std::string_view words) {
        std::vector<Found> found;
        for (std::size_t i = 0; i < pages.document.pages.size(); ++i) {
            for (const PageLine& line : lines_of(pages.document, pages.document.pages[i])) {
                if (line.words == words) found.push_back({i, line.artifact, line.baseline, line.left});
            }
        }
        return found;
    }
};

TEST_F(SpreadPages, StandOnVersoAndRectoWithTheirRowsLevel) {
    for (const int lines_before : {4, 12, 25, 40}) {
        SCOPED_TRACE(lines_before);
        const Pagination pages =
            body("## Week\n\n" + numbered_lines(1, lines_before) + table(5, 3) + numbered_lines(100, 160));
        EXPECT_THAT(reports(), IsEmpty());
        for (const char* name : {"A", "a1", "a3"}) {
            const auto found = pages_with(pages, name);
            ASSERT_THAT(found, SizeIs(2));
            EXPECT_FALSE(pages.document.pages[found[0].page].recto);
            EXPECT_EQ(found[1].page, found[0].page + 1);
            EXPECT_FALSE(found[0].artifact);
            EXPECT_TRUE(found[1].artifact);
            EXPECT_EQ(found[0].baseline, found[1].baseline);
        }
        // Nothing is lost, and text stands in its order.
        std::size_t last = 0;
        for (int line = 1; line <= 160; ++line) {
            if (line > lines_before && line < 100) continue;
            const auto found = pages_with(pages, fmt::format("r{}", line));
            ASSERT_THAT(found, SizeIs(1)) << line;
            EXPECT_GE(found[0].page, last);
            last = found[0].page;
        }
    }
}

TEST_F(SpreadPages, BeginOnTheEvenPageInATextFromTheRight) {
    right_to_left = true;
    const Pagination pages =
        body("## Week\n\n" + numbered_lines(1, 12) + table(5, 3) + numbered_lines(100, 160));
    EXPECT_THAT(reports(), IsEmpty());
    const auto name = pages_with(pages, "a1");
    ASSERT_THAT(name, SizeIs(2));
    EXPECT_EQ(name[0].page % 2, 1U);
    EXPECT_FALSE(name[0].artifact);
    EXPECT_EQ(name[1].page, name[0].page + 1);
    // The name is the first on the right.
    EXPECT_GT(name[0].left, pages_with(pages, "B").at(0).left);
    EXPECT_GT(name[1].left, pages_with(pages, "E").at(0).left);
}

TEST_F(SpreadPages, HaveTheirNotesAtTheFootOfTheirOwnPage) {
    std::string cells = table(5, 3);
    cells.insert(cells.find("d2") + 2, "[^n]");
    const Pagination pages =
        body("## Week\n\n" + numbered_lines(1, 12) + cells + numbered_lines(100, 160) + "[^n]: Noot.\n");
    EXPECT_THAT(reports(), IsEmpty());
    const auto note = pages_with(pages, "Noot.");
    ASSERT_THAT(note, SizeIs(1));
    EXPECT_EQ(note[0].page, pages_with(pages, "a2").at(1).page);
}

TEST_F(SpreadPages, ThatStandOnBothSidesOfALeafAreReported) {
    // The first page is a recto, and nothing can come before the heading above the table.
    const Pagination pages = body("## Week\n\n" + table(5, 3));
    EXPECT_TRUE(pages.document.pages[pages_with(pages, "a1").at(0).page].recto);
    EXPECT_THAT(reports(), HasSubstr("spread-parted"));
}

}  // namespace
}  // namespace brochure::page
