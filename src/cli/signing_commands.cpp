#include "cli/signing_commands.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

#include "base/file.hpp"
#include "cli/exit_code.hpp"
#include "cli/failure.hpp"
#include "cli/streams.hpp"
#include "diag/render.hpp"
#include "units/readable.hpp"

namespace brochure::cli {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

namespace {

ordered_json as_json(const std::optional<signing::SignOff>& one) {
    if (!one) return {};
    ordered_json out{{"by", one->by}, {"on", one->on.iso()}};
    if (one->until) out["until"] = one->until->iso();
    return out;
}

std::string as_text(const signing::SignOff& one) {
    return fmt::format("{} on {}{}", one.by, one.on.iso(),
                       one.until ? fmt::format(", until {}", one.until->iso()) : std::string{});
}

std::string verified_as_text(const make::Verified& found) {
    std::string out =
        fmt::format("{}: {}.{}, edition {}\n", found.code, found.brochure, found.language, found.edition);
    out += found.signed_off ? fmt::format("  signed by {}\n", as_text(*found.signed_off))
                            : "  nobody has signed for it\n";
    if (!found.superseded) return out + "  it says what the text says today\n";
    if (found.code_now.empty()) return out + "  superseded: the text is gone, or has mistakes\n";
    return out + fmt::format("  superseded: the text is {} by now, edition {}\n", found.code_now,
                             found.edition_now);
}

std::string verified_as_json(const make::Verified& found) {
    return ordered_json{{"code", found.code},
                        {"id", found.brochure},
                        {"language", found.language},
                        {"edition", found.edition},
                        {"signed", as_json(found.signed_off)},
                        {"superseded", found.superseded},
                        {"now", {{"code", found.code_now}, {"edition", found.edition_now}}}}
               .dump(2) +
           "\n";
}

}  // namespace

int sign_off(const document::ProjectFolders& folders, const SignOffRequest& request) {
    if (const auto refused = known_brochures(folders, {request.brochure}, request.json).refused)
        return *refused;
    if (request.until && *request.until <= request.today)
        return failed(wrong_usage, "--until: a sign-off lasts longer than today", request.json);
    Sink sink;
    const auto all = make::sealed(folders, request.brochure, request.language, sink);
    print_err(diag::as_text(sink.sorted()));
    if (sink.has_errors()) return failed(content_errors, "nothing was signed", request.json);
    if (all.empty())
        return failed(wrong_usage, fmt::format("{} has no text in '{}'", request.brochure, request.language),
                      request.json);
    make::Sealed text = all.front();
    if (text.seal.empty())
        return failed(content_errors, "the text has mistakes, see brochure check: nothing was signed",
                      request.json);
    text.sign_offs.push_back({text.seal, text.edition, request.by, request.today, request.until});
    const std::string file = signing::sign_off_file(request.brochure, request.language);
    const auto replaced = base::replace_file(folders.root / file, signing::written(text.sign_offs));
    if (!replaced.ok()) return failed(environment_failed, replaced.error().message, request.json);
    const std::string code = units::edition_code(text.seal);
    print_out(
        request.json
            ? ordered_json{{"file", file}, {"code", code}, {"signed", as_json(text.sign_offs.back())}}.dump(
                  2) +
                  "\n"
            : fmt::format("{}: edition {} ({}) signed by {}\n", file, text.edition, code,
                          as_text(text.sign_offs.back())));
    return done;
}

int verify(const document::ProjectFolders& folders, const VerifyRequest& request) {
    std::string code = units::as_edition_code(request.what);
    std::error_code fault;
    if (fs::is_regular_file(request.what, fault) || code.empty()) {
        if (!fs::exists(request.what, fault))
            return failed(wrong_usage,
                          fmt::format("'{}' is neither an edition code nor a file; a code is printed at the "
                                      "foot of every page and looks like K7QM-2XTP",
                                      request.what),
                          request.json);
        auto read = make::code_in(request.what);
        if (!read.ok()) return failed(content_errors, read.error().message, request.json);
        code = std::move(read).value();
    }
    Sink sink;
    const auto found = make::verified(folders, request.output, code, sink);
    print_err(diag::as_text(sink.sorted()));
    if (!found)
        return failed(content_errors,
                      fmt::format("{} is no text of this project, nor one that was signed for", code),
                      request.json);
    print_out(request.json ? verified_as_json(*found) : verified_as_text(*found));
    return found->superseded ? work_waits : done;
}

}  // namespace brochure::cli
