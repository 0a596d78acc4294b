#include "cli/export_options.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

namespace brochure::cli {

using translation::ExportWish;
using translation::Form;

namespace {

constexpr std::array<std::pair<std::string_view, Form>, 5> forms{
    {{"po", Form::po}, {"xliff", Form::xliff}, {"tmx", Form::tmx}, {"tbx", Form::tbx}, {"csv", Form::csv}}};

bool is_printed(const std::string& format) { return format == "text" || format == "json"; }

}  // namespace

void ExportOptions::add_to(CLI::App& command) {
    command
        .add_option(
            "--format", formats,
            "The file's form: po (if none is given), xliff, tmx (a memory of what is confirmed), tbx or "
            "csv (the glossary); text or json: how the result is printed")
        ->allow_extra_args(false)
        ->check(CLI::IsMember({"po", "xliff", "tmx", "tbx", "csv", "text", "json"}))
        ->type_name("FORMAT");
    command.add_option("--xliff", xliff, "XLIFF 1.2 (if not given) or 2.0: 1.2 or 2")
        ->check(CLI::IsMember({"1.2", "2", "2.0"}))
        ->type_name("VERSION");
    command.add_option("--only", only, "Only what waits: what is stale or not translated")
        ->check(CLI::IsMember({"stale"}))
        ->type_name("stale");
    command.add_option("--segment", segment, "Show translators a sentence at a time, in XLIFF")
        ->check(CLI::IsMember({"sentence"}))
        ->type_name("sentence");
}

std::string ExportOptions::printed_format() const {
    const auto last = std::find_if(formats.rbegin(), formats.rend(), is_printed);
    return last == formats.rend() ? std::string{} : *last;
}

std::optional<ExportWish> ExportOptions::wish(bool is_template, std::string& fault) const {
    ExportWish out;
    std::string_view named;
    for (const std::string& format : formats) {
        const auto* const form =
            std::find_if(forms.begin(), forms.end(), [&](const auto& one) { return one.first == format; });
        if (form == forms.end()) continue;
        if (!named.empty() && named != form->first) {
            fault = fmt::format("--format: one file has one form, not {} and {}", named, form->first);
            return std::nullopt;
        }
        std::tie(named, out.form) = *form;
    }
    const bool wants_xliff = !xliff.empty() || !segment.empty();
    if (wants_xliff && named.empty()) out.form = Form::xliff;
    if (wants_xliff && out.form != Form::xliff) {
        fault = fmt::format("{} is for XLIFF, not for {}", xliff.empty() ? "--segment" : "--xliff", named);
        return std::nullopt;
    }
    const bool has_waiting = out.form == Form::po || out.form == Form::xliff;
    if (!only.empty() && !has_waiting) {
        fault = fmt::format("--only stale is for PO and XLIFF: nothing in {} waits for a translator", named);
        return std::nullopt;
    }
    if (out.form == Form::tmx && is_template) {
        fault = "a memory holds pairs: name the translation's language behind the brochure";
        return std::nullopt;
    }
    if (xliff.starts_with('2')) out.xliff = exchange::XliffVersion::v2_0;
    if (!only.empty()) out.scope = exchange::Scope::waiting;
    out.by_sentences = !segment.empty();
    return out;
}

}  // namespace brochure::cli
