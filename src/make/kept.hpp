// Kept: what one run leaves for the next in the same process (`brochure watch`): what is known of files, what
// was read from those that seldom change, pictures as they were decoded. In: nothing. Out: the same as if all
// of it were made anew; whoever keeps it lets go of what may have changed. For many threads.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "base/file_digests.hpp"
#include "make/editions.hpp"
#include "make/produce.hpp"
#include "record/program.hpp"
#include "text/shaped_document.hpp"

namespace brochure::make {

class Kept {
  public:
    record::Program program = record::this_program();
    base::FileDigests digests;
    std::shared_ptr<PressProfiles> profiles = std::make_shared<PressProfiles>();
    std::shared_ptr<text::Dictionaries> dictionaries = std::make_shared<text::Dictionaries>();

    // A batch would gather all pictures of all brochures.
    bool keeps_pictures = false;

    std::shared_ptr<PictureFiles> pictures_of(const std::string& brochure) {
        if (!keeps_pictures) return std::make_shared<PictureFiles>();
        const std::scoped_lock lock(asking_);
        std::shared_ptr<PictureFiles>& kept = pictures_[brochure];
        if (!kept) kept = std::make_shared<PictureFiles>();
        return kept;
    }
    void forget_pictures_of(const std::string& brochure) {
        const std::scoped_lock lock(asking_);
        pictures_.erase(brochure);
    }
    // Something changed that everything may depend on.
    void forget_all() {
        const std::scoped_lock lock(asking_);
        pictures_.clear();
        profiles = std::make_shared<PressProfiles>();
        dictionaries = std::make_shared<text::Dictionaries>();
    }

  private:
    std::mutex asking_;
    std::map<std::string, std::shared_ptr<PictureFiles>> pictures_;  // by brochure
};

}  // namespace brochure::make
