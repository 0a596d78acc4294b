#include "record/record.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/digest.hpp"

namespace brochure::record {

std::string digest_of_sources(const Record& record) {
    // Names and digests of one line each: no two sets of inputs give the same text.
    std::string text = record.program.identity + "\n";
    text += fmt::format("{} {}\n", record.options.greyscale, record.options.pages.value_or(0));
    for (const auto& [name, sight] : record.inputs)
        text +=
            fmt::format("{} {} {}\n{}\n", static_cast<int>(sight.kind), sight.digest, sight.leads_to, name);
    return base::sha256(text);
}

const Output* Record::find(design::Edition edition) const {
    const auto found = std::find_if(outputs.begin(), outputs.end(),
                                    [&](const Output& output) { return output.edition == edition; });
    return found == outputs.end() ? nullptr : &*found;
}

std::string record_name(std::string_view brochure, std::string_view language, std::string_view layout,
                        bool greyscale) {
    return fmt::format("{}.{}.{}{}{}", brochure, language, layout, greyscale ? ".grey" : "", record_ending);
}

}  // namespace brochure::record
