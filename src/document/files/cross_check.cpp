#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/counted.hpp"
#include "diag/codes.hpp"
#include "document/files/read.hpp"
#include "document/model/shape.hpp"

namespace brochure::document {

namespace code = diag::code;

namespace {

// What one text has and the other lacks at its place, gathered over all sections: what is in both is moved,
// neither missing nor too much.
class Differences {
  public:
    explicit Differences(Sink& sink) : sink_(sink) {}

    void missing(const Feature& in_master, const Place& below) { missing_.push_back({in_master, below}); }
    void extra(const Feature& in_translation, const Place& in_master) {
        extra_.push_back({in_translation, in_master});
    }
    // `with`: what was moved along.
    void moved(const Feature& in_master, const Place& here, std::size_t with = 0) const {
        sink_.error(
            code::translation_moved, here,
            fmt::format("{}{} stands at another place in the master text ({})", in_master.name,
                        with == 0 ? "" : fmt::format(", with {} below it,", base::counted(with, "heading")),
                        shown(in_master.place)),
            "move it to where the master text has it");
    }

    void tell() {
        std::vector<bool> found(extra_.size(), false);
        for (const Entry& missing : missing_) {
            std::size_t at = 0;
            while (at < extra_.size() && (found[at] || extra_[at].feature.name != missing.feature.name)) ++at;
            if (at < extra_.size()) {
                found[at] = true;
                moved(missing.feature, extra_[at].feature.place);
                continue;
            }
            sink_.error(code::translation_missing, missing.other,
                        fmt::format("{} of the master text ({}) is missing below this place",
                                    missing.feature.name, shown(missing.feature.place)),
                        "translate it, in the order of the master text");
        }
        for (std::size_t at = 0; at < extra_.size(); ++at) {
            if (found[at]) continue;
            sink_.error(code::translation_extra, extra_[at].feature.place,
                        fmt::format("{} is not in the master text behind {}", extra_[at].feature.name,
                                    shown(extra_[at].other)),
                        "remove it, or add it to the master text first; the ids must be the same");
        }
    }

  private:
    struct Entry {
        Feature feature;
        Place other;  // in the other text
    };
    Sink& sink_;
    std::vector<Entry> missing_, extra_;
};

// Sections of one text that are compared as one.
struct Stretch {
    Place place;
    Features features;
    Counts counts;

    void add(const Section& section) {
        features.insert(features.end(), section.features.begin(), section.features.end());
        counts.add(section.counts);
    }
};

std::size_t apart(std::size_t a, std::size_t b) { return a > b ? a - b : b - a; }

std::size_t distance(const Stretch& a, const Stretch& b) {
    const std::size_t common = correspondence(a.features, b.features).size();
    return a.features.size() + b.features.size() - 2 * common +
           apart(a.counts.paragraphs, b.counts.paragraphs) + apart(a.counts.items, b.counts.items);
}

class Comparison {
  public:
    Comparison(const Document& master, const Document& translation, Sink& sink)
        : master_(master), translation_(translation), sink_(sink), differences_(sink) {}

    void body() {
        const std::vector<Section> there = sections_of(master_), here = sections_of(translation_);
        const Features headings_there = headings_of(there), headings_here = headings_of(here);
        const Pairs pairs = correspondence(headings_there, headings_here);
        std::vector<std::optional<std::size_t>> partner(there.size()), own(here.size());
        for (const auto& [i, j] : pairs) {
            partner[i] = j;
            own[j] = i;
        }
        match_moved(headings_there, headings_here, partner, own);
        Place last = translation_.place;
        for (std::size_t i = 0; i < there.size(); ++i) {
            if (!partner[i]) differences_.missing(headings_there[i], last);
            if (partner[i]) last = place_of_end(here[*partner[i]]);
        }
        for (std::size_t j = 0; j < here.size(); ++j) {
            if (!own[j]) differences_.extra(headings_here[j], there[last_known(own, j)].place);
        }
        for (std::size_t i = 0; i < there.size(); ++i) {
            if (!partner[i]) continue;
            level(there[i], here[*partner[i]]);
            section(there, i, partner, here, *partner[i], own);
        }
        differences_.tell();
    }

    void treatments() {
        const auto features = [](const Document& document) {
            Features list;
            for (const Treatment& treatment : document.treatments) {
                list.push_back({fmt::format("the treatment '{}'", treatment.id), treatment.place, nullptr});
            }
            return list;
        };
        Differences differences(sink_);
        for (const auto& [i, j] : match(features(master_), features(translation_), master_.place,
                                        translation_.place, differences)) {
            fields(master_.treatments[i], translation_.treatments[j]);
        }
        differences.tell();
    }

