#include "pdf/tagged/metadata.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "pdf/content/profile.hpp"
#include "pdf/editions/write_screen.hpp"
#include "pdf/sample.hpp"
#include "pdf/tools.hpp"

namespace brochure::pdf {
namespace {

using testing::HasSubstr;

TEST(Metadata, InfoAndPacketSayTheSame) {
    SKIP_WITHOUT("pdfinfo");
    Sample sample;
    sample.say("Tekst.");
    sample.document.metadata.title = "Bot & <merg>: é";
    const std::string file = written(sample);
    const std::string info = run_on(file, "TZ=UTC pdfinfo -isodates").text;
    const std::string packet = run_on(file, "pdfinfo -meta").text;
    EXPECT_THAT(info, HasSubstr("Bot & <merg>: é"));
    EXPECT_THAT(packet, HasSubstr("Bot &amp; &lt;merg&gt;: é"));
    EXPECT_THAT(info, HasSubstr("2026-01-01T00:00:00"));
    EXPECT_THAT(packet, HasSubstr("<xmp:CreateDate>2026-01-01T00:00:00Z</xmp:CreateDate>"));
    EXPECT_THAT(packet, HasSubstr("<xmp:ModifyDate>2026-01-01T00:00:00Z</xmp:ModifyDate>"));
    for (const char* value :
         {"Afdeling Radiotherapie", "Voorlichting", "bot, pijn", "brochure with libharu"}) {
        EXPECT_THAT(info, HasSubstr(value));
        EXPECT_THAT(packet, HasSubstr(value));
    }
}

TEST(Metadata, NamesTheStandardsAndTheirSchema) {
    const std::string packet = xmp_packet({});
    EXPECT_THAT(packet, HasSubstr("<pdfuaid:part>1</pdfuaid:part>"));
    EXPECT_THAT(packet, HasSubstr("<pdfaid:part>2</pdfaid:part>"));
    EXPECT_THAT(packet, HasSubstr("<pdfaid:conformance>A</pdfaid:conformance>"));
    EXPECT_THAT(packet, HasSubstr("<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>"));
}

TEST(Metadata, ControlCharactersBecomeSpaces) {
    page::Metadata metadata;
    metadata.title = "Bot\x01 en\nmerg";
    EXPECT_THAT(xmp_packet(metadata), HasSubstr("Bot  en merg"));
}

TEST(Metadata, TimeBefore1970IsADateToo) {
    page::Metadata metadata;
    metadata.created = -1;
    EXPECT_THAT(xmp_packet(metadata), HasSubstr("1969-12-31T23:59:59Z"));
}

TEST(Profile, SrgbIsSmallAndTheSameAtEveryRun) {
    const std::string profile = srgb_profile();
    EXPECT_LT(profile.size(), 1000U);
    EXPECT_EQ(profile, srgb_profile());
    EXPECT_EQ(profile.substr(24, 4), std::string("\x07\xE4\0\x01", 4));
    EXPECT_TRUE(is_usable_profile(profile, picture::Components::rgb));
    EXPECT_FALSE(is_usable_profile(profile, picture::Components::grey));
}

TEST(Profile, BrokenOneIsNotUsed) {
    EXPECT_FALSE(is_usable_profile("", picture::Components::rgb));
    EXPECT_FALSE(is_usable_profile(std::string(400, 'x'), picture::Components::rgb));
    EXPECT_FALSE(is_usable_profile(srgb_profile().substr(0, 200), picture::Components::rgb));
}

TEST(Profile, InksWithoutAProfileAreTakenAsIdeal) {
    const std::string inks("\xFF\0\0\0\0\0\0\xFF", 8);  // cyan; black
    EXPECT_EQ(cmyk_to_srgb(inks, ""), std::string("\0\xFF\xFF\0\0\0", 6));
}

}  // namespace
}  // namespace brochure::pdf
