// PartKind: the parts that a brochure may be made of, with the names that a layout's `parts` and reports have
// for them.
#pragma once

#include "base/names.hpp"

namespace brochure::design {

enum class PartKind {
    cover,
    contents,
    key_messages,
    body,
    glossary,
    sources,
    image_credits,
    disclaimer,
    notes,
    back_cover
};

}  // namespace brochure::design

template <>
struct brochure::base::Names<brochure::design::PartKind> {
    static constexpr std::array<std::string_view, 10> list{
        "cover",   "contents",      "key_messages", "body",  "glossary",
        "sources", "image_credits", "disclaimer",   "notes", "back_cover"};
};

namespace brochure::design {

// The heading of such a part, as links know it.
inline std::string destination_of(PartKind kind) { return "part:" + std::string{base::name_of(kind)}; }

}  // namespace brochure::design
