// Pages as a reader holds them: what stands where on rectos and versos, and how the parts follow one another.
#include "page/paginate.hpp"

#include <gmock/gmock.h>

#include "paginating.hpp"

namespace brochure::page {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Pages : public PageTest {
  protected:
    Pages() {
        design.page.inner = Length::millimetres(20);
        design.page.outer = Length::millimetres(12);
        design.paragraph = {};
        design.tab.shown = false;
    }
    // Three pages of text.
    Pagination three_pages() { return body("## Arm\n\n" + numbered_lines(1, 2 * design.page.lines + 9)); }
};

TEST_F(Pages, FoliosStandAtTheOuterEdge) {
    const PagedDocument document = three_pages().document;
    ASSERT_THAT(document.pages, SizeIs(3));
    const PageLine recto = line_with(document, document.pages[0], "1");
    EXPECT_EQ(recto.right, design.page.trim.width - design.page.outer);
    const PageLine verso = line_with(document, document.pages[1], "2");
    EXPECT_EQ(verso.left, design.page.outer);
    EXPECT_EQ(recto.baseline, design.running.baseline);
    EXPECT_TRUE(recto.artifact && verso.artifact);
}

TEST_F(Pages, MarginsAreMirrored) {
    const PagedDocument document = three_pages().document;
    EXPECT_EQ(line_with(document, document.pages[0], "r1").left, design.page.inner);
    EXPECT_EQ(line_with(document, document.pages[1], "r35").left, design.page.outer);
    EXPECT_EQ(line_with(document, document.pages[2], "r67").left, design.page.inner);
}

TEST_F(Pages, MarginsAndFoliosOfARightToLeftBrochureAreMirroredTheOtherWay) {
    right_to_left = true;
    const PagedDocument document = three_pages().document;
    EXPECT_TRUE(document.right_to_left);
    const Length measure = design.page.measure();
    EXPECT_EQ(line_with(document, document.pages[0], "r1").right, design.page.outer + measure);
    EXPECT_EQ(line_with(document, document.pages[1], "r35").right, design.page.inner + measure);
    EXPECT_EQ(line_with(document, document.pages[0], "1").left, design.page.outer);
    EXPECT_EQ(line_with(document, document.pages[1], "2").right, design.page.trim.width - design.page.outer);
}

TEST_F(Pages, RunningHeadsNameThePartOnVersosAndTheBrochureOnRectosAtTheInnerEdge) {
    design.running.verso = design::HeadContent::part_title;
    design.running.recto = design::HeadContent::brochure_title;
    const PagedDocument document = three_pages().document;
    EXPECT_EQ(line_with(document, document.pages[0], "De titel").left, design.page.inner);
    const PageLine verso = line_with(document, document.pages[1], "Arm");
    EXPECT_EQ(verso.right, design.page.trim.width - design.page.inner);
    EXPECT_TRUE(verso.artifact);
    design.running.recto = design::HeadContent::none;
    EXPECT_FALSE(has_line(three_pages().document, three_pages().document.pages[0], "De titel"));
}

TEST_F(Pages, LinesOfAllPagesStandOnOneGrid) {
    const PagedDocument document = three_pages().document;
    for (const Page& page : document.pages) {
        for (const PageLine& line : lines_of(document, page)) {
            if (line.artifact) continue;
            const Length below = line.baseline - design.page.top - design.page.first_baseline;
            EXPECT_EQ(below.units() % design.page.baseline.units(), 0) << line.words;
            EXPECT_LT(line.baseline, design.page.top + design.page.text_height());
        }
    }
}

TEST_F(Pages, TheThumbTabIsAtTheOuterEdgeAndBleeds) {
    design.tab.shown = true;
    const PagedDocument document = three_pages().document;
    const FilledRect recto = all_of<FilledRect>(document.pages[0]).at(0);
    EXPECT_EQ(recto.box.right(), design.page.trim.width + design.page.bleed);
    EXPECT_EQ(recto.box.left(), design.page.trim.width - design.tab.width);
    EXPECT_EQ(recto.box.top(), design.tab.first);
    const FilledRect verso = all_of<FilledRect>(document.pages[1]).at(0);
    EXPECT_EQ(verso.box.left(), -design.page.bleed);
    EXPECT_EQ(verso.box.right(), design.tab.width);
}

TEST_F(Pages, TheThumbTabStepsDownWithEachPart) {
    design.tab.shown = true;
    design.part_start = design::PartHeadingStart::new_page;
    const PagedDocument document = body("## Arm\n\nTekst.\n\n## Been\n\nTekst.\n").document;
    ASSERT_THAT(document.pages, SizeIs(2));
    EXPECT_EQ(all_of<FilledRect>(document.pages[1]).at(0).box.top(), design.tab.first + design.tab.step);
}

TEST_F(Pages, ThumbTabsOfAnyNumberOfPartsStandOnThePage) {
    design.tab.shown = true;
    design.part_start = design::PartHeadingStart::new_page;
    std::string text;
    for (int part = 1; part <= 30; ++part) text += fmt::format("## Deel {}\n\nTekst.\n\n", part);
    const PagedDocument document = body(text).document;
    ASSERT_THAT(document.pages, SizeIs(30));
    std::vector<Length> tops;
    for (const Page& page : document.pages) {
        const Rect tab = all_of<FilledRect>(page).at(0).box;
        EXPECT_GE(tab.top(), Length{});
        EXPECT_LE(tab.bottom(), design.page.trim.height);
        tops.push_back(tab.top());
        if (tops.size() > 1) {
            EXPECT_NE(tops.back(), tops[tops.size() - 2]) << "neighbours differ";
        }
    }
    EXPECT_EQ(tops[8], design.tab.first) << "eight have room, the ninth is at the top again";
}

TEST_F(Pages, ALongRunningHeadEndsBeforeTheFolioInAnyScript) {
    design.running.verso = design.running.recto = design::HeadContent::part_title;
    std::string han, word, words;
    for (int i = 0; i < 70; ++i) han += "骨";
    for (int i = 0; i < 70; ++i) word += "verpleging";
    for (int i = 0; i < 30; ++i) words += "zorg en ";
    for (const std::string& title : {han, word, "Een " + word, words + "klaar"}) {
        const PagedDocument document =
            body("## " + title + "\n\n" + numbered_lines(1, 2 * design.page.lines)).document;
        for (const Page& page : document.pages) {
            const PageLine folio = line_with(document, page, page.label);
            std::string head;
            for (const PageLine& line : lines_of(document, page)) {
                if (!line.artifact || line.words == page.label) continue;
                head += line.words;
                EXPECT_GE(line.left, page.recto ? design.page.inner : folio.right);
                EXPECT_LE(line.right, page.recto ? folio.left : design.page.trim.width - design.page.inner);
            }
            EXPECT_THAT(head, ::testing::EndsWith("\u2026"));
            EXPECT_GT(head.size(), 30U) << "most of the line is used";
        }
    }
}

TEST_F(Pages, TextBeforeTheFirstHeadingStandsOnItsOwnPagesUnderTheBrochuresTitle) {
    design.running.verso = design.running.recto = design::HeadContent::part_title;
    const PagedDocument document =
        paginated({"Eerst dit.\n\n## Arm\n\nTekst.\n"}, {"contents", "body"}).document;
    ASSERT_THAT(document.pages, SizeIs(2));
    EXPECT_FALSE(has_line(document, document.pages[0], "Eerst dit."));
    const PageLine lead = line_with(document, document.pages[1], "Eerst dit.");
    EXPECT_LT(lead.baseline, line_with(document, document.pages[1], "Arm").baseline);
    EXPECT_TRUE(line_with(document, document.pages[1], "De titel").artifact);
    EXPECT_FALSE(has_line(document, document.pages[1], "contents"));
    for (const OutlineEntry& entry : document.outline) EXPECT_NE(entry.title, "Eerst dit.");
}

TEST_F(Pages, NothingFollowsOnTheGroundOfTheKeyMessages) {
    const test::SmallBrochure brochure{
        "## Arm\n\nTekst.\n",
        "key_messages = [\"Houd droog.\"]\n[[glossary]]\nterm = \"bot\"\nmeaning = \"been\""};
    const PagedDocument document =
        paginated(brochure, {"key_messages", "glossary", "sources", "body"}).document;
    EXPECT_TRUE(has_line(document, document.pages[0], "Houd droog."));
    EXPECT_FALSE(has_line(document, document.pages[0], "glossary"));
    EXPECT_TRUE(has_line(document, document.pages[1], "glossary"));
}

TEST_F(Pages, SmallMattersAtTheEndShareAPage) {
    design.page.multiple = 4;
    const PagedDocument document =
        paginated({"## Arm\n\n![Arm.](arm)\n\n" + numbered_lines(1, 10)},
                  {"cover", "body", "sources", "image_credits", "disclaimer", "notes", "back_cover"})
            .document;
    const auto page_with = [&](std::string_view words) {
        return std::ranges::find_if(document.pages,
                                    [&](const Page& page) { return has_line(document, page, words); }) -
               document.pages.begin();
    };
    EXPECT_EQ(page_with("sources"), page_with("image_credits"));
    EXPECT_EQ(page_with("sources"), page_with("disclaimer"));
}

TEST_F(Pages, AFigureThatWaitedAtTheTopStandsUnderTheHeadOfItsOwnPart) {
    design.running.verso = design.running.recto = design::HeadContent::part_title;
    design.figure.max_height = design.page.baseline * 12;
    const PagedDocument document =
        body("## Arm\n\n" + numbered_lines(1, 13) + "![Rond.](cover)\n\n## Been\n\n" + numbered_lines(20, 26))
            .document;
    ASSERT_GE(document.pages.size(), 2U);
    const Page& second = document.pages[1];
    ASSERT_THAT(all_of<PlacedPicture>(second), SizeIs(1));
    EXPECT_LT(all_of<PlacedPicture>(second)[0].box.top(), line_with(document, second, "r20").baseline);
    EXPECT_TRUE(line_with(document, second, "Arm").artifact);
}

// ---- The number of pages

class PageNumbers : public Pages {
  protected:
    PageNumbers() { design.page.multiple = 1; }
    Pagination made(int lines, std::vector<std::string> parts) {
        return paginated({"## Arm\n\n" + numbered_lines(1, lines)}, std::move(parts));
    }
};

TEST_F(PageNumbers, WithoutNotesAreReachedByTheText) {
    for (const int wanted : {4, 5}) {
        design.copyfitting.pages = wanted;
        design.pages.least_filled = 0.5;
        const Pagination pages = made(2 * design.page.lines - 34, {"cover", "body", "back_cover"});
        if (wanted == 4) {
            EXPECT_THAT(pages.document.pages, SizeIs(4));
            EXPECT_THAT(reports(), IsEmpty());
        }
        EXPECT_EQ(pages.count.wanted, static_cast<std::size_t>(wanted));
    }
}

TEST_F(PageNumbers, WithoutNotesSayWhyTheyAreMissed) {
    design.copyfitting.pages = 9;
    const Pagination pages = made(20, {"cover", "body", "back_cover"});
    EXPECT_TRUE(pages.count.missed);
    ASSERT_THAT(sink.sorted(), SizeIs(1));
    EXPECT_EQ(sink.sorted()[0].code, "pages-missed");
    EXPECT_EQ(sink.sorted()[0].severity, diag::Severity::warning);
    EXPECT_EQ(sink.sorted()[0].place.file, "content/proef/nl.md");
    EXPECT_THAT(sink.sorted()[0].message, HasSubstr("than the 9 wanted"));
    EXPECT_THAT(sink.sorted()[0].remedy, HasSubstr("\"notes\""));
}

TEST_F(PageNumbers, ThatTheCommandLineAskedForAreAnErrorWhereTheyAreMissed) {
    design.copyfitting.pages = 3;
    design.copyfitting.pages_asked = true;
    made(5 * design.page.lines, {"cover", "body", "notes", "back_cover"});
    ASSERT_THAT(sink.sorted(), SizeIs(1));
    EXPECT_EQ(sink.sorted()[0].code, "pages-missed");
    EXPECT_EQ(sink.sorted()[0].severity, diag::Severity::error);
    design.copyfitting.pages = 8;
    made(20, {"cover", "body", "notes", "back_cover"});
    for (const diag::Diagnostic& found : sink.sorted()) EXPECT_EQ(found.severity, diag::Severity::warning);
}

TEST_F(PageNumbers, CountThePagesOfPartsBehindTheNotes) {
    design.page.multiple = 4;
    std::string front = "[[glossary]]\nterm = \"woord0\"\nmeaning = \"uitleg\"\n";
    for (int i = 1; i < 60; ++i)
        front +=
            fmt::format("[[glossary]]\nterm = \"woord{}\"\nmeaning = \"een uitleg van enkele woorden\"\n", i);
    for (const int lines : {5, 40, 80}) {
        const Pagination pages = paginated({"## Arm\n\n" + numbered_lines(1, lines), front},
                                           {"cover", "body", "notes", "glossary", "back_cover"});
        ASSERT_GT(pages.document.pages.size(), 4U);
        EXPECT_EQ(pages.document.pages.size() % 4, 0U) << lines;
        EXPECT_LE(pages.count.notes, 3U);
    }
}

TEST_F(Pages, ACallOutOnOnePageHasOneGroundFromItsFirstPieceToItsLast) {
    const PagedDocument document =
        body("## Arm\n\n> [!NOTE] Let op\n> een\n>\n> twee\n>\n> drie\n\nna\n").document;
    const design::CallOutStyle& style = design.call_outs.at(document::CallOutKind::note);
    const auto rects = all_of<FilledRect>(document.pages[0]);
    ASSERT_THAT(rects, SizeIs(2));  // ground and bar
    const Rect ground = rects[0].box, bar = rects[1].box;
    EXPECT_EQ(rects[0].colour, style.ground);
    EXPECT_EQ(ground.left(), design.page.inner);
    EXPECT_EQ(ground.size.width, design.page.measure());
    EXPECT_EQ(bar.left(), ground.left());
    EXPECT_EQ(bar.size.width, style.bar_width);
    EXPECT_EQ(bar.size.height, ground.size.height);
    const PageLine first = line_with(document, document.pages[0], "Let op");
    const PageLine last = line_with(document, document.pages[0], "drie");
    EXPECT_LT(ground.top(), first.baseline - pt(8));
    EXPECT_GT(ground.bottom(), last.baseline + pt(3));
    EXPECT_LT(ground.bottom(), line_with(document, document.pages[0], "na").baseline - pt(8));
}

TEST_F(Pages, ATornCallOutHasAGroundOnEachPage) {
    design.pages.group_break_cost = 0;
    std::string text = "## Arm\n\n> [!NOTE] Let op\n";
    for (int i = 0; i < design.page.lines + 10; ++i) text += fmt::format("> r{}\n>\n", i);
    const PagedDocument document = body(text).document;
    ASSERT_THAT(document.pages, SizeIs(2));
    for (const Page& page : document.pages) {
        const auto rects = all_of<FilledRect>(page);
        ASSERT_THAT(rects, SizeIs(2));
        for (const PageLine& line : lines_of(document, page)) {
            if (line.artifact || line.words == "Arm") continue;
            EXPECT_GT(line.baseline, rects[0].box.top()) << line.words;
            EXPECT_LT(line.baseline, rects[0].box.bottom()) << line.words;
        }
    }
}

TEST_F(Pages, GroundsAreUnderWhatStandsOnThem) {
    const PagedDocument document = body("## Arm\n\n> [!NOTE] Let op\n> een\n").document;
    bool seen_text = false;
    for (const Item& item : document.pages[0].items) {
        const auto* run = std::get_if<GlyphRun>(&item.content);
        if (run != nullptr && document.texts[run->text] == "een") seen_text = true;
        EXPECT_FALSE(seen_text && std::holds_alternative<FilledRect>(item.content));
    }
    EXPECT_TRUE(seen_text);
}

TEST_F(Pages, NoGroundIsPaintedOverTheRuleOfTheRowAboveIt) {
    const Pagination pages = body("## Een\n\n| a | b |\n| --- | --- |\n| c | d |\n| e | f |\n| g | h |\n");
    bool ruled = false;
    std::size_t rules = 0;
    for (const Item& item : pages.document.pages.at(0).items) {
        const bool rule = std::holds_alternative<StrokedLine>(item.content);
        const bool ground = std::holds_alternative<FilledRect>(item.content);
        ruled = ruled || rule;
        rules += rule ? 1 : 0;
        EXPECT_FALSE(ground && ruled);
    }
    EXPECT_EQ(rules, 3U);
}

TEST_F(Pages, FootnotesStandAtTheFootOfTheirPageUnderARule) {
    const PagedDocument document =
        body("## Arm\n\n" + numbered_lines(1, design.page.lines + 4) + "Laatste[^n].\n\n[^n]: De noot.\n")
            .document;
    ASSERT_THAT(document.pages, SizeIs(2));
    const Page& page = document.pages[1];
    const Length foot = design.page.top + design.page.text_height();
    const PageLine note = line_with(document, page, "De noot.");
    EXPECT_LT(note.baseline, foot);
    EXPECT_GT(note.baseline, foot - design.footnote.text->leading);
    EXPECT_EQ(note.left, design.page.outer + design.footnote.hang);
    EXPECT_FALSE(note.artifact);
    const auto rules = all_of<StrokedLine>(page);
    ASSERT_THAT(rules, SizeIs(1));
    EXPECT_EQ(rules[0].from.x, design.page.outer);
    EXPECT_EQ(rules[0].to.x, design.page.outer + design.footnote.rule_length);
    EXPECT_LT(rules[0].from.y, note.baseline - pt(8));
}

TEST_F(Pages, ANoteMentionedTwiceStandsOnEachPageThatMentionsItAndIsReadOnce) {
    const PagedDocument document =
        body("## Arm\n\nEerste[^n] en weer[^n].\n\n" + numbered_lines(1, design.page.lines + 4) +
             "Laatste[^n].\n\n[^n]: De noot.\n")
            .document;
    ASSERT_THAT(document.pages, SizeIs(2));
    int notes = 0;
    for (const PageLine& line : lines_of(document, document.pages[0])) {
        if (line.words == "De noot.") ++notes;
    }
    EXPECT_EQ(notes, 1);
    EXPECT_TRUE(line_with(document, document.pages[1], "De noot.").artifact);
    EXPECT_FALSE(line_with(document, document.pages[0], "De noot.").artifact);
    EXPECT_THAT(all_of<StrokedLine>(document.pages[1]), SizeIs(1));
    EXPECT_EQ(std::count_if(document.destinations.begin(), document.destinations.end(),
                            [](const Destination& at) { return at.name == "footnote:1"; }),
              1);
    const PageLine note = line_with(document, document.pages[0], "De noot.");
    EXPECT_GT(note.baseline, design.page.top + design.page.text_height() - design.footnote.text->leading)
        << "room is kept for one note";
}

TEST_F(Pages, ANoteTooLongForAPageIsNamedAtItsOwnLine) {
    std::string note = "[^lang]: Een noot";
    for (int i = 0; i < 600; ++i) note += " en nog wat";
    body("## Arm\n\nEen woord[^lang].\n\n" + note + ".\n");
    const auto found = sink.sorted();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].code, "page-overfull");
    EXPECT_THAT(found[0].message, HasSubstr("footnote 'lang'"));
    EXPECT_EQ(found[0].place.line, 11U);
}

