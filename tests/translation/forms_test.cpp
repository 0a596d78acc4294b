// Every form in which pieces travel: there and back the text is the same, and no damage on the way breaks it.
#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <filesystem>

#include "diag/codes.hpp"
#include "diag/render.hpp"
#include "support/damage.hpp"
#include "support/temporary_folder.hpp"
#include "translation/export.hpp"
#include "translation/import.hpp"
#include "translation/pair.hpp"
#include "translation/status.hpp"

namespace brochure::translation {
namespace {

using exchange::XliffVersion;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Travels {
    const char* name;
    ExportWish wish;
    int damaged = 0;  // how many damaged files are tried
    test::Fragile (*fragile)();
};
void PrintTo(const Travels& travels, std::ostream* out) { *out << travels.name; }

test::Fragile of_1_2() { return test::fragile_xliff("trans-unit"); }
test::Fragile of_2_0() { return test::fragile_xliff("unit"); }

const Travels po{"Po", {.form = Form::po}, 200, test::fragile_po};
// 200 damaged files of XLIFF in all.
const Travels xliff_1{"Xliff1", {.form = Form::xliff, .xliff = XliffVersion::v1_2}, 50, of_1_2};
const Travels xliff_2{"Xliff2", {.form = Form::xliff, .xliff = XliffVersion::v2_0}, 50, of_2_0};
const Travels xliff_1_by_sentences{"Xliff1BySentences",
                                   {.form = Form::xliff, .xliff = XliffVersion::v1_2, .by_sentences = true},
                                   50,
                                   of_1_2};
const Travels xliff_2_by_sentences{"Xliff2BySentences",
                                   {.form = Form::xliff, .xliff = XliffVersion::v2_0, .by_sentences = true},
                                   50,
                                   of_2_0};

std::string name_of(const testing::TestParamInfo<Travels>& info) { return info.param.name; }

class Forms : public testing::TestWithParam<Travels> {
  protected:
    // Of the shipped sample, or of the small project of the tests.
    void copy(const std::filesystem::path& content) {
        std::filesystem::copy(content, folder / "content", std::filesystem::copy_options::recursive);
    }
    [[nodiscard]] document::ProjectFolders folders() const { return {folder.path(), BROCHURE_SOURCE_ROOT}; }
    [[nodiscard]] std::string text(const std::string& language) const {
        return folder.bytes_of("content/" + brochure + "/" + language + ".md");
    }
    std::string exported(const std::string& language) {
        Sink own;
        const auto out = export_translation(folders(), brochure, language, GetParam().wish, own);
        EXPECT_TRUE(out) << diag::as_text(own.sorted());
        return out ? out->bytes : std::string{};
    }
    std::optional<Imported> import(const std::string& file) {
        sink = {};
        auto imported = import_translation(folders(), file, "po/x", sink);
        if (imported) folder.write(imported->file, imported->bytes);
        return imported;
    }

