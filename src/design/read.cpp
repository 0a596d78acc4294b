#include "design/read.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/file.hpp"
#include "design/contrast.hpp"
#include "design/layers.hpp"
#include "design/names.hpp"
#include "design/readers.hpp"
#include "design/section.hpp"
#include "design/text_styles.hpp"
#include "diag/codes.hpp"

namespace brochure::design {

namespace fs = std::filesystem;
namespace code = diag::code;

namespace {

constexpr Length least_body = Length::points(9);  // EC guideline on package leaflets, 2009
constexpr Length good_body = Length::points(12);  // Clear Print (UKAAF)
constexpr double good_leading = 1.2;

void read_flow(Design& design, Section& root, const Desk& desk) {
    Section paragraph = root.section("paragraph", required);
    design.body = desk.names().text(paragraph, "text");
    design.paragraph = desk.space(paragraph, design.body);
    paragraph.report_unknown_keys();

    Section heading = root.section("heading", required);
    design.part_start = read_part_start(heading);
    design.headings = read_headings(heading, desk);
    heading.report_unknown_keys();

    Section cross_reference = root.section("cross_reference", required);
    design.cross_reference.print_page = cross_reference.boolean("print_page", required).value_or(true);
    cross_reference.report_unknown_keys();

    design.list = read_list(root.section("list", required), desk);
    design.call_outs = read_call_outs(root.section("call_out", required), desk);
    design.quote = read_quote(root.section("quote", required), desk);
    design.figure = read_figure(root.section("figure", required), desk);
    design.pictogram = read_pictogram(root.section("pictogram"), desk);
    design.margin_column = read_margin_column(root.section("margin_column"), desk);
    design.pull_out = read_pull_out(root.section("pull_out"), desk);
    design.table = read_table(root.section("table", required), desk);
    design.card = read_card(root.section("card", required), desk);
    design.treatment_tables = read_treatment_tables(root.section("treatment_tables"));
    design.footnote = read_footnote(root.section("footnote", required), desk);
}

void read_around(Design& design, Section& root, const Desk& desk) {
    design.cover = read_cover(root.section("cover", required), desk);
    design.contents = read_contents(root.section("contents", required), desk);
    design.key_messages = read_key_messages(root.section("key_messages", required), desk);
    design.reference = read_reference(root.section("reference", required), desk);
    design.notes = read_notes(root.section("notes", required), desk);
    design.back = read_back(root.section("back_cover", required), desk);
    design.running = read_running(root.section("running_head", required), desk);
    design.tab = read_tab(root.section("thumb_tab", required), desk);
}

// A column of pictograms takes too much of a column of text.
void check_columns(const Design& design, Section& root) {
    if (!design.pictogram.shown || !design.columns.hold(PartKind::body)) return;
    root.section("columns").refuse("parts", code::layout_geometry,
                                   "pictograms stand beside the body, and it is set in columns",
                                   "take \"body\" out of 'columns.parts', or write pictogram.shown = false");
}

void check_body_size(const Design& design, Sink& sink) {
    if (design.body == nullptr || design.body->size >= least_body) return;
    sink.error(code::text_small, design.body->size_place,
               fmt::format("the body text is {}, too small for a patient to read",
                           length_text(design.body->size, Unit::pt)),
               fmt::format("write at least {}, better {}", length_text(least_body, Unit::pt),
                           length_text(good_body, Unit::pt)));
}

Design read_sections(const std::string& name, Section root, Sink& sink, int more_lines) {
    Design design;
    Names names{design};
    design.name = name;
    design.place = root.place();
    design.description = root.string("description", required).value_or("");
    design.editions = read_editions(root);
    design.page = read_page(root.section("page", required), more_lines);
    design.parts = read_parts(root, design.page);
    design.columns = read_columns(root.section("columns"), design.page);
    design.families = read_families(root.section("families", required));
    const ColourSources sources{read_colours(root.section("colours", required), names, design), root.files()};
    design.texts =
        read_texts(root.section("text", required), root.section("line_breaking"), design.page, names);
    design.pages = read_page_breaking(root.section("page_breaking"));
    design.copyfitting = read_copyfitting(root.section("copyfitting"), design.page);
    design.screen = read_screen(root.section("screen"));
    design.press = read_press(root.section("press"));
    if (design.press.profile_place.file.empty()) design.press.profile_place = root.value_place("editions");
    design.booklet = read_booklet(root.section("booklet"));
    const Desk desk{design.page, names};
    read_flow(design, root, desk);
    check_columns(design, root);
    read_around(design, root, desk);
    root.report_unknown_keys();
    check_body_size(design, sink);
    if (!names.colour_failed()) check_contrast(design, sink, sources);
    return design;
}

}  // namespace

std::optional<Design> read_layout(const std::string& name, const std::vector<fs::path>& folders,
                                  const fs::path& project_root, Sink& sink, int more_lines) {
    Sink own;
    const Section root = read_layers(name, folders, project_root, own);
    std::optional<Design> design;
    if (root.present()) design = read_sections(name, root, own, more_lines);
    // A value that several styles inherit is read for each of them; what is wrong with it is said once.
    for (diag::Diagnostic& diagnostic : own.sorted()) sink.report(std::move(diagnostic));
    if (own.has_errors()) design.reset();
    return design;
}

void reading_warnings(const Design& design, Sink& sink) {
    if (design.body == nullptr) return;
    if (design.body->size < good_body) {
        sink.warning(code::text_small, design.body->size_place,
                     fmt::format("the body text is {}; tired eyes want more",
                                 length_text(design.body->size, Unit::pt)),
                     fmt::format("write {} or more", length_text(good_body, Unit::pt)));
    }
    if (design.body->leading < design.body->size.scaled(good_leading)) {
        sink.warning(code::leading_tight, design.body->place,
                     fmt::format("the body's lines stand {} apart at a size of {}",
                                 length_text(design.body->leading, Unit::pt),
                                 length_text(design.body->size, Unit::pt)),
                     fmt::format("give '{}' a leading of 1.2 to 1.5 em", design.body->name));
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

}  // namespace brochure::design
