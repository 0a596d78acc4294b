// Reads: what was asked of the file system while something was made, so that it can be told later whether the
// same would be made again. In: every look that goes through base/file, written down by the thread that takes
// it. Out: for each path, what was seen there. A look that found nothing counts as much as a file: a face or
// a file that stands in for another may come later.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/file_digests.hpp"

namespace brochure::base {

struct Sight {
    enum class Kind {
        absent,    // nothing is there
        present,   // a file, whose bytes nobody wanted
        read,      // a file, with its bytes
        listed,    // a folder, with the names in it
        unusable,  // something that could not be read: what was made without it is never up to date
    };
    Kind kind = Kind::absent;
    std::string digest;    // of the bytes or the names; empty if they were seen to change
    std::string leads_to;  // of a link: where the file is
    bool operator==(const Sight&) const = default;
};

class Reads {
  public:
    void add(const std::filesystem::path& path, Sight sight);
    void add_aside(const std::filesystem::path& path, Sight sight);
    void add(const Reads& others);
    [[nodiscard]] const std::map<std::string, Sight>& by_path() const { return by_path_; }
    // What was looked at only to tell the author something: no file that is made depends on it.
    [[nodiscard]] const std::map<std::string, Sight>& asides() const { return asides_; }
    [[nodiscard]] bool empty() const { return by_path_.empty() && asides_.empty(); }
    bool operator==(const Reads&) const = default;

  private:
    std::map<std::string, Sight> by_path_, asides_;
};

// As long as it lives, what its thread looks at is written down. One inside another takes what is looked at
// for itself, so that a thing that many share is written down once; `observe` gives it to each of them.
class Observing {
  public:
    Observing(Reads& into, FileDigests& digests);
    // Inside another. Where there is none, nothing is written down.
    explicit Observing(Reads& into);
    ~Observing();
    Observing(const Observing&) = delete;
    Observing& operator=(const Observing&) = delete;

    void note(const std::filesystem::path& path, Sight sight) const;
    [[nodiscard]] Reads& reads() const { return into_; }
    [[nodiscard]] FileDigests& digests() const { return *digests_; }
    // Of this thread; null if nothing is to be written down.
    static const Observing* current();

    // As long as it lives, what is looked at is an aside.
    class Aside {
      public:
        Aside();
        ~Aside();
        Aside(const Aside&) = delete;
        Aside& operator=(const Aside&) = delete;

      private:
        bool before_;
    };
    // As long as it lives, nothing is written down.
    class Pause {
      public:
        Pause();
        ~Pause();
        Pause(const Pause&) = delete;
        Pause& operator=(const Pause&) = delete;

      private:
        const Observing* paused_;
    };

  private:
    Reads& into_;
    FileDigests* digests_;
    const Observing* around_;
};

// What was read earlier for others too is written down as if it were read now.
void observe(const Reads& earlier);

}  // namespace brochure::base
