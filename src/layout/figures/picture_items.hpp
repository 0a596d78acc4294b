// A picture scaled into a box, a drawing's words set over it in our fonts. In: a picture, its labels, a box.
// Out: the picture as large as its proportions allow, then its words, which all belong to the same leaf.
// Internal to this folder.
#pragma once

#include <variant>
#include <vector>

#include "layout/lines/compose_input.hpp"

namespace brochure::layout {

std::vector<Item> picture_items(const ComposeInput& input, style::PictureId picture, Rect box,
                                std::variant<style::LeafId, Artifact> belongs,
                                const std::vector<style::DrawingLabelText>& labels);

}  // namespace brochure::layout
