// Addresses that a reader follows by a tap: telephone numbers, e-mail and web addresses.
// In: what an author wrote. Out: the one address that it surely means, or why it means none.
// A link that dials another number than the printed one does harm, so nothing is guessed: what is not exactly
// one number is refused.
#pragma once

#include <string>
#include <string_view>
#include <variant>

namespace brochure::document {

struct AddressFault {
    std::string message;  // one sentence
    std::string remedy;
};

using Address = std::variant<std::string, AddressFault>;

// "tel:+31123456780" of "+31 (0)12 345 67 80". Digits of any script; the 0 in brackets behind a country's
// code falls away, as it is not dialled there.
Address telephone_address(std::string_view written);

// An address that begins with https:// or http://, in any case, and names a site.
Address web_address(std::string_view written);

// The address of a Markdown link that leads out of the brochure: web, mailto: or tel:.
Address link_address(std::string_view written);

}  // namespace brochure::document
