#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include "diag/codes.hpp"
#include "exchange/markup.hpp"
#include "intake/intake.hpp"
#include "intake/names.hpp"
#include "intake/words.hpp"

namespace brochure::intake {

using exchange::Form;
using exchange::Setting;

namespace {

constexpr int max_depth = 200;  // of a page's elements; recursion needs a bound

bool is_heading(std::string_view name) {
    return name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
}

class Converter {
  public:
    explicit Converter(xml::Node root) : root_(root) {
        find_title(root_);
        find_headings(root_);
    }

    Existing take() && {
        blocks(main_of(root_), "");
        while (out_.body.ends_with("\n\n")) out_.body.pop_back();
        out_.body += notes_;
        return std::move(out_);
    }

  private:
    // The text of a page, without what stands around it, where the page says which that is.
    static xml::Node main_of(xml::Node element) {
        for (const xml::Node child : element.children()) {
            if (std::string_view{child.attribute("role").value()} == "main") return child;
            if (const xml::Node inside = main_of(child);
                std::string_view{inside.attribute("role").value()} == "main")
                return inside;
        }
        return element;
    }

    // The heading that says so, else the only one of the first level: of several, none is the title.
    void find_title(xml::Node root) {
        std::vector<xml::Node> first_level;
        collect(root, "h1", first_level);
        const auto own = std::find_if(first_level.begin(), first_level.end(), [](xml::Node heading) {
            return std::string_view{heading.attribute("class").value()} == "title";
        });
        if (own != first_level.end()) title_ = *own;
        if (own == first_level.end() && first_level.size() == 1) title_ = first_level.front();
        if (title_) out_.title = plain_words(words_of(title_, no_section));
    }
    static void collect(xml::Node element, std::string_view name, std::vector<xml::Node>& into) {
        for (const xml::Node child : element.children()) {
            if (child.name() == name) into.push_back(child);
            collect(child, name, into);
        }
    }

    // Levels begin at 2 below the title, and leave none out.
    void find_headings(xml::Node element) {
        for (const xml::Node child : element.children()) {
            const std::string_view name = child.name();
            if (is_heading(name)) {
                if (child != title_) {
                    const std::string id =
                        names_.unused(id_of(plain_words(words_of(child, no_section)), "deel"));
                    sections_[child.attribute("id").value()] = id;
                    ids_.emplace_back(child, id);
                    levels_.insert(name[1] - '0');
                }
            }
            find_headings(child);
        }
    }
    static std::string no_section(const std::string&) { return {}; }
    std::string section_of(const std::string& id) const {
        const auto found = sections_.find(id);
        return id.empty() || found == sections_.end() ? std::string{} : "#" + found->second;
    }
    Words words(xml::Node element) { return words(*element.children().begin(), {}); }
    Words words(xml::Node first, xml::Node behind) {
        Words out = words_between(first, behind, [this](const std::string& id) { return section_of(id); });
        for (const std::string& kind : out.unset)
            remark(fmt::format("a {} was taken as plain words: “{}”", kind, shortened(plain_words(out))));
        return out;
    }
    void remark(std::string sentence) {
        if (std::find(out_.remarks.begin(), out_.remarks.end(), sentence) == out_.remarks.end())
            out_.remarks.push_back(std::move(sentence));
    }
    static std::string shortened(std::string_view words) {
        constexpr std::size_t longest = 60;
        if (words.size() <= longest) return std::string{words};
        return std::string{words.substr(0, words.rfind(' ', longest))} + " …";
    }

    static xml::Node first_block(xml::Node from) {
        while (from && is_inline(from)) from = from.next();
        return from;
    }

    // What stands in an element, block by block; words between blocks are paragraphs.
    void blocks(xml::Node element, const std::string& prefix) {
        for (xml::Node at = *element.children().begin(); at;) {
            if (is_inline(at)) {
                const xml::Node behind = first_block(at);
                paragraph(words(at, behind), prefix);
                at = behind;
            } else {
                block(at, prefix);
                at = at.next();
            }
        }
    }

    void block(xml::Node element, const std::string& prefix) {
        const std::string_view name = element.name();
        if (is_heading(name)) return heading(element, prefix);
        if (name == "header" && std::string_view{element.attribute("id").value()} == "title-block-header")
            return title_block(element);
        if (name == "p" || name == "pre") return paragraph(words(element), prefix);
        if (name == "ul" || name == "ol") return list(element, prefix);
        if (name == "table") return table(element, prefix);
        if (name == "figure") return figures(element, prefix);
        if (name == "blockquote") return blocks(element, prefix + "> ");
        if (name == "dl") return terms(element);
        if (name == "section" && std::string_view{element.attribute("role").value()} == "doc-endnotes")
            return notes(element);
        if (name != "hr" && name != "colgroup") blocks(element, prefix);
    }

