// What would be printed other than it was typed, or not at all, and what must pass.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "diag/render.hpp"
#include "document/markdown/blocks.hpp"
#include "document/markdown/quotes.hpp"

namespace brochure::document {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

class Markup : public ::testing::Test {
  protected:
    Body read(std::string text) {
        language.tag = "nl";
        language.quotes = {"“", "”", "‘", "’"};
        references = {};
        references.language = &language;
        references.images = {"arm", "pen"};
        references.image_files = {"content/x/images/Elleboog.svg", "content/x/images/pen.png"};
        references.sources = {"boek"};
        references.footnotes_allowed = true;
        sink = {};
        source = SourceText::of_file(std::move(text), "x.md", 1);
        return read_body(source, Part::body, references, sink);
    }
    // "line:column code", with a "?" behind a warning.
    std::vector<std::string> found(std::string text) {
        read(std::move(text));
        return reports();
    }
    [[nodiscard]] std::vector<std::string> reports() const {
        std::vector<std::string> list;
        for (const auto& d : sink.sorted()) {
            list.push_back(fmt::format("{}:{} {}{}", d.place.line, d.place.column, d.code,
                                       d.severity == diag::Severity::warning ? "?" : ""));
        }
        return list;
    }
    [[nodiscard]] std::string said() const { return diag::as_text(sink.sorted()); }
    void expect_silence(std::string text) {
        read(text);
        EXPECT_THAT(said(), IsEmpty()) << text;
    }

