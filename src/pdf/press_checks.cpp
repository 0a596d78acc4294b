#include "pdf/press_checks.hpp"

namespace brochure::pdf {

void check_for_press(const page::PagedDocument&, const PressDocument&, const font::Library&,
                     const PressProfile&, const PressOptions&, Sink&) {}

}  // namespace brochure::pdf
