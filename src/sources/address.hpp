// Address: where a source stands on the web. In: what an author or a server wrote. Out: its parts, as RFC
// 3986 has them; nothing for what is no address of a page (http, https).
#pragma once

#include <optional>
#include <string>

namespace brochure::sources {

struct Address {
    std::string whole;  // without a fragment
    std::string scheme, host, path, query;
    std::string port;      // also where it is the scheme's own
    std::string fragment;  // decoded, without its sign

    [[nodiscard]] std::string server() const { return host + ":" + port; }
    [[nodiscard]] std::string path_and_query() const {
        return (path.empty() ? "/" : path) + (query.empty() ? "" : "?" + query);
    }
    [[nodiscard]] std::string origin() const { return scheme + "://" + server(); }
    [[nodiscard]] bool is_home() const { return path.empty() || path == "/"; }
};

std::optional<Address> address_of(const std::string& text);
// Where a page leads that says `location`.
std::optional<Address> resolved(const Address& page, const std::string& location);

}  // namespace brochure::sources