    void labels() {
        for (const auto& [image, words] : master_.labels) {
            const auto own = translation_.labels.find(image);
            for (const auto& [key, text] : words) {
                if (own != translation_.labels.end() && own->second.contains(key)) continue;
                missing(translation_.place, fmt::format("the label '{}' of the image '{}'", key, image),
                        text.place_of(0));
            }
        }
        for (const auto& [image, words] : translation_.labels) {
            const auto other = master_.labels.find(image);
            for (const auto& [key, text] : words) {
                if (other != master_.labels.end() && other->second.contains(key)) continue;
                extra(text.place_of(0), fmt::format("the label '{}' of the image '{}'", key, image),
                      master_.place);
            }
        }
    }

    void counts() {
        const auto last_note = [](const Document& d) {
            return d.footnotes.empty() ? d.place : d.footnotes.back().place;
        };
        differs(last_note(translation_), "footnotes", translation_.footnotes.size(), master_.footnotes.size(),
                last_note(master_));
        const auto messages = [](const Document& d) {
            return d.key_messages.empty() ? d.place : d.key_messages.back().place_of(0);
        };
        differs(messages(translation_), "key messages", translation_.key_messages.size(),
                master_.key_messages.size(), messages(master_));
        const auto last_term = [](const Document& d) {
            return d.glossary.empty() ? d.place : d.glossary.back().place;
        };
        differs(last_term(translation_), "glossary terms", translation_.glossary.size(),
                master_.glossary.size(), last_term(master_));
    }

  private:
    using Partners = std::vector<std::optional<std::size_t>>;

    static Features headings_of(const std::vector<Section>& sections) {
        Features headings;
        for (const Section& section : sections)
            headings.push_back({fmt::format("the heading '{}'", section.id), section.place, nullptr});
        return headings;
    }

    static Place place_of_end(const Section& section) {
        return section.features.empty() ? section.place : section.features.back().place;
    }

    // The master's section that the last known heading before `j` belongs to.
    static std::size_t last_known(const Partners& own, std::size_t j) {
        while (j > 0 && !own[j]) --j;
        return own[j].value_or(0);
    }

    // Headings that both have, but not in the same order. Of those that were moved together the first is
    // told.
    void match_moved(const Features& there, const Features& here, Partners& partner, Partners& own) const {
        const std::size_t none = there.size();
        std::vector<std::size_t> moved(here.size(), none);
        for (std::size_t j = 0; j < here.size(); ++j) {
            if (own[j]) continue;
            for (std::size_t i = 0; i < there.size() && moved[j] == none; ++i) {
                if (!partner[i] && there[i].name == here[j].name) moved[j] = i;
            }
            if (moved[j] == none) continue;
            partner[moved[j]] = j;
            own[j] = moved[j];
        }
        for (std::size_t j = 0; j < here.size(); ++j) {
            if (moved[j] == none) continue;
            std::size_t with = 0;
            while (j + with + 1 < here.size() && moved[j + with + 1] == moved[j] + with + 1 &&
                   moved[j + with + 1] != none)
                ++with;
            differences_.moved(there[moved[j]], here[j].place, with);
            j += with;
        }
    }

    // Gives the pairs that correspond; what one list has and the other lacks is noted.
    static Pairs match(const Features& master, const Features& translation, Place last_master,
                       Place last_translation, Differences& differences) {
        Pairs pairs = correspondence(master, translation);
        std::size_t i = 0, j = 0;
        const auto note_between = [&](std::size_t master_end, std::size_t translation_end) {
            for (; i < master_end; ++i) differences.missing(master[i], last_translation);
            for (; j < translation_end; ++j) differences.extra(translation[j], last_master);
        };
        for (const auto& [in_master, in_translation] : pairs) {
            note_between(in_master, in_translation);
            last_master = master[i++].place;
            last_translation = translation[j++].place;
        }
        note_between(master.size(), translation.size());
        return pairs;
    }

    // A section, or it and those behind it whose headings the other text lacks: their words may be there
    // without them. Whatever is nearest to the other text counts.
    static std::vector<Stretch> stretches(const std::vector<Section>& sections, std::size_t at,
                                          const Partners& partner) {
        Stretch one{sections[at].place, {}, {}};
        one.add(sections[at]);
        std::vector<Stretch> all{one};
        Stretch longer = one;
        for (std::size_t next = at + 1; next < sections.size() && !partner[next]; ++next)
            longer.add(sections[next]);
        if (longer.features.size() + longer.counts.paragraphs + longer.counts.items >
            one.features.size() + one.counts.paragraphs + one.counts.items)
            all.push_back(std::move(longer));
        return all;
    }

