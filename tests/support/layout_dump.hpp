// Finished pages as text: what stands where, one line per line of type, picture, ground or rule.
// In: a PagedDocument. Out: for a line of type the left end and baseline in points from the trim's top left
// corner, the size, and the words; "~" marks an artifact, "-" at the end an added hyphen.
//
//     page 3, recto
//       45.4    81.0  12.0  Smeer dun.
//       45.4    47.0   9.5 ~De titel
//       picture 56.7 92.0 306.1 153.0
#pragma once

#include <fmt/format.h>

#include <string>
#include <variant>

#include "page/paged_document.hpp"

namespace brochure::test {

namespace dump {

// One decimal, and no negative zero.
inline std::string number(Length length) {
    const std::string text = fmt::format("{:.1f}", length.to_points());
    return text == "-0.0" ? "0.0" : text;
}
inline std::string box(const Rect& rect) {
    return number(rect.left()) + " " + number(rect.top()) + " " + number(rect.size.width) + " " +
           number(rect.size.height);
}

// Collects runs into lines: a run goes on with the line before it where it begins at its end.
class Lines {
  public:
    explicit Lines(const page::PagedDocument& document) : document_(document) {}

    void add(const page::GlyphRun& run, bool artifact) {
        const bool goes_on = open_ && run.text == text_ && run.origin.x == end_;
        if (!goes_on) {
            close();
            open_ = true;
            text_ = run.text;
            start_ = fmt::format("  {:>6} {:>7} {:>5} {}", number(run.origin.x), number(run.origin.y),
                                 number(run.size), artifact ? '~' : ' ');
        }
        end_ = run.origin.x;
        for (const page::PlacedGlyph& glyph : run.glyphs) {
            words_ += glyph.source.of(document_.texts[run.text]);
            end_ += glyph.advance;
        }
        if (run.ends_in_added_hyphen) words_ += '-';
    }
    void add(const std::string& other) {
        close();
        out_ += "  " + other + "\n";
    }
    std::string take() {
        close();
        return std::move(out_);
    }

  private:
    void close() {
        if (open_) out_ += start_ + words_ + "\n";
        open_ = false;
        words_.clear();
    }

    const page::PagedDocument& document_;
    std::string out_, start_, words_;
    bool open_ = false;
    page::TextId text_;
    Length end_;
};

}  // namespace dump

inline std::string layout_dump(const page::PagedDocument& document, const page::Page& page) {
    dump::Lines lines(document);
    for (const page::Item& item : page.items) {
        const bool artifact = std::holds_alternative<page::Artifact>(item.belongs);
        if (const auto* run = std::get_if<page::GlyphRun>(&item.content)) {
            lines.add(*run, artifact);
        } else if (const auto* rect = std::get_if<page::FilledRect>(&item.content)) {
            lines.add("ground " + dump::box(rect->box) + " " + rect->colour.hex());
        } else if (const auto* rule = std::get_if<page::StrokedLine>(&item.content)) {
            lines.add("rule " + dump::number(rule->from.x) + " " + dump::number(rule->from.y) + " to " +
                      dump::number(rule->to.x) + " " + dump::number(rule->to.y));
        } else if (const auto* picture = std::get_if<page::PlacedPicture>(&item.content)) {
            lines.add("picture " + dump::box(picture->box));
        }
    }
    return "page " + page.label + (page.recto ? ", recto\n" : ", verso\n") + lines.take();
}

inline std::string layout_dump(const page::PagedDocument& document) {
    std::string out;
    for (const page::Page& page : document.pages) out += layout_dump(document, page);
    return out;
}

}  // namespace brochure::test