TEST_F(Pages, ATableThatGoesOnHasItsHeadAgainAsAnArtifact) {
    std::string table = "## Arm\n\n| Dag | Doen |\n| --- | --- |\n";
    for (int i = 1; i <= 50; ++i) table += fmt::format("| d{} | rust |\n", i);
    const Pagination pages = body(table);
    ASSERT_GE(pages.document.pages.size(), 2U);
    EXPECT_FALSE(line_with(pages.document, pages.document.pages[0], "Dag").artifact);
    const PageLine again = line_with(pages.document, pages.document.pages[1], "Dag");
    EXPECT_TRUE(again.artifact);
    EXPECT_TRUE(has_line(pages.document, pages.document.pages[1], "Dag (vervolg)"));
    for (const PageLine& line : lines_of(pages.document, pages.document.pages[1])) {
        EXPECT_TRUE(line.artifact || line.baseline > again.baseline);
    }
}

TEST_F(Pages, NotesPagesFillUpToAMultipleOfFour) {
    design.page.multiple = 4;
    for (int lines = 1; lines < 4 * design.page.lines; lines += design.page.lines - 4) {
        const PagedDocument document =
            paginated({"## Arm\n\n" + numbered_lines(1, lines)}, {"cover", "body", "notes", "back_cover"})
                .document;
        EXPECT_EQ(document.pages.size() % 4, 0U) << lines;
        int headings = 0, ruled = 0;
        for (const Page& page : document.pages) {
            if (has_line(document, page, "notes") && all_of<StrokedLine>(page).size() > 5) ++ruled;
            for (const PageLine& line : lines_of(document, page)) {
                if (line.words == "notes" && !line.artifact) ++headings;
            }
        }
        EXPECT_LE(headings, 1) << "the heading stands on the first notes page alone";
    }
}

