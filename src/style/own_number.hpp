// Own number: whether a call-out says itself whom to ring. Then the house's emergency number is not printed
// below it: of two numbers a reader in need may dial the wrong one.
// In: a call-out and its document. Out: true for a number that is none of the house's: written out, linked,
// or short (112, or one right behind the language's word for “call”).
#pragma once

#include "document/model/document.hpp"

namespace brochure::style {

bool names_own_number(const document::CallOut& call_out, const document::Document& document);

}  // namespace brochure::style
