#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <tuple>

#include "base/file.hpp"
#include "base/must.hpp"
#include "diag/codes.hpp"
#include "font/face.hpp"
#include "font/family.hpp"
#include "font/font.hpp"
#include "font/shape.hpp"
#include "font/subset.hpp"

namespace brochure::font {

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t largest_family_file = 1 << 20;

// A family's name is a file's name too: nothing in it may lead elsewhere.
bool is_plain_name(std::string_view name) {
    return !name.empty() && name.front() != '.' && name.find_first_of("/\\") == std::string_view::npos;
}

struct Slot {
    FamilyFace face;
    bool tried = false;
    std::optional<FaceId> id;
};

struct LoadedFamily {
    Family family;
    std::vector<Slot> slots;  // parallel to family.faces
};

// Which faces to ask for the characters of one script, the first first.
using Order = std::vector<Slot*>;
using Orders = std::map<ScriptTag, Order>;

}  // namespace

struct Library::State {
    std::vector<fs::path> folders;
    FreeTypeLibrary free_type;
    std::map<std::string, LoadedFamily> families;
    std::map<FaceQuery, Orders> orders;
    base::IdVec<FaceId, std::unique_ptr<Face>> faces;
    base::IdVec<FaceId, double> scales;
    // By path, name and scale: a face that two families share is opened and embedded once.
    std::map<std::tuple<std::string, std::string, double>, FaceId> by_path;

    [[nodiscard]] base::Result<std::optional<fs::path>> family_file(const std::string& name) const;
    [[nodiscard]] std::string shown(const fs::path& file) const;
    [[nodiscard]] base::Result<std::optional<fs::path>> font_file(const std::string& file) const;
    LoadedFamily& family(const std::string& name, Sink& sink);
    const Order& order(const FaceQuery& query, ScriptTag script, Sink& sink);
    std::optional<FaceId> open(Slot& slot, Sink& sink);
    void report_lost_style(const FaceQuery& query, const Slot& slot, const LoadedFamily& loaded,
                           ScriptTag script, Sink& sink);
    std::set<std::pair<std::string, bool>> told_lost;  // file, and whether bold (else italic) is lost
    FT_Library free_type_library();
};

base::Result<std::optional<fs::path>> Library::State::family_file(const std::string& name) const {
    if (!is_plain_name(name)) return std::optional<fs::path>{};
    return base::find_regular_file(folders, name + ".toml");
}

// Relative to the project, whose fonts folder is the first.
std::string Library::State::shown(const fs::path& file) const {
    const fs::path project = folders.front().parent_path();
    const fs::path relative = file.lexically_relative(project);
    return relative.empty() || *relative.begin() == ".." ? file.string() : relative.string();
}

base::Result<std::optional<fs::path>> Library::State::font_file(const std::string& file) const {
    std::vector<fs::path> places = folders;
    places.emplace_back("/usr/share/fonts");
    places.emplace_back("/usr/local/share/fonts");
    return base::find_regular_file(places, file);
}

LoadedFamily& Library::State::family(const std::string& name, Sink& sink) {
    const auto [found, inserted] = families.try_emplace(name);
    LoadedFamily& loaded = found->second;
    if (!inserted) return loaded;
    const auto looked = family_file(name);
    const std::optional<fs::path> file = looked.ok() ? looked.value() : std::nullopt;
    const std::string shown_file = file ? shown(*file) : "fonts/" + name + ".toml";
    if (!looked.ok()) {
        sink.error(diag::code::file_unreadable, {shown_file}, looked.error().message,
                   "make it a file that can be read, or remove it to use the program's own family");
        return loaded;
    }
    if (!file) {
        sink.error(diag::code::font_family_missing, {shown_file},
                   fmt::format("there is no font family '{}'", name),
                   "add this file, or choose a family that exists");
        return loaded;
    }
    const base::Result<std::string> text = base::read_file(*file, largest_family_file);
    if (!text) {
        sink.error(diag::code::file_unreadable, {shown_file}, text.error().message, "make the file readable");
        return loaded;
    }
    loaded.family = read_family(text.value(), name, shown_file, sink);
    for (const FamilyFace& face : loaded.family.faces) loaded.slots.push_back({face, false, std::nullopt});
    return loaded;
}