    Language language;
    References references;
    SourceText source;
    Sink sink;
};

// --- Signs that Markdown takes for its own ---

TEST_F(Markup, ATimesSignBetweenFiguresIsNoEmphasis) {
    EXPECT_THAT(found("Neem 4*250 mg en daarna 2*5 ml."), ElementsAre("1:7 markup-stray"));
    EXPECT_THAT(said(), HasSubstr("write × for times"));
    EXPECT_THAT(found("Spoel 6*daags of 2*daags."), ElementsAre("1:8 markup-stray"));
    EXPECT_THAT(found("Een doos van 5*10*2 cm."), ElementsAre("1:15 markup-stray"));
    EXPECT_THAT(found("Neem 4 *250 mg of 2* 5 ml."), ElementsAre("1:8 markup-stray"));
    EXPECT_THAT(found("Reken (2+3)*4 en 5*(2+1)."), ElementsAre("1:12 markup-stray"));
    EXPECT_THAT(found("*Let op: 3*20 ml."), ElementsAre("1:11 markup-stray"));
    EXPECT_THAT(found("每次２*５片，３*２片。"), ElementsAre("1:4 markup-stray"));
    EXPECT_THAT(found("| a | b |\n| - | - |\n| x | 2*9 mg, 3*a |\n"), ElementsAre("3:8 markup-stray"));
}

TEST_F(Markup, TwoStarsBetweenFiguresAreNoBold) {
    EXPECT_THAT(found("Neem 2**500 mg en 3**20 ml."), ElementsAre("1:7 markup-stray"));
}

TEST_F(Markup, BoldAndItalicsBesideFiguresStay) {
    expect_silence("Neem **2** tabletten, **500 mg** of **2**x, vitamine B**12**, *5 mg* en (*3 ml*).");
    expect_silence("Een ***echt*** on*be*kend **woord**, een *2 cm* lange wond; neem 2 *500 mg* tabletten.");
    expect_silence("每天**2**片，每天*2*片，这是*重要，真的*的。");
    expect_silence("Neem 2 * 500 mg, of 2*500 mg.");  // one star alone stays a star
}

TEST_F(Markup, AStarThatJoinsTwoFormsOfAWordIsNoEmphasis) {
    EXPECT_THAT(found("Patient*innen fragen Ärzt*innen."), ElementsAre("1:8 markup-stray"));
    EXPECT_THAT(found("Patient*in/Ärzt*in"), ElementsAre("1:8 markup-stray"));
}

TEST_F(Markup, ABlankToFillInIsNoEmphasis) {
    EXPECT_THAT(found("Kamer (____) op afdeling (____)."),
                ElementsAre(HasSubstr("markup-stray"), HasSubstr("")));
    expect_silence("Naam: ________ en kamer ____ op ____.");
}

TEST_F(Markup, AGreaterSignAtALinesStartIsNoQuotation) {
    EXPECT_THAT(found("Bel bij een temperatuur\n> 38,5 °C."), ElementsAre("2:1 sign-as-markup"));
    EXPECT_THAT(found(">= 39 graden is hoog."), ElementsAre("1:1 sign-as-markup"));
    EXPECT_THAT(found("- koorts\n- > 5 dagen pijn"), ElementsAre("2:3 sign-as-markup"));
    EXPECT_THAT(found("Bel ons als het meer is\n> dan u gewend bent."), ElementsAre("2:1 sign-as-markup"));
    expect_silence("Wat mensen zeggen:\n\n> Ik was bang.\n> 5 dagen later niet meer.\n");
    expect_silence("> [!TIP] Bel\n> 5 dagen na de operatie.\n");
}

TEST_F(Markup, ASignBeforeAFigureIsNoBullet) {
    EXPECT_THAT(found("De temperatuur ligt tussen\n- 5 en + 3 graden."), ElementsAre("2:1 sign-as-markup"));
    EXPECT_THAT(found("Er komt\n+ 3 ml bij."), ElementsAre("2:1 sign-as-markup"));
    EXPECT_THAT(found("- 5 °C is te koud."), ElementsAre("1:1 sign-as-markup?"));
    expect_silence("Neem mee:\n\n- 2 foto's\n");
    expect_silence("Neem mee:\n- 2 foto's\n- 1 pas\n");
    expect_silence("- Paracetamol\n  - 2 tabletten\n- Rust\n");
    expect_silence("Neem mee\n- een pas\n- een lijst\n");
}

TEST_F(Markup, AYearAtALinesStartIsNoListItem) {
    EXPECT_THAT(found("1986. Toen begon het."), ElementsAre("1:1 sign-as-markup"));
    EXPECT_THAT(said(), HasSubstr("1986\\."));
    EXPECT_THAT(found("Zie bladzijde\n1. Daar staat meer."), ElementsAre("2:1 sign-as-markup"));
    expect_silence("1986\\. Toen begon het.");
    expect_silence("Het begon in\n1986. Toen was alles anders.");
}

TEST_F(Markup, ItemsAreNumberedAsTheyWereTyped) {
    EXPECT_THAT(found("1. Was uw handen.\n2. Pak de pen.\n4. Prik.\n"), ElementsAre("3:1 list-number"));
    EXPECT_THAT(found("1986. Arts\n1992. Chirurg\n"), ElementsAre("2:1 list-number"));
    expect_silence("1. Was uw handen.\n1. Pak de pen.\n1. Prik.\n");
    expect_silence("5. Was uw handen.\n6. Pak de pen.\n");
    expect_silence("1. Was uw handen.\n2. Pak de pen.\n\nZie de tekening.\n\n3. Prik.\n");
}

TEST_F(Markup, DashesBelowASentenceMakeNoHeading) {
    EXPECT_THAT(found("Bel ons bij koorts.\n---\n"), ElementsAre("1:1 sign-as-markup"));
    EXPECT_THAT(found("Bel ons\n-\n"), ElementsAre("1:1 sign-as-markup"));
    EXPECT_THAT(found("Bel ons\nbij koorts\n----\n"), ElementsAre("1:1 sign-as-markup"));
    expect_silence("Wanneer bellen\n--------------\n\nBij koorts.\n");
}

TEST_F(Markup, ABackslashIsMarkupOrAMistake) {
    EXPECT_THAT(found("Neem 5\\mg of en\\of."), ElementsAre("1:7 markup-stray", "1:16 markup-stray"));
    EXPECT_THAT(found("Klaar.\n\n\\newpage\n\nVerder."), ElementsAre("3:1 markup-stray"));
    EXPECT_THAT(found("Regel een \\\\\nregel twee"), ElementsAre("1:11 markup-stray"));
    expect_silence("Een \\\\ is een streep, 5 \\* 3 ook.\\\nNieuwe regel.");
}

TEST_F(Markup, AnEntityWithoutItsEndIsReported) {
    EXPECT_THAT(found("5&nbsp mg en &#215 en &onzin;"),
                ElementsAre("1:2 markup-stray", "1:14 markup-stray", "1:23 markup-stray"));
    expect_silence("Q&A, A&E, R&D; H&M, 5&nbsp;mg, x &lt; y, &eacute;&eacute;n");
}

TEST_F(Markup, NoncharactersDoNotComeInAsEntities) {
    EXPECT_THAT(found("a &#xFFFE; b"), ElementsAre("1:3 character-forbidden"));
    EXPECT_THAT(found("a &#65535; b"), ElementsAre("1:3 character-forbidden"));
    EXPECT_THAT(found("a &#x1FFFE; b"), ElementsAre("1:3 character-forbidden"));
    EXPECT_THAT(found("a &#0; b"), ElementsAre("1:3 character-forbidden"));
    EXPECT_THAT(found("[a](https://x.nl/&#xFFFE;)"), ElementsAre("1:1 character-forbidden"));
    EXPECT_THAT(found("![x &#xFFFF; y](arm \"z &#xFFFE;\")"),
                ElementsAre("1:5 character-forbidden", "1:24 character-forbidden"));
    EXPECT_THAT(found("> [!TIP] a &#xFFFE;\n> b"), ElementsAre("1:12 character-forbidden"));
    EXPECT_THAT(found("| a &#xFFFE; |\n| - |\n| b |\n"), ElementsAre("1:5 character-forbidden"));
}

// --- Lines that run together ---

TEST_F(Markup, NumberedLinesBelowASentenceRunTogether) {
    EXPECT_THAT(found("Zo doet u het:\n4. Pak de pen.\n5. Prik.\n"), ElementsAre("2:1 list-run-in"));
    EXPECT_THAT(found("Zo doet u het:\na. Pak de pen.\nb. Prik.\n"), ElementsAre("2:1 list-run-in"));
    EXPECT_THAT(found("a) Pak de pen.\nb) Prik.\n"), ElementsAre("2:1 list-run-in"));
    EXPECT_THAT(found("1.Pak de pen.\n2.Prik.\n"), ElementsAre("2:1 list-run-in"));
    EXPECT_THAT(found("1、打开。\n2、注射。\n"), ElementsAre("2:1 list-run-in"));
    EXPECT_THAT(found("① Pak.\n② Prik.\n"), ElementsAre("2:1 list-run-in"));
    EXPECT_THAT(found("> [!TIP] Zo\n> Eerst dit:\n> ii. Pak.\n> iii. Prik.\n"),
                ElementsAre("3:3 list-run-in"));
}

TEST_F(Markup, AFigureAtAWrappedLinesStartIsNoItem) {
    expect_silence(
        "Meer daarover leest u in deze folder op bladzijde\n12. Daar staat ook het telefoonnummer van "
        "de\npoli.");
    expect_silence(
        "Dit onderzoek heet ook wel echografie, zie het stuk van dokter\nA. Jansen in deze folder.");
}

TEST_F(Markup, TypedBulletsAreNoList) {
    EXPECT_THAT(found("Neem mee:\n• een pas\n• een lijst\n"), ElementsAre("2:1 list-run-in"));
    EXPECT_THAT(found("· een pas\n· een lijst\n"), ElementsAre("1:1 list-run-in"));
    EXPECT_THAT(found("▪ een pas\n"), ElementsAre("1:1 list-run-in"));
    EXPECT_THAT(found("Neem mee:\n\uF0B7\teen pas\n\uF0B7\teen lijst\n"), ElementsAre("2:1 list-run-in"));
    EXPECT_THAT(said(), HasSubstr("U+F0B7"));
    EXPECT_THAT(found("Neem mee:\no\teen pas\no\teen lijst\n"), ElementsAre("2:1 list-run-in"));
    EXPECT_THAT(found("Neem mee:\n– een pas\n– een lijst\n"), ElementsAre("2:1 list-run-in"));
    EXPECT_THAT(found("Neem mee:\n-een pas\n-een lijst\n"), ElementsAre("2:1 list-run-in"));
    EXPECT_THAT(found("☐ een pas\n☐ een lijst\n"), ElementsAre("2:1 list-run-in"));
    expect_silence("☐ een pas");
    expect_silence(
        "Dat is belangrijk voor iedereen die langer dan een week koorts heeft\n– zeker bij kinderen – en "
        "daarom vragen wij u om\ndat te melden.");
}

TEST_F(Markup, ATableWithoutItsDashesIsReportedAtItsFirstLine) {
    EXPECT_THAT(found("Een.\n\n| Dag | Uur |\n| ma | 9 |\n"), ElementsAre("3:1 table-head"));
    EXPECT_THAT(found("Dag | Uur\nma | 9\n"), ElementsAre("1:1 table-head"));
    EXPECT_THAT(found("Dag\tUur\nma\t9\n"), ElementsAre("1:1 table-head"));
    EXPECT_THAT(found("+---+---+\n| a | b |\n+---+---+\n"), ElementsAre("1:1 table-head"));
    expect_silence("Open op ma | di | wo.");
}

TEST_F(Markup, LabelledLinesRunTogether) {
    EXPECT_THAT(found("**Wanneer:** om acht uur\n**Waar:** op de poli\n"), ElementsAre("2:1 lines-joined"));
    EXPECT_THAT(found("**Wanneer**: om acht uur\n**Waar**: op de poli\n"), ElementsAre("2:1 lines-joined"));
    EXPECT_THAT(found("Wanneer: om acht uur\nWaar: op de poli\n"), ElementsAre("2:1 lines-joined?"));
    EXPECT_THAT(found("Polikliniek Oog\nPostbus 12\n1000 AA Stad\n"), ElementsAre("3:1 lines-joined?"));
    expect_silence("**Wanneer:** om acht uur\\\n**Waar:** op de poli\n");
    expect_silence("**Wanneer:** om acht uur  \n**Waar:** op de poli\n");
    expect_silence("**Let op:** dit is belangrijk.\nBel ons bij koorts.\n");
    expect_silence("U wordt geopereerd.\nDat duurt een uur.\nDaarna slaapt u uit.\n");
}

// --- Markup of other dialects ---

TEST_F(Markup, OfOtherDialectsIsReported) {
    for (const char* text : {"{.lijst}",
                             "Een {width=50%} plaatje",
                             "{% include x %}",
                             ":warning: Bel",
                             "Zie ==dit==",
                             "Zie [[bladzijde]]",
                             "*[SEH]: Spoedeisende Hulp",
                             "[TOC]",
                             "[[_TOC_]]",
                             "::: note",
                             "%% weg %%",
                             "een ||geheim||",
                             "$$x$$",
                             "^[een noot]",
                             "[woorden][adres]",
                             "[woorden] (https://x.nl)",
                             "(woorden)[https://x.nl]",
                             "[https://x.nl woorden]",
                             "[b]vet[/b]",
                             "''schuin''",
                             "'''vet'''",
                             "foto`s",
                             "##Kopje",
                             "#. een",
                             "!!! note",
                             ".. note::",
                             "h2. Kop",
                             "+++\nx",
                             "] (#a",
                             "＊＊粗体＊＊",
                             "这是_重要_的",
                             "H_2",
                             "dr.~Jansen",
                             "5~mg",
                             "<< naam >>",
                             "Bel </b",
                             "Zie <!-- a -- b --> hier",
                             "= Kop",
                             "Term\n: uitleg",
                             "#pagebreak()",
                             "Zie @boek, bladzijde 3",
                             "** vet **",
                             "__ vet __ x__y",
                             "[@boek, folder]",
                             "Zie {{overview}} hier"}) {
        read(text);
        EXPECT_GT(sink.errors(), 0U) << text;
        for (const auto& d : sink.sorted()) EXPECT_EQ(d.code, "markup-stray") << text;
    }
}

TEST_F(Markup, APairOfMarksIsOneMistake) {
    EXPECT_THAT(found("Zie ==dit== en ''dat''."), ElementsAre("1:5 markup-stray", "1:16 markup-stray"));
    EXPECT_THAT(said(), HasSubstr("'==dit=='"));
}

TEST_F(Markup, OfAPictureIsReportedOnceAndBesideThePicture) {
    EXPECT_THAT(found("![Een arm](arm){width=50%}"), ElementsAre("1:16 markup-stray"));
}

TEST_F(Markup, TwoHyphensAndLeftoversAreWarnedOf) {
    EXPECT_THAT(found("Neem 5--10 mg."), ElementsAre("1:7 markup-stray?"));
    EXPECT_THAT(found("TODO tekst. FIXME. TBD"),
                ElementsAre("1:1 text-leftover?", "1:13 text-leftover?", "1:20 text-leftover?"));
    EXPECT_THAT(found("Lorem ipsum dolor."), ElementsAre("1:1 text-leftover?"));
    EXPECT_THAT(found("Zie Fout! Bladwijzer niet gedefinieerd."), ElementsAre("1:5 text-leftover"));
}

TEST_F(Markup, OrdinaryTextPasses) {
    for (const char* text :
         {"Van 2 - 3 uur, 2-3 uur en 2–3 uur; en/of, +/- 5, 24/7, A&E, :-) en :).",
          "Mail naar jan_de_vries@x-y.nl of kijk op www.x_y.nl/a--b en <https://x.nl/a_b__c>.",
          "Om 10:30:00, verhouding 1:2, tijd: plaats: hier. C++ en Ca++.", "Let op!!! Wat nu???",
          "Volg #samensterk en @ziekenhuis. 5' en 10'' duren.", "[18F]FDG en [sic] en [...] en […].",
          "Prijs $5, 50% korting & meer; <5 en >10, x < y > z.", "Todo el día. TODO EL DÍA.",
          "~5 mg, 5~10 mg, 5 ^ 3", "Een *nadruk*, _schuin_ en __vet__.", "paracetamol* en ibuprofen*",
          "\\{naam\\} en \\[\\[x\\]\\] en \\=\\=", "47,XXX en CO2 en pH 7,4; a.u.b. (b.v. 's ochtends)",
          "Tel. 012-345 67 89 / 012 345 67 90 (ma-vr)"}) {
        expect_silence(text);
    }
}

// --- HTML ---

TEST_F(Markup, RemarksAreLeftOut) {
    const Body body = read("Een <!-- weg --> twee.\n\n<!-- een\n\n[x]: y\n\nTODO -->\n\nDrie.\n");
    EXPECT_THAT(said(), IsEmpty());
    ASSERT_EQ(body.blocks.size(), 2U);
    EXPECT_EQ(std::get<Paragraph>(body.blocks[0].content).text.utf8, "Een twee.");
    EXPECT_EQ(std::get<Paragraph>(body.blocks[1].content).text.utf8, "Drie.");
}

TEST_F(Markup, TextIsNotLostBehindARemark) {
    EXPECT_THAT(found("<!-- weg --> Neem 5 mg.\n"), ElementsAre("1:1 comment-open"));
    EXPECT_THAT(found("Een.\n\n<!-- weg\n\nNeem 5 mg.\n"), ElementsAre("3:1 comment-open"));
}

TEST_F(Markup, TagsOfAKindAreOneMistakeWithAWayOut) {
    EXPECT_THAT(found("H<sub>2</sub>O en CO<sub>2</sub>"), ElementsAre("1:2 html-refused"));
    EXPECT_THAT(said(), HasSubstr("H~2~O"));
    EXPECT_THAT(found("<table><tr><td>x</td></tr></table>\n"), ElementsAre("1:1 html-refused"));
    EXPECT_THAT(said(), HasSubstr("| --- |"));
    found("Een <b>vet</b> <i>schuin</i> woord");
    EXPECT_THAT(said(), HasSubstr("**words**"));
    EXPECT_EQ(sink.errors(), 2U);
}

// --- Notes, headings, pictures ---

TEST_F(Markup, ANoteStandsInTheTextOnly) {
    EXPECT_THAT(found("![Een arm](arm \"Arm[^a]\")\n\n[^a]: Noot.\n"), ElementsAre("1:20 block-refused"));
    EXPECT_THAT(said(), HasSubstr("a footnote cannot stand in a caption"));
    EXPECT_THAT(found("Een[^a]\n\n[^a]: Noot[^b].\n\n[^b]: Nog een.\n"), ElementsAre("3:11 block-refused"));
    EXPECT_THAT(said(), HasSubstr("a footnote cannot stand in a footnote"));
    EXPECT_THAT(found("![Een arm[^a]](arm)\n\n[^a]: Noot.\n"), ElementsAre("1:10 block-refused"));
}

TEST_F(Markup, AHeadingInACallOutIsToldWhereItBelongs) {
    EXPECT_THAT(found("> [!WARNING]\n> ## Bel ons\n>\n> - bij koorts\n"), ElementsAre("2:3 block-refused"));
    EXPECT_THAT(said(), HasSubstr("[!WARNING] Title"));
}

TEST_F(Markup, TheFirstHeadingIsThatOfAPart) {
    EXPECT_THAT(found("### Pijn\n\nWat.\n"), ElementsAre("1:1 heading-level"));
    EXPECT_THAT(said(), HasSubstr("the first heading must be that of a part"));
}

TEST_F(Markup, SchemesHaveNoCase) {
    const Body body = read("[Huis](HTTPS://WWW.HUIS.EXAMPLE/A) en <MAILTO:a@b.nl>");
    EXPECT_THAT(said(), IsEmpty());
    const auto& spans = std::get<Paragraph>(body.blocks.at(0).content).text.spans;
    EXPECT_EQ(std::get<Link>(spans.at(0).meaning).address, "https://WWW.HUIS.EXAMPLE/A");
}

TEST_F(Markup, APictureNamedByItsFileIsRecognised) {
    for (const char* name : {"images/pen.png", "pen.svg", "pem", "Pen"}) {
        read(fmt::format("![Een pen]({})", name));
        EXPECT_THAT(said(), HasSubstr("did you mean the image 'pen'?")) << name;
        EXPECT_TRUE(references.images_used.contains(1)) << name;
    }
    read("![Een arm](elleboog.svg)");
    EXPECT_THAT(said(), HasSubstr("did you mean the image 'arm'?"));
}

// --- Quotation marks ---

std::string quoted(std::string_view text, std::vector<std::string> quotes = {"“", "”", "‘", "’"}) {
    Language language;
    language.quotes = std::move(quotes);
    language.elisions = {"’s", "’tis"};
    return with_quotes(text, language);
}

TEST(StraightQuotes, OfYearsAndClippedWordsAreApostrophes) {
    EXPECT_EQ(quoted("In the '80s and the '60s' end"), "In the ’80s and the ’60s’ end");
    EXPECT_EQ(quoted("salt 'n' pepper, Drum 'N' Bass"), "salt ’n’ pepper, Drum ’N’ Bass");
    EXPECT_EQ(quoted("'90' is a number, '90 percent' too"), "‘90’ is a number, ’90 percent’ too");
    EXPECT_EQ(quoted("the letter 'a' and 'b'"), "the letter ‘a’ and ‘b’");
}

TEST(StraightQuotes, AroundNothingOpenAndClose) {
    EXPECT_EQ(quoted("an empty \"\" here"), "an empty “” here");
    EXPECT_EQ(quoted("\"\""), "“”");
}

TEST(StraightQuotes, BetweenLettersOpenWhereNoneIsOpen) {
    EXPECT_EQ(quoted("护士说\"不要动\"，又说'很好'。这叫\"超声\"（\"说明\"）。"),
              "护士说“不要动”，又说‘很好’。这叫“超声”（“说明”）。");
    EXPECT_EQ(quoted("他问:\"为什么\"\"怎么\""), "他问:“为什么”“怎么”");
    EXPECT_EQ(quoted("看护士\"说'好'的\"吗"), "看护士“说‘好’的”吗");
    EXPECT_EQ(quoted("قال \"نعم\" و\"لا\" وب\"ربما\".", {"«", "»", "‹", "›"}), "قال «نعم» و«لا» وب«ربما».");
    EXPECT_EQ(quoted("คำว่า\"เจ็บ\"และ\"ปวด\""), "คำว่า“เจ็บ”และ“ปวด”");
    EXPECT_EQ(quoted("医師は\"大丈夫\"と言った", {"「", "」", "『", "』"}), "医師は「大丈夫」と言った");
    EXPECT_EQ(quoted("sagt:\"ja\"", {"„", "“", "‚", "‘"}), "sagt:„ja“");
    EXPECT_EQ(quoted("п'ять і об'єкт"), "п’ять і об’єкт");
}

TEST(StraightQuotes, BehindFiguresAreFeetInchesMinutesAndSeconds) {
    EXPECT_EQ(quoted("He is 5'10\" tall, a 12\" ruler, 30' rest"), "He is 5′10″ tall, a 12″ ruler, 30′ rest");
    EXPECT_EQ(quoted("\"room 5\" and 'ward 6'"), "“room 5” and ‘ward 6’");
    EXPECT_EQ(quoted("\"He is 5'10\" tall\""), "“He is 5′10″ tall”");
    EXPECT_EQ(quoted("the 1990's"), "the 1990’s");
}

TEST(StraightQuotes, NestBothWays) {
    EXPECT_EQ(quoted("\"'Yes' she said\" and '\"no\" he said'"), "“‘Yes’ she said” and ‘“no” he said’");
    EXPECT_EQ(quoted("\"she said 'no'\""), "“she said ‘no’”");
    EXPECT_EQ(quoted("l'\"Hôpital\" et \" oui \""), "l’“Hôpital” et “ oui ”");
}

TEST(StraightQuotes, OfHebrewAbbreviationsAreGershayim) {
    EXPECT_EQ(quoted("ד\"ר כהן אמר \"כן\" ו\"לא\"", {"”", "”", "’", "’"}), "ד״ר כהן אמר ”כן” ו”לא”");
}

// --- Blocks beside each other

TEST_F(Markup, AListOfAnotherMarkRightBelowIsTold) {
    EXPECT_THAT(found("* Tests, such as:\n+ blood\n+ urine\n\n* Rest\n"), ElementsAre("2:1 list-run-in"));
    EXPECT_THAT(found("* Tests, such as:\n  + blood\n  + urine\n* Rest\n"), IsEmpty());
    EXPECT_THAT(found("- one\n\nText.\n\n* two\n"), IsEmpty());
}

TEST_F(Markup, ParagraphsThatLookLikeItemsAreToldOnce) {
    EXPECT_THAT(found("\u2212 Into a muscle\n\n\u2212 Into a vein\n\n\u2212 As a pill\n"),
                ElementsAre("1:1 list-run-in?"));
    EXPECT_THAT(found("a) Rest\n\nb) Drink\n"), ElementsAre("1:1 list-run-in?"));
    EXPECT_THAT(found("\u2013 said the nurse.\n\nThen she left.\n"), IsEmpty());
}

TEST_F(Markup, TypedBoxesThatArePrintedAsTypedAreOnlyToldTheWayToAListOfBoxes) {
    EXPECT_THAT(found("☐ Nurse\n\n☐ Eye check\n"), ElementsAre("1:1 list-run-in?"));
    EXPECT_THAT(said(), HasSubstr("begin each with - [ ]"));
}

TEST_F(Markup, WhatStandsBesideIsToldAtTheLineOfTheFileNotOfItsText) {
    read("");
    source = SourceText::of_file("* Tests\n+ blood\n\na) Rest\n\nb) Drink\n", "x.md", 41);
    read_body(source, Part::body, references, sink);
    EXPECT_THAT(reports(), ElementsAre("42:1 list-run-in", "44:1 list-run-in?"));
}

TEST_F(Markup, ABoldTitleThatRunsIntoItsTextIsTold) {
    EXPECT_THAT(found("**Examinations:**\nFor some people there are more.\n"),
                ElementsAre("2:1 lines-joined?"));
    EXPECT_THAT(found("**Examinations:** for some people\nthere are more of them than for others.\n"),
                IsEmpty());
}

TEST_F(Markup, AChartDrawnWithSignsIsTold) {
    EXPECT_THAT(found("\u250C\u2500\u2500\u2510\n\u2502 a \u2502\n\u2514\u2500\u2500\u2518\n"),
                ElementsAre("1:1 markup-stray"));
}

TEST_F(Markup, AQuotationThatLooksLikeACallOutIsTold) {
    EXPECT_THAT(found("> **Warning:** call us.\n"), ElementsAre("1:1 callout-unknown?"));
    EXPECT_THAT(found("> **She** said so.\n"), IsEmpty());
}

}  // namespace
}  // namespace brochure::document
