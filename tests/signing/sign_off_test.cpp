// What a sign-off is bound to: 1 000 edits after it, of which every one that a reader could see voids it, and
// none that he could not.
#include "signing/sign_off.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <functional>
#include <random>

#include "base/digest.hpp"
#include "document/files/shared_files.hpp"
#include "support/small_brochure.hpp"
#include "units/readable.hpp"

namespace brochure::signing {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

const std::string front_matter = R"(summary = "Waar het over gaat."
key_messages = ["Houd het droog."]
reviewed = true

[[treatment]]
id = "zalf"
name = "Zalf"
aim = "jeuk verminderen"
section = "zalven"

[[glossary]]
id = "verband"
term = "verband"
meaning = "Een strook stof."
)";

const std::string body = R"(## Zalven {#zalven}

Smeer elke dag 5 gram zalf.[^stof] Kijk ook bij [Bellen](#bellen) [@boek].

- Houd het droog.
- Was uw handen.

| Dag | Wat |
| --- | --- |
| Maandag | niets |

![Een arm.](arm "Het verband.")

> [!WARNING]
> Bel bij 39 graden koorts.

## Bellen {#bellen}

Meer staat op [de website](https://zalf.example/).

[^stof]: Van katoen.
)";

class SignedText : public ::testing::Test {
  protected:
    SignedText() { test::write_project(folder, {body, front_matter}); }
    [[nodiscard]] document::ProjectFolders folders() const { return {folder.path(), BROCHURE_SOURCE_ROOT}; }
    [[nodiscard]] std::string seal() const {
        Sink sink;
        const auto document = document::read_document(folders(), "proef", "nl", sink);
        EXPECT_TRUE(document && !sink.has_errors()) << diag::as_text(sink.sorted());
        if (!document) return {};
        units::PictureDigests pictures;
        for (const document::Image* image : units::pictures_of(*document))
            pictures[image->id] = base::sha256(base::read_file(image->file, 1 << 20).value());
        return units::seal_of(*document, pictures);
    }
    void edit(const std::string& file, const std::string& from, const std::string& to) const {
        std::string text = folder.bytes_of(file);
        const std::size_t at = text.find(from);
        ASSERT_NE(at, std::string::npos) << file << " lacks " << from;
        folder.write(file, text.replace(at, from.size(), to));
    }

    test::TemporaryFolder folder;
};

constexpr const char* nl = "content/proef/nl.md";
constexpr const char* facts = "content/proef/brochure.toml";
constexpr const char* house = "content/house/house.toml";

struct Edit {
    const char* file;
    const char* from;
    const char* to;  // {} is filled in by chance
};

// Each changes what a reader sees, hears or is led to.
const std::vector<Edit> visible{
    {nl, "5 gram", "{} gram"},
    {nl, "elke dag", "elke {} dagen"},
    {nl, "Houd het droog.\n- Was", "Houd het {} uur droog.\n- Was"},
    {nl, "- Houd het droog.\n- Was uw handen.", "- Was uw handen.\n- Houd het droog {}."},
    {nl, "- Houd het droog.\n- Was uw handen.", "1. Houd het {} droog.\n2. Was uw handen."},
    {nl, "## Bellen", "## Bellen {}"},
    {nl, "[!WARNING]", "[!NOTE] Let {} op"},
    {nl, "> [!WARNING]", "> [!CAUTION]"},
    {nl, "Was uw handen", "Was **uw** {} handen"},
    {nl, "zalf.example/", "zalf.example/{}"},
    {nl, "| Maandag | niets |", "| Maandag | niets |\n| Dinsdag | {} |"},
    {nl, "| Maandag |", "| Maandag {} |"},
    {nl, "Een arm.", "Een arm {}."},
    {nl, "\"Het verband.\"", "\"Het verband {}.\""},
    {nl, "Van katoen", "Van {} katoen"},
    {nl, "title = \"De titel\"", "title = \"De titel {}\""},
    {nl, "reviewed = true", "reviewed = false"},
    {nl, "jeuk verminderen", "jeuk {} verminderen"},
    {nl, "term = \"verband\"", "term = \"verband {}\""},
    {nl, "Een strook stof", "Een strook stof {}"},
    {nl, "[@boek]", "[@folder]"},
    {facts, "edition = \"1\"", "edition = \"1{}\""},
    {facts, "author = \"Tekenaar\"", "author = \"Tekenaar {}\""},
    {facts, "licence = \"CC BY 4.0\"", "licence = \"CC BY 4.0 {}\""},
    {facts, "title = \"Het boek\"", "title = \"Het boek {}\""},
    {facts, "https://boek.example/", "https://boek.example/{}"},
    {house, "012 345 67 80", "012 345 68 {}"},
    {house, "hours = \"werkdagen\"", "hours = \"werkdagen tot {} uur\""},
    {house, "Proefweg 1", "Proefweg 1{}"},
    {"content/house/disclaimer.nl.md", "Vraag uw arts", "Vraag {} uw arts"},
    {"content/proef/arm.svg", "width=\"100\" height=\"50\" fill", "width=\"{}\" height=\"50\" fill"},
};

// None is seen on any page.
const std::vector<Edit> invisible{
    {facts, "updated = 2026-03-01", "updated = 2026-04-{}"},
    {facts, "review_by = 2028-03-01", "review_by = 2028-04-{}"},
    {facts, "seen = 2026-02-01", "seen = 2026-02-{}"},
    {facts, "id = \"proef\"", "# bijgewerkt, {}\nid = \"proef\""},
    {house, "name = \"Testziekenhuis\"", "name = \"Testziekenhuis\"  # {}"},
    {house, "[nl]", "[xx]\ndepartment = \"{}\"\n\n[nl]"},
    {nl, "Smeer elke dag", "Smeer\nelke dag"},
    {nl, "- Houd het droog.\n- Was", "* Houd het droog.\n* Was"},
    {nl, "| Maandag | niets |", "|  Maandag   |niets   |"},
    {nl, "Zalven {#zalven}", "Zalven  {#zalven}"},
    {nl, "\n## Bellen", "\n\n\n## Bellen"},
    {nl, "reviewed = true", "reviewed = true  # {}"},
    {"content/andere/README.md", "", "{}"},
};

TEST_F(SignedText, AThousandEditsVoidItWhereAReaderCouldSeeThemAndOnlyThere) {
    std::mt19937 chance{20261129};
    const std::string signed_seal = seal();
    folder.write("content/andere/README.md", "");
    for (int i = 0; i < 1000; ++i) {
        const bool seen = chance() % 2 == 0;
        const std::vector<Edit>& edits = seen ? visible : invisible;
        const Edit& one = edits[chance() % edits.size()];
        constexpr unsigned least = 10, most = 28;  // a day of a month, and no number of the texts
        const std::string number = std::to_string(least + chance() % (most - least));
        std::string to = one.to;
        if (const std::size_t at = to.find("{}"); at != std::string::npos) to.replace(at, 2, number);
        const std::string before = folder.bytes_of(one.file);
        edit(one.file, one.from, to);
        EXPECT_EQ(seal() != signed_seal, seen) << one.file << ": " << one.from << " -> " << to;
        folder.write(one.file, before);
        if (HasFailure()) return;
    }
}

TEST(SignOffs, AreReadAsTheyWereWritten) {
    const test::TemporaryFolder folder;
    const SignOffs all{{std::string(64, 'a'), "1", "arts \"A\"", {2026, 3, 1}, {}},
                       {std::string(64, 'b'), "2", "arts", {2026, 4, 1}, base::Date{2028, 4, 1}}};
    folder.write(sign_off_file("x", "nl"), written(all));
    Sink sink;
    const auto read = read_sign_offs({folder.path(), {}}, "x", "nl", sink);
    ASSERT_TRUE(read) << diag::as_text(sink.sorted());
    EXPECT_EQ(written(*read), written(all));
    ASSERT_NE(holding(*read, std::string(64, 'b')), nullptr);
    EXPECT_EQ(holding(*read, std::string(64, 'b'))->until, (base::Date{2028, 4, 1}));
    EXPECT_EQ(holding(*read, std::string(64, 'c')), nullptr);
}

TEST(SignOffs, ThatWereTamperedWithAreRefused) {
    const test::TemporaryFolder folder;
    folder.write(sign_off_file("x", "nl"),
                 "[[sign_off]]\nseal = \"abc\"\nedition = \"1\"\nby = \"arts\"\non = 2026-03-01\n");
    Sink sink;
    EXPECT_FALSE(read_sign_offs({folder.path(), {}}, "x", "nl", sink));
    EXPECT_TRUE(sink.has_errors());
}

TEST(SignOffs, WithoutAFileThereAreNone) {
    const test::TemporaryFolder folder;
    Sink sink;
    const auto read = read_sign_offs({folder.path(), {}}, "x", "nl", sink);
    ASSERT_TRUE(read);
    EXPECT_THAT(*read, IsEmpty());
}

}  // namespace
}  // namespace brochure::signing
