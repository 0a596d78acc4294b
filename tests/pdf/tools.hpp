// Outside programs that look at a finished file. In: bytes of a PDF. Out: what the program prints.
// A test that needs a program asks SKIP_WITHOUT first.
#pragma once

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

namespace brochure::pdf {

struct Output {
    std::string text;  // standard output and standard error
    int exit_code = 0;
};

inline Output run(const std::string& command) {
    Output output;
    FILE* pipe = popen((command + " 2>&1").c_str(), "r");
    if (pipe == nullptr) return {"", -1};
    std::array<char, 4096> buffer;
    for (std::size_t n = 0; (n = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;)
        output.text.append(buffer.data(), n);
    const int status = pclose(pipe);
    output.exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return output;
}

inline bool have(const std::string& program) { return run("command -v " + program).exit_code == 0; }

#define SKIP_WITHOUT(program) \
    if (!have(program)) GTEST_SKIP() << program " is not installed"

// A file that is gone when the test is.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& bytes) {
        std::string name = (std::filesystem::temp_directory_path() / "brochure-pdf-XXXXXX").string();
        close(mkstemp(name.data()));
        path_ = name;
        std::ofstream(path_, std::ios::binary) << bytes;
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] std::string path() const { return path_.string(); }

  private:
    std::filesystem::path path_;
};

inline Output run_on(const std::string& bytes, const std::string& before, const std::string& after = "") {
    const TemporaryFile file(bytes);
    return run(before + " '" + file.path() + "' " + after);
}

inline std::size_t count(const std::string& text, const std::string& what) {
    std::size_t n = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++n;
    return n;
}

inline std::string text_of(const std::string& bytes, const std::string& options = "") {
    return run_on(bytes, "pdftotext " + options, "-").text;
}

inline std::string read_text_of(const std::string& bytes) {
    return run_on(bytes, "pdfinfo -struct-text").text;
}

// The file with all streams uncompressed and each object by itself, to look for tokens in.
inline std::string unpacked(const std::string& bytes) {
    return run_on(bytes, "qpdf --qdf --object-streams=disable --no-original-object-ids", "-").text;
}

inline Output ua_check(const std::string& bytes) {
    return run_on(bytes, "/usr/bin/python3 " BROCHURE_TEST_DATA "/pdf/ua_check.py --std both");
}

inline bool have_ua_check() { return run("/usr/bin/python3 -c 'import pikepdf, fontTools'").exit_code == 0; }

}  // namespace brochure::pdf