TEST_F(Pages, WritingLinesStayInTheTypeArea) {
    design.page.multiple = 4;
    const PagedDocument document =
        paginated({"## Arm\n\nTekst.\n"}, {"body", "notes", "back_cover"}).document;
    ASSERT_THAT(document.pages, SizeIs(4));
    const auto rules = all_of<StrokedLine>(document.pages[1]);
    ASSERT_GT(rules.size(), 10U);
    for (std::size_t i = 0; i < rules.size(); ++i) {
        EXPECT_EQ(rules[i].from.x, design.page.outer);
        EXPECT_EQ(rules[i].to.x, design.page.outer + design.page.measure());
        EXPECT_LE(rules[i].from.y, design.page.top + design.page.text_height());
        EXPECT_EQ(rules[i].from.y - rules[0].from.y,
                  design.notes.rule_distance * static_cast<std::int64_t>(i));
    }
}

TEST_F(Pages, CoverAndBackCoverBearNoFolio) {
    design.page.multiple = 4;
    const PagedDocument document =
        paginated({"## Arm\n\nTekst.\n"}, {"cover", "body", "notes", "back_cover"}).document;
    ASSERT_THAT(document.pages, SizeIs(4));
    EXPECT_FALSE(has_line(document, document.pages[0], "1"));
    EXPECT_TRUE(has_line(document, document.pages[1], "2"));
    EXPECT_FALSE(has_line(document, document.pages[3], "4"));
    EXPECT_TRUE(document.pages[0].recto);
    EXPECT_FALSE(document.pages[3].recto);
}

