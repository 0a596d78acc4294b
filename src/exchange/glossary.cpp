#include "exchange/glossary.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "xml/writer.hpp"

namespace brochure::exchange {

using document::Document;
using document::GlossaryEntry;

namespace {

// Raised letters and bold words are no part of a term in a table.
const std::string& words_of(const document::Text& text) { return text.utf8; }

void write_term(xml::Writer& out, const std::string& language, const std::string& term,
                const std::string& meaning) {
    if (term.empty()) return;
    out.open_line("langSet", {{"xml:lang", language}});
    if (!meaning.empty()) {
        out.open_line("descripGrp").whole_line("descrip", {{"type", "definition"}}, meaning).close_line();
    }
    out.open_line("tig").whole_line("term", {}, term).close_line().close_line();
}

void append_row(std::string& out, std::initializer_list<std::string_view> fields) {
    std::string_view between;
    for (const std::string_view field : fields) {
        out += std::exchange(between, ",");
        if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
            out += field;
            continue;
        }
        out += '"';
        for (const char c : field) out.append(c == '"' ? 2 : 1, c);
        out += '"';
    }
    out += "\r\n";
}

}  // namespace

const GlossaryEntry* glossary_entry(const Document& document, const std::string& id) {
    const auto found = std::find_if(document.glossary.begin(), document.glossary.end(),
                                    [&](const GlossaryEntry& one) { return one.id == id; });
    return id.empty() || found == document.glossary.end() ? nullptr : &*found;
}

Glossary glossary_of(const Document& master, const Document* translation, const std::string& language) {
    Glossary out{master.id, words_of(master.title), master.master, language, {}};
    for (const GlossaryEntry& entry : master.glossary) {
        Term term{entry.id, words_of(entry.term), words_of(entry.meaning), {}, {}};
        if (const auto* own = translation == nullptr ? nullptr : glossary_entry(*translation, entry.id)) {
            term.target = words_of(own->term);
            term.target_meaning = words_of(own->meaning);
        }
        out.terms.push_back(std::move(term));
    }
    return out;
}

std::string written_as_tbx(const Glossary& glossary) {
    xml::Writer out;
    out.open("martif", {{"type", "TBX-Basic"}, {"xml:lang", glossary.master}});
    out.open_line("martifHeader").open_line("fileDesc");
    out.open_line("titleStmt").whole_line("title", {}, glossary.title).close_line();
    out.open_line("sourceDesc")
        .whole_line("p", {}, fmt::format("content/{}/{}.md", glossary.brochure, glossary.master))
        .close_line()
        .close_line();
    // Which kinds of data TBX-Basic has is told by this address; no program needs to open it.
    out.open_line("encodingDesc")
        .whole_line("p", {{"type", "XCSURI"}}, "http://www.ttt.org/oscarstandards/tbx/TBXBasicXCSV02.xcs")
        .close_line()
        .close_line();
    out.open_line("text").open_line("body");
    std::size_t number = 0;
    for (const Term& term : glossary.terms) {
        ++number;
        out.open_line("termEntry",
                      {{"id", fmt::format("term-{}", term.id.empty() ? std::to_string(number) : term.id)}});
        write_term(out, glossary.master, term.source, term.source_meaning);
        write_term(out, glossary.language, term.target, term.target_meaning);
        out.close_line();
    }
    out.close_line().close_line().close_line();
    return out.take();
}

std::string written_as_csv(const Glossary& glossary) {
    std::string out;
    append_row(out, {"source", "target", "meaning", "meaning in the source", "id"});
    for (const Term& term : glossary.terms)
        append_row(out, {term.source, term.target, term.target_meaning, term.source_meaning, term.id});
    return out;
}

}  // namespace brochure::exchange
