#include "record/memo.hpp"

#include <exception>
#include <nlohmann/json.hpp>

#include "base/file.hpp"
#include "base/reads.hpp"

namespace brochure::record {

namespace fs = std::filesystem;
using nlohmann::json;

namespace {

constexpr int version = 1;
constexpr std::uint64_t largest_memo = std::uint64_t{1} << 30;

}  // namespace

void recall(const fs::path& memo, base::FileDigests& digests) {
    const base::Observing::Pause pause;
    const auto text = base::read_file(memo, largest_memo);
    if (!text.ok()) return;
    try {
        const json in = json::parse(text.value());
        if (in.at("version") != version) return;
        for (const json& file : in.at("files"))
            digests.learn({file.at(2), file.at(3), file.at(4), file.at(5), file.at(6)},
                          {file.at(1), file.at(0), false});
    } catch (const std::exception&) {  // what was learned of it before the damage is right all the same
    }
}

void remember(const fs::path& memo, const base::FileDigests& digests) {
    const base::Observing::Pause pause;
    const std::int64_t now = base::now_in_nanoseconds();
    // Entry by entry: a batch has tens of thousands of them.
    std::string out = "{\"version\":" + std::to_string(version) + ",\"files\":[";
    const char* separator = "\n";
    for (const auto& [state, known] : digests.all()) {
        if (!state.is_settled(now)) continue;
        if (!known.used && base::FileState::at(known.file) != state) continue;
        std::error_code failed;
        const json entry{fs::absolute(known.file, failed).string(),
                         known.digest,
                         state.device,
                         state.inode,
                         state.size,
                         state.modified,
                         state.changed};
        out += separator + entry.dump(-1, ' ', false, json::error_handler_t::replace);
        separator = ",\n";
    }
    (void)base::replace_file(memo, out + "]}\n");
}

}  // namespace brochure::record
