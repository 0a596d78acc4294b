// PNG's row filters before Flate (ISO 32000-1, 7.4.4.4): photographs and flat drawings both shrink well.
// In: samples, 8 bits each, row by row. Out: rows with a filter byte each, for /Predictor 15.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace brochure::pdf {

std::string filtered_rows(std::string_view samples, std::size_t row_bytes, std::size_t pixel_bytes);

}  // namespace brochure::pdf
