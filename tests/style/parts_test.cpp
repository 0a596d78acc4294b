// The parts around the body: cover, contents, key messages, glossary, sources, credits, disclaimer, back
// cover.
#include <gmock/gmock.h>

#include "styling.hpp"

namespace brochure::style {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class Parts : public StyleTest {
  protected:
    // The lines of a part, generated heading and all.
    static std::vector<std::string> lines(const StyledDocument& document, std::string_view kind) {
        const Part& part = part_of(document, kind);
        std::vector<std::string> list = lines_of(document, part.flow);
        for (const FixedFlow& fixed : part.fixed) {
            for (std::string& line : lines_of(document, fixed.blocks)) list.push_back(std::move(line));
        }
        return list;
    }
    static bool has(const StyledDocument& document, std::string_view kind) {
        return std::any_of(document.parts.begin(), document.parts.end(),
                           [&](const Part& part) { return base::name_of(part.kind) == kind; });
    }
};

TEST_F(Parts, StandInTheOrderOfTheLayout) {
    const StyledDocument document = styled(
        {"## Arm\n\n![Arm.](arm)\n\n## Zalf\n\nSmeer.\n"},
        {"cover", "contents", "body", "sources", "image_credits", "disclaimer", "notes", "back_cover"});
    std::vector<std::string> kinds;
    for (const Part& part : document.parts) kinds.emplace_back(base::name_of(part.kind));
    EXPECT_THAT(kinds, ElementsAre("cover", "contents", "body", "body", "sources", "image_credits",
                                   "disclaimer", "notes", "back_cover"));
}

TEST_F(Parts, TheCoverHoldsTheTitleAsTheOnlyHeadingOfLevelOne) {
    const StyledDocument document = styled({"## Arm\n\nTekst.\n"}, {"cover", "body"});
    EXPECT_THAT(lines(document, "cover"), ElementsAre("patient_information · Wondzorg", "De titel",
                                                      "De ondertitel", "Testziekenhuis", "Wondzorg"));
    const std::string dump = structure_dump(document);
    EXPECT_THAT(dump, HasSubstr("    H1 \"De titel\"\n"));
    EXPECT_EQ(dump.find("H1", dump.find("H1") + 1), std::string::npos);
}

TEST_F(Parts, ATranslationNoDoctorHasReadSaysSoOnTheCoverAndInTheDisclaimer) {
    design.parts = {design::PartKind::cover, design::PartKind::body, design::PartKind::disclaimer};
    test::ReadBrochure read =
        test::read_brochure(test::SmallBrochure{"## Arm\n\nTekst.\n", "reviewed = false"});
    read.document.master = "en";
    const StyledDocument document = style_document(read.document, design, read.pictures, pages, sink);
    EXPECT_THAT(lines(document, "cover"), ::testing::Contains("not_reviewed"));
    EXPECT_THAT(lines(document, "disclaimer"), ElementsAre("disclaimer", "not_reviewed", "Vraag uw arts."));
}

TEST_F(Parts, AMasterTextNoDoctorHasReadSaysSoInWordsOfItsOwn) {
    const StyledDocument document =
        styled({"## Arm\n\nTekst.\n", "reviewed = false"}, {"cover", "body", "disclaimer"});
    EXPECT_THAT(lines(document, "cover"), ::testing::Contains("not_reviewed_master"));
    EXPECT_THAT(lines(document, "disclaimer"),
                ElementsAre("disclaimer", "not_reviewed_master", "Vraag uw arts."));
}

TEST_F(Parts, WordsInTheCoversDrawingAreToldSinceNoneArePrinted) {
    design.cover.picture = "cover";
    test::SmallBrochure brochure{"## Arm\n\nTekst.\n"};
    brochure.files["cover.svg"] =
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><rect width='9' height='9'/>"
        "<text data-label='a' font-size='2' fill='white'>Bel ons</text></svg>";
    styled(brochure, {"cover"});
    const std::string told = diag::as_text(sink.sorted());
    EXPECT_THAT(told, HasSubstr("warning [svg-label]"));
    EXPECT_THAT(told, HasSubstr("“Bel ons”, and they are not printed on the cover"));
}

TEST_F(Parts, ACoverPictureThereIsNotIsReported) {
    design.cover.picture = "omslag";
    styled({"## Arm\n\nTekst.\n"}, {"cover", "body"});
    ASSERT_THAT(sink.sorted(), SizeIs(1));
    EXPECT_EQ(sink.sorted()[0].code, "picture-missing");
    EXPECT_THAT(sink.sorted()[0].remedy, HasSubstr("id = \"omslag\""));
}

TEST_F(Parts, TheContentsNameEveryPartWithItsPageAndWhatIsInside) {
    pages = {{"part:key_messages", "3"},
             {"arm", "4"},
             {"zalf", "6"},
             {"part:sources", "8"},
             {"part:disclaimer", "9"}};
    const StyledDocument document =
        styled({"## Arm {#arm}\n\n### Links\n\n### Rechts\n\n## Zalf {#zalf}\n\nSmeer.\n",
                "key_messages = [\"Houd droog.\"]"},
               {"contents", "key_messages", "body", "sources", "disclaimer"});
    EXPECT_THAT(lines(document, "contents"),
                ElementsAre("contents", "3 key_messages", "4 Arm", "Links\u00a0· Rechts", "6 Zalf",
                            "8 sources", "disclaimer"));
}

TEST_F(Parts, ContentsThatHoldNothingOfTheBodyAreLeftOut) {
    const StyledDocument document = styled({"Eén zin is alles.\n", "key_messages = [\"Houd droog.\"]"},
                                           {"contents", "key_messages", "body", "sources"});
    EXPECT_FALSE(has(document, "contents"));
    for (const OutlineEntry& entry : document.outline) EXPECT_NE(entry.destination, "part:contents");
    EXPECT_EQ(part_of(document, "body").flow.front().break_before, BreakBefore::force_page);
}

TEST_F(Parts, APictureShownTwiceIsTwoFiguresAndOneDestination) {
    const StyledDocument document =
        styled({"## Arm\n\n![Arm.](arm \"Eerst.\")\n\nTekst.\n\n![Arm.](arm \"Weer.\")\n\nTekst.\n\n"
                "![Rond.](cover \"Rond.\")\n"},
               {"body", "image_credits"});
    EXPECT_EQ(paragraph_with(document, "Eerst.").text, "Afbeelding 1 Eerst.");
    EXPECT_EQ(paragraph_with(document, "Weer.").text, "Afbeelding 2 Weer.");
    EXPECT_EQ(paragraph_with(document, "Rond.").text, "Afbeelding 3 Rond.");
    EXPECT_THAT(lines(document, "image_credits"),
                ElementsAre("image_credits", "Afbeeldingen 1–2: Tekenaar. licentie CC\u00a0BY\u00a04.0.",
                            "Afbeelding 3: Omslagmaker. licentie CC0."));
    int destinations = 0;
    for (const Block& block : part_of(document, "body").flow) {
        for (const std::string& name : block.destinations) destinations += name == "figure:arm" ? 1 : 0;
    }
    EXPECT_EQ(destinations, 1);
}

TEST_F(Parts, AContentsEntryIsReadAsTitleAndPageAndLeadsThere) {
    pages = {{"arm", "4"}};
    const StyledDocument document = styled({"## Arm {#arm}\n\nTekst.\n"}, {"contents", "body"});
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"contents\"\n"
              "  TOC\n"
              "    TOCI\n"
              "      Reference\n"
              "        Link\n"
              "          \"4\"\n"
              "          \"Arm\"\n");
    EXPECT_EQ(paragraph_with(document, "Arm").links.at(0).destination, "arm");
    EXPECT_EQ(paragraph_with(document, "Arm").links.at(0).description, "Arm, bladzijde 4");
}

