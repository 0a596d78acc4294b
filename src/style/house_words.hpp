// Words of the house, as the cover, the warnings and the back cover have them.
#pragma once

#include <string>

#include "style/context.hpp"
#include "style/paragraph_builder.hpp"

namespace brochure::style {

// Where they stand; the line is not known.
inline const Place house_place{"content/house/house.toml", 0, 0};

// A telephone number that a tap dials; only words while it is yet to be filled in.
inline ParagraphBuilder& add_telephone(ParagraphBuilder& words, const Context& context,
                                       const std::string& number, const Place& place,
                                       const design::TextStyle& look) {
    const std::string address = telephone_address(number);
    if (address.empty()) return words.add_words(number, place, look);
    return words.add_link(number, place, look, {{}, address, {}, context.label("call") + " " + number});
}

}  // namespace brochure::style
