#include "design/section.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "diag/codes.hpp"

namespace brochure::design {

namespace code = diag::code;

namespace {

std::string joined(const std::string& path, std::string_view key) {
    return path.empty() ? std::string{key} : fmt::format("{}.{}", path, key);
}

}  // namespace

bool Section::has(std::string_view key) const {
    return std::any_of(layers_.begin(), layers_.end(), [&](const auto& layer) { return layer->has(key); });
}

std::vector<std::string> Section::keys() const {
    std::vector<std::string> all;
    for (const auto& layer : layers_) {
        for (std::string& key : layer->keys()) {
            if (std::find(all.begin(), all.end(), key) == all.end()) all.push_back(std::move(key));
        }
    }
    return all;
}

Place Section::value_place(std::string_view key) const {
    for (const auto& layer : layers_) {
        if (layer->has(key)) return layer->value(key)->place();
    }
    return place();
}

std::vector<std::string> Section::files() const {
    std::vector<std::string> files;
    for (const auto& layer : layers_) files.push_back(layer->place().file);
    return files;
}

Section Section::over(const Section& base) const {
    std::vector<std::shared_ptr<config::Table>> layers = layers_;
    layers.insert(layers.end(), base.layers_.begin(), base.layers_.end());
    return Section{std::move(layers)};
}

std::optional<config::Value> Section::value(std::string_view key, Need need) {
    std::optional<config::Value> first;
    for (const auto& layer : layers_) {  // every layer is asked, so that each knows the key
        auto found = layer->value(key);
        if (found && !first) first = std::move(found);
    }
    if (!first && need == required && present()) {
        layers_.front()->sink().error(
            code::key_missing, place(), fmt::format("'{}' is missing", joined(path(), key)),
            path().empty() ? fmt::format("add a line {} = … at the top", key)
                           : fmt::format("add a line {} = … under [{}]", key, path()));
    }
    return first;
}

std::optional<std::string> Section::string(std::string_view key, Need need) {
    const auto found = value(key, need);
    return found ? found->string() : std::nullopt;
}

std::optional<bool> Section::boolean(std::string_view key, Need need) {
    const auto found = value(key, need);
    return found ? found->boolean() : std::nullopt;
}

std::optional<int> Section::integer(std::string_view key, int least, int most, Need need) {
    const auto found = value(key, need);
    const auto number = found ? found->integer(least, most) : std::nullopt;
    return number ? std::optional{static_cast<int>(*number)} : std::nullopt;
}

std::optional<double> Section::number(std::string_view key, double least, double most, Need need) {
    const auto found = value(key, need);
    return found ? found->number(least, most) : std::nullopt;
}

std::optional<std::vector<config::Value>> Section::array(std::string_view key, Need need) {
    const auto found = value(key, need);
    return found ? found->array() : std::nullopt;
}

std::optional<Length> Section::length(std::string_view key, LengthRange range, const Units& units,
                                      Need need) {
    const auto found = value(key, need);
    return found ? length_of(*found, range, units) : std::nullopt;
}

Section Section::section(std::string_view key, Need need) {
    std::vector<std::shared_ptr<config::Table>> layers;
    for (const auto& layer : layers_) {
        if (auto table = layer->table(key))
            layers.push_back(std::make_shared<config::Table>(*std::move(table)));
    }
    if (need == required && present() && !has(key)) {
        layers_.front()->sink().error(code::key_missing, place(),
                                      fmt::format("the section [{}] is missing", joined(path(), key)),
                                      fmt::format("add it, or begin with extends = \"a5.toml\""));
    }
    return Section{std::move(layers)};
}

void Section::refuse(std::string_view key, std::string_view code, std::string message,
                     std::string remedy) const {
    if (!present()) return;
    layers_.front()->sink().error(code, value_place(key), std::move(message), std::move(remedy));
}

void Section::report_unknown_keys() const {
    for (const auto& layer : layers_) layer->report_unknown_keys();
}

std::optional<Length> length_of(const config::Value& value, LengthRange range, const Units& units) {
    if (value.kind() == config::Kind::integer || value.kind() == config::Kind::number) {
        value.refuse(code::length_unit, fmt::format("'{}' is a number without a unit", value.path()),
                     "write it with its unit and in quotation marks, like \"12 pt\" or \"3 mm\"");
        return std::nullopt;
    }
    const auto text = value.string();
    if (!text) return std::nullopt;
    const auto parsed = parse_quantity(*text);
    if (const auto* fault = std::get_if<LengthFault>(&parsed)) {
        value.refuse(code::length_unit, fmt::format("'{}' {}", value.path(), fault->message), fault->remedy);
        return std::nullopt;
    }
    const auto quantity = std::get<Quantity>(parsed);
    const auto length = units.resolve(quantity);
    if (!length) {
        value.refuse(code::length_unit,
                     fmt::format("'{}' cannot be '{}': that unit means nothing here", value.path(), *text),
                     fmt::format("write it in {}", units.names()));
        return std::nullopt;
    }
    if (*length < range.least || *length > range.most) {
        const bool relative = quantity.unit != Unit::pt && quantity.unit != Unit::mm;
        value.refuse(code::value_range,
                     fmt::format("'{}' is {}{}, out of its range", value.path(), *text,
                                 relative ? fmt::format(" ({})", length_text(*length, quantity.unit)) : ""),
                     fmt::format("choose from {} to {}", length_text(range.least, quantity.unit),
                                 length_text(range.most, quantity.unit)));
        return std::nullopt;
    }
    return length;
}

}  // namespace brochure::design
