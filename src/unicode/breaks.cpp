#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <map>
#include <memory>

#include "base/must.hpp"
#include "unicode/locale.hpp"
#include "unicode/unicode.hpp"

namespace brochure::unicode {

namespace {

enum class Unit { line, word, grapheme, sentence };

std::unique_ptr<icu::BreakIterator> new_iterator(Unit unit, const std::string& language) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Locale locale = locale_for(language);
    std::unique_ptr<icu::BreakIterator> iterator;
    switch (unit) {
        case Unit::line:
            iterator.reset(icu::BreakIterator::createLineInstance(locale, status));
            break;
        case Unit::word:
            iterator.reset(icu::BreakIterator::createWordInstance(locale, status));
            break;
        case Unit::grapheme:
            iterator.reset(icu::BreakIterator::createCharacterInstance(locale, status));
            break;
        case Unit::sentence:
            iterator.reset(icu::BreakIterator::createSentenceInstance(locale, status));
            break;
    }
    base::must(U_SUCCESS(status) && iterator, "ICU has no rules for breaks in a text.");
    return iterator;
}

// A break iterator holds the text it walks, so every thread has its own; making one costs more than a
// paragraph.
icu::BreakIterator& iterator_for(Unit unit, const std::string& language) {
    thread_local std::map<std::pair<Unit, std::string>, std::unique_ptr<icu::BreakIterator>> iterators;
    auto& iterator = iterators[{unit, language}];
    if (!iterator) iterator = new_iterator(unit, language);
    return *iterator;
}

// Calls visit(start, end, rule status at end) for every piece of the text. ICU reads the UTF-8 in place, so
// its positions are byte offsets and need no map back from UTF-16.
template <class Visit>
void for_each_piece(Unit unit, std::string_view text, const std::string& language, Visit visit) {
    if (text.empty()) return;
    icu::BreakIterator& iterator = iterator_for(unit, language);
    UErrorCode status = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<std::int64_t>(text.size()), &status);
    iterator.setText(&view, status);
    base::must(U_SUCCESS(status), "ICU could not read a text.");
    std::int32_t start = iterator.first();
    for (std::int32_t end = iterator.next(); end != icu::BreakIterator::DONE; end = iterator.next()) {
        visit(static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), iterator.getRuleStatus());
        start = end;
    }
    utext_close(&view);
}

}  // namespace

std::vector<LineOpportunity> line_opportunities(std::string_view text, const std::string& language) {
    std::vector<LineOpportunity> opportunities;
    for_each_piece(Unit::line, text, language, [&](std::uint32_t, std::uint32_t end, std::int32_t status) {
        opportunities.push_back({end, status >= UBRK_LINE_HARD || end == text.size()});
    });
    if (opportunities.empty()) opportunities.push_back({0, true});
    return opportunities;
}

std::vector<std::uint32_t> grapheme_starts(std::string_view text) {
    std::vector<std::uint32_t> starts;
    for_each_piece(Unit::grapheme, text, "",
                   [&](std::uint32_t start, std::uint32_t, std::int32_t) { starts.push_back(start); });
    return starts;
}

std::vector<TextRange> words(std::string_view text, const std::string& language) {
    std::vector<TextRange> found;
    for_each_piece(Unit::word, text, language,
                   [&](std::uint32_t start, std::uint32_t end, std::int32_t status) {
                       if (status >= UBRK_WORD_NONE_LIMIT) found.push_back({start, end});
                   });
    return found;
}

std::vector<TextRange> sentences(std::string_view text, const std::string& language) {
    std::vector<TextRange> found;
    for_each_piece(Unit::sentence, text, language, [&](std::uint32_t start, std::uint32_t end, std::int32_t) {
        found.push_back({start, end});
    });
    return found;
}

}  // namespace brochure::unicode
