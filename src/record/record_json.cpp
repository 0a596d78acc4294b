#include <algorithm>
#include <exception>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <string>
#include <utility>

#include "record/record.hpp"

namespace brochure::record {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;
using Kind = base::Sight::Kind;

constexpr std::string_view schema = "brochure-record";
constexpr int version = 2;

ordered_json as_json(const Inputs& inputs) {
    ordered_json files = json::object(), folders = json::object(), links = json::object();
    ordered_json present = json::array(), absent = json::array(), unusable = json::array();
    for (const auto& [name, sight] : inputs) {
        if (!sight.leads_to.empty()) links.push_back({name, sight.leads_to});
        switch (sight.kind) {
            case Kind::read:
                files.push_back({name, sight.digest});
                break;
            case Kind::listed:
                folders.push_back({name, sight.digest});
                break;
            case Kind::present:
                present.push_back(name);
                break;
            case Kind::absent:
                absent.push_back(name);
                break;
            case Kind::unusable:
                unusable.push_back(name);
                break;
        }
    }
    ordered_json out;
    const auto add = [&](const char* key, ordered_json list) {
        if (!list.empty()) out[key] = std::move(list);
    };
    add("files", std::move(files));
    add("present", std::move(present));
    add("absent", std::move(absent));
    add("folders", std::move(folders));
    add("links", std::move(links));
    add("unusable", std::move(unusable));
    return out.is_null() ? ordered_json::object() : out;
}

Inputs inputs_from(const json& in) {
    Inputs inputs;
    const auto list = [&](const char* key, Kind kind) {
        if (!in.contains(key)) return;
        for (const json& name : in.at(key)) inputs[name.get<std::string>()].kind = kind;
    };
    const auto table = [&](const char* key, Kind kind) {
        if (!in.contains(key)) return;
        for (const auto& [name, digest] : in.at(key).items()) {
            base::Sight& sight = inputs[name];
            sight.kind = kind;
            sight.digest = digest.get<std::string>();
        }
    };
    table("files", Kind::read);
    table("folders", Kind::listed);
    list("present", Kind::present);
    list("absent", Kind::absent);
    list("unusable", Kind::unusable);
    if (in.contains("links")) {
        for (const auto& [name, target] : in.at("links").items())
            inputs[name].leads_to = target.get<std::string>();
    }
    return inputs;
}

ordered_json as_json(const std::vector<diag::Diagnostic>& diagnostics) {
    ordered_json list = json::array();
    for (const diag::Diagnostic& one : diagnostics) {
        list.push_back({{"severity", one.severity == diag::Severity::error ? "error" : "warning"},
                        {"code", one.code},
                        {"file", one.place.file},
                        {"line", one.place.line},
                        {"column", one.place.column},
                        {"message", one.message},
                        {"remedy", one.remedy}});
    }
    return list;
}

std::vector<diag::Diagnostic> diagnostics_from(const json& in) {
    std::vector<diag::Diagnostic> diagnostics;
    for (const json& one : in) {
        diagnostics.push_back(
            {one.at("severity") == "error" ? diag::Severity::error : diag::Severity::warning,
             one.at("code"),
             {one.at("file"), one.at("line"), one.at("column")},
             one.at("message"),
             one.at("remedy")});
    }
    return diagnostics;
}

ordered_json as_json(const Output& output) {
    ordered_json out{{"edition", name_of(output.edition)},
                     {"file", output.file},
                     {"sha256", output.digest},
                     {"bytes", output.bytes},
                     {"pages", output.pages}};
    if (output.created) out["created"] = *output.created;
    out["made_from"] = output.made_from;
    if (!output.inputs.empty()) out["inputs"] = as_json(output.inputs);
    if (!output.diagnostics.empty()) out["diagnostics"] = as_json(output.diagnostics);
    return out;
}

ordered_json as_json(const PlacedPiece& piece) {
    return {{"key", piece.key},     {"kind", piece.kind},     {"page", piece.page},
            {"lines", piece.lines}, {"sha256", piece.digest}, {"words", piece.words}};
}

// As as_json() writes the last key of all: no other line of the file can begin like this, since only what
// stands outermost is indented by one, and a line's end within a string is written as \n.
constexpr std::string_view start_of_pieces = ",\n \"pieces\": [";

std::string cut_before_pieces(std::string_view text) {
    const std::size_t at = text.find(start_of_pieces);
    return std::string{text.substr(0, at)} + (at == std::string_view::npos ? "" : "}");
}

// A name that leads out of the record's folder is none of ours.
std::string plain_name(const json& in) {
    auto name = in.get<std::string>();
    if (name.empty() || name.front() == '.' || name.find('/') != std::string::npos)
        throw std::invalid_argument("an output is no file beside its record");
    return name;
}

Output output_from(const json& in) {
    const auto edition = base::named<design::Edition>(in.at("edition").get<std::string>());
    if (!edition) throw std::invalid_argument("an edition is not known");
    Output output;
    output.edition = *edition;
    output.file = plain_name(in.at("file"));
    output.digest = in.at("sha256");
    output.bytes = in.at("bytes");
    output.pages = in.at("pages");
    if (in.contains("created")) output.created = in.at("created").get<std::int64_t>();
    output.made_from = in.at("made_from");
    if (in.contains("inputs")) output.inputs = inputs_from(in.at("inputs"));
    if (in.contains("diagnostics")) output.diagnostics = diagnostics_from(in.at("diagnostics"));
    return output;
}

Record record_from(const json& in) {
    if (in.at("schema") != schema) throw std::invalid_argument("it is no record");
    if (in.at("version") != version) throw std::invalid_argument("it is of another version of the program");
    Record record;
    record.program = {in.at("program").at("version"), in.at("program").at("identity")};
    record.brochure = in.at("id");
    record.language = in.at("language");
    record.layout = in.at("layout");
    record.options.greyscale = in.at("options").at("greyscale");
    if (in.at("options").contains("pages")) record.options.pages = in.at("options").at("pages").get<int>();
    record.inputs = inputs_from(in.at("inputs"));
    record.asides = inputs_from(in.at("asides"));
    record.diagnostics = diagnostics_from(in.at("diagnostics"));
    record.made_from = in.at("made_from");
    record.seal = in.at("seal");
    record.text_edition = in.at("text_edition");
    for (const json& output : in.at("outputs")) record.outputs.push_back(output_from(output));
    if (!in.contains("pieces")) return record;
    for (const json& piece : in.at("pieces"))
        record.pieces.push_back({piece.at("key"), piece.at("kind"), piece.at("words"), piece.at("sha256"),
                                 piece.at("page").get<std::size_t>(), piece.at("lines").get<std::size_t>()});
    return record;
}

}  // namespace

