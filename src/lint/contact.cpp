// Telephone numbers and addresses: those of the house stand in the house file, so that one change changes
// all.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "base/ascii.hpp"
#include "diag/codes.hpp"
#include "document/markdown/telephones.hpp"
#include "lint/text_rules.hpp"

namespace brochure::lint {

namespace {

// "www.example.org" of an address, without the "www."; empty if it is no address of a site.
std::string host_of(std::string_view address) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (address.starts_with(scheme)) address.remove_prefix(scheme.size());
    }
    if (address.starts_with("www.")) address.remove_prefix(4);
    std::size_t end = address.find_first_of(" /?#:,;)\"");
    for (const std::string_view space : {"\u00A0", "\u2028", "”"}) end = std::min(end, address.find(space));
    std::string host{address.substr(0, end)};
    while (host.ends_with('.')) host.pop_back();
    return base::ascii_lower(host);
}

struct Mention {
    std::string value;
    Place place;
};

std::vector<Mention> telephones_of(const document::Text& text) {
    std::vector<Mention> mentions;
    for (const TextRange range : document::telephones_in(text.utf8)) {
        mentions.push_back({std::string{range.of(text.utf8)}, text.place_of(range.begin)});
    }
    for (const document::Span& span : text.spans) {
        const auto* link = std::get_if<document::Link>(&span.meaning);
        if (link != nullptr && link->address.starts_with("tel:")) {
            mentions.push_back({link->address.substr(4), span.place});
        }
    }
    return mentions;
}

std::vector<Mention> hosts_of(const document::Text& text) {
    std::vector<Mention> mentions;
    const std::string_view words{text.utf8};
    for (const std::string_view opening : {"https://", "http://", "www."}) {
        for (std::size_t at = words.find(opening); at != std::string_view::npos;
             at = words.find(opening, at + 1)) {
            mentions.push_back({host_of(words.substr(at)), text.place_of(static_cast<std::uint32_t>(at))});
        }
    }
    for (const document::Span& span : text.spans) {
        const auto* link = std::get_if<document::Link>(&span.meaning);
        if (link != nullptr && link->address.starts_with("http")) {
            mentions.push_back({host_of(link->address), span.place});
        }
    }
    return mentions;
}

}  // namespace

void other_telephones(const document::Document& document, const Passages& passages, Sink& sink) {
    std::set<std::string> told;
    for (const Passage& passage : passages) {
        for (const Mention& mention : telephones_of(*passage.text)) {
            const std::string digits = document::digits_of(mention.value);
            const document::House& house = document.house;
            if (document::same_number(digits, document::digits_of(house.phone)) ||
                document::same_number(digits, document::digits_of(house.emergency_phone)) ||
                !told.insert(digits).second) {
                continue;
            }
            sink.warning(diag::code::telephone_differs, mention.place,
                         fmt::format("The telephone number {} is not one of the house file.", mention.value),
                         "If it is the hospital's, name the department instead: the house file's numbers are "
                         "printed by themselves; if it is another's, try it before printing.");
        }
    }
}

void other_addresses(const document::Document& document, const Passages& passages, Sink& sink) {
    std::set<std::string> known{host_of(document.house.website)};
    for (const document::Source& source : document.sources) known.insert(host_of(source.address));
    for (const Passage& passage : passages) {
        for (const Mention& mention : hosts_of(*passage.text)) {
            if (mention.value.empty() || !known.insert(mention.value).second) continue;
            sink.warning(
                diag::code::website_differs, mention.place,
                fmt::format("The site {} is neither the house's nor that of a source.", mention.value),
                "Check the address; if facts come from there, add it to the sources in brochure.toml.");
        }
    }
}

}  // namespace brochure::lint
