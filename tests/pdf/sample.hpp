// A small brochure set by hand, for the tests of the PDF writer: lines of text at places, in Noto Sans.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "font/font.hpp"
#include "page/paged_document.hpp"
#include "pdf/editions/write_screen.hpp"
#include "support/named_picture.hpp"

namespace brochure::pdf {

using style::Role;

struct Line {
    page::TextId text;
    std::uint32_t begin = 0, end = 0;  // bytes of the text
    bool hyphen = false;               // the word goes on on the next line: a hyphen is added
    bool continues = false;            // the line begins inside a word
    bool space_follows = false;
    bool goes_on = false;  // the word goes on, and no hyphen is added
};

class Sample {
  public:
    explicit Sample(const std::filesystem::path& folder = BROCHURE_SOURCE_ROOT "/fonts",
                    const std::string& family = "noto-sans")
        : fonts{{folder}} {
        document.trim = {Length::millimetres(148), Length::millimetres(210)};
        document.bleed = Length::millimetres(3);
        document.metadata = {"Botmetastasen",
                             "Afdeling Radiotherapie",
                             "Voorlichting",
                             "bot, pijn",
                             "nl",
                             "sample.nl.a5",
                             1767225600,
                             "sample"};
        Sink sink;
        face = fonts.first_face({family}, sink).value();
        add_page("");
    }

    page::Page& add_page(std::string label) {
        document.pages.push_back({std::move(label), document.pages.size() % 2 == 0, {}, {}});
        y = Length::points(60);
        return document.pages.back();
    }

    page::TextId text(std::string words) { return document.texts.push_back(std::move(words)); }

    // A node under the root with one leaf.
    style::LeafId leaf(Role role) { return leaf(document.structure.root(), role); }
    style::LeafId leaf(style::NodeId parent, Role role) {
        return document.structure.add_leaf(document.structure.add_node(parent, role));
    }

    page::GlyphRun run(const Line& line, Length x) {
        page::GlyphRun out;
        out.face = face;
        out.size = size;
        out.origin = {x, y};
        out.text = line.text;
        out.space_follows = line.space_follows;
        const std::string& words = document.texts[line.text];
        font::ShapeProperties properties;
        properties.language = "nl";
        append(out, fonts.shape(face, size, words, {line.begin, line.end}, properties), line.end);
        if (line.hyphen) {
            out.ends_in_added_hyphen = true;
            const std::string_view character = fonts.has_glyph(face, U'-') ? "-" : "\u2010";
            const auto hyphen = fonts.shape(face, size, character,
                                            {0, static_cast<std::uint32_t>(character.size())}, properties);
            out.glyphs.push_back({hyphen[0].id, {line.end, line.end}, hyphen[0].advance, {}});
        }
        out.word_goes_on = line.hyphen || line.goes_on;
        out.continues_word = line.continues;
        if (line.hyphen) out.broken_word = word_at(words, line.end);
        if (line.continues) out.broken_word = word_at(words, line.begin);
        return out;
    }

    page::GlyphRun& place(const Line& line, std::variant<style::LeafId, page::Artifact> belongs,
                          Length x = left) {
        auto& items = document.pages.back().items;
        items.push_back({run(line, x), belongs});
        y += Length::points(17);
        return std::get<page::GlyphRun>(items.back().content);
    }

    // A whole text on one line, as a paragraph (or another block) of its own.
    style::LeafId say(std::string words, Role role = Role::p) {
        const style::LeafId into = leaf(role);
        say_in(std::move(words), into);
        return into;
    }
    void say_in(std::string words, std::variant<style::LeafId, page::Artifact> into, Length x = left) {
        const auto length = static_cast<std::uint32_t>(words.size());
        place({text(std::move(words)), 0, length}, into, x);
    }

    // A paragraph over several lines: "/" parts lines at a space, "=" inside a word, "|" inside a word
    // without a hyphen that is added (it has its own, or is an address), "#" inside a word at a page end. "^"
    // begins another leaf on the same line, as a note's mark is.
    style::LeafId paragraph(std::string_view marked) {
        const style::LeafId into = leaf(Role::p);
        std::string words;
        std::vector<std::pair<std::size_t, char>> breaks;
        for (const char c : marked) {
            if (std::string_view("/=|#^").find(c) != std::string_view::npos)
                breaks.emplace_back(words.size(), c);
            else
                words += c;
        }
        breaks.emplace_back(words.size(), '.');
        const page::TextId id = text(words);
        std::size_t begin = 0;
        char before = '.';
        Length x = left;
        for (const auto& [end, kind] : breaks) {
            Line line{id, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
            line.hyphen = kind == '=' || kind == '#';
            line.goes_on = kind == '|';
            line.continues = before == '=' || before == '#' || before == '|';
            if (kind == '/') {
                line.space_follows = true;
                --line.end;  // the space before the break is not set
            }
            const page::GlyphRun& set = place(line, before == '^' ? leaf(Role::label) : into, x);
            x = left;
            if (kind == '^') {
                x = set.origin.x;
                for (const page::PlacedGlyph& glyph : set.glyphs) x += glyph.advance;
                y = set.origin.y;
            }
            if (kind == '#') add_page(std::to_string(document.pages.size() + 1));
            begin = end;
            before = kind;
        }
        return into;
    }

    static constexpr Length left = Length::points(40);
    page::PagedDocument document;
    font::Library fonts;
    font::FaceId face;
    Length size = Length::points(12);
    Length y;

  private:
    static void append(page::GlyphRun& out, const std::vector<font::Glyph>& glyphs, std::uint32_t end) {
        for (std::size_t i = 0; i < glyphs.size(); ++i) {
            std::uint32_t cluster_end = end;
            for (std::size_t j = i + 1; j < glyphs.size(); ++j) {
                if (glyphs[j].cluster != glyphs[i].cluster) {
                    cluster_end = glyphs[j].cluster;
                    break;
                }
            }
            const bool first = i == 0 || glyphs[i - 1].cluster != glyphs[i].cluster;
            out.glyphs.push_back({glyphs[i].id,
                                  {first ? glyphs[i].cluster : cluster_end, cluster_end},
                                  glyphs[i].advance,
                                  glyphs[i].offset});
        }
    }

    static TextRange word_at(std::string_view words, std::uint32_t at) {
        const std::size_t begin = words.rfind(' ', at);
        const std::size_t end = words.find(' ', at);
        return {begin == std::string_view::npos ? 0 : static_cast<std::uint32_t>(begin + 1),
                static_cast<std::uint32_t>(std::min(end, words.size()))};
    }
};

inline std::string written(const Sample& sample) {
    auto result = write_screen(sample.document, sample.fonts);
    EXPECT_TRUE(result.ok());
    return std::move(result).value();
}

}  // namespace brochure::pdf
