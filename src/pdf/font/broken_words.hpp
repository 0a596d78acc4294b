// Broken words: what stands on two lines or more, and is read as one word.
// In: finished pages, whose runs know whether their word goes on (layout's decision). Out: for a run at a
// line's end, the runs that hold the rest. One thing is found here, as it concerns readers of PDF alone:
// pdftotext swallows a "-" at a line's end even before a space ("in- en/uitwendig"), so what follows is
// joined to it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "page/paged_document.hpp"

namespace brochure::pdf {

struct RunPlace {
    std::size_t page = 0, item = 0;
    const page::GlyphRun* run = nullptr;
};

struct BrokenWord {
    struct Rest {
        const page::GlyphRun* run = nullptr;
        std::size_t end = 0;  // of the word, in its glyphs
    };
    std::vector<Rest> rests;  // one a further line, at least one
    std::uint32_t end = 0;    // of the word in the text
    bool on_one_page = true;
    bool is_followed =
        false;  // right after it, without a space, comes another run: a note's mark, a full stop
};

class BrokenWords {
  public:
    explicit BrokenWords(const page::PagedDocument& document);

    // The word at the end of a run, if it goes on.
    [[nodiscard]] std::optional<BrokenWord> at_end_of(const RunPlace& place) const;
    // Whether another run ends right before this one on its line, without a space between the two.
    [[nodiscard]] bool is_preceded(const RunPlace& place) const;

  private:
    [[nodiscard]] std::optional<RunPlace> next_line(const RunPlace& place) const;
    [[nodiscard]] std::optional<RunPlace> continuation(const RunPlace& place) const;
    [[nodiscard]] bool follows(const RunPlace& a, const RunPlace& b) const;
    [[nodiscard]] bool is_followed(const RunPlace& place) const;
    [[nodiscard]] const page::GlyphRun* beside(const RunPlace& place, std::size_t item) const;

    const page::PagedDocument& document_;
    // Runs that begin within a word, by their text and where they begin in it.
    struct Continuing {
        page::TextId text;
        std::uint32_t begin = 0;
        RunPlace place;
        [[nodiscard]] std::pair<page::TextId, std::uint32_t> start() const { return {text, begin}; }
    };
    std::vector<Continuing> continuing_;
};

// The text that glyphs stand for; an added hyphen stands for none.
TextRange source_of(const page::GlyphRun& run);

bool is_space(std::string_view text);

}  // namespace brochure::pdf
