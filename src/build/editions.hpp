// Editions: finished pages, looked over for each use, then written for it.
// In: pages and what they were made from; the editions wanted. Out of `look_over`: in a sink all that
// preflight says. Out of `bytes_of`: a file, or what the environment would not. The inks of the press are
// reckoned once for both.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "diag/diagnostic.hpp"
#include "preflight/preflight.hpp"
#include "spec/edition.hpp"

namespace brochure::build {

class Editions {
  public:
    // `greyscale`: all of them without colour, whatever the layout says.
    Editions(const preflight::Subject& subject, bool greyscale);
    ~Editions();
    Editions(const Editions&) = delete;
    Editions& operator=(const Editions&) = delete;

    // What holds for all editions, and for each of these. What keeps one from being made at all is in the
    // result: a sentence for each.
    std::vector<std::string> look_over(const std::vector<spec::Edition>& wanted, Sink& sink);

    base::Result<std::string> bytes_of(spec::Edition edition);

  private:
    struct Press;
    base::Result<const Press*> press();
    [[nodiscard]] bool is_grey(spec::Edition edition) const;

    const preflight::Subject& subject_;
    bool greyscale_;
    std::unique_ptr<Press> press_;
};

}  // namespace brochure::build