const Order& Library::State::order(const FaceQuery& query, ScriptTag script, Sink& sink) {
    const auto [found, inserted] = orders[query].try_emplace(script);
    if (inserted) {
        LoadedFamily& loaded = family(query.family, sink);
        for (const std::size_t index : preference(loaded.family, query.weight, query.italic, script)) {
            found->second.push_back(&loaded.slots[index]);
        }
    }
    return found->second;
}

FT_Library Library::State::free_type_library() {
    if (!free_type) {
        FT_Library created = nullptr;
        base::must(FT_Init_FreeType(&created) == 0, "FreeType could not begin.");
        free_type.reset(created);
    }
    return free_type.get();
}

namespace {

// From semi-bold on, a weight is there to be told from regular.
constexpr int bold = 600;

// Whether the face is of the weight and slope that the family file calls it; faults go to the sink.
bool is_as_called(const FamilyFace& called, const Face& face, Sink& sink) {
    if (const std::optional<Refusal> refusal = style_refusal(face, called.weight, called.italic)) {
        sink.error(refusal->code, called.place,
                   fmt::format("the font '{}' {}", called.file, refusal->message), refusal->remedy);
        return false;
    }
    constexpr int surely_not_bold = 500;  // what OS/2 says of its weight is not exact in every font
    if (!face.variable() && called.weight >= bold && face.descriptor().weight <= surely_not_bold) {
        sink.warning(
            diag::code::font_weight_missing, called.place,
            fmt::format("the font '{}' is of weight {}, and is named here as weight {}: bold text prints "
                        "like the rest",
                        called.file, face.descriptor().weight, called.weight),
            "name the file of the bold face");
    }
    return true;
}

}  // namespace

// Bold words that print like the rest have lost what they say: told once for each face that stands in.
void Library::State::report_lost_style(const FaceQuery& query, const Slot& slot, const LoadedFamily& loaded,
                                       ScriptTag script, Sink& sink) {
    const bool bold_lost = query.weight >= bold && slot.face.weight < bold;
    const bool italic_lost = query.italic && !slot.face.italic;
    if (!bold_lost && !italic_lost) return;
    // The face that was meant is named and was refused: that was told.
    const bool refused = std::any_of(loaded.slots.begin(), loaded.slots.end(), [&](const Slot& other) {
        return other.tried && !other.id && (bold_lost ? other.face.weight >= bold : other.face.italic);
    });
    if (refused) return;
    // Signs from a face that only fills gaps, and scripts that no face here is drawn for, are no emphasis
    // lost.
    const auto& scripts = slot.face.scripts;
    const bool meant =
        std::find(scripts.begin(), scripts.end(), script) != scripts.end() ||
        (scripts == loaded.family.faces.front().scripts && script != ScriptTag{'Z', 'y', 'y', 'y'});
    if (!meant || !told_lost.insert({slot.face.file, bold_lost}).second) return;
    const char* style = bold_lost ? "bold" : "italic";
    sink.warning(diag::code::font_weight_missing, slot.face.place,
                 fmt::format("the family '{}' has no {} face beside '{}': {} text prints like the rest",
                             loaded.family.name, style, slot.face.file, style),
                 fmt::format("add a [[face]] with its {} file and {}", style,
                             bold_lost ? "weight = 700" : "italic = true"));
}

std::optional<FaceId> Library::State::open(Slot& slot, Sink& sink) {
    if (slot.tried) return slot.id;
    slot.tried = true;
    const auto looked = font_file(slot.face.file);
    if (!looked.ok()) {
        sink.error(diag::code::font_unreadable, slot.face.place, looked.error().message,
                   "put the font file itself there");
        return std::nullopt;
    }
    const std::optional<fs::path>& path = looked.value();
    if (!path) {
        const std::string& package = slot.face.package;
        sink.error(diag::code::font_missing, slot.face.place,
                   fmt::format("the font file '{}' is not installed", slot.face.file),
                   package.empty()
                       ? "put the file into the project's fonts folder"
                       : fmt::format("install the package '{}' (apt install {}), or put the file into "
                                     "the project's fonts folder",
                                     package, package));
        return std::nullopt;
    }
    const std::tuple key{path->string(), slot.face.name, slot.face.scale};
    if (const auto known = by_path.find(key); known != by_path.end()) {
        return slot.id = is_as_called(slot.face, *faces[known->second], sink) ? std::optional{known->second}
                                                                              : std::nullopt;
    }
    auto opened = open_face(*path, slot.face.name, free_type_library());
    if (const auto* refusal = std::get_if<Refusal>(&opened)) {
        sink.error(refusal->code, slot.face.place,
                   fmt::format("the font '{}' {}", slot.face.file, refusal->message), refusal->remedy);
        return std::nullopt;
    }
    const FaceId id = faces.push_back(std::get<std::unique_ptr<Face>>(std::move(opened)));
    scales.push_back(slot.face.scale);
    by_path.emplace(key, id);
    if (is_as_called(slot.face, *faces[id], sink)) slot.id = id;
    return slot.id;
}

