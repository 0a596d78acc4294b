#include "sources/robots.hpp"

#include "base/ascii.hpp"
#include "base/trimmed.hpp"

namespace brochure::sources {

namespace {

// "*" stands for any letters, "$" at the end for the end. Two stars never need going back further than the
// last.
bool fits(std::string_view pattern, std::string_view path) {
    const bool to_the_end = pattern.ends_with('$');
    if (to_the_end) pattern.remove_suffix(1);
    std::size_t p = 0, at = 0, star = std::string_view::npos, from = 0;
    while (at < path.size()) {
        if (p == pattern.size() && !to_the_end) return true;
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            from = at;
        } else if (p < pattern.size() && pattern[p] == path[at]) {
            ++p;
            ++at;
        } else if (star != std::string_view::npos) {
            p = star + 1;
            at = ++from;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == '*') ++p;
    return p == pattern.size();
}

struct Line {
    std::string field;
    std::string_view value;
};

Line parsed(std::string_view line) {
    line = line.substr(0, line.find('#'));
    const std::size_t colon = line.find(':');
    if (colon == std::string_view::npos) return {};
    return {base::ascii_lower(base::trimmed(line.substr(0, colon))), base::trimmed(line.substr(colon + 1))};
}

}  // namespace

Robots Robots::read(std::string_view text, std::string_view our_name) {
    Robots own, for_all;
    bool has_own = false, is_own = false, is_for_all = false, naming = false;
    const std::string name = base::ascii_lower(our_name);
    while (!text.empty()) {
        const std::size_t end = text.find_first_of("\r\n");
        const Line line = parsed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (line.field == "user-agent") {
            if (!naming) is_own = is_for_all = false;
            naming = true;
            if (line.value == "*") is_for_all = true;
            if (base::ascii_lower(line.value) == name) is_own = has_own = true;
        } else if (line.field == "allow" || line.field == "disallow") {
            naming = false;
            if (line.value.empty()) continue;
            const Rule rule{line.field == "allow", std::string{line.value}};
            if (is_own) own.rules_.push_back(rule);
            if (is_for_all) for_all.rules_.push_back(rule);
        }
    }
    return has_own ? own : for_all;
}

Robots Robots::none_allowed() {
    Robots robots;
    robots.rules_.push_back({false, "/"});
    return robots;
}

bool Robots::allow(std::string_view path) const {
    const Rule* best = nullptr;
    for (const Rule& rule : rules_) {
        if (!fits(rule.pattern, path)) continue;
        const bool longer = best == nullptr || rule.pattern.size() > best->pattern.size();
        const bool as_long = best != nullptr && rule.pattern.size() == best->pattern.size();
        if (longer || (as_long && rule.allows)) best = &rule;
    }
    return best == nullptr || best->allows;
}

}  // namespace brochure::sources
