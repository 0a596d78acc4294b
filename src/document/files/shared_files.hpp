// SharedFiles: what many texts have in common: the language files, the house file and its disclaimers, and
// the brochure.toml of all languages of a brochure. In: the project's folders. Out: what they hold, each read
// once, with what was found wrong in it told to everyone who asks. Files that change meanwhile are not read
// again. May be used by several threads.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/read_once.hpp"
#include "document/files/brochure_file.hpp"
#include "document/model/document.hpp"
#include "document/model/project.hpp"

namespace brochure::document {

// The words of the house for one language.
struct HouseWords {
    House house;
    std::vector<Block> disclaimer;
};

class SharedFiles {
  public:
    explicit SharedFiles(ProjectFolders folders) : folders_(std::move(folders)) {}

    [[nodiscard]] const ProjectFolders& folders() const { return folders_; }
    std::optional<Language> language(const std::string& tag, Sink& sink);
    std::optional<BrochureFile> brochure(const std::string& id, Sink& sink);
    // Labels that a language has from another.
    void report_borrowed_labels(const Language& language, Sink& sink);
    HouseWords house(const Language& language, Sink& sink);

  private:
    template <class Value>
    struct Told {
        Value value;
        Sink sink;
    };
    template <class Value>
    using Files = base::ReadOnce<std::string, Told<Value>>;  // by name
    template <class Value, class Read>
    static Value once(Files<Value>& files, const std::string& name, Sink& sink, const Read& read);

    ProjectFolders folders_;
    Files<std::optional<Language>> languages_;
    Files<std::optional<BrochureFile>> brochures_;
    Files<bool> borrowed_;
    Files<HouseWords> houses_;
};

}  // namespace brochure::document
