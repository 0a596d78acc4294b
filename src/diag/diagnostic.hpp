// Diagnostics: what an author got wrong, where, and what to do about it.
// In: reports from every stage, in any order. Out: one list sorted by file, line and column, as text or JSON.
// A stage never stops at the first mistake: it reports to the Sink and goes on with the best it can make of
// it.
#pragma once

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace brochure::diag {

// A place in a file the author edits. Lines and columns count from 1, columns in code points; 0 where
// unknown.
struct Place {
    std::string file;  // relative to the project folder
    std::uint32_t line = 0;
    std::uint32_t column = 0;
    auto operator<=>(const Place&) const = default;
};
// As a sentence names it: "content/x/nl.md:12:3".
std::string shown(const Place& place);

enum class Severity { error, warning };

struct Diagnostic {
    Severity severity = Severity::error;
    std::string code;  // stable, from diag/codes.hpp
    Place place;
    std::string message;  // one sentence
    std::string remedy;   // what to do
};

class Sink {
  public:
    void error(std::string_view code, Place place, std::string message, std::string remedy);
    void warning(std::string_view code, Place place, std::string message, std::string remedy);
    void report(Diagnostic diagnostic);
    void take(Sink&& other);  // appends another sink's reports

    [[nodiscard]] bool has_errors() const { return errors_ > 0; }
    [[nodiscard]] std::size_t errors() const { return errors_; }
    [[nodiscard]] std::size_t warnings() const { return all_.size() - errors_; }
    [[nodiscard]] std::vector<Diagnostic> sorted() const;  // without repeats

  private:
    std::vector<Diagnostic> all_;
    std::size_t errors_ = 0;
};

}  // namespace brochure::diag

namespace brochure {
using diag::Place;
using diag::Sink;
}  // namespace brochure
