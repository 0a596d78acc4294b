#include "pdf/object/haru.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>

#include "pdf/object/packed_file.hpp"
#include "pdf/tools.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::string filled(const std::function<void(File&)>& fill) {
    auto result = write_file("test", pdf_1_7, fill);
    EXPECT_TRUE(result.ok());
    return std::move(result).value();
}

std::string with_media_box(const Direct& box) {
    return unpacked(filled([&](File& file) { file.new_page().set("MediaBox", box); }));
}

TEST(Haru, PrintsNumbersExactlyWhereItsOwnRealsDoNot) {
    SKIP_WITHOUT("qpdf");
    EXPECT_THAT(with_media_box(Direct::array({0, 0, 419.528, 595.28})), HasSubstr(".528"));
    EXPECT_THAT(with_media_box(Direct::array({0, 0, 419.528, 595.28})), HasSubstr("595.28\n"));
}

TEST(Haru, FileIsWholeAndOfVersion17) {
    SKIP_WITHOUT("qpdf");
    const std::string bytes = filled([](File& file) {
        Dict page = file.new_page();
        page.set("MediaBox", Direct::array({0, 0, 100, 100}));
        page.set("Contents", file.new_stream("0 0 10 10 re f", Filter::flate));
    });
    EXPECT_THAT(bytes, StartsWith("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n"));
    EXPECT_EQ(run_on(bytes, "qpdf --check").exit_code, 0) << run_on(bytes, "qpdf --check").text;
}

TEST(Haru, MoreObjectsThanOneObjectStreamHoldsAreAllFound) {
    SKIP_WITHOUT("qpdf");
    const std::string bytes = filled([](File& file) {
        Dict page = file.new_page();
        page.set("MediaBox", Direct::array({0, 0, 100, 100}));
        Array list = page.add_array("Many");
        for (int i = 0; i < 1000; ++i) {
            Dict one = file.new_dict();
            one.set("N", i);
            list.add(one);
        }
    });
    EXPECT_EQ(run_on(bytes, "qpdf --check").exit_code, 0);
    EXPECT_THAT(unpacked(bytes), HasSubstr("/N 999\n"));
}

TEST(Haru, EveryKindOfValueIsReadBackByAnother) {
    SKIP_WITHOUT("qpdf");
    const std::string text = unpacked(filled([](File& file) {
        Dict page = file.new_page();
        Dict other = file.new_dict();
        page.set("Other", other);
        Array list = page.add_array("List");
        list.add(Name{"Petrol"});
        list.add(Text{"é"});
        list.add(Bytes{std::string_view("a\0b", 3)});
        list.add(Null{});
        list.add(true);
        list.add(-7);
        list.add_dict().set("Deep", Direct::dictionary({{"Half", 0.5}, {"Whole", Direct::array({other})}}));
    }));
    for (const char* expected : {"/Petrol", "<feff00e9>", "<610062>", "null", "true", "-7", "/Half .5"})
        EXPECT_THAT(text, HasSubstr(expected));
}

TEST(Direct, TextBeyondAsciiIsUtf16) {
    EXPECT_EQ(Atom(Text{"bot (kanker)"}).printed(), "(bot \\(kanker\\))");
    EXPECT_EQ(Atom(Text{"é"}).printed(), "<FEFF00E9>");
}

TEST(Direct, KeysAndValuesAreKeptApartWhereTheyWouldRunTogether) {
    EXPECT_EQ(Direct::dictionary({{"MCID", 3}, {"Type", Name{"P"}}, {"On", true}}).printed(),
              "<</MCID 3/Type/P/On true>>");
}

TEST(Haru, WhatItRefusesComesOutAsOneError) {
    const auto result = write_file("test", pdf_1_7, [](File& file) {
        file.new_page().set("Name", Name{std::string(200, 'x')});  // its names hold 127 bytes
    });
    ASSERT_FALSE(result.ok());
    EXPECT_THAT(result.error().message, HasSubstr("libharu"));
}

TEST(Haru, AfterARefusalNothingIsFilled) {
    bool went_on = false;
    const auto result = write_file("test", pdf_1_7, [&](File& file) {
        file.new_page().set("Name", Name{std::string(200, 'x')});
        went_on = true;
    });
    EXPECT_FALSE(result.ok());
    EXPECT_FALSE(went_on);
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
