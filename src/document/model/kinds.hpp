// The closed sets of what an author may write, with the names that texts, brochure.toml, language files and
// layouts have for them.
#pragma once

#include "base/names.hpp"

namespace brochure::document {

enum class CallOutKind { note, tip, important, warning, caution };

// What is said of a treatment; its name first.
enum class TreatmentField { name, aim, how, frequency, side_effects };

}  // namespace brochure::document

namespace brochure::base {

template <>
struct Names<document::CallOutKind> {
    static constexpr std::array<std::string_view, 5> list{"note", "tip", "important", "warning", "caution"};
};
template <>
struct Names<document::TreatmentField> {
    static constexpr std::array<std::string_view, 5> list{"name", "aim", "how", "frequency", "side_effects"};
};

}  // namespace brochure::base
