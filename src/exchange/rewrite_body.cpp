#include <algorithm>
#include <optional>

#include "exchange/lines.hpp"
#include "exchange/rewrite.hpp"
#include "exchange/set_slot.hpp"

namespace brochure::exchange {

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

// Lines that come and go together: a paragraph, a row, a figure with its caption.
struct Group {
    std::size_t begin = 0, end = 0;
    std::vector<const Slot*> slots;
};

struct Body {
    explicit Body(const SourceFile& source) : file(source), begin(body_begin(source.text)) {
        for (const Slot& slot : file.slots) {
            if (slot.lines_begin < begin) continue;
            if (groups.empty() || slot.lines_begin >= groups.back().end)
                groups.push_back({slot.lines_begin, slot.lines_end, {}});
            groups.back().end = std::max(groups.back().end, slot.lines_end);
            groups.back().slots.push_back(&slot);
            group_of.emplace(slot.key, groups.size() - 1);
        }
    }
    // What stands between a group and the one before it.
    [[nodiscard]] std::string_view gap_before(std::size_t group) const {
        const std::size_t from = group == 0 ? begin : groups[group - 1].end;
        return file.text.substr(from, groups[group].begin - from);
    }
    [[nodiscard]] std::string_view rest() const {
        return file.text.substr(groups.empty() ? begin : groups.back().end);
    }

    const SourceFile& file;
    std::size_t begin;
    std::vector<Group> groups;
    std::map<std::string_view, std::size_t> group_of;
};

// A group of the new text: where it stands in both files; its words are the translation's if it is there.
struct Placed {
    std::size_t own = none, master = none;
};

class Rewriter {
  public:
    Rewriter(const SourceFile& master, const SourceFile& translation, const Changes& changes)
        : master_(master), own_(translation), changes_(changes) {}

    std::string run() {
        const std::vector<Placed> order = changes_.in_master_order ? master_order() : own_order();
        std::string out;
        const Placed* before = nullptr;
        for (const Placed& placed : order) {
            std::string_view gap = gap_between(before, placed);
            out += gap;
            if (!out.empty() && !out.ends_with('\n')) out += '\n';
            out += placed.own != none ? own_group(placed) : master_group(placed.master);
            before = &placed;
        }
        if (!out.empty() && !out.ends_with('\n') && !own_.rest().empty()) out += '\n';
        return out += own_.rest();
    }

  private:
    [[nodiscard]] Placed counterpart_of_master(std::size_t group) const {
        for (const Slot* slot : master_.groups[group].slots) {
            if (const auto own = own_.group_of.find(slot->key); own != own_.group_of.end())
                return {own->second, group};
        }
        return {none, group};
    }
    [[nodiscard]] std::size_t counterpart_of_own(std::size_t group) const {
        for (const Slot* slot : own_.groups[group].slots) {
            if (const auto found = master_.group_of.find(slot->key); found != master_.group_of.end())
                return found->second;
        }
        return none;
    }
    [[nodiscard]] bool is_dropped(std::size_t own) const {
        const auto& slots = own_.groups[own].slots;
        return std::all_of(slots.begin(), slots.end(),
                           [&](const Slot* slot) { return changes_.dropped.contains(slot->key); });
    }
    [[nodiscard]] bool is_whole(std::size_t master) const {
        const auto& slots = master_.groups[master].slots;
        return std::all_of(slots.begin(), slots.end(),
                           [&](const Slot* slot) { return changes_.texts.contains(slot->key); });
    }

    // What the translation alone has stays behind what stood before it.
    std::vector<Placed> master_order() const {
        std::vector<Placed> order;
        std::vector<bool> placed(own_.groups.size(), false);
        const auto add_own_alone_from = [&](std::size_t own) {
            for (; own < own_.groups.size() && counterpart_of_own(own) == none; ++own) {
                if (!placed[own] && !is_dropped(own)) order.push_back({own, none});
                placed[own] = true;
            }
        };
        add_own_alone_from(0);
        for (std::size_t group = 0; group < master_.groups.size(); ++group) {
            const Placed here = counterpart_of_master(group);
            if (here.own == none) {
                if (is_whole(group)) order.push_back(here);
            } else if (!placed[here.own]) {
                order.push_back(here);
                placed[here.own] = true;
                add_own_alone_from(here.own + 1);
            }
        }
        return order;
    }

