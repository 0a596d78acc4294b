#include "results/source_lines.hpp"

#include "base/file.hpp"
#include "base/utf8.hpp"

namespace brochure::results {

std::string_view SourceLines::line(const std::string& file, std::uint32_t number) {
    constexpr std::uint64_t largest = 16U << 20U;  // larger than any text that is read
    const auto [known, is_new] = texts_.try_emplace(file);
    if (is_new) {
        auto text = base::read_file(project_ / file, largest);
        if (text.ok()) known->second = std::move(text).value();
    }
    std::string_view rest = known->second;
    for (std::uint32_t at = 1; at < number; ++at) {
        const std::size_t end = rest.find('\n');
        if (end == std::string_view::npos) return {};
        rest.remove_prefix(end + 1);
    }
    return number == 0 ? std::string_view{} : rest.substr(0, rest.find_first_of("\r\n"));
}

std::uint32_t utf16_column(std::string_view line, std::uint32_t column) {
    constexpr char32_t last_of_one_unit = 0xFFFF;
    if (base::first_invalid_utf8(line)) return column;
    std::uint32_t units = column;
    std::size_t at = 0;
    for (std::uint32_t point = 1; point < column && at < line.size(); ++point) {
        const base::CodePoint one = base::code_point_at(line, at);
        if (one.value > last_of_one_unit) ++units;
        at += one.length;
    }
    return units;
}

}  // namespace brochure::results
