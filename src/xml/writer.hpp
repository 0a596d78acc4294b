// Writer: an XML file, written element by element.
// In: names, attributes and words, in the order of the file. Out: its bytes in UTF-8. What would be a sign is
// escaped; no white space is put in but where a line is asked for, so that words stay as they are.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pugi {
struct xml_node_struct;
class xml_document;
}  // namespace pugi

namespace brochure::xml {

using Attributes = std::vector<std::pair<std::string, std::string>>;

class Writer {
  public:
    Writer();
    ~Writer();
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    // An attribute without a value is left out.
    Writer& open(const char* name, const Attributes& attributes = {});
    Writer& words(std::string_view text);
    Writer& close();
    // Begins a line, as far in as elements are open.
    Writer& line();
    // The same as a line of its own.
    Writer& open_line(const char* name, const Attributes& attributes = {});
    Writer& close_line();
    Writer& whole_line(const char* name, const Attributes& attributes, std::string_view text);

    // All elements are closed.
    [[nodiscard]] std::string take() const;

  private:
    std::unique_ptr<pugi::xml_document> document_;
    pugi::xml_node_struct* at_ = nullptr;
    std::size_t depth_ = 0;
};

}  // namespace brochure::xml
