#include "document/model/document.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace brochure::document {

Place place_in(std::string_view utf8, const std::vector<SourceMark>& source, std::uint32_t offset) {
    if (source.empty()) return {};
    auto mark = std::upper_bound(source.begin(), source.end(), offset,
                                 [](std::uint32_t at, const SourceMark& m) { return at < m.offset; });
    if (mark != source.begin()) --mark;
    if (offset <= mark->offset) return mark->place;
    Place place = mark->place;
    place.column += base::column_of(utf8.substr(mark->offset), offset - mark->offset) - 1;
    return place;
}

}  // namespace brochure::document
