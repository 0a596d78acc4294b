#include "translation/values.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "diag/codes.hpp"
#include "translation/passages.hpp"
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

// What a language finds in a text.
struct Said {
    std::vector<units::Value> values;
    std::vector<Mark> marks;
    units::Negations negations;
};

class Listener {
  public:
    explicit Listener(const document::Document& document)
        : document_(document), values_(document.language), negations_(document.language) {}
    [[nodiscard]] Said heard(const Unit& unit) const {
        return {
            values_.values_of(unit.text.words), marks_of(unit, document_),
            negations_.knows() ? negations_.negations_of(units::plain_words(unit.text)) : units::Negations{}};
    }
    [[nodiscard]] bool knows_negations() const { return negations_.knows(); }

  private:
    const document::Document& document_;
    units::ValueReader values_;
    units::NegationReader negations_;
};

// What two passages say, and where.
struct Passage {
    const Place& place;
    const Said& said;
};

class PassageComparison {
  public:
    PassageComparison(const Passage& there, const Passage& here, Sink& sink)
        : there_(there), here_(here), sink_(sink) {}

    void values() const {
        for (const units::ValueDifference& difference :
             units::differences(there_.said.values, here_.said.values))
            report(diag::code::value_differs, difference.certain ? Severity::error : Severity::warning,
                   sentence(difference, there_.place), "correct whichever of the two is wrong");
    }

    void marks() const {
        for (const Mark& mark : without(there_.said.marks, here_.said.marks))
            report(diag::code::mark_differs, mark.severity,
                   fmt::format("the master text has here: {} ({}), which this passage lacks", mark.name,
                               shown(there_.place)),
                   "set it about the same words as the master text does");
        for (const Mark& mark : without(here_.said.marks, there_.said.marks))
            report(diag::code::mark_differs, mark.severity,
                   fmt::format("this passage has: {}, which the master text has not ({})", mark.name,
                               shown(there_.place)),
                   "remove it, or add it to the master text first");
    }

    void negations() const {
        const units::Negations &wanted = there_.said.negations, &found = here_.said.negations;
        if (!(wanted.risk || found.risk) || wanted.words.empty() == found.words.empty()) return;
        report(
            diag::code::negation_differs, Severity::warning,
            wanted.words.empty()
                ? fmt::format("this passage says '{}', and nothing in the master text ({}) denies anything",
                              found.words.front(), shown(there_.place))
                : fmt::format("the master text says '{}' ({}), and nothing in this passage denies anything",
                              wanted.words.front(), shown(there_.place)),
            "see that both say the same; if they do, a word is missing in [negation] of a language file");
    }

  private:
    void report(std::string_view code, Severity severity, std::string message, std::string remedy) const {
        sink_.report({severity, std::string{code}, here_.place, std::move(message), std::move(remedy)});
    }

    const Passage& there_;
    const Passage& here_;
    Sink& sink_;
};

// Where the master's own words stand: they say what they say in another language than the text's.
std::set<Place> borrowed_in(const document::Document& translation) {
    std::set<Place> places;
    each_passage(translation, [&](const document::Text& text) {
        if (text.borrowed) places.insert(text.place_of(0));
    });
    return places;
}

}  // namespace

class ValueComparison::Master {
  public:
    explicit Master(const document::Document& master) : listener_(master), units_(units::units_of(master)) {
        for (const Unit& unit : units_) said_.emplace(unit.key, listener_.heard(unit));
    }
    void compare(const document::Document& translation, Sink& sink) const {
        const Listener here{translation};
        const bool denials = listener_.knows_negations() && here.knows_negations();
        // Their structure alone pairs the two: a text that nobody has confirmed is compared as well.
        const units::Comparison both = units::compared(units_, units::units_of(translation), units::Lock{});
        const std::set<Place> borrowed = borrowed_in(translation);
        for (const units::Compared& unit : both.units) {
            if (!unit.master || !unit.translation || borrowed.contains(unit.translation->place)) continue;
            const Said said = here.heard(*unit.translation);
            const Passage of_master{unit.master->place, said_.at(unit.key)},
                of_translation{unit.translation->place, said};
            const PassageComparison comparison{of_master, of_translation, sink};
            comparison.values();
            comparison.marks();
            if (denials) comparison.negations();
        }
    }

  private:
    Listener listener_;
    std::vector<Unit> units_;
    std::map<std::string, Said> said_;  // by key: without a lock no key is renamed
};

ValueComparison::ValueComparison(const document::Document& master)
    : master_(std::make_unique<const Master>(master)) {}

ValueComparison::~ValueComparison() = default;

void ValueComparison::compare(const document::Document& translation, Sink& sink) const {
    master_->compare(translation, sink);
}

void compare_values(const document::Document& master, const document::Document& translation, Sink& sink) {
    ValueComparison{master}.compare(translation, sink);
}

}  // namespace brochure::translation
