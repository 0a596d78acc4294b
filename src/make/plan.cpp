#include "make/plan.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <utility>

#include "base/ascii.hpp"
#include "base/file.hpp"
#include "base/nearest.hpp"
#include "design/read.hpp"
#include "diag/codes.hpp"
#include "document/model/project.hpp"

namespace brochure::make {

namespace {

namespace fs = std::filesystem;

// What is named twice is made once.
template <class T>
std::vector<T> once_each(const std::vector<T>& names) {
    std::vector<T> once;
    for (const T& name : names) {
        if (std::find(once.begin(), once.end(), name) == once.end()) once.push_back(name);
    }
    return once;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string list_of(const std::vector<std::string>& names) {
    std::string list;
    for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
    return list.empty() ? "There is none." : fmt::format("There are: {}.", list);
}

// The known name that was meant, or all there are.
std::string remedy_for(const std::string& name, const std::vector<std::string>& known) {
    if (const auto near = base::nearest_name(name, known)) return fmt::format("Did you mean '{}'?", *near);
    return list_of(known);
}

// Two tags one letter apart are two languages, not a slip: only one that differs in capitals, a turned-about
// pair or what stands behind the language is what was meant.
std::string remedy_for_language(const std::string& tag, const std::vector<std::string>& known) {
    const std::string wanted = base::ascii_lower(tag);
    const std::string language = wanted.substr(0, wanted.find_first_of("-_"));
    const std::string turned{language.rbegin(), language.rend()};
    for (const std::string& one : known) {
        const std::string other = base::ascii_lower(one);
        if (other == wanted || other.substr(0, other.find('-')) == language || other == turned)
            return fmt::format("Did you mean '{}'?", one);
    }
    return list_of(known);
}

// "layouts/ours.toml" and "ours.toml" mean the layout "ours".
std::string layout_name(std::string written) {
    constexpr std::string_view folder = "layouts/", ending = ".toml";
    if (written.starts_with(folder)) written.erase(0, folder.size());
    if (written.ends_with(ending) && written.size() > ending.size())
        written.resize(written.size() - ending.size());
    return written;
}

std::vector<std::string> layouts_in(const std::vector<fs::path>& folders) {
    std::set<std::string> names;
    for (const fs::path& folder : folders) {
        const auto files = base::list_folder(folder);
        if (!files.ok()) continue;
        for (const base::Entry& entry : files.value()) {
            const fs::path file = entry.name;
            if (file.extension() == ".toml") names.insert(file.stem().string());
        }
    }
    return {names.begin(), names.end()};
}

class Planner {
  public:
    Planner(const Project& project, const Request& request, Report& report)
        : project_(project), request_(request), report_(report) {}

    Plan plan() {
        Plan plan;
        const std::vector<Wanted> wanted = layouts(plan);
        const std::vector<std::string> brochures = this->brochures();
        const std::vector<std::string> languages = known_languages(brochures);
        for (const std::string& brochure : brochures) {
            for (const std::string& language : languages_of(brochure, languages)) {
                for (const Wanted& layout : wanted) add(plan.jobs, brochure, language, layout);
            }
        }
        return plan;
    }

  private:
    struct Wanted {
        std::string name;
        const design::Design* layout = nullptr;
        const base::Reads* reads = nullptr;
    };

    void misused(const std::string& message, const std::string& remedy) {
        report_.misused.push_back(message + " " + remedy);
    }

    // With a broken layout the texts are read all the same, so that all mistakes are shown at once.
    std::vector<Wanted> layouts(Plan& plan) {
        const std::vector<std::string> known = layouts_in(project_.layout_folders);
        std::vector<std::string> names;
        for (const std::string& written : request_.layouts) names.push_back(layout_name(written));
        std::vector<Wanted> wanted;
        for (const std::string& name : once_each(names)) {
            if (!holds(known, name)) {
                misused(fmt::format("There is no layout '{}'.", name), remedy_for(name, known));
                continue;
            }
            base::Reads& reads = plan.layout_reads[name];
            wanted.push_back({name, nullptr, &reads});
            const base::Observing observing(reads);
            // The files that are made are named brochure.language.layout.edition: a dot more, and two of them
            // could have one name.
            if (name.find('.') != std::string::npos) {
                report_.diagnostics.error(
                    diag::code::id_invalid, {fmt::format("layouts/{}.toml", name), 0, 0},
                    fmt::format("a layout that PDFs are made in has no dot in its name, as '{}' has", name),
                    "Give the file a name with hyphens in place of dots.");
            } else if (auto layout = read_layout(name, project_, request_, report_.diagnostics);
                       layout && may_have_pages(*layout)) {
                wanted.back().layout = &plan.layouts.insert_or_assign(name, std::move(*layout)).first->second;
            }
        }
        return wanted;
    }

    // What the layout file may not ask for, the command line may not either.
    bool may_have_pages(const design::Design& layout) {
        const auto missed = design::missed_multiple(layout.copyfitting.pages, layout.page);
        if (!missed || !request_.pages) return true;
        misused(fmt::format("--pages is {}, and {}.", *request_.pages, missed->reason),
                fmt::format("Ask for {} pages.", missed->instead));
        return false;
    }

    std::vector<std::string> brochures() {
        const auto all = document::list_brochures(project_.folders.root);
        if (!all.ok()) {
            report_.refused.push_back(all.error().message);
            return {};
        }
        if (request_.brochures.empty()) {
            if (all.value().empty()) {
                report_.diagnostics.error(diag::code::file_missing, {"content", 0, 0},
                                          "There is no brochure in this project.",
                                          "Start one with: brochure new ID");
            }
            return all.value();
        }
        std::vector<std::string> known;
        for (const std::string& name : once_each(request_.brochures)) {
            if (holds(all.value(), name))
                known.push_back(name);
            else
                misused(fmt::format("There is no brochure '{}'.", name), remedy_for(name, all.value()));
        }
        return known;
    }

    const std::vector<std::string>& all_languages_of(const std::string& brochure) {
        const auto [known, is_new] = languages_.try_emplace(brochure);
        if (!is_new) return known->second;
        const auto all = document::languages_of(project_.folders.root, brochure);
        if (all.ok())
            known->second = all.value();
        else
            report_.refused.push_back(all.error().message);
        return known->second;
    }

    // Of the languages that are wanted, those that some brochure has. Where the brochures are not named, one
    // without a language is passed over: the language is a filter then.
    std::vector<std::string> known_languages(const std::vector<std::string>& brochures) {
        std::vector<std::string> known;
        for (const std::string& tag : once_each(request_.languages)) {
            const bool had = std::any_of(brochures.begin(), brochures.end(), [&](const std::string& one) {
                return holds(all_languages_of(one), tag);
            });
            if (had || !request_.brochures.empty() || brochures.empty()) {
                known.push_back(tag);
                continue;
            }
            std::set<std::string> all;
            for (const std::string& one : brochures)
                all.insert(all_languages_of(one).begin(), all_languages_of(one).end());
            misused(fmt::format("No brochure has a text in '{}'.", tag),
                    remedy_for_language(tag, {all.begin(), all.end()}));
        }
        return known;
    }

    std::vector<std::string> languages_of(const std::string& brochure,
                                          const std::vector<std::string>& wanted) {
        const std::size_t refused = report_.refused.size();
        const std::vector<std::string>& all = all_languages_of(brochure);
        if (report_.refused.size() > refused) return {};
        if (request_.languages.empty()) {
            if (all.empty()) {
                report_.diagnostics.error(
                    diag::code::file_missing, {"content/" + brochure, 0, 0},
                    fmt::format("The brochure '{}' has no text in any language.", brochure),
                    "Add a Markdown file named after its language, such as nl.md.");
            }
            return all;
        }
        std::vector<std::string> known;
        for (const std::string& tag : wanted) {
            if (holds(all, tag))
                known.push_back(tag);
            else if (!request_.brochures.empty())
                misused(fmt::format("The brochure '{}' has no text in '{}'.", brochure, tag),
                        remedy_for_language(tag, all));
        }
        return known;
    }

    void add(std::vector<Job>& jobs, const std::string& brochure, const std::string& language,
             const Wanted& wanted) {
        if (!request_.shard.has(brochure + "." + language + "." + wanted.name)) return;
        Job job{brochure, language, wanted.name, wanted.layout, wanted.reads, {}};
        const std::vector<design::Edition> own =
            wanted.layout != nullptr ? wanted.layout->editions : design::Design{}.editions;
        for (const design::Edition edition : once_each(request_.editions.empty() ? own : request_.editions)) {
            Output output;
            output.brochure = brochure;
            output.language = language;
            output.layout = wanted.name;
            output.edition = edition;
            output.file = request_.output / brochure /
                          fmt::format("{}.{}.{}{}", brochure, language, wanted.name,
                                      file_ending(edition, request_.greyscale));
            // No two share a file: not on a disk either that knows no capitals. With a broken layout none is
            // written.
            if (wanted.layout == nullptr || paths_.insert(base::ascii_lower(output.file.string())).second)
                job.outputs.push_back(std::move(output));
            else
                report_.refused.push_back(fmt::format("two outputs would be written to {}; the second is not",
                                                      output.file.string()));
        }
        jobs.push_back(std::move(job));
    }

    const Project& project_;
    const Request& request_;
    Report& report_;
    std::map<std::string, std::vector<std::string>> languages_;  // by brochure
    std::set<std::string> paths_;
};

}  // namespace

std::optional<design::Design> read_layout(const std::string& name, const Project& project,
                                          const Request& request, Sink& sink, int more_lines) {
    auto layout = design::read_layout(name, project.layout_folders, project.folders.root, sink, more_lines);
    if (!layout || !request.pages) return layout;
    layout->copyfitting.pages = *request.pages;
    layout->copyfitting.pages_asked = true;
    return layout;
}

Plan plan(const Project& project, const Request& request, Report& report) {
    return Planner(project, request, report).plan();
}

}  // namespace brochure::make
