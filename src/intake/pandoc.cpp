#include "intake/pandoc.hpp"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/file.hpp"
#include "base/process.hpp"

namespace brochure::intake {

namespace {

constexpr std::size_t largest_text = 64U << 20U;

}  // namespace

std::string pandoc_format(const std::filesystem::path& file) {
    // Straight quotation marks stay as they are: which the language has is known to the program itself.
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 7> formats{
        {{".html", "html"},
         {".htm", "html"},
         {".xhtml", "html"},
         {".md", "markdown-smart"},
         {".markdown", "markdown-smart"},
         {".docx", "docx"},
         {".odt", "odt"}}};
    const std::string ending = base::ascii_lower(file.extension().string());
    for (const auto& [known, format] : formats) {
        if (known == ending) return std::string{format};
    }
    return {};
}

base::Result<std::string> as_html(const std::filesystem::path& file) {
    // Said of a file that is not there before anyone is asked to read it.
    if (auto bytes = base::read_file(file, largest_text); !bytes.ok()) return bytes.error();
    const std::string format = pandoc_format(file);
    if (format.empty())
        return base::Error{
            fmt::format("{}: an existing text is a .html, .md, .docx, .odt or .txt file", file.string())};
    std::vector<std::string> words{"pandoc",    "--sandbox",   "--from=" + format,
                                   "--to=html", "--wrap=none", "--mathml"};
    // A document's title stands beside its text; a page's is said again in the text.
    if (format != "html") words.emplace_back("--standalone");
    const base::Ended ended = base::run(words, file);
    if (ended.not_installed())
        return base::Error{"pandoc is not installed, which reads texts of other forms: apt install pandoc"};
    if (ended.started != 0)
        return base::Error{fmt::format("pandoc could not be started: {}", ended.why_not_started())};
    if (ended.exit_code != 0)
        return base::Error{
            fmt::format("pandoc could not read {}: {}", file.string(), ended.first_complaint())};
    return ended.out;
}

}  // namespace brochure::intake