    void section(const std::vector<Section>& there, std::size_t i, const Partners& partner,
                 const std::vector<Section>& here, std::size_t j, const Partners& own) {
        const std::vector<Stretch> masters = stretches(there, i, partner);
        const std::vector<Stretch> translations = stretches(here, j, own);
        const Stretch *master = &masters.front(), *translation = &translations.front();
        for (const Stretch& a : masters) {
            for (const Stretch& b : translations) {
                if (distance(a, b) < distance(*master, *translation)) {
                    master = &a;
                    translation = &b;
                }
            }
        }
        for (const auto& [a, b] :
             match(master->features, translation->features, master->place, translation->place, differences_))
            blocks(*master->features[a].block, *translation->features[b].block);
        const std::string name = there[i].id.empty() ? std::string{"before the first heading"}
                                                     : fmt::format("below the heading '{}'", there[i].id);
        number(name, translation->counts, translation->place, master->counts, master->place);
    }

    // A list item that is lost may be a sign to call for; paragraphs are now and then joined or parted.
    void number(const std::string& where, const Counts& own, const Place& here, const Counts& other,
                const Place& there) {
        const auto at = [](const Place& last, const Place& otherwise) {
            return last.line > 0 ? last : otherwise;
        };
        if (own.items != other.items)
            sink_.error(code::translation_items, at(own.last_item, here),
                        fmt::format("list items {}: {} here, {} in the master text ({})", where, own.items,
                                    other.items, shown(at(other.last_item, there))),
                        "translate every item of the master text, and no other");
        if (own.paragraphs != other.paragraphs)
            sink_.warning(
                code::translation_paragraphs, at(own.last_paragraph, here),
                fmt::format("paragraphs {}: {} here, {} in the master text ({})", where, own.paragraphs,
                            other.paragraphs, shown(at(other.last_paragraph, there))),
                "see that nothing is missing, and part the paragraphs as the master text does");
    }

    void level(const Section& master, const Section& translation) {
        if (master.heading == nullptr || translation.heading == nullptr) return;
        differs(translation.place, "the heading's level",
                static_cast<std::size_t>(translation.heading->level),
                static_cast<std::size_t>(master.heading->level), master.place);
    }

    void differs(const Place& here, const std::string& what, std::size_t own, std::size_t other,
                 const Place& there) {
        if (own == other) return;
        sink_.error(code::translation_differs, here,
                    fmt::format("{}: {} here, {} in the master text ({})", what, own, other, shown(there)),
                    "make the translation the same as the master text");
    }

    void blocks(const Block& master, const Block& translation) {
        if (const auto* table = std::get_if<Table>(&translation.content)) {
            const auto& other = std::get<Table>(master.content);
            differs(translation.place, "the table's columns", table->columns.size(), other.columns.size(),
                    master.place);
            differs(translation.place, "the table's rows", table->rows.size(), other.rows.size(),
                    master.place);
        } else if (const auto* figure = std::get_if<Figure>(&translation.content)) {
            const auto& other = std::get<Figure>(master.content);
            if (figure->caption.empty() && !other.caption.empty())
                missing(translation.place, "the caption of the image", master.place);
            if (!figure->caption.empty() && other.caption.empty())
                extra(translation.place, "the caption of the image", master.place);
        } else if (const auto* call_out = std::get_if<CallOut>(&translation.content)) {
            number("in the call-out", counts_of(call_out->blocks), translation.place,
                   counts_of(std::get<CallOut>(master.content).blocks), master.place);
        }
    }

    void fields(const Treatment& master, const Treatment& translation) {
        for (const auto& [key, text] : master.fields) {
            if (translation.fields.contains(key)) continue;
            missing(translation.place, fmt::format("the field '{}' of the treatment '{}'", key, master.id),
                    text.place_of(0));
        }
        for (const auto& [key, text] : translation.fields) {
            if (master.fields.contains(key)) continue;
            extra(text.place_of(0), fmt::format("the field '{}' of the treatment '{}'", key, master.id),
                  master.place);
        }
        if (master.section != translation.section) {
            sink_.error(code::translation_differs, translation.place,
                        fmt::format("the treatment's section is '{}' here, '{}' in the master text ({})",
                                    translation.section, master.section, shown(master.place)),
                        "write the same section as the master text");
        }
    }
    void missing(const Place& here, const std::string& what, const Place& there) {
        sink_.error(code::translation_missing, here,
                    fmt::format("{} of the master text ({}) is missing here", what, shown(there)),
                    "translate it here");
    }
    void extra(const Place& here, const std::string& what, const Place& there) {
        sink_.error(code::translation_extra, here,
                    fmt::format("{} is not in the master text ({})", what, shown(there)),
                    "remove it, or add it to the master text first");
    }

    const Document& master_;
    const Document& translation_;
    Sink& sink_;
    Differences differences_;
};

}  // namespace

void compare_translation(const Document& master, const Document& translation, Sink& sink) {
    // Where one of the two could not be read, all of it would be missing; the one true mistake is told.
    if (!master.front_matter_read || !translation.front_matter_read) return;
    Comparison comparison{master, translation, sink};
    comparison.body();
    comparison.treatments();
    comparison.labels();
    comparison.counts();
}

}  // namespace brochure::document
