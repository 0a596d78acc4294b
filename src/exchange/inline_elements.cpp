#include "exchange/inline_elements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "units/coded_text.hpp"

namespace brochure::exchange {

using units::CodedPiece;
using Kind = CodedPiece::Kind;

namespace {

struct Names {
    const char* pair;
    const char* point;
};

Names names_of(XliffVersion version) {
    return version == XliffVersion::v1_2 ? Names{"g", "x"} : Names{"pc", "ph"};
}

// "1"; nothing for what was never exported.
std::optional<std::size_t> number_of(std::string_view id) {
    std::size_t number = 0;
    const auto [end, fault] = std::from_chars(id.data(), id.data() + id.size(), number);
    if (fault != std::errc{} || end != id.data() + id.size() || number == 0) return std::nullopt;
    return number;
}

class InlineReader {
  public:
    explicit InlineReader(XliffVersion version) : version_(version), names_(names_of(version)) {}

    void read(xml::Node element) {
        for (const xml::Node child : element.children()) {
            if (child.is_text()) {
                pieces_.push_back({Kind::words, child.value(), 0});
            } else if (child.is_element()) {
                read_element(child);
            }
        }
    }
    InlineWords take() && {
        out_.words = units::words_of(pieces_);
        return std::move(out_);
    }

  private:
    void read_element(xml::Node element) {
        const std::string_view name = element.name();
        if (name == names_.pair) {
            mark(Kind::opening, element, "id");
            read(element);
            mark(Kind::closing, element, "id");
        } else if (name == names_.point) {
            mark(Kind::point, element, "id");
        } else if (name == "mrk") {
            read(element);
        } else if (version_ == XliffVersion::v2_0 && name == "sc") {
            // How 2.0 writes a pair that a tool has cut.
            mark(Kind::opening, element, "id");
        } else if (version_ == XliffVersion::v2_0 && name == "ec") {
            mark(Kind::closing, element, "startRef");
        } else if (version_ != XliffVersion::v2_0 || (name != "sm" && name != "em")) {
            fail(element, fmt::format("<{}> is no mark that was exported", name));
        }
    }
    void mark(Kind kind, xml::Node element, const char* id) {
        const std::string_view value = element.attribute(id).value();
        if (const auto number = number_of(value))
            pieces_.push_back({kind, {}, *number});
        else
            fail(element,
                 fmt::format("<{} {}=\"{}\"> has not the number of a mark", element.name(), id, value));
    }
    void fail(xml::Node element, std::string sentence) {
        if (!out_.fault.empty()) return;
        out_.fault = std::move(sentence);
        out_.at = element.name();
    }

    XliffVersion version_;
    Names names_;
    std::vector<CodedPiece> pieces_;
    InlineWords out_;
};

}  // namespace

void write_inline(xml::Writer& out, std::string_view words, XliffVersion version) {
    const Names names = names_of(version);
    const auto pieces = units::pieces_of(words);
    if (!pieces) {
        out.words(words);
        return;
    }
    // Marks nest in a text of Markdown; what does not would be no XML.
    std::vector<std::size_t> open;
    for (const CodedPiece& piece : *pieces) {
        const xml::Attributes id{{"id", std::to_string(piece.number)}};
        if (piece.kind == Kind::words) {
            out.words(piece.words);
        } else if (piece.kind == Kind::point) {
            out.open(names.point, id).close();
        } else if (piece.kind == Kind::opening) {
            out.open(names.pair, id);
            open.push_back(piece.number);
        } else if (!open.empty() && open.back() == piece.number) {
            out.close();
            open.pop_back();
        }
    }
    while (!open.empty()) {
        out.close();
        open.pop_back();
    }
}

InlineWords read_inline(xml::Node element, XliffVersion version) {
    InlineReader reader{version};
    reader.read(element);
    return std::move(reader).take();
}

}  // namespace brochure::exchange
