#include "text/itemize.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <string>

#include "base/utf8.hpp"
#include "diag/codes.hpp"
#include "text/characters.hpp"
#include "text/han_spacing.hpp"
#include "text/line_ends.hpp"
#include "unicode/unicode.hpp"

namespace brochure::text {

namespace {

constexpr font::ScriptTag latin{'L', 'a', 't', 'n'};

// Digits and punctuation alone have no script of their own; Latin's rules then set them as beside Latin
// words.
font::ScriptTag known_script(font::ScriptTag script) {
    constexpr font::ScriptTag common{'Z', 'y', 'y', 'y'};
    constexpr font::ScriptTag inherited{'Z', 'i', 'n', 'h'};
    constexpr font::ScriptTag unknown{'Z', 'z', 'z', 'z'};
    return script == common || script == inherited || script == unknown ? latin : script;
}

// Whether the face can show the character, itself or by HarfBuzz's own substitutes: a space of another width
// for a missing space, a hyphen for a missing no-break hyphen, nothing for the invisible.
bool shows(const font::Library& fonts, font::FaceId face, char32_t c) {
    if (fonts.has_glyph(face, c)) return true;
    if (unicode::is_default_ignorable(c) || unicode::is_white_space(c)) return true;
    return c == 0x2011 && fonts.has_glyph(face, 0x2010);
}

class Itemizer {
  public:
    Itemizer(const style::StyledParagraph& paragraph, font::Library& fonts, FaceMemo& memo, Sink& sink)
        : paragraph_(paragraph),
          fonts_(fonts),
          memo_(memo),
          sink_(sink),
          grapheme_starts_(grapheme_start_flags(paragraph.text)) {}

    std::vector<ShapedRun> items() {
        for (const ShapedRun& stretch : stretches()) split_by_face(stretch);
        return std::move(items_);
    }

  private:
    // Styled runs parted by script and direction.
    [[nodiscard]] std::vector<ShapedRun> stretches() const {
        const std::vector<unicode::ScriptRun> scripts =
            unicode::script_runs(paragraph_.text, paragraph_.language);
        const std::vector<unicode::BidiRun> levels =
            unicode::bidi_runs(paragraph_.text, paragraph_.right_to_left, paragraph_.isolates);
        std::vector<ShapedRun> stretches;
        std::size_t script = 0;
        std::size_t level = 0;
        std::uint32_t begin = 0;
        for (std::size_t styled = 0; styled < paragraph_.runs.size(); ++styled) {
            const TextRange range{std::max(begin, paragraph_.runs[styled].range.begin),
                                  whole_letters_up_to(paragraph_.runs[styled].range.end)};
            begin = range.end;
            for (std::uint32_t at = range.begin; at < range.end;) {
                while (scripts[script].range.end <= at) ++script;
                while (levels[level].range.end <= at) ++level;
                ShapedRun stretch;
                stretch.styled_run = styled;
                stretch.script = known_script(scripts[script].script);
                stretch.level = levels[level].level;
                if (at == levels[level].range.begin) stretch.mark_before = levels[level].mark_before;
                stretch.range = {at,
                                 std::min({range.end, scripts[script].range.end, levels[level].range.end})};
                at = stretch.range.end;
                // Figures in Arabic and Hebrew are those of the Latin letters beside which they may stand.
                if (right_to_left_script(stretch.script) && !right_to_left(stretch)) stretch.script = latin;
                // UAX 24 gives a space after a Hebrew word to Hebrew; where its direction is the next word's,
                // so is its script.
                if (!stretches.empty() && same_but_script(stretches.back(), stretch) &&
                    !has_letter(stretches.back().range) && !sets_solid(stretches.back().script) &&
                    !sets_solid(stretch.script)) {
                    stretch.range.begin = stretches.back().range.begin;
                    stretch.mark_before = stretches.back().mark_before;
                    stretches.back() = stretch;
                } else {
                    stretches.push_back(stretch);
                }
            }
        }
        return stretches;
    }

    // Where a change of style takes effect: a letter keeps its marks, and a lam its alef, with which it is
    // one shape.
    [[nodiscard]] std::uint32_t whole_letters_up_to(std::uint32_t end) const {
        const auto size = static_cast<std::uint32_t>(paragraph_.text.size());
        const auto next_letter = [&](std::uint32_t at) {
            while (at < size && !grapheme_starts_[at]) ++at;
            return at;
        };
        end = next_letter(end);
        if (end == 0 || end == size || !is_alef(base::code_point_at(paragraph_.text, end).value)) return end;
        std::uint32_t letter = end - 1;
        while (letter > 0 && !grapheme_starts_[letter]) --letter;
        const bool lam = base::code_point_at(paragraph_.text, letter).value == 0x644;
        return lam ? next_letter(end + 1) : end;
    }