TEST_F(Pages, GroundsOfTheCoverReachIntoTheBleed) {
    const PagedDocument document = paginated({"## Arm\n\nTekst.\n"}, {"cover", "body"}).document;
    const Rect ground = all_of<FilledRect>(document.pages[0]).at(0).box;
    EXPECT_EQ(ground, (Rect{{}, design.page.trim}.inflated(design.page.bleed)));
}

TEST_F(Pages, PageNumbersInTheTextAreThoseOfThePages) {
    design.part_start = design::PartHeadingStart::new_page;
    const Pagination pages =
        paginated({"## Arm {#arm}\n\nZie [been](#been).\n\n## Been {#been}\n\nZie [arm](#arm).\n"},
                  {"contents", "body"});
    EXPECT_EQ(pages.labels.at("arm"), "2");
    EXPECT_EQ(pages.labels.at("been"), "3");
    EXPECT_TRUE(has_line(pages.document, pages.document.pages[1], "been (bladzijde 3)"));
    EXPECT_TRUE(has_line(pages.document, pages.document.pages[2], "arm (bladzijde 2)"));
    EXPECT_TRUE(has_line(pages.document, pages.document.pages[0], "3"));
}

TEST_F(Pages, DestinationsAreSortedAndPointAtTheirPage) {
    design.part_start = design::PartHeadingStart::new_page;
    const PagedDocument document = body("## Been {#been}\n\nTekst.\n\n## Arm {#arm}\n\nTekst.\n").document;
    ASSERT_THAT(document.destinations, SizeIs(2));
    EXPECT_EQ(document.destinations[0].name, "arm");
    EXPECT_EQ(document.destinations[0].page, 1U);
    EXPECT_EQ(document.destinations[0].at, (Point{design.page.outer, design.page.top}));
    EXPECT_EQ(document.destinations[1].name, "been");
    EXPECT_EQ(document.destinations[1].page, 0U);
}

