// Robots: what a site asks programs to leave alone (robots.txt, RFC 9309). In: its text, our name. Out:
// whether a path may be asked for. The longest rule that fits counts; one that allows, where two are as long.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brochure::sources {

class Robots {
  public:
    static Robots read(std::string_view text, std::string_view our_name);
    static Robots none_allowed();
    [[nodiscard]] bool allow(std::string_view path) const;

  private:
    struct Rule {
        bool allows = false;
        std::string pattern;
    };
    std::vector<Rule> rules_;
};

}  // namespace brochure::sources