    static bool is_alef(char32_t c) {
        return c == 0x622 || c == 0x623 || c == 0x625 || c == 0x627 || (c >= 0x671 && c <= 0x673) ||
               c == 0x675;
    }

    static bool right_to_left_script(font::ScriptTag script) {
        return script == font::ScriptTag{'A', 'r', 'a', 'b'} || script == font::ScriptTag{'H', 'e', 'b', 'r'};
    }

    static bool same_but_script(const ShapedRun& a, const ShapedRun& b) {
        return a.styled_run == b.styled_run && a.level == b.level && b.mark_before == unicode::no_mark;
    }

    [[nodiscard]] bool has_letter(TextRange range) const {
        for (std::uint32_t at = range.begin; at < range.end;) {
            const base::CodePoint point = base::code_point_at(paragraph_.text, at);
            if (unicode::is_letter(point.value)) return true;
            at += static_cast<std::uint32_t>(point.length);
        }
        return false;
    }

    // Appends the run's pieces, each with its face.
    void split_by_face(const ShapedRun& run) {
        letter_face_.reset();
        query_ = paragraph_.runs[run.styled_run].style.face;
        faces_ = &memo_.faces[{query_, run.script}];
        if (query_.italic && !paragraph_.style->face.italic && !is_italic(run)) set_bold(run);
        for (std::uint32_t at = run.range.begin; at < run.range.end;) {
            const std::uint32_t end = cluster_end(at, run.range.end);
            if (is_line_separator(base::code_point_at(paragraph_.text, at).value)) {
                at = end;
                continue;
            }
            if (const auto face = face_of({at, end}, run)) append(run, *face, {at, end});
            at = end;
        }
    }

    // Whether the letters of the stretch have an italic face. Where it has none, there is nothing to stress.
    [[nodiscard]] bool is_italic(const ShapedRun& run) {
        for (std::uint32_t at = run.range.begin; at < run.range.end;) {
            const base::CodePoint point = base::code_point_at(paragraph_.text, at);
            at += static_cast<std::uint32_t>(point.length);
            if (!unicode::is_letter(point.value)) continue;
            const auto face = known_face(point.value, run);
            return !face || fonts_.descriptor(*face).italic;
        }
        return true;
    }

    // What an author stresses is seen to be stressed.
    void set_bold(const ShapedRun& run) {
        constexpr int bold_weight = 700;
        query_.italic = false;
        query_.weight = std::max(query_.weight, bold_weight);
        faces_ = &memo_.faces[{query_, run.script}];
        sink_.warning(
            diag::code::italic_missing, place_of(paragraph_, run.range.begin),
            fmt::format("The family '{}' has no italic letters for this script: words between single "
                        "asterisks are set bold.",
                        query_.family),
            "Write **words** for bold, or add an italic face to the family.");
    }

    void append(const ShapedRun& run, font::FaceId face, TextRange cluster) {
        const bool marked = run.mark_before != unicode::no_mark && cluster.begin == run.range.begin;
        if (!items_.empty() && !marked) {
            ShapedRun& last = items_.back();
            const bool same = last.styled_run == run.styled_run && last.level == run.level &&
                              last.script == run.script && last.face == face &&
                              last.range.end == cluster.begin;
            if (same) {
                last.range.end = cluster.end;
                return;
            }
        }
        ShapedRun& item = items_.emplace_back(run);
        item.face = face;
        item.range = cluster;
        if (!marked) item.mark_before = unicode::no_mark;
    }

    [[nodiscard]] std::uint32_t cluster_end(std::uint32_t at, std::uint32_t limit) const {
        std::uint32_t end = at + 1;
        while (end < limit && !grapheme_starts_[end]) ++end;
        return end;
    }

    std::optional<font::FaceId> known_face(char32_t c, const ShapedRun& run) {
        const auto [at, is_new] = faces_->try_emplace(c);
        if (is_new) at->second = fonts_.face_for(query_, c, run.script, sink_);
        return at->second;
    }

    [[nodiscard]] bool shows(font::FaceId face, char32_t c) const {
        constexpr unsigned bits_of_a_character = 32;
        const auto [at, is_new] =
            memo_.shows.try_emplace(std::uint64_t{face.index()} << bits_of_a_character | c);
        if (is_new) at->second = text::shows(fonts_, face, c);
        return at->second;
    }

