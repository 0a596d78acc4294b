// [screen], [press], [booklet]: what an edition needs beside the pages. All may be left out.
#include "design/readers.hpp"

namespace brochure::design {

ScreenStyle read_screen(Section section) {
    ScreenStyle style;
    style.greyscale = section.boolean("greyscale").value_or(style.greyscale);
    section.report_unknown_keys();
    return style;
}

PressStyle read_press(Section section) {
    PressStyle style;
    style.profile = section.string("profile").value_or(style.profile);
    style.profile_place = section.value_place("profile");
    style.condition = section.string("condition").value_or(style.condition);
    style.greyscale = section.boolean("greyscale").value_or(style.greyscale);
    style.crop_marks = section.boolean("crop_marks").value_or(style.crop_marks);
    style.slug = section.boolean("slug").value_or(style.slug);
    section.report_unknown_keys();
    return style;
}

BookletStyle read_booklet(Section section) {
    BookletStyle style;
    const LengthRange side{Length::millimetres(50), Length::millimetres(2000)};
    style.sheet.width = section.length("sheet_width", side, Units{}).value_or(style.sheet.width);
    style.sheet.height = section.length("sheet_height", side, Units{}).value_or(style.sheet.height);
    style.flip =
        section.choice<Flip>("flip", {{"short_edge", Flip::short_edge}, {"long_edge", Flip::long_edge}})
            .value_or(style.flip);
    style.paper_thickness = section.length("paper_thickness", {Length{}, Length::millimetres(1)}, Units{})
                                .value_or(style.paper_thickness);
    style.unprintable_edge = section.length("unprintable_edge", {Length{}, Length::millimetres(20)}, Units{})
                                 .value_or(style.unprintable_edge);
    style.greyscale = section.boolean("greyscale").value_or(style.greyscale);
    style.cut_marks = section.boolean("cut_marks").value_or(style.cut_marks);
    style.fold_marks = section.boolean("fold_marks").value_or(style.fold_marks);
    section.report_unknown_keys();
    return style;
}

}  // namespace brochure::design