TEST_F(Parts, EveryEntryOfTheContentsLeadsToAPartThatIsThere) {
    for (const char* figure : {"", "![Arm.](arm)\n\n"}) {
        design = test::shipped_layout("a5");
        design.cover.picture = "";
        std::vector<std::string> kinds;
        for (const design::PartKind part : design.parts) kinds.emplace_back(base::name_of(part));
        const StyledDocument document =
            styled({"## Arm {#arm}\n\n" + std::string{figure} + "Tekst.\n"}, kinds);
        std::vector<std::string> destinations;
        for (const Part& part : document.parts) {
            for (const Block& block : part.flow) {
                destinations.insert(destinations.end(), block.destinations.begin(), block.destinations.end());
            }
        }
        for (const StyledParagraph& paragraph : document.paragraphs) {
            for (const LinkTarget& link : paragraph.links) {
                if (link.destination.empty()) continue;
                EXPECT_THAT(destinations, ::testing::Contains(link.destination)) << paragraph.text;
            }
        }
    }
}

TEST_F(Parts, KeyMessagesAreANumberedList) {
    const StyledDocument document = styled(
        {"## Arm\n\nTekst.\n", "key_messages = [\"Houd **droog**.\", \"Bel.\"]"}, {"key_messages", "body"});
    EXPECT_EQ(structure_dump(document, 0),
              "Sect\n"
              "  H2 \"key_messages\"\n"
              "  L [numbering=decimal]\n"
              "    LI\n"
              "      Lbl \"1\"\n"
              "      LBody \"Houd droog.\"\n"
              "    LI\n"
              "      Lbl \"2\"\n"
              "      LBody \"Bel.\"\n");
}

