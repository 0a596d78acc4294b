#include "translation/export.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "exchange/glossary.hpp"
#include "exchange/po.hpp"
#include "exchange/segments.hpp"
#include "exchange/tmx.hpp"
#include "exchange/xliff.hpp"
#include "translation/pair.hpp"
#include "units/unit.hpp"

namespace brochure::translation {

namespace {

// A pair as it is exported; a template is one without a language.
struct Exchanged {
    document::Document master;
    std::optional<document::Document> translation;
    document::Language words;  // of the translation; the master's for a template
    units::Comparison comparison;
};

std::optional<Exchanged> exchanged(document::SharedFiles& shared, const std::string& brochure,
                                   const std::string& language, Sink& sink) {
    if (language.empty()) {
        auto master = read_master(shared, brochure, sink);
        if (!master) return std::nullopt;
        auto comparison = units::compared(units::units_of(*master), {}, {});
        auto words = master->language;
        return Exchanged{*std::move(master), std::nullopt, std::move(words), std::move(comparison)};
    }
    auto pair = read_pair(shared, brochure, language, sink);
    if (!pair) return std::nullopt;
    return Exchanged{std::move(pair->master), std::move(pair->translation), std::move(pair->language),
                     std::move(pair->comparison)};
}

const char* extension_of(Form form, bool is_template) {
    switch (form) {
        case Form::po:
            return is_template ? "pot" : "po";
        case Form::xliff:
            return "xlf";
        case Form::tmx:
            return "tmx";
        case Form::tbx:
            return "tbx";
        case Form::csv:
            return "csv";
    }
    return "";
}

void count(const exchange::Catalogue& catalogue, Exported& out) {
    for (const exchange::Entry& entry : catalogue.entries) {
        if (entry.obsolete) {
            ++out.obsolete;
            continue;
        }
        ++out.pieces;
        if (entry.fuzzy) ++out.stale;
        if (entry.target.empty()) ++out.missing;
    }
}

void write_glossary(const exchange::Glossary& glossary, Form form, Exported& out) {
    out.bytes = form == Form::tbx ? exchange::written_as_tbx(glossary) : exchange::written_as_csv(glossary);
    out.pieces = glossary.terms.size();
    out.missing = static_cast<std::size_t>(
        std::count_if(glossary.terms.begin(), glossary.terms.end(),
                      [](const exchange::Term& term) { return term.target.empty(); }));
}

}  // namespace

std::optional<Exported> export_translation(const document::ProjectFolders& folders,
                                           const std::string& brochure, const std::string& language,
                                           const ExportWish& wish, Sink& sink) {
    document::SharedFiles shared{folders};
    const auto both = exchanged(shared, brochure, language, sink);
    if (!both) return std::nullopt;
    const document::Document* const translation = both->translation ? &*both->translation : nullptr;
    Exported out;
    out.file = fmt::format("po/{}{}{}.{}", brochure, language.empty() ? "" : ".", language,
                           extension_of(wish.form, language.empty()));
    if (wish.form == Form::tbx || wish.form == Form::csv) {
        write_glossary(exchange::glossary_of(both->master, translation, language), wish.form, out);
        return out;
    }
    exchange::Catalogue catalogue =
        exchange::catalogue_of(both->comparison, both->master, translation, language, wish.scope, wish.pages);
    if (wish.form == Form::tmx) {
        std::erase_if(catalogue.entries, [](const exchange::Entry& entry) { return !entry.confirmed; });
        out.bytes = exchange::written_as_tmx(catalogue);
    } else if (wish.form == Form::xliff) {
        if (wish.by_sentences) exchange::cut_into_sentences(catalogue, both->master.language, both->words);
        out.bytes = exchange::written_as_xliff(catalogue, wish.xliff);
    } else {
        out.bytes = exchange::written_as_po(catalogue);
    }
    count(catalogue, out);
    return out;
}

}  // namespace brochure::translation
