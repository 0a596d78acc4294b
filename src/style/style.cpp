#include "style/style.hpp"

#include <map>
#include <string>
#include <utility>

#include "style/context.hpp"

namespace brochure::style {

namespace {

// Contents and key messages have their pages to themselves: whatever follows them begins on a new one.
void keep_apart(std::vector<Part>& parts) {
    bool apart = false;
    for (Part& part : parts) {
        if (part.flow.empty() && part.fixed.empty()) continue;
        if (apart && !part.flow.empty()) part.flow.front().break_before = BreakBefore::force_page;
        apart = part.apart;
    }
}

}  // namespace

StyledDocument style_document(const document::Document& document, const design::Design& design,
                              const Pictures& pictures, const PageMap& pages, Sink& sink) {
    static const std::map<design::PartKind, void (*)(Context&)> makers{
        {design::PartKind::cover, style_cover},
        {design::PartKind::contents, style_contents},
        {design::PartKind::key_messages, style_key_messages},
        {design::PartKind::body, style_body},
        {design::PartKind::glossary, style_glossary},
        {design::PartKind::sources, style_sources},
        {design::PartKind::image_credits, style_image_credits},
        {design::PartKind::disclaimer, style_disclaimer},
        {design::PartKind::notes, style_notes},
        {design::PartKind::back_cover, style_back_cover}};
    Context context{document, design, pictures, pages, sink};
    context.heading_numbers = number_headings(document, design);
    context.out.title = document.title.utf8;
    context.out.language = document.language.tag;
    context.out.right_to_left = document.language.right_to_left;
    StructureNode& root = context.out.structure[context.out.structure.root()];
    root.language = document.language.tag;
    root.place = document.place;
    const design::ColumnsStyle& columns = design.columns;
    for (const design::PartKind part : design.parts) {
        const auto maker = makers.find(part);
        if (maker == makers.end()) continue;
        const std::size_t made = context.out.parts.size();
        maker->second(context);
        if (!columns.hold(part)) continue;
        for (std::size_t i = made; i < context.out.parts.size(); ++i)
            context.out.parts[i].columns =
                Columns{columns.count, columns.width(design.page.measure()), columns.gap};
    }
    keep_apart(context.out.parts);
    report_unseen_fields(context);
    return std::move(context.out);
}

}  // namespace brochure::style
