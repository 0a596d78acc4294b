#include "design/text_styles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/nearest.hpp"
#include "diag/codes.hpp"

namespace brochure::design {

namespace code = diag::code;

namespace {

constexpr LengthRange sizes{Length::points(4), Length::points(150)};
constexpr LengthRange leadings{Length::points(4), Length::points(300)};
constexpr std::size_t most_bases = 32;
constexpr int most_demerits = 1'000'000'000;
constexpr int most_penalty = 10'000;  // Knuth and Plass: this much forbids

LineBreaking read_breaking(Section section, const Units& units, Length measure) {
    LineBreaking b;
    const LengthRange widths{Length{}, measure};
    auto penalty = [&](std::string_view key, int otherwise) {
        return section.integer(key, 0, most_penalty).value_or(otherwise);
    };
    auto demerits = [&](std::string_view key, int otherwise) {
        return section.integer(key, 0, most_demerits).value_or(otherwise);
    };
    b.tolerance = penalty("tolerance", b.tolerance);
    b.line_penalty = penalty("line_penalty", b.line_penalty);
    b.hyphen_penalty = penalty("hyphen_penalty", b.hyphen_penalty);
    b.hard_hyphen_penalty = penalty("hard_hyphen_penalty", b.hard_hyphen_penalty);
    b.no_pause_penalty = penalty("no_pause_penalty", b.no_pause_penalty);
    b.adjacent_demerits = demerits("adjacent_demerits", b.adjacent_demerits);
    b.double_hyphen_demerits = demerits("double_hyphen_demerits", b.double_hyphen_demerits);
    b.final_hyphen_demerits = demerits("final_hyphen_demerits", b.final_hyphen_demerits);
    b.max_hyphen_run = section.integer("max_hyphen_run", 1, 5).value_or(b.max_hyphen_run);
    b.word_space_stretch = section.number("word_space_stretch", 0, 3).value_or(b.word_space_stretch);
    b.word_space_shrink = section.number("word_space_shrink", 0, 0.6).value_or(b.word_space_shrink);
    b.glyph_scaling = section.number("glyph_scaling", 0, 0.05).value_or(b.glyph_scaling);
    b.hanging_punctuation = section.boolean("hanging_punctuation").value_or(b.hanging_punctuation);
    b.last_line_least = section.length("last_line_least", widths, units).value_or(b.last_line_least);
    b.ragged_zone = section.length("ragged_zone", widths, units).value_or(b.ragged_zone);
    b.min_word_length = section.integer("min_word_length", 4, 30).value_or(b.min_word_length);
    section.report_unknown_keys();
    return b;
}

class TextReader {
  public:
    TextReader(Section texts, Section breaking, const PageGeometry& page, Names& names)
        : texts_(std::move(texts)),
          breaking_(std::move(breaking)),
          page_(page),
          names_(names),
          order_(texts_.keys()) {
        for (const std::string& name : order_) drafts_[name].own = texts_.section(name);
    }

    std::map<std::string, TextStyle> read() {
        for (const std::string& name : order_) finish(name);
        std::map<std::string, TextStyle> styles;
        for (auto& [name, draft] : drafts_) styles[name] = std::move(draft.style);
        return styles;
    }

  private:
    enum class State { untouched, begun, finished };
    struct Draft {
        State state = State::untouched;
        Section own;  // what the style itself says
        Section all;  // with what it is based on under it
        Section breaking;
        TextStyle style;
        bool lost_base = false;  // reported; what it would have inherited is not missed again
        bool size_known = false;
    };

    const Draft& finish(const std::string& name) {
        Draft& draft = drafts_.at(name);
        if (draft.state == State::finished) return draft;
        draft.state = State::begun;
        way_.push_back(name);
        const Draft* base = base_of(draft);
        draft.lost_base = base != nullptr ? base->lost_base : draft.own.has("based_on");
        Section own_breaking = draft.own.section("line_breaking");
        draft.all = base != nullptr ? draft.own.over(base->all) : draft.own;
        draft.breaking = own_breaking.over(base != nullptr ? base->breaking : breaking_);
        fill(draft, name, base);
        own_breaking.report_unknown_keys();
        draft.own.report_unknown_keys();
        way_.pop_back();
        draft.state = State::finished;
        return draft;
    }

