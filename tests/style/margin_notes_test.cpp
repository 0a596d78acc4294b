// Terms of the glossary that the margin explains where the text first has them.
#include <gmock/gmock.h>

#include "styling.hpp"

namespace brochure::style {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class MarginNotes : public StyleTest {
  protected:
    MarginNotes() {
        design.margin_column.width = Length::millimetres(30);
        design.margin_column.note = design.reference.text;
        design.parts = {design::PartKind::body};
    }

    // The words at which a text's terms are explained: from each place to the next space.
    std::vector<std::string> explained(const std::string& text, const std::vector<std::string>& terms,
                                       const std::string& language) {
        std::string glossary;
        for (const std::string& term : terms)
            glossary += "[[glossary]]\nterm = \"" + term + "\"\nmeaning = \"uitleg\"\n";
        test::ReadBrochure read = test::read_brochure({"## Arm\n\n" + text + "\n", glossary});
        read.document.language.tag = read.document.language.locale = language;
        const StyledDocument document = style_document(read.document, design, read.pictures, pages, sink);
        std::vector<std::string> words;
        for (const StyledParagraph& paragraph : document.paragraphs) {
            for (const std::uint32_t at : paragraph.side_notes_at)
                words.push_back(paragraph.text.substr(at, paragraph.text.find(' ', at) - at));
        }
        return words;
    }
};

TEST_F(MarginNotes, FindATermWhateverItsCapitals) {
    EXPECT_THAT(explained("Een Bot groeit.", {"bot"}, "nl"), ElementsAre("Bot"));
    EXPECT_THAT(explained("De STRASSE ist lang.", {"Straße"}, "de"), ElementsAre("STRASSE"));
}

TEST_F(MarginNotes, FindATermWhoseCapitalsAreLongerOrShorterInBytes) {
    EXPECT_THAT(explained("Işın tedavisi günlük.", {"ışın tedavisi"}, "tr"), ElementsAre("Işın"));
    EXPECT_THAT(explained("Ağrı için İlaç verilir.", {"ilaç", "ağrı"}, "tr"), ElementsAre("Ağrı", "İlaç"));
    EXPECT_THAT(explained("İŞIN uzun.", {"ışın"}, "tr"), IsEmpty()) << "dotted and dotless i are two letters";
}

TEST_F(MarginNotes, FindWholeWordsAlone) {
    EXPECT_THAT(explained("Botbreuk en botten.", {"bot"}, "nl"), IsEmpty());
    EXPECT_THAT(explained("Het bot-weefsel is bot (los).", {"bot (los)"}, "nl"), ElementsAre("bot"));
}

}  // namespace
}  // namespace brochure::style
