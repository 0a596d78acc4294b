#include "design/contrast.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "diag/codes.hpp"

namespace brochure::design {

namespace code = diag::code;

namespace {

constexpr Colour paper{{255, 255, 255}, {}};

struct Thresholds {
    double least, good;
};
constexpr Thresholds text_thresholds{4.5, 7};
constexpr Thresholds large_thresholds{3, 4.5};

bool is_large(const TextStyle& style) {
    return style.size >= Length::points(18) || (style.size >= Length::points(14) && style.face.weight >= 700);
}

// Where texts stand on grounds, gathered so that each pair of colours is judged once.
class Pairs {
  public:
    void add(const TextStyle* style, const Colour& ground, std::string_view where) {
        if (style == nullptr) return;
        Use& use = uses_[{style->colour.hex(), ground.hex(), is_large(*style)}];
        if (use.styles.empty()) use = {style, ground, std::string{where}, {}};
        if (std::find(use.styles.begin(), use.styles.end(), style->name) == use.styles.end()) {
            use.styles.push_back(style->name);
        }
    }

    void judge(const Design& design, const ColourSources& sources, Sink& sink) const {
        std::map<Place, std::vector<Finding>> by_colour;
        for (const auto& [key, use] : uses_) {
            auto finding = judge(use);
            if (!finding) continue;
            if (const auto changed = changed_colour(design, sources, use)) {
                by_colour[*changed].push_back(*std::move(finding));
            } else {
                report(finding->wrong, use.first->colour_place, finding->sentence, sink);
            }
        }
        for (const auto& [place, findings] : by_colour) report_colour(sources, place, findings, sink);
    }

  private:
    struct Use {
        const TextStyle* first = nullptr;
        Colour ground;
        std::string where;
        std::vector<std::string> styles;
    };
    struct Finding {
        bool wrong = false;  // else only hard to read
        std::string sentence;
    };

    static std::optional<Finding> judge(const Use& use) {
        const Thresholds thresholds = is_large(*use.first) ? large_thresholds : text_thresholds;
        const double ratio = base::contrast_ratio(use.first->colour, use.ground);
        if (ratio >= thresholds.good) return std::nullopt;
        const bool wrong = ratio < thresholds.least;
        // Cut, not rounded: 4.49 must not read as 4.5.
        return Finding{
            wrong,
            fmt::format("{} ({}) on {} ({}) has a contrast of {:.2f}:1, and {} needs {}:1 {}",
                        fmt::join(use.styles, ", "), use.first->colour.hex(), use.where, use.ground.hex(),
                        static_cast<int>(ratio * 100) / 100.0, is_large(*use.first) ? "large text" : "text",
                        wrong ? thresholds.least : thresholds.good,
                        wrong ? "at least" : "to be read with ease")};
    }

    static void report(bool wrong, const Place& place, std::string message, Sink& sink) {
        const char* remedy =
            "choose a darker colour for the text or a lighter one behind it (on dark grounds the reverse)";
        if (wrong) {
            sink.error(code::contrast_low, place, std::move(message), remedy);
        } else {
            sink.warning(code::contrast_fair, place, std::move(message), remedy);
        }
    }

    // Of a layout that extends another: the colour that it gives anew, where the use of that colour is the
    // other's. Who changed it never saw the line that uses it.
    static std::optional<Place> changed_colour(const Design& design, const ColourSources& sources,
                                               const Use& use) {
        const auto rank = [&](const Place& place) {
            return std::find(sources.files.begin(), sources.files.end(), place.file) - sources.files.begin();
        };
        std::optional<Place> best;
        auto least = rank(use.first->colour_place);
        for (const auto& [name, colour] : design.colours) {
            if (colour.hex() != use.first->colour.hex() && colour.hex() != use.ground.hex()) continue;
            const auto given = sources.places.find(name);
            if (given == sources.places.end() || rank(given->second) >= least) continue;
            least = rank(given->second);
            best = given->second;
        }
        return best;
    }

