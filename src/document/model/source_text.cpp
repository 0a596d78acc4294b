#include "document/model/source_text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "base/utf8.hpp"
#include "diag/codes.hpp"

namespace brochure::document {

SourceText SourceText::of_file(std::string text, std::string file, std::uint32_t first_line) {
    SourceText source;
    source.text_ = std::move(text);
    source.file_ = std::move(file);
    source.marks_ = {{0, {first_line, 1}}};
    for (std::size_t at = source.text_.find('\n'); at != std::string::npos;
         at = source.text_.find('\n', at + 1)) {
        source.marks_.push_back({at + 1, {++first_line, 1}});
    }
    return source;
}

SourceText SourceText::of_string(config::PlacedString string) {
    std::vector<SourceMark> marks;
    for (config::PlacedString::Mark& mark : string.marks)
        marks.push_back({mark.offset, std::move(mark.place)});
    if (marks.empty()) marks.push_back({0, std::move(string.place)});
    return of_pieces(std::move(string.text), std::move(marks));
}

SourceText SourceText::of_pieces(std::string text, std::vector<SourceMark> marks) {
    assert(!marks.empty() && marks.front().offset == 0);
    SourceText source;
    source.text_ = std::move(text);
    source.file_ = marks.front().place.file;
    source.marks_.clear();
    for (const SourceMark& mark : marks)
        source.marks_.push_back({mark.offset, {mark.place.line, mark.place.column}});
    return source;
}

std::size_t SourceText::mark_before(std::size_t offset) const {
    const auto after = std::upper_bound(marks_.begin(), marks_.end(), offset,
                                        [](std::size_t at, const Mark& mark) { return at < mark.offset; });
    return static_cast<std::size_t>(after - marks_.begin()) - 1;
}

Place SourceText::place_at(std::size_t offset) const {
    const Mark& mark = marks_[mark_before(offset)];
    const std::uint32_t along = base::column_of(text().substr(mark.offset), offset - mark.offset) - 1;
    return {file_, mark.spot.line, mark.spot.column + along};
}

std::size_t SourceText::offset_of(int line, int column) const {
    const auto index = static_cast<std::size_t>(std::max(line, 1)) - 1;
    if (index >= marks_.size()) return text_.size();
    return std::min(marks_[index].offset + static_cast<std::size_t>(std::max(column, 1)) - 1, text_.size());
}

std::string_view SourceText::line(int number) const {
    const std::size_t start = offset_of(number, 1);
    return text().substr(start, text().find('\n', start) - start);
}

Cursor::Cursor(const SourceText& source, std::size_t offset) : source_(&source), offset_(offset) {
    const Place place = source.place_at(offset);
    spot_ = {place.line, place.column};
    next_mark_ = source.mark_before(offset) + 1;
}

void Cursor::advance() {
    if (at_end()) return;
    offset_ += base::code_point_at(source_->text_, offset_).length;
    ++spot_.column;
    while (next_mark_ < source_->marks_.size() && source_->marks_[next_mark_].offset <= offset_) {
        spot_ = source_->marks_[next_mark_++].spot;
    }
}

void Cursor::advance_to(std::size_t offset) {
    while (offset_ < offset && !at_end()) advance();
}

std::size_t Cursor::steady_bytes() const {
    const bool marked = next_mark_ < source_->marks_.size();
    return (marked ? source_->marks_[next_mark_].offset - 1 : source_->text_.size()) - offset_;
}

void Cursor::advance_over(std::size_t bytes, std::uint32_t characters) {
    assert(bytes <= steady_bytes());
    offset_ += bytes;
    spot_.column += characters;
}

namespace {

constexpr char32_t lost = 0xFFFD;
constexpr char32_t object = 0xFFFC;  // left where a picture stood in Word, in notes, on a web page

bool is_forbidden(char32_t c) {
    const bool control = (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0);
    const bool noncharacter = (c >= 0xFDD0 && c <= 0xFDEF) || (c & 0xFFFE) == 0xFFFE;
    return control || noncharacter || c == lost || c == object || c == 0x2028 || c == 0x2029;
}

// Embeddings, overrides and isolates: invisible, and they make a line read otherwise than it is stored.
bool is_bidi_control(char32_t c) { return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069); }

}  // namespace

bool is_told(char32_t c) { return is_forbidden(c) || is_bidi_control(c); }

void check_character(char32_t c, Place place, Sink& sink) {
    if (is_bidi_control(c)) {
        sink.warning(diag::code::character_suspect, std::move(place),
                     fmt::format("the invisible character U+{:04X} changes the order of the text",
                                 static_cast<unsigned>(c)),
                     "remove it; the order follows from the letters");
    } else if (is_forbidden(c)) {
        const std::string_view what = c == lost     ? "stands for a character that was lost"
                                      : c == object ? "stands for a picture that was not copied along"
                                                    : "cannot be printed";
        sink.error(diag::code::character_forbidden, std::move(place),
                   fmt::format("the character U+{:04X} {}", static_cast<unsigned>(c), what),
                   c == object ? "remove it (it cannot be seen), or place the picture with ![…](…)"
                               : "type the text anew at this place");
    }
}

void check_characters(const SourceText& source, Sink& sink) {
    const std::string_view text = source.text();
    constexpr char first_plain = ' ', last_plain = '~';
    for (std::size_t at = 0; at < text.size();) {
        if ((text[at] >= first_plain && text[at] <= last_plain) || text[at] == '\n') {
            ++at;
            continue;
        }
        const base::CodePoint c = base::code_point_at(text, at);
        if (is_bidi_control(c.value) || is_forbidden(c.value))
            check_character(c.value, source.place_at(at), sink);
        at += c.length;
    }
}

}  // namespace brochure::document
