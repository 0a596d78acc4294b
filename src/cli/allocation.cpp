// The program's operator new, over the malloc it is linked with. mimalloc brings one of its own, but built as
// C it ends the program where there is no memory left; ours throws, so that a job ends and not the batch (ISO
// C++, new.delete).
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

void* allocated(void* memory) {
    if (memory == nullptr) throw std::bad_alloc();
    return memory;
}

// Never nothing: every object has an address of its own.
std::size_t at_least_one(std::size_t bytes) { return bytes == 0 ? 1 : bytes; }

void* aligned(std::size_t bytes, std::align_val_t alignment) {
    const auto step = static_cast<std::size_t>(alignment);
    return allocated(std::aligned_alloc(step, (at_least_one(bytes) + step - 1) / step * step));
}

}  // namespace

void* operator new(std::size_t bytes) { return allocated(std::malloc(at_least_one(bytes))); }
void* operator new[](std::size_t bytes) { return ::operator new(bytes); }
void* operator new(std::size_t bytes, const std::nothrow_t&) noexcept {
    return std::malloc(at_least_one(bytes));
}
void* operator new[](std::size_t bytes, const std::nothrow_t&) noexcept {
    return std::malloc(at_least_one(bytes));
}
void* operator new(std::size_t bytes, std::align_val_t alignment) { return aligned(bytes, alignment); }
void* operator new[](std::size_t bytes, std::align_val_t alignment) { return aligned(bytes, alignment); }

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t) noexcept { std::free(memory); }
void operator delete(void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete[](void* memory, const std::nothrow_t&) noexcept { std::free(memory); }
void operator delete(void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::align_val_t) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
void operator delete[](void* memory, std::size_t, std::align_val_t) noexcept { std::free(memory); }
