// Id<Tag>: an index that cannot be mistaken for another table's index. IdVec<IdType, T>: the vector it
// indexes. In: values appended one by one. Out: their ids, in order of appending. An id is never reused.
#pragma once

#include <cassert>
#include <compare>
#include <cstdint>
#include <utility>
#include <vector>

namespace brochure::base {

template <class Tag>
class Id {
  public:
    constexpr Id() = default;
    explicit constexpr Id(std::size_t index) : index_(static_cast<std::uint32_t>(index)) {}
    [[nodiscard]] constexpr std::size_t index() const { return index_; }
    [[nodiscard]] constexpr bool valid() const { return index_ != none; }
    constexpr auto operator<=>(const Id&) const = default;

  private:
    static constexpr std::uint32_t none = 0xFFFFFFFF;
    std::uint32_t index_ = none;
};

template <class IdType, class T>
class IdVec {
  public:
    IdType push_back(T value) {
        items_.push_back(std::move(value));
        return IdType{items_.size() - 1};
    }
    T& operator[](IdType id) {
        assert(id.index() < items_.size());
        return items_[id.index()];
    }
    const T& operator[](IdType id) const {
        assert(id.index() < items_.size());
        return items_[id.index()];
    }
    [[nodiscard]] std::size_t size() const { return items_.size(); }
    [[nodiscard]] bool empty() const { return items_.empty(); }
    [[nodiscard]] IdType next_id() const { return IdType{items_.size()}; }
    void resize(std::size_t n) { items_.resize(n); }
    auto begin() { return items_.begin(); }
    auto end() { return items_.end(); }
    auto begin() const { return items_.begin(); }
    auto end() const { return items_.end(); }

  private:
    std::vector<T> items_;
};

}  // namespace brochure::base