    // What a document says of itself before its text begins.
    void title_block(xml::Node element) {
        for (const xml::Node child : element.children()) {
            const std::string_view kind = child.attribute("class").value();
            const std::string said = plain_words(words(child));
            if (kind == "subtitle")
                out_.subtitle = said;
            else if (kind != "title" && !said.empty())
                remark(fmt::format("the document names its {}: “{}”", kind, shortened(said)));
        }
    }

    void line(const std::string& prefix, const std::string& words) {
        out_.body += first_prefix_.empty() ? prefix : std::exchange(first_prefix_, {});
        out_.body += words + "\n";
    }
    void end_block(const std::string& prefix) {
        std::string bare = prefix;
        while (bare.ends_with(' ')) bare.pop_back();
        out_.body += bare + "\n";
    }

    void paragraph(const Words& words, const std::string& prefix) {
        if (!words.empty()) {
            Words own = words;
            if (const auto once = own.text.marks.empty() ? said_twice(own.text.words) : std::nullopt) {
                remark(fmt::format("these words stood there twice, and stand there once now: “{}”",
                                   shortened(*once)));
                own.text.words = *once;
            }
            if (names_a_maker(plain_words(own)))
                remark(
                    fmt::format("these words name whose picture it is; a picture is printed only with its "
                                "author and licence in brochure.toml: “{}”",
                                shortened(plain_words(own))));
            line(prefix, exchange::as_markdown(own.text, Setting{Form::flow, {}, prefix}));
            end_block(prefix);
        }
        for (const xml::Node picture : words.pictures) figure(picture, {}, prefix);
    }

    void heading(xml::Node element, const std::string& prefix) {
        if (element == title_) return;
        const auto own =
            std::find_if(ids_.begin(), ids_.end(), [&](const auto& one) { return one.first == element; });
        const Words said = words(element);
        if (said.empty() || own == ids_.end()) return;
        if (!prefix.empty()) return paragraph(said, prefix);  // a list has no headings
        const int level = element.name()[1] - '0';
        const auto above = std::distance(levels_.begin(), levels_.find(level));
        constexpr std::ptrdiff_t deepest = 4;
        line("", fmt::format("{} {} {{#{}}}",
                             std::string(static_cast<std::size_t>(2 + std::min(above, deepest)), '#'),
                             exchange::as_markdown(said.text, Setting{Form::line, {}, {}}), own->second));
        end_block("");
        for (const xml::Node picture : said.pictures) figure(picture, {}, prefix);
    }

    void list(xml::Node element, const std::string& prefix) {
        int number = 0;
        const bool ordered = std::string_view{element.name()} == "ol";
        for (const xml::Node item : element.children()) {
            if (std::string_view{item.name()} != "li") continue;
            const std::string sign = ordered ? fmt::format("{}. ", ++number) : "- ";
            first_prefix_ = (first_prefix_.empty() ? prefix : first_prefix_) + sign;
            blocks_of_item(item, prefix + std::string(sign.size(), ' '));
            first_prefix_.clear();
        }
        end_block(prefix);
    }
    // A tight item: no empty line behind its words, unless more words follow.
    void blocks_of_item(xml::Node item, const std::string& prefix) {
        bool has_words = false;
        const auto add = [&](const Words& said) {
            if (!said.empty()) {
                if (std::exchange(has_words, true)) end_block(prefix);
                line(prefix, exchange::as_markdown(said.text, Setting{Form::flow, {}, prefix}));
            }
            for (const xml::Node picture : said.pictures) figure(picture, {}, prefix);
        };
        for (xml::Node at = *item.children().begin(); at;) {
            const xml::Node behind = is_inline(at) ? first_block(at) : at.next();
            if (is_inline(at)) {
                add(words(at, behind));
            } else if (std::string_view{at.name()} == "p") {
                add(words(at));
            } else {
                block(at, prefix);
                if (out_.body.ends_with("\n\n")) out_.body.pop_back();
            }
            at = behind;
        }
    }

