#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>

#include "base/must.hpp"
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

bool is_east_asian(UScriptCode script) {
    return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA ||
           script == USCRIPT_BOPOMOFO;
}

// Emoji are wide too, and no business of Han's.
bool is_wide(UChar32 c) {
    const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
    return (width == U_EA_FULLWIDTH || width == U_EA_WIDE) && c > 0x3000 && c <= 0xFFEF;
}

bool is_narrow(UChar32 c) { return u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH) == U_EA_NARROW; }

// Punctuation that both have, at different widths.
bool is_shared_mark(UChar32 c) {
    return c == 0xB7 || c == 0x2014 || (c >= 0x2018 && c <= 0x201D) || c == 0x2026;
}

bool is_east_asian(std::string_view language) {
    const std::string_view primary = language.substr(0, language.find_first_of("-_"));
    return primary == "zh" || primary == "ja";
}

bool is_latin_letter(std::string_view text, std::size_t at) {
    return at < text.size() &&
           script_of(static_cast<UChar32>(base::code_point_at(text, at).value)) == USCRIPT_LATIN;
}

// The script of a character that many have, where Han's typography decides it by its width.
UScriptCode east_asian_script(UChar32 c, std::string_view text, std::size_t next, UScriptCode current,
                              bool east_asian_text) {
    if (is_wide(c) && !is_east_asian(current)) return USCRIPT_HAN;
    if (is_narrow(c) && is_east_asian(current) && c != ' ') return USCRIPT_LATIN;
    const bool inside_word = current == USCRIPT_LATIN && is_latin_letter(text, next);
    if (east_asian_text && is_shared_mark(c) && !inside_word) return USCRIPT_HAN;
    return current;
}

std::vector<Character> resolved(std::string_view text, bool east_asian_text) {
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
                for (Character& earlier : characters) {
                    const auto of_earlier =
                        static_cast<UChar32>(base::code_point_at(text, earlier.offset).value);
                    const bool latin = is_east_asian(script) && is_narrow(of_earlier) && of_earlier != ' ';
                    earlier.script = latin ? USCRIPT_LATIN : script;
                }
            }
            current = script;
        } else if (const UScriptCode decided =
                       east_asian_script(c, text, at + point.length, current, east_asian_text);
                   decided != current) {
            current = script = decided;
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
    base::must(name != nullptr, "ICU has no name for a script.");
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

std::string script_name(const std::array<char, 4>& script) {
    const std::string tag{script.begin(), script.end()};
    const auto code = static_cast<UScriptCode>(u_getPropertyValueEnum(UCHAR_SCRIPT, tag.c_str()));
    const char* name = code < 0 ? nullptr : uscript_getName(code);
    return name == nullptr ? tag : name;
}

std::vector<ScriptRun> script_runs(std::string_view text, std::string_view language) {
    std::vector<ScriptRun> runs;
    UScriptCode current = USCRIPT_INVALID_CODE;
    for (const Character& character : resolved(text, is_east_asian(language))) {
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
