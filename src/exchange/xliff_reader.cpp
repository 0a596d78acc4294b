#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "exchange/xliff.hpp"
#include "exchange/xliff_words.hpp"

namespace brochure::exchange {

namespace code = diag::code;

namespace {

// Groups of groups; tools nest a handful.
constexpr int max_depth = 64;

std::string sentence_of(const xml::Fault& fault) {
    using Kind = xml::Fault::Kind;
    switch (fault.kind) {
        case Kind::not_utf8:
            return "the file is not UTF-8 text";
        case Kind::other_encoding:
            return fmt::format("the file says that its text is {}", fault.detail);
        case Kind::malformed:
            return fmt::format("this is not well-formed XML: {}", fault.detail);
        case Kind::second_root:
            return "the file has a second root element";
        case Kind::too_deep:
            return fmt::format("elements are nested more than {} deep", max_depth);
        case Kind::unknown_entity:
            return "this '&' begins an entity that XML does not have";
        case Kind::own_entities:
            return "the document type declares entities of its own";
        case Kind::style_sheet:
            return "the file asks for a style sheet in another file";
    }
    return {};
}

struct Original {
    std::string brochure, master;
};

// "content/ID/LANG.md", whatever a tool puts before it.
std::optional<Original> original_of(std::string_view path) {
    constexpr std::string_view folder = "content/", ending = ".md";
    const std::size_t at = path.rfind(folder);
    if (at == std::string_view::npos || !path.ends_with(ending)) return std::nullopt;
    path = path.substr(at + folder.size());
    path.remove_suffix(ending.size());
    const std::size_t slash = path.find('/');
    if (slash == std::string_view::npos) return std::nullopt;
    return Original{std::string{path.substr(0, slash)}, std::string{path.substr(slash + 1)}};
}

// What both forms have in common: places, complaints, and what becomes of an entry.
class Reader {
  public:
    Reader(const xml::Tree& tree, const std::string& file, Sink& sink)
        : tree_(tree), file_(file), sink_(sink) {}

    Catalogue take() && { return std::move(out_); }

  protected:
    ~Reader() = default;

    // Everything a piece of the file comes to, before it is known to be sound.
    struct Piece {
        Entry entry;
        std::string fault;
        const char* at = nullptr;

        void fail(std::string sentence, const char* where) {
            if (!fault.empty()) return;
            fault = std::move(sentence);
            at = where;
        }
        // The words of an element, put behind what there is.
        void read(std::string& into, xml::Node element, XliffVersion version) {
            InlineWords words = read_inline(element, version);
            if (!words.fault.empty()) fail(std::move(words.fault), words.at);
            into += words.words;
        }
    };

    [[nodiscard]] Place place_of(const char* at) const { return tree_.place_of(tree_.offset_of(at), file_); }

    void begin(Piece& piece, xml::Node unit, const char* key) const {
        piece.entry.key = unit.attribute(key).value();
        piece.entry.line = place_of(unit.name()).line;
        stand(piece, unit);
        if (piece.entry.key.empty())
            piece.fail(fmt::format("this piece has no {}, which says where it belongs", key), unit.name());
    }
    void stand(Piece& piece, xml::Node element) const {
        const Place place = place_of(element.name());
        piece.entry.target_line = place.line;
        piece.entry.target_column = place.column;
    }
    void end(Piece piece) {
        if (piece.fault.empty()) {
            out_.entries.push_back(std::move(piece.entry));
            return;
        }
        const std::string& key = piece.entry.key;
        sink_.error(code::exchange_damaged, place_of(piece.at),
                    key.empty() ? piece.fault : fmt::format("'{}': {}", key, piece.fault),
                    "this piece is left as it was; export again, or correct it in the translator's tool");
    }
    // False, and an error, if the file does not say what it is of.
    bool head(xml::Node file, std::string_view target_language, std::string_view pieces) {
        const auto original = original_of(file.attribute("original").value());
        if (!original) {
            sink_.error(
                code::exchange_damaged, place_of(file.name()),
                fmt::format("original=\"{}\" names no brochure's text", file.attribute("original").value()),
                "export again; its name is kept by the translator's tool");
            return false;
        }
        out_.header = {{std::string{language_field}, std::string{target_language}},
                       {std::string{brochure_field}, original->brochure},
                       {std::string{master_field}, original->master},
                       {std::string{pieces_field}, std::string{pieces}}};
        return true;
    }

