#include "record/verdict.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace brochure::record {

namespace fs = std::filesystem;
using base::Sight;
using Kind = Sight::Kind;

namespace {

// What became of an input, as a sentence; nothing if it is as it was.
std::string change_of(const std::string& name, const Sight& was, const Sight& now) {
    const bool never_sure = was.kind == Kind::unusable ||
                            ((was.kind == Kind::read || was.kind == Kind::listed) && was.digest.empty());
    if (never_sure) return fmt::format("{} could not be read, or changed while it was", name);
    if (was == now) return {};
    if (now.kind == Kind::unusable) return fmt::format("{} cannot be read", name);
    if (was.kind == Kind::absent) return fmt::format("{} is there now", name);
    if (now.kind == Kind::absent) return fmt::format("{} is gone", name);
    if (was.kind == Kind::listed) return fmt::format("{} holds other files", name);
    if (was.leads_to != now.leads_to) return fmt::format("{} is another file now", name);
    return fmt::format("{} has changed", name);
}

class Judge {
  public:
    Judge(Present& present, Reasons how_many) : present_(present), all_(how_many == Reasons::all) {}

    [[nodiscard]] bool has_enough() const { return !all_ && !reasons_.empty(); }
    void find(std::string reason) {
        if (std::find(reasons_.begin(), reasons_.end(), reason) == reasons_.end())
            reasons_.push_back(std::move(reason));
    }
    void compare(const Inputs& inputs) {
        for (const auto& [name, was] : inputs) {
            if (has_enough()) return;
            if (std::string reason = change_of(name, was, present_.like(name, was)); !reason.empty())
                find(std::move(reason));
        }
    }
    void compare(const Output& output, const fs::path& folder) {
        if (has_enough()) return;
        compare(output.inputs);
        if (has_enough()) return;
        const std::string digest = present_.digest_of(folder / output.file);
        if (digest.empty())
            find(fmt::format("{} is not there", output.file));
        else if (digest != output.digest)
            find(fmt::format("{} is not as it was written", output.file));
    }
    std::vector<std::string> reasons() && { return std::move(reasons_); }

  private:
    Present& present_;
    bool all_;
    std::vector<std::string> reasons_;
};

}  // namespace

std::vector<std::string> why_stale(const Record& record, const Wanted& wanted, const fs::path& folder,
                                   Present& present, Reasons how_many) {
    Judge judge(present, how_many);
    if (record.program != wanted.program) judge.find("it was made by another version of the program");
    if (record.options != wanted.options) judge.find("it was made with other options");
    judge.compare(record.inputs);
    for (const design::Edition edition : wanted.editions) {
        if (judge.has_enough()) break;
        const Output* output = record.find(edition);
        if (output == nullptr)
            judge.find(fmt::format("its edition '{}' was not made yet", name_of(edition)));
        else if (output->made_from != record.made_from)
            judge.find(fmt::format("its edition '{}' is older than the others", name_of(edition)));
        else
            judge.compare(*output, folder);
    }
    return std::move(judge).reasons();
}

bool hold(const Inputs& inputs, Present& present) {
    Judge judge(present, Reasons::first);
    judge.compare(inputs);
    return !judge.has_enough();
}

}  // namespace brochure::record
