#include "intake/words.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <tuple>
#include <utility>

#include "units/coded_text.hpp"

namespace brochure::intake {

using exchange::Mark;
using units::CodedPiece;
using Kind = CodedPiece::Kind;

namespace {

bool is_among(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

std::string_view attribute(xml::Node element, const char* name) { return element.attribute(name).value(); }

bool has_words(xml::Node element) {
    for (const xml::Node child : element.children()) {
        const bool words = child.is_text() &&
                           std::string_view{child.value()}.find_first_not_of(" \n\t\r") != std::string::npos;
        if (words || has_words(child)) return true;
    }
    return false;
}

class Reader {
  public:
    explicit Reader(const SectionOf& section_of) : section_of_(section_of) {}

    void read(xml::Node first, xml::Node behind) {
        for (xml::Node one = first; one && one != behind; one = one.next()) {
            if (one.is_text()) words(one.value());
            if (one.is_element()) read_element(one);
        }
    }
    void read(xml::Node element) { read(*element.children().begin(), {}); }

    Words take() && {
        while (!pieces_.empty() && pieces_.back().kind == Kind::words && ends_in_space()) {
            pieces_.back().words.pop_back();
            if (pieces_.back().words.empty()) pieces_.pop_back();
        }
        out_.text.words = units::words_of(pieces_);
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool ends_in_space() const { return pieces_.back().words.ends_with(' '); }

    // White space of a page is one space.
    void words(std::string_view text) {
        for (const char c : text) {
            const bool space = c == ' ' || c == '\n' || c == '\t' || c == '\r';
            if (!space) {
                add(c);
            } else if (!at_space_) {
                add(' ');
            }
            at_space_ = space;
        }
    }
    void add(char c) {
        if (pieces_.empty() || pieces_.back().kind != Kind::words) pieces_.push_back({Kind::words, {}, 0});
        pieces_.back().words += c;
    }

    void read_element(xml::Node element) {
        const std::string_view name = element.name();
        if (is_among(name, {"strong", "b"})) return pair(element, {"**", "**"});
        if (is_among(name, {"em", "i"})) return pair(element, {"*", "*"});
        if (name == "sup") return pair(element, {"^", "^"});
        if (name == "sub") return pair(element, {"~", "~"});
        if (name == "a") return link(element);
        if (name == "br") return point({{}, {}, "end of a line", true, true});
        if (name == "img") return out_.pictures.push_back(element);
        if (is_among(name, {"code", "del", "math", "input"})) out_.unset.emplace_back(name);
        read(element);
    }
    void pair(xml::Node element, std::pair<std::string, std::string> written) {
        // Empty marks, and those that hold marks of the same kind, are no Markdown.
        if (!has_words(element) || open(written.first)) return read(element);
        Mark mark;
        std::tie(mark.opening, mark.closing) = std::move(written);
        open_.push_back(mark.opening);
        out_.text.marks.push_back(std::move(mark));
        const std::size_t number = out_.text.marks.size();
        pieces_.push_back({Kind::opening, {}, number});
        read(element);
        // Space within a mark's end would undo it.
        const bool space = pieces_.back().kind == Kind::words && ends_in_space();
        if (space) pieces_.back().words.pop_back();
        pieces_.push_back({Kind::closing, {}, number});
        if (space) add(' ');
        open_.pop_back();
    }
    [[nodiscard]] bool open(const std::string& opening) const {
        return std::find(open_.begin(), open_.end(), opening) != open_.end();
    }
    void point(Mark mark) {
        out_.text.marks.push_back(std::move(mark));
        pieces_.push_back({Kind::point, {}, out_.text.marks.size()});
        at_space_ = out_.text.marks.back().line_end;
    }
    void link(xml::Node element) {
        const std::string_view address = attribute(element, "href");
        const std::string_view role = attribute(element, "role");
        if (role == "doc-backlink") return;
        if (role == "doc-noteref" && address.starts_with('#'))
            return point({"[^" + std::string{address.substr(1)} + "]", {}, "note", true});
        std::string target;
        if (address.starts_with('#'))
            target = section_of_(std::string{address.substr(1)});
        else if (address.starts_with("http://") || address.starts_with("https://") ||
                 address.starts_with("mailto:") || address.starts_with("tel:"))
            target = address;
        if (target.empty() || target.find_first_of(" ()<>") != std::string::npos) {
            out_.unset.emplace_back("link to " + std::string{address});
            return read(element);
        }
        pair(element, {"[", "](" + target + ")"});
    }

    const SectionOf& section_of_;
    Words out_;
    std::vector<CodedPiece> pieces_;
    std::vector<std::string> open_;
    bool at_space_ = true;
};

}  // namespace

bool Words::empty() const { return text.words.find_first_not_of(' ') == std::string::npos; }

Words words_of(xml::Node element, const SectionOf& section_of) {
    return words_between(*element.children().begin(), {}, section_of);
}

Words words_between(xml::Node first, xml::Node behind, const SectionOf& section_of) {
    Reader reader{section_of};
    reader.read(first, behind);
    return std::move(reader).take();
}

std::string plain_words(const Words& words) { return units::plain_words({words.text.words, {}}); }

bool is_inline(xml::Node node) {
    if (node.is_text()) return true;
    return is_among(node.name(), {"strong", "b",    "em",   "i",     "sup",   "sub", "a",     "br",
                                  "img",    "code", "span", "del",   "math",  "u",   "small", "mark",
                                  "abbr",   "cite", "q",    "input", "label", "ins", "s"});
}

}  // namespace brochure::intake
