#include "sources/client.hpp"

#include <curl/curl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "base/trimmed.hpp"
#include "sources/inner_network.hpp"

namespace brochure::sources {

namespace {

std::string from_environment(std::initializer_list<const char*> names) {
    for (const char* name : names) {
        if (const char* value = std::getenv(name); value != nullptr && *value != '\0') return value;
    }
    return {};
}

// "localhost,.hospital.example": a host's own name or the end of it, "*": all.
bool is_without_proxy(const std::string& host) {
    const std::string list = from_environment({"no_proxy", "NO_PROXY"}) + ",";
    for (std::size_t at = 0, comma = 0; (comma = list.find(',', at)) != std::string::npos; at = comma + 1) {
        std::string_view name = base::trimmed(std::string_view{list}.substr(at, comma - at));
        if (name.starts_with('.')) name.remove_prefix(1);
        if (name == "*" || (!name.empty() && (host == name || host.ends_with("." + std::string{name}))))
            return true;
    }
    return false;
}

// Whether another asks in our place: then it is that one's address that is connected to.
bool goes_by_proxy(const Address& address) {
    const std::string proxy =
        address.scheme == "http" ? from_environment({"http_proxy", "all_proxy", "ALL_PROXY"})
                                 : from_environment({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"});
    return !proxy.empty() && !is_without_proxy(address.host);
}

}  // namespace

struct Client::Transfer {
    CURL* handle = curl_easy_init();
    const Manners& manners;
    Answer answer = {};
    bool may_be_inner = false, too_large = false;

    explicit Transfer(const Manners& with) : manners(with) {}
    ~Transfer() { curl_easy_cleanup(handle); }
    Transfer(const Transfer&) = delete;
    Transfer& operator=(const Transfer&) = delete;

    static std::size_t take(char* bytes, std::size_t size, std::size_t count, void* self) {
        auto& transfer = *static_cast<Transfer*>(self);
        if (transfer.answer.body.size() + size * count > transfer.manners.most_bytes) {
            transfer.too_large = true;
            return 0;
        }
        transfer.answer.body.append(bytes, size * count);
        return size * count;
    }
    // Asked for the address that a name led to, right before it is connected to: no name can lie about it.
    static curl_socket_t open(void* self, curlsocktype, curl_sockaddr* to) {
        auto& transfer = *static_cast<Transfer*>(self);
        if (!transfer.may_be_inner && is_inner(to->addr)) {
            transfer.answer.forbidden = true;
            return CURL_SOCKET_BAD;
        }
        return ::socket(to->family, to->socktype | SOCK_CLOEXEC, to->protocol);
    }
    [[nodiscard]] std::string header(const char* name) const {
        curl_header* found = nullptr;
        if (curl_easy_header(handle, name, 0, CURLH_HEADER, -1, &found) != CURLHE_OK) return {};
        return found->value;
    }
    void set_up(const Address& address);
    void read_headers();
};

void Client::Transfer::set_up(const Address& address) {
    curl_easy_reset(handle);
    curl_easy_setopt(handle, CURLOPT_URL, address.whole.c_str());
    curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(handle, CURLOPT_USERAGENT, manners.user_agent.c_str());
    curl_easy_setopt(handle, CURLOPT_ACCEPT_ENCODING, "");
    curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(manners.patience.count()));
    curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &Transfer::take);
    curl_easy_setopt(handle, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, &Transfer::open);
    curl_easy_setopt(handle, CURLOPT_OPENSOCKETDATA, this);
    if (const std::string file = from_environment({"CURL_CA_BUNDLE", "SSL_CERT_FILE"}); !file.empty())
        curl_easy_setopt(handle, CURLOPT_CAINFO, file.c_str());
    if (const std::string folder = from_environment({"SSL_CERT_DIR"}); !folder.empty())
        curl_easy_setopt(handle, CURLOPT_CAPATH, folder.c_str());
}

void Client::Transfer::read_headers() {
    curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &answer.status);
    answer.etag = header("ETag");
    answer.modified = header("Last-Modified");
    answer.location = header("Location");
    const std::string type = base::ascii_lower(header("Content-Type"));
    answer.type = base::trimmed(std::string_view{type}.substr(0, type.find(';')));
    constexpr std::string_view charset = "charset=";
    if (const std::size_t at = type.find(charset); at != std::string::npos) {
        const std::string_view rest = std::string_view{type}.substr(at + charset.size());
        answer.charset = base::trimmed(rest.substr(0, rest.find(';')), " \t\"'");
    }
    curl_off_t wait = 0;
    curl_easy_getinfo(handle, CURLINFO_RETRY_AFTER, &wait);
    if (wait > 0) answer.retry_after = wait;
}

Client::Client(Manners manners)
    : manners_(std::move(manners)), transfer_(std::make_unique<Transfer>(manners_)) {}
Client::~Client() = default;

Answer Client::get(const Address& address, const Earlier& earlier) {
    Transfer& transfer = *transfer_;
    transfer.answer = {};
    transfer.too_large = false;
    const bool allowed =
        std::any_of(manners_.inner_servers.begin(), manners_.inner_servers.end(),
                    [&](const std::string& one) { return one == address.host || one == address.server(); });
    const bool proxied = goes_by_proxy(address);
    transfer.may_be_inner = allowed || proxied;
    if (proxied && !allowed && is_inner(address.host)) {
        transfer.answer.forbidden = true;
        return std::move(transfer.answer);
    }
    transfer.set_up(address);
    curl_slist* headers = nullptr;
    if (!earlier.etag.empty())
        headers = curl_slist_append(headers, ("If-None-Match: " + earlier.etag).c_str());
    if (!earlier.modified.empty())
        headers = curl_slist_append(headers, ("If-Modified-Since: " + earlier.modified).c_str());
    curl_easy_setopt(transfer.handle, CURLOPT_HTTPHEADER, headers);
    const CURLcode failed = curl_easy_perform(transfer.handle);
    curl_slist_free_all(headers);
    if (failed == CURLE_OK) {
        transfer.read_headers();
    } else if (!transfer.answer.forbidden) {
        transfer.answer.why = transfer.too_large
                                  ? fmt::format("it is larger than {} bytes", manners_.most_bytes)
                                  : std::string{curl_easy_strerror(failed)};
    }
    return std::move(transfer.answer);
}

}  // namespace brochure::sources
