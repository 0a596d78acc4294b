#include <fmt/format.h>

#include <algorithm>

#include "exchange/segments.hpp"
#include "exchange/xliff.hpp"
#include "exchange/xliff_words.hpp"

namespace brochure::exchange {

namespace {

std::string original(const Catalogue& catalogue) {
    return fmt::format("content/{}/{}.md", catalogue.header_value(brochure_field),
                       catalogue.header_value(master_field));
}

std::string language_of(const Catalogue& catalogue) {
    return std::string{catalogue.header_value(language_field)};
}

std::string_view without_gap(std::string_view segment) {
    return segment.substr(0, segment.size() - gap_behind(segment).size());
}

// XLIFF 1.2, in the order that its schema wants.
class Writer1 {
  public:
    explicit Writer1(const Catalogue& catalogue) : catalogue_(catalogue) {}

    std::string written() {
        out_.open("xliff", {{"version", "1.2"}, {"xmlns", std::string{xliff_1_namespace}}});
        out_.open_line("file", {{"original", original(catalogue_)},
                                {"source-language", std::string{catalogue_.header_value(master_field)}},
                                {"target-language", language_of(catalogue_)},
                                {"datatype", "plaintext"}});
        out_.open_line("header").open_line("count-group", {{"name", std::string{pieces_name}}});
        out_.whole_line("count", {{"count-type", "total"}, {"unit", "trans-unit"}},
                        catalogue_.header_value(pieces_field));
        out_.close_line().close_line().open_line("body");
        for (const Entry& entry : catalogue_.entries) unit(entry);
        out_.close_line().close_line().close_line();
        return out_.take();
    }

  private:
    void unit(const Entry& entry) {
        out_.open_line("trans-unit", {{"id", entry.key},
                                      {"resname", entry.key},
                                      {"approved", entry.confirmed ? "yes" : ""},
                                      {"translate", entry.obsolete ? "no" : ""},
                                      {"restype", entry.obsolete ? std::string{obsolete_restype} : ""},
                                      {"xml:space", "preserve"}});
        line("source", {}, entry.source);
        if (!entry.segments.empty()) {
            out_.open_line("seg-source");
            segments(entry, &Segment::source);
            out_.close();
        }
        target(entry);
        for (const std::string& place : entry.places) location(place);
        for (const std::string& note : entry.notes) out_.whole_line("note", {{"from", "developer"}}, note);
        if (entry.previous) {
            out_.open_line("alt-trans", {{"alttranstype", "previous-version"}});
            line("source", {}, *entry.previous);
            line("target", {}, entry.target);
            out_.close_line();
        }
        out_.close_line();
    }

    void line(const char* name, const xml::Attributes& attributes, std::string_view words) {
        out_.open_line(name, attributes);
        write_inline(out_, words, XliffVersion::v1_2);
        out_.close();
    }
    void target(const Entry& entry) {
        const std::string state = entry.target.empty() ? "new"
                                  : entry.fuzzy        ? std::string{stale_state}
                                  : entry.confirmed    ? "final"
                                                       : "translated";
        out_.open_line("target", {{"state", entry.obsolete ? "" : state}});
        if (entry.segments.empty())
            write_inline(out_, entry.target, XliffVersion::v1_2);
        else
            segments(entry, &Segment::target);
        out_.close();
    }
    void segments(const Entry& entry, std::string Segment::*side) {
        int number = 0;
        for (const Segment& segment : entry.segments) {
            const std::string& words = segment.*side;
            out_.open("mrk", {{"mtype", "seg"}, {"mid", std::to_string(++number)}});
            write_inline(out_, without_gap(words), XliffVersion::v1_2);
            out_.close().words(gap_behind(words));
        }
    }
    void location(std::string_view place) {
        const std::size_t colon = place.rfind(':');
        out_.open_line("context-group", {{"purpose", "location"}});
        out_.whole_line("context", {{"context-type", "sourcefile"}}, place.substr(0, colon));
        if (colon != std::string_view::npos)
            out_.whole_line("context", {{"context-type", "linenumber"}}, place.substr(colon + 1));
        out_.close_line();
    }

