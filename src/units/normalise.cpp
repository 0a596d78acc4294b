#include "units/normalise.hpp"

#include <array>
#include <utility>

#include "base/ascii.hpp"
#include "base/digest.hpp"
#include "base/utf8.hpp"
#include "unicode/unicode.hpp"

namespace brochure::units {

namespace {

constexpr char32_t soft_hyphen = 0xAD;
constexpr std::size_t digest_digits = 16;

// The plain mark that a typographic one was typed as; 0 for what is no quotation mark.
char plain_quote(char32_t c) {
    switch (c) {
        case U'“':
        case U'”':
        case U'„':
        case U'‟':
        case U'«':
        case U'»':
        case U'「':
        case U'」':
        case U'"':
            return '"';
        case U'‘':
        case U'’':
        case U'‚':
        case U'‛':
        case U'‹':
        case U'›':
        case U'\'':
            return '\'';
        default:
            return 0;
    }
}

std::string first_rules(std::string_view utf8) {
    const std::string composed = unicode::nfc(utf8);
    std::string out;
    bool space = false;
    for (std::size_t at = 0; at < composed.size();) {
        if (const char c = composed[at];
            base::is_ascii_letter(c) || base::is_ascii_digit(c)) {  // most of a text
            if (std::exchange(space, false)) out += ' ';
            out += c;
            ++at;
            continue;
        }
        const auto [c, length] = base::code_point_at(composed, at);
        const std::string_view bytes = std::string_view{composed}.substr(at, length);
        at += length;
        if (c == soft_hyphen) continue;
        if (unicode::is_white_space(c)) {
            space = !out.empty();
            continue;
        }
        if (std::exchange(space, false)) out += ' ';
        if (const char quote = plain_quote(c); quote != 0) {
            out += quote;
        } else {
            out += bytes;
        }
    }
    return out;
}

constexpr std::array<Normaliser, 1> known{Normaliser{1, first_rules}};

}  // namespace

const Normaliser& newest_normaliser() { return known.back(); }

std::optional<Normaliser> normaliser(int version) {
    for (const Normaliser& one : known) {
        if (one.version == version) return one;
    }
    return std::nullopt;
}

std::string digest_of(std::string_view words, const Normaliser& normaliser) {
    return base::sha256(normaliser.words(words)).substr(0, digest_digits);
}

}  // namespace brochure::units
