#pragma once

/// Symbols other binaries may use. Everything else in the core library is hidden, so that the
/// loader's choice of an instruction-set variant can never mix with inline code of the program.
#define LAYERLAB_API __attribute__((visibility("default")))
