// What the print dialogue of a booklet is told.
#include "pdf/editions/write_booklet.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/tools.hpp"
#include "pdf/whole_sample.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;
using testing::Not;

// Four pages of A5 with a line of text each.
struct BookletPages : Sample {
    BookletPages() {
        for (int page = 1; page <= 4; ++page) {
            if (page > 1) add_page(std::to_string(page));
            say("Tekst");
        }
    }
    std::vector<impose::Sheet> sheets() const {
        return impose::impose_booklet(document.pages.size(), document.trim, {});
    }
};

std::string booklet(const BookletPages& pages, PrintSides sides) {
    const Size a4{Length::millimetres(297), Length::millimetres(210)};
    auto file = write_sheets(pages.document, pages.fonts, pages.sheets(), {a4, sides, "booklet"});
    EXPECT_TRUE(file.ok());
    return std::move(file).value();
}

TEST(PrintDialogue, StartsWithTheEdgeTheSheetIsTurnedAbout) {
    SKIP_WITHOUT("qpdf");
    const BookletPages pages;
    EXPECT_THAT(unpacked(booklet(pages, PrintSides::both_flipped_on_short_edge)),
                HasSubstr("/Duplex /DuplexFlipShortEdge"));
    EXPECT_THAT(unpacked(booklet(pages, PrintSides::both_flipped_on_long_edge)),
                HasSubstr("/Duplex /DuplexFlipLongEdge"));
    EXPECT_THAT(unpacked(booklet(pages, PrintSides::one)), HasSubstr("/Duplex /Simplex"));
}

TEST(PrintDialogue, LeavesTheSizeAlone) {
    SKIP_WITHOUT("qpdf");
    const BookletPages pages;
    EXPECT_THAT(unpacked(booklet(pages, PrintSides::one)), HasSubstr("/PrintScaling /None"));
    EXPECT_THAT(unpacked(written(pages)), Not(HasSubstr("/PrintScaling")));
}

}  // namespace
}  // namespace brochure::pdf
