#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cassert>

#include "base/utf8.hpp"
#include "unicode/unicode.hpp"

namespace brochure::unicode {

namespace {

struct Character {
    std::uint32_t offset = 0;
    UScriptCode script = USCRIPT_COMMON;
};

bool is_real(UScriptCode script) {
    return script != USCRIPT_COMMON && script != USCRIPT_INHERITED && script != USCRIPT_UNKNOWN;
}

UScriptCode script_of(UChar32 c) {
    UErrorCode status = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &status);
    return U_SUCCESS(status) && is_real(script) ? script : USCRIPT_COMMON;
}

// Opening brackets that still wait for their partner, so that both ends of a parenthesis get one script (UAX
// 24, 5.1).
class OpenBrackets {
  public:
    void open(UChar32 bracket, std::size_t index) {
        if (open_.size() < deepest) open_.push_back({u_getBidiPairedBracket(bracket), index});
    }
    // The index of the bracket that `bracket` closes, or `otherwise`.
    std::size_t close(UChar32 bracket, std::size_t otherwise) {
        const auto partner = std::find_if(open_.rbegin(), open_.rend(),
                                          [&](const Waiting& waiting) { return waiting.closer == bracket; });
        if (partner == open_.rend()) return otherwise;
        const std::size_t index = partner->index;
        open_.erase(std::prev(partner.base()), open_.end());
        return index;
    }

  private:
    static constexpr std::size_t deepest =
        63;  // as in UAX 9, BD16: hostile nesting must not make this quadratic
    struct Waiting {
        UChar32 closer;
        std::size_t index;
    };
    std::vector<Waiting> open_;
};

std::vector<Character> resolved(std::string_view text) {
    std::vector<Character> characters;
    characters.reserve(text.size());
    OpenBrackets brackets;
    UScriptCode current = USCRIPT_COMMON;
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint point = base::code_point_at(text, at);
        const auto c = static_cast<UChar32>(point.value);
        const std::size_t index = characters.size();
        UScriptCode script = script_of(c);
        if (is_real(script)) {
            // What stood before the first script goes with it.
            if (!is_real(current)) {
                for (Character& earlier : characters) earlier.script = script;
            }
            current = script;
        } else {
            script = current;
            switch (u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE)) {
                case U_BPT_OPEN:
                    brackets.open(c, index);
                    break;
                case U_BPT_CLOSE: {
                    const std::size_t partner = brackets.close(c, index);
                    if (partner != index) current = script = characters[partner].script;
                    break;
                }
                default:
                    break;
            }
        }
        characters.push_back({static_cast<std::uint32_t>(at), script});
        at += point.length;
    }
    return characters;
}

std::array<char, 4> iso_15924(UScriptCode script) {
    const char* name = uscript_getShortName(script);
    assert(name != nullptr);
    return {name[0], name[1], name[2], name[3]};
}

}  // namespace

char32_t closing_bracket(char32_t opening) {
    const auto c = static_cast<UChar32>(opening);
    const bool opens = u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE) == U_BPT_OPEN;
    return opens ? static_cast<char32_t>(u_getBidiPairedBracket(c)) : 0;
}

char32_t opening_bracket(char32_t closing) {
    const auto c = static_cast<UChar32>(closing);
    const bool closes = u_getIntPropertyValue(c, UCHAR_BIDI_PAIRED_BRACKET_TYPE) == U_BPT_CLOSE;
    return closes ? static_cast<char32_t>(u_getBidiPairedBracket(c)) : 0;
}

std::vector<ScriptRun> script_runs(std::string_view text) {
    std::vector<ScriptRun> runs;
    UScriptCode current = USCRIPT_INVALID_CODE;
    for (const Character& character : resolved(text)) {
        if (character.script != current) {
            if (!runs.empty()) runs.back().range.end = character.offset;
            runs.push_back(
                {{character.offset, static_cast<std::uint32_t>(text.size())}, iso_15924(character.script)});
            current = character.script;
        }
    }
    return runs;
}

}  // namespace brochure::unicode
