// Thousands of tables of random shape and text through compose: whatever an author writes, nothing of it is
// lost, set twice, set out of order or set outside the measure.
#include <gtest/gtest.h>

#include <map>
#include <random>

#include "composing.hpp"
#include "layout/tables/columns.hpp"

namespace brochure::layout {
namespace {

#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__)
constexpr int tables = 10'000;
#else
constexpr int tables = 1'000;
#endif

class RandomTables : public LayoutTest {
  protected:
    using Random = std::mt19937;
    static std::size_t number(Random& random, std::size_t from, std::size_t to) {
        return std::uniform_int_distribution<std::size_t>{from, to}(random);
    }

    // Cell texts, styled and shaped once: the tables are put together from these.
    struct Text {
        style::StyledParagraph styled;
        text::ShapedParagraph shaped;
    };

    void SetUp() override {
        Random random{1};
        const std::vector<std::string> words{"de",
                                             "pijn",
                                             "bij",
                                             "arts",
                                             "elke",
                                             "dag",
                                             "bestraling",
                                             "minder",
                                             "ziekenhuis",
                                             "10 mg",
                                             "ja/nee",
                                             "röntgenfoto",
                                             "botmetastasen",
                                             "(soms)",
                                             "verpleegkundige",
                                             "non-hodgkin",
                                             "12,5",
                                             "“rust”",
                                             "bijwerkingenregistratiesysteem",
                                             "https://www.voorbeeld.example/bijwerkingen/lijst?jaar=2026"};
        auto random_text = [&](std::size_t count) {
            std::string text;
            for (std::size_t i = 0; i < count; ++i) {
                // The long words at the end of the list come rarely.
                const std::size_t last = number(random, 0, 19) == 0 ? words.size() : words.size() - 2;
                if (!text.empty()) text += number(random, 0, 30) == 0 ? "\u2028" : " ";
                text += words[number(random, 0, last - 1)];
            }
            return text;
        };
        for (int i = 0; i < 160; ++i) pool.push_back(shaped_text(random_text(number(random, 1, 4))));
        for (int i = 0; i < 60; ++i) pool.push_back(shaped_text(random_text(number(random, 5, 30))));
        giants.push_back(shaped_text(random_text(700)));
        giants.push_back(shaped_text(random_text(1500)));
    }

    Text shaped_text(const std::string& words) {
        style::StyledParagraph paragraph;
        paragraph.style = design.table.cell;
        paragraph.language = "nl";
        paragraph.text = words;
        style::StyledRun run;
        run.range = {0, static_cast<std::uint32_t>(words.size())};
        run.style = {paragraph.style->face, paragraph.style->size, paragraph.style->colour, Length{}};
        run.language = "nl";
        paragraph.runs.push_back(run);
        text::ShapeCache cache;
        text::ShapedParagraph shaped =
            *text::shape_paragraph(paragraph, language, fonts(), hyphenator, cache, sink);
        return {std::move(paragraph), std::move(shaped)};
    }

    // A document with one table, and which paragraphs it has in reading order.
    struct Table {
        style::StyledDocument document;
        text::ShapedDocument shaped;
        std::map<style::ParagraphId, std::size_t> column_of;  // of head and rows, in reading order
        std::vector<style::ParagraphId> repeated;
    };

    style::ParagraphId put(Table& table, const Text& text) {
        style::StyledParagraph paragraph = text.styled;
        for (style::StyledRun& run : paragraph.runs) {
            run.leaf = table.document.structure.add_leaf(table.document.structure.root());
        }
        table.shaped.paragraphs.push_back(text.shaped);
        return table.document.paragraphs.push_back(std::move(paragraph));
    }

