#include "preflight/preflight.hpp"

#include "pdf/font/reading.hpp"
#include "preflight/claims.hpp"
#include "preflight/labels.hpp"
#include "preflight/picture_rules.hpp"
#include "preflight/press_rules.hpp"
#include "preflight/print_rules.hpp"
#include "preflight/sheet_rules.hpp"
#include "preflight/words_on_pictures.hpp"

namespace brochure::preflight {

void check_print(const Subject& subject, Sink& sink) {
    coarse_pictures(subject, sink);
    thin_lines(subject, sink);
    text_near_trim(subject, sink);
    check_labels(subject.pages, subject.fonts, sink);
    check_words_on_pictures(subject.pages, subject.fonts, sink);
    check_profiles(subject.pages, sink);
}

void check_grey(const Subject& subject, Sink& sink) { check_greys(subject.pages, sink); }

void check_screen(const Subject& subject, Sink& sink) {
    check_screen_claims(subject.pages, pdf::read_pages(subject.pages, subject.fonts), sink);
}

void check_press(const Subject& subject, const pdf::PressDocument& press, const pdf::PressProfile& profile,
                 const pdf::PressOptions& options, Sink& sink) {
    check_for_press(subject, press, profile, options, sink);
    check_press_claims(press, options, sink);
}

void check_sheets(const Subject& subject, const std::vector<impose::Sheet>& sheets, Sink& sink) {
    check_for_office_printer(subject.pages, subject.fonts, sheets, subject.design.place, sink);
}

}  // namespace brochure::preflight
