#include "exchange/catalogue.hpp"

namespace brochure::exchange {

std::string_view Catalogue::header_value(std::string_view name) const {
    for (const auto& [field, value] : header) {
        if (field == name) return value;
    }
    return {};
}

}  // namespace brochure::exchange