    test::TemporaryFolder folder;
    std::string brochure = "botmetastasen";
    Sink sink;
};
INSTANTIATE_TEST_SUITE_P(All, Forms,
                         testing::Values(po, xliff_1, xliff_2, xliff_1_by_sentences, xliff_2_by_sentences),
                         name_of);

class XliffForms : public Forms {};
INSTANTIATE_TEST_SUITE_P(All, XliffForms,
                         testing::Values(xliff_1, xliff_2, xliff_1_by_sentences, xliff_2_by_sentences),
                         name_of);

TEST_P(Forms, BringBackTheSameText) {
    copy(std::filesystem::path{BROCHURE_SOURCE_ROOT} / "content");
    for (const std::string language : {"ar", "en", "pl", "tr", "uk", "zh"}) {
        SCOPED_TRACE(language);
        const std::string before = text(language), file = exported(language);
        EXPECT_EQ(exported(language), file);
        const auto imported = import(file);
        ASSERT_TRUE(imported) << diag::as_text(sink.sorted());
        EXPECT_THAT(diag::as_text(sink.sorted()), IsEmpty());
        EXPECT_FALSE(imported->changed);
        EXPECT_EQ(imported->unchanged, 313U);
        EXPECT_EQ(text(language), before);
    }
}

TEST_P(XliffForms, BringBackEveryPieceAnew) {
    copy(std::filesystem::path{BROCHURE_SOURCE_ROOT} / "content");
    std::string file = exported("en");
    const std::string end = "</target>", words = " zzz";
    for (std::size_t at = file.find(end); at != std::string::npos;
         at = file.find(end, at + words.size() + end.size()))
        file.insert(at, words);
    const auto imported = import(file);
    ASSERT_TRUE(imported);
    EXPECT_THAT(diag::as_text(sink.sorted()), IsEmpty());
    EXPECT_EQ(imported->taken.size(), 313U);
}

TEST_P(Forms, BringASecondLanguageFromNothing) {
    copy(std::filesystem::path{BROCHURE_TEST_DATA} / "data" / "mini" / "content");
    brochure = "verband";
    std::filesystem::remove(folder / "content/verband/en.md");
    const std::string file = exported("en");
    EXPECT_FALSE(import(file)) << "nothing of it is translated";
    EXPECT_FALSE(std::filesystem::exists(folder / "content/verband/en.md"));
}

// The text stays readable, no piece of it is lost, and none changes that was not taken.
TEST_P(Forms, NeverBreakTheTextWhenTheyAreDamaged) {
    copy(std::filesystem::path{BROCHURE_TEST_DATA} / "data" / "mini" / "content");
    brochure = "verband";
    const std::string before = text("en");
    const auto confirmed = confirm(folders(), brochure, "en", {}, sink);
    ASSERT_TRUE(confirmed);
    folder.write(confirmed->file, confirmed->lock);
    const std::string file = exported("en");
    test::Damage damage{GetParam().fragile()};
    std::size_t refused = 0, in_part = 0;
    for (int round = 0; round < GetParam().damaged; ++round) {
        SCOPED_TRACE(round);
        folder.write("content/verband/en.md", before);
        const auto imported = import(damage.done_to(file, round));
        if (!imported) ++refused;
        if (imported && imported->refused > 0) ++in_part;
        EXPECT_TRUE(imported || sink.has_errors()) << "nothing is refused in silence";
        Sink own;
        document::SharedFiles shared{folders()};
        const auto pair = read_pair(shared, brochure, "en", own);
        ASSERT_TRUE(pair && pair->translation);
        const units::Comparison& now = pair->comparison;
        EXPECT_EQ(now.count(units::State::missing) + now.count(units::State::extra), 0U);
        EXPECT_LE(now.units.size() - now.count(units::State::complete),
                  imported ? imported->taken.size() : 0U);
    }
    // The generator does both.
    EXPECT_GT(refused, 0U);
    EXPECT_GT(in_part, 0U);
}

// A translation of which the master has moved on: needs work, with the former words, and comes in once done.
class XliffStale : public Forms {
  protected:
    XliffStale() {
        copy(std::filesystem::path{BROCHURE_SOURCE_ROOT} / "content");
        std::string dutch = text("nl");
        const std::string was = "\"één keer per vier weken\"";
        const std::size_t at = dutch.find(was);
        EXPECT_NE(at, std::string::npos);
        folder.write("content/botmetastasen/nl.md",
                     dutch.replace(at, was.size(), "\"één keer per zes weken\""));
    }
    [[nodiscard]] bool is_old() const { return GetParam().wish.xliff == XliffVersion::v1_2; }
    [[nodiscard]] static std::string with(std::string text, const std::string& from, const std::string& to) {
        const std::size_t at = text.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        return at == std::string::npos ? text : text.replace(at, from.size(), to);
    }
    // The piece alone, as the tool would save it.
    [[nodiscard]] std::string translated(const std::string& words) {
        std::string file = exported("en");
        const std::size_t piece = file.find("name=\"treatment/denosumab/frequency\"");
        std::string rest = file.substr(piece);
        rest = is_old()
                   ? with(rest, "state=\"needs-adaptation\">once every four weeks",
                          "state=\"translated\">" + words)
                   : with(with(rest, "state=\"initial\" subState=\"brochure:stale\"", "state=\"translated\""),
                          "<target>once every four weeks</target>\n      </segment>",
                          "<target>" + words + "</target>\n      </segment>");
        return file.substr(0, piece) + rest;
    }
};
INSTANTIATE_TEST_SUITE_P(Xliff, XliffStale, testing::Values(xliff_1, xliff_2), name_of);

TEST_P(XliffStale, PieceIsLeftOutUntilItIsTranslated) {
    const std::string file = exported("en");
    EXPECT_THAT(file, HasSubstr("<source>één keer per vier weken</source>"));
    const auto imported = import(file);
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->fuzzy, 1U);
    EXPECT_FALSE(imported->changed);
}

TEST_P(XliffStale, PieceComesInOnceItIsTranslated) {
    const auto imported = import(translated("once every six weeks"));
    ASSERT_TRUE(imported) << diag::as_text(sink.sorted());
    EXPECT_THAT(imported->taken, ElementsAre("treatment/denosumab/frequency"));
    EXPECT_THAT(text("en"), HasSubstr("\"once every six weeks\""));
}

TEST_P(XliffForms, RefuseAnotherFigureWithItsPlace) {
    copy(std::filesystem::path{BROCHURE_SOURCE_ROOT} / "content");
    const std::string before = text("en");
    std::string file = exported("en");
    const std::string date = "13 April 2023";
    const std::size_t at = file.find(date);
    ASSERT_NE(at, std::string::npos);
    const auto imported = import(file.replace(at, date.size(), "13 April 2033"));
    ASSERT_TRUE(imported);
    EXPECT_EQ(imported->refused, 1U);
    ASSERT_FALSE(sink.sorted().empty());
    const diag::Diagnostic told = sink.sorted().front();
    EXPECT_EQ(told.code, diag::code::value_differs);
    EXPECT_GT(told.place.line, 1U);
    EXPECT_GT(told.place.column, 1U);
    EXPECT_THAT(told.message, HasSubstr("'herkomst/p1'"));
    EXPECT_EQ(text("en"), before);
}

TEST(Sentences, ShowOneAtATime) {
    test::TemporaryFolder folder;
    std::filesystem::copy(std::filesystem::path{BROCHURE_SOURCE_ROOT} / "content", folder / "content",
                          std::filesystem::copy_options::recursive);
    Sink sink;
    const auto out = export_translation({folder.path(), BROCHURE_SOURCE_ROOT}, "botmetastasen", "en",
                                        {.form = Form::xliff, .by_sentences = true}, sink);
    ASSERT_TRUE(out);
    EXPECT_THAT(out->bytes, HasSubstr("<mrk mtype=\"seg\" mid=\"2\">"));
}

}  // namespace
}  // namespace brochure::translation
