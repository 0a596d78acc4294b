// What is handed out beside the pieces: a memory of what is confirmed, and the glossary.
#include <gmock/gmock.h>

#include "exchange/glossary.hpp"
#include "exchange/tmx.hpp"
#include "xml/tree.hpp"

namespace brochure::exchange {
namespace {

using testing::HasSubstr;
using testing::Not;

TEST(Tmx, HoldsWhatIsConfirmedAlone) {
    Catalogue catalogue;
    catalogue.header = {{std::string{language_field}, "en"},
                        {std::string{brochure_field}, "a"},
                        {std::string{master_field}, "nl"}};
    Entry right;
    right.key = "a/p1";
    right.source = "{1}Bel{/1}{2/} < 5";
    right.target = "{1}Call{/1}{2/} < 5";
    right.confirmed = true;
    Entry waiting = right;
    waiting.key = "a/p2";
    waiting.confirmed = false;
    catalogue.entries = {right, waiting};
    const std::string text = written_as_tmx(catalogue);
    EXPECT_TRUE(xml::Tree(text, 16).faults().empty());
    EXPECT_THAT(text, HasSubstr("<tuv xml:lang=\"en\">"));
    EXPECT_THAT(text, HasSubstr("<seg><bpt i=\"1\" x=\"1\">{1}</bpt>Call<ept i=\"1\">{/1}</ept>"
                                "<ph x=\"2\">{2/}</ph> &lt; 5</seg>"));
    EXPECT_THAT(text, HasSubstr("tuid=\"a/a/p1\""));
    EXPECT_THAT(text, Not(HasSubstr("a/p2")));
}

class GlossaryFile : public testing::Test {
  protected:
    GlossaryFile() {
        glossary.brochure = "a";
        glossary.title = "Botten & pijn";
        glossary.master = "nl";
        glossary.language = "en";
        glossary.terms = {{"biopsie", "biopsie", "Een stukje, \"weefsel\".", "biopsy", "A piece\nof tissue."},
                          {"scan", "scan", "Een foto.", "", ""}};
    }
    Glossary glossary;
};

TEST_F(GlossaryFile, AsATableQuotesWhatNeedsIt) {
    EXPECT_EQ(written_as_csv(glossary),
              "source,target,meaning,meaning in the source,id\r\n"
              "biopsie,biopsy,\"A piece\nof tissue.\",\"Een stukje, \"\"weefsel\"\".\",biopsie\r\n"
              "scan,,,Een foto.,scan\r\n");
}

TEST_F(GlossaryFile, ForToolsHasATermInEachLanguageThatHasOne) {
    const std::string text = written_as_tbx(glossary);
    EXPECT_TRUE(xml::Tree(text, 16).faults().empty());
    EXPECT_THAT(text, HasSubstr("<title>Botten &amp; pijn</title>"));
    EXPECT_THAT(text, HasSubstr("<term>biopsy</term>"));
    const std::string scan = text.substr(text.find("term-scan"));
    EXPECT_THAT(scan, HasSubstr("<langSet xml:lang=\"nl\">"));
    EXPECT_THAT(scan, Not(HasSubstr("<langSet xml:lang=\"en\">")));
}

TEST(Glossary, PairsTermsByTheirIdsAlone) {
    document::Document master, translation;
    const auto entry = [](const char* id, const char* term) {
        document::GlossaryEntry out;
        out.id = id;
        out.term.utf8 = term;
        return out;
    };
    master.glossary = {entry("a", "arts"), entry("", "bot")};
    translation.glossary = {entry("", "bone"), entry("a", "doctor")};
    const Glossary found = glossary_of(master, &translation, "en");
    EXPECT_EQ(found.terms.at(0).target, "doctor");
    EXPECT_EQ(found.terms.at(1).target, "");
}

}  // namespace
}  // namespace brochure::exchange
