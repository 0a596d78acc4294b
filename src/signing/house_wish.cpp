#include "signing/house_wish.hpp"

#include <fmt/format.h>

#include <string>

#include "base/file.hpp"
#include "config/toml.hpp"
#include "diag/codes.hpp"
#include "signing/sign_off.hpp"

namespace brochure::signing {

namespace {

constexpr std::uint64_t largest_file = 1U << 20U;
constexpr std::string_view house_file = "content/house/house.toml";

}  // namespace

WithoutSignOff house_wish(const document::ProjectFolders& folders, Sink& sink) {
    const std::string file{house_file};
    const auto text = base::read_file(folders.root / file, largest_file);
    Sink own;  // all but this key is told by the reader of the house file
    auto root = text.ok() ? config::parse(text.value(), file, 1, own) : std::nullopt;
    if (!root) return WithoutSignOff::nothing;
    const auto wish = root->choice<WithoutSignOff>("without_sign_off", {{"nothing", WithoutSignOff::nothing},
                                                                        {"mark", WithoutSignOff::mark},
                                                                        {"refuse", WithoutSignOff::refuse}});
    if (!wish && root->has("without_sign_off")) sink.take(std::move(own));
    return wish.value_or(WithoutSignOff::nothing);
}

bool says_unsigned(const document::ProjectFolders& folders, const document::Document& document,
                   std::string_view seal, Sink& sink) {
    const WithoutSignOff wish = house_wish(folders, sink);
    if (wish == WithoutSignOff::nothing) return false;
    const auto sign_offs = read_sign_offs(folders, document.id, document.language.tag, sink);
    if (!sign_offs || holding(*sign_offs, seal) != nullptr) return false;
    const std::string remedy =
        fmt::format("when it has been read and approved: brochure sign-off {} {} --by ROLE", document.id,
                    document.language.tag);
    const std::string_view why = sign_offs->empty() ? "nobody has signed for this text"
                                                    : "this text has changed since somebody signed for it";
    if (wish == WithoutSignOff::refuse) {
        sink.error(not_signed, document.place, fmt::format("{}, and the house refuses it without", why),
                   remedy);
        return false;
    }
    if (document.language.label(std::string{mark_label}).empty()) {
        sink.error(diag::code::key_missing, document.language.place,
                   "without the label 'not_signed' no page can say that nobody has signed for the text",
                   "add it under [labels], as the language files of the program have it");
        return false;
    }
    sink.warning(not_signed, document.place, fmt::format("{}: every page says so", why), remedy);
    return true;
}

void say_unsigned(document::Document& document) {
    const bool is_master = document.master == document.language.tag;
    std::string& said = document.language.labels[is_master ? "not_reviewed_master" : "not_reviewed"];
    const std::string& mark = document.language.label(std::string{mark_label});
    said = document.reviewed || said.empty() ? mark : said + " " + mark;
    document.reviewed = false;
}

}  // namespace brochure::signing
