#include "exchange/tmx.hpp"

#include <fmt/format.h>

#include "units/coded_text.hpp"
#include "xml/writer.hpp"

namespace brochure::exchange {

using units::CodedPiece;
using Kind = CodedPiece::Kind;

namespace {

// A mark holds its own writing, which tools show: "{1}".
void write_segment(xml::Writer& out, const std::string& words) {
    out.open_line("seg");
    for (const CodedPiece& piece : units::pieces_of(words).value_or(std::vector<CodedPiece>{})) {
        const std::string number = std::to_string(piece.number);
        switch (piece.kind) {
            case Kind::words:
                out.words(piece.words);
                break;
            case Kind::opening:
                out.open("bpt", {{"i", number}, {"x", number}}).words("{" + number + "}").close();
                break;
            case Kind::closing:
                out.open("ept", {{"i", number}}).words("{/" + number + "}").close();
                break;
            case Kind::point:
                out.open("ph", {{"x", number}}).words("{" + number + "/}").close();
                break;
        }
    }
    out.close();
}

void write_variant(xml::Writer& out, std::string_view language, const std::string& words) {
    out.open_line("tuv", {{"xml:lang", std::string{language}}});
    write_segment(out, words);
    out.close_line();
}

}  // namespace

std::string written_as_tmx(const Catalogue& catalogue) {
    const std::string_view master = catalogue.header_value(master_field);
    xml::Writer out;
    out.open("tmx", {{"version", "1.4"}});
    out.open_line("header", {{"creationtool", "brochure"},
                             {"creationtoolversion", "1"},  // of this form, not of the program
                             {"segtype", "paragraph"},
                             {"o-tmf", "brochure"},
                             {"adminlang", "en"},
                             {"srclang", std::string{master}},
                             {"datatype", "plaintext"}})
        .close();
    out.open_line("body");
    for (const Entry& entry : catalogue.entries) {
        if (!entry.confirmed || entry.obsolete) continue;
        out.open_line("tu",
                      {{"tuid", fmt::format("{}/{}", catalogue.header_value(brochure_field), entry.key)}});
        write_variant(out, master, entry.source);
        write_variant(out, catalogue.header_value(language_field), entry.target);
        out.close_line();
    }
    out.close_line().close_line();
    return out.take();
}

}  // namespace brochure::exchange
