// Candidates: where a line may end by Unicode's rules, the author's marks and hyphenation, before anything is
// measured. In: a styled paragraph, its language. Out: candidates in order, none twice, the last forced at
// the text's end.
#pragma once

#include <cstdint>
#include <vector>

#include "diag/diagnostic.hpp"
#include "document/model/language.hpp"
#include "style/styled_document.hpp"
#include "text/shaped_document.hpp"

namespace brochure::text {

struct Candidate {
    std::uint32_t line_end = 0;
    std::uint32_t next_start = 0;
    BreakKind kind = BreakKind::space;
};

std::vector<Candidate> break_candidates(const style::StyledParagraph& paragraph,
                                        const document::Language& language, Hyphenator& hyphenator,
                                        Sink& sink);

}  // namespace brochure::text
