#include "translation/values.hpp"

#include <fmt/format.h>

#include "diag/codes.hpp"
#include "units/values.hpp"

namespace brochure::translation {

namespace {

std::string sentence(const units::ValueDifference& difference, const Place& there) {
    const std::string place = fmt::format("{}:{}:{}", there.file, there.line, there.column);
    if (difference.translation.empty())
        return fmt::format("the master text says {} ({}), which this passage does not", difference.master,
                           place);
    if (difference.master.empty())
        return fmt::format("this passage says {}, which the master text does not ({})",
                           difference.translation, place);
    return fmt::format("this passage says {}, the master text {} ({})", difference.translation,
                       difference.master, place);
}

}  // namespace

void compare_values(const document::Document& master, const document::Document& translation, Sink& sink) {
    const units::ValueReader there{master.language}, here{translation.language};
    // Their structure alone pairs the two: a text that nobody has confirmed is compared as well.
    const units::Comparison both =
        units::compared(units::units_of(master), units::units_of(translation), units::Lock{});
    for (const units::Compared& unit : both.units) {
        if (!unit.master || !unit.translation) continue;
        for (const units::ValueDifference& difference : units::differences(
                 there.values_of(unit.master->text.words), here.values_of(unit.translation->text.words))) {
            sink.report({difference.certain ? diag::Severity::error : diag::Severity::warning,
                         std::string{diag::code::value_differs}, unit.translation->place,
                         sentence(difference, unit.master->place), "correct whichever of the two is wrong"});
        }
    }
}

}  // namespace brochure::translation
