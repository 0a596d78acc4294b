#include "document/markdown/text_builder.hpp"

#include <algorithm>
#include <tuple>

#include "document/markdown/quotes.hpp"

namespace brochure::document {

namespace {

constexpr std::string_view line_separator = "\xE2\x80\xA8";

// Moves offsets of a text over a list of removed bytes.
class Removal {
  public:
    explicit Removal(std::vector<std::uint32_t> removed) : removed_(std::move(removed)) {
        std::sort(removed_.begin(), removed_.end());
    }
    [[nodiscard]] std::uint32_t moved(std::uint32_t offset) const {
        const auto before = std::lower_bound(removed_.begin(), removed_.end(), offset) - removed_.begin();
        return offset - static_cast<std::uint32_t>(before);
    }
    [[nodiscard]] std::string apply(std::string_view text) const {
        std::string result;
        std::size_t from = 0;
        for (const std::uint32_t at : removed_) {
            result += text.substr(from, at - from);
            from = at + 1;
        }
        return result += text.substr(from);
    }

  private:
    std::vector<std::uint32_t> removed_;
};

}  // namespace

void TextBuilder::append(std::string_view character, Spot spot, bool kept) {
    if (mark_next_ || spot != expected_) text_.source.push_back({size(), place(spot)});
    mark_next_ = false;
    expected_ = {spot.line, spot.column + 1};
    if (kept) kept_.push_back(size());
    text_.utf8 += character;
}

void TextBuilder::append_run(std::string_view run, std::uint32_t characters, Spot spot) {
    append(run, spot, false);
    expected_.column = spot.column + characters;
}

void TextBuilder::append_space(Spot spot) {
    const bool folded = !empty() && text_.utf8.back() == ' ' && !ends_with_erased();
    if (empty() || folded || text_.utf8.ends_with(line_separator)) return;
    append(" ", spot, false);
}

void TextBuilder::append_break(Spot spot) {
    drop_last_space();
    const std::uint32_t begin = size();
    append(line_separator, spot, false);
    add_span(begin, LineBreak{}, spot);
}

std::size_t TextBuilder::open_span(SpanMeaning meaning, Spot spot) {
    text_.spans.push_back({{size(), size()}, std::move(meaning), place(spot)});
    return text_.spans.size() - 1;
}

void TextBuilder::close_span(std::size_t span) { text_.spans[span].range.end = size(); }

void TextBuilder::add_span(std::uint32_t begin, SpanMeaning meaning, Spot spot) {
    text_.spans.push_back({{begin, size()}, std::move(meaning), place(spot)});
}

void TextBuilder::add_mark(SpanMeaning meaning, Spot spot) { add_span(size(), std::move(meaning), spot); }

void TextBuilder::drop_last_space() {
    if (empty() || text_.utf8.back() != ' ' || ends_with_erased()) return;
    erase_later(size() - 1);
    mark_next_ = true;
}

bool TextBuilder::ends_with_erased() const { return !erased_.empty() && erased_.back() + 1 == size(); }

void TextBuilder::trim_end() {
    const std::size_t end = text_.utf8.find_last_not_of(' ') + 1;  // npos + 1 is 0
    const auto size_now = static_cast<std::uint32_t>(end);
    text_.utf8.resize(end);
    for (Span& span : text_.spans) {
        span.range = {std::min(span.range.begin, size_now), std::min(span.range.end, size_now)};
    }
    while (!text_.source.empty() && text_.source.back().offset >= end) text_.source.pop_back();
    while (!kept_.empty() && kept_.back() >= end) kept_.pop_back();
    std::erase_if(erased_, [&](std::uint32_t offset) { return offset >= end; });
}

void TextBuilder::erase_later(std::uint32_t offset) { erased_.push_back(offset); }

Text TextBuilder::finish(const Language& language) && {
    trim_end();
    if (!erased_.empty()) {
        const Removal removal{std::move(erased_)};
        for (Span& span : text_.spans) {
            span.range = {removal.moved(span.range.begin), removal.moved(span.range.end)};
        }
        std::vector<SourceMark> marks;
        for (SourceMark& mark : text_.source) {
            mark.offset = removal.moved(mark.offset);
            if (!marks.empty() && marks.back().offset == mark.offset) marks.pop_back();
            marks.push_back(std::move(mark));
        }
        text_.source = std::move(marks);
        for (std::uint32_t& offset : kept_) offset = removal.moved(offset);
        text_.utf8 = removal.apply(text_.utf8);
    }
    const auto is_empty_style = [](const Span& span) {
        return span.range.empty() && !std::holds_alternative<FootnoteMark>(span.meaning) &&
               !std::holds_alternative<Citation>(span.meaning);
    };
    std::erase_if(text_.spans, is_empty_style);
    std::stable_sort(text_.spans.begin(), text_.spans.end(), [](const Span& a, const Span& b) {
        return std::tuple{a.range.begin, ~a.range.end} < std::tuple{b.range.begin, ~b.range.end};
    });
    set_quotes(text_, kept_, language);
    return std::move(text_);
}

}  // namespace brochure::document
