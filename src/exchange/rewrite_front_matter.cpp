#include <algorithm>
#include <optional>

#include "exchange/lines.hpp"
#include "exchange/rewrite.hpp"
#include "exchange/set_slot.hpp"

namespace brochure::exchange {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);
constexpr std::string_view key_message = "key_message/";

// The lines from one [header] to the next; the first block has none.
struct TomlBlock {
    std::size_t begin = 0, end = 0;
    bool has_header = false;
    std::vector<const Slot*> slots;
};

bool is_header(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos || line[first] != '[') return false;
    const std::size_t close = line.find(']', first);
    if (close == std::string_view::npos ||
        line.substr(first, close - first).find_first_of("\"',") != std::string_view::npos)
        return false;
    const std::size_t behind = line.find_first_not_of("] \t", close);
    return behind == std::string_view::npos || line[behind] == '#';
}

struct FrontMatter {
    explicit FrontMatter(const SourceFile& source)
        : file(source), lines(source.text), end(body_begin(source.text)) {
        const std::vector<TextRange> strings = toml_strings(file.text.substr(0, end));
        const auto in_string = [&](std::size_t at) {
            return std::any_of(strings.begin(), strings.end(),
                               [&](const TextRange& one) { return one.begin < at && at < one.end; });
        };
        const std::size_t fence = end == 0 ? 0 : lines.at(end - 1);  // the closing +++
        if (fence == 0) return;
        blocks.push_back({lines.begin(1), lines.begin(fence), false, {}});
        for (std::size_t line = 1; line < fence; ++line) {
            if (!is_header(lines.text(line)) || in_string(lines.begin(line))) continue;
            blocks.back().end = lines.begin(line);
            blocks.push_back({lines.begin(line), lines.begin(fence), true, {}});
        }
        for (const Slot& slot : file.slots) {
            if (slot.begin >= end) continue;
            for (std::size_t i = 0; i < blocks.size(); ++i) {
                if (slot.begin < blocks[i].begin || slot.begin >= blocks[i].end) continue;
                blocks[i].slots.push_back(&slot);
                block_of.emplace(slot.key, i);
                slot_of.emplace(slot.key, &slot);
            }
        }
    }

    const SourceFile& file;
    Lines lines;
    std::size_t end;
    std::vector<TomlBlock> blocks;
    std::map<std::string_view, std::size_t> block_of;
    std::map<std::string_view, const Slot*> slot_of;
};

bool is_comment(std::string_view line) {
    const std::size_t first = line.find_first_not_of(" \t");
    return first != std::string_view::npos && line[first] == '#';
}

bool has_name(std::string_view line, std::string_view name) {
    const std::size_t first = std::min(line.find_first_not_of(" \t"), line.size());
    line.remove_prefix(first);
    return line.starts_with(name) &&
           line.substr(name.size()).find_first_not_of(" \t") != std::string_view::npos &&
           line[line.find_first_not_of(" \t", name.size())] == '=';
}

// The lines of a block without comments and without what holds for one language alone.
std::string without_own_words(std::string_view text) {
    std::string out;
    const Lines lines{text};
    for (std::size_t line = 0; line < lines.count(); ++line) {
        if (is_comment(lines.text(line)) || has_name(lines.text(line), "sort")) continue;
        out += text.substr(lines.begin(line), lines.behind(line) - lines.begin(line));
    }
    return out;
}

class Rewriter {
  public:
    Rewriter(const SourceFile& master, const SourceFile& translation, const Changes& changes)
        : master_(master), own_(translation), changes_(changes) {}

    std::string run() {
        if (own_.blocks.empty()) return std::string{own_.file.text.substr(0, own_.end)};
        replace();
        insert();
        insert_key_messages();
        drop();
        return edited(own_.file.text, 0, own_.end, std::move(edits_));
    }

  private:
    void replace() {
        for (const auto& [key, slot] : own_.slot_of) {
            if (const auto text = changes_.texts.find(std::string{key}); text != changes_.texts.end())
                edits_.push_back({slot->begin, slot->end, set_slot(text->second, slot->setting)});
        }
    }

    [[nodiscard]] bool is_new(const Slot& slot) const {
        return changes_.texts.contains(slot.key) && !own_.slot_of.contains(slot.key);
    }

    [[nodiscard]] std::size_t counterpart(std::size_t block) const {
        if (block == 0) return 0;
        for (const Slot* slot : master_.blocks[block].slots) {
            if (const auto found = own_.block_of.find(slot->key); found != own_.block_of.end())
                return found->second;
        }
        return none;
    }

    void insert() {
        std::size_t before = 0;
        for (std::size_t block = 0; block < master_.blocks.size(); ++block) {
            const std::size_t own = counterpart(block);
            if (own != none) {
                before = own;
                insert_lines(master_.blocks[block], own_.blocks[own]);
            } else {
                insert_block(master_.blocks[block], own_.blocks[before]);
            }
        }
    }

    // Each line behind the one that stands before it in the master text.
    void insert_lines(const TomlBlock& master, const TomlBlock& own) {
        std::size_t at = own.begin;
        if (own.has_header) {
            std::size_t line = own_.lines.at(own.begin) + 1;
            if (has_name(own_.lines.text(line), "id")) ++line;
            at = own_.lines.begin(line);
        }
        for (const Slot* slot : master.slots) {
            if (slot->key.starts_with(key_message)) continue;
            if (const auto there = own_.slot_of.find(slot->key); there != own_.slot_of.end()) {
                at = there->second->lines_end;
            } else if (is_new(*slot)) {
                edits_.push_back({at, at, named(*slot)});
            }
        }
    }
    // 'frequency = "…"'
    [[nodiscard]] std::string named(const Slot& slot) const {
        const std::string_view name =
            master_.file.text.substr(slot.lines_begin, slot.begin - slot.lines_begin);
        return std::string{name} + set_slot(changes_.texts.at(slot.key), slot.setting) + '\n';
    }

