#include "translation/import.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>
#include <utility>

#include "base/file.hpp"
#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "document/files/read.hpp"
#include "exchange/po.hpp"
#include "exchange/rewrite.hpp"
#include "exchange/xliff.hpp"
#include "translation/incoming.hpp"
#include "translation/pair.hpp"
#include "units/unit.hpp"

namespace brochure::translation {

namespace code = diag::code;
using document::ProjectFolders;
using exchange::NumberedText;
using units::Compared;
using units::Unit;

namespace {

// An author's file as it is read, and what it takes to write it in its own manner.
struct AuthorsFile {
    std::string text;
    bool has_mark = false, has_windows_ends = false;

    static AuthorsFile of(std::string bytes) {
        AuthorsFile out;
        out.has_mark = bytes.starts_with(base::byte_order_mark);
        if (out.has_mark) bytes.erase(0, base::byte_order_mark.size());
        out.text = document::with_plain_line_ends(bytes);
        out.has_windows_ends = out.text.size() < bytes.size();
        return out;
    }
    [[nodiscard]] std::string bytes(const std::string& now) const {
        std::string out{has_mark ? base::byte_order_mark : std::string_view{}};
        for (const char c : now) {
            if (c == '\n' && has_windows_ends) out += '\r';
            out += c;
        }
        return out;
    }
};

struct Named {
    std::string brochure, language;
};

// By the header, which tools keep.
std::optional<Named> named_by(const ProjectFolders& folders, const exchange::Catalogue& catalogue,
                              const std::string& shown_file, Sink& sink) {
    Named out{std::string{catalogue.header_value(exchange::brochure_field)},
              std::string{catalogue.header_value(exchange::language_field)}};
    std::replace(out.language.begin(), out.language.end(), '_', '-');  // "pt_BR" is gettext's manner
    const auto known = document::list_brochures(folders.root);
    const bool there = known.ok() && std::find(known.value().begin(), known.value().end(), out.brochure) !=
                                         known.value().end();
    if (there && document::is_language_tag(out.language)) return out;
    sink.error(code::exchange_damaged, {shown_file, 1, 1},
               there ? fmt::format("the header names no language of a translation: '{}'", out.language)
                     : fmt::format("the header names no brochure of this project: '{}'", out.brochure),
               there ? "write the language's tag behind Language:, such as fr" : "export again");
    return std::nullopt;
}

// A file that was cut says more than it holds.
void report_lost(const exchange::Catalogue& catalogue, const std::string& shown_file, Sink& sink) {
    const std::string_view said = catalogue.header_value(exchange::pieces_field);
    std::size_t wanted = 0;
    std::from_chars(said.data(), said.data() + said.size(), wanted);
    const auto here =
        static_cast<std::size_t>(std::count_if(catalogue.entries.begin(), catalogue.entries.end(),
                                               [](const exchange::Entry& entry) { return !entry.obsolete; }));
    if (here < wanted)
        sink.error(code::exchange_damaged, {shown_file, 1, 1},
                   fmt::format("{} pieces were exported, and {} of them are here", wanted, here),
                   "what is missing stays as it is; export again if the file was cut");
}

class Import {
  public:
    Import(document::SharedFiles& shared, const Named& named, const Pair& pair, Incoming& incoming,
           const std::string& shown_file, Sink& sink)
        : shared_(shared),
          named_(named),
          pair_(pair),
          incoming_(incoming),
          shown_file_(shown_file),
          sink_(sink) {}

    std::optional<Imported> run(bool damaged) {
        Imported out;
        out.brochure = named_.brochure;
        out.language = named_.language;
        out.file = text_file(named_.brochure, named_.language);
        const auto master = read(text_file(named_.brochure, pair_.master.master));
        const auto own = pair_.translation ? read(out.file) : std::optional{AuthorsFile{}};
        if (!master || !own) return std::nullopt;
        std::vector<Unit> of_master, of_own;
        for (const Compared& unit : pair_.comparison.units) {
            if (unit.master) of_master.push_back(*unit.master);
            if (unit.translation) of_own.push_back(*unit.translation);
        }
        master_ = {master->text, exchange::slots_of(master->text, of_master)};
        own_ = {own->text, exchange::slots_of(own->text, of_own)};
        if (!pair_.translation && !may_be_made()) return std::nullopt;
        if (pair_.translation && !damaged) change_structure();
        const std::string text = settled();
        out.bytes = own->bytes(text);
        out.changed = text != own->text;
        for (const auto& [key, words] : changes_.texts) out.taken.push_back(key);
        out.dropped.assign(changes_.dropped.begin(), changes_.dropped.end());
        out.reordered = changes_.in_master_order;
        out.unchanged = incoming_.unchanged;
        out.fuzzy = incoming_.fuzzy;
        out.empty = incoming_.empty;
        out.refused = incoming_.refused;
        if (!pair_.translation && changes_.texts.empty()) return std::nullopt;
        return out;
    }

