#include <fmt/format.h>

#include "diag/codes.hpp"
#include "lint/text_rules.hpp"
#include "lint/thresholds.hpp"

namespace brochure::lint {

void review_dates(const document::Document& document, const std::optional<base::Date>& today, Sink& sink) {
    const Place& place = document.review_by_place;
    if (!document.review_by.valid()) return;
    if (today && document.review_by < *today) {
        sink.warning(diag::code::review_overdue, place,
                     fmt::format("The brochure was to be reviewed by {}, and today is {}.",
                                 document.review_by.iso(), today->iso()),
                     "Have the text reviewed, then set updated and review_by.");
    }
    if (!document.updated.valid()) return;
    const base::Date latest{document.updated.year + longest_review_years, document.updated.month,
                            document.updated.day};
    if (document.review_by > latest) {
        sink.warning(diag::code::review_late, place,
                     fmt::format("The review on {} is more than {} years after the update on {}.",
                                 document.review_by.iso(), longest_review_years, document.updated.iso()),
                     fmt::format("Set review_by to {} or earlier.", latest.iso()));
    }
}

}  // namespace brochure::lint