    Table random_table(Random& random) {
        Table table;
        style::TableBlock block;
        block.style = &design.table;
        const std::size_t columns = number(random, 0, 9) == 0 ? number(random, 5, 8) : number(random, 1, 4);
        const std::size_t rows = number(random, 0, 9) == 0 ? number(random, 7, 25) : number(random, 1, 6);
        auto cell = [&](std::size_t column, bool head) {
            style::Cell out;
            out.align = static_cast<document::CellAlign>(number(random, 0, 3));
            const std::size_t paragraphs = number(random, 0, 9);  // mostly one, now and then none or two
            for (std::size_t i = 0; i < (paragraphs == 0 ? 0U : paragraphs == 9 ? 2U : 1U); ++i) {
                const bool giant = !head && number(random, 0, 1999) == 0;
                const auto& from = giant ? giants : pool;
                const style::ParagraphId id = put(table, from[number(random, 0, from.size() - 1)]);
                table.column_of.emplace(id, column);
                out.paragraphs.push_back(id);
            }
            return out;
        };
        for (std::size_t c = 0; c < columns; ++c) block.head.push_back(cell(c, true));
        for (std::size_t r = 0; r < rows; ++r) {
            block.rows.emplace_back();
            for (std::size_t c = 0; c < columns; ++c) block.rows.back().push_back(cell(c, false));
        }
        for (const style::Cell& cell_of_head : block.head) {
            style::Cell again;
            again.align = cell_of_head.align;
            for (const style::ParagraphId id : cell_of_head.paragraphs) {
                const Text same{table.document.paragraphs[id], table.shaped.paragraphs[id]};
                again.paragraphs.push_back(put(table, same));
                table.repeated.push_back(again.paragraphs.back());
            }
            block.repeated_head.push_back(std::move(again));
        }
        style::Part part;
        part.kind = design::PartKind::body;
        part.flow.emplace_back();
        part.flow.back().content = std::move(block);
        table.document.parts.push_back(std::move(part));
        return table;
    }

    // Every cell is set whole, and nothing else.
    static void check_words(const Table& table, const Galley& galley) {
        std::map<style::ParagraphId, Coverage> covered;
        for (const Piece& piece : galley.pieces) {
            for (const GlyphRun& run : all_of<GlyphRun>(piece.content.items)) {
                for (const PlacedGlyph& glyph : run.glyphs) covered[run.text].add(glyph.source);
            }
        }
        for (const auto& [id, column] : table.column_of) {
            const std::string& text = table.document.paragraphs[id].text;
            EXPECT_EQ(covered[id].fault(text), "") << text;
        }
        EXPECT_EQ(covered.size(), table.column_of.size()) << "something was set that is not in the table";
    }

    // A head of more than a third of a page is not set again.
    static void check_repeat(const Table& table, const Galley& galley) {
        if (galley.pieces.at(0).torn_row) return;
        std::map<style::ParagraphId, Coverage> covered;
        for (const GlyphRun& run : all_of<GlyphRun>(galley.repeats.at(0).content.items)) {
            for (const PlacedGlyph& glyph : run.glyphs) covered[run.text].add(glyph.source);
        }
        for (const style::ParagraphId id : table.repeated) {
            EXPECT_EQ(covered[id].fault(table.document.paragraphs[id].text), "");
        }
    }

    // Rows that are not cut are read cell by cell.
    static void check_order(const Galley& galley) {
        for (const Piece& piece : galley.pieces) {
            style::ParagraphId before{0};
            for (const GlyphRun& run : all_of<GlyphRun>(piece.content.items)) {
                EXPECT_LE(before.index(), run.text.index());
                before = run.text;
            }
        }
    }

