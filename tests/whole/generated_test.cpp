// A thousand brochures that no author would write: every block nested at random, pictures of any shape,
// tables of up to two hundred rows, a word of three hundred letters. Whatever stands in them is printed once,
// in its order, inside the type area.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <map>

#include "make/produce.hpp"
#include "pdf/editions/write_screen.hpp"
#include "support/random_author.hpp"
#include "support/run_program.hpp"
#include "support/small_brochure.hpp"

namespace brochure::whole {
namespace {

using test::Author;
using test::Words;

#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__)
constexpr int brochures_per_shard = 100;
#else
constexpr int brochures_per_shard = 5;
#endif
constexpr int shards = 10;
// Of so many brochures, one is written and read back with other people's tools.
constexpr int written_every = 19;   // no multiple of the layouts' four turns
constexpr unsigned patience = 900;  // seconds for a shard: a layout that never ends is a failure, not a wait

// The words of the kinds `kinds` in a text, in order.
std::vector<std::string> words_in(const std::string& text, const std::string& kinds) {
    std::vector<std::string> found;
    std::string word;
    auto close = [&] {
        if (word.size() > 2 && word[0] == 'x' && kinds.find(word[1]) != std::string::npos)
            found.push_back(word);
        word.clear();
    };
    for (const char c : text) {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0) {
            word += c;
        } else {
            close();
        }
    }
    close();
    return found;
}

// The first word that differs tells more than two lists.
void expect_same(const std::vector<std::string>& found, const std::vector<std::string>& wanted) {
    const auto [f, w] = std::mismatch(found.begin(), found.end(), wanted.begin(), wanted.end());
    if (f == found.end() && w == wanted.end()) return;
    ADD_FAILURE() << "word " << w - wanted.begin() << " of " << wanted.size() << " is "
                  << (f == found.end() ? "missing" : *f) << ", wanted "
                  << (w == wanted.end() ? "nothing" : *w);
}

// What the pages show, read through the structure tree: everything in it but the table of contents.
class Reader {
  public:
    explicit Reader(const page::PagedDocument& pages) : pages_(pages) {
        for (const page::Page& page : pages.pages) {
            for (const page::Item& item : page.items) {
                const auto* leaf = std::get_if<style::LeafId>(&item.belongs);
                const auto* run = std::get_if<page::GlyphRun>(&item.content);
                if (leaf != nullptr && run != nullptr) add(*leaf, *run);
            }
        }
        read(pages.structure.root());
    }
    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::string& alternatives() const { return alternatives_; }

  private:
    void add(style::LeafId leaf, const page::GlyphRun& run) {
        std::string& said = said_[leaf];
        const std::string& source = pages_.texts[run.text];
        for (const page::PlacedGlyph& glyph : run.glyphs) {
            if (glyph.source.begin == glyph.source.end) continue;
            const auto last = reached_.find({leaf, run.text});
            if (last != reached_.end()) {
                const std::uint32_t from = last->second;
                EXPECT_LE(from, glyph.source.begin) << "set twice, or out of order: " << source;
                if (from < glyph.source.begin) said += source.substr(from, glyph.source.begin - from);
            } else {
                said += ' ';
            }
            said += source.substr(glyph.source.begin, glyph.source.end - glyph.source.begin);
            reached_[{leaf, run.text}] = glyph.source.end;
        }
    }
    void read(style::NodeId id) {
        const style::StructureNode& node = pages_.structure[id];
        if (node.role == style::Role::toc) return;
        alternatives_ += node.alternative_text + " ";
        const bool inside = node.role == style::Role::span || node.role == style::Role::link ||
                            node.role == style::Role::reference;
        if (!inside) text_ += "\n";
        for (const style::Kid& kid : node.kids) {
            if (const auto* leaf = std::get_if<style::LeafId>(&kid)) {
                text_ += said_[*leaf];
            } else {
                read(std::get<style::NodeId>(kid));
            }
        }
        if (!inside) text_ += "\n";
    }