    // One sentence for one colour: all texts that it spoils.
    static void report_colour(const ColourSources& sources, const Place& place,
                              const std::vector<Finding>& findings, Sink& sink) {
        const auto named = std::find_if(sources.places.begin(), sources.places.end(),
                                        [&](const auto& entry) { return entry.second == place; });
        const bool wrong = std::any_of(findings.begin(), findings.end(),
                                       [](const Finding& finding) { return finding.wrong; });
        std::string list;
        for (const Finding& finding : findings) {
            if (finding.wrong == wrong) list += (list.empty() ? "" : "; ") + finding.sentence;
        }
        report(
            wrong, place,
            fmt::format("with this '{}', {}", named == sources.places.end() ? "colour" : named->first, list),
            sink);
    }

    std::map<std::tuple<std::string, std::string, bool>, Use> uses_;
};

void add_call_out(Pairs& pairs, const CallOutStyle& style, std::string_view where, const ListStyle& list) {
    const Colour ground = style.ground.value_or(paper);
    for (const TextStyle* text : {style.title, style.text, style.phone, list.text})
        pairs.add(text, ground, where);
}

void add_flow(Pairs& pairs, const Design& design) {
    pairs.add(design.body, paper, "paper");
    for (const HeadingStyle& heading : design.headings) pairs.add(heading.text, paper, "paper");
    for (const TextStyle* text :
         {design.list.text, design.margin_column.note, design.margin_column.term, design.pull_out.text,
          design.figure.caption, design.figure.caption_label, design.table.continued, design.footnote.text,
          design.footnote.mark, design.running.folio, design.running.head, design.reference.heading,
          design.reference.text, design.reference.term, design.contents.heading, design.contents.number,
          design.contents.title, design.contents.detail, design.notes.heading}) {
        pairs.add(text, paper, "paper");
    }
    for (const auto& [kind, style] : design.call_outs) {
        add_call_out(pairs, style, fmt::format("the ground of call_out.{}", base::name_of(kind)),
                     design.list);
    }
    add_call_out(pairs, design.quote, "the ground of quote", design.list);
    pairs.add(design.figure.drawing_label, design.figure.ground.value_or(paper), "the ground of figure");
    pairs.add(design.table.head, design.table.head_ground, "the head of table");
    for (const TextStyle* text : {design.table.cell, design.table.first_column, design.table.page_line}) {
        pairs.add(text, paper, "paper");
        pairs.add(text, design.table.even_row_ground.value_or(paper), "the even rows of table");
    }
    for (const TextStyle* text : {design.card.title, design.card.title_label, design.card.page_line}) {
        pairs.add(text, design.card.title_ground, "the title of card");
    }
    for (const TextStyle* text : {design.card.label, design.card.text}) {
        pairs.add(text, design.card.ground.value_or(paper), "the ground of card");
    }
}

void add_parts(Pairs& pairs, const Design& design) {
    for (const TextStyle* text : {design.cover.eyebrow, design.cover.title, design.cover.subtitle}) {
        pairs.add(text, design.cover.ground, "the ground of cover");
    }
    for (const TextStyle* text : {design.cover.house, design.cover.department, design.cover.notice}) {
        pairs.add(text, design.cover.foot_ground, "the foot of cover");
    }
    for (const TextStyle* text :
         {design.key_messages.heading, design.key_messages.number, design.key_messages.text}) {
        pairs.add(text, design.key_messages.ground.value_or(paper), "the ground of key_messages");
    }
    for (const TextStyle* text : {design.back.heading, design.back.text, design.back.phone,
                                  design.back.emergency_phone, design.back.colophon}) {
        pairs.add(text, design.back.ground, "the ground of back_cover");
    }
}

}  // namespace

void check_contrast(const Design& design, Sink& sink, const ColourSources& sources) {
    Pairs pairs;
    add_flow(pairs, design);
    add_parts(pairs, design);
    pairs.judge(design, sources, sink);
}

}  // namespace brochure::design
