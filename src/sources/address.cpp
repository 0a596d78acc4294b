#include "sources/address.hpp"

#include <curl/curl.h>

#include <memory>

namespace brochure::sources {

namespace {

struct Free {
    void operator()(CURLU* url) const { curl_url_cleanup(url); }
};
using Url = std::unique_ptr<CURLU, Free>;

std::string part(const Url& url, CURLUPart which, unsigned flags = 0) {
    char* text = nullptr;
    if (curl_url_get(url.get(), which, &text, flags) != CURLUE_OK) return {};
    std::string out = text;
    curl_free(text);
    return out;
}

std::optional<Address> parts_of(const Url& url) {
    Address address;
    address.scheme = part(url, CURLUPART_SCHEME);
    if (address.scheme != "http" && address.scheme != "https") return std::nullopt;
    address.host = part(url, CURLUPART_HOST);
    address.port = part(url, CURLUPART_PORT, CURLU_DEFAULT_PORT);
    address.path = part(url, CURLUPART_PATH);
    address.query = part(url, CURLUPART_QUERY);
    address.fragment = part(url, CURLUPART_FRAGMENT, CURLU_URLDECODE);
    curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
    address.whole = part(url, CURLUPART_URL);
    return address.host.empty() ? std::nullopt : std::optional{address};
}

}  // namespace

std::optional<Address> address_of(const std::string& text) {
    const Url url{curl_url()};
    if (curl_url_set(url.get(), CURLUPART_URL, text.c_str(), CURLU_URLENCODE) != CURLUE_OK)
        return std::nullopt;
    return parts_of(url);
}

std::optional<Address> resolved(const Address& page, const std::string& location) {
    const Url url{curl_url()};
    if (curl_url_set(url.get(), CURLUPART_URL, page.whole.c_str(), 0) != CURLUE_OK ||
        curl_url_set(url.get(), CURLUPART_URL, location.c_str(), CURLU_URLENCODE) != CURLUE_OK)
        return std::nullopt;
    return parts_of(url);
}

}  // namespace brochure::sources
