#include "pdf/reading.hpp"

#include <algorithm>
#include <unordered_map>

#include "base/utf8.hpp"

namespace brochure::pdf {

namespace {

using page::GlyphRun;

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::size_t longest_mapping =
    4;  // characters; mupdf 1.21 drops a mapping to more than 8 UTF-16 units

bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x202F ||
           (c >= 0x2000 && c <= 0x200A);
}

bool is_space(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const base::CodePoint c = base::code_point_at(text, at);
        if (!is_space(c.value)) return false;
        at += c.length;
    }
    return !text.empty();
}

// Characters that only tell where lines may break, and those that PDF/UA-1 (7.21.7) forbids in a text map.
bool is_unread(char32_t c) {
    return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF || c < 0x09 ||
           (c > 0x0D && c < 0x20);
}

struct RunPlace {
    std::size_t page = 0, item = 0;
    const GlyphRun* run = nullptr;
};

// A glyph and what it is read as; `apart` where glyph and text do not correspond one to one.
struct ReadGlyph {
    std::string_view text;
    bool apart = false;
    bool dropped = false;
};

class Reader {
  public:
    Reader(const page::PagedDocument& document, const font::Library& fonts)
        : document_(document), fonts_(fonts) {}

    Reading read() {
        for (std::size_t p = 0; p < document_.pages.size(); ++p) {
            const auto& items = document_.pages[p].items;
            for (std::size_t i = 0; i < items.size(); ++i) {
                const auto* run = std::get_if<GlyphRun>(&items[i].content);
                if (run != nullptr && run->continues_word) continuing_.push_back({p, i, run});
            }
        }
        for (std::size_t p = 0; p < document_.pages.size(); ++p) read_page(p);
        for (UsedFace& face : result_.faces) {
            face.codes.settle([&](font::GlyphId glyph) { return fonts_.character_id(face.id, glyph); });
        }
        return std::move(result_);
    }

