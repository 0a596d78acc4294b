# Refuses an include that goes against the way of the data, and a third-party header outside its folder.
# Called at every build: cmake -D SOURCE=src -D ORDER=base,diag,... -D ROOMS=pdf/object,... -P folder_rule.cmake
cmake_policy(SET CMP0057 NEW)  # if(... IN_LIST ...)
string(REPLACE "," ";" ORDER "${ORDER}")
string(REPLACE "," ";" ROOMS "${ROOMS}")

# header pattern = the one folder that may include it (several speak JSON)
set(OWNED
  "nettle/.*=base" "hpdf.*=pdf" "lcms2.*=pdf" "libdeflate.*=pdf"
  "hb.*=font" "ft2build.*=font" "freetype/.*=font"
  "unicode/.*=unicode" "fribidi.*=unicode"
  "cmark-gfm.*=document" "toml\\+\\+/.*=config"
  "pugixml.*=xml" "svgpp/.*=picture" "png\\.h=picture" "jpeglib.*=picture" "boost/.*=picture"
  "utf8.*=base" "CLI/.*=cli" "curl/.*=sources" "libxml/.*=sources" "nlohmann/.*=record,changes,sources,results,cli")

set(wrong "")

# check_include(file line folder room): one quoted include, between folders and between the rooms of one.
function(check_include file line folder room)
  list(FIND ORDER ${folder} own_place)
  if(NOT line MATCHES "\"([a-z]+)/(([a-z]+)/)?[^\"/]+\"")
    return()
  endif()
  set(other ${CMAKE_MATCH_1})
  set(other_room "${CMAKE_MATCH_3}")
  list(FIND ORDER ${other} place)
  if(place LESS 0)
    string(APPEND wrong "${file}: ${line}: no such folder\n")
  elseif(place GREATER own_place)
    string(APPEND wrong "${file}: ${line}: '${folder}' comes before '${other}'\n")
  elseif(place EQUAL own_place AND room AND other_room)
    list(FIND ROOMS ${folder}/${room} own_room_place)
    list(FIND ROOMS ${folder}/${other_room} room_place)
    if(room_place GREATER own_room_place)
      string(APPEND wrong "${file}: ${line}: '${folder}/${room}' comes before '${folder}/${other_room}'\n")
    endif()
  endif()
  set(wrong "${wrong}" PARENT_SCOPE)
endfunction()

# check_library(file line folder): one include of a header in angle brackets.
function(check_library file line folder)
  if(NOT line MATCHES "<([^>]+)>")
    return()
  endif()
  set(header ${CMAKE_MATCH_1})
  foreach(rule IN LISTS OWNED)
    string(REGEX MATCH "^(.*)=([a-z,]+)$" _ "${rule}")
    set(pattern ${CMAKE_MATCH_1})
    string(REPLACE "," ";" owners "${CMAKE_MATCH_2}")
    if(header MATCHES "^${pattern}$" AND NOT folder IN_LIST owners)
      string(APPEND wrong "${file}: ${line}: only '${owners}' may use this library\n")
    endif()
  endforeach()
  set(wrong "${wrong}" PARENT_SCOPE)
endfunction()

foreach(folder IN LISTS ORDER)
  file(GLOB_RECURSE files RELATIVE ${SOURCE} ${SOURCE}/${folder}/*.hpp ${SOURCE}/${folder}/*.cpp)
  foreach(file IN LISTS files)
    set(room "")
    if(file MATCHES "^[a-z]+/([a-z]+)/[^/]+$")
      set(room ${CMAKE_MATCH_1})
      if(NOT ${folder}/${room} IN_LIST ROOMS)
        string(APPEND wrong "${file}: BROCHURE_ROOMS does not know '${folder}/${room}'\n")
      endif()
    endif()
    file(STRINGS ${SOURCE}/${file} includes REGEX "^ *# *include")
    foreach(line IN LISTS includes)
      check_include("${file}" "${line}" ${folder} "${room}")
      check_library("${file}" "${line}" ${folder})
    endforeach()
  endforeach()
endforeach()
if(wrong)
  message(FATAL_ERROR "The folder rule is broken (src/ARCHITECTURE.md):\n${wrong}")
endif()
