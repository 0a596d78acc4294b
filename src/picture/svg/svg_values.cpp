// Transforms, colours, lengths and lists.
#include "picture/svg/svg_values.hpp"

#include <algorithm>
#include <svgpp/adapter/transform.hpp>
#include <svgpp/factory/integer_color.hpp>
#include <svgpp/parser/grammar/color.hpp>
#include <svgpp/parser/grammar/length.hpp>
#include <svgpp/parser/grammar/transform.hpp>

namespace brochure::picture {

namespace {

namespace qi = boost::spirit::qi;
namespace unit = svgpp::tag::length_units;

bool in_range(double value) { return std::abs(value) <= max_coordinate; }  // false for NaN as well

struct TransformTarget {
    Matrix matrix;
    void transform_matrix(const boost::array<double, 6>& m) { matrix = {m[0], m[1], m[2], m[3], m[4], m[5]}; }
};

using TransformAdapter = svgpp::transform_adapter<TransformTarget, svgpp::policy::transform::matrix>;
using TransformGrammar =
    svgpp::transform_grammar<const char*, TransformAdapter, double,
                             svgpp::policy::transform_events::forward_to_method<TransformAdapter>>;

struct ColourFactory : svgpp::factory::color::integer<unsigned> {};
using ColourGrammar = svgpp::color_grammar<svgpp::tag::source::css, const char*, ColourFactory>;

// CSS Values 3, 6.2: an inch is 96 drawing units. No value for a unit that depends on the page or the font.
struct LengthFactory {
    using length_type = std::optional<double>;
    using number_type = double;
    static length_type create_length(double v, unit::none) { return v; }
    static length_type create_length(double v, unit::px) { return v; }
    static length_type create_length(double v, unit::in) { return v * 96; }
    static length_type create_length(double v, unit::cm) { return v * 96 / 2.54; }
    static length_type create_length(double v, unit::mm) { return v * 96 / 25.4; }
    static length_type create_length(double v, unit::pt) { return v * 96 / 72; }
    static length_type create_length(double v, unit::pc) { return v * 16; }
    static length_type create_length(double, unit::em) { return std::nullopt; }
    static length_type create_length(double, unit::ex) { return std::nullopt; }
    template <class Dimension>
    static length_type create_length(double, unit::percent, Dimension) {
        return std::nullopt;
    }
};

using LengthGrammar = svgpp::length_grammar<svgpp::tag::source::attribute, const char*, LengthFactory>;
using Number = qi::real_parser<double, svgpp::detail::number_policies<double, svgpp::tag::source::attribute>>;

// Items of `item` parted by white space, a comma or both.
template <class Item>
Parsed<std::vector<double>> parse_list(std::string_view text, const Item& item) {
    static const svgpp::detail::comma_wsp_rule_no_skip<const char*> separator;
    if (const char* beyond = first_beyond_ascii(text)) return {{}, beyond};
    const std::string_view inner = trimmed(text);
    const char* at = inner.data();
    const char* const end = at + inner.size();
    std::vector<double> values;
    while (at != end) {
        const char* const before = at;
        std::optional<double> value;
        if (!values.empty() && !qi::parse(at, end, separator) && *at != '-' && *at != '+') return {{}, at};
        if (!item(at, end, value) || !value || !in_range(*value)) return {{}, before};
        values.push_back(*value);
    }
    return {std::move(values)};
}

bool read_length(const char*& at, const char* end, std::optional<double>& value) {
    static const LengthGrammar grammar;
    static const LengthFactory factory;
    return qi::parse(at, end, grammar(boost::phoenix::cref(factory)), value);
}

bool read_number(const char*& at, const char* end, std::optional<double>& value) {
    double number = 0;
    if (!qi::parse(at, end, Number(), number)) return false;
    value = number;
    return true;
}

}  // namespace

const char* first_beyond_ascii(std::string_view text) {
    const auto found =
        std::ranges::find_if(text, [](char c) { return static_cast<unsigned char>(c) > 0x7F; });
    return found == text.end() ? nullptr : text.data() + (found - text.begin());
}

Parsed<Matrix> parse_transform(std::string_view text) {
    if (const char* beyond = first_beyond_ascii(text)) return {{}, beyond};
    static const TransformGrammar grammar;
    TransformTarget target;
    TransformAdapter adapter(target);
    const char* at = text.data();
    const char* const end = at + text.size();
    const bool read =
        qi::phrase_parse(at, end, grammar(boost::phoenix::ref(adapter)), TransformGrammar::skipper_type());
    if (!read || at != end) return {{}, at};
    adapter.on_exit_attribute();
    const Matrix& m = target.matrix;
    for (const double v : {m.a, m.b, m.c, m.d, m.e, m.f}) {
        if (!in_range(v)) return {{}, text.data()};
    }
    return {m};
}

Parsed<base::Colour> parse_colour(std::string_view text) {
    static const ColourGrammar grammar;
    if (first_beyond_ascii(text) != nullptr) return {{}, text.data()};
    const std::string_view inner = trimmed(text);
    const char* at = inner.data();
    const char* const end = at + inner.size();
    unsigned value = 0;
    if (!qi::parse(at, end, grammar, value) || at != end) return {{}, inner.data()};
    const auto byte = [value](int shift) { return static_cast<std::uint8_t>(value >> shift & 0xFF); };
    return {base::Colour{{byte(16), byte(8), byte(0)}, {}}};
}

Parsed<double> parse_length(std::string_view text) {
    if (first_beyond_ascii(text) != nullptr) return {{}, text.data()};
    const std::string_view inner = trimmed(text);
    const char* at = inner.data();
    const char* const end = at + inner.size();
    std::optional<double> value;
    if (!read_length(at, end, value) || at != end || !value || !in_range(*value)) return {{}, inner.data()};
    return {*value};
}

Parsed<std::vector<double>> parse_lengths(std::string_view text) { return parse_list(text, read_length); }
Parsed<std::vector<double>> parse_numbers(std::string_view text) { return parse_list(text, read_number); }

}  // namespace brochure::picture
