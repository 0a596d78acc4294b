#include "units/keys.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"

namespace brochure::units {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
// Share of words in common from which two texts of one kind in one place are versions of each other. Of a
// sentence of ten words six may be exchanged; two sentences that have only "de", "een" and "van" in common
// are well below.
constexpr double least_likeness = 0.35;
// Words from which an equal text in another section is the same one that has moved.
constexpr std::size_t least_words_to_move = 3;

// "onderzoek/t1/r2c1" is "onderzoek", "/t1", "/r2", "c1"; "bestraling/li2.1" is "bestraling", "/li2", ".1".
std::vector<std::string_view> steps_of(std::string_view key) {
    std::vector<std::string_view> steps;
    std::size_t begin = 0;
    for (std::size_t i = 1; i < key.size(); ++i) {
        const bool column = key[i] == 'c' && base::is_ascii_digit(key[i - 1]) && i + 1 < key.size() &&
                            base::is_ascii_digit(key[i + 1]);
        const bool in_row = column && key.substr(begin, 2) == "/r";
        if (key[i] != '/' && key[i] != '.' && !in_row) continue;
        steps.push_back(key.substr(begin, i - begin));
        begin = i;
    }
    steps.push_back(key.substr(begin));
    return steps;
}

// What a step counts: "/p" for "/p3", "." for ".1"; empty for a name of its own ("/term", an id).
std::string_view counted(std::string_view step) {
    static constexpr std::array<std::string_view, 10> kinds{"/p", "/li", "/t", "/r", "/c",
                                                            "/q", "/h",  "c",  ".",  "/"};
    const std::size_t letters = step.find_first_of("0123456789");
    if (letters == std::string_view::npos) return {};
    const std::string_view kind = step.substr(0, letters);
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end() ? kind : std::string_view{};
}

// Columns are told by their place alone: their cells are compared row by row.
bool is_fixed(std::string_view step) {
    const std::string_view kind = counted(step);
    return kind.empty() || kind == "c" || kind == "/h";
}

struct Node {
    std::string path, step;
    std::size_t parent = none;
    std::vector<std::size_t> children;
    std::string content;       // of all that stands in it, in order
    std::size_t match = none;  // in the other tree
    bool leaf = false, brief = false;
};

class Tree {
  public:
    explicit Tree(const std::vector<KeyedContent>& all) {
        nodes_.emplace_back();
        for (const KeyedContent& one : all) leaves_.push_back(add(one));
    }
    Node& operator[](std::size_t i) { return nodes_[i]; }
    const Node& operator[](std::size_t i) const { return nodes_[i]; }
    [[nodiscard]] std::size_t size() const { return nodes_.size(); }
    [[nodiscard]] const std::vector<std::size_t>& leaves() const { return leaves_; }
    [[nodiscard]] std::size_t section_of(std::size_t node) const {
        while (nodes_[node].parent != 0 && nodes_[node].parent != none) node = nodes_[node].parent;
        return node;
    }

  private:
    std::size_t add(const KeyedContent& one) {
        std::size_t at = 0;
        for (const std::string_view step : steps_of(one.key)) {
            at = child(at, step);
            nodes_[at].content += one.content;
            nodes_[at].content += '\n';
        }
        nodes_[at].leaf = true;
        nodes_[at].brief = one.brief;
        return at;
    }
    std::size_t child(std::size_t parent, std::string_view step) {
        std::string path = nodes_[parent].path + std::string{step};
        const auto [found, is_new] = by_path_.try_emplace(path, nodes_.size());
        if (!is_new) return found->second;
        Node node;
        node.path = std::move(path);
        node.step = step;
        node.parent = parent;
        nodes_.push_back(std::move(node));
        nodes_[parent].children.push_back(found->second);
        return found->second;
    }

    std::vector<Node> nodes_;  // the first is the root
    std::vector<std::size_t> leaves_;
    std::map<std::string, std::size_t> by_path_;
};

std::vector<std::string_view> words_of(std::string_view content) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < content.size();) {
        const std::size_t end = std::min(content.find_first_of(" \n", at), content.size());
        if (end > at) words.push_back(content.substr(at, end - at));
        at = end + 1;
    }
    return words;
}