  private:
    std::optional<AuthorsFile> read(const std::string& file) {
        auto bytes = base::read_file(shared_.folders().root / file, document::largest_text);
        if (bytes.ok()) return AuthorsFile::of(std::move(bytes).value());
        sink_.error(code::file_unreadable, {file, 0, 0}, bytes.error().message,
                    "allow the program to read the file");
        return std::nullopt;
    }

    // A first text is whole or not at all: half a brochure would be a brochure of its own.
    bool may_be_made() {
        if (incoming_.texts.size() == pair_.comparison.units.size()) return true;
        sink_.error(code::exchange_incomplete, {shown_file_, 1, 1},
                    fmt::format("there is no {} yet, and {} of {} pieces are here and sound",
                                text_file(named_.brochure, named_.language), incoming_.texts.size(),
                                pair_.comparison.units.size()),
                    "translate all of it; a first text is made whole or not at all");
        return false;
    }

    // What the file says is gone, and was once confirmed, so that it is no addition of the translator's; and
    // the order, where the master's changed and the translation's is still the one that was confirmed.
    void change_structure() {
        for (const Compared& unit : pair_.comparison.units) {
            const auto& gone = incoming_.obsolete;
            if (unit.state == units::State::extra && !unit.was.empty() &&
                std::find(gone.begin(), gone.end(), unit.key) != gone.end())
                changes_.dropped.insert(unit.key);
        }
        std::vector<std::string> confirmed;
        for (const units::LockEntry& entry : pair_.lock.entries) confirmed.push_back(entry.key);
        const std::vector<std::string> own = exchange::body_keys(own_), now = exchange::body_keys(master_);
        changes_.in_master_order =
            common(own, confirmed) == common(confirmed, own) && common(own, now) != common(now, own);
        if (changes_.dropped.empty() && !changes_.in_master_order) return;
        if (read_back(rewritten())) return;
        changes_.dropped.clear();
        changes_.in_master_order = false;
        sink_.warning(code::exchange_unfit, {text_file(named_.brochure, named_.language), 1, 1},
                      "what the master text has moved or dropped could not be moved or dropped here",
                      "do it by hand; brochure status tells what it is");
    }
    // Notes may stand anywhere in a file.
    static std::vector<std::string> common(const std::vector<std::string>& keys,
                                           const std::vector<std::string>& others) {
        const std::set<std::string_view> known(others.begin(), others.end());
        std::vector<std::string> out;
        for (const std::string& key : keys) {
            if (known.contains(key) && !key.starts_with("footnote/")) out.push_back(key);
        }
        return out;
    }

    std::string rewritten() {
        return pair_.translation ? exchange::rewritten(master_, own_, changes_)
                                 : exchange::made_from(master_, changes_.texts);
    }

    // The text with all that fits. What does not is found by what is not read back, else by halves.
    std::string settled() {
        changes_.texts = incoming_.texts;
        for (bool again = true; again && !changes_.texts.empty();) {
            std::string text = rewritten();
            std::vector<std::string> lost;
            if (read_back(text, &lost)) return text;
            again = pair_.translation && !lost.empty();
            for (const std::string& key : lost) refuse(key);
        }
        std::vector<std::string> keys;
        for (const auto& [key, words] : std::exchange(changes_.texts, {})) keys.push_back(key);
        // A first text is not mended piece by piece: what its reader found wrong is said as it was found.
        if (!pair_.translation) {
            sink_.take(std::exchange(found_wrong_, {}));
            return {};
        }
        add(keys);
        return rewritten();
    }
    void add(const std::vector<std::string>& keys) {
        if (keys.empty()) return;
        for (const std::string& key : keys) changes_.texts.emplace(key, incoming_.texts.at(key));
        if (read_back(rewritten())) return;
        for (const std::string& key : keys) changes_.texts.erase(key);
        if (keys.size() == 1) return refuse(keys.front());
        const auto middle = keys.begin() + static_cast<std::ptrdiff_t>(keys.size() / 2);
        add({keys.begin(), middle});
        add({middle, keys.end()});
    }
    void refuse(const std::string& key) {
        changes_.texts.erase(key);
        ++incoming_.refused;
        const auto entry = incoming_.entries.find(key);
        sink_.error(
            code::exchange_unfit, {shown_file_, entry->second->target_line, entry->second->target_column},
            fmt::format("'{}': these words cannot be put into {} so that they are read as they stand{}", key,
                        text_file(named_.brochure, named_.language), why()),
            "say it otherwise, or change this piece in the file itself");
    }

