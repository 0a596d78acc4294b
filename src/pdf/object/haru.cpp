#include "pdf/object/haru.hpp"

#include <fmt/format.h>
#include <hpdf.h>
#include <hpdf_doc.h>
#include <hpdf_encrypt.h>

#include <cassert>
#include <stdexcept>
#include <string>
#include <vector>

#include "pdf/object/bytes.hpp"
#include "pdf/object/packed_file.hpp"
#include "pdf/object/text_string.hpp"

namespace brochure::pdf {

namespace {

// Ends the filling of a file; write_file() catches it, and asks libharu for the reason if it has one.
struct Refusal : std::runtime_error {
    explicit Refusal(const char* reason = "it gave no reason") : std::runtime_error(reason) {}
};

void need(HPDF_STATUS status) {
    if (status != HPDF_OK) throw Refusal();
}

template <class Object>
Object* need(Object* made) {
    if (made == nullptr) throw Refusal();
    return made;
}

// Entries that libharu cannot print, kept in `attr` of the dictionary they belong to and freed with it.
HPDF_STATUS write_entries(HPDF_Dict dict, HPDF_Stream stream) {
    const auto& entries = *static_cast<const std::string*>(dict->attr);
    return HPDF_Stream_Write(stream, reinterpret_cast<const HPDF_BYTE*>(entries.data()),
                             static_cast<HPDF_UINT>(entries.size()));
}

void free_entries(HPDF_Dict dict) {
    delete static_cast<std::string*>(dict->attr);
    dict->attr = nullptr;
}

std::string& printed_entries(HPDF_Dict dict) {
    if (dict->attr == nullptr) {
        dict->attr = new std::string;
        dict->write_fn = write_entries;
        dict->free_fn = free_entries;
    }
    return *static_cast<std::string*>(dict->attr);
}

void set_printed(HPDF_Dict dict, const char* key, std::string_view printed) {
    printed_entries(dict) += fmt::format("/{} {}\n", key, printed);
}

// Makes libharu's object for a value.
struct ObjectOf {
    HPDF_MMgr memory;

