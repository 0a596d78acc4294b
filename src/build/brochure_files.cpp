#include "build/brochure_files.hpp"

#include "document/read.hpp"
#include "lint/untranslated.hpp"
#include "translation/values.hpp"

namespace brochure::build {

BrochureFiles::Reading& BrochureFiles::reading(const std::string& language) {
    std::unique_lock lock(listing_);
    Reading& reading = readings_[language];
    lock.unlock();
    std::call_once(reading.read, [&] {
        Text& text = reading.text;
        text.document = document::read_document(folders_, brochure_, language, text.found);
    });
    return reading;
}

const Text& BrochureFiles::text(const std::string& language) {
    Reading& own = reading(language);
    std::call_once(own.compared, [&] {
        if (!own.text.document || own.text.document->master == language) return;
        // The master's mistakes are told by its own job.
        const Text& master = reading(own.text.document->master).text;
        if (master.document) compare(*master.document, own.text);
    });
    return own.text;
}

void BrochureFiles::compare(const document::Document& master, Text& translation) {
    document::compare_translation(master, *translation.document, translation.found);
    lint::untranslated(master, *translation.document, translation.found);
    translation::compare_values(master, *translation.document, translation.found);
}

}  // namespace brochure::build
