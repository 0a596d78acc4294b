#include "exchange/segments.hpp"

#include <algorithm>
#include <utility>

#include "units/coded_text.hpp"
#include "units/sentences.hpp"
#include "units/values.hpp"

namespace brochure::exchange {

using units::CodedPiece;
using Kind = CodedPiece::Kind;

namespace {

// A text without its marks, as sentences are found in it. A mark at a point counts as the number that is
// printed there: behind a full stop it still belongs to the sentence.
struct Plain {
    std::string words;
    std::vector<TextRange> points;
};

Plain plain_of(const std::vector<CodedPiece>& pieces) {
    Plain out;
    for (const CodedPiece& piece : pieces) {
        if (piece.kind == Kind::words) {
            out.words += piece.words;
        } else if (piece.kind == Kind::point) {
            const auto at = static_cast<std::uint32_t>(out.words.size());
            out.points.push_back({at, at + 1});
            out.words += '1';
        }
    }
    return out;
}

// Shares pieces out among sentences, which begin at these bytes of the plain words.
class Cutter {
  public:
    explicit Cutter(std::vector<std::uint32_t> starts) : starts_(std::move(starts)) {}

    std::vector<std::string> cut(const std::vector<CodedPiece>& pieces) {
        for (const CodedPiece& piece : pieces) {
            if (piece.kind == Kind::words) {
                words(piece.words);
                continue;
            }
            if (piece.kind != Kind::closing) begin_if_due();
            if (piece.kind == Kind::opening) ++depth_;
            if (piece.kind == Kind::closing) --depth_;
            if (piece.kind == Kind::point) ++at_;
            now_.push_back(piece);
        }
        end();
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool is_due() {
        while (next_ < starts_.size() && starts_[next_] < at_) ++next_;
        return next_ < starts_.size() && starts_[next_] == at_ && depth_ == 0;
    }
    void begin_if_due() {
        if (is_due() && !now_.empty()) end();
    }
    void words(std::string_view text) {
        while (!text.empty()) {
            begin_if_due();
            const auto next = std::upper_bound(starts_.begin(), starts_.end(), at_);
            const std::size_t length =
                next == starts_.end() ? text.size() : std::min<std::size_t>(text.size(), *next - at_);
            now_.push_back({Kind::words, std::string{text.substr(0, length)}, 0});
            at_ += static_cast<std::uint32_t>(length);
            text.remove_prefix(length);
        }
    }
    void end() {
        if (!now_.empty()) out_.push_back(units::words_of(std::exchange(now_, {})));
    }

    std::vector<std::uint32_t> starts_;
    std::size_t next_ = 0;
    std::uint32_t at_ = 0;
    int depth_ = 0;
    std::vector<CodedPiece> now_;
    std::vector<std::string> out_;
};

std::vector<std::string> sentences_of(std::string_view words, const document::Language& language) {
    const auto pieces = units::pieces_of(words);
    if (!pieces) return {std::string{words}};
    const Plain plain = plain_of(*pieces);
    return Cutter{units::sentence_starts(plain.words, plain.points, language)}.cut(*pieces);
}

}  // namespace

void cut_into_sentences(Catalogue& catalogue, const document::Language& master,
                        const document::Language& translation) {
    const std::string space = units::parts_words(translation.tag) ? " " : "";
    for (Entry& entry : catalogue.entries) {
        if (entry.obsolete) continue;
        const std::vector<std::string> sources = sentences_of(entry.source, master);
        std::vector<std::string> targets = sentences_of(entry.target, translation);
        // What is to be translated has its gaps already.
        if (entry.target.empty()) {
            targets.assign(sources.size(), space);
            if (!targets.empty()) targets.back().clear();
        }
        if (sources.size() < 2 || sources.size() != targets.size()) continue;
        for (std::size_t i = 0; i < sources.size(); ++i) entry.segments.push_back({sources[i], targets[i]});
    }
}

std::string_view gap_behind(std::string_view segment) {
    const std::size_t last = segment.find_last_not_of(" \n\t\r");
    return segment.substr(last == std::string_view::npos ? 0 : last + 1);
}

}  // namespace brochure::exchange
