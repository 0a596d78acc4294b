// Result<T>: a value, or what the environment (disk, permissions, memory) refused and why.
// Never for an author's mistake: that is a diag::Diagnostic. Never for our own bug: that is an assertion.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace brochure::base {

struct Error {
    std::string message;  // one sentence, with the path it concerns
};

struct Done {};  // the value of a Result that has none

template <class T = Done>
class Result {
  public:
    Result(T value) : content_(std::move(value)) {}
    Result(Error error) : content_(std::move(error)) {}

    [[nodiscard]] bool ok() const { return std::holds_alternative<T>(content_); }
    explicit operator bool() const { return ok(); }
    [[nodiscard]] const T& value() const& {
        assert(ok());
        return std::get<T>(content_);
    }
    [[nodiscard]] T&& value() && {
        assert(ok());
        return std::get<T>(std::move(content_));
    }
    [[nodiscard]] const Error& error() const {
        assert(!ok());
        return std::get<Error>(content_);
    }

  private:
    std::variant<T, Error> content_;
};

}  // namespace brochure::base
