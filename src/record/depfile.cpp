#include "record/depfile.hpp"

#include <algorithm>
#include <system_error>

#include "base/ascii.hpp"
#include "base/digest.hpp"
#include "base/file.hpp"

namespace brochure::record {

namespace fs = std::filesystem;

// Make and Ninja agree on these: a backslash before a space, '#' and ':', and a '$' doubled.
std::string escaped(std::string_view path) {
    std::string out;
    for (const char c : path) {
        if (c == ' ' || c == '#' || c == ':') out += '\\';
        if (c == '$') out += '$';
        out += c;
    }
    return out;
}

namespace {

// Ninja 1.11 ends a name at quotation marks and '&'; Make takes '=' for an assignment, '%' and '*' for a
// pattern, "(x)" for a part of an archive. Letters outside ASCII mean nothing to either.
bool can_be_read(std::string_view name) {
    constexpr std::string_view harmless = "+,/_.-~@! #:$";
    return std::all_of(name.begin(), name.end(), [&](char c) {
        return static_cast<unsigned char>(c) >= 0x80 || base::is_ascii_letter(c) || base::is_ascii_digit(c) ||
               harmless.find(c) != std::string_view::npos;
    });
}

std::string plain(const fs::path& path) { return path.lexically_normal().string(); }

// Links to files whose names cannot be read.
class OtherNames {
  public:
    explicit OtherNames(const fs::path& depfile) : folder_(depfile.string() + ".names") {}

    std::string of(const std::string& source) {
        if (can_be_read(source)) return source;
        constexpr std::size_t enough_digits = 16;
        const fs::path link = folder_ / base::sha256(source).substr(0, enough_digits);
        std::error_code failed;
        fs::create_directories(folder_, failed);
        const fs::path target = fs::absolute(source, failed);
        if (fs::read_symlink(link, failed) == target) return plain(link);
        fs::remove(link, failed);
        fs::create_symlink(target, link, failed);
        return failed ? source : plain(link);
    }

  private:
    fs::path folder_;
};

}  // namespace

std::optional<base::Error> write_depfile(const fs::path& depfile, const std::vector<fs::path>& targets,
                                         const std::set<std::string>& sources) {
    std::string rule, each_alone;
    for (const fs::path& target : targets) rule += (rule.empty() ? "" : " ") + escaped(plain(target));
    if (!rule.empty()) {
        rule += ":";
        OtherNames names(depfile);
        for (const std::string& source : sources) {
            const std::string name = escaped(names.of(source));
            rule += " \\\n " + name;
            each_alone += name + ":\n";
        }
        rule += "\n" + each_alone;
    }
    const auto written = base::replace_file(depfile, rule);
    return written.ok() ? std::nullopt : std::optional{written.error()};
}

std::set<std::string> files_in(const Inputs& inputs, const Places& places) {
    std::set<std::string> files;
    for (const auto& [name, sight] : inputs) {
        if (sight.kind == base::Sight::Kind::read) files.insert(plain(places.path_of(name)));
    }
    return files;
}

}  // namespace brochure::record
