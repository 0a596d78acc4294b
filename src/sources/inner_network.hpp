// InnerNetwork: which addresses of the internet protocol are a network's own, where a brochure's sources have
// no business: a redirect must not make the program ask a hospital's inner servers. In: a socket's address.
// Out: yes or no.
#pragma once

#include <sys/socket.h>

#include <string>

namespace brochure::sources {

// Anything but a unicast address of the whole internet (RFC 6890 and IANA's registries of special addresses).
bool is_inner(const sockaddr& address);

// The same of a host that is written as an address; no for a name.
bool is_inner(const std::string& host);

}  // namespace brochure::sources
