#include "text/hyphenation_patterns.hpp"

#include <fmt/format.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "base/ascii.hpp"
#include "base/trimmed.hpp"
#include "base/utf8.hpp"

namespace brochure::text {

namespace {

// libhyphen reads lines into 100 bytes, the line's end and a zero among them, and the encoding's name
// into 20.
constexpr std::size_t longest_line = 98;
constexpr std::size_t longest_encoding = 18;
constexpr int largest_minimum = 99;

constexpr const char* two_digits = "has two digits side by side";

bool is_blank(char c) { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view text) { return base::trimmed(text, " \t"); }

bool is_known_encoding(std::string name) {
    constexpr std::string_view microsoft = "microsoft-";
    if (name.starts_with(microsoft)) name.erase(0, microsoft.size());
    const iconv_t converter = iconv_open("UTF-8", name.c_str());
    if (converter == reinterpret_cast<iconv_t>(-1)) return false;
    iconv_close(converter);
    return true;
}

class Reader {
  public:
    Reader(std::string_view dictionary, bool finds_twins) : rest_(dictionary), finds_twins_(finds_twins) {
        constexpr std::size_t bytes_of_a_pattern = 8;
        out_.text.reserve(dictionary.size() + 1);
        if (!finds_twins) return;
        bytes_of_letters_.reserve(dictionary.size());
        letters_.reserve(dictionary.size() / bytes_of_a_pattern);
    }

    HyphenationPatterns read() {
        if (rest_.starts_with(base::byte_order_mark)) rest_.remove_prefix(base::byte_order_mark.size());
        read_encoding(next_line());
        while (!rest_.empty()) read_line(next_line());
        return std::move(out_);
    }

  private:
    std::string_view next_line() {
        const std::size_t end = std::min(rest_.find('\n'), rest_.size());
        std::string_view line = rest_.substr(0, end);
        rest_.remove_prefix(std::min(end + 1, rest_.size()));
        if (line.ends_with('\r')) line.remove_suffix(1);
        ++number_;
        return line;
    }

    void refuse(std::string sentence, std::string remedy) {
        out_.faults.push_back({number_, std::move(sentence), std::move(remedy)});
    }
    void keep(std::string_view line) {
        out_.text += line;
        out_.text += '\n';
    }

    void read_encoding(std::string_view line) {
        const std::string name{trimmed(line)};
        utf8_ = name == "UTF-8";
        const bool plain = std::ranges::all_of(name, [](char c) { return c > ' ' && c < 0x7F; });
        if (!name.empty() && name.size() <= longest_encoding && plain && is_known_encoding(name)) {
            keep(name);
            return;
        }
        refuse("the first line of the hyphenation patterns does not name their encoding",
               "write UTF-8 on a line of its own above the patterns, and save the file so");
        keep("UTF-8");
    }

    void read_line(std::string_view typed) {
        const std::string_view line = trimmed(typed);
        if (is_plain(line)) {
            add(line);
            return;
        }
        // Longer comments would be read as patterns from their hundredth byte on.
        if (line.starts_with('%') || line.empty()) return;
        if (std::ranges::any_of(line, [](char c) { return (0 <= c && c < ' ' && c != '\t') || c == 0x7F; })) {
            refuse("a line of the hyphenation patterns holds a control character",
                   "delete the line and type it anew");
        } else if (line.size() > longest_line) {
            refuse(
                fmt::format("a line of the hyphenation patterns is {} bytes long, and the longest may be {}",
                            line.size(), longest_line),
                "write one pattern on each line");
        } else if (!read_keyword(line)) {
            read_pattern(line);
        }
    }

    // Whether the line is a pattern in which nothing can be wrong, as nearly all lines of a dictionary are:
    // small letters, one digit at most between two of them, perhaps a full stop at one end.
    [[nodiscard]] bool is_plain(std::string_view line) const {
        if (line.size() > longest_line) return false;
        bool has_letter = false, after_digit = false;
        for (std::size_t i = 0; i < line.size(); ++i) {
            const char c = line[i];
            const bool digit = base::is_ascii_digit(c);
            const bool letter = ('a' <= c && c <= 'z') || (!utf8_ && static_cast<unsigned char>(c) > 0x9F);
            const bool word_end = c == '.' && (i == 0 || i + 1 == line.size()) && !after_digit;
            if ((digit && after_digit) || !(digit || letter || word_end)) return false;
            has_letter = has_letter || letter;
            after_digit = digit;
        }
        return has_letter;
    }

    // Whether the line is one of the settings.
    bool read_keyword(std::string_view line) {
        constexpr std::array minimums{"LEFTHYPHENMIN", "RIGHTHYPHENMIN", "COMPOUNDLEFTHYPHENMIN",
                                      "COMPOUNDRIGHTHYPHENMIN"};
        for (const std::string_view keyword : minimums) {
            if (!line.starts_with(keyword)) continue;
            read_minimum(line, keyword);
            return true;
        }
        if (line.starts_with("NOHYPHEN")) {
            read_no_hyphen(line);
            return true;
        }
        if (!line.starts_with("NEXTLEVEL")) return false;
        if (trimmed(line) != "NEXTLEVEL" || next_level_) {
            refuse("'NEXTLEVEL' stands by itself, and once at most", "delete this line");
        } else {
            next_level_ = true;
            no_hyphen_ = false;
            letters_.clear();
            keep("NEXTLEVEL");
        }
        return true;
    }

