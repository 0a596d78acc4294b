// haru: libharu's object layer behind typed handles. The one place that includes its inner headers.
// In: names, integers, strings, references, exact numbers, stream bytes. Out: the bytes of a PDF file.
// libharu allocates, numbers, owns and writes every object. A handle is a plain pointer; all die with their
// File, which lives as long as write_file() fills it. What libharu refuses, or has no memory for, ends the
// filling and is write_file()'s Error: no handle is ever null, and nothing after a refusal is asked of it.
//
// libharu keeps a real as a 32-bit float and prints 595.276 as 595.27600 or 595.28003. Values with numbers
// that are no integers therefore are entries printed by us (Direct), written by the dictionary's own
// `write_fn`, the hook through which libharu's own dictionaries write what its objects cannot say. The same
// hook carries /Filter for streams we have compressed ourselves. Both hooks are the same in libharu 2.3
// and 2.4.
#pragma once

#include <concepts>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <variant>

#include "base/result.hpp"
#include "pdf/object/value.hpp"

struct _HPDF_Dict_Rec;
struct _HPDF_Array_Rec;
struct _HPDF_Doc_Rec;

namespace brochure::pdf {

class Array;

class Dict {
  public:
    Dict() = default;  // a place for one: to be assigned before it is used
    explicit Dict(_HPDF_Dict_Rec& handle) : handle_(&handle) {}

    // A key is set once.
    void set(const char* key, const class Value& value);
    void set(const char* key, const Direct& value);
    Dict add_dict(const char* key);  // a new direct dictionary as the value
    Array add_array(const char* key);

    [[nodiscard]] std::string reference() const;  // "12 0 R", of an indirect dictionary
    [[nodiscard]] _HPDF_Dict_Rec& handle() const;

  private:
    _HPDF_Dict_Rec* handle_ = nullptr;
};

class Array {
  public:
    Array() = default;  // likewise
    explicit Array(_HPDF_Array_Rec& handle) : handle_(&handle) {}

    void add(const Value& value);
    Dict add_dict();    // a new direct dictionary at the end
    Array add_array();  // a new direct array at the end

    [[nodiscard]] _HPDF_Array_Rec& handle() const;

  private:
    _HPDF_Array_Rec* handle_ = nullptr;
};

// What an entry of a dictionary or an array of libharu's holds; a dictionary or array as a reference, so
// indirect ones.
class Value {
  public:
    Value(Name name) : held_(name) {}
    Value(Text text) : held_(text) {}
    Value(Bytes bytes) : held_(bytes) {}
    Value(Null null) : held_(null) {}
    Value(std::same_as<bool> auto flag) : held_(flag) {}
    Value(std::integral auto number) requires(!std::same_as<decltype(number), bool>)
        : held_(static_cast<std::int64_t>(number)) {}
    Value(const Dict& indirect) : held_(indirect) {}
    Value(const Array& indirect) : held_(indirect) {}

    using Held = std::variant<Name, Text, Bytes, Null, bool, std::int64_t, Dict, Array>;
    [[nodiscard]] const Held& held() const { return held_; }

  private:
    Held held_;
};

enum class Filter { none, flate, dct };  // flate: the bytes are compressed here; dct: they are a JPEG file

class File {
  public:
    [[nodiscard]] Dict catalog() const;
    [[nodiscard]] Dict info() const;
    Dict new_page();  // appended to the page tree
    Dict new_dict();  // indirect, as are the next two
    Array new_array();
    Dict new_stream(std::string_view bytes, Filter filter);

  private:
    friend base::Result<std::string> write_file(std::string_view identifier, std::string_view version,
                                                const std::function<void(File&)>& fill);
    File();
    [[nodiscard]] std::string packed(std::string_view identifier, std::string_view version) const;

    struct Closer {
        void operator()(_HPDF_Doc_Rec* document) const;
    };
    std::unique_ptr<_HPDF_Doc_Rec, Closer> document_;
};

inline constexpr std::string_view pdf_1_7 = "1.7";

// The file that `fill` writes, packed (packed_file.hpp).
base::Result<std::string> write_file(std::string_view identifier, std::string_view version,
                                     const std::function<void(File&)>& fill);

}  // namespace brochure::pdf
