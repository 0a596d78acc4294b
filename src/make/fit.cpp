#include "make/fit.hpp"

#include <utility>

namespace brochure::make {

Fitted fit(const Job& job, const document::Document& document, const style::Pictures& pictures,
           const TypeCase& type_case, const Imprint& imprint, const Run& run, Sink& sink) {
    const Request& request = run.request;
    const auto pages_in = [&](const design::Design& layout, Sink& found) {
        return produce(document, layout, pictures, type_case, request.created, found, request.explain,
                       imprint);
    };
    Sink best;
    Fitted fitted{pages_in(*job.layout, best), {}};
    auto ill = [](const page::Pagination& pages) {
        return std::pair{pages.count.missed, pages.count.spoiled};
    };
    for (int step = 1; step <= job.layout->copyfitting.leading_lines; ++step) {
        for (const int more : {step, -step}) {
            if (ill(fitted.pages) == std::pair{false, std::size_t{0}}) break;
            Sink known, found;
            auto layout = read_layout(job.layout->name, run.project, request, known, more);
            if (!layout) continue;
            auto pages = pages_in(*layout, found);
            if (ill(pages) >= ill(fitted.pages) || found.has_errors()) continue;
            pages.count.more_lines = more;
            best = std::move(found);
            fitted = {std::move(pages), std::move(layout)};
        }
    }
    sink.take(std::move(best));
    return fitted;
}

}  // namespace brochure::make