// Dice's coefficient of the words, each as often as it occurs.
double likeness(std::string_view a, std::string_view b) {
    auto mine = words_of(a), other = words_of(b);
    if (mine.empty() && other.empty()) return 1;
    std::sort(mine.begin(), mine.end());
    std::sort(other.begin(), other.end());
    std::vector<std::string_view> both;
    std::set_intersection(mine.begin(), mine.end(), other.begin(), other.end(), std::back_inserter(both));
    return 2 * static_cast<double>(both.size()) / static_cast<double>(mine.size() + other.size());
}

class Matching {
  public:
    Matching(Tree& before, Tree& today, ByWords by_words)
        : before_(before), today_(today), by_words_(by_words == ByWords::yes) {}

    void run() {
        children(0, 0);
        moved();
    }

  private:
    using Nodes = std::vector<std::size_t>;

    void pair(std::size_t before, std::size_t today) {
        before_[before].match = today;
        today_[today].match = before;
    }
    static Nodes unmatched(const Tree& tree, const Nodes& nodes) {
        Nodes out;
        for (const std::size_t node : nodes) {
            if (tree[node].match == none) out.push_back(node);
        }
        return out;
    }

    // Pairs what stands in two places that correspond, then goes inside.
    void children(std::size_t before, std::size_t today) {
        const Nodes old = before_[before].children, now = today_[today].children;
        pair_if(old, now, [&](const Node& a, const Node& b) {
            return a.step == b.step && (is_fixed(a.step) || a.content == b.content);
        });
        pair_if(old, now, [&](const Node& a, const Node& b) {
            return !is_fixed(a.step) && counted(a.step) == counted(b.step) && a.content == b.content;
        });
        const bool sections = before == 0 && today == 0;
        if (by_words_) pair_alike(old, now, sections);
        pair_between(old, now);
        for (const std::size_t node : now) {
            if (const std::size_t match = today_[node].match; match != none) children(match, node);
        }
    }

    template <class Same>
    void pair_if(const Nodes& old, const Nodes& now, Same same) {
        for (const std::size_t b : unmatched(today_, now)) {
            for (const std::size_t a : unmatched(before_, old)) {
                if (!same(before_[a], today_[b])) continue;
                pair(a, b);
                break;
            }
        }
    }

    // The most alike first. Sections are named; one with another name is the same only if it is much alike.
    void pair_alike(const Nodes& old, const Nodes& now, bool sections) {
        struct Candidate {
            double likeness;
            std::size_t before, today;
        };
        std::vector<Candidate> candidates;
        for (const std::size_t b : unmatched(today_, now)) {
            for (const std::size_t a : unmatched(before_, old)) {
                const bool one_kind =
                    !is_fixed(today_[b].step) && counted(before_[a].step) == counted(today_[b].step);
                if (!one_kind && !sections) continue;
                const double score = likeness(before_[a].content, today_[b].content);
                if (score >= least_likeness) candidates.push_back({score, a, b});
            }
        }
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
        for (const Candidate& one : candidates) {
            if (before_[one.before].match == none && today_[one.today].match == none)
                pair(one.before, one.today);
        }
    }

    // Between the same neighbours, as many of one kind in both: each is a new wording of the other.
    void pair_between(const Nodes& old, const Nodes& now) {
        std::size_t old_begin = 0;
        for (std::size_t begin = 0, i = 0; i <= now.size(); ++i) {
            const bool end = i == now.size();
            if (!end && today_[now[i]].match == none) continue;
            std::size_t old_end = old.size();
            if (!end) {
                old_end = static_cast<std::size_t>(std::find(old.begin(), old.end(), today_[now[i]].match) -
                                                   old.begin());
            }
            if (old_begin <= old_end && old_end <= old.size())
                pair_gap({old.begin() + difference(old_begin), old.begin() + difference(old_end)},
                         {now.begin() + difference(begin), now.begin() + difference(i)});
            begin = i + 1;
            old_begin = old_end < old.size() ? old_end + 1 : old.size();
        }
    }
    static std::ptrdiff_t difference(std::size_t i) { return static_cast<std::ptrdiff_t>(i); }

