#include "document/files/shared_files.hpp"

#include <utility>

#include "diag/codes.hpp"
#include "document/files/house_file.hpp"
#include "document/files/language_file.hpp"
#include "document/markdown/borrowed_labels.hpp"

namespace brochure::document {

template <class Value, class Read>
Value SharedFiles::once(Files<Value>& files, const std::string& name, Sink& sink, const Read& read) {
    const Told<Value>& told = files.get(name, [&] {
        Told<Value> fresh{};
        fresh.value = read(fresh.sink);
        return fresh;
    });
    sink.take(Sink{told.sink});
    return told.value;
}

std::optional<Language> SharedFiles::language(const std::string& tag, Sink& sink) {
    return once(languages_, tag, sink, [&](Sink& own) { return read_language(folders_, tag, own); });
}

std::optional<BrochureFile> SharedFiles::brochure(const std::string& id, Sink& sink) {
    return once(brochures_, id, sink, [&](Sink& own) { return read_brochure_file(folders_, id, own); });
}

void SharedFiles::report_borrowed_labels(const Language& language, Sink& sink) {
    once(borrowed_, language.tag, sink, [&](Sink& own) {
        document::report_borrowed_labels(folders_, language, own);
        return true;
    });
}

HouseWords SharedFiles::house(const Language& language, Sink& sink) {
    return once(houses_, language.tag, sink, [&](Sink& own) {
        HouseWords words{read_house(folders_, language, own), {}};
        References references;
        references.language = &language;
        words.disclaimer = read_disclaimer(folders_, references, own);
        for (const Mention& mention : references.headings) {
            own.error(diag::code::section_unknown, mention.place,
                      "a disclaimer cannot point at a heading of one brochure",
                      "write the words without the link");
        }
        return words;
    });
}

}  // namespace brochure::document
