# Refuses an include that goes against the way of the data, and a third-party header outside its folder.
# Called at every build: cmake -D SOURCE=src -D ORDER=base,diag,... -P folder_rule.cmake
cmake_policy(SET CMP0057 NEW)  # if(... IN_LIST ...)
string(REPLACE "," ";" ORDER "${ORDER}")

# header pattern = the one folder that may include it (two where both speak JSON)
set(OWNED
  "nettle/.*=base" "hpdf.*=pdf" "lcms2.*=pdf" "libdeflate.*=pdf"
  "hb.*=font" "ft2build.*=font" "freetype/.*=font"
  "unicode/.*=unicode" "fribidi.*=unicode"
  "cmark-gfm.*=document" "toml\\+\\+/.*=config"
  "pugixml.*=xml" "svgpp/.*=picture" "png\\.h=picture" "jpeglib.*=picture" "boost/.*=picture"
  "utf8.*=base" "CLI/.*=cli" "nlohmann/.*=record,cli")

set(wrong "")
foreach(folder IN LISTS ORDER)
  list(FIND ORDER ${folder} own_place)
  file(GLOB files ${SOURCE}/${folder}/*.hpp ${SOURCE}/${folder}/*.cpp)
  foreach(file IN LISTS files)
    file(STRINGS ${file} includes REGEX "^ *# *include")
    foreach(line IN LISTS includes)
      if(line MATCHES "\"([a-z]+)/[^\"]+\"")
        list(FIND ORDER ${CMAKE_MATCH_1} place)
        if(place LESS 0)
          string(APPEND wrong "${file}: ${line}: no such folder\n")
        elseif(place GREATER own_place)
          string(APPEND wrong "${file}: ${line}: '${folder}' comes before '${CMAKE_MATCH_1}'\n")
        endif()
      elseif(line MATCHES "<([^>]+)>")
        set(header ${CMAKE_MATCH_1})
        foreach(rule IN LISTS OWNED)
          string(REGEX MATCH "^(.*)=([a-z,]+)$" _ "${rule}")
          set(pattern ${CMAKE_MATCH_1})
          string(REPLACE "," ";" owners "${CMAKE_MATCH_2}")
          if(header MATCHES "^${pattern}$" AND NOT folder IN_LIST owners)
            string(APPEND wrong "${file}: ${line}: only '${owners}' may use this library\n")
          endif()
        endforeach()
      endif()
    endforeach()
  endforeach()
endforeach()
if(wrong)
  message(FATAL_ERROR "The folder rule is broken (src/ARCHITECTURE.md):\n${wrong}")
endif()
