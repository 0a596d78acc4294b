// TextRuleTest: what the rules of reading say of a small Dutch brochure.
// In: the body in Markdown. Out: the messages of one rule, or all of them as the author sees them.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "diag/render.hpp"
#include "lint/lint.hpp"
#include "support/small_brochure.hpp"

namespace brochure::lint {

class TextRuleTest : public testing::Test {
  protected:
    std::optional<base::Date> today;

    [[nodiscard]] std::vector<diag::Diagnostic> diagnostics(const document::Document& document) const {
        Sink sink;
        check_text(document, today, sink);
        return sink.sorted();
    }
    // Messages of the rule with this code.
    [[nodiscard]] std::vector<std::string> told(std::string_view code,
                                                const document::Document& document) const {
        std::vector<std::string> messages;
        for (const diag::Diagnostic& found : diagnostics(document)) {
            EXPECT_EQ(found.severity, diag::Severity::warning);
            EXPECT_FALSE(found.remedy.empty());
            EXPECT_FALSE(found.place.file.empty());
            if (found.code == code) messages.push_back(found.message);
        }
        return messages;
    }
    [[nodiscard]] std::vector<std::string> told(std::string_view code, const std::string& body) const {
        return told(code, test::read_brochure("## Kop\n\n" + body).document);
    }
    [[nodiscard]] std::vector<std::string> told(std::string_view code,
                                                const test::SmallBrochure& brochure) const {
        return told(code, test::read_brochure(brochure).document);
    }
};

// So many short words, the first with a capital, no two neighbours alike, without a full stop.
inline std::string some_words(std::size_t count) {
    static const std::vector<std::string> cycle{"de", "arts", "kijkt", "naar", "uw", "been"};
    std::string text;
    for (std::size_t i = 0; i < count; ++i) text += (i == 0 ? "" : " ") + cycle[i % cycle.size()];
    if (!text.empty()) text.front() = 'D';
    return text;
}

}  // namespace brochure::lint
