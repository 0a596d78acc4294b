// Metadata: who made the file and when, said twice in the same words: the Info dictionary and an XMP packet.
// In: Metadata. Out: entries of Info, the catalog's Metadata stream (uncompressed) and output intent.
#pragma once

#include <string>
#include <string_view>

#include "page/paged_document.hpp"
#include "pdf/object/haru.hpp"

namespace brochure::pdf {

// What the packet claims: PDF/UA-1 and PDF/A-2a, PDF/X-4, or no standard.
enum class Claim { accessible, press, none };

void write_metadata(File& file, const page::Metadata& metadata, Claim claim = Claim::accessible);
void write_output_intent(File& file);

// A text as a title bar, an outline and a list of files show it: one line, without the controls that XML
// cannot hold and without soft hyphens and other places where only a typesetter ends a line.
std::string one_line(std::string_view text);

std::string xmp_packet(const page::Metadata& metadata, Claim claim = Claim::accessible);

}  // namespace brochure::pdf
