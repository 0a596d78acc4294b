#include "intake/pandoc.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/file.hpp"

extern char** environ;

namespace brochure::intake {

namespace {

constexpr std::size_t largest_text = 64U << 20U;

// A file without a name, gone with the last who has it open.
class Unnamed {
  public:
    Unnamed() : file_(std::tmpfile(), &std::fclose) {}
    [[nodiscard]] bool ok() const { return file_ != nullptr; }
    [[nodiscard]] int descriptor() const { return ::fileno(file_.get()); }
    // As much as there may be.
    [[nodiscard]] std::string contents() const {
        std::string text;
        std::array<char, 1U << 16U> piece{};
        std::rewind(file_.get());
        while (const std::size_t read = std::fread(piece.data(), 1, piece.size(), file_.get())) {
            if (text.size() + read > largest_text) break;
            text.append(piece.data(), read);
        }
        return text;
    }

  private:
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file_;
};

class Actions {
  public:
    Actions() { ::posix_spawn_file_actions_init(&actions_); }
    ~Actions() { ::posix_spawn_file_actions_destroy(&actions_); }
    Actions(const Actions&) = delete;
    Actions& operator=(const Actions&) = delete;
    posix_spawn_file_actions_t* get() { return &actions_; }

  private:
    posix_spawn_file_actions_t actions_{};
};

struct Ended {
    int started = 0;  // an error of the system, as errno has them
    int exit_code = -1;
    std::string out, err;
};

// With the file for its standard input.
Ended run(const std::vector<std::string>& words, const std::filesystem::path& input) {
    const Unnamed out, err;
    if (!out.ok() || !err.ok()) return {errno, -1, {}, {}};
    Actions actions;
    ::posix_spawn_file_actions_addopen(actions.get(), STDIN_FILENO, input.c_str(), O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(actions.get(), out.descriptor(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(actions.get(), err.descriptor(), STDERR_FILENO);
    std::vector<std::string> owned = words;
    std::vector<char*> arguments;
    for (std::string& word : owned) arguments.push_back(word.data());
    arguments.push_back(nullptr);
    pid_t child = 0;
    const int started =
        ::posix_spawnp(&child, arguments[0], actions.get(), nullptr, arguments.data(), environ);
    if (started != 0) return {started, -1, {}, {}};
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    return {0, WIFEXITED(status) ? WEXITSTATUS(status) : -1, out.contents(), err.contents()};
}

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
    const Ended ended = run(words, file);
    // posix_spawnp may leave it to the child to say that there is no such program.
    constexpr int not_found = 127;
    if (ended.started == ENOENT || ended.exit_code == not_found)
        return base::Error{"pandoc is not installed, which reads texts of other forms: apt install pandoc"};
    if (ended.started != 0)
        return base::Error{fmt::format("pandoc could not be started: {}", std::strerror(ended.started))};
    if (ended.exit_code != 0)
        return base::Error{fmt::format("pandoc could not read {}: {}", file.string(),
                                       ended.err.substr(0, ended.err.find('\n')))};
    return ended.out;
}

}  // namespace brochure::intake