    void check_columns(const Table& table, const Galley& galley) {
        Sink again;
        const ComposeInput input{{table.document, table.shaped, design, fonts()}, again};
        const auto& block = std::get<style::TableBlock>(table.document.parts[0].flow[0].content);
        const Length measure = design.page.measure();
        const std::vector<Length> widths =
            width_checked(input, lowest_table(shape_of(input, block), measure, width_step), {});
        Length sum;
        std::vector<Length> lefts;
        for (const Length width : widths) {
            EXPECT_GT(width, Length{});
            lefts.push_back(sum);
            sum += width;
        }
        EXPECT_EQ(sum, measure);
        const Length hair = pt(0.01);
        for (const Piece& piece : galley.pieces) {
            for (const FilledRect& rect : all_of<FilledRect>(piece.content.items)) {
                EXPECT_TRUE(rect.box.left() >= Length{} && rect.box.right() <= measure);
            }
            for (const GlyphRun& run : all_of<GlyphRun>(piece.content.items)) {
                const std::size_t column = table.column_of.at(run.text);
                const Length left = lefts[column] + design.table.cell_padding_x;
                const Length right = lefts[column] + widths[column] - design.table.cell_padding_x;
                EXPECT_GE(run.origin.x, left - hair);
                EXPECT_LE(run.origin.x + width_of(run), right + hair);
            }
        }
    }

    // Whatever is not the head fits on a page.
    void check_heights(const Galley& galley) {
        for (std::size_t i = 1; i < galley.pieces.size(); ++i) {
            const Piece& piece = galley.pieces[i];
            EXPECT_LE(piece.height, design.page.text_height());
            for (const GlyphRun& run : all_of<GlyphRun>(piece.content.items)) {
                EXPECT_TRUE(run.origin.y > Length{} && run.origin.y <= piece.height);
            }
        }
    }

    // The same cells as cards; the labels that only repeat are those of the repeated head.
    static void as_cards(Table& table, const design::CardStyle& style) {
        auto& block = std::get<style::TableBlock>(table.document.parts[0].flow[0].content);
        style::TableCards cards;
        cards.style = &style;
        cards.labels = block.head;
        cards.again = block.repeated_head;
        cards.rows = block.rows;
        cards.continued.resize(block.rows.size());
        for (std::size_t row = 0; row < block.rows.size(); ++row) {
            if (!block.head[0].paragraphs.empty()) {
                cards.continued[row] = block.repeated_head[0].paragraphs.front();
            }
        }
        block.form = design::TableForm::cards;
        block.cards = std::move(cards);
    }

    // Every cell is set whole, every label once; labels set again are there whole as often as they are there.
    static void check_labelled_words(const Table& table, const Galley& galley) {
        std::map<style::ParagraphId, Coverage> covered;
        for (const Piece& piece : galley.pieces) {
            for (const GlyphRun& run : all_of<GlyphRun>(piece.content.items)) {
                if (!table.column_of.contains(run.text)) continue;
                for (const PlacedGlyph& glyph : run.glyphs) covered[run.text].add(glyph.source);
            }
        }
        for (const auto& [id, column] : table.column_of) {
            const std::string& text = table.document.paragraphs[id].text;
            EXPECT_EQ(covered[id].fault(text), "") << text;
        }
    }

    void check_cards(const Galley& galley) {
        const Length left = design.card.padding_x - pt(0.01);
        const Length right = design.page.measure() - left;
        for (const Piece& piece : galley.pieces) {
            const Length repeat = piece.repeat ? galley.repeats.at(*piece.repeat).height : Length{};
            EXPECT_LE(piece.height + repeat, design.page.text_height());
            if (all_of<GlyphRun>(piece.content.items).empty()) continue;
            const Extent extent = extent_of(piece.content.items);
            EXPECT_GE(extent.left, left);
            EXPECT_LE(extent.right, right);
        }
    }

    // The same table over two pages; its rows are named by the repeated head.
    static void as_spread(Table& table) {
        auto& block = std::get<style::TableBlock>(table.document.parts[0].flow[0].content);
        block.form = design::TableForm::spread;
        if (block.head.size() < 3 || block.rows.empty()) return;
        block.spread = style::TableSpread{{block.rows.size(), block.repeated_head.front()}};
    }

