// Editions: finished pages, looked over for each use, then written for it.
// In: pages and what they were made from; the editions wanted. Out of `look_over`: in a sink all that
// preflight says. Out of `bytes_of`: a file, or what the environment would not. The inks of the press are
// reckoned once for both, its profile is opened once for all that ask the same `PressProfiles`.
#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/read_once.hpp"
#include "base/result.hpp"
#include "design/edition.hpp"
#include "diag/diagnostic.hpp"
#include "pdf/press/press_profile.hpp"
#include "preflight/preflight.hpp"

namespace brochure::make {

// Printing conditions, each opened when it is first asked for: its tables take as long to make ready as a
// brochure's pages. For many threads.
class PressProfiles {
  public:
    // Stays where it is as long as this lives.
    const base::Result<pdf::PressProfile>& open(const std::filesystem::path& file);

  private:
    base::ReadOnce<std::filesystem::path, base::Result<pdf::PressProfile>> opened_;
};

class Editions {
  public:
    // `greyscale`: all of them without colour, whatever the layout says.
    Editions(const preflight::Subject& subject, bool greyscale, PressProfiles& profiles);
    ~Editions();
    Editions(const Editions&) = delete;
    Editions& operator=(const Editions&) = delete;

    // What holds for all editions.
    void look_over(Sink& sink) const;
    // What holds for this one besides; what was told `of_all` is not told again. What keeps it from being
    // made at all is in the result.
    std::optional<std::string> look_over(design::Edition edition, const Sink& of_all, Sink& sink);

    base::Result<std::string> bytes_of(design::Edition edition);

  private:
    struct Press;
    base::Result<const Press*> press();
    [[nodiscard]] bool is_grey(design::Edition edition) const;

    const preflight::Subject& subject_;
    bool greyscale_;
    PressProfiles& profiles_;
    std::unique_ptr<Press> press_;
};

}  // namespace brochure::make