    void pair_gap(const Nodes& old, const Nodes& now) {
        std::map<std::string_view, std::pair<Nodes, Nodes>> of_kind;
        for (const std::size_t a : unmatched(before_, old))
            of_kind[counted(before_[a].step)].first.push_back(a);
        for (const std::size_t b : unmatched(today_, now))
            of_kind[counted(today_[b].step)].second.push_back(b);
        for (const auto& [kind, nodes] : of_kind) {
            if (kind.empty() || nodes.first.size() != nodes.second.size()) continue;
            for (std::size_t i = 0; i < nodes.first.size(); ++i) pair(nodes.first[i], nodes.second[i]);
        }
    }

    // What is left over on both sides and says the same has moved, alone or with all that stands in it.
    void moved() {
        for (std::size_t b = 1; b < today_.size(); ++b) {
            if (today_[b].match != none || is_fixed(today_[b].step)) continue;
            std::size_t found = none;
            for (std::size_t a = 1; a < before_.size() && found == none; ++a) {
                if (before_[a].match == none && counted(before_[a].step) == counted(today_[b].step) &&
                    before_[a].leaf == today_[b].leaf && before_[a].content == today_[b].content &&
                    may_move(a, b))
                    found = a;
            }
            if (found == none) continue;
            pair(found, b);
            children(found, b);
        }
    }
    [[nodiscard]] bool may_move(std::size_t before, std::size_t today) const {
        return before_[before_.section_of(before)].match == today_.section_of(today) || !today_[today].brief;
    }

    Tree& before_;
    Tree& today_;
    bool by_words_;
};

// The keys of a tree whose matches are known.
class Naming {
  public:
    Naming(const Tree& before, const Tree& today) : before_(before), today_(today), names_(today.size()) {
        for (std::size_t i = 1; i < before.size(); ++i) taken_.insert(before[i].path);
        for (std::size_t i = 1; i < today.size(); ++i) names_[i] = name(i);  // parents come before children
    }
    [[nodiscard]] const std::string& of(std::size_t node) const { return names_[node]; }

  private:
    std::string name(std::size_t i) {
        const Node& node = today_[i];
        if (node.match != none) return before_[node.match].path;
        const std::string plain = names_[node.parent] + node.step;
        std::string candidate = plain;
        for (int n = 0; !taken_.insert(candidate).second; ++n) candidate = plain + letters(n);
        return candidate;
    }
    // a, b, … z, za, zb, …
    static std::string letters(int n) {
        constexpr int alphabet = 26;
        std::string out(static_cast<std::size_t>(n / alphabet), 'z');
        return out + static_cast<char>('a' + n % alphabet);
    }

    const Tree& before_;
    const Tree& today_;
    std::vector<std::string> names_;
    std::set<std::string> taken_;
};

// Nothing was there before, and nothing needs a letter to be told apart.
bool are_all_new(const std::vector<KeyedContent>& before, const std::vector<KeyedContent>& today) {
    std::set<std::string_view> keys;
    return before.empty() && std::all_of(today.begin(), today.end(), [&](const KeyedContent& one) {
               return keys.insert(one.key).second;
           });
}

// As nearly always: nothing has been put in, moved or said otherwise.
bool are_the_same(const std::vector<KeyedContent>& before, const std::vector<KeyedContent>& today) {
    return std::equal(before.begin(), before.end(), today.begin(), today.end(),
                      [](const KeyedContent& a, const KeyedContent& b) {
                          return a.key == b.key && a.content == b.content;
                      });
}

}  // namespace

bool is_brief(std::string_view words) { return words_of(words).size() < least_words_to_move; }

std::vector<std::string> lasting_keys(const std::vector<KeyedContent>& before,
                                      const std::vector<KeyedContent>& today, ByWords by_words) {
    std::vector<std::string> keys;
    if (are_the_same(before, today) || are_all_new(before, today)) {
        for (const KeyedContent& one : today) keys.push_back(one.key);
        return keys;
    }
    Tree old{before}, now{today};
    Matching{old, now, by_words}.run();
    const Naming naming{old, now};
    for (const std::size_t leaf : now.leaves()) keys.push_back(naming.of(leaf));
    return keys;
}

}  // namespace brochure::units
