#include "pdf/object/haru.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/object/packed_file.hpp"
#include "pdf/tools.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string saved(File& file) {
    auto result = file.save("test");
    EXPECT_TRUE(result.ok());
    return std::move(result).value();
}

TEST(Haru, PrintsNumbersExactlyWhereItsOwnRealsDoNot) {
    SKIP_WITHOUT("qpdf");
    File file;
    file.new_page().set_numbers("MediaBox", {0, 0, 419.528, 595.28});
    EXPECT_THAT(unpacked(saved(file)), HasSubstr(".528"));
    File again;
    again.new_page().set_numbers("MediaBox", {0, 0, 419.528, 595.28});
    EXPECT_THAT(unpacked(saved(again)), HasSubstr("595.28\n"));
}

TEST(Haru, FileIsWholeAndOfVersion17) {
    SKIP_WITHOUT("qpdf");
    File file;
    Dict page = file.new_page();
    page.set_numbers("MediaBox", {0, 0, 100, 100});
    page.set("Contents", file.new_stream("0 0 10 10 re f", Filter::flate));
    const std::string bytes = saved(file);
    EXPECT_THAT(bytes, StartsWith("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    EXPECT_EQ(run_on(bytes, "qpdf --check").exit_code, 0) << run_on(bytes, "qpdf --check").text;
}

TEST(Haru, MoreObjectsThanOneObjectStreamHoldsAreAllFound) {
    SKIP_WITHOUT("qpdf");
    File file;
    Dict page = file.new_page();
    page.set_numbers("MediaBox", {0, 0, 100, 100});
    Array list = page.add_array("Many");
    for (int i = 0; i < 1000; ++i) {
        Dict one = file.new_dict();
        one.set_integer("N", i);
        list.add(one);
    }
    const std::string bytes = saved(file);
    EXPECT_EQ(run_on(bytes, "qpdf --check").exit_code, 0);
    EXPECT_THAT(unpacked(bytes), HasSubstr("/N 999\n"));
}

TEST(Haru, TextBeyondAsciiIsUtf16) {
    EXPECT_EQ(text_token("bot (kanker)"), "(bot \\(kanker\\))");
    EXPECT_EQ(text_token("é"), "<FEFF00E9>");
}

TEST(Haru, WhatItRefusesComesOutAsOneError) {
    File file;
    file.new_page().set_name("Name", std::string(200, 'x'));  // its names hold 127 bytes
    const auto result = file.save("test");
    ASSERT_FALSE(result.ok());
    EXPECT_THAT(result.error().message, HasSubstr("libharu"));
}

TEST(Haru, AfterARefusalNothingCrashes) {
    File file;
    Dict page = file.new_page();
    page.set_name("Name", std::string(200, 'x'));
    page.add_dict("Kid").add_array("List").add_dict().set_flag("Here", true);
    page.set("Contents", file.new_stream("q Q", Filter::flate));
    EXPECT_FALSE(file.save("test").ok());
}

TEST(PackedFile, SameIdentifierSameFirstIdOtherBytesOtherSecondId) {
    const std::vector<PrintedObject> one{{1, false, "<</Type/Catalog>>"}, {2, false, "<<>>"}};
    const std::vector<PrintedObject> other{{1, false, "<</Type/Catalog/Lang(nl)>>"}, {2, false, "<<>>"}};
    const auto ids = [](const std::string& bytes) {
        const std::size_t at = bytes.find("/ID[<");
        return std::pair(bytes.substr(at + 5, 32), bytes.substr(at + 39, 32));
    };
    const auto a = ids(packed_file(one, 1, 2, "x.nl"));
    const auto b = ids(packed_file(other, 1, 2, "x.nl"));
    const auto c = ids(packed_file(one, 1, 2, "x.en"));
    EXPECT_EQ(a.first, b.first);
    EXPECT_NE(a.second, b.second);
    EXPECT_NE(a.first, c.first);
}

}  // namespace
}  // namespace brochure::pdf
