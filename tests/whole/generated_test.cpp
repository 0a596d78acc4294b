// A thousand brochures that no author would write: every block nested at random, pictures of any shape,
// tables of up to two hundred rows, a word of three hundred letters. Whatever stands in them is printed once,
// in its order, inside the type area.
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <map>
#include <random>

#include "build/produce.hpp"
#include "pdf/write.hpp"
#include "support/run_program.hpp"
#include "support/small_brochure.hpp"

namespace brochure::whole {
namespace {

#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__)
constexpr int brochures_per_shard = 100;
#else
constexpr int brochures_per_shard = 5;
#endif
constexpr int shards = 10;
// Of so many brochures, one is written and read back with other people's tools.
constexpr int written_every = 19;   // no multiple of the layouts' four turns
constexpr unsigned patience = 900;  // seconds for a shard: a layout that never ends is a failure, not a wait

// Words that occur once, and tell by their second letter where they belong: xb… in the body, xh… in a
// heading, xn… in a note, xc… in a caption, xa… in an alternative text.
class Words {
  public:
    explicit Words(std::mt19937& random) : random_(random) {}

    std::string next(char kind, std::size_t letters = 0) {
        std::string word = std::string{"x"} + kind;
        constexpr std::size_t base = 20;
        for (std::size_t number = ++count_; number > 0; number /= base)
            word += "bcdfghjklmnpqrstvwz"[number % base % 19] + std::string{"aeiou"[number % 5]};
        word += std::to_string(count_);
        if (letters == 0) letters = std::uniform_int_distribution<std::size_t>{3, 16}(random_);
        while (word.size() < letters) word += "aeionrstl"[random_() % 9];
        said_[kind].push_back(word);
        return word;
    }
    [[nodiscard]] const std::vector<std::string>& said(char kind) { return said_[kind]; }

  private:
    std::mt19937& random_;
    std::size_t count_ = 0;
    std::map<char, std::vector<std::string>> said_;
};

struct Generated {
    test::SmallBrochure brochure;
    std::map<std::string, std::string> files;
};

class Author {
  public:
    explicit Author(unsigned seed) : random_(seed), words_(random_) {}

    test::SmallBrochure write(std::map<std::string, std::string>& drawings) {
        const std::size_t pictures = number(0, 4);
        for (std::size_t i = 0; i < pictures; ++i) {
            const std::string id = "p" + std::to_string(i);
            drawings[id + ".svg"] = drawing();
            brochure_.images += "\n[[image]]\nid = \"" + id + "\"\nfile = \"" + id +
                                ".svg\"\nauthor = \"Tekenaar\"\nlicence = \"CC0\"\n";
            unused_.push_back(id);
        }
        brochure_.body = "## " + sentence('h', 1, 8) + "\n\n" + paragraph() + "\n\n";
        const std::size_t blocks = number(1, 40);
        for (std::size_t i = 0; i < blocks; ++i) brochure_.body += block("", 0, 2);
        for (const std::string& id : unused_) brochure_.body += figure(id, "");
        for (std::size_t i = 1; i <= notes_; ++i)
            brochure_.body += "[^n" + std::to_string(i) + "]: " + sentence('n', 1, 20) + "\n\n";
        return brochure_;
    }
    Words& words() { return words_; }

  private:
    std::size_t number(std::size_t from, std::size_t to) {
        return std::uniform_int_distribution<std::size_t>{from, to}(random_);
    }
    bool one_in(std::size_t n) { return number(1, n) == 1; }

    std::string drawing() {
        const std::string width = std::to_string(number(5, 400)), height = std::to_string(number(5, 400));
        return R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 )" + width + " " + height +
               R"(" width=")" + width + R"(mm" height=")" + height + R"(mm"><rect x="0" y="0" width=")" +
               width + R"(" height=")" + height + R"(" fill="#1f7a8c"/></svg>)";
    }

    std::string sentence(char kind, std::size_t least, std::size_t most) {
        std::string text;
        for (std::size_t left = number(least, most); left > 0; --left) {
            const std::string word = words_.next(kind, kind == 'b' && one_in(2000) ? 300 : 0);
            text += (text.empty() ? "" : " ") + dressed(word, kind);
            if (one_in(12)) text += std::string{",.;:?!"[number(0, 5)]};
        }
        return text;
    }

    std::string dressed(const std::string& word, char kind) {
        if (kind != 'b') return word;
        switch (number(0, 60)) {
            case 0:
                return "**" + word + "**";
            case 1:
                return "*" + word + "*";
            case 2:
                return "[" + word + "](https://voorbeeld.example/" + std::to_string(number(0, 999)) + ")";
            case 3:
                return "(" + word + ")";
            case 4:
                return "“" + word + "”";
            case 5:
                return word + " [@boek]";
            case 6:
                if (!may_note_) return word;
                ++notes_;
                return word + "[^n" + std::to_string(notes_) + "]";
            case 7:
                return word + " 10 mg";
            case 8:
                return word + "-" + words_.next('b');
            case 9:
                return word + "\\\n";
            default:
                return word;
        }
    }

    std::string paragraph() { return sentence('b', 1, one_in(10) ? 200 : 60); }