TEST_F(Parts, WithoutKeyMessagesThereIsNoSuchPart) {
    const StyledDocument document = styled({"## Arm\n\nTekst.\n"}, {"contents", "key_messages", "body"});
    EXPECT_FALSE(has(document, "key_messages"));
    EXPECT_THAT(lines(document, "contents"), ElementsAre("contents", "00 Arm"));
}

TEST_F(Parts, TheGlossaryIsSortedAsTheLanguageSorts) {
    const StyledDocument document = styled({"## Arm\n\nTekst.\n", R"(
[[glossary]]
term = "zalf"
meaning = "Smeersel."

[[glossary]]
term = "Échografie"
meaning = "Onderzoek met geluid."

[[glossary]]
term = "arts"
meaning = "Dokter."

[[glossary]]
term = "eczeem"
meaning = "Uitslag."
)"},
                                           {"body", "glossary"});
    EXPECT_THAT(lines(document, "glossary"),
                ElementsAre("glossary", "arts Dokter.", "Échografie Onderzoek met geluid.", "eczeem Uitslag.",
                            "zalf Smeersel."));
}

TEST_F(Parts, ATermIsSortedAsItsAuthorSays) {
    const StyledDocument document = styled({"## Arm\n\nTekst.\n", R"(
[[glossary]]
term = "zalf"
meaning = "Smeersel."

[[glossary]]
term = "2e mening"
sort = "tweede mening"
meaning = "Wat een andere arts vindt."

[[glossary]]
term = "arts"
meaning = "Dokter."
)"},
                                           {"body", "glossary"});
    EXPECT_THAT(
        lines(document, "glossary"),
        ElementsAre("glossary", "arts Dokter.", "2e mening Wat een andere arts vindt.", "zalf Smeersel."));
}

TEST_F(Parts, ASourcesTitleIsReadInItsOwnLanguage) {
    test::SmallBrochure brochure{"## Arm\n\nTekst.\n"};
    const auto source = [](const std::string& id, const std::string& title, const std::string& language) {
        return "\n[[source]]\nid = \"" + id + "\"\ntitle = \"" + title + "\"\nlanguage = \"" + language +
               "\"\npublisher = \"Press\"\nseen = 2026-02-02\n";
    };
    brochure.images = source("book", "The book", "en") + source("boekje", "Het boekje", "nl");
    const StyledDocument document = styled(brochure, {"body", "sources"});
    const std::string dump = structure_dump(document);
    EXPECT_THAT(dump, HasSubstr("Span [lang=en] \"The book\""));
    EXPECT_THAT(dump, Not(HasSubstr("[lang=nl] \"Het boekje")));
    for (const StyledParagraph& paragraph : document.paragraphs) {
        const std::size_t title = paragraph.text.find("The book");
        if (title == std::string::npos) continue;
        for (const StyledRun& run : paragraph.runs)
            EXPECT_EQ(run.language, run.range.begin == title ? "en" : "nl");
    }
}