    // What the reader found wrong in the text that was tried last.
    [[nodiscard]] std::string why() const {
        for (const diag::Diagnostic& one : found_wrong_.sorted()) {
            if (one.severity == diag::Severity::error) return ": " + one.message;
        }
        return {};
    }

    // Whether a text is read as what it is to say; if not, which keys were lost, where that can be told.
    bool read_back(const std::string& text, std::vector<std::string>* lost = nullptr) {
        Sink own;
        const auto document = document::read_document(shared_, named_.brochure, named_.language, text, own);
        found_wrong_ = own;
        if (!document) return false;
        Sink of_shape;
        document::compare_translation(pair_.master, *document, of_shape);
        const std::size_t shape_faults = of_shape.sorted().size();
        found_wrong_.take(std::move(of_shape));
        std::multiset<std::string> read;
        for (const Unit& unit : units::units_of(*document))
            read.insert(spelled({unit.text.words, exchange::marks_of(unit.text.marks, *document)}));
        bool same = !own.has_errors() && shape_faults <= faults_before();
        for (const auto& [key, wanted] : wanted_texts()) {
            if (const auto found = read.find(wanted); found != read.end()) {
                read.erase(found);
                continue;
            }
            same = false;
            if (lost != nullptr && changes_.texts.contains(key)) lost->push_back(key);
        }
        return same && read.empty();
    }
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> wanted_texts() const {
        std::vector<std::pair<std::string, std::string>> out;
        for (const Compared& unit : pair_.comparison.units) {
            if (const auto text = changes_.texts.find(unit.key); text != changes_.texts.end()) {
                out.emplace_back(unit.key, spelled(text->second));
            } else if (unit.translation && !changes_.dropped.contains(unit.key)) {
                out.emplace_back(
                    unit.key,
                    spelled({unit.translation->text.words,
                             exchange::marks_of(unit.translation->text.marks, *pair_.translation)}));
            }
        }
        return out;
    }
    // How far the translation was from the master's shape before anything came in.
    std::size_t faults_before() {
        if (faults_before_) return *faults_before_;
        Sink sink;
        if (pair_.translation) document::compare_translation(pair_.master, *pair_.translation, sink);
        return faults_before_.emplace(sink.sorted().size());
    }

    document::SharedFiles& shared_;
    const Named& named_;
    const Pair& pair_;
    Incoming& incoming_;
    const std::string& shown_file_;
    Sink& sink_;
    exchange::SourceFile master_, own_;
    exchange::Changes changes_;
    std::optional<std::size_t> faults_before_;
    Sink found_wrong_;  // in the text that was read back last
};

}  // namespace

std::optional<Imported> import_translation(const ProjectFolders& folders, const std::string& text,
                                           const std::string& shown_file, Sink& sink) {
    Sink own;
    const auto catalogue = exchange::is_xml(text) ? exchange::read_xliff(text, shown_file, own)
                                                  : exchange::read_po(text, shown_file, own);
    const auto named = catalogue ? named_by(folders, *catalogue, shown_file, own) : std::nullopt;
    if (catalogue && named) report_lost(*catalogue, shown_file, own);
    const bool damaged = own.has_errors();
    const std::size_t faults = own.errors();
    sink.take(std::move(own));
    if (!named) return std::nullopt;
    document::SharedFiles shared{folders};
    const auto pair = read_pair(shared, named->brochure, named->language, sink);
    if (!pair) return std::nullopt;
    Incoming incoming = judged(*catalogue, *pair, shown_file, sink);
    incoming.refused += faults;
    return Import{shared, *named, *pair, incoming, shown_file, sink}.run(damaged);
}

}  // namespace brochure::translation
