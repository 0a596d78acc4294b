#include "make/gone.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "design/read.hpp"
#include "document/model/project.hpp"
#include "record/keeping.hpp"

namespace brochure::make {

namespace {

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// What a project has. What cannot be told counts as there: a disk that is not mounted must not cost a
// hospital its brochures.
class Stock {
  public:
    explicit Stock(const Project& project)
        : project_(project), layouts_(design::list_layouts(project.layout_folders)) {
        const auto all = document::list_brochures(project.folders.root);
        if (all.ok()) brochures_ = all.value();
    }
    bool has(const std::string& brochure, const std::string& language, const std::string& layout) {
        if (brochures_.empty() || layouts_.empty()) return true;
        if (!holds(brochures_, brochure) || !holds(layouts_, layout)) return false;
        const auto [known, is_new] = languages_.try_emplace(brochure);
        if (is_new) {
            const auto all = document::languages_of(project_.folders.root, brochure);
            if (all.ok()) known->second = all.value();
        }
        return !known->second || holds(*known->second, language);
    }

  private:
    const Project& project_;
    std::vector<std::string> layouts_, brochures_;
    std::map<std::string, std::optional<std::vector<std::string>>> languages_;  // by brochure
};

}  // namespace

void look_for_gone(const Project& project, const Request& request, Report& report) {
    Stock stock(project);
    report.gone = record::find_gone(
        request.output, [&](const std::string& brochure, const std::string& language,
                            const std::string& layout) { return stock.has(brochure, language, layout); });
    if (!request.prune || request.dry_run) return;
    report.pruned = true;
    for (const record::Gone& gone : report.gone) {
        if (const auto error = record::remove(gone)) report.refused.push_back(error->message);
    }
}

}  // namespace brochure::make
