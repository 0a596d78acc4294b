#include "design/layers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "base/file.hpp"
#include "base/nearest.hpp"
#include "design/read.hpp"
#include "diag/codes.hpp"

namespace brochure::design {

namespace fs = std::filesystem;
namespace code = diag::code;

namespace {

constexpr std::uint64_t largest_layout = 1 << 20;

class Chain {
  public:
    Chain(const std::vector<fs::path>& folders, const fs::path& root, Sink& sink)
        : folders_(folders), root_(root), sink_(sink) {}

    Section read(const std::string& name) {
        std::string file = name + ".toml";
        Place asked_at{file, 0, 0};
        while (true) {
            const auto path = find(file, asked_at);
            if (!path) return {};
            chain_.push_back(*path);
            auto table = parse(*path);
            if (!table) return {};
            const auto extends = table->value("extends");
            tables_.push_back(std::make_shared<config::Table>(*std::move(table)));
            if (!extends) {
                if (strayed_extends()) return {};
                return Section{std::move(tables_)};
            }
            const auto base = extends->string();
            if (!base || !is_file_name(*base, *extends)) return {};
            file = *base;
            asked_at = extends->place();
        }
    }

  private:
    // The first of that name that is not in the chain yet, so that a project's a5.toml can extend the
    // installed one.
    std::optional<fs::path> find(const std::string& file, const Place& asked_at) {
        bool used = false;
        for (const fs::path& folder : folders_) {
            const auto found = base::find_regular_file(folder / file);
            if (!found.ok()) {
                sink_.error(code::file_unreadable, {shown_name(folder / file), 0, 0}, found.error().message,
                            "make it a file that can be read, or remove it to use the program's own layout");
                return std::nullopt;
            }
            if (!found.value()) continue;
            std::error_code failed;
            const fs::path path = fs::weakly_canonical(*found.value(), failed);
            if (failed) continue;
            if (std::find(chain_.begin(), chain_.end(), path) == chain_.end()) return path;
            used = true;
        }
        if (used) {
            sink_.error(code::layout_cycle, asked_at,
                        fmt::format("'{}' is extended by itself: {}", file, way_back_to(file)),
                        "remove one of these 'extends', or name another layout");
        } else {
            missing(file, asked_at);
        }
        return std::nullopt;
    }

    // Below a [section], 'extends' is no longer the file's own; without it, all that it brings would be
    // missing.
    [[nodiscard]] bool strayed_extends() {
        const auto at = tables_.back()->strayed("extends");
        if (!at) return false;
        sink_.error(code::key_misplaced, *at,
                    "'extends' stands below a line in [ ], and belongs to the whole file",
                    "move this line up, above the first line that begins with [");
        return true;
    }

    // Two folders may be written in several ways, so the chain holds canonical paths; people read names.
    [[nodiscard]] std::string way_back_to(const std::string& file) const {
        std::string way;
        for (const fs::path& path : chain_) way += path.filename().string() + " → ";
        return way + file;
    }

    void missing(const std::string& file, const Place& asked_at) {
        const std::string name = fs::path{file}.stem().string();
        const std::vector<std::string> known = list_layouts(folders_);
        std::string remedy = "put the file into the folder layouts/";
        if (const auto near = base::nearest_name(name, known)) {
            remedy = fmt::format("did you mean '{}'?", *near);
        } else if (!known.empty()) {
            remedy = fmt::format("there are: {}", fmt::join(known, ", "));
        }
        sink_.error(code::file_missing, asked_at, fmt::format("there is no layout '{}'", name),
                    std::move(remedy));
    }

    static bool is_file_name(const std::string& base, const config::Value& value) {
        const fs::path path{base};
        if (path.extension() == ".toml" && path.filename() == path && path.has_stem()) return true;
        value.refuse(path.filename() == path ? code::value_unknown : code::path_outside,
                     fmt::format("'extends' must name a layout file, and here is '{}'", base),
                     fmt::format("write the file's name alone, like \"{}\"",
                                 path.stem().empty() ? "a5.toml" : path.stem().string() + ".toml"));
        return false;
    }

    std::optional<config::Table> parse(const fs::path& path) {
        const std::string shown = shown_name(path);
        const auto text = base::read_file(path, largest_layout);
        if (!text) {
            sink_.error(code::file_unreadable, {shown, 0, 0}, text.error().message,
                        "make the file readable, and no larger than a layout can be");
            return std::nullopt;
        }
        return config::parse(text.value(), shown, 1, sink_);
    }

    [[nodiscard]] std::string shown_name(const fs::path& path) const {
        // By its name, not by where a link leads: the author looks for it where it stands.
        std::error_code failed;
        for (const fs::path& root : {root_, fs::weakly_canonical(root_, failed)}) {
            const fs::path inside = path.lexically_normal().lexically_relative(root.lexically_normal());
            if (!inside.empty() && *inside.begin() != "..") return inside.generic_string();
        }
        return path.generic_string();
    }

    const std::vector<fs::path>& folders_;
    const fs::path& root_;
    Sink& sink_;
    std::vector<fs::path> chain_;
    std::vector<std::shared_ptr<config::Table>> tables_;
};

}  // namespace

Section read_layers(const std::string& name, const std::vector<fs::path>& folders,
                    const fs::path& project_root, Sink& sink) {
    if (name.empty() || fs::path{name}.filename() != fs::path{name} || name == "." || name == "..") {
        sink.error(code::path_outside, {name, 0, 0}, fmt::format("'{}' is no layout's name", name),
                   "give the name of a file in layouts/, without .toml");
        return {};
    }
    return Chain{folders, project_root, sink}.read(name);
}

}  // namespace brochure::design
