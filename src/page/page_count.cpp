#include "page/page_count.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "base/counted.hpp"
#include "diag/codes.hpp"

namespace brochure::page {

PageGoal PageCount::goal(std::size_t made, std::size_t closing) const {
    PageGoal goal;
    goal.before = made;
    goal.closing = closing;
    goal.multiple = static_cast<std::size_t>(std::max(1, design_.page.multiple));
    goal.pages = static_cast<std::size_t>(design_.copyfitting.pages);
    return goal;
}

PageGoal PageCount::before_notes(std::size_t made, std::size_t closing) const {
    PageGoal goal = this->goal(made, closing);
    goal.counts = goal.multiple > 1 || goal.pages > 0;
    return goal;
}

PageGoal PageCount::at_end(std::size_t made, std::size_t closing) const {
    PageGoal goal = this->goal(made, closing);
    // Without notes a multiple cannot be promised, and is not asked for.
    goal.counts = goal.pages > 0 || (has_notes_ && goal.multiple > 1);
    goal.fills = false;
    return goal;
}

void PageCount::see(const std::vector<PageChoice>& pages) {
    for (const PageChoice& page : pages) filled_.push_back(page.filled);
}

std::string PageCount::lines_of_emptiest(std::size_t pages) const {
    std::vector<Length> filled = filled_;
    std::ranges::sort(filled);
    Length sum;
    for (std::size_t i = 0; i < std::min(pages, filled.size()); ++i) sum += filled[i];
    const auto lines = std::max<std::int64_t>(1, sum.units() / design_.page.baseline.units());
    return base::counted(static_cast<std::size_t>(lines), "line");
}

void PageCount::report(CountReport& count, const Place& place, Sink& sink) const {
    const auto multiple = static_cast<std::size_t>(std::max(1, design_.page.multiple));
    count.wanted = static_cast<std::size_t>(design_.copyfitting.pages);
    count.multiple = has_notes_ ? multiple : 1;
    const bool other = count.wanted > 0 ? count.pages != count.wanted : count.pages % count.multiple != 0;
    count.missed = other || count.notes > 1;
    if (other) {
        report_missed(count, place, sink);
    } else if (count.notes > 1) {
        // Sheets come and go whole.
        const std::size_t fewer =
            count.wanted > 0 ? 1 : count.multiple - std::min(count.notes, count.multiple - 1);
        sink.warning(diag::code::pages_missed, place,
                     fmt::format("{} pages are left over for notes; with some {} less there would be fewer "
                                 "pages.",
                                 count.notes, lines_of_emptiest(fewer)),
                     "Shorten or lengthen the text, or allow more in [copyfitting].");
    }
}

void PageCount::report_missed(const CountReport& count, const Place& place, Sink& sink) const {
    std::string message, remedy;
    if (count.wanted == 0) {
        message = fmt::format(
            "The brochure has {}, which is no multiple of {}: parts that follow the pages "
            "for notes are longer than was foreseen.",
            base::counted(count.pages, "page"), count.multiple);
        remedy = "Move \"notes\" behind them in the layout's 'parts'.";
    } else if (count.pages > count.wanted) {
        message = fmt::format("The brochure has {}, {} more than the {} wanted: some {} too many.",
                              base::counted(count.pages, "page"), count.pages - count.wanted, count.wanted,
                              lines_of_emptiest(count.pages - count.wanted));
        remedy = "Shorten the text, allow more in [copyfitting], or want more pages.";
    } else {
        message = fmt::format("The brochure has {}, {} fewer than the {} wanted{}.",
                              base::counted(count.pages, "page"), count.wanted - count.pages, count.wanted,
                              has_notes_ ? "" : ", and the layout has no part for notes to fill them");
        remedy =
            "Lengthen the text, want fewer pages, or put \"notes\" before the back cover in the layout's "
            "'parts'.";
    }
    if (design_.copyfitting.pages_asked) {
        sink.error(diag::code::pages_missed, place, std::move(message), std::move(remedy));
    } else {
        sink.warning(diag::code::pages_missed, place, std::move(message), std::move(remedy));
    }
}

}  // namespace brochure::page
