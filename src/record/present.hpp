// Present: what a look at a file sees now, each file looked at once in a run. In: names as a record has them.
// Out: whether they are as they were. A file is read only where the file system cannot tell that it is the
// same. For many threads.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>

#include "base/file_digests.hpp"
#include "base/reads.hpp"
#include "record/places.hpp"

namespace brochure::record {

class Present {
  public:
    Present(const Places& places, base::FileDigests& digests) : places_(places), digests_(digests) {}

    [[nodiscard]] base::Sight like(const std::string& name, const base::Sight& was);
    // The digest of a file that may be there.
    [[nodiscard]] std::string digest_of(const std::filesystem::path& file) const;

  private:
    [[nodiscard]] base::Sight look(const std::string& name, base::Sight::Kind kind) const;

    const Places& places_;
    base::FileDigests& digests_;
    std::mutex looking_;
    std::map<std::pair<base::Sight::Kind, std::string>, base::Sight> known_;
};

}  // namespace brochure::record
