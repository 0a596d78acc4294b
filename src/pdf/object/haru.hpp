// haru: libharu's object layer behind typed handles. The one place that includes its inner headers.
// In: names, integers, strings, references, exact numbers, stream bytes. Out: the bytes of a PDF file.
// libharu allocates, numbers, owns and writes every object. A handle is a plain pointer; all die with their
// File. What libharu refuses sticks to the File (nothing after it has an effect) and comes out of save() as
// one Error.
//
// libharu keeps a real as a 32-bit float and prints 595.276 as 595.27600 or 595.28003. Numbers that are no
// integers therefore do not become HPDF_Real: they are entries printed by us, written by the dictionary's own
// `write_fn`, the hook through which libharu's own dictionaries write what its objects cannot say. The same
// hook carries /Filter for streams we have compressed ourselves. Both hooks are the same in libharu 2.3
// and 2.4.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

struct _HPDF_Dict_Rec;
struct _HPDF_Array_Rec;

namespace brochure::pdf {

class Dict;

class Array {
  public:
    Array() = default;
    explicit Array(_HPDF_Array_Rec* handle) : handle_(handle) {}

    void add_name(std::string_view name);
    void add_integer(std::int64_t value);
    void add_text(std::string_view utf8);
    void add_bytes(std::string_view bytes);
    void add(const Dict& indirect);
    void add(const Array& indirect);
    void add_null();
    Dict add_dict();    // a new direct dictionary at the end
    Array add_array();  // a new direct array at the end

    [[nodiscard]] _HPDF_Array_Rec* handle() const { return handle_; }

  private:
    _HPDF_Array_Rec* handle_ = nullptr;
};

class Dict {
  public:
    Dict() = default;
    explicit Dict(_HPDF_Dict_Rec* handle) : handle_(handle) {}

    // A key is set once.
    void set_name(const char* key, std::string_view name);
    void set_integer(const char* key, std::int64_t value);
    void set_flag(const char* key, bool value);
    void set_text(const char* key, std::string_view utf8);  // a text string: PDFDocEncoding or UTF-16BE
    void set_bytes(const char* key, std::string_view bytes);
    void set(const char* key, const Dict& indirect);
    void set(const char* key, const Array& indirect);
    void set_numbers(const char* key, std::initializer_list<double> numbers);  // an array, exact to 3 places
    void set_tokens(const char* key, std::string_view tokens);  // any value, already in PDF syntax
    Dict add_dict(const char* key);                             // a new direct dictionary as the value
    Array add_array(const char* key);

    [[nodiscard]] std::string reference() const;  // "12 0 R", of an indirect dictionary
    [[nodiscard]] _HPDF_Dict_Rec* handle() const { return handle_; }

  private:
    _HPDF_Dict_Rec* handle_ = nullptr;
};

enum class Filter { none, flate, dct };  // flate: the bytes are compressed here; dct: they are a JPEG file

class File {
  public:
    File();
    ~File();
    File(const File&) = delete;
    File& operator=(const File&) = delete;

    [[nodiscard]] Dict catalog() const;
    [[nodiscard]] Dict info() const;
    Dict new_page();  // appended to the page tree
    Dict new_dict();  // indirect, as are the next two
    Array new_array();
    Dict new_stream(std::string_view bytes, Filter filter);

    // The file, packed (packed_file.hpp). To be asked for once.
    base::Result<std::string> save(std::string_view identifier, std::string_view version = "1.7");

  private:
    struct State;
    std::unique_ptr<State> state_;
};

// A PDF text string as content streams and raw tokens write it: "(plain)" or "<FEFF…>".
std::string text_token(std::string_view utf8);

}  // namespace brochure::pdf
