// How long `status` takes over a house with many brochures: 300 small ones in seven languages each,
// confirmed.
#include <benchmark/benchmark.h>
#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/file.hpp"
#include "support/temporary_folder.hpp"
#include "translation/status.hpp"

namespace brochure::translation {
namespace {

namespace fs = std::filesystem;

constexpr int brochures = 300;
const std::vector<std::string> translations{"ar", "en", "pl", "tr", "uk", "zh"};

// The small project of the tests, many times; its English stands for every other language.
class ManyBrochures {
  public:
    ManyBrochures() {
        const fs::path root{BROCHURE_SOURCE_ROOT}, small = root / "tests/data/mini/content/verband";
        fs::create_directories(folder_ / "content");
        for (const std::string name : {"house", "languages"})
            fs::copy(root / "content" / name, folder_ / "content" / name, fs::copy_options::recursive);
        const std::string facts = base::read_file(small / "brochure.toml", 1U << 20U).value();
        for (int i = 0; i < brochures; ++i) {
            const std::string id = fmt::format("verband-{}", i);
            fs::copy(small, folder_ / "content" / id, fs::copy_options::recursive);
            std::string own = facts;
            own.replace(own.find("verband"), std::string_view{"verband"}.size(), id);
            folder_.write("content/" + id + "/brochure.toml", own);
            for (const std::string& language : translations) add(id, language);
        }
        ids_ = document::list_brochures(folder_.path()).value();
    }
    [[nodiscard]] document::ProjectFolders folders() const { return {folder_.path(), {}}; }
    [[nodiscard]] const std::vector<std::string>& ids() const { return ids_; }

  private:
    void add(const std::string& id, const std::string& language) {
        const std::string text = "content/" + id + "/" + language + ".md";
        if (language != "en") fs::copy_file(folder_ / ("content/" + id + "/en.md"), folder_ / text);
        // A lock names no brochure: one fits all.
        if (const auto known = locks_.find(language); known != locks_.end()) {
            folder_.write(units::lock_file(id, language), known->second);
            return;
        }
        Sink sink;
        const auto confirmed = confirm(folders(), id, language, {}, sink);
        if (!confirmed) throw std::runtime_error("the small project cannot be confirmed");
        folder_.write(confirmed->file, confirmed->lock);
        locks_[language] = confirmed->lock;
    }

    test::TemporaryFolder folder_;
    std::map<std::string, std::string> locks_;
    std::vector<std::string> ids_;
};

void StatusOfManyBrochures(benchmark::State& state) {
    const ManyBrochures many;
    std::size_t complete = 0;
    for (auto _ : state) {
        Sink sink;
        const auto all = status_of(many.folders(), many.ids(), {2026, 11, 29}, sink);
        complete = static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [](const auto& one) {
            return !one.master && one.standing == Standing::complete;
        }));
    }
    state.counters["complete"] = static_cast<double>(complete);
}
BENCHMARK(StatusOfManyBrochures)->Unit(benchmark::kMillisecond)->UseRealTime();

}  // namespace
}  // namespace brochure::translation
