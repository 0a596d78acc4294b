// DrawingReader: an SVG tree made into paths and labels.
// In: a tree with places (SvgSource). Out: a Drawing in the coordinates of its viewBox; what cannot be drawn
// is an error at its place. Copies, drawings within drawings and boxes to clip with are resolved here: what
// comes out is plain paths. Internal to this folder.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "picture/matrix.hpp"
#include "picture/picture.hpp"
#include "picture/svg/svg_shapes.hpp"
#include "picture/svg/svg_sheet.hpp"
#include "picture/svg/svg_source.hpp"
#include "picture/svg/svg_style.hpp"
#include "picture/svg/svg_viewport.hpp"
#include "picture/visible.hpp"

namespace brochure::picture {

class DrawingReader {
  public:
    explicit DrawingReader(SvgSource& source) : source_(source) {}

    Drawing read();

  private:
    void read_size(xml::Node root);
    void check_aspect(xml::Node root);
    void read_element(xml::Node element, const Style& around, const Matrix& outer);
    void read_group(xml::Node element, std::string_view own, const Style& around, const Matrix& outer);
    void read_children(xml::Node element, const Style& style, const Matrix& matrix);
    void read_alternative(xml::Node element, const Style& around, const Matrix& outer);
    void read_use(xml::Node element, const Style& around, const Matrix& outer);
    void read_copy(xml::Node use, xml::Node target, const Style& style, const Matrix& matrix);
    void read_viewport(xml::Node element, const Style& style, const Matrix& outer, const Box& port);
    Box port_of(xml::Node element, double width, double height);
    xml::Node target_of(xml::Node element);
    std::optional<ClipArea> clip_of(const Declaration& clip, const Matrix& matrix);
    [[nodiscard]] bool cuts_nothing(const ClipArea& clip, std::size_t from) const;

    // Whatever `draw` adds is cut off at the clip, which is left out again where it cuts nothing.
    template <class Draw>
    void clipped(std::optional<ClipArea> clip, Draw&& draw) {
        if (!clip) return draw();
        const auto id = static_cast<std::uint32_t>(drawing_.clips.size());
        const std::size_t from = drawing_.paths.size();
        drawing_.clips.push_back(*std::move(clip));
        clips_.push_back(id);
        draw();
        clips_.pop_back();
        if (!cuts_nothing(drawing_.clips[id], from)) return;
        for (std::size_t i = from; i < drawing_.paths.size(); ++i) std::erase(drawing_.paths[i].clips, id);
    }
    void read_shape(xml::Node element, const Shape& shape, const Style& around, const Matrix& outer);
    void read_label(xml::Node element, const Style& around, const Matrix& outer);
    void add_path(xml::Node element, std::vector<PathStep> steps, const Style& style, const Matrix& matrix,
                  bool has_area);
    void refuse_opacity(const std::optional<Declaration>& opacity);
    Matrix matrix_of(xml::Node element, const Matrix& outer);

    SvgSource& source_;
    StyleSheet sheet_{source_};
    std::vector<xml::Node> within_uses_;  // targets that are being drawn
    std::size_t elements_ = 0;
    std::vector<std::uint32_t> clips_;         // that hold here
    std::set<const char*> refused_opacities_;  // one of a group concerns all its shapes
    Drawing drawing_;
    std::size_t steps_ = 0;
};

std::vector<PathStep> transformed(std::vector<PathStep> steps, const Matrix& matrix);

// Says of an element that it cannot be drawn, and what to do about it.
void refuse_element(xml::Node element, std::string_view name, SvgSource& source);

}  // namespace brochure::picture
