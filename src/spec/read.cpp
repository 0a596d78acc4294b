#include "spec/read.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.hpp"
#include "diag/codes.hpp"
#include "spec/contrast.hpp"
#include "spec/layers.hpp"
#include "spec/names.hpp"
#include "spec/readers.hpp"
#include "spec/section.hpp"
#include "spec/text_styles.hpp"

namespace brochure::spec {

namespace fs = std::filesystem;
namespace code = diag::code;

namespace {

constexpr Length least_body = Length::points(9);  // EC guideline on package leaflets, 2009
constexpr Length good_body = Length::points(12);  // Clear Print (UKAAF)
constexpr double good_leading = 1.2;

void read_flow(LayoutSpec& spec, Section& root, const Desk& desk) {
    Section paragraph = root.section("paragraph", required);
    spec.body = desk.names().text(paragraph, "text");
    spec.paragraph = desk.space(paragraph, spec.body);
    paragraph.report_unknown_keys();

    Section heading = root.section("heading", required);
    spec.part_start = read_part_start(heading);
    spec.headings = read_headings(heading, desk);
    heading.report_unknown_keys();

    Section cross_reference = root.section("cross_reference", required);
    spec.cross_reference.print_page = cross_reference.boolean("print_page", required).value_or(true);
    cross_reference.report_unknown_keys();

    spec.list = read_list(root.section("list", required), desk);
    spec.call_outs = read_call_outs(root.section("call_out", required), desk);
    spec.quote = read_quote(root.section("quote", required), desk);
    spec.figure = read_figure(root.section("figure", required), desk);
    spec.pictogram = read_pictogram(root.section("pictogram"), desk);
    spec.margin_column = read_margin_column(root.section("margin_column"), desk);
    spec.pull_out = read_pull_out(root.section("pull_out"), desk);
    spec.table = read_table(root.section("table", required), desk);
    spec.card = read_card(root.section("card", required), desk);
    spec.treatment_tables = read_treatment_tables(root.section("treatment_tables"));
    spec.footnote = read_footnote(root.section("footnote", required), desk);
}

void read_around(LayoutSpec& spec, Section& root, const Desk& desk) {
    spec.cover = read_cover(root.section("cover", required), desk);
    spec.contents = read_contents(root.section("contents", required), desk);
    spec.key_messages = read_key_messages(root.section("key_messages", required), desk);
    spec.reference = read_reference(root.section("reference", required), desk);
    spec.notes = read_notes(root.section("notes", required), desk);
    spec.back = read_back(root.section("back_cover", required), desk);
    spec.running = read_running(root.section("running_head", required), desk);
    spec.tab = read_tab(root.section("thumb_tab", required), desk);
}

// A column of pictograms takes too much of a column of text.
void check_columns(const LayoutSpec& spec, Section& root) {
    if (!spec.pictogram.shown || !spec.columns.hold("body")) return;
    root.section("columns").refuse("parts", code::layout_geometry,
                                   "pictograms stand beside the body, and it is set in columns",
                                   "take \"body\" out of 'columns.parts', or write pictogram.shown = false");
}

void check_body_size(const LayoutSpec& spec, Sink& sink) {
    if (spec.body == nullptr || spec.body->size >= least_body) return;
    sink.error(code::text_small, spec.body->size_place,
               fmt::format("the body text is {}, too small for a patient to read",
                           length_text(spec.body->size, Unit::pt)),
               fmt::format("write at least {}, better {}", length_text(least_body, Unit::pt),
                           length_text(good_body, Unit::pt)));
}

LayoutSpec read_sections(const std::string& name, Section root, Sink& sink, int more_lines) {
    LayoutSpec spec;
    Names names{spec};
    spec.name = name;
    spec.place = root.place();
    spec.description = root.string("description", required).value_or("");
    spec.editions = read_editions(root);
    spec.page = read_page(root.section("page", required), more_lines);
    spec.parts = read_parts(root, spec.page);
    spec.columns = read_columns(root.section("columns"), spec.page);
    spec.families = read_families(root.section("families", required));
    const ColourSources sources{read_colours(root.section("colours", required), names, spec), root.files()};
    spec.texts = read_texts(root.section("text", required), root.section("line_breaking"), spec.page, names);
    spec.pages = read_page_breaking(root.section("page_breaking"));
    spec.copyfitting = read_copyfitting(root.section("copyfitting"), spec.page);
    spec.screen = read_screen(root.section("screen"));
    spec.press = read_press(root.section("press"));
    if (spec.press.profile_place.file.empty()) spec.press.profile_place = root.value_place("editions");
    spec.booklet = read_booklet(root.section("booklet"));
    const Desk desk{spec.page, names};
    read_flow(spec, root, desk);
    check_columns(spec, root);
    read_around(spec, root, desk);
    root.report_unknown_keys();
    check_body_size(spec, sink);
    if (!names.colour_failed()) check_contrast(spec, sink, sources);
    return spec;
}

}  // namespace

std::optional<LayoutSpec> read_layout(const std::string& name, const std::vector<fs::path>& folders,
                                      const fs::path& project_root, Sink& sink, int more_lines) {
    Sink own;
    const Section root = read_layers(name, folders, project_root, own);
    std::optional<LayoutSpec> spec;
    if (root.present()) spec = read_sections(name, root, own, more_lines);
    // A value that several styles inherit is read for each of them; what is wrong with it is said once.
    for (diag::Diagnostic& diagnostic : own.sorted()) sink.report(std::move(diagnostic));
    if (own.has_errors()) spec.reset();
    return spec;
}

void reading_warnings(const LayoutSpec& spec, Sink& sink) {
    if (spec.body == nullptr) return;
    if (spec.body->size < good_body) {
        sink.warning(
            code::text_small, spec.body->size_place,
            fmt::format("the body text is {}; tired eyes want more", length_text(spec.body->size, Unit::pt)),
            fmt::format("write {} or more", length_text(good_body, Unit::pt)));
    }
    if (spec.body->leading < spec.body->size.scaled(good_leading)) {
        sink.warning(
            code::leading_tight, spec.body->place,
            fmt::format("the body's lines stand {} apart at a size of {}",
                        length_text(spec.body->leading, Unit::pt), length_text(spec.body->size, Unit::pt)),
            fmt::format("give '{}' a leading of 1.2 to 1.5 em", spec.body->name));
    }
}

std::vector<std::string> list_layouts(const std::vector<fs::path>& folders) {
    std::vector<std::string> names;
    for (const fs::path& folder : folders) {
        const auto files = base::list_folder(folder);
        if (!files.ok()) continue;
        for (const base::Entry& entry : files.value()) {
            const fs::path file = entry.name;
            if (file.extension() == ".toml" && !entry.folder && !entry.unusable)
                names.push_back(file.stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

}  // namespace brochure::spec
