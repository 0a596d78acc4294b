#include "pdf/object/value.hpp"

#include "pdf/object/bytes.hpp"
#include "pdf/object/haru.hpp"
#include "pdf/object/number.hpp"
#include "pdf/object/text_string.hpp"

namespace brochure::pdf {

namespace {

std::string printed_text(std::string_view utf8) {
    if (!is_plain(utf8)) return '<' + hexadecimal(with_byte_order_mark(utf8)) + '>';
    std::string out = "(";
    for (const char c : utf8) {
        if (c == '(' || c == ')' || c == '\\') out += '\\';
        out += c;
    }
    return out += ')';
}

// Names, strings, arrays and dictionaries begin with a delimiter; all else is kept off what stands before it.
bool begins_itself(std::string_view printed) {
    return std::string_view("/(<[").find(printed.front()) != std::string_view::npos;
}

}  // namespace

Atom::Atom(Name name) : printed_("/" + std::string(name.letters)) {}
Atom::Atom(Text text) : printed_(printed_text(text.utf8)) {}
Atom::Atom(Null) : printed_("null") {}
Atom::Atom(double number) : printed_(decimal(number)) {}
Atom::Atom(const Dict& indirect) : printed_(indirect.reference()) {}
Atom::Atom(Direct direct) : printed_(direct.printed()) {}

Direct Direct::array(std::initializer_list<Atom> values) {
    std::string out = "[";
    for (const Atom& value : values) {
        if (out.size() > 1) out += ' ';
        out += value.printed();
    }
    return Direct(out += ']');
}

Direct Direct::dictionary(std::initializer_list<std::pair<std::string_view, Atom>> entries) {
    std::string out = "<<";
    for (const auto& [key, value] : entries) {
        out += '/';
        out += key;
        if (!begins_itself(value.printed())) out += ' ';
        out += value.printed();
    }
    return Direct(out += ">>");
}

}  // namespace brochure::pdf