    void read_minimum(std::string_view line, std::string_view keyword) {
        const std::string_view value = trimmed(line.substr(keyword.size()));
        const bool number = !value.empty() && value.size() <= 2 &&
                            std::ranges::all_of(value, base::is_ascii_digit) &&
                            is_blank(line[keyword.size()]);
        if (number && value != "0" && value != "00") {
            keep(fmt::format("{} {}", keyword, value));
        } else {
            refuse(fmt::format("'{}' is not followed by a number from 1 to {}", keyword, largest_minimum),
                   fmt::format("write {} 2, or leave the line out", keyword));
        }
    }

    void read_no_hyphen(std::string_view line) {
        constexpr std::string_view keyword = "NOHYPHEN";
        const std::string_view value = trimmed(line.substr(keyword.size()));
        const bool parted = line.size() == keyword.size() || is_blank(line[keyword.size()]);
        const bool gap = value.empty() || value.front() == ',' || value.back() == ',' ||
                         value.find(",,") != std::string_view::npos ||
                         value.find(' ') != std::string_view::npos;
        if (!parted || gap || !is_text(value)) {
            refuse("'NOHYPHEN' is not followed by characters with commas between them",
                   "write NOHYPHEN -,' or leave the line out");
        } else if (no_hyphen_) {
            refuse("'NOHYPHEN' stands here a second time", "write all its characters on one line");
        } else {
            no_hyphen_ = true;
            keep(fmt::format("NOHYPHEN {}", value));
        }
    }

    [[nodiscard]] bool is_text(std::string_view bytes) const {
        return !utf8_ || !base::first_invalid_utf8(bytes);
    }

    void read_pattern(std::string_view line) {
        const std::string_view comment_free = trimmed(line.substr(0, line.find('%')));
        const std::string pattern{comment_free};
        if (pattern.find_first_of(" \t") != std::string::npos) {
            refuse("more than one pattern stands on a line", "write one pattern on each line");
        } else if (!is_text(pattern)) {
            refuse("a pattern is not UTF-8", "save the file as UTF-8, and name UTF-8 in its first line");
        } else if (pattern.find('/') != std::string::npos) {
            refuse(fmt::format("the pattern '{}' would change letters at the line's end", pattern),
                   "leave out the '/' and what follows it; words that change are listed as exceptions");
            forbid(pattern.substr(0, pattern.find('/')));
        } else if (pattern.find("^^") != std::string::npos) {
            refuse(
                fmt::format("the pattern '{}' writes a letter as a number, which is not understood", pattern),
                "write the letter itself");
        } else if (const std::string wrong = fault_of_digits(pattern); !wrong.empty()) {
            refuse(fmt::format("the pattern '{}' {}", pattern, wrong),
                   "write letters with one digit between two of them where a hyphen is good (odd) or bad "
                   "(even): a1b");
            if (wrong == two_digits) keep(pattern);  // the library takes the last of them
        } else {
            add(pattern);
        }
    }

    // The gravest first: the library writes before its array where a digit stands before the word's start.
    static std::string fault_of_digits(std::string_view pattern) {
        const std::size_t first = std::min(pattern.find_first_not_of("0123456789"), pattern.size());
        const bool starts_word = first < pattern.size() && pattern[first] == '.';
        const std::size_t last = pattern.find_last_not_of("0123456789");
        if (pattern.find_first_not_of("0123456789.") == std::string_view::npos) return "has no letters";
        if (starts_word && first > 0) return "has a digit before the word's start";
        const std::size_t point = pattern.find('.', first + 1);
        if (point != std::string_view::npos && point < last) return "has a full stop within it";
        for (std::size_t i = 1; i < pattern.size(); ++i) {
            if (base::is_ascii_digit(pattern[i]) && base::is_ascii_digit(pattern[i - 1])) return two_digits;
        }
        return "";
    }

    // A place where letters would change is none for a hyphen: its odd digit becomes the even one above it.
    void forbid(std::string pattern) {
        for (char& c : pattern) {
            constexpr char highest_even = '8';
            if (base::is_ascii_digit(c) && (c - '0') % 2 == 1)
                c = c == '9' ? highest_even : static_cast<char>(c + 1);
        }
        if (!pattern.empty() && fault_of_digits(pattern).empty()) add(pattern);
    }

    void add(std::string_view pattern) {
        if (finds_twins_) find_twin(pattern);
        keep(pattern);
    }

    void find_twin(std::string_view pattern) {
        const std::size_t begin = bytes_of_letters_.size();
        for (const char c : pattern) {
            if (!base::is_ascii_digit(c)) bytes_of_letters_ += c;
        }
        const auto [at, is_new] =
            letters_.try_emplace(std::string_view{bytes_of_letters_}.substr(begin), number_);
        if (is_new) return;
        refuse(fmt::format("the pattern '{}' has the letters of the one in line {}", pattern, at->second),
               "keep one of the two");
    }

    std::string_view rest_;
    bool finds_twins_;
    std::uint32_t number_ = 0;
    bool utf8_ = false, next_level_ = false, no_hyphen_ = false;
    std::string bytes_of_letters_;  // no longer than the dictionary, so it never moves
    std::unordered_map<std::string_view, std::uint32_t> letters_;  // of the patterns so far, and their lines
    HyphenationPatterns out_;
};

}  // namespace

HyphenationPatterns safe_patterns(std::string_view dictionary, bool finds_twins) {
    return Reader(dictionary, finds_twins).read();
}

}  // namespace brochure::text
