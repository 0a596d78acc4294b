// Words as markup takes them.
#include "xml/escaped.hpp"

#include <gtest/gtest.h>

namespace brochure::xml {
namespace {

TEST(Escaped, SignsOfMarkupBecomeEntities) {
    EXPECT_EQ(escaped("a < b > c & \"d\""), "a &lt; b &gt; c &amp; \"d\"");
}

TEST(Escaped, QuotationMarksDoSoInAnAttribute) {
    EXPECT_EQ(escaped("\"d\" & 'e'", Where::in_quotes), "&quot;d&quot; &amp; 'e'");
}

}  // namespace
}  // namespace brochure::xml
