// LabelWarnings: what is told of a language file beside those of other languages. In: a record. Out: its
// diagnostics as they would be found now: where another language's file has changed, no page is another, but
// this warning may be. For many threads.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"
#include "document/model/project.hpp"
#include "record/present.hpp"
#include "record/record.hpp"

namespace brochure::make {

class LabelWarnings {
  public:
    LabelWarnings(const document::ProjectFolders& folders, record::Present& present)
        : folders_(folders), present_(present) {}

    std::vector<diag::Diagnostic> brought_up_to_date(const record::Record& record);

  private:
    const std::vector<diag::Diagnostic>& of(const std::string& language);

    const document::ProjectFolders& folders_;
    record::Present& present_;
    std::mutex finding_;
    std::map<std::string, std::vector<diag::Diagnostic>> by_language_;
};

}  // namespace brochure::make