TEST_F(Pages, EveryLinkLeadsToADestinationThatIsThere) {
    const PagedDocument document = paginated({"## Arm {#arm}\n\nZie [been](#been), [@boek] en dit[^n].\n\n## "
                                              "Been {#been}\n\nTekst.\n\n[^n]: Noot.\n"},
                                             {"contents", "body", "sources", "disclaimer"})
                                       .document;
    std::vector<std::string> names;
    for (const Destination& destination : document.destinations) names.push_back(destination.name);
    int links = 0;
    for (const Page& page : document.pages) {
        for (const LinkArea& link : page.links) {
            if (link.destination.empty()) continue;
            ++links;
            EXPECT_THAT(names, Contains(link.destination));
        }
    }
    EXPECT_GE(links, 5);
}

TEST_F(Pages, LinkAreasCoverTheirWords) {
    const PagedDocument document = body("## Arm\n\nLees [de site](https://x.example/) nu.\n").document;
    ASSERT_THAT(document.pages[0].links, SizeIs(1));
    const Rect box = document.pages[0].links[0].box;
    const PageLine words = line_with(document, document.pages[0], "de site");
    EXPECT_EQ(box.left(), words.left);
    EXPECT_EQ(box.right(), words.right);
    EXPECT_LT(box.top(), words.baseline);
    EXPECT_GT(box.bottom(), words.baseline);
}

