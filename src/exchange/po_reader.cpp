#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "base/ascii.hpp"
#include "base/trimmed.hpp"
#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "exchange/po.hpp"

namespace brochure::exchange {

namespace code = diag::code;

namespace {

constexpr std::string_view obsolete_mark = "#~";

std::string_view trimmed(std::string_view line) { return base::trimmed(line, " \t\r"); }

// The character that an escape stands for; 0 for one that PO does not know.
char escaped(char c) {
    switch (c) {
        case 'n':
            return '\n';
        case 't':
            return '\t';
        case 'r':
            return '\r';
        case '"':
        case '\\':
            return c;
        default:
            return 0;
    }
}

struct Quoted {
    std::string text;
    std::string fault;
};

// What stands between quotation marks that are a line's first and last character.
Quoted unquoted(std::string_view line) {
    if (line.size() < 2 || line.front() != '"')
        return {{}, "here a text between quotation marks should stand"};
    Quoted out;
    for (std::size_t at = 1; at < line.size(); ++at) {
        const char c = line[at];
        if (c == '"')
            return at + 1 == line.size()
                       ? out
                       : Quoted{{}, "behind the closing quotation mark stands something more"};
        if (c != '\\') {
            out.text += c;
            continue;
        }
        const char meant = at + 1 < line.size() ? escaped(line[at + 1]) : '\0';
        if (meant == 0) return {{}, "a backslash stands before a sign that it does not belong to"};
        out.text += meant;
        ++at;
    }
    return {{}, "the closing quotation mark is missing"};
}

// Gathers the lines of a file into entries; what is wrong with one does not touch the next.
class Reader {
  public:
    Reader(const std::string& file, Sink& sink) : file_(file), sink_(sink) {}

    void line(std::string_view text) {
        ++number_;
        if (const auto fault = base::first_invalid_utf8(text); fault && !text.starts_with('#')) {
            damage(fmt::format("the byte 0x{:02X} is not UTF-8", static_cast<unsigned char>(text[*fault])));
            return;
        }
        text = trimmed(text);
        if (text.empty()) {
            if (filled_ != Filled::nothing || !damaged_.empty()) close();
        } else if (text.starts_with("#|") || text.starts_with("#~|")) {
            previous(trimmed(text.substr(text[1] == '~' ? 3 : 2)));
        } else if (text.starts_with(obsolete_mark)) {
            strings(trimmed(text.substr(obsolete_mark.size())), true);
        } else if (text.starts_with('#')) {
            comment(text);
        } else {
            strings(text, false);
        }
    }

    void end(bool whole_last_line) {
        if (!whole_last_line) damage("the file ends within this line: it was cut");
        close();
    }

    std::vector<Entry> take() && { return std::move(entries_); }

  private:
    enum class Filled { nothing, key, source, target };
    enum class Into { none, previous_key, previous_source, key, source, target };

    void damage(std::string sentence) {
        if (!damaged_.empty()) return;
        damaged_ = std::move(sentence);
        damaged_line_ = number_;
    }

    // A comment belongs to the entry that follows it.
    void begin_if_ended() {
        if (filled_ != Filled::nothing) close();
    }

    void comment(std::string_view text) {
        begin_if_ended();
        into_ = Into::none;
        if (!text.starts_with("#,")) return;
        for (std::size_t at = 2; at < text.size();) {
            const std::size_t end = std::min(text.find(',', at), text.size());
            if (trimmed(text.substr(at, end - at)) == "fuzzy") entry_.fuzzy = true;
            at = end + 1;
        }
    }

    void previous(std::string_view text) {
        if (!text.starts_with('"')) begin_if_ended();
        string_of(text, {{"msgctxt", Into::previous_key}, {"msgid", Into::previous_source}});
    }

    void strings(std::string_view text, bool obsolete) {
        const bool opens =
            text.starts_with("msgctxt") || (text.starts_with("msgid") && filled_ != Filled::key);
        if (opens && filled_ != Filled::nothing) close();
        if (obsolete) entry_.obsolete = true;
        string_of(text, {{"msgctxt", Into::key}, {"msgid", Into::source}, {"msgstr", Into::target}});
    }

    void string_of(std::string_view text, const std::vector<std::pair<std::string_view, Into>>& keywords) {
        if (!text.starts_with('"')) {
            const std::size_t end = std::min(text.find_first_of(" \t\""), text.size());
            const auto known = std::find_if(keywords.begin(), keywords.end(), [&](const auto& keyword) {
                return keyword.first == text.substr(0, end);
            });
            if (known == keywords.end()) {
                into_ = Into::none;
                return damage(fmt::format("a line of a PO file does not begin with '{}'",
                                          text.substr(0, std::min<std::size_t>(end, longest_shown))));
            }
            open(known->second);
            text = trimmed(text.substr(end));
        }
        const Quoted quoted = unquoted(text);
        if (!quoted.fault.empty()) return damage(quoted.fault);
        if (into_ == Into::none) return damage("this text belongs to nothing");
        field(into_) += quoted.text;
    }