    // What is new comes behind what stands before it in the master text.
    std::vector<Placed> own_order() const {
        std::vector<Placed> order;
        std::map<std::size_t, std::vector<std::size_t>> behind;  // own group, or none -> new ones
        std::size_t last = none;
        for (std::size_t group = 0; group < master_.groups.size(); ++group) {
            const Placed here = counterpart_of_master(group);
            if (here.own != none) {
                last = here.own;
            } else if (is_whole(group)) {
                behind[last].push_back(group);
            }
        }
        const auto add_new = [&](std::size_t own) {
            for (const std::size_t group : behind[own]) order.push_back({none, group});
        };
        add_new(none);
        for (std::size_t own = 0; own < own_.groups.size(); ++own) {
            if (!is_dropped(own)) order.push_back({own, counterpart_of_own(own)});
            add_new(own);
        }
        return order;
    }

    // The translation's own where the two were neighbours in it, the master's where they are there.
    std::string_view gap_between(const Placed* before, const Placed& here) const {
        const auto are_neighbours = [](std::size_t a, std::size_t b) { return b != none && a + 1 == b; };
        const bool first = before == nullptr;
        if (first ? here.own == 0 : before->own != none && are_neighbours(before->own, here.own))
            return own_.gap_before(here.own);
        if (first ? here.master == 0 : before->master != none && are_neighbours(before->master, here.master))
            return master_.gap_before(here.master);
        return here.own != none ? own_.gap_before(here.own) : master_.gap_before(here.master);
    }

    std::string own_group(const Placed& placed) const {
        const Group& group = own_.groups[placed.own];
        std::vector<Edit> edits;
        for (const Slot* slot : group.slots) {
            if (const auto text = changes_.texts.find(slot->key); text != changes_.texts.end())
                edits.push_back({slot->begin, slot->end, set_slot(text->second, slot->setting)});
        }
        if (placed.master != none) fill_empty(group, master_.groups[placed.master], edits);
        return edited(own_.file.text, group.begin, group.end, std::move(edits));
    }

    // A cell without words, a figure without a caption: places that no unit of the translation names.
    void fill_empty(const Group& group, const Group& master, std::vector<Edit>& edits) const {
        for (const Slot* slot : master.slots) {
            const auto text = changes_.texts.find(slot->key);
            if (text == changes_.texts.end() || own_.group_of.contains(slot->key)) continue;
            if (slot->setting.form == Form::cell) {
                const std::string_view row = own_.file.text.substr(group.begin, group.end - group.begin);
                const auto cell = cell_of(row.substr(0, row.find('\n')), column_of_key(slot->key));
                if (cell && cell->empty())
                    edits.push_back({group.begin + cell->begin, group.begin + cell->begin,
                                     ' ' + set_slot(text->second, slot->setting) + ' '});
            } else if (slot->setting.form == Form::caption) {
                const std::size_t address = own_.file.text.find("](", group.slots.front()->end);
                const std::size_t end = own_.file.text.find(')', address);
                if (address != std::string_view::npos && end < group.end)
                    edits.push_back({end, end, ' ' + set_slot(text->second, slot->setting)});
            }
        }
    }

    std::string master_group(std::size_t index) const {
        const Group& group = master_.groups[index];
        std::vector<Edit> edits;
        for (const Slot* slot : group.slots)
            edits.push_back({slot->begin, slot->end, set_slot(changes_.texts.at(slot->key), slot->setting)});
        return edited(master_.file.text, group.begin, group.end, std::move(edits));
    }

    Body master_, own_;
    const Changes& changes_;
};

}  // namespace

std::vector<std::string> body_keys(const SourceFile& file) {
    std::vector<std::string> keys;
    const std::size_t begin = body_begin(file.text);
    for (const Slot& slot : file.slots) {
        if (slot.begin >= begin) keys.push_back(slot.key);
    }
    return keys;
}

std::string rewritten_body(const SourceFile& master, const SourceFile& translation, const Changes& changes) {
    return Rewriter{master, translation, changes}.run();
}

std::string rewritten(const SourceFile& master, const SourceFile& translation, const Changes& changes) {
    return rewritten_front_matter(master, translation, changes) +
           rewritten_body(master, translation, changes);
}

}  // namespace brochure::exchange
