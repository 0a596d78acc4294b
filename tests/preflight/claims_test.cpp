// Every rule of the claims, with pages that keep it and pages that break it.
#include "preflight/claims.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <functional>
#include <ostream>

#include "pdf/whole_sample.hpp"

namespace brochure::preflight {
namespace {

using namespace pdf;

using style::NodeId;
using testing::Contains;
using testing::IsEmpty;

// The whole sample with a mark that leads to its note, and lines for its nodes: node n comes from line n + 1.
struct SoundSample : WholeSample {
    SoundSample() {
        style::StructureTree& tree = document.structure;
        const NodeId paragraph = tree.add_node(tree.root(), Role::p);
        mark = tree.add_node(tree.add_node(paragraph, Role::reference), Role::link);
        document.pages.back().links.push_back(
            {{{Length::points(40), y}, {Length::points(9), Length::points(9)}},
             mark,
             "",
             "noot-1",
             "Noot 1"});
        say_in("1", tree.add_leaf(mark));
        document.destinations.push_back({"noot-1", 3, {}});
        std::ranges::sort(document.destinations, {}, &page::Destination::name);
        for (std::size_t n = 0; n < tree.node_count(); ++n)
            tree[NodeId{n}].place = {"nl.md", static_cast<std::uint32_t>(n + 1), 1};
    }

    NodeId first(Role role) const {
        for (std::size_t n = 0; n < document.structure.node_count(); ++n) {
            if (document.structure[NodeId{n}].role == role) return NodeId{n};
        }
        ADD_FAILURE() << "no " << style::pdf_name(role);
        return {};
    }
    style::StructureNode& node(Role role) { return document.structure[first(role)]; }

