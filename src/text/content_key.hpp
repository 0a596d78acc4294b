// ContentKey: values written one after the other as bytes, to look up what was made from them before.
// In: numbers and texts. Out: a string, equal for equal values only: texts come with their lengths. Never
// stored.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "font/font.hpp"

namespace brochure::text {

class ContentKey {
  public:
    ContentKey& operator<<(std::string_view text) {
        *this << text.size();
        bytes_ += text;
        return *this;
    }
    template <class Number>
    requires std::is_arithmetic_v<Number> || std::is_enum_v<Number> ContentKey& operator<<(Number number) {
        bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
        return *this;
    }
    ContentKey& operator<<(Length length) { return *this << length.units(); }
    ContentKey& operator<<(const font::FaceQuery& query) {
        return *this << std::string_view(query.family) << query.weight << query.italic;
    }
    [[nodiscard]] std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

}  // namespace brochure::text
