// Handles: owning pointers to HarfBuzz's and FreeType's objects.
#pragma once

#include <ft2build.h>
#include <hb.h>
#include FT_FREETYPE_H

#include <memory>
#include <type_traits>

namespace brochure::font {

template <auto destroy>
struct Destroy {
    template <class T>
    void operator()(T* object) const {
        destroy(object);
    }
};

using BlobHandle = std::unique_ptr<hb_blob_t, Destroy<hb_blob_destroy>>;
using FaceHandle = std::unique_ptr<hb_face_t, Destroy<hb_face_destroy>>;
using FontHandle = std::unique_ptr<hb_font_t, Destroy<hb_font_destroy>>;
using BufferHandle = std::unique_ptr<hb_buffer_t, Destroy<hb_buffer_destroy>>;
using FreeTypeLibrary = std::unique_ptr<std::remove_pointer_t<FT_Library>, Destroy<FT_Done_FreeType>>;
using FreeTypeFace = std::unique_ptr<std::remove_pointer_t<FT_Face>, Destroy<FT_Done_Face>>;

}  // namespace brochure::font
