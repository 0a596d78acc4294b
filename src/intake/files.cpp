#include <fmt/format.h>

#include <array>
#include <iterator>

#include "config/write.hpp"
#include "intake/intake.hpp"
#include "xml/escaped.hpp"

namespace brochure::intake {

namespace {

std::string_view without_end(std::string_view line) {
    while (line.ends_with('\r') || line.ends_with(' ') || line.ends_with('\t')) line.remove_suffix(1);
    while (line.starts_with(' ') || line.starts_with('\t')) line.remove_prefix(1);
    return line;
}

// The words of an item, without its bullet.
std::string_view item_of(std::string_view line) {
    for (const std::string_view bullet : {"• ", "- ", "* ", "– "}) {
        if (line.starts_with(bullet)) return without_end(line.substr(bullet.size()));
    }
    return {};
}

class Lines {
  public:
    void add(std::string_view line) {
        line = without_end(line);
        const std::string_view item = item_of(line);
        if (line.empty()) {
            end_paragraph();
        } else if (!item.empty()) {
            end_paragraph();
            if (!in_list_) out_ += "<ul>";
            in_list_ = true;
            append("li", item);
        } else {
            if (in_list_) out_ += "</ul>";
            in_list_ = false;
            paragraph_.push_back(line);
        }
    }
    std::string take() && {
        end_paragraph();
        if (in_list_) out_ += "</ul>";
        return std::move(out_);
    }

  private:
    void append(const char* element, std::string_view words) {
        fmt::format_to(std::back_inserter(out_), "<{}>", element);
        out_ += xml::escaped(words);
        fmt::format_to(std::back_inserter(out_), "</{}>\n", element);
    }
    // Short, by itself, and no sentence.
    [[nodiscard]] bool is_heading() const {
        constexpr std::size_t longest_heading = 80;
        const std::string_view line = paragraph_.front();
        return paragraph_.size() == 1 && line.size() <= longest_heading &&
               std::string_view{".:;,!…"}.find(line.back()) == std::string_view::npos &&
               line.find(" / ") == std::string_view::npos && line.find("://") == std::string_view::npos;
    }
    void end_paragraph() {
        if (paragraph_.empty()) return;
        if (is_heading()) {
            append(has_title_ ? "h2" : "h1", paragraph_.front());
            has_title_ = true;
        } else {
            // Every line of such a text is a paragraph: it has no other ends of lines.
            for (const std::string_view line : paragraph_) append("p", line);
        }
        paragraph_.clear();
    }

    std::string out_;
    std::vector<std::string_view> paragraph_;
    bool in_list_ = false, has_title_ = false;
};

void append_pair(std::string& out, std::string_view key, std::string_view value) {
    fmt::format_to(std::back_inserter(out), "{} = {}\n", key, config::quoted(value));
}

}  // namespace

std::string html_of_lines(std::string_view text) {
    Lines lines;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        lines.add(text.substr(at, end - at));
        at = end + 1;
    }
    return std::move(lines).take();
}

std::string facts_file(const Existing& existing, const std::string& id, const std::string& language) {
    std::string out =
        "# Facts that hold in every language. What a line with # in front asks for is yet to be said.\n";
    append_pair(out, "id", id);
    append_pair(out, "master", language);
    out +=
        "edition = \"1\"\n"
        "# updated = the day on which the text was last checked, as in 2026-11-29\n"
        "# review_by = the day by which it is to be checked again\n";
    for (const Picture& picture : existing.pictures) {
        out += "\n[[image]]\n";
        append_pair(out, "id", picture.id);
        append_pair(out, "file", picture.file);
        out +=
            "# author = who made it\n"
            "# licence = what allows you to print it, such as CC BY 4.0\n";
    }
    out +=
        "\n# Where the text has its facts from, each in a table of its own.\n"
        "# [[source]]\n# id = \"…\"\n# title = \"…\"\n# publisher = \"…\"\n# address = \"https://…\"\n"
        "# seen = the day on which you looked\n";
    return out;
}

std::string text_file(const Existing& existing) {
    std::string out = "+++\n";
    append_pair(out, "title", existing.title);
    if (!existing.subtitle.empty()) append_pair(out, "subtitle", existing.subtitle);
    out += "reviewed = false\n";
    for (const Term& term : existing.terms) {
        out += "\n[[glossary]]\n";
        append_pair(out, "id", term.id);
        append_pair(out, "term", term.term);
        append_pair(out, "meaning", term.meaning);
    }
    return out + "+++\n\n" + existing.body;
}

}  // namespace brochure::intake
