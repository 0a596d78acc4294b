#include "record/program.hpp"

#include <elf.h>
#include <link.h>

#include <cstring>
#include <map>
#include <string_view>

#include "base/digest.hpp"
#include "base/file.hpp"
#include "base/reads.hpp"

namespace brochure::record {

namespace {

// The linker's digest of a program or a library, which it leaves in a note of its own (NT_GNU_BUILD_ID).
// Nothing if there is none.
std::string build_id_in(std::string_view notes) {
    constexpr std::size_t word = sizeof(ElfW(Word));
    const auto rounded = [](std::size_t size) { return (size + word - 1) / word * word; };
    for (ElfW(Nhdr) head{}; notes.size() >= sizeof head;) {
        std::memcpy(&head, notes.data(), sizeof head);
        const std::size_t name_end = sizeof head + rounded(head.n_namesz);
        const std::size_t end = name_end + rounded(head.n_descsz);
        if (end > notes.size()) break;
        const std::string_view name = notes.substr(sizeof head, head.n_namesz);
        if (head.n_type == NT_GNU_BUILD_ID && name == std::string_view{ELF_NOTE_GNU, sizeof ELF_NOTE_GNU})
            return base::sha256(notes.substr(name_end, head.n_descsz));
        notes.remove_prefix(end);
    }
    return {};
}

using Identities = std::map<std::string, std::string>;  // by file

int add_identity(struct dl_phdr_info* object, std::size_t, void* into) {
    const std::string file = object->dlpi_name;
    // The kernel's own page, and tables of characters that are loaded when they are wanted.
    if (file.starts_with("linux-vdso") || file.find("/gconv/") != std::string::npos) return 0;
    std::string& identity = (*static_cast<Identities*>(into))[file];
    for (ElfW(Half) i = 0; i < object->dlpi_phnum && identity.empty(); ++i) {
        const ElfW(Phdr)& part = object->dlpi_phdr[i];
        if (part.p_type != PT_NOTE) continue;
        const auto* start = reinterpret_cast<const char*>(object->dlpi_addr + part.p_vaddr);
        identity = build_id_in({start, part.p_memsz});
    }
    return 0;
}

std::string identity_of_all() {
    constexpr std::uint64_t largest_program = std::uint64_t{1} << 30;
    const base::Observing::Pause pause;
    Identities all;
    ::dl_iterate_phdr(add_identity, &all);
    std::string text;
    for (auto& [file, identity] : all) {
        if (identity.empty()) {  // linked without a build id: its bytes tell as well, only later
            const auto bytes =
                base::MappedFile::open(file.empty() ? "/proc/self/exe" : file, largest_program);
            if (bytes.ok()) identity = base::sha256(bytes.value()->bytes());
        }
        text += identity + "\n";
    }
    return base::sha256(text);
}

}  // namespace

Program this_program() {
    static const Program program{BROCHURE_VERSION, identity_of_all()};
    return program;
}

}  // namespace brochure::record
