#include "sources/page.hpp"

#include <libxml/HTMLparser.h>
#include <libxml/tree.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace brochure::sources {

namespace {

using Name = std::string_view;

template <std::size_t N>
bool is_one_of(Name name, const std::array<Name, N>& names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// Never words of the page itself.
constexpr std::array silent_elements{Name{"script"}, Name{"style"},    Name{"noscript"}, Name{"template"},
                                     Name{"nav"},    Name{"footer"},   Name{"aside"},    Name{"form"},
                                     Name{"button"}, Name{"select"},   Name{"iframe"},   Name{"svg"},
                                     Name{"dialog"}, Name{"textarea"}, Name{"head"},     Name{"object"}};
constexpr std::array silent_roles{Name{"navigation"}, Name{"banner"},       Name{"contentinfo"},
                                  Name{"search"},     Name{"dialog"},       Name{"alertdialog"},
                                  Name{"menu"},       Name{"complementary"}};
// Words of classes and ids by which sites name what stands around a page.
constexpr std::array silent_classes{
    Name{"cookie"},     Name{"cookies"},     Name{"cookiebar"}, Name{"consent"},    Name{"gdpr"},
    Name{"breadcrumb"}, Name{"breadcrumbs"}, Name{"menu"},      Name{"nav"},        Name{"navbar"},
    Name{"sidebar"},    Name{"share"},       Name{"sharing"},   Name{"social"},     Name{"related"},
    Name{"newsletter"}, Name{"advert"},      Name{"ads"},       Name{"pagination"}, Name{"skip"},
    Name{"toolbar"},    Name{"views"},       Name{"counter"}};
constexpr std::array inline_elements{
    Name{"a"},    Name{"b"},    Name{"i"},     Name{"em"},   Name{"strong"}, Name{"span"}, Name{"abbr"},
    Name{"cite"}, Name{"code"}, Name{"sub"},   Name{"sup"},  Name{"small"},  Name{"q"},    Name{"u"},
    Name{"s"},    Name{"mark"}, Name{"time"},  Name{"font"}, Name{"dfn"},    Name{"kbd"},  Name{"var"},
    Name{"bdi"},  Name{"bdo"},  Name{"label"}, Name{"del"},  Name{"ins"},    Name{"wbr"},  Name{"img"}};

Name name_of(const xmlNode* node) { return reinterpret_cast<const char*>(node->name); }

std::string attribute(const xmlNode* node, const char* key) {
    xmlChar* value = xmlGetProp(const_cast<xmlNode*>(node), reinterpret_cast<const xmlChar*>(key));
    if (value == nullptr) return {};
    std::string out = reinterpret_cast<const char*>(value);
    xmlFree(value);
    return out;
}

// "cookie-bar__text": cookie, bar, text.
bool names_what_stands_around(const std::string& classes) {
    const std::string small = base::ascii_lower(classes);
    for (std::size_t at = 0; at < small.size();) {
        std::size_t end = at;
        while (end < small.size() && base::is_ascii_letter(small[end])) ++end;
        if (end > at && is_one_of(Name{small}.substr(at, end - at), silent_classes)) return true;
        at = end + 1;
    }
    return false;
}

bool is_silent(const xmlNode* node) {
    if (is_one_of(name_of(node), silent_elements)) return true;
    if (node->properties == nullptr) return false;
    return is_one_of(Name{attribute(node, "role")}, silent_roles) ||
           attribute(node, "aria-hidden") == "true" ||
           xmlHasProp(const_cast<xmlNode*>(node), BAD_CAST "hidden") != nullptr ||
           names_what_stands_around(attribute(node, "class") + " " + attribute(node, "id"));
}

// 1 to 6; 0: no heading.
int heading_level(const xmlNode* node) {
    const Name name = name_of(node);
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6' ? name[1] - '0' : 0;
}

// The node after this one in the order of the page, without those in it where it is to be passed over; null
// at the end of `within`. `leave` hears of every element that is left.
template <class Leave>
const xmlNode* next(const xmlNode* node, bool into, const xmlNode* within, Leave&& leave) {
    if (into && node->children != nullptr) return node->children;
    while (node != within) {
        if (node->type == XML_ELEMENT_NODE) leave(node);
        if (node->next != nullptr) return node->next;
        node = node->parent;
    }
    return nullptr;
}

struct Block {
    std::string text;
    int level = 0;  // of a heading
};

struct Gathered {
    std::vector<Block> blocks;
    std::optional<std::size_t> anchor_begin, anchor_end;  // among the blocks
};

// Goes through an element and gathers its text block by block.
class Gatherer {
  public:
    Gatherer(const xmlNode* root, std::string anchor) : root_(root), anchor_(std::move(anchor)) {}

    Gathered gather() {
        for (const xmlNode* node = root_; node != nullptr;) {
            const bool into = node == root_ || enter(node);
            node = next(node, into, root_, [&](const xmlNode* left) { leave(left); });
        }
        flush();
        return std::move(gathered_);
    }

  private:
    bool enter(const xmlNode* node) {
        if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
            if (node->content != nullptr) text_ += reinterpret_cast<const char*>(node->content);
            return false;
        }
        if (node->type != XML_ELEMENT_NODE) return false;
        if (is_silent(node)) return false;
        if (name_of(node) == "br") {
            text_ += ' ';
            return false;
        }
        if (!is_one_of(name_of(node), inline_elements)) flush();
        if (const int level = heading_level(node); level > 0) level_ = level;
        if (!anchor_.empty() && !gathered_.anchor_begin &&
            (attribute(node, "id") == anchor_ ||
             (name_of(node) == "a" && attribute(node, "name") == anchor_))) {
            gathered_.anchor_begin = gathered_.blocks.size();
            anchored_ = node;
        }
        if (name_of(node) == "ol") number_ = 0;
        // The order of steps is part of what they say.
        if (name_of(node) == "li" && node->parent != nullptr && name_of(node->parent) == "ol")
            step_ = std::to_string(++number_) + ". ";
        return true;
    }
    void leave(const xmlNode* node) {
        if (!is_one_of(name_of(node), inline_elements)) flush();
        if (node == anchored_) gathered_.anchor_end = gathered_.blocks.size();
    }
    void flush() {
        if (std::string text = folded(text_); !text.empty()) {
            gathered_.blocks.push_back({step_ + text, level_});
            step_.clear();
        }
        text_.clear();
        level_ = 0;
    }

    const xmlNode* root_;
    std::string anchor_, text_, step_;
    int level_ = 0, number_ = 0;
    const xmlNode* anchored_ = nullptr;
    Gathered gathered_;
};

const xmlNode* first_element(const xmlNode* root, const auto& is_wanted) {
    for (const xmlNode* node = root; node != nullptr; node = next(node, true, root, [](const xmlNode*) {})) {
        if (node->type == XML_ELEMENT_NODE && is_wanted(node)) return node;
    }
    return nullptr;
}

std::size_t letters_in(const std::vector<Block>& blocks) {
    std::size_t sum = 0;
    for (const Block& block : blocks) sum += block.text.size();
    return sum;
}

// A page's own words stand in <main>; else in its one article; else anywhere.
Gathered gather(const xmlNode* root, const std::string& anchor) {
    const xmlNode* main = first_element(root, [](const xmlNode* node) {
        return name_of(node) == "main" || attribute(node, "role") == "main";
    });
    if (main == nullptr)
        main = first_element(root, [](const xmlNode* node) { return name_of(node) == "article"; });
    if (main != nullptr) {
        Gathered gathered = Gatherer(main, anchor).gather();
        if (letters_in(gathered.blocks) > 0 && (anchor.empty() || gathered.anchor_begin)) return gathered;
    }
    return Gatherer(root, anchor).gather();
}

// From a heading up to the next one that is no lower.
std::vector<Block> under_heading(const std::vector<Block>& blocks, std::size_t heading) {
    const int level = blocks[heading].level;
    std::size_t end = heading + 1;
    while (end < blocks.size() && (blocks[end].level == 0 || blocks[end].level > level)) ++end;
    return {blocks.begin() + static_cast<std::ptrdiff_t>(heading),
            blocks.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::optional<std::vector<Block>> part_of(const Gathered& gathered, const Part& part) {
    const std::vector<Block>& blocks = gathered.blocks;
    if (!part.heading.empty()) {
        const std::string wanted = base::ascii_lower(folded(part.heading));
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (blocks[i].level > 0 && base::ascii_lower(blocks[i].text) == wanted)
                return under_heading(blocks, i);
        }
        return std::nullopt;
    }
    if (!gathered.anchor_begin) return std::nullopt;
    const std::size_t begin = *gathered.anchor_begin;
    const std::size_t end = std::max(begin, gathered.anchor_end.value_or(blocks.size()));
    if (begin < blocks.size() && end <= begin + 1 && blocks[begin].level > 0)
        return under_heading(blocks, begin);
    return std::vector<Block>{blocks.begin() + static_cast<std::ptrdiff_t>(begin),
                              blocks.begin() + static_cast<std::ptrdiff_t>(end)};
}

// The charset to read by; null: what the page says, which the library looks for.
const char* encoding_of(std::string_view html, const std::string& charset) {
    if (!charset.empty()) return charset.c_str();
    return base::first_invalid_utf8(html) ? nullptr : "UTF-8";
}

std::vector<std::string> texts_of(const std::vector<Block>& blocks) {
    std::vector<std::string> texts;
    for (const Block& block : blocks) texts.push_back(block.text);
    return texts;
}

}  // namespace

std::string folded(std::string_view text) {
    constexpr std::string_view no_break_space = "\xC2\xA0", soft_hyphen = "\xC2\xAD";
    std::string out;
    bool space = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at, 2) == soft_hyphen) {
            ++at;
            continue;
        }
        const bool hard = text.substr(at, 2) == no_break_space;
        if (hard || Name{" \t\r\n\f"}.find(text[at]) != Name::npos) {
            if (hard) ++at;
            space = !out.empty();
            continue;
        }
        if (space) out.push_back(' ');
        space = false;
        out.push_back(text[at]);
    }
    return out;
}

PageText text_of_html(std::string_view html, const std::string& charset, const Part& part) {
    PageText page;
    const std::unique_ptr<xmlDoc, decltype(&xmlFreeDoc)> document(
        htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, encoding_of(html, charset),
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET),
        &xmlFreeDoc);
    const xmlNode* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root == nullptr) {
        page.has_part = part.whole();
        return page;
    }
    if (const xmlNode* title =
            first_element(root, [](const xmlNode* node) { return name_of(node) == "title"; })) {
        xmlChar* words = xmlNodeGetContent(title);
        page.title = folded(reinterpret_cast<const char*>(words));
        xmlFree(words);
    }
    const Gathered gathered = gather(root, part.anchor);
    if (part.whole()) {
        page.blocks = texts_of(gathered.blocks);
    } else if (const auto blocks = part_of(gathered, part)) {
        page.blocks = texts_of(*blocks);
    } else {
        page.has_part = false;
    }
    return page;
}

PageText text_of_plain(std::string_view text) {
    PageText page;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        if (std::string line = folded(text.substr(0, end)); !line.empty())
            page.blocks.push_back(std::move(line));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return page;
}

}  // namespace brochure::sources
