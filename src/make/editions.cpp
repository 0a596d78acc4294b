#include "make/editions.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "diag/codes.hpp"
#include "impose/impose.hpp"
#include "pdf/editions/write_booklet.hpp"
#include "pdf/editions/write_press.hpp"
#include "pdf/editions/write_screen.hpp"
#include "pdf/press/press_profile.hpp"

namespace brochure::make {

namespace {

using design::Edition;

bool stands_on_sheets(Edition edition) { return edition == Edition::booklet || edition == Edition::two_up; }

std::vector<impose::Sheet> sheets_of(const preflight::Subject& subject, Edition edition) {
    const design::BookletStyle& style = subject.design.booklet;
    const page::PagedDocument& document = subject.pages;
    impose::Options options;
    options.sheet = style.sheet;
    options.binding = document.right_to_left ? impose::Binding::right : impose::Binding::left;
    options.flip = style.flip == design::Flip::long_edge ? impose::DuplexFlip::long_edge
                                                         : impose::DuplexFlip::short_edge;
    options.paper_thickness = style.paper_thickness;
    options.unprintable_edge = style.unprintable_edge;
    options.cut_marks = style.cut_marks;
    options.fold_marks = style.fold_marks;
    if (style.cut_marks) options.bleed = document.bleed;
    return edition == Edition::booklet ? impose::impose_booklet(document.pages.size(), document.trim, options)
                                       : impose::impose_two_up(document.pages.size(), document.trim, options);
}

pdf::PrintSides sides_of(const design::BookletStyle& style, Edition edition) {
    if (edition != Edition::booklet) return pdf::PrintSides::one;
    return style.flip == design::Flip::long_edge ? pdf::PrintSides::both_flipped_on_long_edge
                                                 : pdf::PrintSides::both_flipped_on_short_edge;
}

}  // namespace

const base::Result<pdf::PressProfile>& PressProfiles::open(const std::filesystem::path& file) {
    return opened_.get(file, [&] { return pdf::PressProfile::open(file); });
}

struct Editions::Press {
    pdf::PressOptions options;
    const pdf::PressProfile& profile;
    pdf::PressDocument document;
};

Editions::Editions(const preflight::Subject& subject, bool greyscale, PressProfiles& profiles)
    : subject_(subject), greyscale_(greyscale), profiles_(profiles) {}
Editions::~Editions() = default;

bool Editions::is_grey(Edition edition) const {
    const design::Design& layout = subject_.design;
    if (greyscale_) return true;
    if (edition == Edition::press) return layout.press.greyscale;
    return stands_on_sheets(edition) ? layout.booklet.greyscale : layout.screen.greyscale;
}

base::Result<const Editions::Press*> Editions::press() {
    if (press_) return press_.get();
    const design::PressStyle& style = subject_.design.press;
    const auto named = [&](const base::Error& error) {
        const Place& at = style.profile_place;
        return base::Error{fmt::format("{}:{}:{}: {}", at.file, at.line, at.column, error.message)};
    };
    const auto file = pdf::find_profile(style.profile);
    if (!file.ok()) return named(file.error());
    const auto& profile = profiles_.open(file.value());
    if (!profile.ok()) return named(profile.error());
    pdf::PressOptions options{file.value(), style.condition, is_grey(Edition::press), style.crop_marks,
                              style.slug};
    pdf::PressDocument document =
        pdf::press_document(subject_.pages, subject_.fonts, profile.value(), options);
    press_.reset(new Press{std::move(options), profile.value(), std::move(document)});
    return press_.get();
}

namespace {

// A character without a glyph was told where it was shaped, a skipped level of headings where it was read,
// each with what to do: that the file would hold it as well is no second mistake.
Sink what_is_new(Sink&& found, const Sink& told) {
    for (const std::string_view code : {diag::code::glyph_missing, diag::code::heading_level}) {
        const auto is_told = [&](const diag::Diagnostic& one) { return one.code == code; };
        const auto known = told.sorted();
        if (std::none_of(known.begin(), known.end(), is_told)) continue;
        Sink rest;
        for (diag::Diagnostic& one : found.sorted()) {
            if (!is_told(one)) rest.report(std::move(one));
        }
        found = std::move(rest);
    }
    return std::move(found);
}

}  // namespace

void Editions::look_over(Sink& sink) const { preflight::check_print(subject_, sink); }

std::optional<std::string> Editions::look_over(Edition edition, const Sink& of_all, Sink& sink) {
    if (is_grey(edition)) preflight::check_grey(subject_, sink);
    if (edition == Edition::screen) {
        Sink found;
        preflight::check_screen(subject_, found);
        sink.take(what_is_new(std::move(found), of_all));
    }
    if (stands_on_sheets(edition)) preflight::check_sheets(subject_, sheets_of(subject_, edition), sink);
    if (edition != Edition::press) return std::nullopt;
    const auto press = this->press();
    if (!press.ok()) return press.error().message;
    Sink found;
    preflight::check_press(subject_, press.value()->document, press.value()->profile, press.value()->options,
                           found);
    sink.take(what_is_new(std::move(found), of_all));
    return std::nullopt;
}

base::Result<std::string> Editions::bytes_of(Edition edition) {
    if (edition == Edition::screen)
        return pdf::write_screen(subject_.pages, subject_.fonts, {is_grey(edition)});
    if (stands_on_sheets(edition)) {
        const design::BookletStyle& style = subject_.design.booklet;
        return pdf::write_sheets(
            subject_.pages, subject_.fonts, sheets_of(subject_, edition),
            {style.sheet, sides_of(style, edition), std::string{name_of(edition)}, is_grey(edition)});
    }
    const auto press = this->press();
    if (!press.ok()) return press.error();
    return pdf::write_press(press.value()->document, subject_.fonts, press.value()->profile,
                            press.value()->options);
}

}  // namespace brochure::make