    void open(Into into) {
        static constexpr std::array<Filled, 6> filled{Filled::nothing, Filled::nothing, Filled::nothing,
                                                      Filled::key,     Filled::source,  Filled::target};
        const Filled now = filled[static_cast<std::size_t>(into)];
        if (entry_.line == 0) entry_.line = number_;
        if (into == Into::target) {
            entry_.target_line = number_;
            if (filled_ != Filled::source) damage("there is no msgid above this msgstr");
        }
        if (now != Filled::nothing) filled_ = now;
        if (into == Into::key) has_key_ = true;
        if (into == Into::previous_source) entry_.previous = "";
        into_ = into;
    }

    std::string& field(Into into) {
        switch (into) {
            case Into::key:
                return entry_.key;
            case Into::source:
                return entry_.source;
            case Into::target:
                return entry_.target;
            case Into::previous_source:
                return *entry_.previous;
            default:
                return ignored_;
        }
    }

    void close() {
        if (filled_ == Filled::nothing && damaged_.empty()) {
            reset();
            return;
        }
        if (damaged_.empty() && filled_ != Filled::target) {
            damaged_line_ = entry_.line;
            damaged_ = "this piece has no msgstr";
        }
        if (!damaged_.empty()) {
            sink_.error(code::exchange_damaged, {file_, damaged_line_, 1},
                        has_key_ ? fmt::format("'{}': {}", entry_.key, damaged_) : damaged_,
                        "this piece is left as it was; export again, or correct the line");
        } else if (!has_key_ && !entry_.source.empty()) {
            sink_.error(code::exchange_damaged, {file_, entry_.line, 1},
                        "this piece has no msgctxt, which says where it belongs",
                        "this piece is left out; export again");
        } else {
            entries_.push_back(std::move(entry_));
        }
        reset();
    }
    void reset() {
        entry_ = {};
        filled_ = Filled::nothing;
        into_ = Into::none;
        has_key_ = false;
        damaged_.clear();
    }

    static constexpr std::size_t longest_shown = 20;

    const std::string& file_;
    Sink& sink_;
    std::vector<Entry> entries_;
    Entry entry_;
    Filled filled_ = Filled::nothing;
    Into into_ = Into::none;
    std::string ignored_, damaged_;
    std::uint32_t number_ = 0, damaged_line_ = 0;
    bool has_key_ = false;
};

// "Language: en\n…": the words of the entry that has neither key nor source.
std::vector<std::pair<std::string, std::string>> header_of(std::string_view text) {
    std::vector<std::pair<std::string, std::string>> header;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view line = text.substr(at, end - at);
        at = end + 1;
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        header.emplace_back(line.substr(0, colon), trimmed(line.substr(colon + 1)));
    }
    return header;
}

bool is_in_utf8(std::string_view content_type) {
    return content_type.empty() || base::ascii_lower(content_type).find("utf-8") != std::string::npos;
}

}  // namespace

std::optional<Catalogue> read_po(std::string_view text, const std::string& shown_file, Sink& sink) {
    if (text.starts_with(base::byte_order_mark)) text.remove_prefix(base::byte_order_mark.size());
    Sink own;
    Reader reader{shown_file, own};
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        reader.line(text.substr(at, end - at));
        at = end + 1;
    }
    reader.end(text.empty() || text.ends_with('\n'));
    Catalogue catalogue;
    catalogue.entries = std::move(reader).take();
    const auto head = std::find_if(catalogue.entries.begin(), catalogue.entries.end(), [](const Entry& one) {
        return one.key.empty() && one.source.empty() && !one.obsolete;
    });
    if (head == catalogue.entries.end()) {
        sink.error(code::exchange_damaged, {shown_file, 1, 1}, "this file has no sound PO header",
                   "save it in the translator's tool as a PO file, or export again");
        return std::nullopt;
    }
    catalogue.header = header_of(head->target);
    catalogue.entries.erase(head);
    if (!is_in_utf8(catalogue.header_value("Content-Type"))) {
        sink.error(
            code::not_utf8, {shown_file, 1, 1},
            fmt::format("this file says that it is no UTF-8: '{}'", catalogue.header_value("Content-Type")),
            "save it as UTF-8 in the translator's tool");
        return std::nullopt;
    }
    sink.take(std::move(own));
    return catalogue;
}

}  // namespace brochure::exchange
