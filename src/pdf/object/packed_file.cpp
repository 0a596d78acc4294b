#include "pdf/object/packed_file.hpp"

#include <fmt/format.h>

#include <cassert>

#include "pdf/object/bytes.hpp"
#include "pdf/object/png_rows.hpp"

namespace brochure::pdf {

namespace {

constexpr std::size_t objects_a_stream =
    250;  // a viewer must unpack a whole stream to read one of its objects

// A row of the cross-reference stream: 1 byte of type, 4 of offset or stream number, 2 of index.
struct Entry {
    unsigned type = 0;
    std::size_t where = 0;
    unsigned index = 0;
};
constexpr std::size_t row_size = 7;

void append_row(std::string& rows, const Entry& entry) {
    rows += static_cast<char>(entry.type);
    for (const unsigned shift : {24U, 16U, 8U, 0U}) rows += static_cast<char>(entry.where >> shift & 0xFFU);
    for (const unsigned shift : {8U, 0U}) rows += static_cast<char>(entry.index >> shift & 0xFFU);
}

class FileWriter {
  public:
    FileWriter(std::size_t objects, std::string_view version)
        : out_(fmt::format("%PDF-{}\n%\xE2\xE3\xCF\xD3\n", version)), entries_(objects + 1) {
        entries_[0] = {0, 0, 65535};  // the head of the free list
    }

    void write(const PrintedObject& object) {
        entries_[object.number] = {1, out_.size(), 0};
        out_ += fmt::format("{} 0 obj\n{}\nendobj\n", object.number, object.body);
    }

    void write_object_stream(const std::vector<const PrintedObject*>& objects) {
        const auto number = static_cast<unsigned>(entries_.size());
        std::string index;
        std::string bodies;
        for (std::size_t i = 0; i < objects.size(); ++i) {
            entries_[objects[i]->number] = {2, number, static_cast<unsigned>(i)};
            index += fmt::format("{} {} ", objects[i]->number, bodies.size());
            bodies += objects[i]->body + '\n';
        }
        entries_.push_back({1, out_.size(), 0});
        const std::string packed = deflated(index + bodies);
        out_ += fmt::format("{} 0 obj\n<</Type/ObjStm/N {}/First {}/Filter/FlateDecode/Length {}>>\nstream\n",
                            number, objects.size(), index.size(), packed.size());
        out_ += packed;
        out_ += "\nendstream\nendobj\n";
    }

    std::string finish(unsigned root, unsigned info, std::string_view identifier) {
        const std::size_t start = out_.size();
        const std::size_t number = entries_.size();
        entries_.push_back({1, start, 0});
        std::string rows;
        for (const Entry& entry : entries_) append_row(rows, entry);
        const std::string packed = deflated(filtered_rows(rows, row_size, 1));
        const Digest permanent = digest_of(identifier);
        // The changing identifier is filled in when all else is known, itself being blank.
        const std::string head =
            fmt::format("{} 0 obj\n<</Type/XRef/Size {}/W[1 4 2]/Root {} 0 R/Info {} 0 R/ID[<{}><", number,
                        entries_.size(), root, info,
                        hexadecimal({reinterpret_cast<const char*>(permanent.data()), permanent.size()}));
        const std::size_t place = out_.size() + head.size();
        out_ += head + std::string(2 * permanent.size(), '0');
        out_ += fmt::format(
            ">]/Filter/FlateDecode/DecodeParms<</Predictor 15/Columns {}>>/Length "
            "{}>>\nstream\n{}\nendstream\nendobj\n"
            "startxref\n{}\n%%EOF\n",
            row_size, packed.size(), packed, start);
        const Digest changing = digest_of(out_);
        const std::string digits =
            hexadecimal({reinterpret_cast<const char*>(changing.data()), changing.size()});
        out_.replace(place, digits.size(), digits);
        return std::move(out_);
    }

  private:
    std::string out_;
    std::vector<Entry> entries_;
};

}  // namespace

std::string packed_file(const std::vector<PrintedObject>& objects, unsigned root, unsigned info,
                        std::string_view identifier, std::string_view version) {
    FileWriter file(objects.size(), version);
    std::vector<const PrintedObject*> small;
    const auto flush = [&] {
        if (!small.empty()) file.write_object_stream(small);
        small.clear();
    };
    for (const PrintedObject& object : objects) {
        assert(object.number == static_cast<unsigned>(&object - objects.data()) + 1);
        if (object.is_stream) file.write(object);
    }
    for (const PrintedObject& object : objects) {
        if (object.is_stream) continue;
        small.push_back(&object);
        if (small.size() == objects_a_stream) flush();
    }
    flush();
    return file.finish(root, info, identifier);
}

}  // namespace brochure::pdf
