#include "units/readable.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <set>
#include <utility>

#include "base/digest.hpp"
#include "unicode/unicode.hpp"

namespace brochure::units {

using document::Document;

namespace {

constexpr std::size_t digest_digits = 16;

std::string short_digest(std::string_view text) { return base::sha256(text).substr(0, digest_digits); }

std::string digest_in(const PictureDigests& pictures, std::string_view id) {
    const auto found = pictures.find(id);
    return found == pictures.end() ? std::string{} : found->second.substr(0, digest_digits);
}

// What a mark leads to, by its words: ids are the author's own affair.
std::string target_of(const document::SpanMeaning& meaning, const Document& document) {
    if (const auto* reference = std::get_if<document::CrossReference>(&meaning)) {
        for (const document::Block& block : document.body) {
            const auto* heading = std::get_if<document::Heading>(&block.content);
            if (heading != nullptr && heading->id == reference->heading)
                return "reference to " + heading->text.utf8;
        }
    }
    if (const auto* note = std::get_if<document::FootnoteMark>(&meaning))
        return fmt::format("note {}", note->footnote);
    if (const auto* citation = std::get_if<document::Citation>(&meaning))
        return fmt::format("sources {}", fmt::join(citation->sources, ","));
    return described(meaning, document);
}

enum class Targets { by_id, by_words };

// Composed or not, an accented letter is the same; all else of the words counts.
std::string text_of(const Unit& unit, const Document& document, Targets targets) {
    std::string text = unicode::nfc(unit.text.words);
    for (const document::SpanMeaning& mark : unit.text.marks)
        text += "\n" + (targets == Targets::by_id ? described(mark, document) : target_of(mark, document));
    return text;
}

// Labels that no page of this document has.
std::set<std::string_view> unseen_labels(const Document& document) {
    std::set<std::string_view> unseen{"not_signed"};  // is about the text, not of it
    const auto only_if = [&](bool seen, std::initializer_list<std::string_view> labels) {
        if (!seen) unseen.insert(labels);
    };
    const bool is_master = document.master == document.language.tag;
    const bool borrows = document.stale_policy == document::StalePolicy::source;
    only_if(document.behind, {"translation_of"});
    only_if(document.behind && !borrows, {"passage_behind"});
    only_if(document.behind && borrows, {"passage_untranslated"});
    only_if(!document.reviewed && !is_master, {"not_reviewed"});
    only_if(!document.reviewed && is_master, {"not_reviewed_master"});
    only_if(!document.glossary.empty(), {"glossary"});
    only_if(!document.sources.empty(), {"sources"});
    only_if(!document.key_messages.empty(), {"key_messages"});
    only_if(!document.footnotes.empty(), {"footnotes"});
    only_if(!document.pictograms.empty(), {"pictograms"});
    only_if(!document.number.empty(), {"number"});
    only_if(document.house.logo.has_value(), {"logo"});
    only_if(!document.house.website.empty(), {"website"});
    return unseen;
}

class Reading {
  public:
    Reading(const Document& document, const PictureDigests& pictures)
        : document_(document), pictures_(pictures) {}

    template <class Use>
    void go(const Use& use) {
        for (const Unit& unit : units_and_forms_of(document_)) use(unit, own_digest(unit));
        const auto unseen = unseen_labels(document_);
        static constexpr std::string_view labels = "language/labels/";
        for (const Unit& unit : shared_units_of(document_)) {
            const std::string_view key = unit.key;
            if (key.starts_with(labels) && unseen.contains(key.substr(labels.size()))) continue;
            use(unit, std::string{});
        }
        for (const auto& [unit, digest] : facts()) use(unit, digest);
    }

  private:
    using Fact = std::pair<Unit, std::string>;

