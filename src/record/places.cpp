#include "record/places.hpp"

#include <fmt/format.h>

#include <charconv>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/utf8.hpp"

namespace brochure::record {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view of_the_program = "brochure:";

// JSON holds text, and a file's name may be any bytes: those that are no text are written %FF.
std::string as_text(std::string_view path) {
    std::string text;
    while (!path.empty()) {
        const std::size_t sound = base::first_invalid_utf8(path).value_or(path.size());
        for (const char c : path.substr(0, sound)) {
            if (c == '%' || static_cast<unsigned char>(c) < 0x20)
                text += fmt::format("%{:02X}", static_cast<unsigned char>(c));
            else
                text += c;
        }
        path.remove_prefix(sound);
        if (path.empty()) break;
        text += fmt::format("%{:02X}", static_cast<unsigned char>(path.front()));
        path.remove_prefix(1);
    }
    return text;
}

std::string as_path(std::string_view text) {
    std::string path;
    for (std::size_t at = 0; at < text.size(); ++at) {
        unsigned value = 0;
        const char* const digits = text.data() + at + 1;
        if (text[at] == '%' && at + 2 < text.size() &&
            std::from_chars(digits, digits + 2, value, 16).ptr == digits + 2) {
            path += static_cast<char>(value);
            at += 2;
        } else {
            path += text[at];
        }
    }
    return path;
}

std::string as_beginning(const fs::path& folder) {
    std::string path = folder.lexically_normal().string();
    if (!path.ends_with('/')) path += '/';
    return path;
}

}  // namespace

Places::Places(const fs::path& root, const fs::path& data) {
    const auto add = [this](std::string_view prefix, const fs::path& folder) {
        std::error_code failed;
        Home home{std::string{prefix}, folder, {as_beginning(fs::absolute(folder, failed))}};
        const fs::path real = fs::canonical(folder, failed);
        if (!failed) home.beginnings.push_back(as_beginning(real));
        homes_.push_back(std::move(home));
    };
    add("", root);
    if (!data.empty()) add(of_the_program, data);
}

std::string Places::name_of(const fs::path& path) const {
    std::error_code failed;
    const std::string whole = fs::absolute(path, failed).lexically_normal().string();
    for (const Home& home : homes_) {
        for (const std::string& beginning : home.beginnings) {
            if (whole.starts_with(beginning)) return home.prefix + as_text(whole.substr(beginning.size()));
        }
    }
    return as_text(whole);
}

fs::path Places::path_of(const std::string& name) const {
    if (name.starts_with('/')) return as_path(name);
    for (const Home& home : homes_) {
        if (!home.prefix.empty() && name.starts_with(home.prefix))
            return home.named / as_path(name.substr(home.prefix.size()));
    }
    return (homes_.front().named / as_path(name)).lexically_normal();
}

Inputs Places::named(const std::map<std::string, base::Sight>& sights) const {
    base::Reads portable;
    for (const auto& [path, sight] : sights) {
        base::Sight there = sight;
        if (!there.leads_to.empty()) there.leads_to = name_of(there.leads_to);
        portable.add(name_of(path), std::move(there));
    }
    return portable.by_path();
}

}  // namespace brochure::record
