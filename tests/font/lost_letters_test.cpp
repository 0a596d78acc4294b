// Fonts that would print blanks, or bold words like the rest: each is told, with its file.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <vector>

#include "diag/codes.hpp"
#include "font/fonts_folder.hpp"

namespace brochure::font {
namespace {

namespace code = diag::code;
using testing::HasSubstr;

const ScriptTag latin_script{'L', 'a', 't', 'n'};

class LostLetters : public testing::Test {
  protected:
    std::optional<FaceId> ask(char32_t character, int weight = 400) {
        Library library({folder.fonts()});
        return library.face_for({"ruler", weight}, character, latin_script, sink);
    }
    void refused(std::string_view bytes, const std::string& message, const std::string& remedy) {
        folder.write_ruler(bytes);
        sink = Sink{};
        EXPECT_FALSE(ask(U'x')) << message;
        ASSERT_EQ(sink.sorted().size(), 1U) << message;
        EXPECT_EQ(sink.sorted()[0].code, code::font_unreadable);
        EXPECT_EQ(sink.sorted()[0].place, (Place{"fonts/ruler.toml", 4, 8}));
        EXPECT_THAT(sink.sorted()[0].message, HasSubstr(message));
        EXPECT_THAT(sink.sorted()[0].remedy, HasSubstr(remedy));
    }
    FontsFolder folder;
    Sink sink;
};

TEST_F(LostLetters, GlyphInColourAloneIsNotThere) {
    folder.write_ruler(bytes_of(own_faces / "ruler-colour.ttf"));
    EXPECT_FALSE(ask(U'H'));
    EXPECT_TRUE(ask(U'x'));
    EXPECT_TRUE(ask(U' '));
}

TEST_F(LostLetters, FileThatBrokeOffIsRefused) {
    const std::string whole = bytes_of(own_faces / "ruler.ttf");
    for (const std::size_t missing : {std::size_t{8}, std::size_t{40}, whole.size() / 3})
        refused(whole.substr(0, whole.size() - missing), "a part of the file is missing", "anew");
    const std::string collection = bytes_of(own_faces / "rulers.ttc");
    refused(collection.substr(0, collection.size() - 30), "a part of the file is missing", "anew");
}

TEST_F(LostLetters, FileOfAnotherKindIsToldByItsName) {
    refused("wOF2 and more", "web font (WOFF2)", "TTF or OTF");
    refused("wOFF and more", "web font (WOFF)", "TTF or OTF");
    refused("%!PS-AdobeFont-1.0: Ruler", "Type 1 font", "TTF or OTF");
    refused("PK\x03\x04 and more", "archive (ZIP)", "unpack");
    refused("<!DOCTYPE html><html>", "a web page", "TTF or OTF");
    refused("version https://git-lfs.github.com/spec/v1", "Git LFS", "git lfs pull");
}

TEST_F(LostLetters, VariableFontServesItsDefaultWeightAlone) {
    folder.write("ruler.ttf", bytes_of(own_faces / "ruler-variable.ttf"));
    folder.write(
        "ruler.toml",
        "name = \"ruler\"\n[[face]]\nfile = \"ruler.ttf\"\nweight = 400\n[[face]]\nfile = \"ruler.ttf\"\n"
        "weight = 700\n");
    EXPECT_TRUE(ask(U'x', 400));
    EXPECT_TRUE(sink.sorted().empty());
    (void)ask(U'x', 700);
    ASSERT_FALSE(sink.sorted().empty());
    EXPECT_EQ(sink.sorted()[0].code, code::font_variable);
    EXPECT_EQ(sink.sorted()[0].place.line, 6U);
    EXPECT_THAT(sink.sorted()[0].message, HasSubstr("would print in weight 400 where 700 is meant"));
}

TEST_F(LostLetters, FamilyWithoutBoldIsToldOnceWhereBoldIsAsked) {
    folder.write_ruler(bytes_of(own_faces / "ruler.ttf"));
    Library library({folder.fonts()});
    (void)library.face_for({"ruler", 400}, U'x', latin_script, sink);
    EXPECT_TRUE(sink.sorted().empty());
    for (const char32_t letter : std::u32string{U"xHf"})
        EXPECT_TRUE(library.face_for({"ruler", 700}, letter, latin_script, sink));
    ASSERT_EQ(sink.sorted().size(), 1U);
    EXPECT_EQ(sink.sorted()[0].code, code::font_weight_missing);
    EXPECT_EQ(sink.sorted()[0].severity, diag::Severity::warning);
    EXPECT_THAT(sink.sorted()[0].message,
                HasSubstr("the family 'ruler' has no bold face beside 'ruler.ttf'"));
}

TEST_F(LostLetters, RegularFileNamedAsBoldIsTold) {
    folder.write("ruler.ttf", bytes_of(own_faces / "ruler.ttf"));
    folder.write("ruler.toml", "name = \"ruler\"\n[[face]]\nfile = \"ruler.ttf\"\nweight = 700\n");
    EXPECT_TRUE(ask(U'x', 700));
    ASSERT_EQ(sink.sorted().size(), 1U);
    EXPECT_THAT(sink.sorted()[0].message, HasSubstr("is of weight 400, and is named here as weight 700"));
}

TEST_F(LostLetters, FaceListThatCannotBeReadIsNoAbsentOne) {
    std::filesystem::create_symlink("gone.toml", folder.fonts() / "ruler.toml");
    EXPECT_FALSE(ask(U'x'));
    ASSERT_EQ(sink.sorted().size(), 1U);
    EXPECT_EQ(sink.sorted()[0].code, code::file_unreadable);
    EXPECT_THAT(sink.sorted()[0].message, HasSubstr("leads nowhere"));
}

// Shipped faces may have blanks for what is blank only: a blank letter would be taken for missing.
TEST(ShippedFaces, HaveBoldWhereBoldIsAsked) {
    Library library({shipped_fonts});
    Sink sink;
    for (const char* family : {"noto-sans", "noto-serif", "andika"}) {
        for (const auto& [text, script] :
             std::vector<std::pair<std::u32string, ScriptTag>>{{U"aŻ5%→≥✓", latin_script},
                                                               {U"бЄ", {'C', 'y', 'r', 'l'}},
                                                               {U"αΩ", {'G', 'r', 'e', 'k'}},
                                                               {U"عپ", {'A', 'r', 'a', 'b'}},
                                                               {U"שא", {'H', 'e', 'b', 'r'}},
                                                               {U"骨、", {'H', 'a', 'n', 'i'}}}) {
            for (const char32_t character : text) {
                EXPECT_TRUE(library.face_for({family, 700}, character, script, sink))
                    << family << static_cast<unsigned>(character);
            }
        }
    }
    EXPECT_TRUE(sink.sorted().empty());
}

}  // namespace
}  // namespace brochure::font
