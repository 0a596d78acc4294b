// Rules: what preflight looks for, each with its code and its one severity, whoever asks.
// In: a rule, a place, a sentence, a remedy. Out: a diagnostic. An error keeps the file from being written.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "diag/codes.hpp"
#include "diag/diagnostic.hpp"

namespace brochure::preflight {

struct Rule {
    std::string_view code;
    diag::Severity severity = diag::Severity::error;
};

inline void tell(Sink& sink, const Rule& rule, Place place, std::string message, std::string remedy) {
    sink.report(
        {rule.severity, std::string{rule.code}, std::move(place), std::move(message), std::move(remedy)});
}

namespace rule {

using diag::Severity;
namespace code = diag::code;

// ---- Print: what presses and office printers do badly. The file is sound all the same, and on a screen the
// brochure looks well, so none is an error.
inline constexpr Rule picture_coarse{code::picture_coarse, Severity::warning};
inline constexpr Rule line_thin{code::line_thin, Severity::warning};
inline constexpr Rule text_near_trim{code::text_near_trim, Severity::warning};
inline constexpr Rule content_cut_off{code::content_cut_off, Severity::warning};
inline constexpr Rule ink_asked{code::ink_total, Severity::warning};  // was brought down
inline constexpr Rule contrast_in_grey{code::contrast_low, Severity::warning};

// ---- PDF/UA-1 (ISO 14289-1; numbers are the Matterhorn protocol's) and PDF/A-2a (ISO 19005-2)
inline constexpr Rule title{code::title_missing};                  // 06-003, 07
inline constexpr Rule language{code::language_tag};                // 11
inline constexpr Rule heading_level{code::heading_level};          // 14-002, 14-003
inline constexpr Rule structure{code::structure_misplaced};        // 01, 09; ISO 32000-1, 14.8.4
inline constexpr Rule alternative{code::alternative_missing};      // 13-004
inline constexpr Rule link_empty{code::link_empty};                // 28-004, 28-011
inline constexpr Rule link_astray{code::link_astray};              // 28-007
inline constexpr Rule note_mentioned{code::note_unmentioned};      // 19-003, 19-004
inline constexpr Rule item_labelled{code::list_unlabelled};        // 16
inline constexpr Rule table_head{code::table_head};                // 15-003
inline constexpr Rule table_even{code::table_uneven};              // 15
inline constexpr Rule length{code::text_too_long};                 // ISO 19005-2, 6.1.13
inline constexpr Rule glyph{code::glyph_missing};                  // 31-030
inline constexpr Rule character_unread{code::character_unread};    // 10-001
inline constexpr Rule character_private{code::character_private};  // ISO 19005-2, 6.2.11.7.3

// ---- PDF/X-4 (ISO 15930-7)
inline constexpr Rule condition{code::value_range};
inline constexpr Rule inked{code::ink_missing};
inline constexpr Rule ink_printed{code::ink_total};

}  // namespace rule

}  // namespace brochure::preflight
