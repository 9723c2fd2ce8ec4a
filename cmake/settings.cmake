# Settings every target shares: warnings, sanitizers, the linker, ccache.
add_library(layerlab_settings INTERFACE)
target_include_directories(layerlab_settings INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(layerlab_settings INTERFACE -Wall -Wextra -Wpedantic -Wconversion
                       -Wno-sign-conversion)
# Eigen objects cross the border between a variant of the core and the program: both must agree on
# the alignment of its allocations, whatever instruction set they were built for.
target_compile_definitions(layerlab_settings INTERFACE EIGEN_MAX_ALIGN_BYTES=64 EIGEN_DONT_PARALLELIZE)

if(LAYERLAB_WERROR)
  target_compile_options(layerlab_settings INTERFACE -Werror)
endif()
if(LAYERLAB_SANITIZE)
  target_compile_options(layerlab_settings INTERFACE -fsanitize=${LAYERLAB_SANITIZE}
                         -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(layerlab_settings INTERFACE -fsanitize=${LAYERLAB_SANITIZE})
endif()

find_program(LAYERLAB_MOLD mold)
if(LAYERLAB_MOLD AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_link_options(layerlab_settings INTERFACE -fuse-ld=mold)
endif()

find_program(LAYERLAB_CCACHE ccache)
if(LAYERLAB_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
      CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${LAYERLAB_CCACHE})
endif()
