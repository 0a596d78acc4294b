// One slot, set anew. In: its setting and the new words. Out: what stands between its first byte and its
// last.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "config/write.hpp"
#include "exchange/slots.hpp"

namespace brochure::exchange {

inline std::string set_slot(const NumberedText& text, const Setting& setting) {
    std::string words = as_markdown(text, setting);
    if (setting.form == Form::toml) return config::quoted(words);
    return setting.form == Form::caption ? '"' + words + '"' : words;
}

// A stretch of a text that is replaced; an empty one is an insertion.
struct Edit {
    std::size_t begin = 0, end = 0;
    std::string text;
};

// Edits that stand at the same byte keep their order.
inline std::string edited(std::string_view text, std::size_t begin, std::size_t end,
                          std::vector<Edit> edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const Edit& a, const Edit& b) { return a.begin < b.begin; });
    std::string out;
    for (const Edit& edit : edits) {
        if (edit.begin < begin) continue;  // within what was taken out
        out += text.substr(begin, edit.begin - begin);
        out += edit.text;
        begin = edit.end;
    }
    return out += text.substr(begin, end - begin);
}

}  // namespace brochure::exchange
