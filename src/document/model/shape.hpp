// Shape: a text as its sections, and in each what a translation must have at the same point.
// In: a document. Out: sections in order, the first being what stands before any heading; their features
// (call-outs, images, tables) and how many paragraphs and list items they have. Points into the document.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "document/model/document.hpp"

namespace brochure::document {

struct Feature {
    std::string name;  // "the image 'arm'": equal in two texts if they correspond
    Place place;
    const Block* block = nullptr;
};
using Features = std::vector<Feature>;

// What has no name of its own is counted.
struct Counts {
    std::size_t paragraphs = 0, items = 0;
    Place last_paragraph, last_item;

    void add(const Counts& more);
};

struct Section {
    std::string id;  // of its heading; empty before the first
    Place place;
    const Heading* heading = nullptr;
    Features features;
    Counts counts;  // those in call-outs are the call-outs' own
};

std::vector<Section> sections_of(const Document& document);
Counts counts_of(const std::vector<Block>& blocks);

// A longest common subsequence by name, as pairs of indices: what corresponds.
using Pairs = std::vector<std::pair<std::size_t, std::size_t>>;
Pairs correspondence(const Features& a, const Features& b);

}  // namespace brochure::document
