#include "pdf/font/reading.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <utility>

#include "base/utf8.hpp"
#include "pdf/font/broken_words.hpp"

namespace brochure::pdf {

namespace {

using page::GlyphRun;

constexpr std::string_view soft_hyphen = "\xC2\xAD";
constexpr std::size_t longest_mapping =
    4;  // characters; mupdf 1.21 drops a mapping to more than 8 UTF-16 units

// Characters that only tell where lines may break, and those that PDF/UA-1 (7.21.7) forbids in a text map.
bool is_unread(char32_t c) {
    return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || c == 0xFFFE || c == 0xFFFF || c < 0x09 ||
           (c > 0x0D && c < 0x20);
}

// A glyph, where it stands in its run, and what it is read as; `apart` where glyph and text do not correspond
// one to one. In the order in which they are read.
struct ReadGlyph {
    std::optional<font::GlyphId> glyph;  // none: a space of the face that is not seen
    Length x, rise;                      // from the run's origin
    Length pen;                          // after it, where the run is read from left to right
    TextRange source;
    std::string_view text;
    bool apart = false;
    bool dropped = false;
    bool drawn = false;  // as an outline: not read
};

class Reader {
  public:
    Reader(const page::PagedDocument& document, const font::Library& fonts)
        : document_(document), fonts_(fonts), words_(document) {}

    Reading read() {
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
        const auto read_as_typed = [](char c) { return ' ' <= c && c <= '~'; };
        if (std::ranges::all_of(text, read_as_typed)) return text;  // most glyphs, and nothing is copied
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
        return run.right_to_left ? read_from_right(run) : read_from_left(run);
    }

    static std::vector<ReadGlyph> placed_glyphs(const GlyphRun& run) {
        std::vector<ReadGlyph> placed;
        placed.reserve(run.glyphs.size());
        Length pen;
        for (const page::PlacedGlyph& glyph : run.glyphs) {
            const Length x = pen + glyph.offset.x;
            pen += glyph.advance;
            placed.push_back({glyph.id, x, glyph.offset.y, pen, glyph.source, {}});
        }
        return placed;
    }

