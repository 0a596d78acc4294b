#include "lint/lint.hpp"

#include "design/read.hpp"
#include "lint/page_rules.hpp"
#include "lint/passages.hpp"
#include "lint/text_rules.hpp"

namespace brochure::lint {

void check_text(const document::Document& document, const std::optional<base::Date>& today, Sink& sink) {
    const std::vector<Passage> passages = passages_of(document);
    long_sentences(document, passages, sink);
    long_paragraphs(document, passages, sink);
    readability(document, passages, sink);
    missing_lists(document, sink);
    captions_that_repeat(document, sink);
    doubled_words(document, passages, sink);
    spelling_variants(document, passages, sink);
    capitals(document, passages, sink);
    other_telephones(document, passages, sink);
    other_addresses(document, passages, sink);
    review_dates(document, today, sink);
}

void check_pages(const Setting& setting, Sink& sink) {
    design::reading_warnings(setting.design, sink);
    measure(setting, sink);
    hyphens(setting, sink);
    small_letters(setting, sink);
}

}  // namespace brochure::lint
