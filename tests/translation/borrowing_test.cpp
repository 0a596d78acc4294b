// The master's own words in a translation: what comes along with them, and what stays behind.
#include "translation/borrowing.hpp"

#include <gmock/gmock.h>

namespace brochure::translation {
namespace {

using document::Block;
using document::Document;
using document::Span;
using document::Text;

Text text(const std::string& words, std::uint32_t line, std::vector<Span> spans = {}) {
    return {words, std::move(spans), {{0, {"nl.md", line, 1}}}};
}

Document document_of(const std::string& language, Text words) {
    Document out;
    out.language.tag = language;
    Block heading, paragraph;
    heading.content = document::Heading{2, "kop", text("Kop", 1)};
    paragraph.content = document::Paragraph{std::move(words)};
    out.body = {heading, paragraph};
    return out;
}

class BorrowingWords : public testing::Test {
  protected:
    // The translation's paragraph, once the master's stands there.
    Text borrowed(const std::vector<Span>& spans) {
        master = document_of("nl", text("Elke zes weken", 3, spans));
        master.footnotes = {{"a", text("Noot a", 8), {}}, {"b", text("Noot b", 9), {}}};
        translation = document_of("en", text("Every four weeks", 3));
        translation.footnotes = {{"b", text("Note b", 9), {}}};
        Borrowing borrowing{master, translation};
        Text words = text("Every four weeks", 3);
        EXPECT_TRUE(borrowing.take({3, 1}, words));
        borrowing.end();
        return words;
    }
    Document master, translation;
};

TEST_F(BorrowingWords, AreTaggedWithTheirLanguageFromEndToEnd) {
    const Text words = borrowed({});
    EXPECT_EQ(words.utf8, "Elke zes weken");
    EXPECT_TRUE(words.borrowed);
    ASSERT_EQ(words.spans.size(), 1U);
    EXPECT_EQ(words.spans[0].range, (TextRange{0, 14}));
    EXPECT_EQ(std::get<document::Foreign>(words.spans[0].meaning).language, "nl");
}

TEST_F(BorrowingWords, KeepTheTranslationsOwnNoteWhereItHasThatNote) {
    const Text words = borrowed({{{4, 4}, document::FootnoteMark{1}, {}}});
    EXPECT_EQ(std::get<document::FootnoteMark>(words.spans[1].meaning).footnote, 0U);
    EXPECT_EQ(translation.footnotes.size(), 1U);
}

TEST_F(BorrowingWords, BringANoteAlongThatTheTranslationHasNot) {
    const Text words = borrowed({{{4, 4}, document::FootnoteMark{0}, {}}});
    EXPECT_EQ(std::get<document::FootnoteMark>(words.spans[1].meaning).footnote, 1U);
    ASSERT_EQ(translation.footnotes.size(), 2U);
    EXPECT_EQ(translation.footnotes[1].id, "a");
    EXPECT_TRUE(translation.footnotes[1].text.borrowed);
}

TEST_F(BorrowingWords, ReferToNoHeadingThatIsNotThere) {
    const Text words = borrowed(
        {{{0, 4}, document::CrossReference{"nieuw"}, {}}, {{5, 8}, document::CrossReference{"kop"}, {}}});
    ASSERT_EQ(words.spans.size(), 2U);
    EXPECT_EQ(std::get<document::CrossReference>(words.spans[1].meaning).heading, "kop");
}

TEST_F(BorrowingWords, AreNoneWhereTheMasterTextHasNothing) {
    master = document_of("nl", text("Elke zes weken", 3));
    translation = document_of("en", text("Every four weeks", 3));
    Borrowing borrowing{master, translation};
    Text words = text("Every four weeks", 3);
    EXPECT_FALSE(borrowing.take({7, 1}, words));
    EXPECT_EQ(words.utf8, "Every four weeks");
}

}  // namespace
}  // namespace brochure::translation