    // The style it is based on, finished; none where there is none, or it would be based on itself.
    const Draft* base_of(Draft& draft) {
        const auto value = draft.own.value("based_on");
        const auto name = value ? value->string() : std::nullopt;
        if (!name) return nullptr;
        const auto found = drafts_.find(*name);
        if (found == drafts_.end()) {
            const auto near = base::nearest_name(*name, order_);
            value->refuse(
                code::value_unknown,
                fmt::format("'{}' names the text style '{}', which there is not", value->path(), *name),
                near ? fmt::format("did you mean '{}'?", *near)
                     : fmt::format("add a section [text.{}], or name one that is there", *name));
            return nullptr;
        }
        if (found->second.state == State::begun) {
            const auto start = std::find(way_.begin(), way_.end(), *name);
            value->refuse(code::layout_cycle,
                          fmt::format("the text style '{}' is based on itself: {} → {}", *name,
                                      fmt::join(start, way_.end(), " → "), *name),
                          "base one of them on another style");
            return nullptr;
        }
        if (way_.size() > most_bases) {
            value->refuse(code::layout_cycle,
                          fmt::format("more than {} text styles are based on one another", most_bases),
                          "base this one on a style nearer to the root");
            return nullptr;
        }
        return &finish(*name);
    }

    void fill(Draft& draft, const std::string& name, const Draft* base) {
        TextStyle& style = draft.style;
        Section& all = draft.all;
        style.name = name;
        style.place = draft.own.place();
        const Need need = draft.lost_base ? Need::optional : required;
        style.size = read_size(draft, base, need);
        const Units units{style.size, page_.baseline, page_.measure()};
        const auto leading = all.length("leading", leadings, units, need);
        style.leading = leading.value_or(style.size);
        if (leading && draft.size_known && *leading < style.size) refuse_tight(draft);
        style.face.family = names_.family(all, "family", need).value_or("");
        style.face.weight = all.integer("weight", 100, 900).value_or(400);
        style.face.italic = all.boolean("italic").value_or(false);
        style.colour = names_.colour_if_given(all, "colour", need).value_or(Colour{});
        style.size_place = all.value_place("size");
        style.colour_place = all.value_place("colour");
        style.align = all.choice<Align>("align", {{"start", Align::start},
                                                  {"justified", Align::justified},
                                                  {"centre", Align::centre},
                                                  {"end", Align::end}})
                          .value_or(Align::start);
        style.hyphenation = all.choice<HyphenationUse>("hyphenation", {{"none", HyphenationUse::none},
                                                                       {"sparing", HyphenationUse::sparing},
                                                                       {"normal", HyphenationUse::normal}})
                                .value_or(HyphenationUse::none);
        style.sentences = all.choice<Sentences>("sentences", {{"run_on", Sentences::run_on},
                                                              {"own_line", Sentences::own_line}})
                              .value_or(Sentences::run_on);
        style.indent = all.length("indent", {Length{}, page_.measure() / 2}, units).value_or(Length{});
        style.balanced = all.boolean("balanced").value_or(false);
        style.tabular_figures = all.boolean("tabular_figures").value_or(false);
        style.italics = all.boolean("italics").value_or(true);
        style.breaking = read_breaking(draft.breaking, units, page_.measure());
    }

    // An em of a size is the size of the style it is based on.
    Length read_size(Draft& draft, const Draft* base, Need need) {
        const std::optional<Length> inherited =
            base != nullptr ? std::optional{base->style.size} : std::nullopt;
        if (inherited && !draft.own.has("size")) {
            (void)draft.own.value("size");  // so that the key is known
            draft.size_known = base->size_known;
            return *inherited;
        }
        Units units{inherited, page_.baseline, std::nullopt};
        if (draft.lost_base) units.em = page_.baseline;  // an em of nothing; the loss itself is reported
        const auto size = draft.own.length("size", sizes, units, need);
        draft.size_known = size.has_value() && !draft.lost_base;
        return size.value_or(inherited.value_or(page_.baseline));
    }

    // Where the mistake was made: at the leading, unless that is inherited and the size is the style's own.
    static void refuse_tight(Draft& draft) {
        const bool own = draft.own.has("leading") || draft.own.has("size");
        if (!own) return;
        draft.all.refuse(
            draft.own.has("leading") ? "leading" : "size", code::leading_tight,
            fmt::format("the leading of '{}' is {}, less than its size of {}", draft.own.path(),
                        length_text(draft.style.leading, Unit::pt), length_text(draft.style.size, Unit::pt)),
            "lines would run into each other: give a leading of at least 1.2 em");
    }

    Section texts_, breaking_;
    const PageGeometry& page_;
    Names& names_;
    std::vector<std::string> order_;
    std::vector<std::string> way_;
    std::map<std::string, Draft> drafts_;
};

}  // namespace

std::map<std::string, TextStyle> read_texts(Section texts, Section breaking, const PageGeometry& page,
                                            Names& names) {
    return TextReader{std::move(texts), std::move(breaking), page, names}.read();
}

}  // namespace brochure::design
