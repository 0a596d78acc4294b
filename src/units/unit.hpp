// Unit: a piece of a brochure's text that stands by itself, under a key that lasts.
// In: a Document. Out: its units in the order of the file: every title, paragraph, list item, cell, caption,
// alternative text, label, note. Questions such as what is stale, what has changed and who has signed are
// questions about units, never about lines of a file.
//
// A key is a path, told by what stands around the text and not by the text itself:
//
//     meta/title  key_message/2  treatment/ID/aim  glossary/ID/meaning  label/IMAGE/KEY  alt/IMAGE
//     caption/IMAGE  footnote/ID  bestraling/heading  bestraling/p3  bestraling/li2.1 (item 1 of list 2)
//     bestraling/c1/title  bestraling/c1/p1 (in a call-out)  bestraling/q1/p1 (in a quotation)
//     onderzoek/t1/h2 (head)  onderzoek/t1/r2c1 (row 2, column 1)
//
// The first word is the id of the heading above; a part's text without a heading stands under "lead". How a
// key outlives that a paragraph is put in before its own is told in units/keys.hpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "document/model/document.hpp"
#include "units/coded_text.hpp"

namespace brochure::units {

enum class Kind {
    title,
    subtitle,
    summary,
    key_message,
    treatment_name,
    treatment_field,
    term,
    meaning,
    label,
    heading,
    paragraph,
    list_item,
    call_out_title,
    alternative,
    caption,
    table_head,
    cell,
    footnote,
    house_word,
    language_word,
    // What a reader sees and nobody translates (units/readable).
    form,  // of a list, a call-out, a heading
    picture,
    credit,  // of a picture
    source,
    fact,  // about the house or the brochure: a telephone number, an edition
};

// "list item": for readers of reports and exchange files.
std::string_view name_of(Kind kind);

struct Unit {
    std::string key;
    Kind kind = Kind::paragraph;
    CodedText text;
    std::string heading;  // words of the heading it stands under; empty outside the body
    Place place;
};

// What the brochure's own text file says, in its order. Empty texts (cells, a caption that was left out) are
// no units.
std::vector<Unit> units_of(const document::Document& document);

// The same, and what is no text: "bestraling/li2/form" is "numbered from 3", "bestraling/c1/form" is
// "warning", "picture/IMAGE" stands where the picture stands.
std::vector<Unit> units_and_forms_of(const document::Document& document);

// What the house file, the disclaimer and the language file add to every brochure in this language.
std::vector<Unit> shared_units_of(const document::Document& document);

}  // namespace brochure::units
