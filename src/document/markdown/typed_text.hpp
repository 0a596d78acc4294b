// TypedText: a text as its author typed it, for the search for markup that was left over.
// In: the characters that are printed, in order, each with its place. Out: one string in which whatever was
// escaped or was markup is a stand-in, so that no pattern is found across it.
#pragma once

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "document/model/source_text.hpp"

namespace brochure::document {

class TypedText {
  public:
    static constexpr char escaped = '\x1A';  // "\*", "&amp;"
    static constexpr char markup = '\x1F';   // the start or end of bold words, a link, a note

    void append(std::string_view character, Spot spot) {
        note(spot);
        text_ += character;
    }
    // Several characters, one behind the other in the source; fewer bytes than `farthest`.
    void append_run(std::string_view run, std::uint32_t characters, Spot spot) {
        append(run, spot);
        expected_.column = spot.column + characters;
    }
    void append_escaped(Spot spot) { append({&escaped, 1}, spot); }
    void append_markup(Spot spot) { append({&markup, 1}, spot); }
    void end_line(Spot spot) { append("\n", spot); }

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] Spot spot_of(std::size_t offset) const {
        const auto behind =
            std::upper_bound(marks_.begin(), marks_.end(), offset,
                             [](std::size_t at, const Mark& mark) { return at < mark.offset; });
        if (behind == marks_.begin()) return {};
        const auto& [from, spot] = *std::prev(behind);
        return {spot.line,
                spot.column + base::column_of(std::string_view{text_}.substr(from), offset - from) - 1};
    }
    void clear() { *this = {}; }
    static constexpr std::size_t farthest =
        200;  // between two marks: so that a place is found soon in a long text too

  private:
    struct Mark {
        std::size_t offset = 0;
        Spot spot;
    };
    void note(Spot spot) {
        const bool far = !marks_.empty() && text_.size() - marks_.back().offset > farthest;
        if (marks_.empty() || far || spot != expected_) marks_.push_back({text_.size(), spot});
        expected_ = {spot.line, spot.column + 1};
    }

    std::string text_;
    std::vector<Mark> marks_;
    Spot expected_;
};

}  // namespace brochure::document