    std::vector<ReadGlyph> read_from_left(const GlyphRun& run) {
        std::vector<ReadGlyph> read = placed_glyphs(run);
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

    // From right to left, letter by letter: [first, end) of the run's glyphs are a letter and its marks.
    std::vector<ReadGlyph> read_from_right(const GlyphRun& run) {
        const std::vector<ReadGlyph> placed = placed_glyphs(run);
        std::vector<ReadGlyph> read;
        read.reserve(placed.size());
        for (std::size_t end = placed.size(); end > 0;) {
            std::size_t first = end - 1;
            while (first > 0 && leans_on_right(run, first - 1)) --first;
            read_letter(run, placed, first, end, read);
            end = first;
        }
        return read;
    }

    // Whether a glyph belongs to the letter at its right: a mark, or a further glyph of its cluster.
    static bool leans_on_right(const GlyphRun& run, std::size_t i) {
        return run.glyphs[i].advance == Length{} || run.glyphs[i + 1].source.empty();
    }

    // The letter is read as its first character, spaces that are not seen as the others: the marks over it,
    // the alef of a lam with alef. Each stands a little more to the left, so that the order of the places is
    // that of the text. What else belongs to the letter is drawn.
    void read_letter(const GlyphRun& run, const std::vector<ReadGlyph>& placed, std::size_t first,
                     std::size_t end, std::vector<ReadGlyph>& read) {
        std::size_t letter = end - 1;
        TextRange source = placed[letter].source;
        for (std::size_t i = first; i < end; ++i) {
            source.begin = std::min(source.begin, placed[i].source.begin);
            source.end = std::max(source.end, placed[i].source.end);
            if (run.glyphs[i].advance > run.glyphs[letter].advance) letter = i;
        }
        std::string_view rest = read_range(run, source.begin, source.end);
        const auto next = [&rest] {
            const std::string_view one = rest.substr(0, base::code_point_at(rest, 0).length);
            rest.remove_prefix(one.size());
            return one;
        };
        ReadGlyph& seen = read.emplace_back(placed[letter]);
        seen.source = source;
        seen.text = rest.empty() ? soft_hyphen : next();
        for (std::size_t i = first; i < end; ++i) {
            if (i == letter) continue;
            read.push_back(placed[i]);
            read.back().source = {source.end, source.end};
            read.back().drawn = true;
        }
        const Length step = run.size / 50;
        for (Length x = placed[letter].x - step; !rest.empty(); x -= step)
            read.push_back({std::nullopt, x, {}, {}, {source.end, source.end}, next()});
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

    // Glyphs [first, last) as a piece, and after them a space that is not seen and is read as `after`, if
    // that is not empty and the face has a space.
    RunPiece piece(const GlyphRun& run, const std::vector<ReadGlyph>& read, std::size_t first,
                   std::size_t last, std::string_view after = {}) {
        RunPiece piece{&run, used_face(run), {}, {}, {}, {}};
        UsedFace& face = result_.faces[piece.face];
        const std::size_t most = last - first + (after.empty() ? 0 : 1);
        piece.uses.reserve(most);
        piece.x.reserve(most);
        piece.rise.reserve(most);
        piece.unseen.reserve(most);
        const auto show = [&](font::GlyphId glyph, std::string_view text, Length x, Length rise,
                              bool unseen = false) {
            piece.uses.push_back(face.codes.use(glyph, text).index);
            piece.x.push_back(x);
            piece.rise.push_back(rise);
            piece.unseen.push_back(unseen);
        };
        piece.end = first > 0 ? read[first - 1].pen : Length{};
        for (std::size_t i = first; i < last; ++i) {
            piece.end = run.right_to_left ? std::min(read[i].x, Length{}) : read[i].pen;
            if (read[i].drawn) {
                piece.drawn.push_back({outline(run.face, *read[i].glyph), read[i].x, read[i].rise});
                continue;
            }
            if (read[i].dropped || (!read[i].glyph && !face.space)) continue;
            show(read[i].glyph.value_or(face.space.value_or(0)), read[i].text, read[i].x, read[i].rise,
                 !read[i].glyph);
        }
        if (!after.empty() && face.space) show(*face.space, after, piece.end, {});
        return piece;
    }

    // A space of the text that is not seen: the line ends at it.
    static std::string_view space_after(const GlyphRun& run) { return run.space_follows ? " " : ""; }

    // Marks a place in a run, and is not read: no reader takes a soft hyphen for a character. Where a glyph
    // has one code it stays a space, or all spaces of the face would be lost.
    RunPiece place_mark(const GlyphRun& run, const std::vector<ReadGlyph>& read, std::size_t at) {
        const bool one_code = result_.faces[used_face(run)].codes.one_code_per_glyph();
        RunPiece mark = piece(run, read, at, at, one_code ? std::string_view{" "} : soft_hyphen);
        mark.only_a_place = true;
        return mark;
    }

    // An outline's place among those of the result.
    std::size_t outline(font::FaceId face, font::GlyphId glyph) {
        const auto [at, is_new] = outlines_.try_emplace({face, glyph}, result_.outlines.size());
        if (is_new) result_.outlines.push_back(fonts_.outline(face, glyph));
        return at->second;
    }

    static void add(Sequence& sequence, RunPiece piece) {
        if (!piece.uses.empty()) sequence.marks.emplace_back(std::move(piece));
    }

    // ---- runs

    void read_run(const RunPlace& place, const Belongs& belongs) {
        const GlyphRun& run = *place.run;
        std::vector<ReadGlyph> read = read_glyphs(run);
        if (std::holds_alternative<page::Artifact>(belongs)) {
            add(open(belongs), piece(run, read, 0, read.size(), space_after(run)));
            return;
        }
        std::size_t first = 0;
        if (const auto joined = joined_.find(&run); joined != joined_.end()) {
            first = joined->second;
        } else if (const auto elsewhere = read_elsewhere_.find(&run); elsewhere != read_elsewhere_.end()) {
            first = elsewhere->second;
            read_silently(run, read, 0, first, belongs);
        } else if (const auto behind = read_behind_.find(&run); behind != read_behind_.end()) {
            first = behind->second.end;
            read_behind(run, read, behind->second, belongs);
        }
        const auto broken = first < read.size() ? words_.at_end_of(place) : std::nullopt;
        if (!broken) return read_plainly(run, read, first, read.size(), space_after(run), belongs);

        std::size_t word = read.size();
        while (word > first && !is_space(read[word - 1].text)) --word;
        read_plainly(run, read, first, word, {}, belongs);
        const bool at_its_end = broken->is_followed && (word > 0 || !words_.is_preceded(place));
        if (broken->on_one_page)
            read_joined(run, read, word, *broken, at_its_end, belongs);
        else if (at_its_end)
            read_later(run, read, word, *broken, belongs);
        else
            read_ahead(run, read, word, *broken, belongs);
    }

    // Nothing here: the word is read in another place.
    void read_silently(const GlyphRun& run, std::vector<ReadGlyph> read, std::size_t first, std::size_t last,
                       const Belongs& belongs) {
        for (ReadGlyph& glyph : read) glyph.text = soft_hyphen;
        add(open(belongs, ""), piece(run, read, first, last));
    }

    // Text that stands on one line, but words in which glyphs and characters do not correspond get
    // ActualText.
    void read_plainly(const GlyphRun& run, const std::vector<ReadGlyph>& read, std::size_t first,
                      std::size_t last, std::string_view after, const Belongs& belongs) {
        FaceCodes& codes = result_.faces[used_face(run)].codes;
        const auto apart = [&](std::size_t i) {
            return read[i].apart || (codes.one_code_per_glyph() && read[i].glyph &&
                                     !codes.use(*read[i].glyph, read[i].text).reads_as_asked);
        };
        std::size_t plain = first;
        for (std::size_t i = first; i < last;) {
            std::size_t end = i;
            bool troubled = false;
            while (end < last && !is_space(read[end].text)) troubled = apart(end++) || troubled;
            if (troubled) {
                if (plain < i) add(open(belongs), piece(run, read, plain, i));
                const TextRange range = source_of(read, i, end);
                add(open(belongs, std::string(read_range(run, range.begin, range.end))),
                    piece(run, read, i, end));
                plain = end;
            }
            i = end == i ? end + 1 : end;
        }
        add(open(belongs), piece(run, read, plain, last, after));
    }

    // The text that glyphs [first, last) stand for; an added hyphen stands for none.
    static TextRange source_of(const std::vector<ReadGlyph>& glyphs, std::size_t first, std::size_t last) {
        std::optional<TextRange> range;
        for (std::size_t i = first; i < last; ++i) {
            const TextRange source = glyphs[i].source;
            if (source.empty()) continue;
            if (!range) range = source;
            range->begin = std::min(range->begin, source.begin);
            range->end = std::max(range->end, source.end);
        }
        return range.value_or(TextRange{});
    }

    // ---- words over two lines

    // A word that is read on the page where it ends.
    struct Behind {
        std::uint32_t begin = 0;  // of the word in the text
        std::size_t end = 0;      // in the glyphs of the run
    };

    // A place mark before or behind the glyphs puts the word on the line of its end or of its beginning.
    void read_joined(const GlyphRun& run, const std::vector<ReadGlyph>& read, std::size_t word,
                     const BrokenWord& broken, bool at_its_end, const Belongs& belongs) {
        Sequence& sequence =
            open(belongs, std::string(read_range(run, source_of(read, word, read.size()).begin, broken.end)));
        const GlyphRun& last = *broken.rests.back().run;
        if (at_its_end) add(sequence, place_mark(last, read_glyphs(last), 0));
        add(sequence, piece(run, read, word, read.size(), space_after(run)));
        for (const BrokenWord::Rest& rest : broken.rests) {
            const bool goes_on = &rest != &broken.rests.back();
            add(sequence,
                piece(*rest.run, read_glyphs(*rest.run), 0, rest.end, goes_on ? space_after(*rest.run) : ""));
            joined_[rest.run] = rest.end;
        }
        if (!at_its_end) add(sequence, place_mark(run, read, read.size()));
    }

    // The rest of the word is read from unseen spaces behind the hyphen.
    void read_ahead(const GlyphRun& run, const std::vector<ReadGlyph>& read, std::size_t word,
                    const BrokenWord& broken, const Belongs& belongs) {
        const TextRange here = source_of(read, word, read.size());
        RunPiece ahead = piece(run, read, word, read.size());
        read_from_spaces(ahead, read_range(run, here.end, broken.end));
        add(open(belongs, std::string(read_range(run, here.begin, broken.end))), std::move(ahead));
        for (const BrokenWord::Rest& further : broken.rests) read_elsewhere_[further.run] = further.end;
    }

    // The other way round: the word is read where it ends.
    void read_later(const GlyphRun& run, const std::vector<ReadGlyph>& read, std::size_t word,
                    const BrokenWord& broken, const Belongs& belongs) {
        read_silently(run, read, word, read.size(), belongs);
        for (const BrokenWord::Rest& further : broken.rests) read_elsewhere_[further.run] = further.end;
        const BrokenWord::Rest& last = broken.rests.back();
        read_elsewhere_.erase(last.run);
        read_behind_[last.run] = {source_of(read, word, read.size()).begin, last.end};
    }

    void read_behind(const GlyphRun& run, const std::vector<ReadGlyph>& read, const Behind& word,
                     const Belongs& belongs) {
        const TextRange here = source_of(read, 0, word.end);
        RunPiece before = piece(run, read, 0, 0);
        read_from_spaces(before, read_range(run, word.begin, here.begin));
        Sequence& sequence = open(belongs, std::string(read_range(run, word.begin, here.end)));
        add(sequence, std::move(before));
        add(sequence, piece(run, read, 0, word.end));
    }

    // Text without glyphs: read from spaces at the piece's end.
    void read_from_spaces(RunPiece& piece, std::string_view text) {
        UsedFace& face = result_.faces[piece.face];
        while (face.space && !text.empty()) {
            std::size_t length = 0;
            for (std::size_t characters = 0; characters < longest_mapping && length < text.size();
                 ++characters)
                length += base::code_point_at(text, length).length;
            piece.uses.push_back(face.codes.use(*face.space, text.substr(0, length)).index);
            piece.x.push_back(piece.end);
            piece.rise.push_back({});
            piece.unseen.push_back(false);
            text.remove_prefix(length);
        }
    }

    const page::PagedDocument& document_;
    const font::Library& fonts_;
    BrokenWords words_;
    Reading result_;
    std::vector<Sequence>* sequences_ = nullptr;
    std::map<std::pair<font::FaceId, font::GlyphId>, std::size_t> outlines_;
    std::unordered_map<const GlyphRun*, std::size_t> joined_;          // read up to here with the line before
    std::unordered_map<const GlyphRun*, std::size_t> read_elsewhere_;  // the same, on another page
    std::unordered_map<const GlyphRun*, Behind> read_behind_;
};

}  // namespace

Reading read_pages(const page::PagedDocument& document, const font::Library& fonts) {
    return Reader(document, fonts).read();
}

}  // namespace brochure::pdf
