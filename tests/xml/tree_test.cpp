// What is read of an XML file, where its words stand, and what is refused.
#include "xml/tree.hpp"

#include <gmock/gmock.h>

#include "xml/writer.hpp"

namespace brochure::xml {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using Kind = Fault::Kind;

constexpr int deep_enough = 8;

std::vector<Kind> faults(std::string_view bytes) {
    const Tree tree{bytes, deep_enough};
    std::vector<Kind> kinds;
    for (const Fault& fault : tree.faults()) kinds.push_back(fault.kind);
    EXPECT_EQ(kinds.empty(), bool{tree.root()});
    return kinds;
}

TEST(Tree, KnowsTheLineAndColumnOfEveryName) {
    const std::string_view text = "<a>\n  é<b c='1'/>\n</a>\n";
    const Tree tree{text, deep_enough};
    const Node b = tree.root().child("b");
    EXPECT_EQ(tree.place_of(tree.offset_of(b.name()), "x.xml"), (Place{"x.xml", 2, 5}));
    EXPECT_STREQ(b.attribute("c").value(), "1");
    EXPECT_FALSE(b.attribute("d"));
}

TEST(Tree, KeepsTheSpaceBetweenTwoElements) {
    const Tree tree{"<a><b/> <c/></a>", deep_enough};
    std::vector<std::string> pieces;
    for (const Node child : tree.root().children())
        pieces.emplace_back(child.is_text() ? child.value() : child.name());
    EXPECT_THAT(pieces, ElementsAre("b", " ", "c"));
}

TEST(Tree, RefusesEntitiesOfItsOwnAndThoseItDoesNotKnow) {
    EXPECT_THAT(faults("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
                ElementsAre(Kind::unknown_entity, Kind::own_entities));
    EXPECT_THAT(faults("<a>&amp;&#228;<![CDATA[&b;]]><!-- &b; --></a>"), IsEmpty());
}

TEST(Tree, RefusesWhatIsNestedTooDeep) {
    std::string text;
    for (int i = 0; i < 100000; ++i) text += "<a>";
    for (int i = 0; i < 100000; ++i) text += "</a>";
    EXPECT_THAT(faults(text), ElementsAre(Kind::too_deep));
}

TEST(Tree, RefusesWhatIsNoXml) {
    EXPECT_THAT(faults("<a><b></a>"), ElementsAre(Kind::malformed));
    EXPECT_THAT(faults(""), ElementsAre(Kind::malformed));
    EXPECT_THAT(faults("<a/><b/>"), ElementsAre(Kind::second_root));
    EXPECT_THAT(faults("<a>\xFF</a>"), ElementsAre(Kind::not_utf8));
    EXPECT_THAT(faults("<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>"),
                ElementsAre(Kind::other_encoding));
}

TEST(Tree, TellsNoMoreFaultsThanAnyoneReads) {
    const Tree tree{"<a>" + std::string(100000, '&') + "</a>", deep_enough};
    EXPECT_THAT(tree.faults(), SizeIs(1000));
}

TEST(Writer, IsReadAsItWasWritten) {
    Writer out;
    out.open("a", {{"b", "<\"&'>\n"}, {"none", ""}});
    out.open_line("c").words(" 1 < 2 ").open("d").close().words(" & 3").close();
    out.close_line();
    const std::string text = out.take();
    const Tree tree{text, deep_enough};
    ASSERT_TRUE(tree.root()) << text;
    EXPECT_STREQ(tree.root().attribute("b").value(), "<\"&'>\n");
    EXPECT_FALSE(tree.root().attribute("none"));
    EXPECT_EQ(text.substr(text.find("<c>")), "<c> 1 &lt; 2 <d/> &amp; 3</c>\n</a>\n");
}

}  // namespace
}  // namespace brochure::xml
