// What a translator sends back, in the content file; and what never gets there.
#include "translation/import.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <filesystem>

#include "diag/codes.hpp"
#include "diag/render.hpp"
#include "support/temporary_folder.hpp"
#include "translation/export.hpp"
#include "translation/pair.hpp"
#include "translation/status.hpp"

namespace brochure::translation {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

// The first `from` becomes `to`.
std::string with(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << "nothing says: " << from;
    return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

// A copy of the sample, and what happens to its translations.
class Import : public testing::Test {
  protected:
    Import() {
        std::filesystem::copy(std::filesystem::path{BROCHURE_SOURCE_ROOT} / "content", folder / "content",
                              std::filesystem::copy_options::recursive);
    }
    [[nodiscard]] document::ProjectFolders folders() const { return {folder.path(), BROCHURE_SOURCE_ROOT}; }
    [[nodiscard]] std::string text(const std::string& language = "en") const {
        return folder.bytes_of("content/botmetastasen/" + language + ".md");
    }
    void edit(const std::string& language, const std::string& from, const std::string& to) {
        folder.write("content/botmetastasen/" + language + ".md", with(text(language), from, to));
    }
    std::string po(const std::string& language = "en", exchange::Scope scope = exchange::Scope::all) {
        Sink sink;
        const auto exported =
            export_translation(folders(), "botmetastasen", language, {.scope = scope}, sink);
        EXPECT_TRUE(exported) << diag::as_text(sink.sorted());
        return exported ? exported->bytes : std::string{};
    }
    // The file with these words for one key.
    std::string translated(const std::string& file, const std::string& key, const std::string& words) {
        const std::size_t entry = file.find("msgctxt \"" + key + "\"");
        const std::size_t begin = file.find("\nmsgstr \"", entry) + 9;
        const std::size_t end = file.find("\"\n", begin - 1 + (file[begin] == '"' ? 1 : 0));
        EXPECT_NE(entry, std::string::npos) << key;
        std::string out = file;
        out.replace(begin, end - begin, words);
        // No longer to be looked at.
        const std::size_t above = out.rfind("\n\n", entry);
        if (const std::size_t fuzzy = out.find("#, fuzzy\n", above); fuzzy < entry) out.erase(fuzzy, 9);
        return out;
    }
    std::optional<Imported> import(const std::string& file) {
        sink_ = {};
        auto imported = import_translation(folders(), file, "po/x.po", sink_);
        if (imported) folder.write(imported->file, imported->bytes);
        return imported;
    }
    std::vector<std::string> codes() {
        std::vector<std::string> out;
        for (const auto& one : sink_.sorted()) out.push_back(one.code);
        return out;
    }
    std::string status() {
        Sink sink;
        for (const LanguageStatus& one : status_of(folders(), {"botmetastasen"}, {2026, 11, 29}, sink)) {
            if (one.language == "en") return std::string{name_of(one.standing)};
        }
        return "none";
    }
    void confirm_all() {
        Sink sink;
        const auto confirmed = confirm(folders(), "botmetastasen", "en", {}, sink);
        ASSERT_TRUE(confirmed);
        folder.write(confirmed->file, confirmed->lock);
    }

    test::TemporaryFolder folder;
    Sink sink_;
};

TEST_F(Import, OfWhatWasExportedChangesNothing) {
    for (const std::string language : {"ar", "en", "pl", "tr", "uk", "zh"}) {
        const std::string before = text(language);
        const auto imported = import(po(language));
        ASSERT_TRUE(imported) << language;
        EXPECT_FALSE(imported->changed);
        EXPECT_EQ(imported->unchanged, 313U);
        EXPECT_EQ(text(language), before) << language;
    }
}

TEST_F(Import, TheSameContentGivesTheSameBytes) { EXPECT_EQ(po(), po()); }

TEST_F(Import, PutsEveryKindOfPieceInItsPlaceAndLeavesAllOtherBytes) {
    const std::string before = text();
    std::string file = po();
    const std::vector<std::pair<std::string, std::string>> words{
        {"meta/title", "New \\\"title\\\""},    {"key_message/2", "New message."},
        {"treatment/denosumab/how", "new way"}, {"glossary/biopsie/meaning", "New meaning."},
        {"label/skeleton/skull", "head"},       {"welke-botten/heading", "New heading?"},
        {"welke-botten/li1.2", "new item"},     {"alt/skeleton", "New words."},
        {"caption/skeleton", "New caption."},   {"onderzoek/t1/r1c2", "new cell | here"},
        {"klachten/c1/title", "New call-out"},  {"klachten/c1/p1", "New * words:"},
        {"footnote/psa", "New note."}};
    for (const auto& [key, now] : words) file = translated(file, key, now);
    const auto imported = import(file);
    ASSERT_TRUE(imported);
    EXPECT_THAT(codes(), IsEmpty());
    EXPECT_EQ(imported->taken.size(), words.size());
    const std::string now = text();
    for (const char* line :
         {"title = \"New \\\"title\\\"\"\n", "  \"New message.\",\n", "how = \"new way\"\n",
          "skull = \"head\"\n", "### New heading? {#welke-botten}\n", "\n- new item\n",
          "![New words.](skeleton \"New caption.\")\n", "| new cell \\| here |\n",
          "> [!WARNING] New call-out\n> New \\* words:\n", "[^psa]: New note.\n"})
        EXPECT_THAT(now, HasSubstr(line));
    // Line by line, what was not touched.
    const auto lines = [](const std::string& whole) { return std::count(whole.begin(), whole.end(), '\n'); };
    EXPECT_EQ(lines(now), lines(before));
}

TEST_F(Import, EveryPieceOfEveryLanguageCanBeWrittenAnew) {
    for (const std::string language : {"ar", "en", "pl", "tr", "uk", "zh"}) {
        std::string file = po(language);
        const std::size_t header = file.find("\n\n");
        for (std::size_t at = file.find("\nmsgstr \"", header); at != std::string::npos;
             at = file.find("\nmsgstr \"", at + 1))
            file.insert(file.find('\n', at + 1) - 1, " zzz");
        const auto imported = import(file);
        ASSERT_TRUE(imported);
        EXPECT_THAT(codes(), IsEmpty()) << language;
        EXPECT_EQ(imported->taken.size(), 313U) << language;
    }
}

TEST_F(Import, KeepsTheSentencesThatAreStillTheSameOnTheirLines) {
    const std::string file = with(po(), "Take your time.", "Take all your time.");
    ASSERT_TRUE(import(file));
    EXPECT_THAT(text(), HasSubstr("\nTake all your time.\n"));
}

TEST_F(Import, FollowsAnEditedMasterAndIsCompleteOnceConfirmed) {
    edit("nl", "\"één keer per vier weken\"", "\"één keer per zes weken\"");
    edit("nl", "- de ribben\n", "");
    edit("nl", "### Welke botten? {#welke-botten}\n\n",
         "### Welke botten? {#welke-botten}\n\nNieuw **hier** [@infonu].\n\n");
    edit("nl", "[[glossary]]\nid = \"anamnese\"",
         "[[glossary]]\nid = \"arts\"\nterm = \"arts\"\nmeaning = \"Een dokter.\"\n\n"
         "[[glossary]]\nid = \"anamnese\"");
    std::string file = po();
    EXPECT_THAT(file, HasSubstr("#, fuzzy\n#| msgid \"één keer per vier weken\"\n"
                                "msgctxt \"treatment/denosumab/frequency\"\n"
                                "msgid \"één keer per zes weken\"\nmsgstr \"once every four weeks\"\n"));
    EXPECT_THAT(file, HasSubstr("#~ msgctxt \"welke-botten/li1.2\"\n#~ msgid \"de ribben\"\n"));
    EXPECT_THAT(file, HasSubstr("#. {1} bold; {2/} source 'infonu'\n"));
    file = translated(file, "treatment/denosumab/frequency", "once every six weeks");
    file = translated(file, "welke-botten/p1a", "New {1}here{/1}{2/}.");
    file = translated(file, "glossary/arts/term", "physician");
    file = translated(file, "glossary/arts/meaning", "A doctor.");
    const auto imported = import(file);
    ASSERT_TRUE(imported);
    EXPECT_THAT(codes(), IsEmpty());
    EXPECT_THAT(imported->dropped, ElementsAre("welke-botten/li1.2"));
    EXPECT_THAT(text(), HasSubstr("\n\nNew **here** [@infonu].\n\n"));
    EXPECT_THAT(
        text(),
        HasSubstr("\n\n[[glossary]]\nid = \"arts\"\nterm = \"physician\"\nmeaning = \"A doctor.\"\n\n"));
    EXPECT_EQ(text().find("- the ribs\n"), std::string::npos);
    EXPECT_EQ(status(), "held") << "imported is not confirmed";
    confirm_all();
    EXPECT_EQ(status(), "complete");
}

TEST_F(Import, MovesASectionWithTheMaster) {
    const std::string dutch = text("nl");
    const std::size_t first = dutch.rfind("\n### ", dutch.find("{#levensverwachting}")) + 1;
    const std::size_t second = dutch.rfind("\n### ", dutch.find("{#vragen}")) + 1;
    const std::size_t end = dutch.rfind("\n### ", dutch.find("{#herkomst}")) + 1;
    folder.write("content/botmetastasen/nl.md", dutch.substr(0, first) + dutch.substr(second, end - second) +
                                                    dutch.substr(first, second - first) + dutch.substr(end));
    const auto imported = import(po());
    ASSERT_TRUE(imported);
    EXPECT_TRUE(imported->reordered);
    EXPECT_LT(text().find("{#vragen}"), text().find("{#levensverwachting}"));
    EXPECT_EQ(text().size(), folder.bytes_of("content/botmetastasen/en.md").size());
    confirm_all();
    EXPECT_EQ(status(), "complete");
}

TEST_F(Import, KeepsTheLineEndsOfWindows) {
    const std::string plain = text();
    std::string windows;
    for (const char c : plain) windows += c == '\n' ? "\r\n" : std::string(1, c);
    folder.write("content/botmetastasen/en.md", "\xEF\xBB\xBF" + windows);
    EXPECT_FALSE(import(po())->changed);
    ASSERT_TRUE(import(translated(po(), "meta/title", "Another title")));
    EXPECT_EQ(text(), "\xEF\xBB\xBF" + with(windows, "Cancer that has spread to the bones", "Another title"));
}

TEST_F(Import, FindsWordsInEveryFormThatMarkdownHas) {
    const std::string body =
        "## Kop {#kop}\n\nTwee {#twee}\n----\n\n### Hekjes ## {#een}\n\n### Nog een {#nog} ###\n\n"
        "- [ ] vakje\n- [x] ander\n  vakje\n\n1. eerste\n\n   Tweede *alinea*.\n   - diep **a**\n\n"
        "     > citaat\n2. tweede\n\n> Citaat.\n> Verder.\n\n> [!TIP]\n> Zonder titel.\n>\n> - a\n\n"
        "> [!NOTE] Met *titel*\n> Woorden.\n\n| a | b |\n| :-- | --: |\n| een<br>twee | \\| x |\n| | leeg "
        "|\n\n"
        "Regel met\\\nharde breuk, H~2~O, a\\_b en [een link](#kop).\n";
    const auto only_body = [&](const std::string& language) {
        folder.write("content/botmetastasen/" + language + ".md",
                     "+++\ntitle = 'Titel'\nreviewed = false\n" +
                         std::string{language == "en" ? "" : "summary = \"\"\"\nOver\nbotten.\"\"\"\n"} +
                         "+++\n\n" + body);
    };
    std::filesystem::remove(folder / "content/botmetastasen/en.lock.toml");
    // Pictograms name sections that are not here.
    const std::string facts = folder.bytes_of("content/botmetastasen/brochure.toml");
    folder.write("content/botmetastasen/brochure.toml",
                 facts.substr(0, facts.find("# --- pictograms")) + facts.substr(facts.find("# --- sources")));
    only_body("nl");
    only_body("en");
    std::string file = po();
    std::size_t pieces = 0;
    for (std::size_t at = file.find("\nmsgstr \"", file.find("\n\n")); at != std::string::npos;
         at = file.find("\nmsgstr \"", at + 1), ++pieces) {
        const bool empty = file.substr(at + 9, 1) == "\"";
        file.insert(file.find('\n', at + 1) - 1, empty ? "Over." : " zzz");
    }
    const auto imported = import(file);
    ASSERT_TRUE(imported);
    EXPECT_THAT(codes(), IsEmpty());
    EXPECT_EQ(imported->taken.size(), pieces) << diag::as_text(sink_.sorted());
    EXPECT_THAT(text(), HasSubstr("title = \"Titel zzz\"\nsummary = \"Over.\"\n"));
    EXPECT_THAT(text(), HasSubstr("- [x] ander\n  vakje\n  zzz\n"));
}

TEST_F(Import, ExportsOnlyWhatWaits) {
    edit("nl", "\"één keer per vier weken\"", "\"één keer per zes weken\"");
    const std::string file = po("en", exchange::Scope::waiting);
    EXPECT_THAT(file, HasSubstr("X-Brochure-Pieces: 1\\n"));
    EXPECT_THAT(file, HasSubstr("msgctxt \"treatment/denosumab/frequency\""));
    EXPECT_EQ(file.find("msgctxt \"meta/title\""), std::string::npos);
}

TEST_F(Import, WhatTheMasterDroppedGoesOutWithWhatWaits) {
    edit("nl", "- de ribben\n", "");
    const std::string file = po("en", exchange::Scope::waiting);
    EXPECT_THAT(file, HasSubstr("#~ msgctxt \"welke-botten/li1.2\"\n"));
    const auto imported = import(file);
    ASSERT_TRUE(imported);
    EXPECT_THAT(imported->dropped, ElementsAre("welke-botten/li1.2"));
}

TEST_F(Import, LeavesFuzzyPiecesOut) {
    edit("nl", "\"één keer per vier weken\"", "\"één keer per zes weken\"");
    const auto imported = import(po());
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->fuzzy, 1U);
    EXPECT_FALSE(imported->changed);
}

// What is wrong with one piece is told with its key, and keeps that piece alone out.
struct Wrong {
    std::string_view name, key, words, code;
};
void PrintTo(const Wrong& wrong, std::ostream* out) { *out << wrong.name; }
class ImportRefuses : public Import, public testing::WithParamInterface<Wrong> {};

TEST_P(ImportRefuses, OnePieceAndTakesTheOther) {
    const std::string before = text();
    std::string file = translated(po(), std::string{GetParam().key}, std::string{GetParam().words});
    file = translated(file, "meta/title", "Another title");
    const auto imported = import(file);
    ASSERT_TRUE(imported);
    EXPECT_THAT(codes(), ElementsAre(GetParam().code));
    EXPECT_THAT(sink_.sorted().front().message, HasSubstr(std::string{GetParam().key}));
    EXPECT_GT(sink_.sorted().front().place.line, 0U);
    EXPECT_THAT(imported->taken, ElementsAre("meta/title"));
    EXPECT_EQ(imported->refused, 1U);
    EXPECT_EQ(text(), with(before, "Cancer that has spread to the bones", "Another title"));
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, ImportRefuses,
    testing::Values(
        Wrong{"ALostMark", "bloedonderzoek/li1.2", "Calcium. Are the values high?{2/}",
              diag::code::mark_differs},
        Wrong{"ADoubledMark", "footnote/psa", "{1}PSA{/1} {1}PSA{/1}", diag::code::mark_differs},
        Wrong{"AnotherDate", "herkomst/p1",
              "Most of the information in this brochure comes from an article on InfoNu{1/}. It was last "
              "updated on 13 April 2033.",
              diag::code::value_differs},
        Wrong{"AControlCharacter", "klachten/p1", "Let\x01 them read.", diag::code::character_forbidden}),
    [](const auto& one) { return std::string{one.param.name}; });

TEST_F(Import, RefusesWhatTheMasterNoLongerSays) {
    const std::string older = with(po(), "msgid \"Uitzaaiingen in de botten\"", "msgid \"Uitzaaiingen\"");
    import(older);
    EXPECT_THAT(codes(), Contains(diag::code::exchange_older));
}

TEST_F(Import, RefusesBothPiecesOfOneKey) {
    const auto imported = import(with(po(), "msgctxt \"meta/subtitle\"", "msgctxt \"meta/title\""));
    ASSERT_TRUE(imported);
    EXPECT_THAT(codes(), Contains(diag::code::id_repeated));
    EXPECT_FALSE(imported->changed);
}

TEST_F(Import, TellsThatAFileWasCut) {
    const std::string file = po();
    const std::string before = text();
    const auto imported = import(file.substr(0, file.find("msgctxt \"klachten/heading\"")));
    EXPECT_THAT(codes(), Contains(diag::code::exchange_damaged));
    EXPECT_EQ(text(), before);
}

TEST_F(Import, MakesALanguageFromNothing) {
    std::filesystem::remove(folder / "content/botmetastasen/tr.md");
    std::filesystem::remove(folder / "content/botmetastasen/tr.lock.toml");
    std::string file = po("tr");
    EXPECT_THAT(file,
                HasSubstr("msgctxt \"meta/title\"\nmsgid \"Uitzaaiingen in de botten\"\nmsgstr \"\"\n"));
    EXPECT_FALSE(import(translated(file, "meta/title", "Kanser")));
    EXPECT_THAT(codes(), ElementsAre(diag::code::exchange_incomplete));
    // The master's own words stand for a translation: they have its marks and its amounts.
    for (std::size_t at = file.find("\nmsgid \"", file.find("\n\n")); at != std::string::npos;
         at = file.find("\nmsgid \"", at + 1)) {
        const std::size_t begin = at + 8;
        const std::string words = file.substr(begin, file.find("\"\n", begin) - begin);
        file.insert(file.find("\nmsgstr \"", at) + 9, words);
    }
    const auto imported = import(file);
    ASSERT_TRUE(imported) << sink_.sorted().front().message;
    EXPECT_THAT(text("tr"), HasSubstr("\nreviewed = false\n\n[[treatment]]\n"));
    EXPECT_THAT(text("tr"), HasSubstr("{#wat-is-het}\n"));
    EXPECT_EQ(import(po("tr"))->unchanged, 313U);
}

}  // namespace
}  // namespace brochure::translation
