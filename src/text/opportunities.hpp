// Opportunities: where a line may end, and what each such end costs in width.
// In: a paragraph with shaped runs. Out: fragments and opportunities, whose sums are the widths of all
// possible lines.
#pragma once

#include <string>
#include <unordered_map>

#include "document/model/language.hpp"
#include "font/font.hpp"
#include "style/styled_document.hpp"
#include "text/shaped_document.hpp"

namespace brochure::text {

// Remembers the widths of reshaped line ends: few letters, met again and again.
class EndWidths {
  public:
    Length width(const style::StyledParagraph& paragraph, const ShapedRun& run, TextRange range,
                 bool hyphenated, const font::Library& fonts);

  private:
    std::unordered_map<std::string, Length> known_;
};

// Fills fragments and opportunities of a paragraph whose runs have their glyphs.
void find_opportunities(const style::StyledParagraph& paragraph, const document::Language& language,
                        const font::Library& fonts, Hyphenator& hyphenator, EndWidths& end_widths, Sink& sink,
                        ShapedParagraph& shaped);

}  // namespace brochure::text
