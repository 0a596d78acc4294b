#include "translation/export.hpp"

#include <fmt/format.h>

#include "exchange/po.hpp"
#include "translation/pair.hpp"
#include "units/unit.hpp"

namespace brochure::translation {

namespace {

Exported exported(std::string file, const exchange::Catalogue& catalogue) {
    Exported out;
    out.file = std::move(file);
    out.bytes = exchange::written_as_po(catalogue);
    for (const exchange::Entry& entry : catalogue.entries) {
        if (entry.obsolete) {
            ++out.obsolete;
            continue;
        }
        ++out.pieces;
        if (entry.fuzzy) ++out.stale;
        if (entry.target.empty()) ++out.missing;
    }
    return out;
}

}  // namespace

std::optional<Exported> export_translation(const document::ProjectFolders& folders,
                                           const std::string& brochure, const std::string& language,
                                           exchange::Scope scope, Sink& sink) {
    if (language.empty()) {
        const auto master = read_master(folders, brochure, sink);
        if (!master) return std::nullopt;
        return exported(fmt::format("po/{}.pot", brochure),
                        exchange::catalogue_of(units::compared(units::units_of(*master), {}, {}), *master,
                                               nullptr, {}, scope));
    }
    const auto pair = read_pair(folders, brochure, language, sink);
    if (!pair) return std::nullopt;
    return exported(
        fmt::format("po/{}.{}.po", brochure, language),
        exchange::catalogue_of(pair->comparison, pair->master,
                               pair->translation ? &*pair->translation : nullptr, language, scope));
}

}  // namespace brochure::translation
