// 500 mistakes put into the sample's translations, each by itself: what `check` finds of them, and what it
// says of the texts without any. The sample has few doses, so each text has a section of them put behind it,
// the same in every language.
#include "support/planted_errors.hpp"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "base/file.hpp"
#include "diag/render.hpp"
#include "document/files/read.hpp"
#include "support/temporary_folder.hpp"
#include "translation/values.hpp"
#include "units/unit.hpp"
#include "units/values.hpp"

namespace brochure::translation {
namespace {

using test::Mistake;

constexpr std::size_t planted_errors = 500;
const std::vector<std::string> languages{"en", "uk", "tr", "pl", "ar", "zh"};

// The sample with its section of doses.
class Sample {
  public:
    Sample() {
        namespace fs = std::filesystem;
        const fs::path source{BROCHURE_SOURCE_ROOT};
        fs::create_directories(folder_ / "content");
        for (const std::string name : {"content/botmetastasen", "content/house"})
            fs::copy(source / name, folder_ / name, fs::copy_options::recursive);
        for (const std::string& language : with_master()) {
            texts_[language] = bytes(source / "content/botmetastasen" / (language + ".md")) +
                               bytes(fs::path{BROCHURE_TEST_DATA} / "data/planted" / (language + ".md"));
        }
        master_ = read("nl", texts_["nl"]);
        values_.emplace(*master_);
    }
    [[nodiscard]] const std::string& text(const std::string& language) const { return texts_.at(language); }
    [[nodiscard]] const document::Document& master() const { return *master_; }

    // What `check` says when it compares the translation with its master.
    std::vector<diag::Diagnostic> told(const std::string& language, const std::string& text) {
        const auto translation = read(language, text);
        if (!translation) throw std::runtime_error(language + " cannot be read");
        Sink sink;
        document::compare_translation(*master_, *translation, sink);
        values_->compare(*translation, sink);
        return sink.sorted();
    }
    std::optional<document::Document> read(const std::string& language, const std::string& text) {
        Sink ignored;  // a lost note leaves its words unused
        return document::read_document(shared_, "botmetastasen", language, text, ignored);
    }

  private:
    static std::vector<std::string> with_master() {
        std::vector<std::string> all = languages;
        all.emplace_back("nl");
        return all;
    }
    static std::string bytes(const std::filesystem::path& file) {
        return base::read_file(file, 1 << 20).value();
    }
    test::TemporaryFolder folder_;
    document::SharedFiles shared_{{folder_.path(), BROCHURE_SOURCE_ROOT}};
    std::map<std::string, std::string> texts_;
    std::optional<document::Document> master_;
    std::optional<ValueComparison> values_;
};

// Whether what was said is about the mistake: a lost item alone is told by the shape of the text.
bool is_told(Mistake mistake, const std::vector<diag::Diagnostic>& told) {
    return std::any_of(told.begin(), told.end(), [&](const diag::Diagnostic& diagnostic) {
        switch (mistake) {
            case Mistake::negation:
                return diagnostic.code == "negation-differs";
            case Mistake::mark:
                return diagnostic.code == "mark-differs";
            case Mistake::row:
            case Mistake::item:
                return diagnostic.code.starts_with("translation-");
            default:
                return diagnostic.code == "value-differs";
        }
    });
}

TEST(PlantedErrors, AreFound) {
    Sample sample;
    std::map<Mistake, std::size_t> planted, found;
    std::string missed;
    std::map<std::string, test::ErrorPlanter> planters;
    for (const std::string& language : languages)
        planters.try_emplace(language, language, sample.text(language));
    for (unsigned seed = 1, count = 0; count < planted_errors && seed < 50 * planted_errors; ++seed) {
        const std::string& language = languages[seed % languages.size()];
        const Mistake mistake = test::mistakes[seed / languages.size() % test::mistakes.size()];
        const auto error = planters.at(language).plant(mistake, seed);
        if (!error) continue;
        ++count;
        ++planted[mistake];
        if (is_told(mistake, sample.told(language, error->text))) {
            ++found[mistake];
        } else {
            missed +=
                fmt::format("{} {}: '{}' became '{}'\n", language,
                            test::mistake_names[static_cast<std::size_t>(mistake)], error->was, error->is);
        }
    }
    std::size_t all = 0;
    for (const Mistake mistake : test::mistakes) {
        all += planted[mistake];
        const std::size_t least =
            mistake == Mistake::negation ? (planted[mistake] * 4 + 4) / 5 : planted[mistake];
        EXPECT_GE(found[mistake], least) << test::mistake_names[static_cast<std::size_t>(mistake)] << ": "
                                         << found[mistake] << " of " << planted[mistake] << " found\n"
                                         << missed;
        EXPECT_GT(planted[mistake], 0U);
    }
    EXPECT_EQ(all, planted_errors);
    RecordProperty("negations",
                   fmt::format("{} of {}", found[Mistake::negation], planted[Mistake::negation]));
}

TEST(PlantedErrors, AreNotSeenWhereThereAreNone) {
    Sample sample;
    std::size_t numbers = 0;
    for (const std::string& language : languages) {
        EXPECT_EQ(diag::as_text(sample.told(language, sample.text(language))), "") << language;
        const auto document = sample.read(language, sample.text(language));
        const units::ValueReader reader{document->language};
        for (const units::Unit& unit : units::units_of(*document))
            numbers += reader.values_of(unit.text.words).size();
    }
    // With no alarm at all, this many numbers say how much that is worth.
    EXPECT_GT(numbers, 300U);
}

}  // namespace
}  // namespace brochure::translation
