#include "base/process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <string_view>

extern char** environ;

namespace brochure::base {

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

// What this program has, but for the names that are given anew.
std::vector<std::string> surroundings(const std::vector<std::string>& changes) {
    std::vector<std::string> out;
    for (char** one = environ; *one != nullptr; ++one) {
        const std::string_view line{*one};
        const std::string_view name = line.substr(0, line.find('=') + 1);
        const bool replaced = std::any_of(changes.begin(), changes.end(), [&](const std::string& change) {
            return change.starts_with(name);
        });
        if (!replaced) out.emplace_back(line);
    }
    out.insert(out.end(), changes.begin(), changes.end());
    return out;
}

std::vector<char*> pointers_to(std::vector<std::string>& words) {
    std::vector<char*> out;
    for (std::string& word : words) out.push_back(word.data());
    out.push_back(nullptr);
    return out;
}

}  // namespace

bool Ended::not_installed() const {
    // posix_spawnp may leave it to the child to say that there is no such program.
    constexpr int not_found = 127;
    return started == ENOENT || exit_code == not_found;
}

std::string Ended::why_not_started() const { return std::strerror(started); }

std::string Ended::first_complaint() const { return err.substr(0, err.find('\n')); }

Ended run(const std::vector<std::string>& words, const std::filesystem::path& input,
          const std::vector<std::string>& environment) {
    const Unnamed out, err;
    if (!out.ok() || !err.ok()) return {errno, -1, {}, {}};
    Actions actions;
    ::posix_spawn_file_actions_addopen(actions.get(), STDIN_FILENO, input.c_str(), O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(actions.get(), out.descriptor(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(actions.get(), err.descriptor(), STDERR_FILENO);
    std::vector<std::string> owned = words, around = surroundings(environment);
    const std::vector<char*> arguments = pointers_to(owned), changed = pointers_to(around);
    pid_t child = 0;
    const int started =
        ::posix_spawnp(&child, arguments[0], actions.get(), nullptr, arguments.data(), changed.data());
    if (started != 0) return {started, -1, {}, {}};
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) continue;
    return {0, WIFEXITED(status) ? WEXITSTATUS(status) : -1, out.contents(), err.contents()};
}

}  // namespace brochure::base
