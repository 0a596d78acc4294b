// Tree: an XML file as nodes that still know their lines and columns.
// In: the bytes of the file. Out: nodes whose names and values point into one buffer, so that any part of any
// value has a place; or what keeps the file from being read. The tree has one root, is at most so many
// elements deep, and holds nothing that asks for another file and no entity but XML's own and those that name
// a namespace in an attribute, as Illustrator writes them. Hides pugixml.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostic.hpp"

namespace pugi {
struct xml_node_struct;
struct xml_attribute_struct;
class xml_document;
}  // namespace pugi

namespace brochure::xml {

// From one to the next.
template <class One>
class Siblings {
  public:
    class Iterator {
      public:
        explicit Iterator(One at) : at_(at) {}
        const One& operator*() const { return at_; }
        Iterator& operator++() {
            at_ = at_.next();
            return *this;
        }
        bool operator==(const Iterator&) const = default;

      private:
        One at_;
    };
    explicit Siblings(One first) : first_(first) {}
    [[nodiscard]] Iterator begin() const { return Iterator{first_}; }
    [[nodiscard]] Iterator end() const { return Iterator{One{}}; }

  private:
    One first_;
};

// Names and values are never null; those of what there is not are empty, and stand in no file.
class Attribute {
  public:
    Attribute() = default;
    explicit Attribute(pugi::xml_attribute_struct* at) : at_(at) {}
    explicit operator bool() const { return at_ != nullptr; }
    bool operator==(const Attribute&) const = default;
    [[nodiscard]] const char* name() const;
    [[nodiscard]] const char* value() const;
    [[nodiscard]] Attribute next() const;

  private:
    pugi::xml_attribute_struct* at_ = nullptr;
};

class Node {
  public:
    Node() = default;
    explicit Node(pugi::xml_node_struct* at) : at_(at) {}
    explicit operator bool() const { return at_ != nullptr; }
    bool operator==(const Node&) const = default;
    [[nodiscard]] bool is_element() const;
    [[nodiscard]] bool is_text() const;  // characters or CDATA
    [[nodiscard]] const char* name() const;
    [[nodiscard]] const char* value() const;
    [[nodiscard]] Node parent() const;
    [[nodiscard]] Node next() const;
    [[nodiscard]] Siblings<Node> children() const;
    [[nodiscard]] Node child(const char* name) const;  // the first of this name
    [[nodiscard]] Siblings<Attribute> attributes() const;
    [[nodiscard]] Attribute attribute(const char* name) const;  // the first of this name

  private:
    pugi::xml_node_struct* at_ = nullptr;
};

struct Fault {
    enum class Kind {
        not_utf8,
        other_encoding,  // `detail` names it
        malformed,       // `detail` says why
        second_root,
        too_deep,
        unknown_entity,
        own_entities,  // declared in the document type, for more than names of namespaces
        style_sheet,   // in another file
    };
    Kind kind = Kind::malformed;
    std::size_t offset = 0;
    std::string detail;
};

class Tree {
  public:
    // Recursion needs a bound.
    Tree(std::string_view bytes, int max_depth);
    ~Tree();
    Tree(const Tree&) = delete;
    Tree& operator=(const Tree&) = delete;

    // None if there are faults.
    [[nodiscard]] Node root() const;
    // In the order in which they were found; no more than a reader will look at.
    [[nodiscard]] const std::vector<Fault>& faults() const { return faults_; }

    // `at` points into a name or a value; what stands in no file is at the file's beginning.
    [[nodiscard]] std::size_t offset_of(const char* at) const;
    // Puts spaces over part of a value.
    void blank(const char* at, std::size_t count);
    [[nodiscard]] Place place_of(std::size_t offset, const std::string& shown_file) const;

  private:
    void add(Fault::Kind kind, std::size_t offset, std::string detail = {});
    void parse(int max_depth);
    void read_entities();
    void check_entities();
    [[nodiscard]] bool names_a_namespace(std::size_t at) const;
    void expand_namespaces();
    void check_prologue();

    std::string_view bytes_;
    std::string buffer_;  // parsed in place: names and unescaped values stay at their offsets
    std::vector<std::size_t> line_starts_;
    std::unique_ptr<pugi::xml_document> document_;
    std::map<std::string, std::string, std::less<>> entities_;  // of the document type
    std::vector<Fault> faults_;
};

}  // namespace brochure::xml
