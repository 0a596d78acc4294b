// Language: what a language needs beyond its words in the Markdown: labels, no-break rules, hyphenation,
// direction. In: content/languages/xx.toml. Out: plain data. A new language needs such a file and no code.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "diag/diagnostic.hpp"

namespace brochure::document {

struct Hyphenation {
    std::string dictionary;  // file name, e.g. "hyph_nl_NL.dic"; empty: the language is not hyphenated
    std::string package;     // the Debian package that brings it, for the remedy
    // A file of patterns in libhyphen's format that stands beside the language file; instead of a dictionary.
    std::string patterns;
    int before = 2;  // least letters before a hyphen
    int after = 3;   // least letters after it
    std::vector<std::string>
        exceptions;              // "bot-scan": exactly these points; a word without hyphen is never broken
    bool drop_trema = false;     // Dutch: no break directly before a letter with trema unless spelt without
    bool repeat_hyphen = false;  // Polish: a hard hyphen is repeated at the start of the next line
};

// Where a space of the text becomes a no-break space.
struct NoBreakRules {
    std::vector<std::string> before_number;  // words tied to a following number: "bladzijde", "blz."
    std::vector<std::string> after_number;   // units tied to a preceding number: "mg", "mm", "uur", "%"
    std::vector<std::string> titles;         // words tied to the next word: "dr.", "prof.", "’s"
};

// What the program itself writes between words of its own, each with the space that follows it.
struct Punctuation {
    std::string comma = ", ";
    std::string semicolon = "; ";
    std::string colon = ": ";
    std::string full_stop = ". ";
};

// Where layouts give every sentence a line of its own.
struct SentenceRules {
    std::vector<std::string> abbreviations;  // their full stop ends no sentence: "bijv."
    std::vector<std::string> pause_before;   // words before which one may draw breath: "en", "omdat"
    std::vector<std::string> hold_after;     // words that lean on the next one: "de", "een", "in"
};

// What turns a sentence into its opposite. A translation that lacks such a word, or has one too many, is told
// of where the passage speaks of what can harm.
struct NegationRules {
    // "niet", "geen"; an asterisk stands for any letters: "*n’t", "żadn*".
    std::vector<std::string> words;
    std::vector<std::string> phrases;  // that hold such a word and deny nothing: "niet alleen", "not only"
    std::vector<std::string> risk;     // "bel*", "pijn*"
};

struct Language {
    std::string tag;     // BCP 47: "nl"
    std::string locale;  // for dates and collation: "nl_NL"
    bool right_to_left = false;
    bool justified = true;  // false: start-aligned where the layout justifies, as Arabic is without kashida
    std::string digits = "latn";  // of the numbers that the program writes: CLDR's name
    // A range of numbers keeps its order from left to right in a right-to-left text (Hebrew, Persian); else
    // UAX 9 decides (Arabic).
    bool ranges_left_to_right = false;
    std::vector<std::string> quotes;    // opening and closing, outer then inner
    std::vector<std::string> elisions;  // words that begin with an apostrophe, never a quotation mark: "’s"
    Hyphenation hyphenation;
    NoBreakRules no_break;
    Punctuation punctuation;
    SentenceRules sentences;
    NegationRules negation;
    // Words for whole numbers beside those that CLDR spells out: inflected forms, counting words.
    std::map<int, std::vector<std::string>> numbers;
    std::string list_number = "{number}.";  // what stands before an item of a numbered list
    std::vector<std::string> doubled;       // words that good sentences double: "dat", "that"
    std::map<std::string, std::string>
        labels;  // every key of known_labels(), with {page}-like places to fill
    // What units are written as: "mg" as mg or milligram. The names are the same in every language, so that
    // amounts can be compared.
    std::map<std::string, std::vector<std::string>> units;
    std::map<std::string, std::string> columns;  // heading of a treatment table's column: name, aim, how, …
    Place place;

    [[nodiscard]] const std::string& label(const std::string& key) const;  // asserts that the key is known
};

// The labels that every language file must give.
const std::vector<std::string>& known_labels();

}  // namespace brochure::document
