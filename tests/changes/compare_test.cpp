// What a reader would find different: 100 edits of a made-up text, each of which puts everything on other
// pages, and each told exactly.
#include "changes/compare.hpp"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <random>

#include "changes/report.hpp"
#include "document/files/language_file.hpp"
#include "support/small_brochure.hpp"

namespace brochure::changes {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

// A text of sections, each with paragraphs, a list, a table of three rows and a figure.
struct MadeText {
    struct Section {
        std::size_t number = 0;
        std::vector<std::string> paragraphs, items, rows;
    };
    std::vector<Section> sections;
    std::string picture = "20";  // how wide a part of the drawing is

    [[nodiscard]] test::SmallBrochure written() const {
        std::string body;
        for (const Section& section : sections) {
            body += fmt::format("## Deel {0} over zaak {0} {{#deel{0}}}\n\n", words_of(section.number));
            for (const std::string& paragraph : section.paragraphs) body += paragraph + "\n\n";
            for (const std::string& item : section.items) body += "- " + item + "\n";
            body += "\n| Wat | Hoe vaak | Waarom |\n| --- | --- | --- |\n";
            for (const std::string& row : section.rows) body += row + "\n";
            body += "\n";
        }
        body += "![Een arm.](arm \"De arm.\")\n";
        test::SmallBrochure brochure{body};
        brochure.files["arm.svg"] = fmt::format(
            R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100mm" height="50mm">)"
            R"(<rect x="0" y="0" width="{}" height="50" fill="#1f7a8c"/></svg>)",
            picture);
        return brochure;
    }
    static std::string words_of(std::size_t number) {
        std::string out = "zaak";
        for (; number > 0; number /= 4)
            out += std::string("bdkm").substr(static_cast<std::size_t>(number % 4), 1) + "a";
        return out;
    }
};

class Edits : public ::testing::Test {
  protected:
    Edits() {
        for (std::size_t number = 1; number <= 8; ++number) {
            MadeText::Section section;
            section.number = number;
            for (std::size_t i = 0; i < 4; ++i)
                section.paragraphs.push_back(
                    fmt::format("{} Neem {} mg per dag, {}.", sentence(), 10 + (number * 7 + i), sentence()));
            for (int i = 0; i < 3; ++i) section.items.push_back(sentence());
            for (int i = 0; i < 3; ++i)
                section.rows.push_back(fmt::format("| {} | {} keer | {} |", word(), 2 + i, sentence()));
            text.sections.push_back(section);
        }
    }
    std::size_t below(std::size_t limit) { return chance() % limit; }
    std::string word() {
        std::string out;
        for (int i = 0; i < 3; ++i)
            out += std::string("bdfklmnprt").substr(below(10), 1) + std::string("aeiou").substr(below(5), 1);
        return out;
    }
    std::string sentence() {
        std::string out = word();
        out[0] = static_cast<char>(out[0] - 'a' + 'A');
        for (int i = 0; i < 7; ++i) out += " " + word();
        return out;
    }
    MadeText::Section& any_section() { return text.sections[below(text.sections.size())]; }
    std::string& any_paragraph() {
        MadeText::Section& section = any_section();
        return section.paragraphs[below(section.paragraphs.size())];
    }

    // Read from a disk as a project's texts are, and set: every piece on another page than `per_page` others
    // would have it on.
    Content content(std::size_t per_page) const {
        const test::TemporaryFolder folder;
        test::write_project(folder, text.written());
        Contents all = of_texts({folder.path(), BROCHURE_SOURCE_ROOT}, {});
        EXPECT_THAT(all.left_out, IsEmpty());
        Content out = std::move(all.texts.at({"proef", "nl"}));
        for (std::size_t i = 0; i < out.pieces.size(); ++i) out.pieces[i].page = 1 + i / per_page;
        return out;
    }

