#include "results/junit.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "diag/render.hpp"
#include "xml/writer.hpp"

namespace brochure::results {

namespace {

using diag::Diagnostic;

struct Case {
    std::string name, suite;
    const char* verdict = nullptr;  // failure, error, skipped; none: passed
    std::string message, details;   // why; all there is to say
};

// XML has no place for the other control characters, nor for bytes that are no letters.
std::string for_xml(std::string_view text) {
    const bool sound = !base::first_invalid_utf8(text);
    constexpr char first_printable = 0x20;
    std::string out;
    for (const char c : text) {
        const bool line_end = c == '\n' || c == '\t' || c == '\r';
        const bool control = c >= 0 && c < first_printable && !line_end;
        if (control || (c < 0 && !sound))
            out += "\xEF\xBF\xBD";
        else
            out.push_back(c);
    }
    return out;
}

using Suites = std::map<std::string, std::vector<Case>>;

// A mistake in a text, its brochure or something that all of them share.
bool concerns(const Diagnostic& one, const make::Output& output) {
    const std::string_view file = one.place.file;
    const std::string own = "content/" + output.brochure + "/";
    if (!file.starts_with("content/") || file.starts_with("content/house/") ||
        file.starts_with("content/languages/"))
        return true;
    if (!file.starts_with(own)) return false;
    return !file.ends_with(".md") || file == own + output.language + ".md";
}

std::vector<Diagnostic> concerning(const make::Output& output, const std::vector<Diagnostic>& all) {
    std::vector<Diagnostic> list;
    std::copy_if(all.begin(), all.end(), std::back_inserter(list),
                 [&](const Diagnostic& one) { return concerns(one, output); });
    return list;
}

std::string first_error(const std::vector<Diagnostic>& list) {
    const auto first = std::find_if(list.begin(), list.end(), [](const Diagnostic& one) {
        return one.severity == diag::Severity::error;
    });
    return first == list.end() ? "" : first->message;
}

Case case_of(const make::Output& output, const make::Report& report, const std::vector<Diagnostic>& all) {
    Case one{fmt::format("{}.{}.{}", output.language, output.layout, name_of(output.edition)),
             output.brochure};
    const std::vector<Diagnostic> found = concerning(output, all);
    switch (output.state) {
        case make::State::refused:
            one.verdict = "failure";
            one.message = first_error(found);
            break;
        case make::State::failed:
            one.verdict = "error";
            for (const std::string& sentence : report.refused) one.message += sentence + "\n";
            break;
        case make::State::held:
            one.verdict = "skipped";
            one.message = "held: behind its master text";
            break;
        default:
            break;
    }
    one.details = diag::as_text(found);
    return one;
}

// Of a check: by file.
Suites by_file(const std::vector<Diagnostic>& all) {
    std::map<std::string, std::vector<Diagnostic>> files;
    for (const Diagnostic& one : all) files[one.place.file].push_back(one);
    Suites suites;
    for (const auto& [file, found] : files) {
        Case one{file.empty() ? "project" : file, "check", nullptr, first_error(found), diag::as_text(found)};
        if (!one.message.empty()) one.verdict = "failure";
        suites["check"].push_back(std::move(one));
    }
    return suites;
}

Suites suites_of(const make::Report& report) {
    const std::vector<Diagnostic> all = report.diagnostics.sorted();
    Suites suites = report.outputs.empty() ? by_file(all) : Suites{};
    for (const make::Output& output : report.outputs)
        suites[output.brochure].push_back(case_of(output, report, all));
    // What is nobody's fault but the command's or the environment's.
    std::vector<std::string> sentences = report.misused;
    if (report.outputs.empty())
        sentences.insert(sentences.end(), report.refused.begin(), report.refused.end());
    for (const std::string& sentence : sentences)
        suites["command"].push_back({"command", "command", "error", sentence, ""});
    return suites;
}

std::string count_of(const std::vector<Case>& cases, std::string_view verdict) {
    return std::to_string(std::count_if(cases.begin(), cases.end(), [&](const Case& one) {
        return one.verdict != nullptr && one.verdict == verdict;
    }));
}

void write(xml::Writer& xml, const Case& one) {
    xml.open_line("testcase", {{"name", for_xml(one.name)}, {"classname", "brochure." + one.suite}});
    if (one.verdict != nullptr)
        xml.whole_line(one.verdict, {{"message", for_xml(one.message)}}, for_xml(one.details));
    else if (!one.details.empty())
        xml.whole_line("system-out", {}, for_xml(one.details));
    xml.close_line();
}

}  // namespace

std::string as_junit(const make::Report& report) {
    xml::Writer xml;
    xml.open("testsuites", {{"name", "brochure"}});
    for (const auto& [name, cases] : suites_of(report)) {
        xml.open_line("testsuite", {{"name", name},
                                    {"tests", std::to_string(cases.size())},
                                    {"failures", count_of(cases, "failure")},
                                    {"errors", count_of(cases, "error")},
                                    {"skipped", count_of(cases, "skipped")}});
        for (const Case& one : cases) write(xml, one);
        xml.close_line();
    }
    xml.close_line();
    return xml.take();
}

}  // namespace brochure::results