    void* operator()(const Name& name) const {
        // libharu would write such a name as none, and say nothing.
        if (name.letters.empty() || name.letters.size() > HPDF_LIMIT_MAX_NAME_LEN)
            throw Refusal("a name has no letters, or more than 127");
        return HPDF_Name_New(memory, std::string(name.letters).c_str());
    }
    void* operator()(const Text& text) const {
        if (is_plain(text.utf8)) return HPDF_String_New(memory, std::string(text.utf8).c_str(), nullptr);
        return (*this)(Bytes{with_byte_order_mark(text.utf8)});
    }
    // libharu's strings stop at a zero byte; what it calls binary does not.
    void* operator()(const Bytes& value) const {
        std::string copy(value.bytes);
        return HPDF_Binary_New(memory, reinterpret_cast<HPDF_BYTE*>(copy.data()),
                               static_cast<HPDF_UINT>(copy.size()));
    }
    void* operator()(Null) const { return HPDF_Null_New(memory); }
    void* operator()(bool flag) const { return HPDF_Boolean_New(memory, flag ? HPDF_TRUE : HPDF_FALSE); }
    void* operator()(std::int64_t number) const {
        return HPDF_Number_New(memory, static_cast<HPDF_INT32>(number));
    }
    void* operator()(const Dict& indirect) const { return &indirect.handle(); }
    void* operator()(const Array& indirect) const { return &indirect.handle(); }
};

// Where libharu prints an object: the data of its callback stream is a string.
HPDF_STATUS append_bytes(HPDF_Stream stream, const HPDF_BYTE* bytes, HPDF_UINT size) {
    static_cast<std::string*>(stream->attr)->append(reinterpret_cast<const char*>(bytes), size);
    return HPDF_OK;
}

HPDF_UINT32 number_of(HPDF_Dict dict) { return dict->header.obj_id & 0x00FFFFFFU; }

}  // namespace

Digest digest_of(std::string_view bytes) {
    HPDF_MD5_CTX context;
    Digest digest{};
    HPDF_MD5Init(&context);
    HPDF_MD5Update(&context, reinterpret_cast<const HPDF_BYTE*>(bytes.data()),
                   static_cast<HPDF_UINT32>(bytes.size()));
    HPDF_MD5Final(digest.data(), &context);
    return digest;
}

_HPDF_Dict_Rec& Dict::handle() const {
    assert(handle_ != nullptr);
    return *handle_;
}

void Dict::set(const char* key, const Value& value) {
    need(HPDF_Dict_Add(&handle(), key, need(std::visit(ObjectOf{handle().mmgr}, value.held()))));
}

void Dict::set(const char* key, const Direct& value) { set_printed(&handle(), key, value.printed()); }

Dict Dict::add_dict(const char* key) {
    HPDF_Dict dict = need(HPDF_Dict_New(handle().mmgr));
    need(HPDF_Dict_Add(&handle(), key, dict));
    return Dict{*dict};
}

Array Dict::add_array(const char* key) {
    HPDF_Array array = need(HPDF_Array_New(handle().mmgr));
    need(HPDF_Dict_Add(&handle(), key, array));
    return Array{*array};
}

std::string Dict::reference() const {
    return fmt::format("{} {} R", number_of(&handle()), handle().header.gen_no);
}

_HPDF_Array_Rec& Array::handle() const {
    assert(handle_ != nullptr);
    return *handle_;
}

void Array::add(const Value& value) {
    need(HPDF_Array_Add(&handle(), need(std::visit(ObjectOf{handle().list->mmgr}, value.held()))));
}

Dict Array::add_dict() {
    HPDF_Dict dict = need(HPDF_Dict_New(handle().list->mmgr));
    need(HPDF_Array_Add(&handle(), dict));
    return Dict{*dict};
}

Array Array::add_array() {
    HPDF_Array array = need(HPDF_Array_New(handle().list->mmgr));
    need(HPDF_Array_Add(&handle(), array));
    return Array{*array};
}

void File::Closer::operator()(_HPDF_Doc_Rec* document) const { HPDF_Free(document); }

File::File() : document_(HPDF_New(nullptr, nullptr)) {
    if (document_ == nullptr) return;
    document_->pdf_version = HPDF_VER_17;
    HPDF_Dict_RemoveElement(document_->info, "Producer");
}

Dict File::catalog() const { return Dict{*document_->catalog}; }

Dict File::info() const { return Dict{*document_->info}; }

Dict File::new_page() {
    Dict page = new_dict();
    // By this class libharu counts the pages of its tree when it writes /Count. The rest of its page object
    // (a current point, a graphics state, a text API) is not wanted.
    page.handle().header.obj_class |= HPDF_OSUBCLASS_PAGE;
    HPDF_Dict tree = document_->root_pages;
    page.set("Type", Name{"Page"});
    page.set("Parent", Dict{*tree});
    auto* kids = static_cast<HPDF_Array>(HPDF_Dict_GetItem(tree, "Kids", HPDF_OCLASS_ARRAY));
    Array{*need(kids)}.add(page);
    return page;
}

Dict File::new_dict() {
    HPDF_Dict dict = need(HPDF_Dict_New(document_->mmgr));
    need(HPDF_Xref_Add(document_->xref, dict));
    return Dict{*dict};
}

Array File::new_array() {
    HPDF_Array array = need(HPDF_Array_New(document_->mmgr));
    need(HPDF_Xref_Add(document_->xref, array));
    return Array{*array};
}

Dict File::new_stream(std::string_view bytes, Filter filter) {
    HPDF_Dict dict = need(HPDF_DictStream_New(document_->mmgr, document_->xref));
    const std::string compressed = filter == Filter::flate ? deflated(bytes) : std::string();
    const std::string_view written = filter == Filter::flate ? compressed : bytes;
    need(HPDF_Stream_Write(dict->stream, reinterpret_cast<const HPDF_BYTE*>(written.data()),
                           static_cast<HPDF_UINT>(written.size())));
    if (filter == Filter::flate) set_printed(dict, "Filter", Atom(Name{"FlateDecode"}).printed());
    if (filter == Filter::dct) set_printed(dict, "Filter", Atom(Name{"DCTDecode"}).printed());
    return Dict{*dict};
}

std::string File::packed(std::string_view identifier, std::string_view version) const {
    std::vector<PrintedObject> objects;
    const HPDF_UINT count = document_->xref->entries->count;
    for (HPDF_UINT i = 1; i < count; ++i) {  // 0 is the head of the free list
        void* object = HPDF_Xref_GetEntry(document_->xref, i)->obj;
        const auto* header = static_cast<const HPDF_Obj_Header*>(object);
        const bool is_stream = (header->obj_class & HPDF_OCLASS_ANY) == HPDF_OCLASS_DICT &&
                               static_cast<HPDF_Dict>(object)->stream != nullptr;
        PrintedObject& printed = objects.emplace_back(PrintedObject{i, is_stream, {}});
        HPDF_Stream out = need(HPDF_CallbackWriter_New(document_->mmgr, append_bytes, &printed.body));
        const HPDF_STATUS status = HPDF_Obj_WriteValue(object, out, nullptr);
        HPDF_Stream_Free(out);
        need(status);
    }
    return packed_file(objects, number_of(document_->catalog), number_of(document_->info), identifier,
                       version);
}

base::Result<std::string> write_file(std::string_view identifier, std::string_view version,
                                     const std::function<void(File&)>& fill) {
    File file;
    if (file.document_ == nullptr)
        return base::Error{"The PDF library libharu had no memory to begin a document."};
    try {
        fill(file);
        return file.packed(identifier, version);
    } catch (const Refusal& refusal) {
        const HPDF_Error_Rec& own = file.document_->error;
        const std::string reason =
            own.error_no == HPDF_OK ? refusal.what()
                                    : fmt::format("error 0x{:04X}, detail {}", own.error_no, own.detail_no);
        return base::Error{fmt::format("The PDF library libharu refused the document ({}).", reason)};
    }
}

}  // namespace brochure::pdf
