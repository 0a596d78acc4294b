// Visit: going to a page, with manners. In: an address. Out: the page as it is today, or what stood in the
// way. Every step of a redirect obeys the same rules: robots.txt, no inner addresses, http and https alone.
// One question at a time, so that no server is asked two at once.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "sources/client.hpp"
#include "sources/robots.hpp"

namespace brochure::sources {

enum class Outcome {
    page,        // there it is
    unmodified,  // as it was, says the server (304)
    gone,        // the server says there is none (404, 410), or leads to its home page for good
    refused,     // the server would not, or we would not go there
    unreachable,
};

struct Visit {
    Outcome outcome = Outcome::unreachable;
    std::string why;  // a phrase, where it is no page
    Answer answer;
    Address at;                               // where it led
    bool for_good = false;                    // and it says to go there from now on
    std::optional<std::int64_t> retry_after;  // in seconds
};

class Visitor {
  public:
    explicit Visitor(Client& client) : client_(client) {}
    Visit visit(const Address& address, const Earlier& earlier = {});

  private:
    const Robots& robots_of(const Address& address);

    Client& client_;
    std::map<std::string, Robots> robots_;  // by origin
};

}  // namespace brochure::sources
