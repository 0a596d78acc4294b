// Section: one table of a layout as it stands after inheritance.
// In: the tables of that name, the extending file's first. Out: typed values from the first table that has
// the key. A missing or wrong value is reported with its place and file; the caller goes on with its default.
#pragma once

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/length.hpp"
#include "config/toml.hpp"
#include "design/length_text.hpp"

namespace brochure::design {

using config::Need;
using config::required;

struct LengthRange {
    Length least, most;
};

class Section {
  public:
    // An empty section stands for one that is missing: it was reported once, so it reports nothing more.
    Section() = default;
    explicit Section(std::vector<std::shared_ptr<config::Table>> layers) : layers_(std::move(layers)) {}

    [[nodiscard]] bool present() const { return !layers_.empty(); }
    [[nodiscard]] Place place() const { return present() ? layers_.front()->place() : Place{}; }
    [[nodiscard]] std::string path() const { return present() ? layers_.front()->path() : std::string{}; }
    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> keys() const;
    [[nodiscard]] Place value_place(std::string_view key) const;  // of the section if the key is absent

    [[nodiscard]] std::vector<std::string> files() const;  // of its layers, the extending first

    // This section, and under it what `base` says.
    [[nodiscard]] Section over(const Section& base) const;

    std::optional<config::Value> value(std::string_view key, Need need = Need::optional);
    std::optional<std::string> string(std::string_view key, Need need = Need::optional);
    std::optional<bool> boolean(std::string_view key, Need need = Need::optional);
    std::optional<int> integer(std::string_view key, int least, int most, Need need = Need::optional);
    std::optional<double> number(std::string_view key, double least, double most, Need need = Need::optional);
    std::optional<std::vector<config::Value>> array(std::string_view key, Need need = Need::optional);
    std::optional<Length> length(std::string_view key, LengthRange range, const Units& units,
                                 Need need = Need::optional);
    Section section(std::string_view key, Need need = Need::optional);

    template <class E>
    std::optional<E> choice(std::string_view key, std::initializer_list<std::pair<std::string_view, E>> names,
                            Need need = Need::optional) {
        std::vector<std::string> known;
        for (const auto& [name, meaning] : names) known.emplace_back(name);
        const auto found = value(key, need);
        const auto index = found ? found->choice(known) : std::nullopt;
        if (!index) return std::nullopt;
        return (names.begin() + *index)->second;
    }

    // Reports an error at the key's value, in the file that gives it.
    void refuse(std::string_view key, std::string_view code, std::string message, std::string remedy) const;
    void report_unknown_keys() const;

  private:
    std::vector<std::shared_ptr<config::Table>> layers_;
};

// A length from any value, also one in a list.
std::optional<Length> length_of(const config::Value& value, LengthRange range, const Units& units);

}  // namespace brochure::design
