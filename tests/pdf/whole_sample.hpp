// Everything the writer knows in one small brochure of four pages: cover, contents, a table over two pages, a
// figure, lists, notes, links.
#pragma once

#include "pdf/sample.hpp"

namespace brochure::pdf {

inline picture::Drawing small_drawing() {
    picture::Drawing drawing;
    drawing.width = 100;
    drawing.height = 50;
    picture::VectorPath path;
    using Kind = picture::PathStep::Kind;
    path.steps = {{Kind::move, {10, 10}},
                  {Kind::line, {90, 10}},
                  {Kind::curve, {90, 20, 60.125, 45, 50, 45}},
                  {Kind::close, {}}};
    path.fill = Colour{{31, 122, 140}, {}};
    path.stroke = picture::Stroke{Colour{{14, 74, 90}, {}}, 1.5, 1, 1, 4, {3, 2}, 0};
    drawing.paths.push_back(path);
    return drawing;
}

inline style::NodeId table_row(Sample& sample, style::NodeId group, std::initializer_list<const char*> cells,
                               bool head = false) {
    auto& tree = sample.document.structure;
    const style::NodeId row = tree.add_node(group, Role::table_row);
    Length x = Length::points(40);
    for (const char* words : cells) {
        const bool is_header = head || x == Length::points(40);
        const style::NodeId cell = tree.add_node(row, is_header ? Role::header_cell : Role::data_cell);
        if (is_header) tree[cell].scope = head ? style::Scope::column : style::Scope::row;
        if (*words != '\0') {
            sample.say_in(words, sample.leaf(cell, Role::p), x);
            sample.y -= Length::points(17);
        }
        x += Length::points(120);
    }
    sample.y += Length::points(17);
    return row;
}

inline void add_table_over_two_pages(Sample& sample) {
    auto& tree = sample.document.structure;
    const style::NodeId table = tree.add_node(tree.root(), Role::table);
    sample.say_in("Tabel 1. Behandelingen", tree.add_leaf(tree.add_node(table, Role::caption)));
    const style::NodeId head = tree.add_node(table, Role::table_head);
    table_row(sample, head, {"Behandeling", "Doel", "Hoe vaak"}, true);
    const style::NodeId body = tree.add_node(table, Role::table_body);
    table_row(sample, body, {"Bestraling", "minder pijn", "één keer"});
    sample.add_page("3");
    sample.say_in("Behandeling", page::Artifact::layout);
    table_row(sample, body, {"Operatie", "stevigheid", ""});
}

inline style::NodeId add_figure(Sample& sample) {
    auto& document = sample.document;
    auto& tree = document.structure;
    const page::PictureId picture = document.pictures.push_back(test::named(small_drawing()));
    const style::NodeId figure = tree.add_node(tree.root(), Role::figure);
    tree[figure].alternative_text = "Een wervel, van boven gezien";
    const Rect box{{Length::points(40), sample.y}, {Length::points(200), Length::points(100)}};
    document.pages.back().items.push_back({page::PlacedPicture{picture, box}, tree.add_leaf(figure)});
    sample.y += Length::points(120);
    sample.say_in("Afbeelding 1. Een wervel.", tree.add_leaf(tree.add_node(figure, Role::caption)));
    return figure;
}

inline void add_list(Sample& sample) {
    auto& tree = sample.document.structure;
    const style::NodeId list = tree.add_node(tree.root(), Role::list);
    tree[list].numbering = style::ListNumbering::disc;
    for (const char* words : {"pijn in de rug", "minder kracht"}) {
        const style::NodeId item = tree.add_node(list, Role::list_item);
        sample.say_in("•", sample.leaf(item, Role::label));
        sample.y -= Length::points(17);
        sample.say_in(words, sample.leaf(tree.add_node(item, Role::list_body), Role::p), Length::points(54));
    }
}

// A paragraph in which a link runs over two lines.
inline style::NodeId add_link(Sample& sample) {
    auto& document = sample.document;
    auto& tree = document.structure;
    const style::NodeId paragraph = tree.add_node(tree.root(), Role::p);
    const style::LeafId before = tree.add_leaf(paragraph);
    const style::NodeId link = tree.add_node(paragraph, Role::link);
    const style::LeafId inside = tree.add_leaf(link);
    const style::LeafId after = tree.add_leaf(paragraph);
    const page::TextId text = sample.text("Lees meer op de site van de afdeling radiotherapie zelf.");
    const auto area = [&](double x, double width) {
        const Rect box{{Length::points(x), sample.y - Length::points(12)},
                       {Length::points(width), Length::points(15)}};
        document.pages.back().links.push_back({box, link, "https://www.example.org/straling?bot=één", "",
                                               "Site van de afdeling radiotherapie"});
    };
    sample.place({text, 0, 16}, before);
    sample.y -= Length::points(17);
    area(140, 120);
    sample.place({text, 16, 36, false, false, true}, inside, Length::points(140));
    area(40, 80);
    sample.place({text, 37, 50}, inside);
    sample.y -= Length::points(17);
    sample.place({text, 50, 56}, after, Length::points(130));
    return link;
}

inline void add_everything(Sample& sample) {
    auto& document = sample.document;
    auto& tree = document.structure;
    document.pages.back().items.push_back({page::FilledRect{{{Length::points(-9), Length::points(-9)},
                                                             {Length::points(440), Length::points(200)}},
                                                            Colour{{14, 74, 90}, {}}},
                                           page::Artifact::background});
    sample.say("Botmetastasen", Role::h1);
    document.destinations.push_back({"begin", 0, {Length::points(40), Length::points(50)}});

    sample.add_page("2");
    const style::NodeId contents = tree.add_node(tree.root(), Role::toc);
    const style::NodeId entry = tree.add_node(contents, Role::toci);
    const style::NodeId reference = tree.add_node(tree.add_node(entry, Role::reference), Role::link);
    document.pages.back().links.push_back(
        {{{Length::points(40), sample.y - Length::points(12)}, {Length::points(200), Length::points(16)}},
         reference,
         "",
         "behandeling",
         "Behandeling, bladzijde 2"});
    sample.say_in("Behandeling 2", tree.add_leaf(reference));
    document.destinations.push_back({"behandeling", 1, {Length::points(40), sample.y}});
    sample.say("Behandeling", Role::h2);
    sample.paragraph("Radio=therapie /helpt bij pijn, ook na een CT-|scan.");
    add_table_over_two_pages(sample);
    add_figure(sample);
    add_list(sample);
    add_link(sample);
    sample.say_in("3", page::Artifact::pagination_footer);

    sample.add_page("achter");
    const style::NodeId note = tree.add_node(tree.root(), Role::note);
    tree[note].id = "noot-1";
    sample.say_in("1. Bron: het ziekenhuis.", sample.leaf(note, Role::p));
    const style::NodeId quote = tree.add_node(tree.root(), Role::block_quote);
    tree[quote].language = "en";
    sample.say_in("Ask your doctor.", sample.leaf(quote, Role::p));

    document.outline = {
        {1, "Botmetastasen", "begin"}, {2, "Behandeling", "behandeling"}, {1, "Één", "begin"}};
}

struct WholeSample : Sample {
    WholeSample() { add_everything(*this); }
};

}  // namespace brochure::pdf
