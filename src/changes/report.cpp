#include "changes/report.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <set>
#include <utility>

#include "base/counted.hpp"

namespace brochure::changes {

using nlohmann::ordered_json;

std::string pages_told(const Change& change) {
    const auto [before, now] = std::pair{change.page_before, change.page_now};
    if (before == 0 && now == 0) return {};
    if (now == 0) return fmt::format("was on page {}", before);
    if (before == 0 || before == now) return fmt::format("page {}", now);
    return fmt::format("page {}, before {}", now, before);
}

std::string pages_told(const Changes& changes) {
    std::vector<std::string> told;
    for (const auto& [layout, now] : changes.pages_now) {
        const auto before = changes.pages_before.find(layout);
        const bool same = before == changes.pages_before.end() || before->second == now;
        told.push_back(
            same ? fmt::format("{} ({})", base::counted(now, "page"), layout)
                 : fmt::format("{}, before {} ({})", base::counted(now, "page"), before->second, layout));
    }
    return fmt::format("{}", fmt::join(told, "; "));
}

namespace {

std::string head_of(const Changes& changes) {
    std::string out = fmt::format("{}.{}", changes.brochure, changes.language);
    if (changes.what == What::added) return out + fmt::format(" is new, edition {}", changes.edition_now);
    if (changes.what == What::removed) return out + " is gone";
    out += changes.edition_before == changes.edition_now
               ? fmt::format(": edition {}, as before", changes.edition_now)
               : fmt::format(": edition {}, before {}", changes.edition_now, changes.edition_before);
    if (const std::string pages = pages_told(changes); !pages.empty()) out += "; " + pages;
    return out;
}

void append_piece(std::string& out, const Change& change) {
    auto at = std::back_inserter(out);
    const std::string pages = pages_told(change);
    fmt::format_to(at, "    {:<8} {} ({}{}{}{})\n", name_of(change.what), change.key, change.kind,
                   pages.empty() ? "" : ", ", pages,
                   change.moved && change.what == What::changed ? ", and moved" : "");
    if (change.what == What::moved)
        fmt::format_to(at, "             {}\n", change.now);
    else if (change.was == change.now)
        fmt::format_to(at, "             {}: the words are the same, not what goes with them\n", change.now);
    else
        fmt::format_to(at, "             {}\n", units::marked(change.words()));
}

}  // namespace

std::string as_text(const Report& report) {
    std::string out;
    for (const Changes& changes : report.brochures) {
        out += (out.empty() ? "" : "\n") + head_of(changes) + "\n";
        bool in_figures = false;
        for (const Change& change : changes.pieces) {
            if (change.figures && !std::exchange(in_figures, true)) out += "  Numbers and doses\n";
            if (!change.figures && (std::exchange(in_figures, false) || &change == changes.pieces.data()))
                out += "  All else\n";
            append_piece(out, change);
        }
    }
    if (out.empty()) out = "Nothing that a reader sees is different.\n";
    for (const std::string& sentence : report.left_out) out += sentence + "\n";
    return out;
}

namespace {

ordered_json as_json(const Change& change) {
    static constexpr std::array<const char*, 3> kinds{"same", "removed", "added"};
    ordered_json words = ordered_json::array();
    for (const units::DiffPiece& piece : change.words())
        words.push_back({{kinds[static_cast<std::size_t>(piece.kind)], piece.words}});
    const auto page = [](std::size_t number) { return number == 0 ? ordered_json{} : ordered_json(number); };
    return {{"key", change.key},
            {"kind", change.kind},
            {"what", name_of(change.what)},
            {"moved", change.moved},
            {"figures", change.figures},
            {"was", change.was},
            {"is", change.now},
            {"words", std::move(words)},
            {"page", {{"was", page(change.page_before)}, {"is", page(change.page_now)}}}};
}

}  // namespace

std::string as_json(const Report& report) {
    ordered_json brochures = ordered_json::array();
    for (const Changes& changes : report.brochures) {
        ordered_json pieces = ordered_json::array();
        for (const Change& change : changes.pieces) pieces.push_back(as_json(change));
        brochures.push_back({{"id", changes.brochure},
                             {"language", changes.language},
                             {"what", name_of(changes.what)},
                             {"edition", {{"was", changes.edition_before}, {"is", changes.edition_now}}},
                             {"pages", {{"was", changes.pages_before}, {"is", changes.pages_now}}},
                             {"pieces", std::move(pieces)}});
    }
    return ordered_json{{"before", report.before},
                        {"now", report.now},
                        {"brochures", std::move(brochures)},
                        {"left_out", report.left_out}}
               .dump(2, ' ', false, ordered_json::error_handler_t::replace) +
           "\n";
}

}  // namespace brochure::changes
