// Values of a translation beside those of its master text, piece by piece.
// In: two documents. Out: a diagnostic with both places for
// - every amount, unit, date or telephone number that differs (code value-differs): an error where both texts
//   have figures and they are not the same, else a warning;
// - every mark that one has and the other lacks (mark-differs): an error for links, references and notes, a
//   warning for citations and emphasis;
// - a passage about what can harm that denies something in one text alone (negation-differs): a warning.
#pragma once

#include <memory>

#include "document/model/document.hpp"
#include "units/comparison.hpp"

namespace brochure::translation {

// What the master text says is found out once for all its translations, which it outlives.
class ValueComparison {
  public:
    explicit ValueComparison(const document::Document& master);
    ~ValueComparison();
    ValueComparison(const ValueComparison&) = delete;
    ValueComparison& operator=(const ValueComparison&) = delete;
    void compare(const document::Document& translation, Sink& sink) const;

  private:
    class Master;
    std::unique_ptr<const Master> master_;
};

void compare_values(const document::Document& master, const document::Document& translation, Sink& sink);

}  // namespace brochure::translation
