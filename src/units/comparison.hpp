// Comparison: a translation, unit by unit, beside the master text of today and the one it was confirmed
// against.
// In: the units of both, and the lock. Out: for each key its state and both texts. Pure: no files, no clock.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "units/lock.hpp"
#include "units/unit.hpp"

namespace brochure::units {

enum class State {
    complete,     // confirmed against the master text of today
    stale,        // the master text has changed since
    unconfirmed,  // new, or changed by the translator, and nobody has said that it is right
    missing,      // the master text has it, the translation has not
    extra,        // the other way round
};

std::string_view name_of(State state);

struct Compared {
    std::string key;
    State state = State::complete;
    std::optional<Unit> master, translation;
    std::string was;            // the master's words when this was confirmed; empty if it never was
    std::string since_edition;  // the master's edition then
    bool edited = false;        // the translation is not the one that was confirmed
    bool moved = false;         // it stands in another order than in the master text
};

struct Comparison {
    std::vector<Compared> units;  // in the order of the master text, extras last
    // Confirmed once, and in neither text any more.
    std::vector<LockEntry> vanished;

    [[nodiscard]] std::size_t count(State state) const;
};

// Both as units_of() gives them; their keys are made to last by the lock.
Comparison compared(std::vector<Unit> master, std::vector<Unit> translation, const Lock& lock);

// The lock after all units (or those named) have been confirmed; the others keep what they were confirmed
// against. A unit that is missing in the translation cannot be confirmed.
Lock confirmed(const Comparison& comparison, const Lock& before, const std::vector<std::string>& keys,
               const std::string& master_edition);

// The edition of the master text that the whole translation stands for: the oldest among its units.
// Empty if nothing has been confirmed. Editions are compared as numbers where they are numbers.
std::string oldest_edition(const Comparison& comparison);

}  // namespace brochure::units
