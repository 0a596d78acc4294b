// Typesetter: what running heads and folios are set with.
#pragma once

#include <memory>

#include "document/model/language.hpp"
#include "font/font.hpp"
#include "text/shaped_document.hpp"

namespace brochure::page {

struct Typesetter {
    font::Library& fonts;
    text::Hyphenator& hyphenator;
    const document::Language& language;
    // Running heads and folios, the same on many pages and in every pass.
    std::shared_ptr<text::ShapeCache> shapes = std::make_shared<text::ShapeCache>();
    // What every page says below its text, the cover too: its edition's code. May be empty.
    std::string foot = {};
};

}  // namespace brochure::page
