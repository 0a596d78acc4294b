// Escaped: words as markup takes them, where a text is written by hand (a template, a page for browsers) and
// not by the Writer. In: a text. Out: the same with its signs as entities (XML 1.0, 4.6).
#pragma once

#include <string>
#include <string_view>

namespace brochure::xml {

enum class Where {
    between_elements,
    in_quotes
};  // of an attribute's value, quotation marks are escaped as well

inline std::string escaped(std::string_view text, Where where = Where::between_elements) {
    std::string out;
    for (const char c : text) {
        if (c == '&')
            out += "&amp;";
        else if (c == '<')
            out += "&lt;";
        else if (c == '>')
            out += "&gt;";
        else if (c == '"' && where == Where::in_quotes)
            out += "&quot;";
        else
            out += c;
    }
    return out;
}

}  // namespace brochure::xml
