// Rules of reading, one function each.
// In: a document and its passages. Out: warnings. Words that a rule needs are in the language file; what is
// reckoned of Dutch and English alone is silent in others; all the rest holds in every language.
#pragma once

#include <optional>
#include <vector>

#include "base/date.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/document.hpp"
#include "lint/passages.hpp"

namespace brochure::lint {

using Passages = std::vector<Passage>;

void long_sentences(const document::Document& document, const Passages& passages, Sink& sink);
void long_paragraphs(const document::Document& document, const Passages& passages, Sink& sink);
// The average sentence, and the score of Flesch or Douma.
void readability(const document::Document& document, const Passages& passages, Sink& sink);

// A paragraph that ends in a colon with nothing after it to announce.
void missing_lists(const document::Document& document, Sink& sink);
void captions_that_repeat(const document::Document& document, Sink& sink);

void doubled_words(const document::Document& document, const Passages& passages, Sink& sink);
void spelling_variants(const document::Document& document, const Passages& passages, Sink& sink);
void capitals(const document::Document& document, const Passages& passages, Sink& sink);

// Numbers and sites that are neither the house's nor a source's.
void other_telephones(const document::Document& document, const Passages& passages, Sink& sink);
void other_addresses(const document::Document& document, const Passages& passages, Sink& sink);

void review_dates(const document::Document& document, const std::optional<base::Date>& today, Sink& sink);

}  // namespace brochure::lint
