// Record: what an output set (a brochure in a language and a layout) was made from, and what came of it.
// In: what was read, looked for in vain and listed while the set was made; its files; what the author was
// told. Out: one value, and a small JSON file beside the outputs that holds it. The same set gives the same
// record on every machine: there is no time in it and no path of a machine, but for files of the system's.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/reads.hpp"
#include "base/result.hpp"
#include "design/edition.hpp"
#include "diag/diagnostic.hpp"
#include "record/program.hpp"

namespace brochure::record {

// By the names that Places gives.
using Inputs = std::map<std::string, base::Sight>;

// Of the command line, what a page or a file depends on. Not SOURCE_DATE_EPOCH: see Output::created.
struct Options {
    bool greyscale = false;
    std::optional<int> pages;
    bool operator==(const Options&) const = default;
};

struct Output {
    design::Edition edition = design::Edition::screen;
    std::string file;    // its name; it stands beside the record
    std::string digest;  // of its bytes
    std::uint64_t bytes = 0;
    std::size_t pages = 0;
    // The date inside the file, where SOURCE_DATE_EPOCH gave one. No page shows it, so another date alone
    // makes nothing anew.
    std::optional<std::int64_t> created;
    std::string made_from;  // Record::made_from when it was made; another one is out of date
    Inputs inputs;          // what this edition alone needs, such as a press's profile
    std::vector<diag::Diagnostic> diagnostics;  // that it alone gave rise to
};

// A piece of what a reader sees, and the page where it stands first: counted from 1, the cover; 0 where no
// page shows its words.
struct PlacedPiece {
    std::string key, kind, words, digest;
    std::size_t page = 0;
    std::size_t lines = 0;  // that its words take, on all pages
    bool operator==(const PlacedPiece&) const = default;
};

struct Record {
    Program program;
    std::string brochure, language, layout;
    Options options;
    Inputs inputs;  // of all editions
    Inputs asides;  // looked at only to tell the author something
    std::vector<diag::Diagnostic> diagnostics;
    std::string made_from;  // digest of all that every edition is made from
    std::vector<Output> outputs;
    // Of all that a reader sees, whatever the layout (units/readable).
    std::string seal;
    std::string text_edition;         // "2"
    std::vector<PlacedPiece> pieces;  // in reading order

    [[nodiscard]] const Output* find(design::Edition edition) const;
};

// Of the program, the options and the inputs of all editions.
std::string digest_of_sources(const Record& record);

// "verband.nl.a5.record.json"; of greyscale editions, which are files of their own, another.
inline constexpr std::string_view record_ending = ".record.json";
std::string record_name(std::string_view brochure, std::string_view language, std::string_view layout,
                        bool greyscale);

// A record larger than this is none of ours.
inline constexpr std::uint64_t largest_record = std::uint64_t{16} << 20;

std::string as_json(const Record& record);
// The pieces stand last, and whoever asks only whether files are up to date need not go through them.
enum class Depth { without_pieces, whole };
// An error if it is no record, or one of another version.
base::Result<Record> from_json(std::string_view text, Depth depth = Depth::whole);

}  // namespace brochure::record