    // A picture's words are its name; what is seen is in its file.
    [[nodiscard]] std::string own_digest(const Unit& unit) const {
        return unit.kind == Kind::picture ? digest_in(pictures_, unit.text.words) : std::string{};
    }
    [[nodiscard]] std::vector<Fact> facts() const {
        std::vector<Fact> out;
        const auto add = [&](std::string key, Kind kind, const std::string& words, const Place& place,
                             std::string digest = {}) {
            if (words.empty() && digest.empty()) return;
            out.push_back({Unit{std::move(key), kind, coded(document::Text{words, {}, {}}), {}, place},
                           std::move(digest)});
        };
        for (const document::Image& image : document_.images)
            add("credit/" + image.id, Kind::credit, credit_of(image), image.place);
        for (const document::Pictogram& pictogram : document_.pictograms) {
            add("pictogram/" + pictogram.image.id, Kind::picture, pictogram.image.id, pictogram.image.place,
                digest_in(pictures_, pictogram.image.id));
            add("pictogram/" + pictogram.image.id + "/credit", Kind::credit, credit_of(pictogram.image),
                pictogram.image.place);
        }
        for (const document::Source& source : document_.sources)
            add("source/" + source.id, Kind::source,
                fmt::format("{}. {}. {}", source.title, source.publisher, source.address), source.place);
        const document::House& house = document_.house;
        const Place at{"content/house/house.toml", 0, 0};
        add("house/name", Kind::fact, house.name, at);
        add("house/address", Kind::fact, house.address, at);
        add("house/website", Kind::fact, house.website, at);
        add("house/phone", Kind::fact, house.phone, at);
        add("house/emergency_phone", Kind::fact, house.emergency_phone, at);
        if (house.logo) add("house/logo", Kind::picture, "logo", at, digest_in(pictures_, house.logo->id));
        add("brochure/number", Kind::fact, document_.number, document_.place);
        add("brochure/edition", Kind::fact, document_.edition, document_.place);
        return out;
    }
    static std::string credit_of(const document::Image& image) {
        std::string words = image.author;
        for (const std::string* more : {&image.agency, &image.licence, &image.source}) {
            if (!more->empty()) words += ", " + *more;
        }
        return words;
    }

    const Document& document_;
    const PictureDigests& pictures_;
};

}  // namespace

std::vector<const document::Image*> pictures_of(const Document& document) {
    std::vector<const document::Image*> out;
    for (const document::Image& image : document.images) out.push_back(&image);
    for (const document::Pictogram& pictogram : document.pictograms) out.push_back(&pictogram.image);
    if (document.house.logo) out.push_back(&*document.house.logo);
    return out;
}

std::vector<Piece> readable_of(const Document& document, const PictureDigests& pictures) {
    std::vector<Piece> out;
    Reading{document, pictures}.go([&](const Unit& unit, std::string digest) {
        if (digest.empty()) digest = short_digest(text_of(unit, document, Targets::by_id));
        out.push_back({unit.key, unit.kind, plain_words(unit.text), std::move(digest), unit.place});
    });
    return out;
}

std::string seal_of(const Document& document, const PictureDigests& pictures) {
    // A length before each text: no two brochures give the same bytes.
    std::string all = fmt::format("{}\n{}\n", document.id, document.language.tag);
    Reading{document, pictures}.go([&](const Unit& unit, const std::string& digest) {
        const std::string text = digest.empty() ? text_of(unit, document, Targets::by_words) : digest;
        all += fmt::format("{} {}\n{}\n", static_cast<int>(unit.kind), text.size(), text);
    });
    return base::sha256(all);
}

namespace {

// Crockford's thirty-two: I, L, O and U are left out.
constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t code_signs = 8, bits_of_sign = 5;  // 40 bits: a thousand brochures never share one

}  // namespace

std::string edition_code(std::string_view seal) {
    constexpr std::size_t digits = code_signs * bits_of_sign / 4;
    std::uint64_t bits = 0;
    std::from_chars(seal.data(), seal.data() + std::min(digits, seal.size()), bits, 16);
    std::string code;
    for (std::size_t i = code_signs; i-- > 0;) {
        code += signs[(bits >> (i * bits_of_sign)) & (signs.size() - 1)];
        if (i == code_signs / 2) code += '-';
    }
    return code;
}

std::string as_edition_code(std::string_view typed) {
    std::string code;
    for (char c : typed) {
        if (c == '-' || c == ' ') continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        if (signs.find(c) == std::string_view::npos) return {};
        code += c;
    }
    if (code.size() != code_signs) return {};
    return code.insert(code_signs / 2, 1, '-');
}

}  // namespace brochure::units
