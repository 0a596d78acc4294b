#include "document/markdown/leftovers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "base/ascii.hpp"
#include "diag/codes.hpp"
#include "document/model/letters.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

struct Leftover {
    std::string_view words;
    bool as_written = true;  // in these capitals alone
    bool broken = false;     // it stands for words that were lost
};

// "TODO" is a word of Spanish and Portuguese, "todo" as well; with a colon behind it is neither.
constexpr std::array leftovers{
    Leftover{"TODO:"},
    Leftover{"TODO"},
    Leftover{"FIXME"},
    Leftover{"TBD"},
    Leftover{"TBC"},
    Leftover{"lorem ipsum", false},
    Leftover{"dolor sit amet", false},
    Leftover{"click or tap here to enter text", false},
    Leftover{"klik of tik om tekst in te voeren", false},
    Leftover{"klicken oder tippen sie hier, um text einzugeben", false},
    Leftover{"error! bookmark not defined", false, true},
    Leftover{"error! reference source not found", false, true},
    Leftover{"fout! bladwijzer niet gedefinieerd", false, true},
    Leftover{"fout! verwijzingsbron niet gevonden", false, true},
    Leftover{"fehler! textmarke nicht definiert", false, true},
    Leftover{"fehler! verweisquelle konnte nicht gefunden werden", false, true},
    Leftover{"hyperlink \"", true, true},
};

bool begins_with(std::string_view text, const Leftover& leftover) {
    if (text.size() < leftover.words.size()) return false;
    return std::equal(leftover.words.begin(), leftover.words.end(), text.begin(), [&](char own, char c) {
        return own == c || (!leftover.as_written && own == base::ascii_lower(c)) || (own == ' ' && c == '\n');
    });
}

bool is_word_at(std::string_view text, std::size_t at, std::size_t length) {
    const auto in_word = [](char32_t c) { return is_letter(c) || is_figure(c) || c == '_'; };
    const char32_t last = character_before(text, at + length);
    return !in_word(character_before(text, at)) &&
           (!is_letter(last) || !in_word(character_at(text, at + length)));
}

// A line wholly in capitals may be Spanish: "TODO EL DÍA".
bool stands_in_capitals(std::string_view text, std::size_t at, std::size_t length) {
    const auto is_capital = [](char32_t c) { return (c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE); };
    std::size_t behind = at + length;
    while (behind < text.size() && text[behind] == ' ') ++behind;
    return behind > at + length && is_capital(character_at(text, behind)) &&
           is_capital(character_at(text, behind + 1));
}

}  // namespace

void report_leftovers(const TypedText& typed, const std::string& file, Sink& sink) {
    const std::string_view text = typed.text();
    for (std::size_t at = 0; at < text.size(); ++at) {
        constexpr std::string_view first_letters = "TFlLdDcCkKeEfh";
        if (first_letters.find(text[at]) == std::string_view::npos) continue;
        const auto found = std::find_if(leftovers.begin(), leftovers.end(), [&](const Leftover& leftover) {
            return begins_with(text.substr(at), leftover) && is_word_at(text, at, leftover.words.size());
        });
        if (found == leftovers.end()) continue;
        const std::size_t length = found->words.size();
        if (found->words == "TODO" && stands_in_capitals(text, at, length)) continue;
        const Spot spot = typed.spot_of(at);
        const Place place{file, spot.line, spot.column};
        if (found->broken) {
            sink.error(code::text_leftover, place,
                       fmt::format("'{}' was left by a word processor", text.substr(at, length)),
                       "write what should stand here");
        } else {
            sink.warning(
                code::text_leftover, place,
                fmt::format("'{}' looks like a text that is still to be written", text.substr(at, length)),
                "write it, or remove the words");
        }
        at += length - 1;
    }
}

}  // namespace brochure::document
