#include "sources/seen.hpp"

#include <fmt/format.h>

#include <exception>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <utility>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/iso_date.hpp"
#include "sources/address.hpp"

namespace brochure::sources {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr auto schema = "brochure-source";
constexpr int version = 1;
State state_of(const std::string& name) {
    if (const auto state = base::named<State>(name)) return *state;
    throw std::invalid_argument("it has an unknown state");
}

base::Date date_from(const json& in) {
    const auto text = in.get<std::string>();
    if (const auto read = base::date_from_iso(text)) return *read;
    throw std::invalid_argument("it has a date that is none");
}

ordered_json as_object(const Sight& sight) { return {{"day", sight.day.iso()}, {"text", sight.blocks}}; }

Sight sight_from(const json& in) { return {date_from(in.at("day")), in.at("text").get<Blocks>()}; }

template <class Value, class Read>
void read_if_there(const json& in, const char* key, std::optional<Value>& into, Read&& read) {
    if (in.contains(key)) into = read(in.at(key));
}

Seen seen_from(const json& in) {
    if (in.at("schema") != schema || in.at("version") != version)
        throw std::invalid_argument("it is of another version of the program");
    Seen seen;
    seen.address = in.at("address");
    seen.heading = in.value("heading", "");
    seen.state = state_of(in.at("state"));
    read_if_there(in, "reviewed", seen.reviewed, sight_from);
    read_if_there(in, "latest", seen.latest, sight_from);
    read_if_there(in, "different_since", seen.different_since, date_from);
    seen.earlier = {in.value("etag", ""), in.value("modified", "")};
    read_if_there(in, "read", seen.read, date_from);
    seen.moved_to = in.value("moved_to", "");
    read_if_there(in, "gone_since", seen.gone_since, date_from);
    read_if_there(in, "away_since", seen.away_since, date_from);
    seen.why = in.value("why", "");
    read_if_there(in, "not_before", seen.not_before, [](const json& one) { return one.get<std::int64_t>(); });
    return seen;
}

}  // namespace

std::string seen_file(const std::string& address, const std::string& heading) {
    constexpr std::size_t digits = 12;
    const auto parts = address_of(address);
    return fmt::format("sources/{}-{}.json", parts && !parts->host.starts_with('[') ? parts->host : "address",
                       base::sha256(address + "\n" + heading).substr(0, digits));
}

base::Result<std::optional<Seen>> read_seen(const std::filesystem::path& project, const std::string& address,
                                            const std::string& heading) {
    constexpr std::uint64_t largest = 64'000'000;  // several times the largest page
    const std::string name = seen_file(address, heading);
    const auto file = base::find_regular_file(project / name);
    if (!file.ok()) return file.error();
    if (!file.value()) return std::optional<Seen>{};
    const auto text = base::read_file(*file.value(), largest);
    if (!text.ok()) return text.error();
    try {
        return std::optional{seen_from(json::parse(text.value()))};
    } catch (const std::exception& error) {
        return base::Error{fmt::format("{} cannot be used: {}", name, error.what())};
    }
}

std::string as_json(const Seen& seen) {
    ordered_json out{{"schema", schema}, {"version", version}, {"address", seen.address}};
    const auto add = [&](const char* key, const std::string& text) {
        if (!text.empty()) out[key] = text;
    };
    const auto add_day = [&](const char* key, const std::optional<base::Date>& day) {
        if (day) out[key] = day->iso();
    };
    add("heading", seen.heading);
    out["state"] = name_of(seen.state);
    add("why", seen.why);
    add("moved_to", seen.moved_to);
    add_day("gone_since", seen.gone_since);
    add_day("away_since", seen.away_since);
    if (seen.not_before) out["not_before"] = *seen.not_before;
    add_day("different_since", seen.different_since);
    add_day("read", seen.read);
    add("etag", seen.earlier.etag);
    add("modified", seen.earlier.modified);
    if (seen.reviewed) out["reviewed"] = as_object(*seen.reviewed);
    if (seen.latest) out["latest"] = as_object(*seen.latest);
    return out.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace brochure::sources
