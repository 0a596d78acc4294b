// Client: one question to a web server. In: an address, what is known of it already. Out: what the server
// said, or why nothing came. Redirects are answers too: who follows them judges each. Never asks a network's
// own addresses but those that were allowed; takes proxy and certificates from the environment as curl does.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "sources/address.hpp"

namespace brochure::sources {

struct Manners {
    std::string user_agent = "brochure";
    std::chrono::milliseconds patience{20'000};  // for one answer, from the first byte sent to the last read
    std::size_t most_bytes = 8'000'000;          // of one page, unpacked
    std::vector<std::string> inner_servers;  // "intranet.example" or "10.0.0.7:8080": allowed all the same
};

// What an earlier answer said of itself: an answer of 304 then means that it still holds.
struct Earlier {
    std::string etag, modified;
};

struct Answer {
    long status = 0;         // 0: none came
    std::string why;         // none came
    bool forbidden = false;  // by ourselves: an inner address
    std::string body, type, charset, etag, modified, location;
    std::optional<std::int64_t> retry_after;  // in seconds
};

class Client {
  public:
    explicit Client(Manners manners);
    ~Client();
    Client(const Client&) = delete;
    Client& operator=(const Client&) = delete;

    Answer get(const Address& address, const Earlier& earlier = {});
    [[nodiscard]] const Manners& manners() const { return manners_; }

  private:
    struct Transfer;
    Manners manners_;
    std::unique_ptr<Transfer> transfer_;
};

}  // namespace brochure::sources
