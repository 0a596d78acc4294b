#include "pdf/tagged/navigation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <optional>
#include <string>

#include "pdf/object/number.hpp"
#include "pdf/tagged/metadata.hpp"

namespace brochure::pdf {

namespace {

// A URI action holds 7-bit ASCII (ISO 32000-1, table 206); the rest is percent-encoded (RFC 3986, 2.1).
std::string ascii_address(std::string_view address) {
    std::string out;
    for (const char c : address) {
        if (c > 0x20 && c < 0x7F)
            out += c;
        else
            out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    }
    return out;
}

[[maybe_unused]] bool is_known(const page::PagedDocument& document, const std::string& destination) {
    return std::ranges::binary_search(document.destinations, destination, {}, &page::Destination::name);
}

// The number a label counts with, if it is plain digits.
std::optional<int> label_number(std::string_view label) {
    if (label.empty() || label.size() > 6 || label.front() == '0') return std::nullopt;
    int number = 0;
    for (const char c : label) {
        if (c < '0' || c > '9') return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

}  // namespace

std::vector<LinkAnnotation> write_links(File& file, const page::PagedDocument& document,
                                        const std::vector<Dict>& pages) {
    std::vector<LinkAnnotation> links;
    const Length height = document.trim.height;
    for (std::size_t p = 0; p < document.pages.size(); ++p) {
        if (document.pages[p].links.empty()) continue;
        Dict page = pages[p];
        Array annotations = page.add_array("Annots");
        for (const page::LinkArea& area : document.pages[p].links) {
            assert(area.node.valid());
            Dict link = file.new_dict();
            link.set("Type", Name{"Annot"});
            link.set("Subtype", Name{"Link"});
            link.set("Rect",
                     Direct::array({area.box.left().to_points(), (height - area.box.bottom()).to_points(),
                                    area.box.right().to_points(), (height - area.box.top()).to_points()}));
            link.set("Border", Direct::array({0, 0, 0}));
            static constexpr int printed = 4;  // ISO 19005-2, 6.3.2
            link.set("F", printed);
            link.set("Contents", Text{area.description});
            if (!area.address.empty()) {
                Dict action = link.add_dict("A");
                action.set("S", Name{"URI"});
                action.set("URI", Text{ascii_address(area.address)});
            } else {
                assert(is_known(document, area.destination));
                link.set("Dest", Bytes{area.destination});
            }
            annotations.add(link);
            links.push_back({link, area.node, p});
        }
    }
    return links;
}

void write_destinations(File& file, const page::PagedDocument& document, const std::vector<Dict>& pages) {
    if (document.destinations.empty()) return;
    assert(std::ranges::is_sorted(document.destinations, {}, &page::Destination::name));
    Dict catalog = file.catalog();
    Array names = catalog.add_dict("Names").add_dict("Dests").add_array("Names");
    for (const page::Destination& destination : document.destinations) {
        names.add(Bytes{destination.name});
        Dict target = names.add_dict();
        const Length up = document.trim.height - destination.at.y;
        target.set("D", Direct::array({pages[destination.page], Name{"XYZ"}, destination.at.x.to_points(),
                                       up.to_points(), Null{}}));
    }
}

void write_outline(File& file, const page::PagedDocument& document) {
    const std::vector<page::OutlineEntry>& entries = document.outline;
    if (entries.empty()) return;
    Dict root = file.new_dict();
    root.set("Type", Name{"Outlines"});
    std::vector<Dict> items;
    for (std::size_t i = 0; i < entries.size(); ++i) items.push_back(file.new_dict());

    // All is open, so an item counts all that stands below it.
    const auto end_of = [&](std::size_t i) {
        std::size_t end = i + 1;
        while (end < entries.size() && entries[end].level > entries[i].level) ++end;
        return end;
    };
    const auto link_kids = [&](const auto& self, Dict parent, std::size_t begin, std::size_t end) -> void {
        if (begin == end) return;
        std::optional<std::size_t> previous;
        for (std::size_t i = begin; i < end; i = end_of(i)) {
            items[i].set("Title", Text{one_line(entries[i].title)});
            items[i].set("Parent", parent);
            items[i].set("Dest", Bytes{entries[i].destination});
            if (previous) {
                items[i].set("Prev", items[*previous]);
                items[*previous].set("Next", items[i]);
            }
            previous = i;
            self(self, items[i], i + 1, end_of(i));
        }
        parent.set("First", items[begin]);
        parent.set("Last", items[*previous]);
        parent.set("Count", static_cast<std::int64_t>(end - begin));
    };
    link_kids(link_kids, root, 0, entries.size());
    Dict catalog = file.catalog();
    catalog.set("Outlines", root);
}

void write_page_labels(File& file, const page::PagedDocument& document) {
    Dict catalog = file.catalog();
    Array numbers = catalog.add_dict("PageLabels").add_array("Nums");
    std::optional<int>
        expected;  // what the range that is open would print here; unset: it prints only its prefix
    for (std::size_t p = 0; p < document.pages.size(); ++p) {
        const std::string& label = document.pages[p].label;
        const std::optional<int> number = label_number(label);
        const bool goes_on =
            p > 0 && (number ? number == expected : label.empty() && document.pages[p - 1].label.empty());
        if (!goes_on) {
            numbers.add(static_cast<std::int64_t>(p));
            Dict range = numbers.add_dict();
            if (number) {
                range.set("S", Name{"D"});
                range.set("St", *number);
            } else if (!label.empty()) {
                range.set("P", Text{label});
            }
        }
        expected = number ? std::optional(*number + 1) : std::nullopt;
    }
}

void write_viewing(File& file, const page::PagedDocument& document) {
    Dict catalog = file.catalog();
    catalog.set("Lang", Text{document.metadata.language});
    catalog.add_dict("MarkInfo").set("Marked", true);
    Dict preferences = catalog.add_dict("ViewerPreferences");
    preferences.set("DisplayDocTitle", true);
    if (document.right_to_left) preferences.set("Direction", Name{"R2L"});
    catalog.set("PageLayout", Name{"TwoPageRight"});  // spreads, as they lie open; the cover alone
    catalog.set("PageMode", Name{document.outline.empty() ? "UseNone" : "UseOutlines"});
}

}  // namespace brochure::pdf
