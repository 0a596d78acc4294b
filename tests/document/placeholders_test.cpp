#include "document/markdown/placeholders.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace brochure::document {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> found_in(const std::string& text) {
    Sink sink;
    (void)report_placeholders(SourceText::of_file(text, "x.md", 1), sink);
    std::vector<std::string> list;
    for (const auto& d : sink.sorted())
        list.push_back(std::to_string(d.place.line) + ":" + std::to_string(d.place.column) + " " + d.message);
    return list;
}

TEST(Placeholder, StandsBetweenBraces) {
    EXPECT_THAT(found_in("Bel {nummer van de poli}.\nDan {naam}"),
                ElementsAre("1:5 '{nummer van de poli}' is yet to be filled in",
                            "2:5 '{naam}' is yet to be filled in"));
    EXPECT_TRUE(is_placeholder("{имя}"));
}

TEST(Placeholder, IsNoMarkup) {
    EXPECT_THAT(found_in("## Pijn {#pijn}\n\n[words]{lang=en} {{overview}} \\{zo} {.klasse} {a=b} {} {x"),
                IsEmpty());
}

TEST(Placeholder, OfAnEarlierStarterIsKnownAndGetsItsBraces) {
    Sink sink;
    EXPECT_EQ(report_placeholders(SourceText::of_file("Naam van het ziekenhuis", "h.toml", 3), sink),
              "{Naam van het ziekenhuis}");
    EXPECT_EQ(sink.sorted().size(), 1U);
}

TEST(Placeholder, IsNotSeenInOrdinaryWords) {
    EXPECT_THAT(found_in("Uw naam en de naam van de afdeling staan op het bandje (12–14 cm)."), IsEmpty());
}

}  // namespace
}  // namespace brochure::document
