#include "record/present.hpp"

#include <utility>

#include "base/digest.hpp"
#include "base/file.hpp"

namespace brochure::record {

namespace fs = std::filesystem;
using base::Sight;
using Kind = base::Sight::Kind;

Sight Present::like(const std::string& name, const Sight& was) {
    // Whether there is a file is one question, whatever its answer was.
    const Kind kind = was.kind == Kind::absent ? Kind::present : was.kind;
    const std::pair key{kind, name};
    {
        const std::scoped_lock lock(looking_);
        if (const auto known = known_.find(key); known != known_.end()) return known->second;
    }
    Sight sight = look(name, kind);
    const std::scoped_lock lock(looking_);
    return known_.try_emplace(key, std::move(sight)).first->second;
}

std::string Present::digest_of(const fs::path& file) const {
    const base::Observing::Pause pause;
    const auto state = base::FileState::at(file);
    if (!state) return {};
    if (auto known = digests_.known(*state)) return *std::move(known);
    const auto mapped = base::MappedFile::open(file, state->size);
    return mapped.ok() ? digests_.digest_of(*state, mapped.value()->bytes(), file) : std::string{};
}

Sight Present::look(const std::string& name, Kind kind) const {
    const base::Observing::Pause pause;
    const fs::path path = places_.path_of(name);
    if (kind == Kind::listed) {
        const auto entries = base::list_folder(path);
        if (!entries.ok()) return {Kind::unusable, {}, {}};
        return {Kind::listed, base::sha256(base::as_bytes(entries.value())), {}};
    }
    const auto found = base::find_regular_file(path);
    if (!found.ok()) return {Kind::unusable, {}, {}};
    if (!found.value()) return {};
    Sight sight{Kind::present, {}, {}};
    std::error_code failed;
    if (fs::is_symlink(path, failed)) sight.leads_to = places_.name_of(fs::canonical(path, failed));
    if (kind != Kind::read) return sight;
    sight.digest = digest_of(path);
    sight.kind = sight.digest.empty() ? Kind::unusable : Kind::read;
    return sight;
}

}  // namespace brochure::record
