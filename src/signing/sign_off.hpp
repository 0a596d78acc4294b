// SignOff: who approved a text to be handed out, and of what he approved.
// In: content/ID/LANG.signed.toml, and the seal of what the text says now (units/readable). Out: the sign-off
// that holds, if one does. It is bound to the seal and to nothing else: another word voids it, another date
// does not, and no newer date brings it back. Earlier ones are kept, so that it can be told who signed a leaf
// that turns up years later.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/project.hpp"

namespace brochure::signing {

struct SignOff {
    std::string seal;
    std::string edition;  // as the text calls itself
    std::string by;       // a role, not a name: "oncologist"
    base::Date on;
    std::optional<base::Date> until;  // to be asked again by then
};
using SignOffs = std::vector<SignOff>;  // the latest last

std::string sign_off_file(std::string_view brochure, std::string_view language);

// None where there is no such file. Nothing, and errors in the sink, if it cannot be understood.
std::optional<SignOffs> read_sign_offs(const document::ProjectFolders& folders, std::string_view brochure,
                                       std::string_view language, Sink& sink);
std::string written(const SignOffs& sign_offs);

// The latest for what a text says.
const SignOff* holding(const SignOffs& sign_offs, std::string_view seal);

}  // namespace brochure::signing