Library::Library(std::vector<fs::path> folders) : state_(std::make_unique<State>()) {
    assert(!folders.empty());
    state_->folders = std::move(folders);
}

Library::~Library() = default;

std::optional<FaceId> Library::face_for(const FaceQuery& query, char32_t character, ScriptTag script,
                                        Sink& sink) {
    const Order& order = state_->order(query, script, sink);
    for (Slot* slot : order) {
        const std::optional<FaceId> id = state_->open(*slot, sink);
        if (!id || !state_->faces[*id]->sets(character)) continue;
        if (!is_invisible(character)) {
            state_->report_lost_style(query, *slot, state_->family(query.family, sink), script, sink);
        }
        return id;
    }
    return std::nullopt;
}

std::optional<FaceId> Library::first_face(const FaceQuery& query, Sink& sink) {
    const LoadedFamily& family = state_->family(query.family, sink);
    if (family.slots.empty()) return std::nullopt;
    // The first design of the file is the one that its scripts are set in.
    const std::vector<ScriptTag>& scripts = family.slots.front().face.scripts;
    const ScriptTag script = scripts.empty() ? ScriptTag{'Z', 'y', 'y', 'y'} : scripts.front();
    const Order& order = state_->order(query, script, sink);
    for (Slot* slot : order) {
        if (const std::optional<FaceId> id = state_->open(*slot, sink)) return id;
    }
    return std::nullopt;
}

bool Library::has_family(const std::string& name) const {
    const auto file = state_->family_file(name);
    return !file.ok() || file.value();  // one that cannot be read is there, and reading it says why
}

std::vector<std::string> Library::family_names() const {
    std::set<std::string> names;
    for (const fs::path& folder : state_->folders) {
        const auto files = base::list_folder(folder);
        if (!files.ok()) continue;
        for (const base::Entry& entry : files.value()) {
            const fs::path file = entry.name;
            if (file.extension() == ".toml" && is_plain_name(file.stem().string()))
                names.insert(file.stem().string());
        }
    }
    return {names.begin(), names.end()};
}

bool Library::has_glyph(FaceId face, char32_t character) const {
    return state_->faces[face]->sets(character);
}

Length Library::size_of(FaceId face, Length asked) const {
    const double scale = state_->scales[face];
    return scale == 1 ? asked : asked.scaled(scale);
}

const Descriptor& Library::descriptor(FaceId face) const { return state_->faces[face]->descriptor(); }

VerticalMetrics Library::metrics(FaceId face, Length size) const {
    return state_->faces[face]->metrics(size);
}

Rect Library::glyph_bounds(FaceId face, GlyphId glyph, Length size) const {
    return state_->faces[face]->glyph_bounds(glyph, size);
}

std::uint16_t Library::character_id(FaceId face, GlyphId glyph) const {
    return state_->faces[face]->character_id(glyph);
}

Outline Library::outline(FaceId face, GlyphId glyph) const { return state_->faces[face]->outline(glyph); }

std::vector<Glyph> Library::shape(FaceId face, Length size, std::string_view paragraph, TextRange range,
                                  const ShapeProperties& properties) const {
    return shape_range(*state_->faces[face], size, paragraph, range, properties);
}

Subset Library::subset(FaceId face, const std::vector<GlyphId>& glyphs) const {
    return subset_face(*state_->faces[face], glyphs);
}

}  // namespace brochure::font
