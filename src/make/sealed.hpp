// Sealed: what texts say now, what was signed for, and which of it a code on a leaf is of.
// In: a project, and where it is built to. Out: per brochure and language the seal of today and its
// sign-offs; for a code the text that had it, now or once. Writes nothing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/project.hpp"
#include "signing/sign_off.hpp"

namespace brochure::make {

struct Sealed {
    std::string brochure, language, edition;
    std::string seal;  // empty: the text has mistakes
    signing::SignOffs sign_offs;

    [[nodiscard]] const signing::SignOff* holding() const { return signing::holding(sign_offs, seal); }
};

// Of all languages of a brochure, or of one.
std::vector<Sealed> sealed(const document::ProjectFolders& folders, const std::string& brochure,
                           const std::string& language, Sink& sink);

struct Verified {
    std::string brochure, language, edition, code;
    bool superseded = false;            // the text says something else by now
    std::string edition_now, code_now;  // of the text as it stands; empty: it is gone, or has mistakes
    std::optional<signing::SignOff> signed_off;
};

// Nothing if no text of the project, none that was signed for and no record in `output` has the code.
std::optional<Verified> verified(const document::ProjectFolders& folders, const std::filesystem::path& output,
                                 const std::string& code, Sink& sink);

// The code that a file of ours says it has; an error if there is none in it, or it cannot be read.
base::Result<std::string> code_in(const std::filesystem::path& pdf);

}  // namespace brochure::make
