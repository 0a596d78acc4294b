// Streams: standard output and standard error, neither of which may be taken for granted: closed, on a full
// disk, into a pipe that nobody reads. In: text. Out: whether all of it arrived. Nothing here throws.
#pragma once

#include <string_view>

namespace brochure::cli {

// A stream that was closed before the program began is kept from being a file that is opened later: what is
// written to it fails. So does what is written into a pipe that nobody reads, and does not end the program.
void hold_standard_streams() noexcept;

void print_out(std::string_view text) noexcept;  // and flushed: a run that is killed has said what it did
void print_err(std::string_view text) noexcept;

// False once anything printed was lost.
bool all_printed() noexcept;

}  // namespace brochure::cli
