#include "document/markdown/addresses.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace brochure::document {
namespace {

using ::testing::HasSubstr;

std::string shown(const Address& address) {
    const auto* whole = std::get_if<std::string>(&address);
    return whole != nullptr ? *whole : "refused";
}

std::string why_not(const Address& address) {
    const auto* fault = std::get_if<AddressFault>(&address);
    return fault != nullptr ? fault->message + " | " + fault->remedy : "not refused";
}

TEST(Telephone, IsDialledAsItIsWritten) {
    EXPECT_EQ(shown(telephone_address("058 761 22 40")), "tel:0587612240");
    EXPECT_EQ(shown(telephone_address("(058) 761-22-40")), "tel:0587612240");
    EXPECT_EQ(shown(telephone_address("058 - 761 22 40")), "tel:0587612240");
    EXPECT_EQ(shown(telephone_address("01.44.55.66.77")), "tel:0144556677");
    EXPECT_EQ(shown(telephone_address("+49 30 1234-0")), "tel:+493012340");
    EXPECT_EQ(shown(telephone_address("0049 30 123456")), "tel:004930123456");
    EXPECT_EQ(shown(telephone_address("058\u00A0761\u202F22\u200940")), "tel:0587612240");
}

TEST(Telephone, MayBeShort) {
    for (const std::string number : {"112", "999", "15", "14 012"})
        EXPECT_THAT(shown(telephone_address(number)), HasSubstr("tel:")) << number;
}

TEST(Telephone, LosesTheZeroInBracketsBehindACountrysCode) {
    EXPECT_EQ(shown(telephone_address("+31 (0)58 761 22 40")), "tel:+31587612240");
    EXPECT_EQ(shown(telephone_address("+44(0)1632 960 100")), "tel:+441632960100");
    EXPECT_EQ(shown(telephone_address("0031 (0)58 761 22 40")), "tel:0031587612240");
    EXPECT_EQ(shown(telephone_address("(+31) 58 761 22 40")), "tel:+31587612240");
    EXPECT_EQ(shown(telephone_address("+1 (555) 010 4477")), "tel:+15550104477");
}

TEST(Telephone, HasAsciiDigitsWhateverItsScript) {
    EXPECT_EQ(shown(telephone_address("٠٥٨ ٧٦١ ٢٢ ٤٠")), "tel:0587612240");
    EXPECT_EQ(shown(telephone_address("۰۵۸ ۷۶۱")), "tel:058761");
    EXPECT_EQ(shown(telephone_address("＋３１　５８　７６１２２４０")), "tel:+31587612240");
    EXPECT_EQ(shown(telephone_address("०५८ ७६१ २२ ४०")), "tel:0587612240");
}

TEST(Telephone, IsRefusedUnlessItIsOneNumber) {
    for (const std::string number : {"058 761 22 40 / 41",
                                     "058 761 22 40, 058 761 22 41",
                                     "058 761 22 40-41",
                                     "058 761 22 40 - 41",
                                     "058 761 22 40 tst. 12",
                                     "058 761 22 40 toestel 123",
                                     "0900 8844 (15 cent per gesprek)",
                                     "0900 8844 (15)",
                                     "0800-CALLUS",
                                     "bel de balie",
                                     "*21*0587612240#",
                                     "058 761 22 40 058 761 22 41",
                                     "+31",
                                     "+0 58 761 22 40",
                                     "58+31 761 22 40",
                                     "(058 761 22 40",
                                     "058) 761",
                                     "058 761 ()",
                                     "1",
                                     "",
                                     "058 761 22 40 of 41",
                                     "058--761",
                                     "-"}) {
        EXPECT_EQ(shown(telephone_address(number)), "refused") << number;
    }
}

TEST(Telephone, WithAZeroThatIsNotDialledIsRefused) {
    EXPECT_THAT(why_not(telephone_address("+31 058 761 22 40")), HasSubstr("leave that 0 out"));
    EXPECT_EQ(shown(telephone_address("+39 06 1234 5678")), "tel:+390612345678");  // Italy dials its 0
}

TEST(Telephone, RefusalQuotesTheNumberAndSaysWhatToWrite) {
    EXPECT_THAT(why_not(telephone_address("058 761 / 762")), HasSubstr("'/' parts two numbers"));
    EXPECT_THAT(why_not(telephone_address("vraag ernaar")), HasSubstr("write one number in digits"));
}

TEST(LinkAddress, HasASchemeInAnyCase) {
    EXPECT_EQ(shown(link_address("HTTPS://Kliniek.example/Pad")), "https://Kliniek.example/Pad");
    EXPECT_EQ(shown(link_address("Mailto:poli@kliniek.example")), "mailto:poli@kliniek.example");
    EXPECT_EQ(shown(link_address("TEL:112")), "tel:112");
}

TEST(LinkAddress, OfATelephoneIsOneNumber) {
    EXPECT_EQ(shown(link_address("tel:+31-58-761-22-40")), "tel:+31587612240");
    EXPECT_EQ(shown(link_address("tel:058%20761%2022%2040")), "tel:0587612240");
    EXPECT_EQ(shown(link_address("tel:0587612240;ext=12")), "tel:0587612240;ext=12");
    for (const std::string address :
         {"tel:", "tel:*21*0587612240#", "tel:balie", "tel:0587612240;ext=twaalf", "tel:+31(0)58761/62"}) {
        EXPECT_EQ(shown(link_address(address)), "refused") << address;
    }
}

TEST(LinkAddress, OfASiteNamesTheSite) {
    EXPECT_EQ(shown(link_address("https://kliniek.example:8080/a?b=c#d")),
              "https://kliniek.example:8080/a?b=c#d");
    for (const std::string address :
         {"https:///etc/passwd", "https://", "http://?x", "https://a b.example",
          "https://bank.example@elders.example/", "https://.example", "https://a:b/"}) {
        EXPECT_EQ(shown(link_address(address)), "refused") << address;
    }
}

TEST(LinkAddress, OfAMailboxAddsNoHiddenReader) {
    EXPECT_EQ(shown(link_address("mailto:poli@kliniek.example?subject=Vraag")),
              "mailto:poli@kliniek.example?subject=Vraag");
    for (const std::string address :
         {"mailto:poli@kliniek.example?bcc=ander@elders.example", "mailto:?bcc=a@b.example", "mailto:poli",
          "mailto:a@b.example,c@d.example", "mailto:@b.example",
          "mailto:a@b.example?subject=x&CC=y@z.example", "mailto:a@b@c.example"}) {
        EXPECT_EQ(shown(link_address(address)), "refused") << address;
    }
}

TEST(LinkAddress, OfAnotherKindIsRefused) {
    for (const std::string address :
         {"javascript:alert(1)", "file:///x", "www.kliniek.example", "#", "ftp://a.example"})
        EXPECT_EQ(shown(link_address(address)), "refused") << address;
}

}  // namespace
}  // namespace brochure::document