    NodeId mark;
};

std::vector<diag::Diagnostic> claims_of(const SoundSample& sample) {
    Sink sink;
    check_screen_claims(sample.document, read_pages(sample.document, sample.fonts), sink);
    return sink.sorted();
}

std::vector<std::string> codes_of(const std::vector<diag::Diagnostic>& diagnostics) {
    std::vector<std::string> codes;
    for (const diag::Diagnostic& one : diagnostics) codes.push_back(one.code);
    return codes;
}

TEST(ScreenClaims, AreKeptByTheSample) { EXPECT_THAT(codes_of(claims_of(SoundSample{})), IsEmpty()); }

struct Breach {
    std::string name, code;
    std::function<void(SoundSample&)> commit;
};
std::ostream& operator<<(std::ostream& out, const Breach& breach) { return out << breach.name; }

class BrokenScreenClaim : public testing::TestWithParam<Breach> {};

TEST_P(BrokenScreenClaim, IsAnError) {
    SoundSample sample;
    GetParam().commit(sample);
    const auto found = claims_of(sample);
    ASSERT_THAT(codes_of(found), Contains(GetParam().code));
    for (const diag::Diagnostic& one : found) {
        EXPECT_EQ(one.severity, diag::Severity::error);
        EXPECT_EQ(one.place.file, "nl.md") << one.message;
    }
}

void add_row(SoundSample& sample, int cells) {
    auto& tree = sample.document.structure;
    const NodeId row = tree.add_node(sample.first(Role::table_body), Role::table_row);
    for (int i = 0; i < cells; ++i) tree.add_node(row, Role::data_cell);
}

void move_kid(style::StructureTree& tree, NodeId kid, NodeId parent) {
    std::erase(tree[tree[kid].parent].kids, style::Kid{kid});
    tree[kid].parent = parent;
    tree[parent].kids.emplace_back(kid);
}

page::PlacedGlyph& first_glyph(SoundSample& sample) {
    for (page::Item& item : sample.document.pages[0].items) {
        if (auto* run = std::get_if<page::GlyphRun>(&item.content)) return run->glyphs.front();
    }
    throw std::logic_error("no words on the first page");
}

INSTANTIATE_TEST_SUITE_P(
    Rules, BrokenScreenClaim,
    testing::Values(
        Breach{"NoTitle", "title-missing", [](SoundSample& s) { s.document.metadata.title = " "; }},
        Breach{"NoLanguage", "language-tag", [](SoundSample& s) { s.document.metadata.language = ""; }},
        Breach{"LanguageOfSeveralWords", "language-tag",
               [](SoundSample& s) { s.node(Role::block_quote).language = "en GB"; }},
        Breach{"LanguageOfOneLongWord", "language-tag",
               [](SoundSample& s) { s.node(Role::block_quote).language = "nederlands"; }},
        Breach{"FigureWithoutAlternative", "alternative-missing",
               [](SoundSample& s) { s.node(Role::figure).alternative_text = " "; }},
        Breach{"AlternativeOfTooManyBytes", "text-too-long",
               [](SoundSample& s) { s.node(Role::figure).alternative_text = std::string(20000, 'a'); }},
        Breach{"FirstHeadingNotOfLevelOne", "heading-level",
               [](SoundSample& s) { s.node(Role::h1).role = Role::h2; }},
        Breach{"HeadingLevelSkipped", "heading-level",
               [](SoundSample& s) { s.node(Role::h2).role = Role::h3; }},
        Breach{"OutlineLevelSkipped", "heading-level",
               [](SoundSample& s) { s.document.outline[1].level = 3; }},
        Breach{"OutlineLeadsNowhere", "link-astray",
               [](SoundSample& s) { s.document.outline[1].destination = "nergens"; }},
        Breach{"RowOfTooFewCells", "table-uneven", [](SoundSample& s) { add_row(s, 2); }},
        Breach{"RowOfTooManyCells", "table-uneven", [](SoundSample& s) { add_row(s, 4); }},
        Breach{"CellTooWide", "table-uneven",
               [](SoundSample& s) { s.node(Role::data_cell).column_span = 2; }},
        Breach{"TableWithoutHeadings", "table-head",
               [](SoundSample& s) {
                   auto& tree = s.document.structure;
                   for (std::size_t n = 0; n < tree.node_count(); ++n) {
                       if (tree[NodeId{n}].role == Role::header_cell) tree[NodeId{n}].role = Role::data_cell;
                   }
               }},
        Breach{"HeadingCellWithoutScope", "table-head",
               [](SoundSample& s) { s.node(Role::header_cell).scope = style::Scope::none; }},
        Breach{"RowOutsideTable", "structure-misplaced",
               [](SoundSample& s) {
                   move_kid(s.document.structure, s.first(Role::table_row), s.document.structure.root());
               }},
        Breach{"ParagraphBetweenItems", "structure-misplaced",
               [](SoundSample& s) { s.say_in("Tekst.", s.leaf(s.first(Role::list), Role::p)); }},
        Breach{
            "WordsInTheListItself", "structure-misplaced",
            [](SoundSample& s) { s.say_in("Tekst.", s.document.structure.add_leaf(s.first(Role::list))); }},
        Breach{"ItemWithoutLabel", "list-unlabelled",
               [](SoundSample& s) {
                   move_kid(s.document.structure, s.first(Role::label), s.document.structure.root());
               }},
        Breach{"ItemWithoutWords", "list-unlabelled",
               [](SoundSample& s) {
                   auto& tree = s.document.structure;
                   const NodeId item = tree.add_node(s.first(Role::list), Role::list_item);
                   s.say_in("•", tree.add_leaf(tree.add_node(item, Role::label)));
               }},
        Breach{"LinkThatLeadsNowhere", "link-empty",
               [](SoundSample& s) { s.document.pages.back().links.clear(); }},
        Breach{"LinkWithoutWords", "link-empty",
               [](SoundSample& s) { s.document.structure[s.mark].kids.clear(); }},
        Breach{"LinkThatIsNotSpoken", "link-empty",
               [](SoundSample& s) { s.document.pages.back().links.back().description = ""; }},
        Breach{"LinkToAnUnknownPlace", "link-astray",
               [](SoundSample& s) { s.document.pages[1].links.front().destination = "nergens"; }},
        Breach{"LinkAreaOutsideLinks", "structure-misplaced",
               [](SoundSample& s) { s.document.pages.back().links.back().node = s.first(Role::h1); }},
        Breach{"AddressOfTooManyBytes", "text-too-long",
               [](SoundSample& s) {
                   s.document.pages.back().links.back().address = "https://" + std::string(20000, 'a');
               }},
        Breach{"NoteWithoutMark", "note-unmentioned",
               [](SoundSample& s) { s.document.pages.back().links.back().destination = "begin"; }},
        Breach{"NoteWithoutName", "note-unmentioned", [](SoundSample& s) { s.node(Role::note).id = ""; }},
        Breach{"NotesOfOneName", "note-unmentioned",
               [](SoundSample& s) {
                   auto& tree = s.document.structure;
                   const NodeId note = tree.add_node(tree.root(), Role::note);
                   tree[note].id = "noot-1";
                   s.say_in("1. Nog een.", s.leaf(note, Role::p));
               }},
        Breach{"CharacterWithoutGlyph", "glyph-missing", [](SoundSample& s) { first_glyph(s).id = 0; }},
        Breach{"CharacterOfNoMeaning", "character-private",
               [](SoundSample& s) {
                   s.say("Tekst");
                   s.document.texts[page::TextId{s.document.texts.size() - 1}] = "\xEE\x80\x80xx";
               }}),
    [](const testing::TestParamInfo<Breach>& tested) { return tested.param.name; });

TEST(ScreenClaims, NameTheLineThatBreaksThem) {
    SoundSample sample;
    sample.node(Role::figure).alternative_text = "";
    const auto found = claims_of(sample);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().place.line, sample.first(Role::figure).index() + 1);
}

TEST(ScreenClaims, NameThePlaceInTheLineOfACharacter) {
    SoundSample sample;
    sample.say("Tien mg");
    const page::TextId text{sample.document.texts.size() - 1};
    sample.document.sources.resize(sample.document.texts.size());
    sample.document.sources[text] = {{0, {"nl.md", 9, 3}}};
    std::get<page::GlyphRun>(sample.document.pages.back().items.back().content).glyphs[5].id = 0;
    const auto found = claims_of(sample);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found.front().place, (Place{"nl.md", 9, 8}));
}

