// HouseWish: what the house wants of a text that nobody has signed for.
// In: without_sign_off in the house file, the sign-offs of a text, its seal. Out: whether its pages must say
// so, or a diagnostic that nothing may be made of it.
#pragma once

#include <string_view>

#include "diag/diagnostic.hpp"
#include "document/model/document.hpp"
#include "document/model/project.hpp"

namespace brochure::signing {

enum class WithoutSignOff {
    nothing,
    mark,    // every page says so
    refuse,  // no file is made of it
};

inline constexpr std::string_view not_signed = "not-signed";  // the code of what is told
// What every page then says, in the text's language.
inline constexpr std::string_view mark_label = "not_signed";

// Mistakes in the key are told in the sink; without a house file, or without the key, the house wants
// nothing.
WithoutSignOff house_wish(const document::ProjectFolders& folders, Sink& sink);

// With an error in the sink where the house refuses it, or no page can say so; with a warning where it is so.
bool says_unsigned(const document::ProjectFolders& folders, const document::Document& document,
                   std::string_view seal, Sink& sink);

// The cover and the page about the brochure say it where they say that no doctor has checked a text: there it
// is read aloud as well.
void say_unsigned(document::Document& document);

}  // namespace brochure::signing
