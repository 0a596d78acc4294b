// Values as a PDF writes them (ISO 32000-1, 7.3): the typed door to its syntax, so that nothing else pastes
// tokens. In: names, texts in UTF-8, bytes, numbers, references to objects. Out: a Direct, which is an array
// or a dictionary in its printed form; entries of a Dict take one, content streams print one.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace brochure::pdf {

struct Name {
    std::string_view letters;  // regular characters only: every name of ours is
};
struct Text {  // a text string: PDFDocEncoding where it is ASCII, UTF-16BE else
    std::string_view utf8;
};
struct Bytes {  // a byte string
    std::string_view bytes;
};
struct Null {};

class Direct;
class Dict;

// One value inside a Direct.
class Atom {
  public:
    Atom(Name name);
    Atom(Text text);
    Atom(Null null);
    Atom(double number);  // exact to three places, as all of a page's numbers
    Atom(std::same_as<bool> auto flag) : printed_(flag ? "true" : "false") {}
    Atom(std::integral auto number) requires(!std::same_as<decltype(number), bool>)
        : printed_(std::to_string(number)) {}
    Atom(const Dict& indirect);  // as a reference
    Atom(Direct direct);

    [[nodiscard]] const std::string& printed() const { return printed_; }

  private:
    std::string printed_;
};

class Direct {
  public:
    static Direct array(std::initializer_list<Atom> values);
    static Direct dictionary(std::initializer_list<std::pair<std::string_view, Atom>> entries);

    [[nodiscard]] const std::string& printed() const { return printed_; }

  private:
    explicit Direct(std::string printed) : printed_(std::move(printed)) {}
    std::string printed_;
};

}  // namespace brochure::pdf
