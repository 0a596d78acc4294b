// A picture as pages hold it, for tests that put one there by hand.
#pragma once

#include <memory>
#include <string>
#include <utility>

#include "style/styled_document.hpp"

namespace brochure::test {

inline style::NamedPicture named(picture::Picture picture, std::string id = "picture", Place place = {}) {
    return {std::make_shared<const picture::Picture>(std::move(picture)), std::move(id), std::move(place)};
}

}  // namespace brochure::test
