// The number of pages: what is wanted of a run of pages, and, when all are made, whether it was reached.
// In: the layout, and which parts follow. Out: a PageGoal for the breaker; a CountReport, and a diagnostic
// where the number is another than was asked for (an error if the command line asked) or more than one page
// is left over for notes. Internal to this folder.
#pragma once

#include <cstddef>

#include "diag/diagnostic.hpp"
#include "page/breaking/break_data.hpp"
#include "page/report.hpp"

namespace brochure::page {

class PageCount {
  public:
    PageCount(const design::Design& design, bool has_notes) : design_(design), has_notes_(has_notes) {}

    // Of pages that are filled up with notes; `closing`: pages that follow those.
    [[nodiscard]] PageGoal before_notes(std::size_t made, std::size_t closing) const;
    // Of the last pages that flow, which nothing fills up behind.
    [[nodiscard]] PageGoal at_end(std::size_t made, std::size_t closing) const;

    // How full the pages are whose number counts: that tells how far off the number is.
    void see(const std::vector<PageChoice>& pages);

    // `place`: of the text.
    void report(CountReport& count, const Place& place, Sink& sink) const;

  private:
    [[nodiscard]] PageGoal goal(std::size_t made, std::size_t closing) const;
    // What so many pages less would take: the text of the emptiest.
    [[nodiscard]] std::string lines_of_emptiest(std::size_t pages) const;
    void report_missed(const CountReport& count, const Place& place, Sink& sink) const;

    const design::Design& design_;
    bool has_notes_;
    std::vector<Length> filled_;
};

}  // namespace brochure::page
