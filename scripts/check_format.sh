#!/usr/bin/env bash
# Fails on a source file that clang-format would change.
source "$(dirname "$0")/common.sh"
find core ui app tests \( -name '*.cpp' -o -name '*.h' \) -not -path '*/peers/*' -print0 |
  xargs -0 clang-format --dry-run -Werror
