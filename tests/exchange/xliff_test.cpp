// XLIFF in both its forms: what is written is read again, and what comes back damaged is told.
#include "exchange/xliff.hpp"

#include <gmock/gmock.h>

#include "diag/codes.hpp"
#include "exchange/segments.hpp"

namespace brochure::exchange {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;

Entry entry(const std::string& key, const std::string& source, const std::string& target) {
    Entry out;
    out.key = key;
    out.source = source;
    out.target = target;
    return out;
}

Catalogue catalogue_of(std::vector<Entry> entries) {
    Catalogue out;
    out.header = {{std::string{language_field}, "en"},
                  {std::string{brochure_field}, "a"},
                  {std::string{master_field}, "nl"},
                  {std::string{pieces_field}, std::to_string(entries.size())}};
    out.entries = std::move(entries);
    return out;
}

struct Read {
    std::optional<Catalogue> catalogue;
    std::vector<diag::Diagnostic> told;
    [[nodiscard]] std::vector<std::string> keys() const {
        std::vector<std::string> out;
        for (const Entry& one : catalogue ? catalogue->entries : std::vector<Entry>{}) out.push_back(one.key);
        return out;
    }
};

Read read(const std::string& text) {
    Sink sink;
    auto catalogue = read_xliff(text, "po/a.en.xlf", sink);
    return {std::move(catalogue), sink.sorted()};
}

std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from << " is not in\n" << text;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string name_of(const testing::TestParamInfo<XliffVersion>& info) {
    return info.param == XliffVersion::v1_2 ? "V1_2" : "V2_0";
}

class Xliff : public testing::TestWithParam<XliffVersion> {
  protected:
    static bool is_old() { return GetParam() == XliffVersion::v1_2; }
};
INSTANTIATE_TEST_SUITE_P(Forms, Xliff, testing::Values(XliffVersion::v1_2, XliffVersion::v2_0), name_of);

TEST_P(Xliff, IsReadAsItWasWritten) {
    Entry stale = entry("a/p1", "{1}Bel{/1} < 112{2/} nu &c {{x", "{1}Call{/1} < 112{2/} now &c {{x");
    stale.previous = "{1}Bel{/1} 112";
    stale.fuzzy = true;
    stale.notes = {"paragraph, under: Kop", "{1} bold; {2/} note 'a'"};
    stale.places = {"content/a/nl.md:3"};
    Entry right = entry("a/p2", "{1}a{/1} {2}b{/2}", "{2}b{/2} {1}a{/1}");
    right.confirmed = true;
    Entry gone = entry("a/p4", "Weg", "Gone");
    gone.obsolete = true;
    const Catalogue sent = catalogue_of({stale, right, entry("a/p3", "Nieuw", ""), gone});
    const Read back = read(written_as_xliff(sent, GetParam()));
    ASSERT_TRUE(back.catalogue);
    EXPECT_THAT(back.told, IsEmpty());
    EXPECT_EQ(back.catalogue->header, sent.header);
    ASSERT_THAT(back.catalogue->entries, SizeIs(4));
    for (std::size_t i = 0; i < 4; ++i) {
        EXPECT_EQ(back.catalogue->entries[i].key, sent.entries[i].key);
        EXPECT_EQ(back.catalogue->entries[i].source, sent.entries[i].source);
        EXPECT_EQ(back.catalogue->entries[i].target, sent.entries[i].target);
        EXPECT_EQ(back.catalogue->entries[i].fuzzy, sent.entries[i].fuzzy);
        EXPECT_EQ(back.catalogue->entries[i].obsolete, sent.entries[i].obsolete);
    }
}

TEST_P(Xliff, HasTheFormerWordsBesideWhatIsStale) {
    Entry stale = entry("a/p1", "Elke zes weken", "Every four weeks");
    stale.previous = "Elke vier weken";
    stale.fuzzy = true;
    const std::string text = written_as_xliff(catalogue_of({stale}), GetParam());
    EXPECT_THAT(text, HasSubstr("<source>Elke vier weken</source>"));
    EXPECT_THAT(text,
                HasSubstr(is_old() ? "<target state=\"needs-adaptation\">" : "subState=\"brochure:stale\""));
    EXPECT_THAT(text, HasSubstr(is_old() ? "<alt-trans alttranstype=\"previous-version\">" : "<mtc:match "));
}

TEST_P(Xliff, ABraceThatATranslatorTypesIsNoMark) {
    const std::string text = written_as_xliff(catalogue_of({entry("a/p1", "Pijn", "Pain")}), GetParam());
    const Read back = read(with(text, ">Pain<", ">{1}Pain{/1}<"));
    ASSERT_TRUE(back.catalogue);
    EXPECT_EQ(back.catalogue->entries.at(0).target, "{{1}}Pain{{/1}}");
}

TEST_P(Xliff, AnElementThatWasNotExportedCostsItsPieceAndIsToldWithItsPlace) {
    const std::string text = written_as_xliff(
        catalogue_of({entry("a/p1", "Pijn", "Pain"), entry("a/p2", "Koorts", "Fever")}), GetParam());
    const Read back = read(with(text, ">Pain<", ">Pa<b>in</b><"));
    EXPECT_THAT(back.keys(), ElementsAre("a/p2"));
    ASSERT_THAT(back.told, SizeIs(1));
    EXPECT_EQ(back.told[0].code, diag::code::exchange_damaged);
    EXPECT_THAT(back.told[0].message, HasSubstr("'a/p1'"));
    EXPECT_GT(back.told[0].place.line, 1U);
    EXPECT_GT(back.told[0].place.column, 1U);
}

TEST_P(Xliff, APieceWithoutItsKeyIsRefused) {
    const std::string text = written_as_xliff(
        catalogue_of({entry("a/p1", "Pijn", "Pain"), entry("a/p2", "Koorts", "Fever")}), GetParam());
    const Read back = read(with(text, is_old() ? "resname=\"a/p1\"" : "name=\"a/p1\"", ""));
    EXPECT_THAT(back.keys(), ElementsAre("a/p2"));
    EXPECT_THAT(back.told, SizeIs(1));
}

TEST_P(Xliff, ASecondSourceOrTargetIsRefused) {
    const std::string text = written_as_xliff(catalogue_of({entry("a/p1", "Pijn", "Pain")}), GetParam());
    for (const std::string name : {"source", "target"}) {
        const Read back =
            read(with(text, "</" + name + ">", "</" + name + "><" + name + ">x</" + name + ">"));
        EXPECT_THAT(back.keys(), IsEmpty()) << name;
        EXPECT_THAT(back.told, SizeIs(1)) << name;
    }
}

TEST_P(Xliff, WhatIsCutIsRefusedAsAWhole) {
    const std::string text = written_as_xliff(catalogue_of({entry("a/p1", "Pijn", "Pain")}), GetParam());
    for (std::size_t length = 0; length + 2 < text.size(); length += 7) {
        const Read back = read(text.substr(0, length));
        EXPECT_FALSE(back.catalogue) << length;
        EXPECT_THAT(back.told, Not(IsEmpty()));
    }
}

TEST_P(Xliff, EntitiesOfItsOwnAreRefused) {
    const std::string text = written_as_xliff(catalogue_of({entry("a/p1", "Pijn", "Pain")}), GetParam());
    EXPECT_FALSE(
        read(with(text, "<xliff", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><xliff"))
            .catalogue);
}

document::Language language(const std::string& tag) {
    document::Language out;
    out.tag = tag;
    out.sentences.abbreviations = {"bijv.", "e.g."};
    return out;
}

TEST_P(Xliff, SentencesAreJoinedAgain) {
    Catalogue sent = catalogue_of({entry("a/p1", "Bel {1}bijv. ons{/1}.{2/} Wacht niet. Nooit.",
                                         "Call {1}e.g. us{/1}.{2/} Do not wait. Never."),
                                   entry("a/p2", "Een. {1}Twee. Drie.{/1}", "One. {1}Two. Three.{/1}"),
                                   entry("a/p3", "Een. Twee.", "One and two.")});
    cut_into_sentences(sent, language("nl"), language("en"));
    EXPECT_THAT(sent.entries[0].segments, SizeIs(3));
    EXPECT_EQ(sent.entries[0].segments.at(0).source, "Bel {1}bijv. ons{/1}.{2/} ");
    EXPECT_THAT(sent.entries[1].segments, SizeIs(2));
    EXPECT_THAT(sent.entries[2].segments, IsEmpty()) << "which of two belongs to one?";
    const Read back = read(written_as_xliff(sent, GetParam()));
    ASSERT_TRUE(back.catalogue);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(back.catalogue->entries.at(i).source, sent.entries[i].source);
        EXPECT_EQ(back.catalogue->entries.at(i).target, sent.entries[i].target);
        EXPECT_FALSE(back.catalogue->entries.at(i).fuzzy);
    }
}

TEST_P(Xliff, SentencesInALanguageWithoutSpacesAreJoinedWithoutThem) {
    Catalogue sent = catalogue_of({entry("a/p1", "Een. Twee.", "")});
    cut_into_sentences(sent, language("nl"), language("zh"));
    std::string text = written_as_xliff(sent, GetParam());
    if (is_old()) {
        text = with(text, "mid=\"1\"/>", "mid=\"1\">一。</mrk>");
        text = with(text, "mid=\"2\"/>", "mid=\"2\">二。</mrk>");
    } else {
        text = with(text, ">Een.</source>", ">Een.</source><target>一。</target>");
        text = with(text, ">Twee.</source>", ">Twee.</source><target>二。</target>");
    }
    const Read back = read(text);
    ASSERT_TRUE(back.catalogue);
    EXPECT_EQ(back.catalogue->entries.at(0).target, "一。二。");
}

TEST_P(Xliff, ATextOfWhichASentenceIsMissingStillNeedsWork) {
    Catalogue sent = catalogue_of({entry("a/p1", "Een. Twee.", "")});
    cut_into_sentences(sent, language("nl"), language("en"));
    std::string text = written_as_xliff(sent, GetParam());
    text = is_old() ? with(text, "mid=\"1\"/>", "mid=\"1\">One.</mrk>")
                    : with(text, ">Een.</source>", ">Een.</source><target>One.</target>");
    const Read back = read(text);
    ASSERT_TRUE(back.catalogue);
    EXPECT_TRUE(back.catalogue->entries.at(0).fuzzy);
}

// Some tools write what is translated and leave the rest out.
TEST(XliffFile, OfWhichASentenceWasLeftOutStillNeedsWork) {
    Catalogue sent = catalogue_of({entry("a/p1", "Een. Twee.", "")});
    cut_into_sentences(sent, language("nl"), language("en"));
    std::string text = written_as_xliff(sent, XliffVersion::v1_2);
    text = with(text, "<mrk mtype=\"seg\" mid=\"1\"/> <mrk mtype=\"seg\" mid=\"2\"/>",
                "<mrk mtype=\"seg\" mid=\"1\">One.</mrk>");
    EXPECT_TRUE(read(text).catalogue.value().entries.at(0).fuzzy);
    text = with(text, "<mrk mtype=\"seg\" mid=\"1\">One.</mrk></target>", "One. Two.</target>");
    EXPECT_FALSE(read(text).catalogue.value().entries.at(0).fuzzy) << "taken together";
}

TEST(XliffFile, OfAnotherKindIsRefused) {
    for (const char* text : {"<tmx version=\"1.4\"/>", "<xliff version=\"1.1\"/>", "<xliff version=\"1.2\"/>",
                             "<xliff version=\"1.2\"><file original=\"x\"/></xliff>",
                             "<xliff version=\"1.2\"><file original=\"content/a/nl.md\"/><file "
                             "original=\"content/b/nl.md\"/></xliff>"}) {
        const Read back = read(text);
        EXPECT_FALSE(back.catalogue) << text;
        EXPECT_THAT(back.told, SizeIs(1)) << text;
    }
}

}  // namespace
}  // namespace brochure::exchange
