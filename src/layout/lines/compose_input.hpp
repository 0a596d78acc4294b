// ComposeInput: what all of composing reads, and where it tells what it finds. Internal to this folder.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "diag/diagnostic.hpp"
#include "layout/lines/set_paragraph.hpp"
#include "layout/manuscript.hpp"

namespace brochure::layout {

struct ComposeInput : Manuscript {
    Sink& sink;
    std::span<const Length> note_heights{};  // of the footnotes; empty while those are composed themselves

    ComposeInput(const Manuscript& manuscript, Sink& where) : Manuscript(manuscript), sink(where) {}
    ComposeInput(const ComposeInput& other, Sink& where)
        : Manuscript(other), sink(where), note_heights(other.note_heights) {}

    [[nodiscard]] ParagraphToSet paragraph(style::ParagraphId id) const {
        return {id, document.paragraphs[id], shaped.paragraphs[id], fonts};
    }
    // How far the texts of a list stand from the start side; nothing where the id is not valid.
    [[nodiscard]] Length hang(style::HangId id) const;

  private:
    mutable std::vector<std::optional<Length>> hangs_;  // as far as they were asked for
};

// For what is set only to see how high it becomes: what there is to say is said when it is set to stay.
struct Trial {
    Sink findings;
    ComposeInput input;

    explicit Trial(const ComposeInput& composed) : input(composed, findings) {}
    Trial(const Trial&) = delete;
    Trial& operator=(const Trial&) = delete;
};

}  // namespace brochure::layout