TEST_F(Pages, TheOutlineHasNoEntryThatLeadsNowhere) {
    const PagedDocument document =
        paginated({"## Arm {#arm}\n\n### Hand {#hand}\n\nTekst.\n"}, {"contents", "body", "disclaimer"})
            .document;
    std::vector<std::string> titles;
    for (const OutlineEntry& entry : document.outline) titles.push_back(entry.title);
    EXPECT_THAT(titles, ElementsAre("contents", "Arm", "Hand", "disclaimer"));
}

TEST_F(Pages, EveryLeafOfTheTextIsOnAPage) {
    const PagedDocument document =
        paginated({"## Arm\n\nEen *twee* [drie](tel:112) [four]{lang=en} [@boek] vijf[^n].\n\n- zes\n\n> "
                   "[!NOTE]\n> zeven\n\n"
                   "| acht | negen |\n| - | - |\n| tien | elf |\n\n![Arm.](arm \"twaalf\")\n\n[^n]: Noot.\n"},
                  {"contents", "body", "sources", "image_credits", "disclaimer"})
            .document;
    std::vector<bool> placed(document.structure.leaf_count(), false);
    for (const Page& page : document.pages) {
        for (const Item& item : page.items) {
            if (const auto* leaf = std::get_if<style::LeafId>(&item.belongs)) placed[leaf->index()] = true;
        }
    }
    EXPECT_THAT(placed, ::testing::Each(true));
}

