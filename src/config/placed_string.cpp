#include <algorithm>
#include <cassert>

#include "base/utf8.hpp"
#include "config/node.hpp"

namespace brochure::config {

namespace {

// Reads a quoted TOML string again (TOML 1.0, "String"), noting where columns cease to run along with bytes.
class QuotedReader {
  public:
    QuotedReader(std::string_view source, std::size_t at, Place place)
        : source_(source), at_(at), here_(std::move(place)) {}

    std::vector<PlacedString::Mark> marks(std::size_t length) {
        const char quote = peek();
        const bool multiline = source_.substr(at_, 3) == std::string(3, quote);
        step(multiline ? 3 : 1);
        if (multiline)
            skip_line_end();  // the line end directly behind the opening marks is no part of the text
        while (offset_ < length && at_ < source_.size()) {
            mark();
            if (quote == '"' && peek() == '\\') {
                escape();
            } else if (peek() == '\r' && peek(1) == '\n') {
                skip_line_end();  // toml++ keeps the line feed alone
                ++offset_;
            } else if (peek() == '\n') {
                skip_line_end();
                ++offset_;
            } else {
                const std::size_t bytes = std::max<std::size_t>(1, base::code_point_at(source_, at_).length);
                at_ += bytes;
                offset_ += bytes;
                ++here_.column;
                ++expected_.column;
            }
        }
        return std::move(marks_);
    }

  private:
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return at_ + ahead < source_.size() ? source_[at_ + ahead] : '\0';
    }

    void step(std::size_t characters) {
        at_ += characters;
        here_.column += static_cast<std::uint32_t>(characters);
    }

    void skip_line_end() {
        if (peek() == '\r' && peek(1) == '\n') ++at_;
        if (peek() != '\n') return;
        ++at_;
        ++here_.line;
        here_.column = 1;
    }

    void mark() {
        if (!marks_.empty() && here_ == expected_) return;
        if (!marks_.empty() && marks_.back().offset == offset_) {
            marks_.back().place = here_;
        } else {
            marks_.push_back({static_cast<std::uint32_t>(offset_), here_});
        }
        expected_ = here_;
    }

    void escape() {
        const char kind = peek(1);
        if (kind == 'u' || kind == 'U') {
            const std::size_t digits = kind == 'u' ? 4 : 8;
            const std::string hex{source_.substr(std::min(at_ + 2, source_.size()), digits)};
            std::string character;
            base::append_utf8(character, static_cast<char32_t>(std::stoul("0" + hex, nullptr, 16)));
            step(2 + digits);
            offset_ += character.size();
            ++expected_.column;
        } else if (kind == '\n' || kind == '\r' || kind == ' ' || kind == '\t') {
            step(1);  // a line end behind a backslash: the white space after it is no part of the text
            while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') {
                if (peek() == '\n') {
                    skip_line_end();
                } else {
                    step(1);
                }
            }
        } else {
            step(2);
            ++offset_;
            ++expected_.column;
        }
    }

    std::string_view source_;
    std::size_t at_;
    std::size_t offset_ = 0;
    Place here_;
    Place expected_;
    std::vector<PlacedString::Mark> marks_;
};

}  // namespace

PlacedString placed(const Node& string) {
    assert(string.source != nullptr);
    PlacedString result{std::get<std::string>(string.content), string.place, {}};
    if (result.text.empty()) return result;
    result.marks = QuotedReader{*string.source, string.offset, string.place}.marks(result.text.size());
    return result;
}

}  // namespace brochure::config