    void table(xml::Node element, const std::string& prefix) {
        std::vector<std::vector<std::string>> rows;
        collect_rows(element, rows);
        if (rows.empty()) return;
        std::size_t columns = 0;
        for (const auto& row : rows) columns = std::max(columns, row.size());
        for (std::size_t r = 0; r < rows.size(); ++r) {
            rows[r].resize(columns);
            std::string text = "|";
            for (const std::string& cell : rows[r]) text += " " + cell + " |";
            line(prefix, text);
            if (r > 0) continue;
            text = "|";
            for (std::size_t c = 0; c < columns; ++c) text += " --- |";
            line(prefix, text);
        }
        end_block(prefix);
    }
    void collect_rows(xml::Node element, std::vector<std::vector<std::string>>& rows) {
        for (const xml::Node child : element.children()) {
            const std::string_view name = child.name();
            if (name == "caption")
                remark("a table had a caption, which a brochure's tables have not: “" +
                       shortened(plain_words(words(child))) + "”");
            if (name != "tr") {
                if (name != "caption") collect_rows(child, rows);
                continue;
            }
            std::vector<std::string>& row = rows.emplace_back();
            for (const xml::Node cell : child.children()) {
                const std::string_view kind = cell.name();
                if (kind != "td" && kind != "th") continue;
                if (cell.attribute("colspan") || cell.attribute("rowspan"))
                    remark("a cell of a table went over several, which it does no longer: “" +
                           shortened(plain_words(words(cell))) + "”");
                row.push_back(exchange::as_markdown(words(cell).text, Setting{Form::cell, {}, {}}));
            }
        }
    }

    void figures(xml::Node element, const std::string& prefix) {
        Words caption;
        std::vector<xml::Node> pictures;
        for (const xml::Node child : element.children()) {
            if (std::string_view{child.name()} == "figcaption") caption = words(child);
            if (std::string_view{child.name()} == "img") pictures.push_back(child);
        }
        for (const xml::Node picture : pictures) figure(picture, caption, prefix);
        if (pictures.empty()) blocks(element, prefix);
    }
    void figure(xml::Node picture, const Words& caption, const std::string& prefix) {
        const std::string source = picture.attribute("src").value();
        const std::size_t from =
            source.find_last_of("/\\") == std::string::npos ? 0 : source.find_last_of("/\\") + 1;
        const std::string file = source.substr(from, source.find_first_of("?#", from) - from);
        const std::string id = picture_names_.unused(id_of(file.substr(0, file.rfind('.')), "afbeelding"));
        out_.pictures.push_back({id, "images/" + (file.empty() ? id : file)});
        const Setting alternative{Form::alternative, {}, {}}, words_below{Form::caption, {}, {}};
        std::string text = fmt::format(
            "![{}]({}", exchange::as_markdown({escaped(picture.attribute("alt").value()), {}}, alternative),
            id);
        if (!caption.empty()) text += " \"" + exchange::as_markdown(caption.text, words_below) + "\"";
        line(prefix, text + ")");
        end_block(prefix);
    }
    static std::string escaped(std::string_view words) {
        std::string out;
        for (const char c : words) {
            if (c == '{' || c == '}') out += c;
            out += c == '\n' ? ' ' : c;
        }
        return out;
    }

    // What a list explains word by word is a glossary.
    void terms(xml::Node element) {
        std::string term;
        for (const xml::Node child : element.children()) {
            const std::string_view name = child.name();
            if (name == "dt") term = plain_words(words(child));
            if (name != "dd" || term.empty()) continue;
            out_.terms.push_back({names_.unused(id_of(term, "woord")), term, plain_words(words(child))});
        }
    }

    void notes(xml::Node element) {
        for (const xml::Node child : element.children()) {
            if (std::string_view{child.name()} != "li") {
                notes(child);
                continue;
            }
            const Words said = words(child);
            notes_ += fmt::format("\n[^{}]: {}\n", child.attribute("id").value(),
                                  exchange::as_markdown(said.text, Setting{Form::flow, {}, "  "}));
        }
    }

    xml::Node root_, title_;
    Existing out_;
    Names names_, picture_names_;
    std::map<std::string, std::string> sections_;         // by the page's own ids
    std::vector<std::pair<xml::Node, std::string>> ids_;  // of headings
    std::set<int> levels_;
    std::string first_prefix_;  // of an item's first line
    std::string notes_;
};

}  // namespace

std::optional<Existing> taken_from_html(std::string_view html, const std::string& shown_file, Sink& sink) {
    const bool is_page = html.starts_with("<!DOCTYPE");
    const std::string whole = is_page ? std::string{html} : fmt::format("<body>{}</body>", html);
    const xml::Tree tree{whole, max_depth};
    if (!tree.faults().empty()) {
        sink.error(diag::code::exchange_damaged, {shown_file, 0, 0},
                   "the text could not be read: its elements are nested too deep, or it is damaged",
                   "save it anew in the program it was written with");
        return std::nullopt;
    }
    return Converter{is_page ? tree.root().child("body") : tree.root()}.take();
}

}  // namespace brochure::intake