TEST_F(Pages, AFigureTooHighForAPageIsReported) {
    design.figure.max_height = design.page.text_height() * 2;
    body("## Arm\n\n![Rond.](cover)\n\nTekst.\n");
    EXPECT_THAT(reports(), IsEmpty());
    design.page.lines = 10;
    body("## Arm\n\n![Rond.](cover)\n\nTekst.\n");
    const auto found = sink.sorted();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].code, "page-overfull");
    EXPECT_EQ(found[0].place.file, "content/proef/nl.md");
}

TEST_F(Pages, TextTooHighForTheCoverIsReported) {
    design.cover.text_box.size.height = pt(20);
    paginated({"## Arm\n\nTekst.\n"}, {"cover", "body"});
    EXPECT_THAT(reports(), HasSubstr("page-overfull"));
    EXPECT_THAT(reports(), HasSubstr("cover"));
}

TEST_F(Pages, AReportTellsOfEveryPage) {
    const Pagination pages = three_pages();
    ASSERT_THAT(pages.reports, SizeIs(3));
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(pages.reports[i].label, pages.document.pages[i].label);
        EXPECT_EQ(pages.reports[i].kind, "body");
        EXPECT_GT(pages.reports[i].filled, 0);
        EXPECT_LE(pages.reports[i].filled, 1);
        EXPECT_THAT(pages.reports[i].lines, ::testing::Not(IsEmpty()));
    }
}

TEST_F(Pages, TheSameInputGivesTheSamePages) {
    EXPECT_EQ(test::layout_dump(three_pages().document), test::layout_dump(three_pages().document));
}

}  // namespace
}  // namespace brochure::page
