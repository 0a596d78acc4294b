// Hyphenation: a language's own exceptions first, then the patterns in the dictionary's encoding,
// then the rules that hold for both: least letters at either end, and no break that would change a letter.
#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/file.hpp"
#include "base/read_once.hpp"
#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "text/characters.hpp"
#include "text/hyphenation_patterns.hpp"
#include "text/pattern_table.hpp"
#include "text/shaped_document.hpp"
#include "unicode/unicode.hpp"

namespace brochure::text {

namespace {

// Longer "words" are addresses or noise; a bound keeps the pattern search linear in the paragraph.
constexpr std::size_t longest_word = 200;
constexpr std::uint64_t largest_dictionary = 16 << 20;
constexpr std::array folders{"/usr/share/hyphen", "/usr/local/share/hyphen"};

// A letter with its marks, as typed at `offset`, composed and in lower case: 0 where no single code point has
// it.
struct Letter {
    std::uint32_t offset = 0;
    char32_t folded = 0;
};

char32_t fold(std::string_view letter) {
    if (letter.size() == 1) {
        const char c = letter.front();
        return static_cast<unsigned char>('A' <= c && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    if (letter == "\u0130") return U'i';  // Turkish; elsewhere its dot would become a mark of its own
    const std::string folded = unicode::nfc(unicode::lower_case(letter, ""));
    const base::CodePoint point = base::code_point_at(folded, 0);
    return point.length == folded.size() ? point.value : 0;
}

std::vector<Letter> letters_of(std::string_view word) {
    const std::vector<bool> starts = grapheme_start_flags(word);
    std::vector<Letter> letters;
    for (std::uint32_t at = 0; at < word.size();) {
        std::uint32_t end = at + 1;
        while (end < word.size() && !starts[end]) ++end;
        letters.push_back({at, fold(word.substr(at, end - at))});
        at = end;
    }
    return letters;
}

std::string folded(const std::vector<Letter>& letters) {
    std::string text;
    for (const Letter& letter : letters) base::append_utf8(text, letter.folded ? letter.folded : U'\uFFFD');
    return text;
}

bool has_trema(char32_t c) {
    constexpr std::u32string_view with_trema = U"äëïöüÿ";
    return with_trema.find(c) != std::u32string_view::npos;
}

bool is_consonant(char32_t c) {
    constexpr std::u32string_view consonants = U"bcdfghjklmnpqrstvwxz";
    return consonants.find(c) != std::u32string_view::npos;
}

// No syllable is a lone consonant: where patterns meet in a compound and part one off (lym-f-oom,
// kaa-k-necrose), one of the two points is wrong, and nothing says which.
void join_lone_consonants(const std::vector<Letter>& letters, std::vector<bool>& breaks) {
    for (std::size_t i = 1; i + 1 < letters.size(); ++i) {
        if (breaks[i] && breaks[i + 1] && is_consonant(letters[i].folded)) breaks[i] = breaks[i + 1] = false;
    }
}

// A dictionary may list compounds on a first level, before its patterns. The patterns break nearly all
// of the 69 000 German ones at the same places, and are a tenth of the file.
std::string without_long_first_level(std::string text) {
    constexpr std::size_t long_level = 200'000;
    constexpr std::string_view next_level = "\nNEXTLEVEL";
    const std::size_t level = text.find(next_level);
    if (level == std::string::npos || level < long_level) return text;
    const std::size_t encoding_end = text.find('\n');
    return text.erase(encoding_end, level + next_level.size() - encoding_end);
}

// A dictionary and the way from Unicode into its encoding.
class Dictionary {
  public:
    static std::unique_ptr<Dictionary> open(const std::string& name) {
        if (name.empty() || name.find('/') != std::string::npos) return nullptr;
        for (const char* folder : folders) {
            if (auto dictionary = load(std::filesystem::path(folder) / name)) return dictionary;
        }
        return nullptr;
    }
    // The system's: what libhyphen itself would not read safely is left out.
    static std::unique_ptr<Dictionary> load(const std::filesystem::path& path) {
        const auto found = base::find_regular_file(path);
        if (!found.ok() || !found.value()) return nullptr;
        base::Result<std::string> text = base::read_file(path, largest_dictionary);
        if (!text) return nullptr;
        return load_safe(safe_patterns(without_long_first_level(std::move(text).value()), false).text);
    }
    // A project's own: every line of it must be right.
    static std::unique_ptr<Dictionary> load_own(const document::Language& language, Sink& sink) {
        const std::filesystem::path path = language.hyphenation.patterns;
        const auto shown = std::filesystem::path(language.place.file).parent_path() / path.filename();
        base::Result<std::string> text = base::read_file(path, largest_dictionary);
        if (!text) {
            sink.error(diag::code::hyphenation_patterns, {shown.string(), 0, 0},
                       "the hyphenation patterns cannot be read", "see that the file is there and is yours");
            return nullptr;
        }
        const HyphenationPatterns patterns = safe_patterns(std::move(text).value());
        constexpr std::size_t most_told = 20;
        for (std::size_t i = 0; i < patterns.faults.size() && i < most_told; ++i) {
            const PatternFault& fault = patterns.faults[i];
            sink.error(diag::code::hyphenation_patterns, {shown.string(), fault.line, 1}, fault.sentence,
                       fault.remedy);
        }
        if (patterns.faults.size() > most_told) {
            sink.error(diag::code::hyphenation_patterns, {shown.string(), 0, 0},
                       fmt::format("{} more lines of the hyphenation patterns are not right",
                                   patterns.faults.size() - most_told),
                       "mend the ones above first");
        }
        return patterns.faults.empty() ? load_safe(patterns.text) : nullptr;
    }
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    // For every letter but the first, whether the patterns allow a hyphen before it.
    [[nodiscard]] std::vector<bool> breaks(const std::vector<Letter>& letters, int before, int after) const {
        std::string encoded;
        std::vector<bool> known(letters.size());
        std::vector<std::size_t> ends(letters.size());
        for (std::size_t i = 0; i < letters.size(); ++i) {
            known[i] = encode(letters[i].folded, encoded);
            ends[i] = encoded.size();
        }
        std::vector<bool> allowed(letters.size(), false);
        const std::vector<bool> breaks = patterns_.breaks(encoded, before, after);
        for (std::size_t i = 1; i < letters.size(); ++i) {
            // Patterns say nothing of a letter their encoding lacks.
            allowed[i] = breaks[ends[i - 1] - 1] && known[i - 1] && known[i];
        }
        return allowed;
    }

  private:
    static std::unique_ptr<Dictionary> load_safe(std::string_view patterns) {
        return std::unique_ptr<Dictionary>(new Dictionary(patterns));
    }

    explicit Dictionary(std::string_view patterns) : patterns_(patterns) {
        if (patterns_.utf8()) return;
        std::string name = patterns_.encoding();
        if (name.starts_with("microsoft-")) name.erase(0, std::string_view("microsoft-").size());
        const iconv_t converter = iconv_open("UTF-8", name.c_str());
        // An encoding the system does not know still agrees with ASCII in its lower half.
        if (converter == reinterpret_cast<iconv_t>(-1)) return;
        for (int byte = 0x80; byte <= 0xFF; ++byte) {
            char in = static_cast<char>(byte);
            std::array<char, 8> out{};
            char* from = &in;
            char* to = out.data();
            std::size_t in_left = 1;
            std::size_t out_left = out.size();
            iconv(converter, nullptr, nullptr, nullptr, nullptr);
            if (iconv(converter, &from, &in_left, &to, &out_left) != 0 || out_left == out.size()) continue;
            upper_half_[base::code_point_at(std::string_view(out.data(), out.size() - out_left), 0).value] =
                static_cast<char>(byte);
        }
        iconv_close(converter);
    }

    // Appends one letter, or a stand-in that no pattern has.
    bool encode(char32_t letter, std::string& out) const {
        constexpr char stand_in = '*';
        if (letter >= 0x80 && patterns_.utf8()) {
            base::append_utf8(out, letter);
            return true;
        }
        if (0 < letter && letter < 0x80) {
            out.push_back(static_cast<char>(letter));
            return true;
        }
        const auto found = upper_half_.find(letter);
        out.push_back(found == upper_half_.end() ? stand_in : found->second);
        return found != upper_half_.end();
    }

    PatternTable patterns_;
    std::unordered_map<char32_t, char> upper_half_;
};

bool same_rules(const document::Hyphenation& a, const document::Hyphenation& b) {
    return a.dictionary == b.dictionary && a.patterns == b.patterns && a.before == b.before &&
           a.after == b.after && a.drop_trema == b.drop_trema && a.exceptions == b.exceptions;
}

// One language's rules, with the words looked up so far.
struct Rules {
    document::Hyphenation hyphenation;
    const Dictionary* dictionary = nullptr;
    // Folded word without hyphens; the indices of letters that a hyphen may precede.
    std::unordered_map<std::string, std::vector<std::size_t>> exceptions;
    std::unordered_map<std::string, std::vector<std::uint32_t>> known;

    void add_exception(std::string_view hyphenated) {
        std::vector<std::size_t> breaks;
        std::vector<Letter> letters;
        for (const Letter& letter : letters_of(hyphenated)) {
            if (letter.folded == U'-') {
                breaks.push_back(letters.size());
            } else {
                letters.push_back(letter);
            }
        }
        exceptions[folded(letters)] = std::move(breaks);
    }

    [[nodiscard]] std::vector<std::uint32_t> find_points(std::string_view word) const {
        std::vector<std::uint32_t> points;
        const std::vector<Letter> letters = letters_of(word);
        // Breaking before a trema that only parts two vowels would make it vanish (ge-informeerd), and
        // letters are never changed here.
        const auto add = [&](std::size_t i) {
            if (!(hyphenation.drop_trema && has_trema(letters[i].folded)))
                points.push_back(letters[i].offset);
        };
        const auto exception = exceptions.find(folded(letters));
        if (exception != exceptions.end()) {
            for (const std::size_t i : exception->second) {
                if (0 < i && i < letters.size()) add(i);
            }
            return points;
        }
        if (!dictionary || letters.size() > longest_word) return points;
        std::vector<bool> breaks = dictionary->breaks(letters, hyphenation.before, hyphenation.after);
        join_lone_consonants(letters, breaks);
        for (std::size_t i = 1; i < letters.size(); ++i) {
            const bool far_enough =
                i >= static_cast<std::size_t>(std::max(1, hyphenation.before)) &&
                letters.size() - i >= static_cast<std::size_t>(std::max(1, hyphenation.after));
            if (breaks[i] && far_enough) add(i);
        }
        return points;
    }
};

}  // namespace

struct Dictionaries::State {
    struct Read {
        std::unique_ptr<Dictionary> dictionary;  // null: not installed, or not right
        Sink faults;                             // of a project's own
    };
    base::ReadOnce<std::string, Read> files;

    const Read& dictionary(const document::Language& language) {
        const document::Hyphenation& wanted = language.hyphenation;
        const bool own = wanted.dictionary.empty();
        return files.get(own ? wanted.patterns : wanted.dictionary, [&] {
            Read read;
            read.dictionary =
                own ? Dictionary::load_own(language, read.faults) : Dictionary::open(wanted.dictionary);
            return read;
        });
    }
};

Dictionaries::Dictionaries() : state(std::make_unique<State>()) {}
Dictionaries::~Dictionaries() = default;

struct Hyphenator::State {
    std::shared_ptr<Dictionaries> dictionaries;
    std::set<std::string> told;  // dictionaries whose faults were reported
    std::vector<std::unique_ptr<Rules>> rules;

    const Dictionary* dictionary(const document::Language& language, Sink& sink) {
        const document::Hyphenation& wanted = language.hyphenation;
        const Dictionaries::State::Read& read = dictionaries->state->dictionary(language);
        const bool own = wanted.dictionary.empty();
        if (!told.insert(own ? wanted.patterns : wanted.dictionary).second) return read.dictionary.get();
        sink.take(Sink{read.faults});
        if (!own && !read.dictionary) {
            sink.error(diag::code::hyphenation_missing, language.place,
                       fmt::format("the hyphenation dictionary '{}' of the language '{}' is not installed",
                                   wanted.dictionary, language.tag),
                       wanted.package.empty()
                           ? fmt::format("put it into {}, or leave 'dictionary' out of the language file",
                                         folders.front())
                           : fmt::format("install the package '{}' (apt install {})", wanted.package,
                                         wanted.package));
        }
        return read.dictionary.get();
    }

    Rules& rules_of(const document::Language& language, Sink& sink) {
        for (const auto& known : rules) {
            if (same_rules(known->hyphenation, language.hyphenation)) return *known;
        }
        auto fresh = std::make_unique<Rules>();
        fresh->hyphenation = language.hyphenation;
        const bool hyphenates =
            !language.hyphenation.dictionary.empty() || !language.hyphenation.patterns.empty();
        if (hyphenates) fresh->dictionary = dictionary(language, sink);
        for (const std::string& exception : language.hyphenation.exceptions) fresh->add_exception(exception);
        return *rules.emplace_back(std::move(fresh));
    }
};

Hyphenator::Hyphenator() : Hyphenator(std::make_shared<Dictionaries>()) {}
Hyphenator::Hyphenator(std::shared_ptr<Dictionaries> dictionaries) : state_(std::make_unique<State>()) {
    state_->dictionaries = std::move(dictionaries);
}
Hyphenator::~Hyphenator() = default;

std::vector<std::uint32_t> Hyphenator::points(std::string_view word, const document::Language& language,
                                              Sink& sink) {
    Rules& rules = state_->rules_of(language, sink);
    const auto [at, is_new] = rules.known.try_emplace(std::string(word));
    if (is_new) at->second = rules.find_points(word);
    return at->second;
}

}  // namespace brochure::text
