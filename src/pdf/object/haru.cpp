#include "pdf/object/haru.hpp"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_encrypt.h>

#include <algorithm>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "pdf/object/bytes.hpp"
#include "pdf/object/number.hpp"
#include "pdf/object/packed_file.hpp"

namespace brochure::pdf {

namespace {

bool is_plain(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= 0x20 && c < 0x7F; });
}

std::string with_byte_order_mark(std::string_view utf8) { return "\xFE\xFF" + base::utf16be(utf8); }

// Entries that libharu cannot print, kept in `attr` of the dictionary they belong to and freed with it.
HPDF_STATUS write_tokens(HPDF_Dict dict, HPDF_Stream stream) {
    const auto& tokens = *static_cast<const std::string*>(dict->attr);
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(tokens.data()),
                             static_cast<HPDF_UINT>(tokens.size()));
}

void free_tokens(HPDF_Dict dict) {
    delete static_cast<std::string*>(dict->attr);
    dict->attr = nullptr;
}

std::string& tokens_of(HPDF_Dict dict) {
    if (dict->attr == nullptr) {
        dict->attr = new std::string;
        dict->write_fn = write_tokens;
        dict->free_fn = free_tokens;
    }
    return *static_cast<std::string*>(dict->attr);
}

// A string that only libharu's binary object can hold: HPDF_String stops at a zero byte.
HPDF_Binary binary(HPDF_MMgr memory, std::string_view bytes) {
    std::string copy(bytes);
    return HPDF_Binary_New(memory, reinterpret_cast<HPDF_BYTE*>(copy.data()),
                           static_cast<HPDF_UINT>(copy.size()));
}

void* text_object(HPDF_MMgr memory, std::string_view utf8) {
    if (is_plain(utf8)) return HPDF_String_New(memory, std::string(utf8).c_str(), nullptr);
    return binary(memory, with_byte_order_mark(utf8));
}

// Where libharu prints an object: the data of its callback stream is a string.
HPDF_STATUS append_bytes(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
    static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
    return HPDF_OK;
}

}  // namespace

std::string text_token(std::string_view utf8) {
    std::string out;
    if (is_plain(utf8)) {
        out += '(';
        for (const char c : utf8) {
            if (c == '(' || c == ')' || c == '\\') out += '\\';
            out += c;
        }
        return out += ')';
    }
    return '<' + hexadecimal(with_byte_order_mark(utf8)) + '>';
}

Digest digest_of(std::string_view bytes) {
    HPDF_MD5_CTX context;
    Digest digest{};
    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                   static_cast<HPDF_UINT32>(bytes.size()));
    HPDF_MD5Final(digest.data(), &context);
    return digest;
}

// libharu reports a null object or a full container to the error that all objects of a document share, so
// these need no check of their own; a null handle follows only from such an error.

void Array::add_name(std::string_view name) {
    if (handle_ != nullptr) HPDF_Array_AddName(handle_, std::string(name).c_str());
}

void Array::add_integer(std::int64_t value) {
    if (handle_ != nullptr) HPDF_Array_AddNumber(handle_, static_cast<HPDF_INT32>(value));
}

void Array::add_text(std::string_view utf8) {
    if (handle_ != nullptr) HPDF_Array_Add(handle_, text_object(handle_->list->mmgr, utf8));
}

void Array::add_bytes(std::string_view bytes) {
    if (handle_ != nullptr) HPDF_Array_Add(handle_, binary(handle_->list->mmgr, bytes));
}

void Array::add(const Dict& indirect) {
    if (handle_ != nullptr) HPDF_Array_Add(handle_, indirect.handle());
}

void Array::add(const Array& indirect) {
    if (handle_ != nullptr) HPDF_Array_Add(handle_, indirect.handle());
}

void Array::add_null() {
    if (handle_ != nullptr) HPDF_Array_Add(handle_, HPDF_Null_New(handle_->list->mmgr));
}

Dict Array::add_dict() {
    if (handle_ == nullptr) return {};
    HPDF_Dict dict = HPDF_Dict_New(handle_->list->mmgr);
    return HPDF_Array_Add(handle_, dict) == HPDF_OK ? Dict{dict} : Dict{};
}

Array Array::add_array() {
    if (handle_ == nullptr) return {};
    HPDF_Array array = HPDF_Array_New(handle_->list->mmgr);
    return HPDF_Array_Add(handle_, array) == HPDF_OK ? Array{array} : Array{};
}

void Dict::set_name(const char* key, std::string_view name) {
    if (handle_ != nullptr) HPDF_Dict_AddName(handle_, key, std::string(name).c_str());
}

void Dict::set_integer(const char* key, std::int64_t value) {
    if (handle_ != nullptr) HPDF_Dict_AddNumber(handle_, key, static_cast<HPDF_INT32>(value));
}

void Dict::set_flag(const char* key, bool value) {
    if (handle_ != nullptr) HPDF_Dict_AddBoolean(handle_, key, value ? HPDF_TRUE : HPDF_FALSE);
}

void Dict::set_text(const char* key, std::string_view utf8) {
    if (handle_ != nullptr) HPDF_Dict_Add(handle_, key, text_object(handle_->mmgr, utf8));
}

void Dict::set_bytes(const char* key, std::string_view bytes) {
    if (handle_ != nullptr) HPDF_Dict_Add(handle_, key, binary(handle_->mmgr, bytes));
}

void Dict::set(const char* key, const Dict& indirect) {
    if (handle_ != nullptr) HPDF_Dict_Add(handle_, key, indirect.handle());
}