TEST_F(Parts, SourcesAreNumberedDatedAndLinked) {
    const StyledDocument document = styled({"## Arm\n\nTekst.\n"}, {"body", "sources"});
    EXPECT_THAT(
        lines(document, "sources"),
        ElementsAre("sources",
                    "1 Het boek. Uitgever. gezien op 1\u00a0februari\u00a02026. https://boek.example/",
                    "2 De folder. Uitgever. gezien op 2\u00a0februari\u00a02026."));
    const auto& list = std::get<Group>(part_of(document, "sources").flow.at(1).content);
    EXPECT_TRUE(list.list);
    EXPECT_EQ(list.blocks.at(0).destinations, std::vector<std::string>{"source:boek"});
    EXPECT_EQ(paragraph_with(document, "boek.example").links.at(0).address, "https://boek.example/");
}

TEST_F(Parts, SentencesOfTheProgramEndInTheLanguagesFullStop) {
    test::ReadBrochure read = test::read_brochure(test::SmallBrochure{"## Arm\n\n![Arm.](arm)\n"});
    read.document.language.punctuation = {"，", "；", "：", "。"};
    design.parts = {design::PartKind::body, design::PartKind::sources, design::PartKind::image_credits};
    const StyledDocument document = style_document(read.document, design, read.pictures, pages, sink);
    EXPECT_THAT(
        lines(document, "sources"),
        ElementsAre("sources",
                    "1 Het boek. Uitgever. gezien op 1\u00a0februari\u00a02026。https://boek.example/",
                    "2 De folder. Uitgever. gezien op 2\u00a0februari\u00a02026。"));
    EXPECT_THAT(lines(document, "image_credits"),
                ElementsAre("image_credits", "Afbeelding 1：Tekenaar。licentie CC\u00a0BY\u00a04.0。"));
}

TEST_F(Parts, CreditsNameTheImagesThatAreShownAndNoOther) {
    design.cover.picture = "cover";
    const test::SmallBrochure brochure{"## Arm\n\n![Arm.](arm)\n", "", R"(
[[image]]
id = "ongebruikt"
file = "arm.svg"
author = "Niemand"
licence = "CC0"
)"};
    EXPECT_THAT(lines(styled(brochure, {"cover", "body", "image_credits"}), "image_credits"),
                ElementsAre("image_credits", "cover_image: Omslagmaker. licentie CC0.",
                            "Afbeelding 1: Tekenaar. licentie CC\u00a0BY\u00a04.0."));
    EXPECT_THAT(lines(styled(brochure, {"body", "image_credits"}), "image_credits"),
                ElementsAre("image_credits", "Afbeelding 1: Tekenaar. licentie CC\u00a0BY\u00a04.0."));
}

TEST_F(Parts, ImagesOfOneMakerUnderOneLicenceShareALine) {
    const test::SmallBrochure brochure{
        "## Arm\n\n![Arm.](arm)\n\n![Rond.](cover)\n\n![Arm.](arm-2)\n\n![Arm.](arm-3)\n", "", R"(
[[image]]
id = "arm-2"
file = "arm.svg"
author = "Tekenaar"
licence = "CC BY 4.0"

[[image]]
id = "arm-3"
file = "arm.svg"
author = "Tekenaar"
licence = "CC BY 4.0"
)"};
    EXPECT_THAT(lines(styled(brochure, {"body", "image_credits"}), "image_credits"),
                ElementsAre("image_credits",
                            "Afbeelding 1, Afbeeldingen 3–4: Tekenaar. licentie CC\u00a0BY\u00a04.0.",
                            "Afbeelding 2: Omslagmaker. licentie CC0."));
}

TEST_F(Parts, WithoutImagesThereAreNoCredits) {
    const StyledDocument document =
        styled({"## Arm\n\nTekst.\n"}, {"contents", "body", "image_credits", "disclaimer"});
    EXPECT_FALSE(has(document, "image_credits"));
    EXPECT_THAT(lines(document, "contents"), Not(::testing::Contains(HasSubstr("image_credits"))));
}