    const Catalogue& catalogue_;
    xml::Writer out_;
};

// XLIFF 2.0.
class Writer2 {
  public:
    explicit Writer2(const Catalogue& catalogue) : catalogue_(catalogue) {}

    std::string written() {
        const bool has_matches = std::any_of(catalogue_.entries.begin(), catalogue_.entries.end(),
                                             [](const Entry& entry) { return entry.previous.has_value(); });
        out_.open("xliff", {{"version", "2.0"},
                            {"srcLang", std::string{catalogue_.header_value(master_field)}},
                            {"trgLang", language_of(catalogue_)},
                            {"xmlns", std::string{xliff_2_namespace}},
                            {"xmlns:mtc", has_matches ? std::string{matches_namespace} : ""}});
        out_.open_line("file", {{"id", "f1"}, {"original", original(catalogue_)}, {"xml:space", "preserve"}});
        out_.open_line("notes");
        out_.whole_line("note", {{"category", std::string{pieces_name}}},
                        catalogue_.header_value(pieces_field));
        out_.close_line();
        for (const Entry& entry : catalogue_.entries) unit(entry);
        out_.close_line().close_line();
        return out_.take();
    }

  private:
    // Keys have no colon, and an id here may have no slash.
    static std::string id_of(std::string key) {
        std::replace(key.begin(), key.end(), '/', ':');
        return key;
    }
    void unit(const Entry& entry) {
        out_.open_line("unit", {{"id", id_of(entry.key)},
                                {"name", entry.key},
                                {"translate", entry.obsolete ? "no" : ""},
                                {"type", entry.obsolete ? std::string{obsolete_type} : ""}});
        if (entry.previous) match(entry);
        if (!entry.notes.empty() || !entry.places.empty()) {
            out_.open_line("notes");
            for (const std::string& note : entry.notes)
                out_.whole_line("note", {{"category", "description"}}, note);
            for (const std::string& place : entry.places)
                out_.whole_line("note", {{"category", "location"}}, place);
            out_.close_line();
        }
        if (entry.segments.empty()) {
            segment(entry, 1, entry.source, entry.target);
        } else {
            int number = 0;
            for (const Segment& one : entry.segments) {
                segment(entry, ++number, without_gap(one.source), without_gap(one.target));
                if (number < static_cast<int>(entry.segments.size()))
                    ignorable(gap_behind(one.source), gap_behind(one.target));
            }
        }
        out_.close_line();
    }
    void line(const char* name, std::string_view words) {
        out_.open_line(name);
        write_inline(out_, words, XliffVersion::v2_0);
        out_.close();
    }
    void segment(const Entry& entry, int number, std::string_view source, std::string_view target) {
        const std::string state = target.empty() || entry.fuzzy ? "initial"
                                  : entry.confirmed             ? "final"
                                                                : "translated";
        out_.open_line("segment", {{"id", fmt::format("s{}", number)},
                                   {"state", entry.obsolete ? "" : state},
                                   {"subState", entry.fuzzy ? std::string{stale_sub_state} : ""}});
        line("source", source);
        if (!target.empty()) line("target", target);
        out_.close_line();
    }
    // Nothing on both sides would be nothing at all.
    void ignorable(std::string_view source, std::string_view target) {
        if (source.empty() && target.empty()) return;
        out_.open_line("ignorable");
        line("source", source);
        line("target", target);
        out_.close_line();
    }
    void match(const Entry& entry) {
        out_.open_line("mtc:matches");
        out_.open_line("mtc:match", {{"ref", "#s1"}, {"type", "icm"}, {"origin", "previous version"}});
        line("source", *entry.previous);
        line("target", entry.target);
        out_.close_line().close_line();
    }

    const Catalogue& catalogue_;
    xml::Writer out_;
};

}  // namespace

std::string written_as_xliff(const Catalogue& catalogue, XliffVersion version) {
    return version == XliffVersion::v1_2 ? Writer1{catalogue}.written() : Writer2{catalogue}.written();
}

}  // namespace brochure::exchange
