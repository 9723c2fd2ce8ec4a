#!/usr/bin/env bash
# Installs what is missing, builds and runs every test of the release build; its summary comes last.
# usage: scripts/test.sh [full]      full: first ThreadSanitizer (core and session), Address and UB
#                                    sanitizers (everything) and fuzzing
source "$(dirname "$0")/common.sh"
install_missing run test

step() { printf '\n=== %s (%s)\n' "$*" "$(date +%T)"; }

step "format and translations"
scripts/check_format.sh
scripts/check_translations.sh

if [ "${1:-}" = full ]; then
  step "ThreadSanitizer"
  build tsan tst_core tst_session
  once tsan tests ctest --preset tsan
  step "AddressSanitizer and UBSan"
  build asan
  once asan tests ctest --preset asan
  step "fuzzing"
  build fuzz
  once fuzz tests scripts/fuzz.sh "${FUZZ_SECONDS:-20}"
fi

step "release"
build release
ctest --preset release
