// A PDF 1.5+ file with object streams and a cross-reference stream (ISO 32000-1, 7.5.7 and 7.5.8), which
// libharu cannot write: a tagged brochure has some hundred small dictionaries, and so takes 60 % of the room.
// In: printed objects by number. Out: the file. Its permanent /ID is made of `identifier`, the changing one
// of its own bytes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace brochure::pdf {

struct PrintedObject {
    unsigned number = 0;
    bool is_stream = false;  // has a stream, and so stands by itself
    std::string body;
};

// Numbers run from 1 without a gap, in this order.
std::string packed_file(const std::vector<PrintedObject>& objects, unsigned root, unsigned info,
                        std::string_view identifier, std::string_view version = "1.7");

}  // namespace brochure::pdf
