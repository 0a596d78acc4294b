// Page content: the content stream and the resources of every page, with its marked content numbered.
// In: the document as it is read (reading.hpp), embedded faces, pictures. Out: page dictionaries, and for the
// structure tree the place of every leaf: page and MCID, in reading order.
#pragma once

#include <cstddef>
#include <vector>

#include "base/id.hpp"
#include "page/paged_document.hpp"
#include "pdf/content/pictures.hpp"
#include "pdf/font/fonts.hpp"
#include "pdf/font/reading.hpp"
#include "pdf/object/haru.hpp"

namespace brochure::pdf {

struct MarkedPlace {
    std::size_t page = 0;
    int mcid = 0;
};

struct WrittenPages {
    std::vector<Dict> pages;
    base::IdVec<style::LeafId, std::vector<MarkedPlace>> places;  // of every leaf
    std::vector<std::vector<style::LeafId>> leaf_of_mcid;         // by page and MCID
};

WrittenPages write_pages(File& file, const page::PagedDocument& document, const Reading& reading,
                         const std::vector<EmbeddedFace>& faces, Pictures& pictures, Ink ink);

}  // namespace brochure::pdf
