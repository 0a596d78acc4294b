// Lines: a file's text by its lines. In: the text. Out: where each begins and ends, and the byte of a place.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"
#include "diag/diagnostic.hpp"

namespace brochure::exchange {

class Lines {
  public:
    explicit Lines(std::string_view text) : text_(text) {
        for (std::size_t at = 0; at < text.size();) {
            begins_.push_back(at);
            at = std::min(text.find('\n', at), text.size()) + 1;
        }
    }
    // Counted from 0.
    [[nodiscard]] std::size_t count() const { return begins_.size(); }
    [[nodiscard]] std::size_t begin(std::size_t line) const { return begins_[line]; }
    // The byte behind its end.
    [[nodiscard]] std::size_t behind(std::size_t line) const {
        return line + 1 < begins_.size() ? begins_[line + 1] : text_.size();
    }
    // Without its end.
    [[nodiscard]] std::string_view text(std::size_t line) const {
        std::string_view out = text_.substr(begin(line), behind(line) - begin(line));
        if (out.ends_with('\n')) out.remove_suffix(1);
        return out;
    }
    // The line that holds a byte.
    [[nodiscard]] std::size_t at(std::size_t offset) const {
        const auto behind = std::upper_bound(begins_.begin(), begins_.end(), offset);
        return static_cast<std::size_t>(behind - begins_.begin()) - 1;
    }
    // Of a place in this file, whose line must be one of these.
    [[nodiscard]] std::size_t offset_of(const Place& place) const {
        const std::string_view line = text(place.line - 1);
        std::size_t at = 0;
        for (std::uint32_t column = 1; column < place.column && at < line.size(); ++column)
            at += base::code_point_at(line, at).length;
        return begin(place.line - 1) + at;
    }

  private:
    std::string_view text_;
    std::vector<std::size_t> begins_;
};

}  // namespace brochure::exchange
