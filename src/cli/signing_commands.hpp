// Signing: what `sign-off` and `verify` do, and what `status` says of it.
// In: the project's folders and what was asked. Out: what is printed, and an exit code. `sign-off` replaces
// one file, whole or not at all; `verify` writes nothing.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "document/model/project.hpp"
#include "make/sealed.hpp"

namespace brochure::cli {

struct SignOffRequest {
    std::string brochure, language, by;
    base::Date today;
    std::optional<base::Date> until;
    bool json = false;
};
int sign_off(const document::ProjectFolders& folders, const SignOffRequest& request);

struct VerifyRequest {
    std::string what;  // a code, or a file
    std::filesystem::path output;
    bool json = false;
};
int verify(const document::ProjectFolders& folders, const VerifyRequest& request);

}  // namespace brochure::cli
