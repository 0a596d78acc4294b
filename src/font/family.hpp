// Family: what one fonts/*.toml file says, and in which order its faces are asked for a character.
// In: the text of a family file. Out: its faces, in the order of the file. Faults go to the sink with their
// place.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "font/font.hpp"

namespace brochure::font {

struct FamilyFace {
    std::string file;  // relative to a folder of fonts
    std::string name;  // of the face in a collection; empty where the file holds a single face
    int weight = 400;
    bool italic = false;
    double scale =
        1;  // of the size asked for, so that its letters look as large as those of the family's first
    std::vector<ScriptTag> scripts;
    std::string package;  // the Debian package that brings the file: its own, else the family's; or empty
    Place place;          // of the file's name
};

struct Family {
    std::string name;
    std::vector<FamilyFace> faces;
};

// `name` is the file's name without ".toml".
Family read_family(std::string_view text, const std::string& name, const std::string& shown_file, Sink& sink);

// Indices of the faces, best first: those that name the script before the others, and among the weights and
// slopes of one design (neighbours in the file with the same scripts) the nearest first.
std::vector<std::size_t> preference(const Family& family, int weight, bool italic, ScriptTag script);

}  // namespace brochure::font
