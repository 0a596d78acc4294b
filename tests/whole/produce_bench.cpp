// How long the way of the data takes for the sample brochure: from text to pages, and from pages to bytes.
#include <benchmark/benchmark.h>

#include "design/read.hpp"
#include "document/files/read.hpp"
#include "make/produce.hpp"
#include "make/project.hpp"
#include "pdf/editions/write_screen.hpp"

namespace brochure {
namespace {

struct Sample {
    Sink sink;
    make::Project project = make::open_project(BROCHURE_SOURCE_ROOT, {});
    std::optional<design::Design> layout =
        design::read_layout("a5", project.layout_folders, project.folders.root, sink);
    std::optional<document::Document> document =
        document::read_document(project.folders, "botmetastasen", "nl", sink);
    make::PictureFiles files;
    style::Pictures pictures = make::read_pictures(*document, false, files, sink);
    font::Library fonts{project.font_folders};
};

void ReadDocument(benchmark::State& state) {
    const make::Project project = make::open_project(BROCHURE_SOURCE_ROOT, {});
    for (auto _ : state) {
        Sink sink;
        benchmark::DoNotOptimize(document::read_document(project.folders, "botmetastasen", "nl", sink));
    }
}
BENCHMARK(ReadDocument);

void MakePages(benchmark::State& state) {
    Sample sample;
    for (auto _ : state) {
        benchmark::DoNotOptimize(make::produce(*sample.document, *sample.layout, sample.pictures,
                                               {sample.fonts}, std::nullopt, sample.sink));
    }
}
BENCHMARK(MakePages);

void WriteScreen(benchmark::State& state) {
    Sample sample;
    const page::Pagination pages = make::produce(*sample.document, *sample.layout, sample.pictures,
                                                 {sample.fonts}, std::nullopt, sample.sink);
    for (auto _ : state) {
        benchmark::DoNotOptimize(pdf::write_screen(pages.document, sample.fonts));
    }
}
BENCHMARK(WriteScreen);

}  // namespace
}  // namespace brochure
