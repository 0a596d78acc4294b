#include "xml/writer.hpp"

#include <cassert>
#include <pugixml.hpp>
#include <sstream>

namespace brochure::xml {

Writer::Writer() : document_(std::make_unique<pugi::xml_document>()), at_(document_->internal_object()) {}

Writer::~Writer() = default;

Writer& Writer::open(const char* name, const Attributes& attributes) {
    pugi::xml_node node = pugi::xml_node{at_}.append_child(name);
    for (const auto& [key, value] : attributes) {
        if (!value.empty()) node.append_attribute(key.c_str()) = value.c_str();
    }
    at_ = node.internal_object();
    ++depth_;
    return *this;
}

Writer& Writer::words(std::string_view text) {
    if (!text.empty())
        pugi::xml_node{at_}.append_child(pugi::node_pcdata).set_value(std::string{text}.c_str());
    return *this;
}

Writer& Writer::close() {
    assert(depth_ > 0);
    at_ = pugi::xml_node{at_}.parent().internal_object();
    --depth_;
    return *this;
}

Writer& Writer::line() { return words("\n" + std::string(2 * depth_, ' ')); }

Writer& Writer::open_line(const char* name, const Attributes& attributes) {
    return (depth_ > 0 ? line() : *this).open(name, attributes);
}

Writer& Writer::close_line() {
    --depth_;
    line();
    ++depth_;
    return close();
}

Writer& Writer::whole_line(const char* name, const Attributes& attributes, std::string_view text) {
    return open_line(name, attributes).words(text).close();
}

std::string Writer::take() const {
    assert(depth_ == 0);
    std::ostringstream out;
    // The library would begin lines of its own.
    document_->save(out, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + out.str() + "\n";
}

}  // namespace brochure::xml
