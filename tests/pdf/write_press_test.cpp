#include "pdf/editions/write_press.hpp"

#include <gmock/gmock.h>

#include <regex>

#include "pdf/press_reader.hpp"
#include "pdf/press_sample.hpp"

namespace brochure::pdf {
namespace {

using testing::Contains;
using testing::Each;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;
using testing::SizeIs;
using testing::StartsWith;

class WritePress : public testing::Test {
  protected:
    void SetUp() override {
        SKIP_WITHOUT_FOGRA39();
        SKIP_WITHOUT("qpdf");
    }
    static PressOptions grey() {
        PressOptions options = press_options();
        options.greyscale = true;
        return options;
    }
    static PressOptions bare() {
        PressOptions options = press_options();
        options.crop_marks = options.slug = false;
        return options;
    }
};

TEST_F(WritePress, PassesTheChecksOfQpdf) {
    for (const PressOptions& options : {press_options(), grey(), bare()}) {
        const std::string file = pressed(PressSample(), options);
        const Output checked = run_on(file, "qpdf --check");
        EXPECT_EQ(checked.exit_code, 0) << checked.text;
        EXPECT_THAT(file, StartsWith("%PDF-1.6\n"));
    }
}

TEST_F(WritePress, IsDrawnWithoutAWarningByGhostscript) {
    SKIP_WITHOUT("gs");
    for (const PressOptions& options : {press_options(), grey()}) {
        const Output drawn = run_on(pressed(PressSample(), options),
                                    "gs -q -dSAFER -dNOPAUSE -dBATCH -dPDFSTOPONERROR -sDEVICE=nullpage");
        EXPECT_EQ(drawn.exit_code, 0);
        EXPECT_EQ(drawn.text, "");
    }
}

TEST_F(WritePress, SameInputGivesTheSameBytes) {
    EXPECT_EQ(pressed(PressSample()), pressed(PressSample()));
    EXPECT_NE(pressed(PressSample()), pressed(PressSample(), grey()));
}

TEST_F(WritePress, HasNoTagsLinksOrMarkedContent) {
    const std::string tokens = unpacked(pressed(PressSample()));
    for (const char* key :
         {"/StructTreeRoot", "/MarkInfo", "/Annots", "/StructParents", "/Outlines", "/Names", "/Lang"})
        EXPECT_THAT(tokens, Not(HasSubstr(key)));
    for (const std::string& stream : content_streams(tokens))
        for (const char* operation : {"BDC", "BMC", "EMC"})
            EXPECT_THAT(words_of(stream), Not(Contains(operation)));
}

TEST_F(WritePress, KnowsNoColourOfScreens) {
    EXPECT_THAT(colour_faults(unpacked(pressed(PressSample())), false), IsEmpty());
}

TEST_F(WritePress, ScreenFileHasWhatIsForbiddenHere) {
    const std::vector<std::string> faults = colour_faults(unpacked(written(PressSample())), false);
    EXPECT_THAT(faults, Contains("rg"));
    EXPECT_THAT(faults, Contains("/DeviceRGB"));
}

TEST_F(WritePress, GreyscaleKnowsNoColourAtAll) {
    EXPECT_THAT(colour_faults(unpacked(pressed(PressSample(), grey())), true), IsEmpty());
    EXPECT_THAT(colour_faults(unpacked(pressed(PressSample())), true), Contains("k"));
}

TEST_F(WritePress, BoxesAreExactAndMarksStandOutsideTheBleed) {
    EXPECT_THAT(geometry_faults(unpacked(pressed(PressSample())), 10), IsEmpty());
    EXPECT_THAT(geometry_faults(unpacked(pressed(PressSample(), bare())), 0), IsEmpty());
}

TEST_F(WritePress, BoxesThatAreOffAreSeen) {
    const std::string tokens = unpacked(pressed(PressSample()));
    const auto spoiled = [&](const std::string& from, const std::string& to) {
        std::string out = tokens;
        const std::size_t at = out.find(from);
        EXPECT_NE(at, std::string::npos) << from;
        if (at != std::string::npos) out.replace(at, from.size(), to);
        return geometry_faults(out, 10);
    };
    EXPECT_THAT(spoiled("/TrimBox [\n    36.85\n", "/TrimBox [\n    36.89\n"), Contains("TrimBox"));
    EXPECT_THAT(spoiled("/BleedBox [\n    28.346\n", "/BleedBox [\n    28.4\n"), Contains("BleedBox"));
    EXPECT_THAT(spoiled("/MediaBox [\n    0\n", "/MediaBox [\n    1\n"), Contains("MediaBox"));
    EXPECT_THAT(spoiled("1 1 1 1 K\n.25 w\n", "1 1 1 1 K\n.25 w\n100 100 m 100 200 l S\n"),
                Contains("a mark in the bleed"));
    EXPECT_THAT(spoiled("/BleedBox", "/BleedBix"), Contains("boxes are missing"));
}

TEST_F(WritePress, EveryPageHasEightMarks) {
    std::size_t pages = 0;
    for (const std::string& stream : content_streams(unpacked(pressed(PressSample())))) {
        if (!stream.starts_with("q\n")) continue;  // a form
        ++pages;
        EXPECT_THAT(strokes_in_register(stream), SizeIs(8));
    }
    EXPECT_EQ(pages, 4U);
}

TEST_F(WritePress, WithoutMarksAndSlugTheSheetIsTheBleed) {
    const std::string tokens = unpacked(pressed(PressSample(), bare()));
    EXPECT_EQ(boxes(tokens, "BleedBox"), boxes(tokens, "MediaBox"));
    EXPECT_THAT(tokens, Not(HasSubstr("1 1 1 1 K")));
}

TEST_F(WritePress, SlugNamesTheSheetInTheMargin) {
    SKIP_WITHOUT("pdftotext");
    const std::string text = text_of(pressed(PressSample()), "-f 2 -l 2");
    EXPECT_THAT(text, HasSubstr("botmetastasen, nl, press, 2026-01-01, 2/4"));
    EXPECT_THAT(text_of(pressed(PressSample(), bare())), Not(HasSubstr("2026-01-01")));
}

TEST_F(WritePress, BlackTextIsBlackInkAlone) {
    Sample sample;
    sample.say("Zwart als de letters van de krant");
    const std::string page = content_streams(unpacked(pressed(sample, bare()))).front();
    EXPECT_THAT(page, HasSubstr("BT\n/Over gs\n0 0 0 1 k\n"));
    EXPECT_EQ(count(page, " k\n"), 1U);
}

TEST_F(WritePress, DarkInkOfTheScreenIsBlackToo) {
    Sample sample;
    sample.say("Bijna zwart");
    std::get<page::GlyphRun>(sample.document.pages[0].items.back().content).colour = {{0x1c, 0x2b, 0x30}, {}};
    const std::string page = content_streams(unpacked(pressed(sample, bare()))).front();
    EXPECT_TRUE(std::regex_search(page, std::regex("\n0 0 0 (1|\\.[89]\\d?) k\n"))) << page;
}

TEST_F(WritePress, NamedInksStayAsNamed) {
    Sample sample;
    sample.document.pages[0].items.push_back({page::FilledRect{{{}, {Length::points(40), Length::points(40)}},
                                                               {{14, 74, 90}, Inks{92, 58, 48, 38}}},
                                              page::Artifact::background});
    EXPECT_THAT(unpacked(pressed(sample)), HasSubstr("\n.92 .58 .48 .38 k\n"));
}

TEST_F(WritePress, SaysWhatItIsTwiceInTheSameWords) {
    const std::string tokens = unpacked(pressed(PressSample()));
    EXPECT_THAT(tokens, HasSubstr("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"));
    EXPECT_THAT(tokens, HasSubstr("<pdf:Trapped>False</pdf:Trapped>"));
    EXPECT_THAT(tokens, HasSubstr("/Trapped /False"));
    EXPECT_THAT(tokens, HasSubstr("/Title (Botmetastasen)"));
    EXPECT_THAT(tokens, HasSubstr(">Botmetastasen</rdf:li></rdf:Alt></dc:title>"));
    EXPECT_THAT(tokens, HasSubstr("/CreationDate (D:20260101000000Z)"));
    EXPECT_THAT(tokens, HasSubstr("/ModDate (D:20260101000000Z)"));
    for (const char* date : {"CreateDate", "ModifyDate", "MetadataDate"})
        EXPECT_THAT(tokens, HasSubstr(std::string("<xmp:") + date + ">2026-01-01T00:00:00Z<"));
    EXPECT_TRUE(std::regex_search(
        tokens, std::regex("<xmpMM:DocumentID>uuid:[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}</xmpMM")));
    EXPECT_THAT(tokens, HasSubstr("/ID ["));
    EXPECT_THAT(tokens, Not(HasSubstr("pdfaid")));
    EXPECT_THAT(tokens, Not(HasSubstr("pdfuaid")));
}

TEST_F(WritePress, NamesThePrintingConditionAndCarriesItsProfile) {
    for (const PressOptions& options : {press_options(), grey()}) {
        const std::string tokens = unpacked(pressed(PressSample(), options));
        EXPECT_THAT(tokens, HasSubstr("/S /GTS_PDFX\n"));
        EXPECT_THAT(tokens, HasSubstr("/OutputConditionIdentifier (FOGRA39)"));
        EXPECT_THAT(tokens, HasSubstr("/RegistryName (http://www.color.org)"));
        EXPECT_THAT(tokens, HasSubstr("/DestOutputProfile "));
        EXPECT_THAT(tokens, HasSubstr(PressProfile::open(options.profile).value().bytes()));
    }
}

TEST_F(WritePress, SeeThroughPicturesAreBlendedInInks) {
    const std::string tokens = unpacked(pressed(PressSample()));
    EXPECT_EQ(count(tokens, "/SMask"), 1U);
    EXPECT_EQ(count(tokens, "/CS /DeviceCMYK"), 1U);
    EXPECT_EQ(count(unpacked(pressed(PressSample(), grey())), "/CS /DeviceGray"), 1U);
}

TEST_F(WritePress, MissingProfileIsAnError) {
    const auto result = PressProfile::open("/nowhere/FOGRA39L_coated.icc");
    ASSERT_FALSE(result.ok());
    EXPECT_THAT(result.error().message, HasSubstr("FOGRA39L_coated.icc"));
}

class Separations : public WritePress {
  protected:
    void SetUp() override {
        WritePress::SetUp();
        SKIP_WITHOUT("gs");
    }
    static page::Item ground(const Colour& colour, const Rect& box) {
        return {page::FilledRect{box, colour}, page::Artifact::background};
    }
    // Of a place on a page without marks, whose sheet is the bleed.
    static std::size_t pixel(double millimetres) {
        return static_cast<std::size_t>((millimetres + 3) / 25.4 * plate_resolution);
    }
};

TEST_F(Separations, TextIsOnTheBlackPlateAlone) {
    Sample sample;
    sample.say("Zwart als de letters van de krant");
    const Plates4 plates = separations(pressed(sample, bare()), 1);
    EXPECT_TRUE(plates.cyan.is_blank());
    EXPECT_TRUE(plates.magenta.is_blank());
    EXPECT_TRUE(plates.yellow.is_blank());
    EXPECT_FALSE(plates.black.is_blank());
}

// Plates are registered by the marks, so the marks are on every plate, in the same place.
TEST_F(Separations, CropMarksAreAlikeOnAllPlates) {
    Sample sample;
    sample.say("Zwart als de letters van de krant");
    PressOptions options = press_options();
    options.slug = false;
    const Plates4 plates = separations(pressed(sample, options), 1);
    EXPECT_FALSE(plates.cyan.is_blank());
    EXPECT_EQ(plates.magenta.samples, plates.cyan.samples);
    EXPECT_EQ(plates.yellow.samples, plates.cyan.samples);
    // Within the bleed stands the text, on the black plate; around it nothing but the same marks.
    const auto bleed = static_cast<std::size_t>(10 / 25.4 * plate_resolution);
    bool text = false;
    for (std::size_t y = 0; y < plates.black.height; ++y) {
        for (std::size_t x = 0; x < plates.black.width; ++x) {
            const bool inside =
                x > bleed && x < plates.black.width - bleed && y > bleed && y < plates.black.height - bleed;
            if (inside) {
                EXPECT_EQ(plates.cyan.ink_at(x, y), 0) << x << ", " << y;
                text = text || plates.black.ink_at(x, y) > 0;
            } else {
                EXPECT_EQ(plates.black.ink_at(x, y), plates.cyan.ink_at(x, y)) << x << ", " << y;
            }
        }
    }
    EXPECT_TRUE(text);
}

TEST_F(Separations, TextOfFourInksIsSeenOnAllPlates) {
    Sample sample;
    sample.say("Vier platen");
    std::get<page::GlyphRun>(sample.document.pages[0].items.back().content).colour.cmyk =
        Inks{50, 40, 40, 90};
    const Plates4 plates = separations(pressed(sample, bare()), 1);
    EXPECT_FALSE(plates.cyan.is_blank());
    EXPECT_FALSE(plates.black.is_blank());
}

TEST_F(Separations, BlackTextLeavesNoHoleInItsGround) {
    const auto plates_with = [](Inks text) {
        Sample sample;
        sample.document.pages[0].items.push_back(
            ground({{}, Inks{40, 0, 0, 0}}, Rect{{}, sample.document.trim}.inflated(sample.document.bleed)));
        sample.say("Over de kleur heen");
        std::get<page::GlyphRun>(sample.document.pages[0].items.back().content).colour.cmyk = text;
        return separations(pressed(sample, bare()), 1);
    };
    const std::string over = plates_with({0, 0, 0, 100}).cyan.samples;
    EXPECT_EQ(over, std::string(over.size(), over[over.size() / 2]));
    const std::string white = plates_with({0, 0, 0, 0}).cyan.samples;
    EXPECT_NE(white, std::string(white.size(), white[white.size() / 2]));
}

TEST_F(Separations, GroundsReachIntoTheBleedAndNoFurther) {
    Sample sample;
    const Length far = Length::millimetres(9);
    sample.document.pages[0].items.push_back(
        ground({{}, Inks{0, 50, 0, 0}}, Rect{{}, sample.document.trim}.inflated(far)));
    const Plate plate = separations(pressed(sample), 1).magenta;  // a sheet 13 mm around the trim
    const auto at = [](double millimetres) {
        return static_cast<std::size_t>((millimetres + 13) / 25.4 * plate_resolution);
    };
    for (const double edge : {-2.7, 150.7}) EXPECT_GT(plate.ink_at(at(edge), at(100)), 100) << edge;
    for (const double edge : {-2.7, 212.7}) EXPECT_GT(plate.ink_at(at(70), at(edge)), 100) << edge;
    for (const double edge : {-3.4, 151.4}) EXPECT_EQ(plate.ink_at(at(edge), at(100)), 0) << edge;
    for (const double edge : {-3.4, 213.4}) EXPECT_EQ(plate.ink_at(at(70), at(edge)), 0) << edge;
}

TEST_F(Separations, InkKeepsWithinTheLimit) {
    Sample sample;
    const Size square{Length::millimetres(20), Length::millimetres(20)};
    double left = 0;
    const auto add = [&](const Colour& colour) {
        sample.document.pages[0].items.push_back(
            ground(colour, {{Length::millimetres(left), Length::millimetres(20)}, square}));
        left += 20;
    };
    add({{0, 0, 0}, {}});
    add({{8, 4, 0}, {}});
    add({{0, 0, 0}, Inks{100, 100, 100, 100}});
    picture::Raster dark = photograph(picture::Components::rgb);
    for (char& sample_byte : dark.samples) sample_byte = static_cast<char>(sample_byte & 0x0F);
    picture::Raster inks = photograph(picture::Components::cmyk);
    for (char& sample_byte : inks.samples) sample_byte = '\xF8';
    double top = 60;
    for (const picture::Picture& picture : {picture::Picture(dark), picture::Picture(inks)}) {
        const auto id = sample.document.pictures.push_back(test::named(picture));
        sample.document.pages[0].items.push_back(
            {page::PlacedPicture{id, {{Length::millimetres(20), Length::millimetres(top)}, square}},
             page::Artifact::background});
        top += 40;
    }
    const Plates4 plates = separations(pressed(sample, bare()), 1);
    EXPECT_LE(most_ink_of(plates), 300);
    EXPECT_GE(most_ink_of(plates), 290);  // and the dark is dark
    EXPECT_GT(plates.black.ink_at(pixel(50), pixel(30)), 250);
}

}  // namespace
}  // namespace brochure::pdf
