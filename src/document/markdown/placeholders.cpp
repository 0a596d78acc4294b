#include "document/markdown/placeholders.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text_range.hpp"
#include "diag/codes.hpp"

namespace brochure::document {

namespace {

// What `brochure new` wrote before its words stood between braces.
constexpr std::array<std::string_view, 17> earlier{"Naam van het ziekenhuis",
                                                   "Straat 1, 1234 AB Plaats",
                                                   "https://www.ziekenhuis.example/",
                                                   "Naam van de afdeling",
                                                   "Titel van de folder",
                                                   "Waar deze folder over gaat",
                                                   "In één of twee zinnen: wat de lezer hier vindt.",
                                                   "Wat de lezer in elk geval moet onthouden.",
                                                   "Wat de lezer zelf kan doen.",
                                                   "Naam van de behandeling",
                                                   "waarvoor zij dient",
                                                   "hoe zij gaat",
                                                   "moeilijk woord",
                                                   "Wat het betekent.",
                                                   "Uw naam",
                                                   "Titel van de bron",
                                                   "https://www.voorbeeld.example/"};

// Sentences of its text, wherever they stand.
constexpr std::array<std::string_view, 3> earlier_in_the_text{
    "Schrijf korte zinnen. Zeg ‘u’. Leg moeilijke woorden uit", "- als dit gebeurt;",
    "Meer over de gevolgen leest u bij [de klachten]"};

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// The next "{words}" from `from` on, with its braces. Markup has other characters behind its brace: {#id},
// {{table}}, {lang=en}.
std::optional<TextRange> next_placeholder(std::string_view text, std::size_t from) {
    constexpr std::size_t fewest_letters = 3;
    for (std::size_t at = text.find('{', from); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const bool escaped = at > 0 && (text[at - 1] == '\\' || text[at - 1] == '{' || text[at - 1] == ']');
        const std::size_t end = text.find_first_of("{}\n", at + 1);
        if (escaped || end == std::string_view::npos || text[end] != '}') continue;
        const std::string_view words = text.substr(at + 1, end - at - 1);
        if (words.size() < fewest_letters || !is_letter(words.front()) ||
            words.find('=') != std::string_view::npos || text.substr(end + 1, 1) == "}") {
            continue;
        }
        return TextRange{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end + 1)};
    }
    return std::nullopt;
}

}  // namespace

bool is_placeholder(std::string_view text) { return next_placeholder(text, 0).has_value(); }

std::string as_placeholder(const std::string& words) {
    return is_placeholder(words) ? words : "{" + words + "}";
}

void report_placeholder(std::string_view words, const Place& place, Sink& sink) {
    sink.warning(
        diag::code::placeholder, place, fmt::format("'{}' is yet to be filled in", words),
        "write your own words here, without braces; until then build --edition screen makes a draft");
}

std::string report_placeholders(const SourceText& source, Sink& sink) {
    const std::string_view text = source.text();
    if (std::find(earlier.begin(), earlier.end(), text) != earlier.end()) {
        report_placeholder(text, source.place_at(0), sink);
        return as_placeholder(std::string{text});
    }
    for (const std::string_view sentence : earlier_in_the_text) {
        const std::size_t at = text.find(sentence);
        if (at != std::string_view::npos) report_placeholder(sentence, source.place_at(at), sink);
    }
    for (auto found = next_placeholder(text, 0); found; found = next_placeholder(text, found->end)) {
        report_placeholder(found->of(text), source.place_at(found->begin), sink);
    }
    return std::string{text};
}

}  // namespace brochure::document
