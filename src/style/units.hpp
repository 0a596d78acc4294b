// Units: the symbols that every language writes alike behind a number: mg, µg/l, mmHg, °C, %. In: a word.
// Out: whether it is one. The words of a language ("uur", "tabletten") stand in its language file.
#pragma once

#include <string_view>

namespace brochure::style {

// "mg", "µg", "mmol/l", "mg/kg/dag", "m²"; without brackets or points about it.
bool is_unit_symbol(std::string_view word);

}  // namespace brochure::style