    // In pairs of one height, within the measure and the page. False: there are none.
    bool check_halves(const Galley& galley) {
        if (galley.pieces.front().half == Half::none) return false;
        EXPECT_EQ(galley.pieces.size() % 2, 0U);
        const Length left = design.table.cell_padding_x - pt(0.01);
        for (std::size_t i = 0; i < galley.pieces.size(); ++i) {
            const Piece& piece = galley.pieces[i];
            EXPECT_EQ(piece.half, i % 2 == 0 ? Half::verso : Half::recto);
            EXPECT_EQ(piece.height, galley.pieces[i / 2 * 2].height);
            EXPECT_LE(piece.height, design.page.text_height());
            for (const GlyphRun& run : all_of<GlyphRun>(piece.content.items)) {
                EXPECT_TRUE(run.origin.y > Length{} && run.origin.y <= piece.height);
            }
            const Extent extent = extent_of(piece.content.items);
            EXPECT_GE(extent.left, left);
            EXPECT_LE(extent.right, design.page.measure() - left);
        }
        return true;
    }

    std::vector<Text> pool, giants;
};

TEST_F(RandomTables, LoseNothingOverTwoPages) {
    design.table.continued = nullptr;
    Random random{2028};
    int spread = 0, cut = 0;
    for (int i = 0; i < tables && !HasFailure(); ++i) {
        SCOPED_TRACE("table " + std::to_string(i));
        Table table = random_table(random);
        as_spread(table);
        Sink found;
        const Galleys galleys = compose({table.document, table.shaped, design, fonts()}, found);
        const Galley& galley = galleys.parts.at(0).flow;
        EXPECT_FALSE(found.has_errors()) << diag::as_text(found.sorted());
        check_labelled_words(table, galley);
        if (!check_halves(galley)) continue;
        ++spread;
        if (galley.pieces.size() > 2) ++cut;
    }
    EXPECT_GT(spread, tables / 20);
    EXPECT_GT(cut, tables / 100);
}

TEST_F(RandomTables, LoseNothingAsCards) {
    Random random{2027};
    int torn = 0;
    for (int i = 0; i < tables && !HasFailure(); ++i) {
        SCOPED_TRACE("table " + std::to_string(i));
        Table table = random_table(random);
        as_cards(table, design.card);
        Sink found;
        const Galleys galleys = compose({table.document, table.shaped, design, fonts()}, found);
        const Galley& galley = galleys.parts.at(0).flow;
        EXPECT_FALSE(found.has_errors()) << diag::as_text(found.sorted());
        torn += std::any_of(galley.pieces.begin(), galley.pieces.end(),
                            [](const Piece& piece) { return piece.torn_row.has_value(); });
        check_labelled_words(table, galley);
        check_cards(galley);
    }
    EXPECT_GT(torn, tables / 1000);
}

TEST_F(RandomTables, LoseNothingSetNothingTwiceAndKeepTheMeasure) {
    design.table.continued = nullptr;
    Random random{2026};
    int cut = 0, narrow = 0;
    for (int i = 0; i < tables && !HasFailure(); ++i) {
        SCOPED_TRACE("table " + std::to_string(i));
        const Table table = random_table(random);
        Sink found;
        const Galleys galleys = compose({table.document, table.shaped, design, fonts()}, found);
        const Galley& galley = galleys.parts.at(0).flow;
        EXPECT_FALSE(found.has_errors()) << diag::as_text(found.sorted());
        const auto& block = std::get<style::TableBlock>(table.document.parts[0].flow[0].content);
        if (galley.pieces.size() > block.rows.size() + 1) ++cut;
        if (found.warnings() > 0) ++narrow;
        check_words(table, galley);
        check_repeat(table, galley);
        check_order(galley);
        check_columns(table, galley);
        check_heights(galley);
    }
    // All that can happen has happened.
    EXPECT_GT(cut, tables / 500);
    EXPECT_GT(narrow, tables / 100);
}

}  // namespace
}  // namespace brochure::layout