    // Pieces in the order of the file. Groups are deep, but no deeper than the tree may be.
    template <class Visit>
    static void each_piece(xml::Node within, std::string_view piece_name, const Visit& visit) {
        for (const xml::Node child : within.children()) {
            const std::string_view name = child.name();
            if (name == "group") each_piece(child, piece_name, visit);
            if (name == piece_name) visit(child);
        }
    }

    // All that a file holds is of one brochure.
    std::optional<xml::Node> only_file(xml::Node root) {
        std::vector<xml::Node> files;
        for (const xml::Node child : root.children()) {
            if (std::string_view{child.name()} == "file") files.push_back(child);
        }
        if (files.size() == 1) return files.front();
        sink_.error(code::exchange_damaged, place_of(files.empty() ? root.name() : files[1].name()),
                    files.empty() ? "there is no <file> in it" : "there is more than one <file> in it",
                    "export again; a file is of one brochure in one language");
        return std::nullopt;
    }

  private:
    const xml::Tree& tree_;
    const std::string& file_;
    Sink& sink_;
    Catalogue out_;
};

class Reader1 : public Reader {
  public:
    using Reader::Reader;

    bool read(xml::Node root) {
        const auto file = only_file(root);
        if (!file) return false;
        const xml::Node group = file->child("header").child("count-group");
        const std::string pieces = group.attribute("name").value() == pieces_name
                                       ? read_inline(group.child("count"), version).words
                                       : std::string{};
        if (!head(*file, file->attribute("target-language").value(), pieces)) return false;
        each_piece(file->child("body"), "trans-unit", [&](xml::Node piece) { unit(piece); });
        return true;
    }

  private:
    static constexpr XliffVersion version = XliffVersion::v1_2;

    void unit(xml::Node unit) {
        Piece piece;
        begin(piece, unit, "resname");
        xml::Node source, target;
        for (const xml::Node child : unit.children()) {
            const std::string_view name = child.name();
            if (name != "source" && name != "target") continue;
            xml::Node& place = name == "source" ? source : target;
            if (place) piece.fail(fmt::format("<{}> stands here twice", name), child.name());
            place = child;
        }
        if (!source) piece.fail("this piece has no <source>", unit.name());
        piece.read(piece.entry.source, source, version);
        piece.entry.obsolete = unit.attribute("restype").value() == obsolete_restype;
        if (target) {
            stand(piece, target);
            piece.read(piece.entry.target, target, version);
            // "needs-adaptation", "needs-review-translation", …
            const std::string_view state = target.attribute("state").value();
            piece.entry.fuzzy = state.starts_with("needs-") || is_in_part(unit.child("seg-source"), target);
        }
        end(std::move(piece));
    }

    // A text of which sentences are translated, and others are empty or were left out. Where a tool has taken
    // the sentences together, there is nothing to count.
    static bool is_in_part(xml::Node seg_source, xml::Node target) {
        std::size_t wanted = 0, there = 0, translated = 0;
        for (const xml::Node child : seg_source.children()) {
            if (is_segment(child)) ++wanted;
        }
        for (const xml::Node child : target.children()) {
            if (!is_segment(child)) continue;
            ++there;
            const std::string words = read_inline(child, version).words;
            if (words.find_first_not_of(" \n\t\r") != std::string::npos) ++translated;
        }
        return there > 0 && translated > 0 && translated < std::max(there, wanted);
    }
    static bool is_segment(xml::Node node) {
        return std::string_view{node.name()} == "mrk" &&
               std::string_view{node.attribute("mtype").value()} == "seg";
    }
};

class Reader2 : public Reader {
  public:
    using Reader::Reader;

