#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>

#include "sources/address.hpp"
#include "sources/comparing.hpp"
#include "sources/inner_network.hpp"
#include "sources/judgement.hpp"
#include "sources/page.hpp"
#include "sources/robots.hpp"

namespace brochure::sources {
namespace {

base::Date day(int number) { return {2026, 1, number}; }

// ---- Addresses

TEST(Address, OfAPageIsHttpAndNothingElse) {
    EXPECT_TRUE(address_of("https://kanker.example/bot#bij"));
    EXPECT_FALSE(address_of("file:///etc/passwd"));
    EXPECT_FALSE(address_of("ftp://kanker.example/"));
    EXPECT_EQ(address_of("https://kanker.example/bot#bij")->fragment, "bij");
    EXPECT_EQ(address_of("https://kanker.example/bot#bij")->whole, "https://kanker.example/bot");
}

TEST(Address, LeadsOnFromThePageItStandsOn) {
    const auto page = address_of("https://kanker.example/bot/x");
    EXPECT_EQ(resolved(*page, "../y?z=1")->whole, "https://kanker.example/y?z=1");
    EXPECT_FALSE(resolved(*page, "gopher://x/"));
}

TEST(InnerNetwork, IsWhateverIsNotOfTheWholeInternet) {
    for (const std::string inner :
         {"10.1.2.3", "127.0.0.1", "169.254.169.254", "172.31.0.1", "192.168.1.1", "100.64.0.1", "0.0.0.0",
          "224.0.0.1", "255.255.255.255", "[::1]", "[fe80::1]", "[fd00::1]", "[::ffff:10.0.0.1]",
          "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[::]"})
        EXPECT_TRUE(is_inner(inner)) << inner;
    for (const std::string outer :
         {"9.255.255.255", "172.32.0.1", "192.169.0.1", "8.8.8.8", "[2606:4700::1]"})
        EXPECT_FALSE(is_inner(outer)) << outer;
    EXPECT_FALSE(is_inner("kanker.example"));
}

// ---- robots.txt

TEST(Robots, LongestRuleCountsAndAllowWinsATie) {
    const Robots robots =
        Robots::read("User-agent: *\nDisallow: /a\nAllow: /a/b\nDisallow: /*.pdf$\n", "brochure");
    EXPECT_FALSE(robots.allow("/a/c"));
    EXPECT_TRUE(robots.allow("/a/b/c"));
    EXPECT_FALSE(robots.allow("/x/y.pdf"));
    EXPECT_TRUE(robots.allow("/x/y.pdf?z"));
    EXPECT_TRUE(robots.allow("/"));
}

TEST(Robots, RulesForUsTakeThePlaceOfThoseForAll) {
    const Robots robots = Robots::read(
        "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: Brochure\nDisallow: /x # no\n",
        "brochure");
    EXPECT_TRUE(robots.allow("/y"));
    EXPECT_FALSE(robots.allow("/x"));
}

TEST(Robots, ManyStarsTakeNoTime) {
    std::string rule = "User-agent: *\nDisallow: /";
    for (int i = 0; i < 2000; ++i) rule += "*a";
    const Robots robots = Robots::read(rule + "b$\n", "brochure");
    EXPECT_TRUE(robots.allow("/" + std::string(4000, 'a')));
}

// ---- The words of a page

TEST(PageText, LeavesOutWhatStandsAround) {
    const PageText page = text_of_html(
        "<html><head><title>T</title></head><body><nav>Menu</nav><main><h1>Kop</h1><p>Een <b>vet</b>\n "
        "woord.</p>"
        "<div "
        "class='share-bar'>Deel</div><script>x</script><ol><li><p>Eerst</p></li><li>Dan</li></ol></main></"
        "body>",
        "", {});
    EXPECT_EQ(page.title, "T");
    EXPECT_EQ(page.blocks, (Blocks{"Kop", "Een vet woord.", "1. Eerst", "2. Dan"}));
}

TEST(PageText, OfAPartEndsAtTheNextHeadingThatIsNoLower) {
    const std::string html =
        "<h2>Een</h2><p>a</p><h2 id='x'>Twee</h2><p>b</p><h3>Lager</h3><p>c</p><h2>Drie</h2><p>d</p>";
    const Blocks part{"Twee", "b", "Lager", "c"};
    EXPECT_EQ(text_of_html(html, "", {"twee", ""}).blocks, part);
    EXPECT_EQ(text_of_html(html, "", {"", "x"}).blocks, part);
    EXPECT_FALSE(text_of_html(html, "", {"Vier", ""}).has_part);
}

TEST(PageText, OfManyThousandsOfElementsInEachOtherIsRead) {
    std::string html;
    for (int i = 0; i < 20'000; ++i) html += "<div>";
    EXPECT_NO_FATAL_FAILURE((void)text_of_html(html + "x", "", {}));
}

// ---- What has changed

TEST(Changes, AreNotTheOrderOrTheDay) {
    EXPECT_TRUE(
        changes_between({day(1), {"a", "Vandaag 1 januari 2026"}}, {day(5), {"Vandaag 5 januari 2026", "a"}})
            .none());
    EXPECT_FALSE(changes_between({day(1), {"a"}}, {day(5), {"b"}}).none());
}

TEST(Changes, ThatTurnAreNoNewsButADailyEditIsInTheEnd) {
    const Sight base{day(1), {"5 mg"}};
    EXPECT_TRUE(changes_that_last(base, {day(2), {"6 mg"}}, {day(3), {"7 mg"}}).none());
    EXPECT_FALSE(changes_that_last(base, {day(3), {"7 mg"}}, {day(4), {"7 mg"}}).none());
}

TEST(Changes, OfWordsThatWereTakenAwayAreNewsBesideWordsThatTurn) {
    const Sight base{day(1), {"Bel bij koorts", "Citaat 1"}};
    const Changes lasting = changes_that_last(base, {day(2), {"Citaat 2"}}, {day(3), {"Citaat 3"}});
    EXPECT_EQ(lasting.removed, (Blocks{"Bel bij koorts", "Citaat 1"}));
}

TEST(Judgement, SecondSightOfTheSameDayProvesNothing) {
    const auto sight = [](const std::string& words) {
        Found found;
        found.outcome = Outcome::page;
        found.page.blocks = {words};
        return found;
    };
    Seen seen = judged({}, sight("Een zin van 4 mg."), day(1), std::nullopt);
    for (int i = 0; i < 3; ++i) seen = judged(seen, sight("Een zin van 8 mg."), day(2), std::nullopt);
    EXPECT_EQ(seen.state, State::same);
    seen = judged(seen, sight("Een zin van 8 mg."), day(3), std::nullopt);
    EXPECT_EQ(seen.state, State::changed);
    EXPECT_EQ(news_in(seen).added, Blocks{"Een zin van 8 mg."});
    // Whoever looked before it changed has not seen it; whoever looked since has.
    EXPECT_EQ(judged(seen, sight("Een zin van 8 mg."), day(4), day(1)).state, State::changed);
    EXPECT_EQ(judged(seen, sight("Een zin van 8 mg."), day(4), day(3)).state, State::same);
}

TEST(Judgement, ServerIsTakenAtItsWordForThirtyDays) {
    Seen seen;
    seen.earlier.etag = "x";
    seen.reviewed = Sight{day(1), {"a"}};
    seen.read = day(1);
    EXPECT_EQ(known_to(seen, day(30)).etag, "x");
    EXPECT_EQ(known_to(seen, day(31)).etag, "");
}

}  // namespace
}  // namespace brochure::sources