void Dict::set(const char* key, const Array& indirect) {
    if (handle_ != nullptr) HPDF_Dict_Add(handle_, key, indirect.handle());
}

void Dict::set_numbers(const char* key, std::initializer_list<double> numbers) {
    std::string tokens = "[";
    for (const double number : numbers) {
        if (tokens.size() > 1) tokens += ' ';
        append_decimal(tokens, number);
    }
    set_tokens(key, tokens += ']');
}

void Dict::set_tokens(const char* key, std::string_view tokens) {
    if (handle_ != nullptr) tokens_of(handle_) += fmt::format("/{} {}\n", key, tokens);
}

Dict Dict::add_dict(const char* key) {
    if (handle_ == nullptr) return {};
    HPDF_Dict dict = HPDF_Dict_New(handle_->mmgr);
    return HPDF_Dict_Add(handle_, key, dict) == HPDF_OK ? Dict{dict} : Dict{};
}

Array Dict::add_array(const char* key) {
    if (handle_ == nullptr) return {};
    HPDF_Array array = HPDF_Array_New(handle_->mmgr);
    return HPDF_Dict_Add(handle_, key, array) == HPDF_OK ? Array{array} : Array{};
}

std::string Dict::reference() const {
    if (handle_ == nullptr) return "null";
    return fmt::format("{} {} R", handle_->header.obj_id & 0x00FFFFFFU, handle_->header.gen_no);
}

struct File::State {
    HPDF_Doc document = nullptr;
};

File::File() : state_(std::make_unique<State>()) {
    state_->document = HPDF_New(nullptr, nullptr);
    if (state_->document == nullptr) return;
    state_->document->pdf_version = HPDF_VER_17;
    HPDF_Dict_RemoveElement(state_->document->info, "Producer");
}

File::~File() {
    if (state_->document != nullptr) HPDF_Free(state_->document);
}

Dict File::catalog() const { return state_->document == nullptr ? Dict{} : Dict{state_->document->catalog}; }

Dict File::info() const { return state_->document == nullptr ? Dict{} : Dict{state_->document->info}; }

Dict File::new_page() {
    const Dict page = new_dict();
    if (page.handle() == nullptr) return page;
    // By this class libharu counts the pages of its tree when it writes /Count. The rest of its page object
    // (a current point, a graphics state, a text API) is not wanted.
    page.handle()->header.obj_class |= HPDF_OSUBCLASS_PAGE;
    HPDF_Dict tree = state_->document->root_pages;
    Dict{page}.set_name("Type", "Page");
    Dict{page}.set("Parent", Dict{tree});
    auto* kids = static_cast<HPDF_Array>(HPDF_Dict_GetItem(tree, "Kids", HPDF_OCLASS_ARRAY));
    Array{kids}.add(page);
    return page;
}

Dict File::new_dict() {
    if (state_->document == nullptr) return {};
    HPDF_Dict dict = HPDF_Dict_New(state_->document->mmgr);
    return HPDF_Xref_Add(state_->document->xref, dict) == HPDF_OK ? Dict{dict} : Dict{};
}

Array File::new_array() {
    if (state_->document == nullptr) return {};
    HPDF_Array array = HPDF_Array_New(state_->document->mmgr);
    return HPDF_Xref_Add(state_->document->xref, array) == HPDF_OK ? Array{array} : Array{};
}

Dict File::new_stream(std::string_view bytes, Filter filter) {
    if (state_->document == nullptr) return {};
    HPDF_Dict dict = HPDF_DictStream_New(state_->document->mmgr, state_->document->xref);
    if (dict == nullptr) return {};
    const std::string packed = filter == Filter::flate ? deflated(bytes) : std::string();
    const std::string_view written = filter == Filter::flate ? packed : bytes;
    HPDF_Stream_Write(dict->stream, reinterpret_cast<const HPDF_BYTE*>(written.data()),
                      static_cast<HPDF_UINT>(written.size()));
    Dict stream{dict};
    if (filter == Filter::flate) stream.set_tokens("Filter", "/FlateDecode");
    if (filter == Filter::dct) stream.set_tokens("Filter", "/DCTDecode");
    return stream;
}

base::Result<std::string> File::save(std::string_view identifier, std::string_view version) {
    HPDF_Doc document = state_->document;
    if (document == nullptr) return base::Error{"The PDF library libharu had no memory to begin a document."};
    std::vector<PrintedObject> objects;
    const HPDF_UINT count = document->xref->entries->count;
    for (HPDF_UINT i = 1; i < count; ++i) {  // 0 is the head of the free list
        void* object = HPDF_Xref_GetEntry(document->xref, i)->obj;
        const auto* header = static_cast<const HPDF_Obj_Header*>(object);
        const bool is_stream = (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
                               static_cast<HPDF_Dict>(object)->stream != nullptr;
        PrintedObject& printed = objects.emplace_back(PrintedObject{i, is_stream, {}});
        HPDF_Stream out = HPDF_CallbackWriter_New(document->mmgr, append_bytes, &printed.body);
        HPDF_Obj_WriteValue(object, out, nullptr);
        HPDF_Stream_Free(out);
    }
    if (document->error.error_no != HPDF_OK)
        return base::Error{
            fmt::format("The PDF library libharu refused the document (error 0x{:04X}, detail {}).",
                        document->error.error_no, document->error.detail_no)};
    const auto number = [](HPDF_Dict dict) { return dict->header.obj_id & 0x00FFFFFFU; };
    return packed_file(objects, number(document->catalog), number(document->info), identifier, version);
}

}  // namespace brochure::pdf