    bool read(xml::Node root) {
        const auto file = only_file(root);
        if (!file) return false;
        std::string pieces;
        for (const xml::Node note : file->child("notes").children()) {
            if (note.attribute("category").value() == pieces_name) pieces = read_inline(note, version).words;
        }
        if (!head(*file, root.attribute("trgLang").value(), pieces)) return false;
        each_piece(*file, "unit", [&](xml::Node piece) { unit(piece); });
        return true;
    }

  private:
    static constexpr XliffVersion version = XliffVersion::v2_0;

    void unit(xml::Node unit) {
        Piece piece;
        begin(piece, unit, "name");
        piece.entry.obsolete = unit.attribute("type").value() == obsolete_type;
        std::size_t segments = 0, empty = 0;
        for (const xml::Node child : unit.children()) {
            const std::string_view name = child.name();
            if (name == "segment") {
                const bool has_words = segment(piece, child, segments == 0);
                ++segments;
                if (!has_words) ++empty;
            } else if (name == "ignorable") {
                const xml::Node target = child.child("target");
                piece.read(piece.entry.source, child.child("source"), version);
                piece.read(piece.entry.target, target ? target : child.child("source"), version);
            }
        }
        if (segments == 0) piece.fail("this piece has no <segment>", unit.name());
        if (empty == segments) piece.entry.target.clear();
        if (empty > 0 && empty < segments) piece.entry.fuzzy = true;
        end(std::move(piece));
    }

    // False if it is not translated.
    bool segment(Piece& piece, xml::Node segment, bool is_first) {
        const xml::Node source = segment.child("source"), target = segment.child("target");
        for (const xml::Node child : segment.children()) {
            const std::string_view name = child.name();
            const bool again = (name == "source" && child != source) || (name == "target" && child != target);
            if (again) piece.fail(fmt::format("<{}> stands here twice", name), child.name());
        }
        if (!source) piece.fail("this piece has no <source>", segment.name());
        piece.read(piece.entry.source, source, version);
        if (!target) return false;
        if (is_first) stand(piece, target);
        const std::size_t before = piece.entry.target.size();
        piece.read(piece.entry.target, target, version);
        const std::string_view state = segment.attribute("state").value();
        const bool initial = state.empty() || state == "initial";
        if (initial && segment.attribute("subState").value() == stale_sub_state) piece.entry.fuzzy = true;
        return piece.entry.target.find_first_not_of(" \n\t\r", before) != std::string::npos;
    }
};

template <class Form>
std::optional<Catalogue> read_as(xml::Node root, const xml::Tree& tree, const std::string& file, Sink& sink) {
    Form reader{tree, file, sink};
    if (!reader.read(root)) return std::nullopt;
    return std::move(reader).take();
}

}  // namespace

bool is_xml(std::string_view text) {
    if (text.starts_with(base::byte_order_mark)) text.remove_prefix(base::byte_order_mark.size());
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && text[first] == '<';
}

std::optional<Catalogue> read_xliff(std::string_view text, const std::string& shown_file, Sink& sink) {
    const xml::Tree tree{text, max_depth};
    if (!tree.faults().empty()) {
        const xml::Fault& first = tree.faults().front();
        sink.error(first.kind == xml::Fault::Kind::not_utf8 ? code::not_utf8 : code::exchange_damaged,
                   tree.place_of(first.offset, shown_file), sentence_of(first),
                   "save it again in the translator's tool as XLIFF in UTF-8, or export again");
        return std::nullopt;
    }
    const xml::Node root = tree.root();
    const std::string_view name = root.name(), version = root.attribute("version").value();
    if (name == "xliff" && version == "1.2") return read_as<Reader1>(root, tree, shown_file, sink);
    if (name == "xliff" && version.starts_with("2.")) return read_as<Reader2>(root, tree, shown_file, sink);
    sink.error(code::exchange_damaged, tree.place_of(tree.offset_of(root.name()), shown_file),
               name == "xliff" ? fmt::format("this is XLIFF {}, and 1.2, 2.0 and 2.1 are read", version)
                               : fmt::format("the file begins with <{}>, which is no XLIFF", name),
               "save it in the translator's tool as XLIFF 1.2, or as PO");
    return std::nullopt;
}

}  // namespace brochure::exchange
