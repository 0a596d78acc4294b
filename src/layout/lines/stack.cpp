#include "layout/lines/stack.hpp"

#include <fmt/format.h>

#include <string>
#include <string_view>
#include <utility>

#include "diag/codes.hpp"

namespace brochure::layout {

Length centred_baseline(const text::ShapedParagraph& shaped, Length leading) {
    return (leading - shaped.own_ascent - shaped.own_descent) / 2 + shaped.own_ascent;
}

void report_overfull(const ComposeInput& input, style::ParagraphId id, const SetParagraph& set) {
    const style::StyledParagraph& paragraph = input.document.paragraphs[id];
    auto place_of = [&](const SetLine& line) {
        Place place;
        for (const document::SourceMark& mark : paragraph.source) {
            if (mark.offset <= line.range.begin) place = mark.place;
        }
        return place;
    };
    constexpr std::string_view remedy =
        "Use a shorter word, or mark where it may be parted with a soft hyphen (U+00AD).";
    if (set.words_cut) {
        input.sink.warning(diag::code::word_cut, place_of(set.lines.front()),
                           fmt::format("A word of “{}…” is wider than its line and was parted anywhere.",
                                       set.lines.front().range.of(paragraph.text)),
                           std::string{remedy});
    }
    for (const SetLine& line : set.lines) {
        if (line.overfull <= Length::points(0.01)) continue;
        input.sink.error(diag::code::line_overfull, place_of(line),
                         fmt::format("“{}” is {:.1f} mm too wide for its line.",
                                     line.range.of(paragraph.text), line.overfull.to_millimetres()),
                         std::string{remedy});
    }
}

Content placed(SetLine line, style::ParagraphId id, Point at) {
    Content content = std::move(line.content);
    content.lines.push_back({id, line.range, line.width, line.word_space, line.stretched, line.hyphenated});
    content.move_by(at);
    return content;
}

Stack stack_paragraph(const ComposeInput& input, style::ParagraphId id, Length width, design::Align align) {
    const ParagraphToSet source = input.paragraph(id);
    const Length leading = source.styled.style->leading;
    SetParagraph set = set_paragraph(source, width, align);
    Stack stack;
    stack.height = leading * static_cast<std::int64_t>(set.lines.size());
    stack.first_baseline = centred_baseline(source.shaped, leading);
    report_overfull(input, id, set);
    Length y = stack.first_baseline;
    for (SetLine& line : set.lines) {
        stack.content.append(placed(std::move(line), id, {Length{}, y}));
        y += leading;
    }
    return stack;
}

Stack stack_paragraph(const ComposeInput& input, style::ParagraphId id, Length width) {
    return stack_paragraph(input, id, width, input.document.paragraphs[id].align());
}

}  // namespace brochure::layout
