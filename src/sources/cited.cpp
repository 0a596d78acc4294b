#include "sources/cited.hpp"

#include <algorithm>
#include <map>
#include <utility>
#include <variant>

#include "document/files/read.hpp"
#include "units/unit.hpp"

namespace brochure::sources {

namespace {

bool cites(const units::Unit& unit, std::size_t source) {
    return std::any_of(unit.text.marks.begin(), unit.text.marks.end(), [&](const auto& mark) {
        const auto* citation = std::get_if<document::Citation>(&mark);
        return citation != nullptr && std::find(citation->sources.begin(), citation->sources.end(), source) !=
                                          citation->sources.end();
    });
}

std::vector<std::string> keys_citing(const std::vector<units::Unit>& units, std::size_t source) {
    std::vector<std::string> keys;
    for (const units::Unit& unit : units) {
        if (cites(unit, source)) keys.push_back(unit.key);
    }
    return keys;
}

}  // namespace

std::optional<base::Date> Cited::looked() const {
    std::optional<base::Date> first;
    for (const Citing& one : by) {
        if (!one.looked) continue;
        if (!first || *one.looked < *first) first = one.looked;
    }
    return first;
}

std::vector<Cited> cited_pages(const document::ProjectFolders& folders,
                               const std::vector<std::string>& brochures) {
    std::map<std::pair<std::string, std::string>, Cited> pages;
    document::SharedFiles shared(folders);
    Sink left_to_check;
    for (const std::string& brochure : brochures) {
        const auto file = shared.brochure(brochure, left_to_check);
        if (!file) continue;
        const auto text = document::read_document(shared, brochure, file->master, left_to_check);
        const std::vector<units::Unit> units = text ? units::units_of(*text) : std::vector<units::Unit>{};
        for (std::size_t i = 0; i < file->sources.size(); ++i) {
            const document::Source& source = file->sources[i];
            if (source.address.empty()) continue;
            const auto named = file->source_headings.find(source.id);
            const std::string heading = named == file->source_headings.end() ? "" : named->second;
            Cited& page = pages[{source.address, heading}];
            page.address = source.address;
            page.heading = heading;
            page.by.push_back({brochure, source.id, source.seen, source.place, keys_citing(units, i)});
        }
    }
    std::vector<Cited> list;
    for (auto& [key, page] : pages) list.push_back(std::move(page));
    return list;
}

}  // namespace brochure::sources
