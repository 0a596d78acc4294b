#include "make/brochure_files.hpp"

#include <fmt/format.h>

#include "diag/codes.hpp"
#include "document/files/read.hpp"
#include "lint/untranslated.hpp"
#include "signing/house_wish.hpp"
#include "translation/lag.hpp"
#include "translation/values.hpp"

namespace brochure::make {

namespace {

// A language file without words for it cannot say so: the text is held instead.
bool can_say_so(const document::Document& document, Sink& sink) {
    bool can = true;
    const bool borrows = document.stale_policy == document::StalePolicy::source;
    for (const std::string label : {"translation_of", borrows ? "passage_untranslated" : "passage_behind"}) {
        if (!document.language.label(label).empty()) continue;
        can = false;
        sink.warning(diag::code::key_missing, document.language.place,
                     fmt::format("without the label '{}' a text that is behind its master text cannot say "
                                 "so, and is held",
                                 label),
                     "add it under [labels], as the language files of the program have it");
    }
    return can;
}

}  // namespace

const Text& BrochureFiles::as_written(const std::string& language) {
    return written_.get(language, [&] {
        Text text;
        text.document = document::read_document(folders_, brochure_, language, text.found);
        return text;
    });
}

const Text& BrochureFiles::text(const std::string& language) {
    const Text& own = as_written(language);
    if (!own.document) return own;
    return compared_.get(language, [&] {
        Text text = own;
        if (own.document->master != language) {
            // The master's mistakes are told by its own job.
            const Text& master = as_written(own.document->master);
            if (master.document) compare(*master.document, text);
        }
        seal(text);
        return text;
    });
}

void BrochureFiles::compare(const document::Document& master, Text& translation) const {
    // First: what is not translated anew may be the master's own words from here on.
    look_for_lag(master, translation);
    document::compare_translation(master, *translation.document, translation.found);
    lint::untranslated(master, *translation.document, translation.found);
    translation::compare_values(master, *translation.document, translation.found);
}

// Last, when it is known what its pages say.
void BrochureFiles::seal(Text& text) {
    document::Document& document = *text.document;
    units::PictureDigests digests;
    for (const document::Image* image : units::pictures_of(document)) {
        if (!image->file.empty()) digests[image->id] = pictures_->read(*image).digest;
    }
    text.seal = units::seal_of(document, digests);
    text.pieces = units::readable_of(document, digests);
    text.imprint.code = units::edition_code(text.seal);
    if (signing::says_unsigned(folders_, document, text.seal, text.found)) {
        text.imprint.mark = document.language.label(std::string{signing::mark_label});
        signing::say_unsigned(document);
    }
}

// A translation that is behind is held, or says on its pages what it is.
void BrochureFiles::look_for_lag(const document::Document& master, Text& translation) const {
    document::Document& document = *translation.document;
    const auto lag = translation::lag_of(folders_, master, document, translation.found);
    if (!lag) return;
    translation::report(*lag, document, translation.found);
    if (document.stale_policy != document::StalePolicy::hold && can_say_so(document, translation.found))
        translation::mark(*lag, master, document);
    else
        translation.held = true;
}

}  // namespace brochure::make
