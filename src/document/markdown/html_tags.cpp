#include "document/markdown/html_tags.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "diag/codes.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

struct Way {
    std::string_view tags;  // each between spaces
    std::string_view remedy;
};

constexpr std::array ways{
    Way{" b strong u mark big kbd code tt ", "write **words** for bold words"},
    Way{" i em cite dfn var ", "write *words*"},
    Way{" sub ",
        "write the lowered figure between two ~, as in H~2~O; or as the character itself, as in H₂O"},
    Way{" sup ",
        "write the raised figure between two ^, as in 10^3^; signs such as ² ® ™ as the character itself"},
    Way{" br wbr ",
        "end the line with a backslash to begin a new one; at a paragraph's end simply remove it"},
    Way{" p div span font center section article header footer small style script body html head meta title "
        "link o:p abbr bdo bdi ",
        "remove the tags and leave the words: how the text looks is said in the layout file"},
    Way{" a ", "write [words](https://…)"},
    Way{" img picture figure figcaption svg ", "write ![what it shows](its-id \"caption\")"},
    Way{" h1 h2 h3 h4 h5 h6 summary details ", "write ## for a part and ### for a section"},
    Way{" ul ol li dl dt dd menu ", "write a list with - or 1. at the start of each line"},
    Way{" table thead tbody tfoot tr td th caption colgroup col ",
        "write a table with | between the cells and | --- | --- | below its head"},
    Way{" hr ", "remove it; use a heading to part the text"},
    Way{" s del strike ins ", "remove the tags, and the words that no longer hold"},
    Way{" blockquote q ", "write > at the start of the line, or quotation marks"},
    Way{" iframe video audio embed object input button form select textarea label ",
        "paper cannot show it: write a link, [words](https://…)"},
};

}  // namespace

bool is_html_comment(std::string_view html) { return html.starts_with("<!--"); }

std::string html_tag_name(std::string_view html) {
    std::size_t at = html.find('<');
    if (at == std::string_view::npos) return {};
    ++at;
    if (at < html.size() && html[at] == '/') ++at;
    std::string name;
    const auto is_of_name = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == ':' || c == '-';
    };
    for (; at < html.size() && is_of_name(html[at]); ++at)
        name += static_cast<char>(std::tolower(static_cast<unsigned char>(html[at])));
    return name;
}

std::string html_remedy(std::string_view tag_name) {
    const std::string wanted = " " + std::string{tag_name} + " ";
    const auto way = std::find_if(ways.begin(), ways.end(), [&](const Way& known) {
        return known.tags.find(wanted) != std::string_view::npos;
    });
    if (way != ways.end()) return std::string{way->remedy};
    return "remove the tag; or write \\< for the sign itself";
}

void report_html_block(std::string_view html, const Place& at, Sink& sink) {
    std::string_view rest = html;
    const auto skip_spaces = [&rest] {
        rest.remove_prefix(std::min(rest.find_first_not_of(" \t\n"), rest.size()));
    };
    for (skip_spaces(); is_html_comment(rest); skip_spaces()) {
        const std::size_t end = rest.find("-->");
        if (end == std::string_view::npos) {
            sink.error(code::comment_open, at,
                       "this remark is not closed, and all text below it would vanish",
                       "write --> where the remark ends");
            return;
        }
        rest.remove_prefix(end + 3);
    }
    if (rest.empty()) return;
    if (rest.size() < html.size() && !rest.starts_with('<')) {
        sink.error(code::comment_open, at, "the text behind this remark would vanish with it",
                   "write the text on a line of its own");
        return;
    }
    const std::string name = html_tag_name(rest);
    sink.error(code::html_refused, at,
               name.empty() ? "HTML has no meaning here"
                            : fmt::format("HTML such as <{}> has no meaning here", name),
               html_remedy(name));
}

}  // namespace brochure::document