    struct Expected {
        What what;
        std::string kind;
        bool figures;
    };
    // One edit of each of ten kinds; what is to be told of it.
    Expected edit(int kind) {
        switch (kind) {
            case 0: {  // a word
                std::string& paragraph = any_paragraph();
                paragraph.replace(0, paragraph.find(' '), "Anders");
                return {What::changed, "paragraph", false};
            }
            case 1: {  // a dose
                std::string& paragraph = any_paragraph();
                const std::size_t at = paragraph.find("Neem ") + 5;
                paragraph.replace(at, 2, std::to_string(80 + below(9)));
                return {What::changed, "paragraph", true};
            }
            case 2: {  // a paragraph more
                MadeText::Section& section = any_section();
                section.paragraphs.insert(section.paragraphs.begin() + static_cast<long>(below(4)),
                                          sentence() + ".");
                return {What::added, "paragraph", false};
            }
            case 3: {  // one less
                MadeText::Section& section = any_section();
                section.paragraphs.erase(section.paragraphs.begin() + static_cast<long>(below(3)));
                return {What::removed, "paragraph", true};
            }
            case 4: {  // a section moves to the end
                const std::size_t at = below(text.sections.size() - 1);
                std::rotate(text.sections.begin() + static_cast<long>(at),
                            text.sections.begin() + static_cast<long>(at) + 1, text.sections.end());
                return {What::moved, "section", false};
            }
            case 5: {  // a paragraph moves within its section
                auto& list = any_section().paragraphs;
                std::rotate(list.begin(), list.begin() + 1, list.end());
                return {What::moved, "paragraph", false};
            }
            case 6: {  // a row more
                auto& rows = any_section().rows;
                rows.insert(rows.begin() + static_cast<long>(below(3)),
                            fmt::format("| {} | 9 keer | {} |", word(), sentence()));
                return {What::added, "row", true};
            }
            case 7: {  // one less
                auto& rows = any_section().rows;
                rows.erase(rows.begin() + static_cast<long>(below(3)));
                return {What::removed, "row", true};
            }
            case 8: {  // a row moves
                auto& rows = any_section().rows;
                std::rotate(rows.begin(), rows.begin() + 1, rows.end());
                return {What::moved, "row", false};
            }
            default: {  // a drawing
                text.picture = std::to_string(21 + below(70));
                return {What::changed, "picture", false};
            }
        }
    }

    std::mt19937 chance{20261129};
    MadeText text;
};

std::optional<units::ValueReader> dutch() {
    Sink sink;
    const auto language = document::read_language({BROCHURE_SOURCE_ROOT, {}}, "nl", sink);
    return language ? std::optional<units::ValueReader>{*language} : std::nullopt;
}

TEST_F(Edits, AHundredAreToldExactlyThoughEverythingStandsOnOtherPages) {
    const auto values = dutch();
    const MadeText untouched = text;
    const Content before = content(10);
    for (int i = 0; i < 100; ++i) {
        text = untouched;
        const Expected expected = edit(i % 10);
        const std::vector<Change> found = compared(before, content(7), values);
        SCOPED_TRACE(fmt::format("edit {} of kind {}", i, i % 10));
        std::string told;
        for (const Change& change : found)
            told += fmt::format("{} {} {}: {} -> {}\n", name_of(change.what), change.key, change.kind,
                                change.was, change.now);
        ASSERT_THAT(found, SizeIs(1)) << told;
        EXPECT_EQ(found.front().what, expected.what) << told;
        EXPECT_EQ(found.front().kind, expected.kind) << told;
        EXPECT_EQ(found.front().figures, expected.figures) << told;
    }
}

TEST_F(Edits, WhatStandsOnOtherPagesAloneIsNoChange) {
    EXPECT_THAT(compared(content(10), content(3), dutch()), IsEmpty());
}

TEST_F(Edits, FiguresComeFirst) {
    const Content before = content(10);
    text.sections.front().paragraphs.front().replace(0, 2, "Xa");
    std::string& last = text.sections.back().paragraphs.back();
    last.replace(last.find("Neem ") + 5, 2, "99");
    const std::vector<Change> found = compared(before, content(10), dutch());
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_TRUE(found.front().figures);
    EXPECT_FALSE(found.back().figures);
}

TEST_F(Edits, PagesBeforeAndAfterAreTold) {
    const Content before = content(10);
    text.sections.back().paragraphs.back().replace(0, 2, "Xa");
    const std::vector<Change> found = compared(before, content(5), dutch());
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_GT(found.front().page_now, found.front().page_before);
    EXPECT_THAT(pages_told(found.front()), HasSubstr(", before "));
}

TEST(Report, ForBrowsersHoldsNoMarkupOfTheAuthors) {
    Changes changes;
    changes.brochure = "x";
    changes.language = "nl";
    Change change;
    change.key = "a/p1";
    change.kind = "paragraph";
    change.was = "minder < 5 mg & \"zo\"";
    change.now = "<script>alert(1)</script>";
    changes.pieces = {change};
    const std::string page = as_html({"a", "b<c", {changes}, {}});
    EXPECT_EQ(page.find("<script"), std::string::npos);
    EXPECT_THAT(page, HasSubstr("&lt; 5 mg &amp;"));
    EXPECT_THAT(page, HasSubstr("b&lt;c"));
}

}  // namespace
}  // namespace brochure::changes
