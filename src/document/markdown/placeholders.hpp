// Placeholders: words of a new brochure that its author has yet to replace.
// In: an author's texts. Out: a warning for each that is still there; an edition for print makes it an error
// (make/make.cpp). A placeholder stands between braces, {name of the hospital}: no text has them otherwise,
// and who reads a draft sees what is missing.
#pragma once

#include <string>
#include <string_view>

#include "document/model/source_text.hpp"

namespace brochure::document {

// True if some of the text is yet to be filled in.
bool is_placeholder(std::string_view text);

// "{words}", unless it stands between braces already.
std::string as_placeholder(const std::string& words);

void report_placeholder(std::string_view words, const Place& place, Sink& sink);

// Reports every placeholder of a text, and what earlier starters wrote without braces. Gives the text back,
// such a starter's words between braces.
std::string report_placeholders(const SourceText& source, Sink& sink);

}  // namespace brochure::document