  private:
    void read_page(std::size_t number) {
        sequences_ = &result_.pages.emplace_back();
        const auto& items = document_.pages[number].items;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const page::Item& item = items[i];
            if (const auto* run = std::get_if<GlyphRun>(&item.content))
                read_run({number, i, run}, item.belongs);
            else if (const auto* rect = std::get_if<page::FilledRect>(&item.content))
                open(item.belongs).marks.emplace_back(rect);
            else if (const auto* line = std::get_if<page::StrokedLine>(&item.content))
                open(item.belongs).marks.emplace_back(line);
            else
                open(item.belongs).marks.emplace_back(&std::get<page::PlacedPicture>(item.content));
        }
    }

    Sequence& open(const Belongs& belongs) {
        if (sequences_->empty() || sequences_->back().belongs != belongs || sequences_->back().actual_text)
            sequences_->push_back({belongs, std::nullopt, {}});
        return sequences_->back();
    }

    Sequence& open(const Belongs& belongs, std::string actual_text) {
        sequences_->push_back({belongs, std::move(actual_text), {}});
        return sequences_->back();
    }

    // ---- texts

    [[nodiscard]] std::string_view paragraph(const GlyphRun& run) const {
        if (!run.text.valid() || run.text.index() >= document_.texts.size()) return {};
        return document_.texts[run.text];
    }

    // The text without what is not read; line ends become spaces.
    std::string_view cleaned(std::string_view text) {
        std::string clean;
        for (std::size_t at = 0; at < text.size();) {
            const base::CodePoint c = base::code_point_at(text, at);
            if (c.value == '\n' || c.value == '\t' || c.value == '\r')
                clean += ' ';
            else if (!is_unread(c.value))
                clean += text.substr(at, c.length);
            at += c.length;
        }
        if (clean == text) return text;
        return result_.texts.emplace_back(std::move(clean));
    }

    std::string_view read_range(const GlyphRun& run, std::uint32_t begin, std::uint32_t end) {
        const std::string_view text = paragraph(run);
        end = std::min(end, static_cast<std::uint32_t>(text.size()));
        return begin < end ? cleaned(text.substr(begin, end - begin)) : std::string_view{};
    }

    std::vector<ReadGlyph> read_glyphs(const GlyphRun& run) {
        std::vector<ReadGlyph> read(run.glyphs.size());
        for (std::size_t i = 0; i < read.size(); ++i) {
            const page::PlacedGlyph& glyph = run.glyphs[i];
            const bool added = run.ends_in_added_hyphen && i + 1 == read.size();
            read[i].text = added ? soft_hyphen : read_range(run, glyph.source.begin, glyph.source.end);
            if (added) continue;
            if (read[i].text.empty()) {
                read[i].dropped = !glyph.source.empty() && glyph.advance == Length{};
                read[i].text = soft_hyphen;
            }
            // Further glyphs of a cluster, and marks, which poppler would take for words of their own.
            const bool leans = glyph.source.empty() || (glyph.advance == Length{} && !read[i].dropped);
            if (leans && i > 0) read[i].apart = read[i - 1].apart = true;
        }
        return read;
    }

    // ---- pieces

    std::size_t used_face(const GlyphRun& run) {
        for (std::size_t i = 0; i < result_.faces.size(); ++i) {
            if (result_.faces[i].id == run.face) return i;
        }
        UsedFace face{run.face, FaceCodes(fonts_.descriptor(run.face).cff), std::nullopt};
        if (fonts_.has_glyph(run.face, ' ')) {
            const auto shaped = fonts_.shape(run.face, run.size, " ", {0, 1}, {});
            if (shaped.size() == 1 && shaped.front().id != 0) face.space = shaped.front().id;
        }
        result_.faces.push_back(std::move(face));
        return result_.faces.size() - 1;
    }

    static Length pen_before(const GlyphRun& run, std::size_t index) {
        Length pen;
        for (std::size_t i = 0; i < index; ++i) pen += run.glyphs[i].advance;
        return pen;
    }

    // Glyphs [first, last) as a piece, and an unseen space after them if asked for and there is one in the
    // face.
    RunPiece piece(const GlyphRun& run, const std::vector<ReadGlyph>& read, std::size_t first,
                   std::size_t last, bool space) {
        RunPiece piece{&run, used_face(run), {}, {}, {}, {}, {}};
        UsedFace& face = result_.faces[piece.face];
        piece.start = {run.origin.x + pen_before(run, first), run.origin.y};
        Length pen;
        for (std::size_t i = first; i < last; ++i) {
            const page::PlacedGlyph& glyph = run.glyphs[i];
            if (!read[i].dropped) {
                piece.uses.push_back(face.codes.use(glyph.id, read[i].text).index);
                piece.x.push_back(pen + glyph.offset.x);
                piece.rise.push_back(glyph.offset.y);
            }
            pen += glyph.advance;
        }
        if (space && face.space) {
            piece.uses.push_back(face.codes.use(*face.space, " ").index);
            piece.x.push_back(pen);
            piece.rise.push_back({});
        }
        piece.end = pen;
        return piece;
    }

    static void add(Sequence& sequence, RunPiece piece) {
        if (!piece.uses.empty()) sequence.marks.emplace_back(std::move(piece));
    }

    // ---- runs

    void read_run(const RunPlace& place, const Belongs& belongs) {
        const GlyphRun& run = *place.run;
        std::vector<ReadGlyph> read = read_glyphs(run);
        if (std::holds_alternative<page::Artifact>(belongs)) {
            add(open(belongs), piece(run, read, 0, read.size(), run.space_follows));
            return;
        }
        std::size_t first = 0;
        if (const auto joined = joined_.find(&run); joined != joined_.end()) {
            first = joined->second;
        } else if (const auto before = read_before_.find(&run); before != read_before_.end()) {
            first = before->second;
            std::vector<ReadGlyph> silent = read;
            for (ReadGlyph& glyph : silent) glyph.text = soft_hyphen;
            add(open(belongs, ""), piece(run, silent, 0, first, false));
        }
        const std::optional<Broken> broken = first < read.size() ? broken_word(place) : std::nullopt;
        if (!broken) return read_plainly(run, read, first, read.size(), run.space_follows, belongs);

        std::size_t word = read.size();
        while (word > first && !is_space(read[word - 1].text)) --word;
        read_plainly(run, read, first, word, false, belongs);
        if (broken->on_one_page)
            read_joined(run, read, word, *broken, belongs);
        else
            read_ahead(run, read, word, *broken, belongs);
    }

    // Text that stands on one line, but words in which glyphs and characters do not correspond get
    // ActualText.
    void read_plainly(const GlyphRun& run, const std::vector<ReadGlyph>& read, std::size_t first,
                      std::size_t last, bool space, const Belongs& belongs) {
        FaceCodes& codes = result_.faces[used_face(run)].codes;
        const auto apart = [&](std::size_t i) {
            return read[i].apart ||
                   (codes.one_code_per_glyph() && !codes.use(run.glyphs[i].id, read[i].text).reads_as_asked);
        };
        std::size_t plain = first;
        for (std::size_t i = first; i < last;) {
            std::size_t end = i;
            bool troubled = false;
            while (end < last && !is_space(read[end].text)) troubled = apart(end++) || troubled;
            if (troubled) {
                if (plain < i) add(open(belongs), piece(run, read, plain, i, false));
                const TextRange range = source_of(run, i, end);
                add(open(belongs, std::string(read_range(run, range.begin, range.end))),
                    piece(run, read, i, end, false));
                plain = end;
            }
            i = end == i ? end + 1 : end;
        }
        add(open(belongs), piece(run, read, plain, last, space));
    }

    // The text that glyphs [first, last) stand for; an added hyphen stands for none.
    static TextRange source_of(const GlyphRun& run, std::size_t first, std::size_t last) {
        std::optional<TextRange> range;
        for (std::size_t i = first; i < last; ++i) {
            const TextRange source = run.glyphs[i].source;
            if (source.empty()) continue;
            if (!range) range = source;
            range->begin = std::min(range->begin, source.begin);
            range->end = std::max(range->end, source.end);
        }
        return range.value_or(TextRange{});
    }

    // ---- words over two lines

    struct Broken {
        struct Rest {
            const GlyphRun* run = nullptr;
            std::size_t end = 0;  // of the word, in its glyphs
        };
        std::vector<Rest> rests;  // one a further line
        bool on_one_page = true;
        std::uint32_t end = 0;  // of the word in the text
    };

    std::optional<Broken> broken_word(const RunPlace& place) {
        Broken broken;
        for (RunPlace at = place;;) {
            const std::optional<RunPlace> next = next_line(at);
            if (!next) break;
            broken.on_one_page = broken.on_one_page && follows(at, *next);
            const std::vector<ReadGlyph> read = read_glyphs(*next->run);
            std::size_t end = 0;
            while (end < read.size() && !is_space(read[end].text)) ++end;
            if (end == 0) break;
            broken.rests.push_back({next->run, end});
            broken.end = source_of(*next->run, 0, end).end;
            if (end < read.size()) break;
            at = *next;
        }
        if (broken.rests.empty()) return std::nullopt;
        return broken;
    }

    // The run that goes on with the word at the end of this one.
    std::optional<RunPlace> next_line(const RunPlace& place) const {
        const GlyphRun& run = *place.run;
        if (run.glyphs.empty() || run.glyphs.front().source.begin > run.glyphs.back().source.end)
            return std::nullopt;  // right to left: not hyphenated
        const std::uint32_t end = source_of(run, 0, run.glyphs.size()).end;
        if (run.ends_in_added_hyphen || run.word_goes_on) {
            // At the very end of one run and the start of the next; between them at most a soft hyphen of the
            // text.
            for (const RunPlace& next : continuing_) {
                const std::uint32_t begin = source_of(*next.run, 0, next.run->glyphs.size()).begin;
                if (next.run->text == run.text && begin >= end && begin - end <= soft_hyphen.size() &&
                    std::pair(next.page, next.item) > std::pair(place.page, place.item))
                    return next;
            }
            return std::nullopt;
        }
        const TextRange last = run.glyphs.back().source;
        const std::string_view text = paragraph(run);
        if (last.empty() || last.end > text.size() || last.of(text) != "-") return std::nullopt;
        const auto& items = document_.pages[place.page].items;
        for (std::size_t i = place.item + 1; i < items.size(); ++i) {
            const auto* next = std::get_if<GlyphRun>(&items[i].content);
            if (next == nullptr) continue;
            const RunPlace found{place.page, i, next};
            if (next->text == run.text && !next->glyphs.empty() && next->origin.y > run.origin.y &&
                next->glyphs.front().source.begin >= last.end && follows(place, found))
                return found;
            break;
        }
        return std::nullopt;
    }

    // Nothing lies between the two but thin lines, which may as well be painted after both.
    [[nodiscard]] bool follows(const RunPlace& a, const RunPlace& b) const {
        if (a.page != b.page) return false;
        const auto& items = document_.pages[a.page].items;
        if (items[a.item].belongs != items[b.item].belongs) return false;
        return std::all_of(items.begin() + static_cast<std::ptrdiff_t>(a.item) + 1,
                           items.begin() + static_cast<std::ptrdiff_t>(b.item), [](const page::Item& item) {
                               return std::holds_alternative<page::Artifact>(item.belongs) &&
                                      std::holds_alternative<page::StrokedLine>(item.content);
                           });
    }

    void read_joined(const GlyphRun& run, const std::vector<ReadGlyph>& read, std::size_t word,
                     const Broken& broken, const Belongs& belongs) {
        Sequence& sequence =
            open(belongs, std::string(read_range(run, source_of(run, word, read.size()).begin, broken.end)));
        add(sequence, piece(run, read, word, read.size(), run.space_follows));
        for (const Broken::Rest& rest : broken.rests) {
            const bool goes_on = &rest != &broken.rests.back();
            add(sequence,
                piece(*rest.run, read_glyphs(*rest.run), 0, rest.end, goes_on && rest.run->space_follows));
            joined_[rest.run] = rest.end;
        }
        add(sequence, piece(run, read, read.size(), read.size(), true));
    }

    // The rest of the word is read from unseen spaces behind the hyphen.
    void read_ahead(const GlyphRun& run, const std::vector<ReadGlyph>& read, std::size_t word,
                    const Broken& broken, const Belongs& belongs) {
        const TextRange here = source_of(run, word, read.size());
        RunPiece ahead = piece(run, read, word, read.size(), false);
        UsedFace& face = result_.faces[ahead.face];
        std::string_view rest = read_range(run, here.end, broken.end);
        while (face.space && !rest.empty()) {
            std::size_t length = 0;
            for (std::size_t characters = 0; characters < longest_mapping && length < rest.size();
                 ++characters)
                length += base::code_point_at(rest, length).length;
            ahead.uses.push_back(face.codes.use(*face.space, rest.substr(0, length)).index);
            ahead.x.push_back(ahead.end);
            ahead.rise.push_back({});
            rest.remove_prefix(length);
        }
        add(open(belongs, std::string(read_range(run, here.begin, broken.end))), std::move(ahead));
        for (const Broken::Rest& further : broken.rests) read_before_[further.run] = further.end;
    }

    const page::PagedDocument& document_;
    const font::Library& fonts_;
    Reading result_;
    std::vector<Sequence>* sequences_ = nullptr;
    std::vector<RunPlace> continuing_;
    std::unordered_map<const GlyphRun*, std::size_t> joined_;       // read up to here with the line before
    std::unordered_map<const GlyphRun*, std::size_t> read_before_;  // the same on the page before
};

}  // namespace

Reading read_pages(const page::PagedDocument& document, const font::Library& fonts) {
    return Reader(document, fonts).read();
}

}  // namespace brochure::pdf
