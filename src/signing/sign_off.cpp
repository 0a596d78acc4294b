#include "signing/sign_off.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/file.hpp"
#include "config/toml.hpp"
#include "config/write.hpp"
#include "diag/codes.hpp"

namespace brochure::signing {

namespace code = diag::code;
using config::required;

namespace {

constexpr std::uint64_t largest_file = 1U << 20U;
constexpr std::size_t seal_digits = 64;

std::optional<SignOff> read_one(config::Table& table) {
    SignOff one;
    one.seal = table.string("seal", required).value_or("");
    one.edition = table.string("edition", required).value_or("");
    one.by = table.string("by", required).value_or("");
    const auto on = table.date("on", required);
    one.until = table.date("until");
    table.report_unknown_keys();
    if (one.seal.size() != seal_digits || !on || one.by.empty()) return std::nullopt;
    one.on = *on;
    return one;
}

}  // namespace

std::string sign_off_file(std::string_view brochure, std::string_view language) {
    return fmt::format("content/{}/{}.signed.toml", brochure, language);
}

std::optional<SignOffs> read_sign_offs(const document::ProjectFolders& folders, std::string_view brochure,
                                       std::string_view language, Sink& sink) {
    const std::string file = sign_off_file(brochure, language);
    const auto found = base::find_regular_file(folders.root / file);
    if (found.ok() && !found.value()) return SignOffs{};
    const auto text = base::read_file(folders.root / file, largest_file);
    if (!text.ok()) {
        sink.error(code::file_unreadable, {file, 0, 0}, text.error().message, "check the file's permissions");
        return std::nullopt;
    }
    Sink own;
    auto root = config::parse(text.value(), file, 1, own);
    SignOffs out;
    if (root) {
        for (config::Table& table : root->tables("sign_off")) {
            auto one = read_one(table);
            if (one)
                out.push_back(*std::move(one));
            else
                own.error(code::value_unknown, table.place(), "this sign-off is not as it was written",
                          "take the file back from version control, or sign the text anew");
        }
        root->report_unknown_keys();
    }
    const bool sound = root && !own.has_errors();
    sink.take(std::move(own));
    return sound ? std::optional{std::move(out)} : std::nullopt;
}

std::string written(const SignOffs& sign_offs) {
    std::string out =
        "# Who approved this text to be handed out, the latest last. A seal is of all that a reader sees.\n"
        "# Written by: brochure sign-off. Keep it beside the texts; do not edit it.\n";
    for (const SignOff& one : sign_offs) {
        fmt::format_to(std::back_inserter(out), "\n[[sign_off]]\nseal = {}\nedition = {}\nby = {}\non = {}\n",
                       config::quoted(one.seal), config::quoted(one.edition), config::quoted(one.by),
                       one.on.iso());
        if (one.until) fmt::format_to(std::back_inserter(out), "until = {}\n", one.until->iso());
    }
    return out;
}

const SignOff* holding(const SignOffs& sign_offs, std::string_view seal) {
    const auto found = std::find_if(sign_offs.rbegin(), sign_offs.rend(),
                                    [&](const SignOff& one) { return one.seal == seal; });
    return found == sign_offs.rend() ? nullptr : &*found;
}

}  // namespace brochure::signing
