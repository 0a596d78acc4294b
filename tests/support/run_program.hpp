// RunProgram: the built program, or another tool, as a process. In: the arguments, and a few changes of its
// surroundings. Out: what it printed, and how it ended.
#pragma once

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace brochure::test {

struct Ended {
    int exit_code = -1;  // -1: it did not end by itself
    std::string out, err;
};

struct Surroundings {
    std::filesystem::path folder;          // to start in; empty: this process's own
    std::vector<std::string> environment;  // "NAME=value"; "NAME" alone is taken away
    std::string input;                     // standard input
};

// A running process. Whoever starts one waits for it.
class Process {
  public:
    explicit Process(const std::vector<std::string>& words, const Surroundings& around = {})
        : out_(temporary()), err_(temporary()) {
        const int in = temporary();
        if (::write(in, around.input.data(), around.input.size()) < 0 || ::lseek(in, 0, SEEK_SET) != 0)
            return;
        std::vector<char*> arguments;
        for (const std::string& word : words) arguments.push_back(const_cast<char*>(word.c_str()));
        arguments.push_back(nullptr);
        id_ = ::fork();
        if (id_ == 0) {
            constexpr int failed_to_start = 127;
            for (const std::string& change : around.environment) {
                const std::size_t equals = change.find('=');
                if (equals == std::string::npos) {
                    ::unsetenv(change.c_str());
                } else {
                    ::setenv(change.substr(0, equals).c_str(), change.substr(equals + 1).c_str(), 1);
                }
            }
            if (!around.folder.empty() && ::chdir(around.folder.c_str()) != 0) ::_exit(failed_to_start);
            ::dup2(in, STDIN_FILENO);
            ::dup2(out_, STDOUT_FILENO);
            ::dup2(err_, STDERR_FILENO);
            ::execvp(arguments[0], arguments.data());
            ::_exit(failed_to_start);
        }
        ::close(in);
    }
    ~Process() {
        ::close(out_);
        ::close(err_);
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    [[nodiscard]] pid_t id() const { return id_; }

    Ended wait() {
        Ended ended;
        int status = 0;
        if (id_ <= 0 || ::waitpid(id_, &status, 0) != id_) return ended;
        if (WIFEXITED(status)) ended.exit_code = WEXITSTATUS(status);
        ended.out = contents(out_);
        ended.err = contents(err_);
        return ended;
    }

  private:
    // A file without a name.
    static int temporary() {
        std::string name = (std::filesystem::temp_directory_path() / "brochure-run-XXXXXX").string();
        const int file = ::mkostemp(name.data(), O_CLOEXEC);
        ::unlink(name.c_str());
        return file;
    }
    static std::string contents(int file) {
        std::string text;
        std::array<char, 65536> buffer{};
        ::lseek(file, 0, SEEK_SET);
        for (ssize_t got = 0; (got = ::read(file, buffer.data(), buffer.size())) > 0;) {
            text.append(buffer.data(), static_cast<std::size_t>(got));
        }
        return text;
    }

    int out_, err_;
    pid_t id_ = -1;
};

inline Ended run(const std::vector<std::string>& words, const Surroundings& around = {}) {
    return Process(words, around).wait();
}

// The program of this build.
inline Ended run_brochure(std::vector<std::string> arguments, const Surroundings& around = {}) {
    arguments.insert(arguments.begin(), BROCHURE_PROGRAM);
    return run(arguments, around);
}

inline bool have_program(const std::string& name) {
    return run({"sh", "-c", "command -v " + name}).exit_code == 0;
}

inline std::string contents_of(const std::filesystem::path& file) {
    std::ifstream in{file, std::ios::binary};
    return {std::istreambuf_iterator<char>{in}, {}};
}

}  // namespace brochure::test

#define SKIP_WITHOUT_PROGRAM(name) \
    if (!brochure::test::have_program(name)) GTEST_SKIP() << (name) << " is not installed"
