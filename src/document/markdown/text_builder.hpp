// TextBuilder: puts one paragraph's Text together, character by character, keeping spans and places in step.
// In: characters in reading order, each with where it stands in the source. Out: a Text with folded white
// space, typographic quotation marks and sorted spans.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/model/document.hpp"
#include "document/model/source_text.hpp"

namespace brochure::document {

class TextBuilder {
  public:
    explicit TextBuilder(std::string file) : file_(std::move(file)) {}

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(text_.utf8.size()); }
    [[nodiscard]] bool empty() const { return text_.utf8.empty(); }
    [[nodiscard]] bool ends_in_space() const { return text_.utf8.ends_with(' ') && !ends_with_erased(); }

    // One character. `kept`: it was escaped, so no quotation mark is made of it.
    void append(std::string_view character, Spot spot, bool kept);
    // Several that are neither spaces nor escaped, one behind the other in the source.
    void append_run(std::string_view run, std::uint32_t characters, Spot spot);
    void append_space(Spot spot);                           // nothing at the start, or behind another space
    void append_break(Spot spot);                           // U+2028 with its LineBreak
    std::size_t open_span(SpanMeaning meaning, Spot spot);  // its number, for close_span
    void close_span(std::size_t span);
    // A span over what was appended from `begin` on.
    void add_span(std::uint32_t begin, SpanMeaning meaning, Spot spot);
    void add_mark(SpanMeaning meaning, Spot spot);
    void drop_last_space();
    void mark_next() { mark_next_ = true; }  // the next character notes its place, whatever stands before it
    void erase_later(std::uint32_t offset);  // a character of one byte that turned out to be markup

    [[nodiscard]] Text finish(const Language& language) &&;

  private:
    [[nodiscard]] Place place(Spot spot) const { return {file_, spot.line, spot.column}; }
    [[nodiscard]] bool ends_with_erased() const;
    void trim_end();

    std::string file_;
    Text text_;
    Spot expected_;
    bool mark_next_ = true;
    std::vector<std::uint32_t> kept_;
    std::vector<std::uint32_t> erased_;
};

}  // namespace brochure::document
