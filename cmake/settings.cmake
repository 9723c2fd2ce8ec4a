# Settings every target shares: warnings, sanitizers, the linker, ccache.
add_library(layerlab_settings INTERFACE)
target_include_directories(layerlab_settings INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(layerlab_settings INTERFACE -Wall -Wextra -Wpedantic -Wconversion
                       -Wno-sign-conversion)
# Eigen objects cross the border between a variant of the core and the program: both must agree on
# the alignment of its allocations, whatever instruction set they were built for.
target_compile_definitions(layerlab_settings INTERFACE EIGEN_MAX_ALIGN_BYTES=64 EIGEN_DONT_PARALLELIZE)

# False warnings of GCC 12 when it optimises: strings (its bugs 105329 and 105651), nlohmann's
# iterators and AVX-512 intrinsics (105593).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(layerlab_settings INTERFACE -Wno-restrict -Wno-stringop-overflow
                         -Wno-stringop-overread -Wno-array-bounds -Wno-maybe-uninitialized)
endif()
if(LAYERLAB_WERROR)
  target_compile_options(layerlab_settings INTERFACE -Werror)
endif()
if(LAYERLAB_SANITIZE)
  target_compile_options(layerlab_settings INTERFACE -fsanitize=${LAYERLAB_SANITIZE}
                         -fno-sanitize-recover=all -fno-omit-frame-pointer
                         $<$<CXX_COMPILER_ID:Clang>:-fsanitize-ignorelist=${CMAKE_CURRENT_LIST_DIR}/sanitizers-ignore.txt>)
  target_link_options(layerlab_settings INTERFACE -fsanitize=${LAYERLAB_SANITIZE})
  target_compile_definitions(layerlab_settings INTERFACE LAYERLAB_SANITIZED)
endif()

find_program(LAYERLAB_MOLD mold)
if(LAYERLAB_MOLD)
  target_link_options(layerlab_settings INTERFACE -fuse-ld=mold)
endif()

find_program(LAYERLAB_CCACHE ccache)
if(LAYERLAB_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${LAYERLAB_CCACHE})
endif()

# What does little arithmetic waits more for the compiler than for the processor; under the
# sanitizers not to optimise it halves the time to build.
function(layerlab_unhurried target)
  if(LAYERLAB_SANITIZE)
    target_compile_options(${target} PRIVATE -O0)
  elseif(CMAKE_BUILD_TYPE STREQUAL "Release")
    target_compile_options(${target} PRIVATE -O1)
  endif()
endfunction()

# Qt's moc for the target's classes.
function(layerlab_automoc target)
  set_target_properties(${target} PROPERTIES AUTOMOC ON AUTOMOC_COMPILER_PREDEFINES OFF
                        AUTOMOC_EXECUTABLE ${CMAKE_BINARY_DIR}/moc.sh)
endfunction()

# A precompiled header pays where many files are compiled one by one.
function(layerlab_precompile target)
  if(NOT CMAKE_UNITY_BUILD)
    target_precompile_headers(${target} PRIVATE ${ARGN})
  endif()
endfunction()

# In unity builds (release, asan, tsan) the files of one directory are compiled together: the names
# in their anonymous namespaces must differ.
function(layerlab_unite target)
  set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
  foreach(file ${ARGN})
    get_filename_component(directory ${file} DIRECTORY)
    get_filename_component(directory ${directory} NAME)
    set_source_files_properties(${file} PROPERTIES UNITY_GROUP ${directory})
  endforeach()
endfunction()