    void insert_block(const TomlBlock& master, const TomlBlock& before) {
        const bool whole =
            !master.slots.empty() && std::all_of(master.slots.begin(), master.slots.end(),
                                                 [&](const Slot* slot) { return is_new(*slot); });
        if (!whole) return;
        std::vector<Edit> edits;
        for (const Slot* slot : master.slots)
            edits.push_back({slot->begin, slot->end, set_slot(changes_.texts.at(slot->key), slot->setting)});
        std::string text =
            without_own_words(edited(master_.file.text, master.begin, master.end, std::move(edits)));
        while (text.ends_with("\n\n")) text.pop_back();
        const bool apart = own_.file.text.substr(0, before.end).ends_with("\n\n");
        edits_.push_back({before.end, before.end, apart ? text + '\n' : '\n' + text});
    }

    void insert_key_messages() {
        std::string together;
        const Slot* before = nullptr;
        const Slot* first = nullptr;
        for (const auto& [key, slot] : own_.slot_of) {
            if (key.starts_with(key_message) && (first == nullptr || slot->begin < first->begin))
                first = slot;
        }
        for (const TomlBlock& block : master_.blocks) {
            for (const Slot* slot : block.slots) {
                if (!slot->key.starts_with(key_message)) continue;
                if (const auto there = own_.slot_of.find(slot->key); there != own_.slot_of.end()) {
                    before = there->second;
                    continue;
                }
                if (!is_new(*slot)) continue;
                const std::string words = set_slot(changes_.texts.at(slot->key), slot->setting);
                if (before != nullptr) {
                    edits_.push_back({before->end, before->end, ",\n  " + words});
                } else if (first != nullptr) {
                    edits_.push_back({first->begin, first->begin, words + ",\n  "});
                } else {
                    together += "  " + words + ",\n";
                }
            }
        }
        if (together.empty()) return;
        std::size_t at = own_.blocks.front().begin;
        for (const Slot* slot : own_.blocks.front().slots) at = std::max(at, slot->lines_end);
        edits_.push_back({at, at, "key_messages = [\n" + together + "]\n"});
    }

    void drop() {
        for (const TomlBlock& block : own_.blocks) {
            const bool whole = block.has_header && !block.slots.empty() &&
                               std::all_of(block.slots.begin(), block.slots.end(), [&](const Slot* slot) {
                                   return changes_.dropped.contains(slot->key);
                               });
            if (whole) edits_.push_back({block.begin, block.end, {}});
            for (const Slot* slot : block.slots) {
                if (whole || !changes_.dropped.contains(slot->key)) continue;
                edits_.push_back(slot->key.starts_with(key_message)
                                     ? element(*slot)
                                     : Edit{slot->lines_begin, slot->lines_end, {}});
            }
        }
    }
    // With the comma behind it, and the line if it has one of its own.
    [[nodiscard]] Edit element(const Slot& slot) const {
        std::size_t end = slot.end;
        const std::string_view text = own_.file.text;
        if (const std::size_t comma = text.find_first_not_of(" \t\n", end);
            comma != std::string_view::npos && text[comma] == ',')
            end = comma + 1;
        const bool own_line =
            text.substr(slot.lines_begin, slot.begin - slot.lines_begin).find_first_not_of(" \t") ==
                std::string_view::npos &&
            end < text.size() && text[end] == '\n';
        return own_line ? Edit{slot.lines_begin, end + 1, {}} : Edit{slot.begin, end, {}};
    }

    FrontMatter master_, own_;
    const Changes& changes_;
    std::vector<Edit> edits_;
};

}  // namespace

std::string rewritten_front_matter(const SourceFile& master, const SourceFile& translation,
                                   const Changes& changes) {
    return Rewriter{master, translation, changes}.run();
}

std::string made_from(const SourceFile& master, const std::map<std::string, NumberedText>& texts) {
    const std::size_t body = body_begin(master.text);
    std::vector<Edit> in_front, in_body;
    for (const Slot& slot : master.slots) {
        if (const auto text = texts.find(slot.key); text != texts.end())
            (slot.begin < body ? in_front : in_body)
                .push_back({slot.begin, slot.end, set_slot(text->second, slot.setting)});
    }
    const std::string front = edited(master.text, 0, body, std::move(in_front));
    std::string out;
    const Lines lines{front};
    for (std::size_t line = 0; line < lines.count(); ++line) {
        const std::string_view text = lines.text(line);
        if (is_comment(text) || has_name(text, "sort") || has_name(text, "reviewed")) continue;
        const bool root_ends = out.find("\nreviewed = ") == std::string::npos &&
                               (is_header(text) || (line > 0 && text.starts_with("+++")));
        if (root_ends) {
            const bool apart = out.ends_with("\n\n");
            if (apart) out.pop_back();
            out += "reviewed = false\n";
            if (apart) out += '\n';
        }
        out += text;
        out += '\n';
    }
    return out + edited(master.text, body, master.text.size(), std::move(in_body));
}

}  // namespace brochure::exchange
