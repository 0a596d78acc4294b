#include "units/comparison.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "units/keys.hpp"
#include "units/order.hpp"

namespace brochure::units {

namespace {

Normaliser rules_of(const Lock& lock) { return normaliser(lock.normaliser).value_or(newest_normaliser()); }

std::vector<KeyedContent> contents(const std::vector<Unit>& units, const Normaliser& rules) {
    std::vector<KeyedContent> out;
    for (const Unit& unit : units) {
        std::string words = rules.words(unit.text.words);
        const bool brief = is_brief(words);
        out.push_back({unit.key, std::move(words), brief});
    }
    return out;
}

std::vector<KeyedContent> digests(const std::vector<Unit>& units, const Normaliser& rules) {
    std::vector<KeyedContent> out;
    for (const Unit& unit : units)
        out.push_back({unit.key, digest_of(unit.text.words, rules), is_brief(unit.text.words)});
    return out;
}

std::vector<KeyedContent> contents(const Lock& lock, const Normaliser& rules) {
    std::vector<KeyedContent> out;
    for (const LockEntry& entry : lock.entries)
        out.push_back({entry.key, rules.words(entry.master), is_brief(entry.master)});
    return out;
}

std::vector<KeyedContent> digests(const Lock& lock) {
    std::vector<KeyedContent> out;
    for (const LockEntry& entry : lock.entries) out.push_back({entry.key, entry.translation, false});
    return out;
}

// As nearly always: to the letter, so that nothing need be normalised to see it.
bool are_as_confirmed(const std::vector<Unit>& units, const Lock& lock) {
    return std::equal(units.begin(), units.end(), lock.entries.begin(), lock.entries.end(),
                      [](const Unit& unit, const LockEntry& entry) {
                          return unit.key == entry.key && unit.text.words == entry.master;
                      });
}

void rename(std::vector<Unit>& units, std::vector<std::string> keys) {
    for (std::size_t i = 0; i < units.size(); ++i) units[i].key = std::move(keys[i]);
}

// What a unit of the translation is called is first what the lock knows it as; what is new there is called as
// the new thing of the master text that stands at its place.
void name_translation(const std::vector<Unit>& master, std::vector<Unit>& translation,
                      const std::vector<KeyedContent>& of_translation, const Lock& lock) {
    rename(translation, lasting_keys(digests(lock), of_translation, ByWords::no));
    std::vector<KeyedContent> places, own;
    for (const Unit& unit : master) places.push_back({unit.key, unit.key, true});
    for (const Unit& unit : translation) own.push_back({unit.key, unit.key, true});
    rename(translation, lasting_keys(places, own, ByWords::no));
}

std::vector<std::string_view> keys_of(const std::vector<Unit>& units) {
    std::vector<std::string_view> keys;
    keys.reserve(units.size());
    for (const Unit& unit : units) keys.push_back(unit.key);
    return keys;
}

State state_of(const Compared& unit, const LockEntry* entry, const Normaliser& rules) {
    if (!unit.master) return State::extra;
    if (!unit.translation) return State::missing;
    if (entry == nullptr) return State::unconfirmed;
    const std::string& words = unit.master->text.words;
    if (entry->master != words && rules.words(entry->master) != rules.words(words)) return State::stale;
    return unit.edited ? State::unconfirmed : State::complete;
}

// 2 < 10; what is no number is compared as text.
bool is_older(const std::string& a, const std::string& b) {
    const auto number = [](const std::string& text) -> std::optional<long> {
        long value = 0;
        const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
        return value;
    };
    const auto left = number(a), right = number(b);
    return left && right ? *left < *right : a < b;
}

}  // namespace

std::string_view name_of(State state) {
    static constexpr std::array<std::string_view, 5> names{"complete", "stale", "unconfirmed", "missing",
                                                           "extra"};
    return names[static_cast<std::size_t>(state)];
}

std::size_t Comparison::count(State state) const {
    return static_cast<std::size_t>(
        std::count_if(units.begin(), units.end(), [&](const Compared& unit) { return unit.state == state; }));
}

Comparison compared(std::vector<Unit> master, std::vector<Unit> translation, const Lock& lock) {
    const Normaliser rules = rules_of(lock);
    if (!are_as_confirmed(master, lock))
        rename(master, lasting_keys(contents(lock, rules), contents(master, rules), ByWords::yes));
    const std::vector<KeyedContent> digested = digests(translation, rules);
    name_translation(master, translation, digested, lock);
    const std::set<std::string> moved = out_of_order(keys_of(master), keys_of(translation));

    std::map<std::string, const LockEntry*> entries;
    for (const LockEntry& entry : lock.entries) entries.emplace(entry.key, &entry);
    std::map<std::string, Unit> own;
    std::map<std::string_view, std::string_view> own_digests;
    std::vector<std::string> own_order;
    own_order.reserve(translation.size());  // its keys are pointed at
    for (std::size_t i = 0; i < translation.size(); ++i) {
        own_order.push_back(translation[i].key);
        own_digests.emplace(own_order.back(), digested[i].content);
        own.emplace(translation[i].key, std::move(translation[i]));
    }

    Comparison out;
    std::set<std::string> seen;
    const auto add = [&](Compared unit) {
        const auto entry = entries.find(unit.key);
        const LockEntry* const known = entry == entries.end() ? nullptr : entry->second;
        if (known != nullptr) {
            unit.was = known->master;
            unit.since_edition = known->edition;
        }
        unit.edited = known != nullptr && unit.translation && own_digests.at(unit.key) != known->translation;
        unit.state = state_of(unit, known, rules);
        unit.moved = moved.contains(unit.key);
        seen.insert(unit.key);
        out.units.push_back(std::move(unit));
    };
    for (Unit& unit : master) {
        Compared both;
        both.key = unit.key;
        both.master = std::move(unit);
        if (auto found = own.extract(both.key)) both.translation = std::move(found.mapped());
        add(std::move(both));
    }
    for (const std::string& key : own_order) {
        auto found = own.extract(key);
        if (!found) continue;
        Compared alone;
        alone.key = key;
        alone.translation = std::move(found.mapped());
        add(std::move(alone));
    }
    for (const LockEntry& entry : lock.entries) {
        if (!seen.contains(entry.key)) out.vanished.push_back(entry);
    }
    return out;
}

Lock confirmed(const Comparison& comparison, const Lock& before, const std::vector<std::string>& keys,
               const std::string& master_edition) {
    const Normaliser& rules = newest_normaliser();
    const auto is_meant = [&](const std::string& key) {
        return keys.empty() || std::find(keys.begin(), keys.end(), key) != keys.end();
    };
    // A lock has one version of rules: what is kept from an older one can be carried over only where the
    // confirmed translation still stands.
    const bool same_rules = before.normaliser == rules.version;
    Lock out;
    for (const Compared& unit : comparison.units) {
        const bool can_be = unit.master && unit.translation;
        if (can_be && is_meant(unit.key)) {
            out.entries.push_back({unit.key,
                                   master_edition,
                                   unit.master->text.words,
                                   digest_of(unit.translation->text.words, rules),
                                   {}});
        } else if (const LockEntry* const entry = before.find(unit.key)) {
            LockEntry kept = *entry;
            const bool unchanged = unit.translation && digest_of(unit.translation->text.words,
                                                                 rules_of(before)) == entry->translation;
            if (!same_rules && unchanged) kept.translation = digest_of(unit.translation->text.words, rules);
            out.entries.push_back(std::move(kept));
        }
    }
    return out;
}

std::string oldest_edition(const Comparison& comparison) {
    std::string oldest;
    for (const Compared& unit : comparison.units) {
        if (unit.since_edition.empty() || !unit.master || unit.state == State::complete) continue;
        if (oldest.empty() || is_older(unit.since_edition, oldest)) oldest = unit.since_edition;
    }
    return oldest;
}

}  // namespace brochure::units