std::string as_json(const Record& record) {
    ordered_json options{{"greyscale", record.options.greyscale}};
    if (record.options.pages) options["pages"] = *record.options.pages;
    ordered_json outputs = json::array();
    for (const Output& output : record.outputs) outputs.push_back(as_json(output));
    ordered_json pieces = json::array();
    for (const PlacedPiece& piece : record.pieces) pieces.push_back(as_json(piece));
    const ordered_json out{
        {"schema", schema},
        {"version", version},
        {"program", {{"version", record.program.version}, {"identity", record.program.identity}}},
        {"id", record.brochure},
        {"language", record.language},
        {"layout", record.layout},
        {"options", std::move(options)},
        {"inputs", as_json(record.inputs)},
        {"asides", as_json(record.asides)},
        {"diagnostics", as_json(record.diagnostics)},
        {"made_from", record.made_from},
        {"outputs", std::move(outputs)},
        {"seal", record.seal},
        {"text_edition", record.text_edition},
        {"pieces", std::move(pieces)}};
    return out.dump(1, ' ', false, ordered_json::error_handler_t::replace) + "\n";
}

base::Result<Record> from_json(std::string_view text, Depth depth) {
    try {
        return record_from(json::parse(depth == Depth::whole ? std::string{text} : cut_before_pieces(text)));
    } catch (const std::exception& error) {
        return base::Error{error.what()};
    }
}

}  // namespace brochure::record
