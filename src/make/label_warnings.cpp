#include "make/label_warnings.hpp"

#include "diag/codes.hpp"
#include "document/files/language_file.hpp"
#include "document/markdown/borrowed_labels.hpp"
#include "record/verdict.hpp"

namespace brochure::make {

std::vector<diag::Diagnostic> LabelWarnings::brought_up_to_date(const record::Record& record) {
    std::vector<diag::Diagnostic> diagnostics = record.diagnostics;
    if (record::hold(record.asides, present_)) return diagnostics;
    std::erase_if(diagnostics,
                  [](const diag::Diagnostic& one) { return one.code == diag::code::labels_borrowed; });
    const auto& found = of(record.language);
    diagnostics.insert(diagnostics.end(), found.begin(), found.end());
    return diagnostics;
}

const std::vector<diag::Diagnostic>& LabelWarnings::of(const std::string& language) {
    const std::scoped_lock lock(finding_);
    const auto [at, is_new] = by_language_.try_emplace(language);
    if (is_new) {
        Sink known, found;
        const auto words = document::read_language(folders_, language, known);
        if (words) document::report_borrowed_labels(folders_, *words, found);
        at->second = found.sorted();
    }
    return at->second;
}

}  // namespace brochure::make
