// Thresholds: every figure that the rules of reading and setting measure against, with its reason.
#pragma once

#include <cstddef>

#include "base/length.hpp"

namespace brochure::lint {

// ---- Reading

// Words; Dutch and British plain-language guides ask for 15 and warn above 20.
inline constexpr std::size_t longest_sentence = 20;
inline constexpr double longest_average_sentence = 15;
// Words; about ten lines of an A5 page: a reader who looks up must find the place again.
inline constexpr std::size_t longest_paragraph = 80;
// Sentences, and words, under which an average or a score says nothing: Flesch counted samples of 100 words.
inline constexpr std::size_t least_sentences = 10;
inline constexpr std::size_t least_words = 100;
// Flesch 1948 and Douma 1960 both call 60 to 70 plain language, and less than 60 fairly difficult.
inline constexpr double lowest_readability = 60;
// Share of words that a caption and an alternative text have in common when the one is a copy of the other.
inline constexpr double repeating_share = 0.9;
// Letters. Shorter words are too often one letter apart and both right: bot and bod.
inline constexpr std::size_t shortest_variant = 8;
// Letters. Abbreviations of names and examinations (MRI, TRUS) are shorter.
inline constexpr std::size_t shortest_capitals = 5;
// Years from update to review at most: the PIF TICK for patient information.
inline constexpr int longest_review_years = 3;
// Words that are no names: two languages may share two in a row ("in water"), seldom three.
inline constexpr std::size_t least_untranslated = 3;
// Passages: more than can be worked through one by one, if they are also most of the text.
inline constexpr std::size_t most_untranslated_told = 20;

// ---- Setting

// Characters of a full line: below, phrases are torn; above, the eye misses the next line
// (Bringhurst, 2.1.2).
inline constexpr std::size_t narrowest_measure = 45, widest_measure = 75;
// Likewise where text stands in columns side by side: 40 to 50 are good, and start-aligned text bears 30
// (Bringhurst, 2.1.2 and 2.1.3).
inline constexpr std::size_t narrowest_column = 30, widest_column = 50;
// Lines under which a median says nothing.
inline constexpr std::size_t least_lines = 10;
// Start-aligned text needs hardly a broken word; guides for easy reading want none (RNIB Clear Print, UKAAF).
inline constexpr double most_hyphenated = 0.03;
// European readability guideline for package leaflets (2009): 7 pt, or this x-height.
inline constexpr Length least_x_height = Length::millimetres(1.4);

}  // namespace brochure::lint