    // A block whose lines all begin with `indent`; `depth` counts what it stands in.
    std::string block(const std::string& indent, int depth, int level) {
        const std::string end = "\n" + trimmed(indent) + "\n";
        switch (number(0, depth == 0 ? 13 : 8)) {
            case 0:
            case 1:
            case 2:
            case 3:
                return indent + continued(paragraph(), indent) + end;
            case 4:
            case 5:
                if (depth > 2) return indent + continued(paragraph(), indent) + end;
                return list(indent, depth);
            case 6:
                if (depth > 0) return indent + continued(paragraph(), indent) + end;
                return quote("> ", "");
            case 7:
                if (depth > 0) return indent + continued(paragraph(), indent) + end;
                return quote("> ", std::string{"> [!"} + kinds_[number(0, kinds_.size() - 1)] + "]\n");
            case 8:
                if (depth > 0 || unused_.empty()) return indent + continued(paragraph(), indent) + end;
                return figure(taken(), indent);
            case 9:
            case 10:
                return table();
            default:
                return heading(level);
        }
    }

    std::string heading(int) {
        // No level is skipped: one deeper at most than the heading before.
        level_ = static_cast<int>(number(2, static_cast<std::size_t>(std::min(level_ + 1, 6))));
        return std::string(static_cast<std::size_t>(level_), '#') + " " + sentence('h', 1, 12) + "\n\n" +
               paragraph() + "\n\n";
    }

    std::string list(const std::string& indent, int depth) {
        const bool ordered = one_in(3);
        std::string text;
        const std::size_t items = number(1, one_in(8) ? 40 : 6);
        for (std::size_t i = 1; i <= items; ++i) {
            const std::string marker = ordered ? std::to_string(i) + ". " : "- ";
            const std::string inner = indent + std::string(marker.size(), ' ');
            text += indent + marker + continued(sentence('b', 1, one_in(12) ? 60 : 14), inner) + "\n";
            if (depth < 2 && one_in(8)) text += trimmed(indent) + "\n" + list(inner, depth + 1);
            if (one_in(15)) text += trimmed(indent) + "\n" + inner + continued(paragraph(), inner) + "\n";
        }
        // A comment would be HTML: a paragraph parts two lists.
        return text + trimmed(indent) + "\n" + indent + continued(sentence('b', 1, 5), indent) + "\n" +
               trimmed(indent) + "\n";
    }

    std::string quote(const std::string& indent, const std::string& opening) {
        std::string text = opening;
        for (std::size_t left = number(1, one_in(6) ? 12 : 3); left > 0; --left) text += block(indent, 1, 0);
        return text + "\n";
    }

    std::string table() {
        const std::size_t columns = number(1, 5), rows = one_in(12) ? number(20, 200) : number(1, 12);
        may_note_ = false;
        std::string text;
        for (std::size_t c = 0; c < columns; ++c) text += "| " + words_.next('b') + " ";
        text += "|\n";
        const std::vector<std::string> rules{"---", ":--", "--:", ":-:"};
        for (std::size_t c = 0; c < columns; ++c) text += "| " + rules[number(0, 3)] + " ";
        text += "|\n";
        for (std::size_t r = 0; r < rows; ++r) {
            for (std::size_t c = 0; c < columns; ++c) {
                if (c > 0 && one_in(10)) {
                    text += "| ";
                    continue;
                }
                std::string cell = sentence('b', 1, one_in(20) ? 60 : 5);
                std::replace(cell.begin(), cell.end(), '\n', ' ');
                std::replace(cell.begin(), cell.end(), '\\', ' ');
                text += "| " + cell + " ";
            }
            text += "|\n";
        }
        may_note_ = true;
        return text + "\n" + sentence('b', 1, 5) + "\n\n";
    }

    std::string figure(const std::string& id, const std::string& indent) {
        const std::string alternative = sentence('a', 1, 6);
        return indent + "![" + alternative + "](" + id + " \"" + sentence('c', 1, 30) + "\")\n\n";
    }

    std::string taken() {
        std::string id = unused_.back();
        if (!one_in(4)) unused_.pop_back();  // some are shown twice
        return id;
    }

    // Lines after a hard break stand under the first.
    static std::string continued(const std::string& text, const std::string& indent) {
        std::string out;
        for (const char c : text) {
            out += c;
            if (c == '\n') out += indent;
        }
        return out;
    }
    static std::string trimmed(std::string indent) {
        while (!indent.empty() && indent.back() == ' ') indent.pop_back();
        return indent;
    }

    std::mt19937 random_;
    Words words_;
    test::SmallBrochure brochure_;
    std::vector<std::string> unused_;
    const std::vector<std::string> kinds_{"NOTE", "TIP", "IMPORTANT", "WARNING", "CAUTION"};
    std::size_t notes_ = 0;
    bool may_note_ = true;
    int level_ = 2;
};

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
void expect_inside(const page::PagedDocument& pages, const spec::LayoutSpec& layout) {
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
        style::Pictures pictures = build::read_pictures(*document, false, sink);
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
    const spec::LayoutSpec plain = test::shipped_layout("a5");
    const spec::LayoutSpec in_columns = test::shipped_layout("a4-columns");
    spec::LayoutSpec spread = test::shipped_layout("a5");
    spread.table.form = spec::TableForm::spread;
    for (int i = 0; i < brochures_per_shard; ++i) {
        const spec::LayoutSpec& layout = i % 4 == 1 ? in_columns : i % 4 == 3 ? spread : plain;
        const unsigned seed = static_cast<unsigned>(GetParam() * brochures_per_shard + i + 1);
        SCOPED_TRACE("seed " + std::to_string(seed));
        Author author(seed);
        std::map<std::string, std::string> drawings;
        const test::SmallBrochure brochure = author.write(drawings);
        Sink sink;
        const auto read = this->read(brochure, drawings, sink);
        ASSERT_TRUE(read) << diag::as_text(sink.sorted()) << brochure.body;
        const page::Pagination pages =
            build::produce(read->document, layout, read->pictures, fonts_, std::nullopt, sink);
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
            const auto bytes = pdf::write_screen(pages.document, fonts_, sink);
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