TEST(ScreenClaims, LookOnlyAtWhatIsWritten) {
    SoundSample sample;
    auto& tree = sample.document.structure;
    tree.add_node(tree.root(), Role::figure);  // on no page
    tree.add_node(tree.add_node(tree.root(), Role::list), Role::list_item);
    EXPECT_THAT(codes_of(claims_of(sample)), IsEmpty());
}

// ---- the press

PressDocument sound_press() {
    PressDocument press;
    press.pages = SoundSample{}.document;
    for (page::Page& page : press.pages.pages) {
        for (page::Item& item : page.items) {
            if (auto* run = std::get_if<page::GlyphRun>(&item.content)) run->colour.cmyk = Inks{0, 0, 0, 100};
            if (auto* rect = std::get_if<page::FilledRect>(&item.content))
                rect->colour.cmyk = Inks{0, 0, 0, 20};
        }
    }
    for (style::NamedPicture& named : press.pages.pictures) {
        auto drawing = std::get<picture::Drawing>(*named.picture);
        for (picture::VectorPath& path : drawing.paths) {
            if (path.fill) path.fill->cmyk = Inks{0, 0, 0, 50};
            if (path.stroke) path.stroke->colour.cmyk = Inks{0, 0, 0, 80};
        }
        named = test::named(std::move(drawing));
    }
    return press;
}

std::vector<std::string> press_codes(const PressDocument& press, const PressOptions& options = {}) {
    Sink sink;
    check_press_claims(press, options, sink);
    return codes_of(sink.sorted());
}

template <class Kind>
Kind& first_of(PressDocument& press) {
    for (page::Page& page : press.pages.pages) {
        for (page::Item& item : page.items) {
            if (auto* found = std::get_if<Kind>(&item.content)) return *found;
        }
    }
    throw std::logic_error("not in the sample");
}

