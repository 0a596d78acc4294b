// The stable codes of all diagnostics. A code never changes its meaning; a retired one is never reused.
// Scripts may match on them; the sentence beside a code may be reworded at any time.
#pragma once

#include <string_view>

namespace brochure::diag::code {

// Files and syntax
inline constexpr std::string_view file_missing = "file-missing";
inline constexpr std::string_view file_too_large = "file-too-large";
inline constexpr std::string_view not_utf8 = "not-utf8";
inline constexpr std::string_view character_forbidden = "character-forbidden";
inline constexpr std::string_view toml_syntax = "toml-syntax";
inline constexpr std::string_view path_outside = "path-outside";
inline constexpr std::string_view key_unknown = "key-unknown";
inline constexpr std::string_view key_missing = "key-missing";
inline constexpr std::string_view value_type = "value-type";
inline constexpr std::string_view value_range = "value-range";
inline constexpr std::string_view value_unknown = "value-unknown";
inline constexpr std::string_view length_unit = "length-unit";
inline constexpr std::string_view id_repeated = "id-repeated";
inline constexpr std::string_view file_unreadable = "file-unreadable";
inline constexpr std::string_view character_suspect = "character-suspect";  // invisible, and it reorders text
inline constexpr std::string_view id_invalid = "id-invalid";
inline constexpr std::string_view text_empty = "text-empty";

// Translations
inline constexpr std::string_view lock_newer = "lock-newer";        // a lock file of a newer program
inline constexpr std::string_view unit_unknown = "unit-unknown";    // a key that no piece of the text has
inline constexpr std::string_view value_differs = "value-differs";  // an amount of the master text
inline constexpr std::string_view negation_differs = "negation-differs";    // "not" in one text alone
inline constexpr std::string_view translation_stale = "translation-stale";  // the master text has moved on
inline constexpr std::string_view review_stale =
    "review-stale";  // "reviewed" of words that are no longer said
inline constexpr std::string_view not_a_translation = "not-a-translation";
inline constexpr std::string_view exchange_damaged =
    "exchange-damaged";  // a translator's file, or a part of it
inline constexpr std::string_view exchange_key =
    "exchange-key";  // a piece that the master text does not have
inline constexpr std::string_view exchange_older = "exchange-older";  // the master text has changed meanwhile
// A link, note, citation or emphasis that is not the master's, in a text or as {1} in what a translator
// sends.
inline constexpr std::string_view mark_differs = "mark-differs";
inline constexpr std::string_view exchange_unfit =
    "exchange-unfit";  // words that cannot be put into the text
inline constexpr std::string_view exchange_incomplete = "exchange-incomplete";

// Content
inline constexpr std::string_view front_matter = "front-matter";  // missing, or not closed
inline constexpr std::string_view id_mismatch = "id-mismatch";  // the brochure's id is not its folder's name
inline constexpr std::string_view review_before_update = "review-before-update";
inline constexpr std::string_view key_messages_many = "key-messages-many";
inline constexpr std::string_view sources_missing = "sources-missing";
inline constexpr std::string_view disclaimer_missing = "disclaimer-missing";
inline constexpr std::string_view language_unknown = "language-unknown";
inline constexpr std::string_view language_tag = "language-tag";
inline constexpr std::string_view label_place = "label-place";  // a {place} of a label missing or unknown
inline constexpr std::string_view body_empty = "body-empty";
inline constexpr std::string_view html_refused = "html-refused";
inline constexpr std::string_view code_refused = "code-refused";
inline constexpr std::string_view rule_refused = "rule-refused";
inline constexpr std::string_view strike_refused = "strike-refused";
inline constexpr std::string_view block_refused = "block-refused";  // a block where this kind may not stand
inline constexpr std::string_view nesting_deep = "nesting-deep";
inline constexpr std::string_view markup_stray = "markup-stray";      // markup that would be printed as typed
inline constexpr std::string_view sign_as_markup = "sign-as-markup";  // "> 38": a sign that would vanish
inline constexpr std::string_view text_leftover = "text-leftover";    // TODO, lorem ipsum
inline constexpr std::string_view list_run_in = "list-run-in";    // lines that look like a list and are none
inline constexpr std::string_view list_number = "list-number";    // printed other than it was typed
inline constexpr std::string_view lines_joined = "lines-joined";  // lines that would run on as one paragraph
inline constexpr std::string_view comment_open = "comment-open";  // it would swallow what follows
inline constexpr std::string_view heading_level = "heading-level";
inline constexpr std::string_view heading_empty = "heading-empty";
inline constexpr std::string_view list_item_empty = "list-item-empty";
inline constexpr std::string_view callout_unknown = "callout-unknown";
inline constexpr std::string_view callout_empty = "callout-empty";
inline constexpr std::string_view link_scheme = "link-scheme";
inline constexpr std::string_view link_definition = "link-definition";
inline constexpr std::string_view section_unknown = "section-unknown";
inline constexpr std::string_view source_unknown = "source-unknown";
inline constexpr std::string_view footnote_unknown = "footnote-unknown";
inline constexpr std::string_view footnote_unused = "footnote-unused";
inline constexpr std::string_view image_unknown = "image-unknown";
inline constexpr std::string_view image_inline = "image-inline";
inline constexpr std::string_view image_unused = "image-unused";
inline constexpr std::string_view label_unused = "label-unused";
inline constexpr std::string_view alternative_missing = "alternative-missing";
inline constexpr std::string_view table_head = "table-head";
inline constexpr std::string_view table_blank_line = "table-blank-line";
inline constexpr std::string_view table_row_short = "table-row-short";
inline constexpr std::string_view table_row_long = "table-row-long";
inline constexpr std::string_view translation_missing = "translation-missing";
inline constexpr std::string_view translation_extra = "translation-extra";
inline constexpr std::string_view translation_differs = "translation-differs";
inline constexpr std::string_view translation_moved = "translation-moved";  // there, at another place
inline constexpr std::string_view translation_items = "translation-items";  // of lists: fewer, or more
inline constexpr std::string_view translation_paragraphs = "translation-paragraphs";
inline constexpr std::string_view untranslated = "untranslated";        // words equal to the master text's
inline constexpr std::string_view labels_borrowed = "labels-borrowed";  // from another language's file
inline constexpr std::string_view master_missing = "master-missing";
inline constexpr std::string_view review_unsaid = "review-unsaid";
inline constexpr std::string_view source_unused = "source-unused";

// Pictures
inline constexpr std::string_view picture_unknown = "picture-unknown";
inline constexpr std::string_view picture_damaged = "picture-damaged";
inline constexpr std::string_view picture_too_large = "picture-too-large";
inline constexpr std::string_view picture_unsupported = "picture-unsupported";
inline constexpr std::string_view picture_profile = "picture-profile";
inline constexpr std::string_view svg_syntax = "svg-syntax";
inline constexpr std::string_view svg_unsafe = "svg-unsafe";
inline constexpr std::string_view svg_element = "svg-element";
inline constexpr std::string_view svg_property = "svg-property";
inline constexpr std::string_view svg_value = "svg-value";
inline constexpr std::string_view svg_size = "svg-size";
inline constexpr std::string_view svg_label = "svg-label";
inline constexpr std::string_view svg_empty = "svg-empty";
inline constexpr std::string_view svg_too_complex = "svg-too-complex";

// Layouts
inline constexpr std::string_view layout_cycle = "layout-cycle";        // extends, or based_on, in a circle
inline constexpr std::string_view layout_geometry = "layout-geometry";  // pieces that do not fit the page
inline constexpr std::string_view layout_parts = "layout-parts";  // a part missing, or in the wrong place
inline constexpr std::string_view ink_total = "ink-total";
inline constexpr std::string_view contrast_low = "contrast-low";
inline constexpr std::string_view contrast_fair = "contrast-fair";
inline constexpr std::string_view text_small = "text-small";
inline constexpr std::string_view leading_tight = "leading-tight";

// Fonts
inline constexpr std::string_view font_family_missing = "font-family-missing";
inline constexpr std::string_view font_missing = "font-missing";
inline constexpr std::string_view font_face_unknown = "font-face-unknown";
inline constexpr std::string_view font_unreadable = "font-unreadable";
inline constexpr std::string_view font_without_outlines = "font-without-outlines";
inline constexpr std::string_view font_embedding_forbidden = "font-embedding-forbidden";

// Text
inline constexpr std::string_view glyph_missing = "glyph-missing";
inline constexpr std::string_view italic_missing = "italic-missing";  // bold is set instead
inline constexpr std::string_view hyphenation_missing = "hyphenation-missing";
inline constexpr std::string_view hyphenation_patterns = "hyphenation-patterns";

// Layout and pages
inline constexpr std::string_view table_unknown = "table-unknown";
inline constexpr std::string_view field_unseen = "field-unseen";
inline constexpr std::string_view picture_missing = "picture-missing";
inline constexpr std::string_view labels_touch = "labels-touch";
inline constexpr std::string_view line_overfull = "line-overfull";
inline constexpr std::string_view word_cut = "word-cut";
inline constexpr std::string_view page_overfull = "page-overfull";
inline constexpr std::string_view table_too_wide = "table-too-wide";
inline constexpr std::string_view spread_parted = "spread-parted";
inline constexpr std::string_view pages_unsettled = "pages-unsettled";
inline constexpr std::string_view pages_missed = "pages-missed";

// Reading and print: what only `check` says
inline constexpr std::string_view sentence_long = "sentence-long";
inline constexpr std::string_view paragraph_long = "paragraph-long";
inline constexpr std::string_view sentences_long = "sentences-long";    // on average
inline constexpr std::string_view readability_low = "readability-low";  // by formula
inline constexpr std::string_view list_missing = "list-missing";        // after a colon
inline constexpr std::string_view caption_repeats = "caption-repeats";  // the alternative text
inline constexpr std::string_view word_doubled = "word-doubled";
inline constexpr std::string_view spelling_varies = "spelling-varies";
inline constexpr std::string_view word_in_capitals = "word-in-capitals";
inline constexpr std::string_view telephone_differs = "telephone-differs";  // from the house file's
inline constexpr std::string_view website_differs = "website-differs";
inline constexpr std::string_view review_overdue = "review-overdue";
inline constexpr std::string_view review_late = "review-late";  // too long after the update
inline constexpr std::string_view measure_length = "measure-length";
inline constexpr std::string_view hyphens_many = "hyphens-many";
inline constexpr std::string_view x_height_small = "x-height-small";
inline constexpr std::string_view picture_coarse = "picture-coarse";
inline constexpr std::string_view line_thin = "line-thin";
inline constexpr std::string_view text_near_trim = "text-near-trim";
inline constexpr std::string_view content_cut_off = "content-cut-off";  // by an office printer

// Claims: what a written file says it keeps; one that would break it is not written
inline constexpr std::string_view title_missing = "title-missing";
inline constexpr std::string_view structure_misplaced = "structure-misplaced";
inline constexpr std::string_view table_uneven = "table-uneven";
inline constexpr std::string_view list_unlabelled = "list-unlabelled";
inline constexpr std::string_view link_empty = "link-empty";    // no words, or nothing that is spoken
inline constexpr std::string_view link_astray = "link-astray";  // leads to no place of the brochure
inline constexpr std::string_view note_unmentioned = "note-unmentioned";
inline constexpr std::string_view character_private = "character-private";  // means nothing outside its font
inline constexpr std::string_view character_unread = "character-unread";    // a glyph without text
inline constexpr std::string_view text_too_long = "text-too-long";
inline constexpr std::string_view ink_missing = "ink-missing";  // a colour that no plate of the press has

// Slips in what an editor fills in
inline constexpr std::string_view key_misplaced = "key-misplaced";  // below a [table], and belongs above
inline constexpr std::string_view telephone_number = "telephone-number";  // not one that can be dialled
inline constexpr std::string_view placeholder = "placeholder";            // a starter's words, not filled in
inline constexpr std::string_view font_variable = "font-variable";  // prints in another weight than asked for
inline constexpr std::string_view font_weight_missing = "font-weight-missing";  // no bold or no italic face

// Pictures on paper
inline constexpr std::string_view picture_empty = "picture-empty";  // nothing of it is to be seen
inline constexpr std::string_view label_outside = "label-outside";
inline constexpr std::string_view labels_overlap = "labels-overlap";
inline constexpr std::string_view words_on_picture = "words-on-picture";
inline constexpr std::string_view greys_alike = "greys-alike";  // colours that differ, without colour

}  // namespace brochure::diag::code
