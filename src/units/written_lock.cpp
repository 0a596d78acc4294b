#include "units/written_lock.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

#include "base/utf8.hpp"

namespace brochure::units {

namespace {

class Lines {
  public:
    explicit Lines(std::string_view text) : text_(text) {}
    [[nodiscard]] bool at_end() const { return text_.empty(); }
    [[nodiscard]] std::uint32_t number() const { return number_; }
    // The next line, if it begins so: what is behind that.
    std::optional<std::string_view> rest_behind(std::string_view beginning) {
        const std::size_t end = text_.find('\n');
        if (end == std::string_view::npos || !text_.starts_with(beginning)) return std::nullopt;
        const std::string_view rest = text_.substr(beginning.size(), end - std::min(end, beginning.size()));
        text_.remove_prefix(end + 1);
        ++number_;
        return rest;
    }
    bool skip(std::string_view line) {
        const auto rest = rest_behind(line);
        return rest && rest->empty();
    }

  private:
    std::string_view text_;
    std::uint32_t number_ = 0;  // of the line read last
};

// A string in quotation marks, in which those and backslashes alone are escaped.
std::optional<std::string> unquoted(std::string_view text) {
    if (text.size() < 2 || text.front() != '"' || text.back() != '"') return std::nullopt;
    text = text.substr(1, text.size() - 2);
    std::string out;
    out.reserve(text.size());
    constexpr unsigned char first_plain = 0x20, delete_character = 0x7F;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto byte = static_cast<unsigned char>(text[at]);
        if (text[at] == '"' || byte < first_plain || byte == delete_character) return std::nullopt;
        if (text[at] == '\\') {
            if (++at == text.size() || (text[at] != '"' && text[at] != '\\')) return std::nullopt;
        }
        out += text[at];
    }
    return out;
}

bool read_string(Lines& lines, std::string_view beginning, std::string& into) {
    const auto rest = lines.rest_behind(beginning);
    auto words = rest ? unquoted(*rest) : std::nullopt;
    if (words) into = *std::move(words);
    return words.has_value();
}

bool read_entry(Lines& lines, const std::string& file, LockEntry& entry) {
    if (!lines.skip("[[unit]]")) return false;
    entry.place = {file, lines.number(), 1};
    return read_string(lines, "key = ", entry.key) && read_string(lines, "edition = ", entry.edition) &&
           read_string(lines, "master = ", entry.master) &&
           read_string(lines, "translation = ", entry.translation) && !entry.key.empty();
}

}  // namespace

std::optional<Lock> read_as_written(std::string_view text, const std::string& shown_file, int schema) {
    if (base::first_invalid_utf8(text)) return std::nullopt;
    Lines lines{text};
    while (lines.rest_behind("#")) continue;
    Lock lock;
    if (!lines.skip("") || !lines.skip(fmt::format("schema = {}", schema))) return std::nullopt;
    const auto version = lines.rest_behind("normaliser = ");
    if (!version) return std::nullopt;
    const auto [end, fault] =
        std::from_chars(version->data(), version->data() + version->size(), lock.normaliser);
    if (fault != std::errc{} || end != version->data() + version->size() || !normaliser(lock.normaliser))
        return std::nullopt;
    std::string master;
    if (!read_string(lines, "master = ", master)) return std::nullopt;
    std::set<std::string> keys;
    while (!lines.at_end()) {
        LockEntry entry;
        if (!lines.skip("") || !read_entry(lines, shown_file, entry) || !keys.insert(entry.key).second)
            return std::nullopt;
        lock.entries.push_back(std::move(entry));
    }
    return lock;
}

}  // namespace brochure::units
