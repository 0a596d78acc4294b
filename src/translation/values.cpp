#include "translation/values.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.hpp"
#include "units/negations.hpp"
#include "units/values.hpp"

namespace brochure::translation {

namespace {

using diag::Severity;
using units::Unit;

std::string sentence(const units::ValueDifference& difference, const Place& there) {
    if (difference.translation.empty())
        return fmt::format("the master text says {} ({}), which this passage does not", difference.master,
                           shown(there));
    if (difference.master.empty())
        return fmt::format("this passage says {}, which the master text does not ({})",
                           difference.translation, shown(there));
    return fmt::format("this passage says {}, the master text {} ({})", difference.translation,
                       difference.master, shown(there));
}

// A mark as both texts must have it; words in another language and ends of lines are each text's own.
struct Mark {
    std::string name;
    Severity severity = Severity::error;
};

std::vector<Mark> marks_of(const Unit& unit, const document::Document& document) {
    std::vector<Mark> marks;
    for (const document::SpanMeaning& meaning : unit.text.marks) {
        const bool own = std::holds_alternative<document::Foreign>(meaning) ||
                         std::holds_alternative<document::LineBreak>(meaning) ||
                         std::holds_alternative<document::Raised>(meaning);
        if (own) continue;
        const bool leads = std::holds_alternative<document::Link>(meaning) ||
                           std::holds_alternative<document::CrossReference>(meaning) ||
                           std::holds_alternative<document::FootnoteMark>(meaning);
        marks.push_back({units::described(meaning, document), leads ? Severity::error : Severity::warning});
    }
    return marks;
}

// What the first has more often than the second.
std::vector<Mark> without(std::vector<Mark> some, const std::vector<Mark>& others) {
    for (const Mark& other : others) {
        const auto found =
            std::find_if(some.begin(), some.end(), [&](const Mark& mark) { return mark.name == other.name; });
        if (found != some.end()) some.erase(found);
    }
    return some;
}

class PieceComparison {
  public:
    PieceComparison(const document::Document& master, const document::Document& translation, Sink& sink)
        : master_(master), translation_(translation), sink_(sink) {}

    void compare(const Unit& there, const Unit& here) const {
        values(there, here);
        marks(there, here);
        negations(there, here);
    }

  private:
    void report(std::string_view code, Severity severity, const Unit& here, std::string message,
                std::string remedy) const {
        sink_.report({severity, std::string{code}, here.place, std::move(message), std::move(remedy)});
    }

    void values(const Unit& there, const Unit& here) const {
        for (const units::ValueDifference& difference : units::differences(
                 master_values_.values_of(there.text.words), values_.values_of(here.text.words)))
            report(diag::code::value_differs, difference.certain ? Severity::error : Severity::warning, here,
                   sentence(difference, there.place), "correct whichever of the two is wrong");
    }

    void marks(const Unit& there, const Unit& here) const {
        const std::vector<Mark> wanted = marks_of(there, master_), found = marks_of(here, translation_);
        for (const Mark& mark : without(wanted, found))
            report(diag::code::mark_differs, mark.severity, here,
                   fmt::format("the master text has here: {} ({}), which this passage lacks", mark.name,
                               shown(there.place)),
                   "set it about the same words as the master text does");
        for (const Mark& mark : without(found, wanted))
            report(diag::code::mark_differs, mark.severity, here,
                   fmt::format("this passage has: {}, which the master text has not ({})", mark.name,
                               shown(there.place)),
                   "remove it, or add it to the master text first");
    }

    void negations(const Unit& there, const Unit& here) const {
        if (!master_negations_.knows() || !negations_.knows()) return;
        const units::Negations wanted = master_negations_.negations_of(units::plain_words(there.text));
        const units::Negations found = negations_.negations_of(units::plain_words(here.text));
        if (!(wanted.risk || found.risk) || wanted.words.empty() == found.words.empty()) return;
        report(
            diag::code::negation_differs, Severity::warning, here,
            wanted.words.empty()
                ? fmt::format("this passage says '{}', and nothing in the master text ({}) denies anything",
                              found.words.front(), shown(there.place))
                : fmt::format("the master text says '{}' ({}), and nothing in this passage denies anything",
                              wanted.words.front(), shown(there.place)),
            "see that both say the same; if they do, a word is missing in [negation] of a language file");
    }

    const document::Document& master_;
    const document::Document& translation_;
    Sink& sink_;
    units::ValueReader master_values_{master_.language}, values_{translation_.language};
    units::NegationReader master_negations_{master_.language}, negations_{translation_.language};
};

}  // namespace

void compare_values(const document::Document& master, const document::Document& translation, Sink& sink) {
    const PieceComparison comparison{master, translation, sink};
    // Their structure alone pairs the two: a text that nobody has confirmed is compared as well.
    const units::Comparison both =
        units::compared(units::units_of(master), units::units_of(translation), units::Lock{});
    for (const units::Compared& unit : both.units) {
        if (unit.master && unit.translation) comparison.compare(*unit.master, *unit.translation);
    }
}

}  // namespace brochure::translation