    // One face for a letter with all its marks; nothing only if the family has no face at all.
    std::optional<font::FaceId> face_of(TextRange cluster, const ShapedRun& run) {
        const std::string_view text = cluster.of(paragraph_.text);
        const base::CodePoint base = base::code_point_at(text, 0);

        // What is no letter stays with the letters before it, so that a space or a comma does not change
        // face.
        const bool letter = unicode::is_letter(base.value);
        if (!letter && letter_face_ && shows_all(*letter_face_, text)) return letter_face_;
        std::optional<font::FaceId> face = known_face(base.value, run);
        if (!face) {
            face = letter_face_ ? letter_face_ : fonts_.first_face(query_, sink_);
            if (face && !shows_all(*face, text)) report_missing(base.value, run, cluster.begin);
        } else if (base.length < text.size() && !shows_all(*face, text)) {
            face = face_for_marks(*face, cluster, static_cast<std::uint32_t>(base.length), run);
        }
        if (letter) letter_face_ = face;
        return face;
    }

    // A face that has one of the marks may have the letter as well; else the letter's own face shows what it
    // can.
    font::FaceId face_for_marks(font::FaceId face, TextRange cluster, std::uint32_t letter_bytes,
                                const ShapedRun& run) {
        const std::string_view text = cluster.of(paragraph_.text);
        char32_t missing = 0;
        for (std::size_t at = letter_bytes; at < text.size();) {
            const base::CodePoint mark = base::code_point_at(text, at);
            at += mark.length;
            const auto other = known_face(mark.value, run);
            if (other && shows_all(*other, text)) return *other;
            if (missing == 0 && !shows(face, mark.value)) missing = mark.value;
        }
        if (missing != 0) report_missing(missing, run, cluster.begin);
        return face;
    }

    [[nodiscard]] bool shows_all(font::FaceId face, std::string_view cluster) const {
        bool each = true;
        for (std::size_t at = 0; at < cluster.size() && each;) {
            const base::CodePoint point = base::code_point_at(cluster, at);
            each = shows(face, point.value);
            at += point.length;
        }
        if (each) return true;
        // The shaper composes: a face with é needs no combining acute.
        const std::string composed = unicode::nfc(cluster);
        const base::CodePoint point = base::code_point_at(composed, 0);
        return point.length == composed.size() && fonts_.has_glyph(face, point.value);
    }

    void report_missing(char32_t c, const ShapedRun& run, std::uint32_t offset) {
        const std::string& family = query_.family;
        std::string character;
        base::append_utf8(character, c);
        if (lacks_script(run)) {
            const std::string script = unicode::script_name(run.script);
            if (!reported_.insert({0, family + script}).second) return;
            sink_.error(
                diag::code::glyph_missing, place_of(paragraph_, offset),
                fmt::format("no face of the family '{}' has the letters of the script {}", family, script),
                fmt::format("add a face of that script to fonts/{}.toml; the package fonts-noto-core has "
                            "faces of nearly every script",
                            family));
            return;
        }
        if (!reported_.insert({c, family}).second) return;
        sink_.error(diag::code::glyph_missing, place_of(paragraph_, offset),
                    fmt::format("no face of the family '{}' has the character U+{:04X} ({})", family,
                                static_cast<std::uint32_t>(c), character),
                    "write it another way, or add a face that has it to the family");
    }

    // Whether it is the whole script of a stretch that the family lacks, rather than one of its characters.
    bool lacks_script(const ShapedRun& run) {
        bool letters = false;
        const std::string_view text = run.range.of(paragraph_.text);
        for (std::size_t at = 0; at < text.size();) {
            const base::CodePoint point = base::code_point_at(text, at);
            at += point.length;
            if (!unicode::is_letter(point.value)) continue;
            if (known_face(point.value, run)) return false;
            letters = true;
        }
        return letters;
    }

    const style::StyledParagraph& paragraph_;
    font::Library& fonts_;
    FaceMemo& memo_;
    Sink& sink_;
    std::vector<bool> grapheme_starts_;
    std::vector<ShapedRun> items_;
    // Of the stretch at hand: what is known of its family and script, and the face of its last letter.
    font::FaceQuery query_;
    KnownFaces* faces_ = nullptr;
    std::optional<font::FaceId> letter_face_;
    std::set<std::pair<char32_t, std::string>> reported_;
};

}  // namespace

std::vector<ShapedRun> itemize(const style::StyledParagraph& paragraph, font::Library& fonts, FaceMemo& memo,
                               Sink& sink) {
    return Itemizer(paragraph, fonts, memo, sink).items();
}

Place place_of(const style::StyledParagraph& paragraph, std::uint32_t offset) {
    const auto& marks = paragraph.source;
    const auto after = std::upper_bound(
        marks.begin(), marks.end(), offset,
        [](std::uint32_t wanted, const document::SourceMark& mark) { return wanted < mark.offset; });
    if (after == marks.begin()) return marks.empty() ? Place{} : marks.front().place;
    const document::SourceMark& mark = *std::prev(after);
    Place place = mark.place;
    const std::string_view between = TextRange{mark.offset, offset}.of(paragraph.text);
    if (place.column > 0) place.column += base::column_of(between, between.size()) - 1;
    return place;
}

}  // namespace brochure::text