// The drawing's first path, changed in a copy: pages share their pictures.
void change_first_path(PressDocument& press, const std::function<void(picture::VectorPath&)>& change) {
    style::NamedPicture& named = press.pages.pictures[page::PictureId{0}];
    auto drawing = std::get<picture::Drawing>(*named.picture);
    change(drawing.paths.front());
    named = test::named(std::move(drawing));
}

TEST(PressClaims, AreKeptByTheSample) {
    EXPECT_THAT(press_codes(sound_press()), IsEmpty());
    PressOptions grey;
    grey.greyscale = true;
    EXPECT_THAT(press_codes(sound_press(), grey), IsEmpty());
}

TEST(PressClaims, TitleAndConditionAreNamed) {
    PressDocument press = sound_press();
    press.pages.metadata.title.clear();
    PressOptions options;
    options.condition.clear();
    EXPECT_THAT(press_codes(press, options), testing::UnorderedElementsAre("title-missing", "value-range"));
}

TEST(PressClaims, WordsHaveInks) {
    PressDocument press = sound_press();
    first_of<page::GlyphRun>(press).colour.cmyk.reset();
    EXPECT_THAT(press_codes(press), Contains("ink-missing"));
}

TEST(PressClaims, GroundsHaveInks) {
    PressDocument press = sound_press();
    first_of<page::FilledRect>(press).colour.cmyk.reset();
    EXPECT_THAT(press_codes(press), Contains("ink-missing"));
}

TEST(PressClaims, DrawingsHaveInks) {
    PressDocument press = sound_press();
    change_first_path(press, [](picture::VectorPath& path) { path.fill->cmyk.reset(); });
    EXPECT_THAT(press_codes(press), Contains("ink-missing"));
    press = sound_press();
    change_first_path(press, [](picture::VectorPath& path) { path.stroke->colour.cmyk.reset(); });
    EXPECT_THAT(press_codes(press), Contains("ink-missing"));
}

TEST(PressClaims, PhotographsHaveInks) {
    PressDocument press = sound_press();
    picture::Raster raster;
    raster.width = raster.height = 1;
    const auto put = [&](picture::Components components) {
        raster.components = components;
        press.pages.pictures[page::PictureId{0}] = test::named(raster);
    };
    put(picture::Components::rgb);
    EXPECT_THAT(press_codes(press), Contains("ink-missing"));
    put(picture::Components::cmyk);
    EXPECT_THAT(press_codes(press), IsEmpty());
    PressOptions grey;
    grey.greyscale = true;
    EXPECT_THAT(press_codes(press, grey), Contains("ink-missing"));
    put(picture::Components::grey);
    EXPECT_THAT(press_codes(press, grey), IsEmpty());
}

TEST(PressClaims, GreyscaleIsBlackAlone) {
    PressDocument press = sound_press();
    first_of<page::FilledRect>(press).colour.cmyk = Inks{0, 0, 1, 0};
    PressOptions grey;
    grey.greyscale = true;
    EXPECT_THAT(press_codes(press), IsEmpty());
    EXPECT_THAT(press_codes(press, grey), Contains("ink-missing"));
}

TEST(PressClaims, InkIsWithinTheLimit) {
    PressDocument press = sound_press();
    first_of<page::FilledRect>(press).colour.cmyk = Inks{100, 100, 100, 0};
    EXPECT_THAT(press_codes(press), IsEmpty());
    first_of<page::FilledRect>(press).colour.cmyk = Inks{100, 100, 100, 1};
    EXPECT_THAT(press_codes(press), Contains("ink-total"));
}

TEST(PressClaims, CharactersHaveGlyphs) {
    PressDocument press = sound_press();
    first_of<page::GlyphRun>(press).glyphs.front().id = 0;
    EXPECT_THAT(press_codes(press), Contains("glyph-missing"));
}

}  // namespace
}  // namespace brochure::preflight