    const page::PagedDocument& pages_;
    std::map<style::LeafId, std::string> said_;
    std::map<std::pair<style::LeafId, page::TextId>, std::uint32_t> reached_;
    std::string text_, alternatives_;
};

// Letters and pictures that are read stand inside the type area of every page but the covers.
void expect_inside(const page::PagedDocument& pages, const design::Design& layout) {
    const Length rounding = Length::points(0.01);
    for (std::size_t p = 1; p + 1 < pages.pages.size(); ++p) {
        const page::Page& page = pages.pages[p];
        const Length left = (page.recto ? layout.page.inner : layout.page.outer) - rounding;
        const Length right = left + layout.page.measure() + rounding * 2;
        const Length top = layout.page.top - rounding;
        const Length bottom = layout.page.top + layout.page.text_height() + rounding;
        for (const page::Item& item : page.items) {
            if (!std::holds_alternative<style::LeafId>(item.belongs)) continue;
            if (const auto* run = std::get_if<page::GlyphRun>(&item.content)) {
                Length end = run->origin.x;
                for (const page::PlacedGlyph& glyph : run->glyphs) end += glyph.advance;
                EXPECT_GE(run->origin.x, left) << pages.texts[run->text] << " on page " << p + 1;
                EXPECT_LE(end, right) << pages.texts[run->text] << " on page " << p + 1;
                EXPECT_GE(run->origin.y, top) << pages.texts[run->text] << " on page " << p + 1;
                EXPECT_LE(run->origin.y, bottom) << pages.texts[run->text] << " on page " << p + 1;
            } else if (const auto* picture = std::get_if<page::PlacedPicture>(&item.content)) {
                EXPECT_GE(picture->box.left(), left) << "picture on page " << p + 1;
                EXPECT_LE(picture->box.right(), right) << "picture on page " << p + 1;
                EXPECT_GE(picture->box.top(), top) << "picture on page " << p + 1;
                EXPECT_LE(picture->box.bottom(), bottom) << "picture on page " << p + 1;
            }
        }
    }
}

// A name leads to one place, and the names are in the order that a name tree wants.
void expect_one_place_a_name(const page::PagedDocument& pages) {
    for (std::size_t i = 1; i < pages.destinations.size(); ++i)
        EXPECT_LT(pages.destinations[i - 1].name, pages.destinations[i].name);
}

class GeneratedBrochures : public ::testing::TestWithParam<int> {
  protected:
    // The document is read anew each time; fonts are opened once.
    std::optional<test::ReadBrochure> read(const test::SmallBrochure& brochure,
                                           const std::map<std::string, std::string>& drawings, Sink& sink) {
        const test::TemporaryFolder folder;
        test::write_project(folder, brochure);
        for (const auto& [name, text] : drawings) folder.write("content/proef/" + name, text);
        auto document = document::read_document({folder.path(), BROCHURE_SOURCE_ROOT}, "proef", "nl", sink);
        if (!document || sink.has_errors()) return std::nullopt;
        test::use_plain_words(document->language);
        make::PictureFiles files;
        style::Pictures pictures = make::read_pictures(*document, false, files, sink);
        return test::ReadBrochure{*std::move(document), std::move(pictures)};
    }
    font::Library fonts_{{std::filesystem::path{BROCHURE_SOURCE_ROOT} / "fonts"}};
};

void expect_words_in_pdf(const std::string& pdf, Words& words) {
    const test::TemporaryFolder folder;
    const std::string file = folder.write("proef.pdf", pdf).string();

    const test::Ended checked = test::run({"/usr/bin/qpdf", "--check", file});
    EXPECT_EQ(checked.exit_code, 0) << checked.out << checked.err;
    const test::Ended told = test::run({"/usr/bin/pdfinfo", "-struct-text", file});
    // Poppler swallows a hyphen of the text at a line's end, so that two words become one: the letters count.
    const auto letters = [](const std::vector<std::string>& list) {
        std::string all;
        for (const std::string& word : list) all += word;
        return all;
    };
    EXPECT_EQ(letters(words_in(told.out, "b")), letters(words.said('b')));
}

TEST_P(GeneratedBrochures, ShowEveryWordOnceInOrderInsideTheTypeArea) {
    ::alarm(patience);
    const design::Design plain = test::shipped_layout("a5");
    const design::Design in_columns = test::shipped_layout("a4-columns");
    design::Design spread = test::shipped_layout("a5");
    spread.table.form = design::TableForm::spread;
    for (int i = 0; i < brochures_per_shard; ++i) {
        const design::Design& layout = i % 4 == 1 ? in_columns : i % 4 == 3 ? spread : plain;
        const unsigned seed = static_cast<unsigned>(GetParam() * brochures_per_shard + i + 1);
        SCOPED_TRACE("seed " + std::to_string(seed));
        Author author(seed);
        std::map<std::string, std::string> drawings;
        const test::SmallBrochure brochure = author.write(drawings);
        Sink sink;
        const auto read = this->read(brochure, drawings, sink);
        ASSERT_TRUE(read) << diag::as_text(sink.sorted()) << brochure.body;
        const page::Pagination pages =
            make::produce(read->document, layout, read->pictures, {fonts_}, std::nullopt, sink);
        // Some blocks that chance makes are higher than a page: they are refused, as they must be.
        if (diag::as_text(sink.sorted()).find("error [page-overfull]") != std::string::npos) continue;
        EXPECT_FALSE(sink.has_errors()) << diag::as_text(sink.sorted());
        const Reader reader(pages.document);
        expect_same(words_in(reader.text(), "b"), author.words().said('b'));
        expect_same(words_in(reader.text(), "h"), author.words().said('h'));
        expect_same(words_in(reader.text(), "c"), author.words().said('c'));
        expect_same(words_in(reader.text(), "n"), author.words().said('n'));
        expect_same(words_in(reader.alternatives(), "a"), author.words().said('a'));
        expect_inside(pages.document, layout);
        expect_one_place_a_name(pages.document);
        if (i % written_every == 0 && !sink.has_errors()) {
            const auto bytes = pdf::write_screen(pages.document, fonts_);
            ASSERT_TRUE(bytes.ok());
            expect_words_in_pdf(bytes.value(), author.words());
        }
        if (HasFailure()) FAIL() << "the first brochure that fails ends the search";
    }
    ::alarm(0);
}

INSTANTIATE_TEST_SUITE_P(Random, GeneratedBrochures, ::testing::Range(0, shards));

}  // namespace
}  // namespace brochure::whole
