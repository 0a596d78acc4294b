// Borrowing: the master's own words in a translation, where that has not followed yet.
// In: both documents, and where a passage stands in the master text. Out: the passage as the translation may
// print it: tagged with the master's language, its notes brought along, its references kept where they lead
// somewhere.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "document/model/document.hpp"

namespace brochure::translation {

// A place within one file: line and column.
using Spot = std::pair<std::uint32_t, std::uint32_t>;

class Borrowing {
  public:
    Borrowing(const document::Document& master, document::Document& translation);
    // False, and `text` as it was, if no passage of the master text begins there.
    bool take(const Spot& spot, document::Text& text);
    // Once all is taken: adds the notes that the translation did not have.
    void end();

  private:
    document::Text borrowed(const document::Text& text);
    std::size_t note_of(std::size_t master_note);

    const document::Document& master_;
    document::Document& translation_;
    std::map<Spot, const document::Text*> texts_;  // of the master
    std::set<std::string> headings_;               // of the translation
    std::vector<document::Footnote> notes_;        // to be added
};

}  // namespace brochure::translation