TEST_F(Parts, TheBackCoverHoldsPhoneNumbersAndColophon) {
    const StyledDocument document = styled({"## Arm\n\nTekst.\n"}, {"body", "back_cover"});
    EXPECT_THAT(lines(document, "back_cover"),
                ElementsAre("questions", "Bel de verpleegkundige.", "werkdagen", "012 345 67 80",
                            "Buiten deze tijden", "012 345 67 89", "dag en nacht",
                            "Testziekenhuis\u00a0· Proefweg 1", "https://test.example",
                            "uitgave 1\u00a0· bijgewerkt op 1\u00a0maart\u00a02026\u00a0· herzien op "
                            "1\u00a0maart\u00a02028"));
    EXPECT_EQ(paragraph_with(document, "67 80").links.at(0).address, "tel:0123456780");
}

TEST_F(Parts, TheOutlineFollowsTheHeadings) {
    const StyledDocument document = styled({"## Arm {#arm}\n\n### Links\n\n#### Duim\n\n## Zalf\n\nSmeer.\n"},
                                           {"contents", "body", "sources", "disclaimer"});
    std::vector<std::string> outline;
    for (const OutlineEntry& entry : document.outline) {
        outline.push_back(std::string(static_cast<std::size_t>(entry.level), '>') + " " + entry.title +
                          " → " + entry.destination);
    }
    EXPECT_THAT(outline, ElementsAre("> contents → part:contents", "> Arm → arm", ">> Links → links",
                                     ">>> Duim → duim", "> Zalf → zalf", "> sources → part:sources",
                                     "> disclaimer → part:disclaimer"));
}

TEST_F(Parts, NumberedHeadingsBearTheirNumbersWhereverTheyAreNamed) {
    design.headings[0].numbered = design.headings[1].numbered = true;
    const StyledDocument document =
        styled({"## Arm {#arm}\n\n### Links\n\n### Rechts\n\n#### Duim\n\n## Been\n\n### Knie\n\nTekst.\n"},
               {"contents", "body"});
    EXPECT_THAT(lines(document, "contents"),
                ElementsAre("contents", "00 1 Arm", "1.1 Links\u00a0· 1.2 Rechts", "00 2 Been", "2.1 Knie"));
    EXPECT_THAT(lines(document, "body"), ElementsAre("1 Arm", "1.1 Links", "1.2 Rechts", "Duim"));
    EXPECT_THAT(lines_of(document, document.parts.back().flow), ElementsAre("2 Been", "2.1 Knie", "Tekst."));
    EXPECT_EQ(part_of(document, "body").flow.front().running_head, "1 Arm");
    EXPECT_EQ(document.outline.at(2).title, "1.1 Links");
}

TEST_F(Parts, EachPartOfTheBodyOpensWithItsRunningHeadAndTab) {
    const StyledDocument document = body("## Arm\n\nTekst.\n\n### Links\n\n## Zalf\n\nSmeer.\n");
    ASSERT_THAT(document.parts, SizeIs(2));
    EXPECT_EQ(document.parts[0].flow.front().running_head, "Arm");
    EXPECT_EQ(document.parts[0].flow.front().tab, 0U);
    EXPECT_EQ(document.parts[1].flow.front().running_head, "Zalf");
    EXPECT_EQ(document.parts[1].flow.front().tab, 1U);
}

TEST_F(Parts, ABodyPartStartsAPageOrRunsOnAsTheLayoutSays) {
    const std::string text = "## Arm\n\nTekst.\n\n## Zalf\n\nSmeer.\n";
    design.part_start = design::PartHeadingStart::new_page;
    EXPECT_EQ(body(text).parts.at(1).flow.front().break_before, BreakBefore::force_page);
    design.part_start = design::PartHeadingStart::run_on;
    EXPECT_EQ(body(text).parts.at(1).flow.front().break_before, BreakBefore::prefer_page);
    EXPECT_EQ(body(text).parts.at(0).flow.front().break_before, BreakBefore::force_page);
}

TEST_F(Parts, HeadingsKeepWithWhatFollows) {
    const StyledDocument document = body("## Arm\n\n### Links\n\nTekst.\n");
    const auto& flow = document.parts.at(0).flow;
    EXPECT_TRUE(flow.at(0).keep_with_next && flow.at(0).display);
    EXPECT_TRUE(flow.at(1).keep_with_next && flow.at(1).display);
    EXPECT_FALSE(flow.at(2).keep_with_next);
}

}  // namespace
}  // namespace brochure::style
