// SourceText: a stretch of an author's text that Markdown is read from, and the place of each of its
// characters. In: a file's text, or a string of TOML with its marks. Out: places, found by offset or by
// walking along.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "config/toml.hpp"
#include "diag/diagnostic.hpp"
#include "document/model/document.hpp"

namespace brochure::document {

// A line and a column, without the file that all of one source share.
struct Spot {
    std::uint32_t line = 0, column = 0;
    friend bool operator==(const Spot&, const Spot&) = default;
};

class SourceText {
  public:
    // A file, or what is left of it from line `first_line` on.
    static SourceText of_file(std::string text, std::string file, std::uint32_t first_line);
    static SourceText of_string(config::PlacedString string);
    // A text put together from pieces of another source.
    static SourceText of_pieces(std::string text, std::vector<SourceMark> marks);

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] const std::string& file() const { return file_; }
    [[nodiscard]] Place place_at(std::size_t offset) const;
    // The byte offset of a line (counted from 1 within this text) and a column in bytes, as cmark gives them.
    [[nodiscard]] std::size_t offset_of(int line, int column) const;
    [[nodiscard]] std::string_view line(int number) const;  // without its end

  private:
    friend class Cursor;
    struct Mark {
        std::size_t offset = 0;
        Spot spot;
    };
    [[nodiscard]] std::size_t mark_before(std::size_t offset) const;

    std::string text_;
    std::string file_;
    std::vector<Mark> marks_{{0, {1, 1}}};  // from each on, columns run along with characters
};

// Walks a source character by character and always knows its place.
class Cursor {
  public:
    explicit Cursor(const SourceText& source, std::size_t offset = 0);

    [[nodiscard]] const SourceText& source() const { return *source_; }
    [[nodiscard]] std::size_t offset() const { return offset_; }
    [[nodiscard]] Spot spot() const { return spot_; }
    [[nodiscard]] Place place() const { return {source_->file_, spot_.line, spot_.column}; }
    [[nodiscard]] bool at_end() const { return offset_ >= source_->text_.size(); }
    [[nodiscard]] char peek(std::size_t ahead = 0) const {
        return offset_ + ahead < source_->text_.size() ? source_->text_[offset_ + ahead] : '\0';
    }
    [[nodiscard]] std::string_view rest() const { return source_->text().substr(offset_); }
    void advance();                       // by one character
    void advance_to(std::size_t offset);  // forwards
    // How many bytes from here on have columns that run along with their characters; and a step over some of
    // them.
    [[nodiscard]] std::size_t steady_bytes() const;
    void advance_over(std::size_t bytes, std::uint32_t characters);

  private:
    const SourceText* source_;
    std::size_t offset_ = 0;
    std::size_t next_mark_ = 0;
    Spot spot_;
};

// Reports characters that no printed text can hold (controls, U+FFFD, noncharacters, line and paragraph
// separators) as errors, and bidi controls as warnings: those that are told.
bool is_told(char32_t c);
void check_character(char32_t c, Place place, Sink& sink);
void check_characters(const SourceText& source, Sink& sink);

}  // namespace brochure::document
